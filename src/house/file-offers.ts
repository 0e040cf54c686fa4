import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Storage } from '../storage/port.ts'

/** A file that waits until its person agrees to take it; the same shape as Teams uses. */
const offer = z.object({ file: z.string(), name: z.string(), person: z.string() })

/** As long as a handed-out file is kept. */
const keptHours = 24

/** Offers of files, kept for every process; an offer is taken up once, because a turn's key is recorded once. */
export function createFileOffers(storage: Pick<Storage, 'settings' | 'turns'>, clock: Clock) {
  const name = (id: string) => `file-offer:${id}`
  return {
    put: (id: string, made: z.infer<typeof offer>) =>
      storage.settings.set(name(id), made, clock.now().add({ hours: keptHours }).toString()),
    async get(id: string) {
      const parsed = offer.safeParse(await storage.settings.get(name(id)))
      return parsed.success ? parsed.data : null
    },
    take: (id: string) => storage.turns.commit(name(id)),
  }
}
