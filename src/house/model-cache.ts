import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { hasCode } from '../errors.ts'
import type { ModelCache } from '../model/openai.ts'
import type { Storage } from '../storage/port.ts'

const entry = z.object({ value: z.unknown(), expiresAt: z.string() })

/** Cached model answers. Those that quote a candidate's papers lie sealed among that candidate's records, and go with them. */
export function createModelCache(storage: Pick<Storage, 'settings' | 'conversations'>, clock: Clock): ModelCache {
  return {
    async get(name, about) {
      if (!about) return storage.settings.get(name)
      const stored = entry.safeParse(await storage.conversations.get(placeOf(name, about)))
      const alive = stored.success && Temporal.Instant.compare(stored.data.expiresAt, clock.now()) > 0
      return alive ? stored.data.value : null
    },
    async set(name, value, expiresAt, about) {
      if (!about) return storage.settings.set(name, value, expiresAt)
      try {
        await storage.conversations.set(placeOf(name, about), { value, expiresAt }, about, expiresAt)
      } catch (error) {
        // The candidate was erased while the model was reading.
        if (!hasCode(error, 'key-gone') && !hasCode(error, 'candidate-erased')) throw error
      }
    },
  }
}

/** The same papers of two candidates are kept twice: each copy goes with its owner. */
function placeOf(name: string, { candidate }: { candidate: string }): string {
  return `${name}/${candidate}`
}
