import type { Lang } from '../../chat/reply.ts'
import { shorten } from '../../text/split.ts'
import { textsFor } from '../../texts/texts.ts'
import type { Api } from './api.ts'
import { limits } from './limits.ts'

/** A thread of the direct messages, as the pane opens one. */
export type PaneThread = { channel: string; thread: string }

export type Pane = {
  /** A new thread was opened: what one may ask. `prompts`: the words that are said, by the words on the button. */
  opened(at: PaneThread, lang: Lang, prompts: { value: string; label: string }[]): Promise<void>
  /** Something was written there: shows that it is being looked at, and names a new thread after its first words. */
  working(at: PaneThread & { ts: string; text: string }, lang: Promise<Lang>): Promise<void>
  /** Resolves when what is shown there no longer comes behind an answer, whose arrival takes it away. */
  settled(at: PaneThread): Promise<void>
}

/** Within these seconds of its beginning, a message is taken for the first of its thread. */
const firstWithin = 600
const mostThreads = 10_000
/** Refusals that no later call escapes: the app was installed without the pane. */
const without = new Set(['missing_scope', 'not_allowed_token_type', 'unknown_method', 'feature_not_enabled'])

/** What Slack's assistant pane shows around a conversation. All of it is a courtesy: what fails is left out. */
export function createPane(api: Api): Pane {
  const showing = new Map<string, Promise<void>>()
  const named = new Set<string>()
  let off = false
  const keyOf = ({ channel, thread }: PaneThread) => `${channel}/${thread}`

  async function call(method: PaneMethod, at: PaneThread, args: Record<string, unknown>): Promise<void> {
    if (off) return
    const place = { channel_id: at.channel, thread_ts: at.thread }
    const outcome = await run(method, { ...place, ...args }, keyOf(at))
    if ('refused' in outcome && without.has(outcome.refused)) off = true
  }

  function run(method: PaneMethod, args: Record<string, unknown>, lane: string) {
    switch (method) {
      case 'status':
        return api.call('assistant.threads.setStatus', args, lane)
      case 'title':
        return api.call('assistant.threads.setTitle', args, lane)
      case 'prompts':
        return api.call('assistant.threads.setSuggestedPrompts', args, lane)
    }
  }

  /** True once a thread, for one of its first messages. */
  function isFirst(at: PaneThread & { ts: string; text: string }): boolean {
    const key = keyOf(at)
    if (at.text === '' || named.has(key) || Number(at.ts) - Number(at.thread) > firstWithin) return false
    named.add(key)
    if (named.size > mostThreads) named.delete(named.values().next().value ?? '')
    return true
  }

  return {
    async opened(at, lang, prompts) {
      const { paneTitle } = textsFor(lang).slack
      const shown = prompts
        .slice(0, limits.panePrompts)
        .map(({ value, label }) => ({ title: shorten(label, limits.paneTitle), message: value }))
      if (shown.length > 0) await call('prompts', at, { title: paneTitle, prompts: shown })
    },
    working(at, lang) {
      const key = keyOf(at)
      const work = (async () => {
        await call('status', at, { status: textsFor(await lang).slack.working })
        if (isFirst(at)) await call('title', at, { title: shorten(at.text, limits.paneTitle) })
      })().catch(() => undefined)
      showing.set(key, work)
      void work.then(() => showing.get(key) === work && showing.delete(key))
      return work
    },
    settled: async (at) => showing.get(keyOf(at)),
  }
}

type PaneMethod = 'status' | 'title' | 'prompts'
