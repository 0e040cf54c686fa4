import { z } from 'zod'
import type { PlatformName } from '../../chat/message.ts'
import type { Clock } from '../../clock.ts'
import type { Stores } from '../../storage/port.ts'
import { createSigner } from './signed-token.ts'

/** Long enough to look for the file, too short to be of use to who finds the link later. */
const validHours = 1

const claims = z.object({
  /** Makes it this one link: it is good for one sending. */
  id: z.string(),
  platform: z.enum(['slack', 'teams', 'web', 'cli']),
  conversation: z.string(),
  address: z.string(),
  person: z.string(),
  lang: z.enum(['nl', 'en']),
  until: z.number(),
})

/** For whom, and for which conversation, files are taken in beside the chat. */
export type UploadLink = Omit<z.infer<typeof claims>, 'until'> & { platform: PlatformName }

/**
 * Links to a page that takes a CV without it ever standing in the chat: signed, good for an hour and for one sending. There are none
 * while MAATSTAF_URL names this machine only, because nobody in Slack or Teams could open them.
 */
export function createUploadLinks(options: {
  url: string
  secret: string
  storage: Pick<Stores, 'turns'>
  clock: Pick<Clock, 'now'>
}) {
  const { clock, storage } = options
  const signer = createSigner(options.secret, 'upload')
  const host = new URL(options.url).hostname
  const reachable = !/^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(host)
  const mark = ({ id }: Pick<UploadLink, 'id'>) => `upload:${id}`
  return {
    make(about: UploadLink): string | null {
      if (!reachable) return null
      const until = clock.now().add({ hours: validHours }).epochMilliseconds
      return `${options.url}/upload/${signer.seal({ ...about, until })}`
    },
    /** Null when it was tampered with, is over or was used: one answer for all. */
    async open(token: string): Promise<UploadLink | null> {
      const parsed = claims.safeParse(signer.open(token))
      if (!parsed.success) return null
      const { until, ...link } = parsed.data
      if (until < clock.now().epochMilliseconds || (await storage.turns.committed(mark(link)))) return null
      return link
    },
    /** True the first time. */
    use: (link: UploadLink): Promise<boolean> => storage.turns.commit(mark(link)),
  }
}
