import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { Storage } from '../../storage/port.ts'
import { createSigner } from './signed-token.ts'

const claims = z.object({ a: z.string(), p: z.string(), n: z.boolean(), l: z.enum(['nl', 'en']), e: z.number() })

export type ReportLink = { assessment: string; person: string; showName: boolean; lang: 'nl' | 'en' }

/** Signed, expiring, revocable links to the report of one assessment. The link carries ids only. */
export function createLinks(options: {
  url: string
  secret: string
  storage: Pick<Storage, 'settings'>
  clock: Clock
}) {
  const signer = createSigner(options.secret, 'report')
  const revokedKey = (assessment: string) => `links-revoked:${assessment}`
  return {
    report(
      assessment: string,
      about: { person: string; showName: boolean; lang: 'nl' | 'en'; expires: Temporal.Instant },
    ): string {
      const { person, showName, lang, expires } = about
      const token = signer.seal({ a: assessment, p: person, n: showName, l: lang, e: expires.epochMilliseconds })
      return `${options.url}/report/${token}`
    },
    /** What a link stands for; null when it was tampered with, has expired or was revoked: one answer for all. */
    async open(token: string): Promise<ReportLink | null> {
      const parsed = claims.safeParse(signer.open(token))
      if (!parsed.success || parsed.data.e < options.clock.now().epochMilliseconds) return null
      const revoked = await options.storage.settings.get(revokedKey(parsed.data.a))
      // Expiry is issue + 24 h, so a link made before the revocation expires within 24 h of it.
      if (typeof revoked === 'number' && parsed.data.e <= revoked + 24 * 3_600_000) return null
      return { assessment: parsed.data.a, person: parsed.data.p, showName: parsed.data.n, lang: parsed.data.l }
    },
    async revoke(assessment: string): Promise<void> {
      await options.storage.settings.set(revokedKey(assessment), options.clock.now().epochMilliseconds)
    },
  }
}
