import type { Clock } from '../clock.ts'

type Options = {
  dailyLimit: number
  clock: Clock
  cache: { get(name: string): Promise<unknown>; set(name: string, value: unknown, expiresAt?: string): Promise<void> }
}

/**
 * Tokens spent today (the day of the configured time zone), kept beside the cached answers so that a restart does not forget. The last call of a
 * day may go over; two replicas at the same moment count the larger of what each saw.
 */
export function createAllowance({ dailyLimit, clock, cache }: Options) {
  let day = ''
  let spent = 0

  async function today(): Promise<string> {
    const now = clock.zoned().toPlainDate().toString()
    if (now !== day) {
      day = now
      spent = 0
    }
    const stored = await cache.get(nameOf(day))
    if (typeof stored === 'number') spent = Math.max(spent, stored)
    return nameOf(day)
  }

  return {
    async left(): Promise<boolean> {
      if (dailyLimit <= 0) return true
      await today()
      return spent < dailyLimit
    },
    async spend(tokens: number): Promise<void> {
      if (dailyLimit <= 0) return
      const name = await today()
      spent += tokens
      await cache.set(name, spent, clock.now().add({ hours: 48 }).toString())
    },
  }
}

const nameOf = (day: string) => `model-tokens:${day}`
