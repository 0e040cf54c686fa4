import { z } from 'zod'
import type { Api } from './api.ts'

export type Who = {
  guest: boolean
  locale?: 'nl' | 'en'
  /** What colleagues see in the channel. */
  name?: string
}

export type People = {
  /** Who somebody is; unknown people are guests until Slack says otherwise. */
  who(user: string): Promise<Who>
  /** Whether people of other organisations read along; an unknown channel counts as shared. */
  isShared(channel: string): Promise<boolean>
  /** What an event said about a channel. */
  learnShared(channel: string, shared: boolean): void
}

const userAnswer = z.object({
  user: z.object({
    deleted: z.boolean().nullish(),
    is_restricted: z.boolean().nullish(),
    is_ultra_restricted: z.boolean().nullish(),
    is_stranger: z.boolean().nullish(),
    is_bot: z.boolean().nullish(),
    locale: z.string().nullish(),
    real_name: z.string().nullish(),
    profile: z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
  }),
})

const channelAnswer = z.object({
  channel: z.object({ is_ext_shared: z.boolean().nullish(), is_pending_ext_shared: z.boolean().nullish() }),
})

const freshMs = 10 * 60_000

/**
 * What Slack's payloads leave out, remembered for ten minutes. Within `patienceMs` or not at all: these calls stand before the
 * acknowledgement. An older answer is better than none; without any, the careful one is given.
 */
export function createPeople(
  api: Api,
  options: { now(): number; sleep(ms: number): Promise<void>; patienceMs: number },
): People {
  const whos = createMemory<Who>()
  const shared = createMemory<boolean>()

  function createMemory<T>() {
    const known = new Map<string, { value: T; at: number }>()
    return {
      known,
      learn(key: string, value: T) {
        known.set(key, { value, at: options.now() })
        if (known.size > 10_000) known.delete(known.keys().next().value ?? '')
      },
      async ask(key: string, question: () => Promise<T | null>, careful: T): Promise<T> {
        const before = known.get(key)
        if (before && options.now() - before.at < freshMs) return before.value
        const asked = question().then((value) => {
          if (value !== null) this.learn(key, value)
          return value
        })
        const answer = await Promise.race([asked, options.sleep(options.patienceMs).then(() => null)])
        return answer ?? known.get(key)?.value ?? careful
      },
    }
  }

  return {
    who: (user) => whos.ask(user, () => askUser(api, user), { guest: true }),
    isShared: (channel) => shared.ask(channel, () => askChannel(api, channel), true),
    learnShared: (channel, value) => shared.learn(channel, value),
  }
}

async function askUser(api: Api, user: string): Promise<Who | null> {
  const outcome = await api.call('users.info', { user, include_locale: true })
  const answer = 'done' in outcome ? userAnswer.safeParse(outcome.done) : null
  if (!answer?.success) return null
  const { deleted, is_restricted, is_ultra_restricted, is_stranger, locale, profile, real_name } = answer.data.user
  const guest = Boolean(deleted || is_restricted || is_ultra_restricted || is_stranger)
  const language = locale?.slice(0, 2)
  const name = [profile?.display_name, profile?.real_name, real_name].find((each) => each?.trim())?.trim()
  return {
    guest,
    ...(language === 'nl' || language === 'en' ? { locale: language } : {}),
    ...(name ? { name } : {}),
  }
}

async function askChannel(api: Api, channel: string): Promise<boolean | null> {
  const outcome = await api.call('conversations.info', { channel })
  const answer = 'done' in outcome ? channelAnswer.safeParse(outcome.done) : null
  if (!answer?.success) return null
  return Boolean(answer.data.channel.is_ext_shared || answer.data.channel.is_pending_ext_shared)
}
