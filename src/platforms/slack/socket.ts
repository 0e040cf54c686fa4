import type { SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../log.ts'
import { isDeadToken, outcomeOfError } from './outcome.ts'

export type Socket = {
  start(): void
  stop(): Promise<void>
  connected(): boolean
}

export type SocketDeps = {
  receiver: SocketModeReceiver
  log: Log
  sleep(ms: number): Promise<void>
  /** Before the first attempt to connect again; doubled up to a minute. */
  firstPauseMs: number
  /** Slack greets within this, or the attempt is given up. */
  patienceMs: number
  /** The app token is worth nothing any more. */
  onDead(code: string): void
}

const longestPauseMs = 60_000

/** Keeps one Socket Mode connection alive. Slack closes it every few hours on purpose; what it could not deliver it sends again. */
export function createSocket(deps: SocketDeps): Socket {
  const { client } = deps.receiver
  let [stopped, connected, pause] = [false, false, deps.firstPauseMs]
  let running: Promise<void> = Promise.resolve()
  client.on('error', () => deps.log.debug('slack socket error'))

  async function run(): Promise<void> {
    while (!stopped) {
      const code = await once()
      if (code !== null && isDeadToken(code)) return deps.onDead(code)
      if (stopped) return
      await deps.sleep(pause)
      pause = Math.min(pause * 2, longestPauseMs)
    }
  }

  /** One connection from its opening to its end; the code of a refusal, null otherwise. */
  async function once(): Promise<string | null> {
    const ended = new Promise<void>((resolve) => void client.once('disconnected', () => resolve()))
    try {
      await inTime(client.start(), deps.patienceMs, () => void client.disconnect())
      connected = true
      pause = deps.firstPauseMs
      deps.log.info('slack socket connected')
      await ended
      return null
    } catch (error) {
      const outcome = outcomeOfError(error)
      const code = 'refused' in outcome ? outcome.refused : null
      deps.log.warn('slack socket not connected', { code })
      return code
    } finally {
      connected = false
    }
  }

  return {
    start() {
      running = run()
    },
    async stop() {
      stopped = true
      if (connected) await client.disconnect()
      // The pause before the next attempt is not waited for.
      if (connected) await running
    },
    connected: () => connected,
  }
}

async function inTime<T>(work: Promise<T>, ms: number, giveUp: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp()
      reject(new Error('no greeting'))
    }, ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}
