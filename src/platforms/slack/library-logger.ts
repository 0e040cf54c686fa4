import type { Logger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'
import type { Log } from '../../log.ts'

/**
 * Slack's libraries log exception texts and whole payloads, tokens among them. What they say is counted by its level and dropped;
 * what matters is logged by our own code.
 */
export function libraryLogger(log: Log): Logger {
  return {
    debug() {},
    info() {},
    warn: () => log.debug('slack library warned'),
    error: () => log.debug('slack library reported an error'),
    setLevel() {},
    getLevel: () => LogLevel.ERROR,
    setName() {},
  }
}
