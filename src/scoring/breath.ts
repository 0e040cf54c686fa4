import { setImmediate as nextRound } from 'node:timers/promises'

/** Longer than this nobody else in the process is kept waiting. */
const longestMs = 8

/**
 * Call it between two pieces of long work: when the last breath was a while ago, whatever waits in this process has its turn first, a
 * person's cancel among it.
 */
export function createBreath(): () => Promise<void> {
  let last = 0
  return async () => {
    if (performance.now() - last < longestMs) return
    await nextRound()
    last = performance.now()
  }
}
