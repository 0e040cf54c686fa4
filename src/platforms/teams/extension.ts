import { z } from 'zod'
import { actionOf } from '../../chat/action-data.ts'
import { paragraphs } from '../../chat/adaptive-json.ts'
import { type Card, card } from '../../chat/card.ts'
import { literal, shorten } from '../../chat/literal.ts'
import type { Incoming, Query, QueryAnswer } from '../../chat/message.ts'
import { messageActions } from '../../chat/message-actions.ts'
import type { Lang } from '../../chat/reply.ts'
import type { Log } from '../../log.ts'
import { type Texts, textsFor } from '../../texts/texts.ts'
import type { Activity } from './activity.ts'
import { addressOf, type Place, placeOf } from './address.ts'
import { textRef } from './file-ref.ts'
import { limits } from './limits.ts'
import { type ChosenMessage, chosenMessage } from './message-payload.ts'
import type { People } from './people.ts'
import { renderMessages } from './render.ts'

export type ExtensionDeps = {
  query(query: Query): Promise<QueryAnswer>
  accept(incoming: Incoming): Promise<'accepted' | 'duplicate'>
  people: People
  /** The personal chat with who is at this place; null when there can be none. */
  openPersonal(place: Place): Promise<string | null>
  /** The key of a pressed button, which Teams may repeat under another id; see submits.ts. */
  submitKey(activity: Activity): string
  sleep(ms: number): Promise<void>
  queryMs: number
  log: Log
}

/** What goes back to Teams within its own request; an empty one shows nothing. */
export type InvokeBody = Record<string, unknown>

type Words = Texts['teams']['extension']

const queryValue = z.object({
  parameters: z.array(z.object({ name: z.string().optional(), value: z.unknown().optional() })).catch([]),
  queryOptions: z.object({ skip: z.number().catch(0) }).catch({ skip: 0 }),
})
const commandValue = z.object({
  commandId: z.string(),
  messagePayload: z.unknown().optional(),
  data: z.unknown().optional(),
})

/**
 * The message extension: a search whose results may be put into any chat, and the two actions in the menu of a message. A search only
 * reads. An action first says in a dialog what will happen; its change follows as an Incoming in the person's own chat with the
 * assistant. That chat is always opened anew from who asks: where the menu was opened, others read along. Null: not its invoke.
 */
export function createExtension(deps: ExtensionDeps) {
  return async (activity: Activity, from: Incoming): Promise<InvokeBody | null> => {
    const lang = from.person.locale ?? 'nl'
    switch (activity.name) {
      case 'composeExtension/query':
        return { composeExtension: await search(activity, from, lang) }
      case 'composeExtension/fetchTask':
        return dialog(activity, lang)
      case 'composeExtension/submitAction':
        return begin(activity, from, lang)
      default:
        return null
    }
  }

  async function search(activity: Activity, from: Incoming, lang: Lang): Promise<InvokeBody> {
    const t = textsFor(lang).teams.extension
    const { parameters, queryOptions } = queryValue.parse(activity.value ?? {})
    // What was found stood in the first answer as a whole.
    if (queryOptions.skip > 0) return { type: 'result', attachmentLayout: 'list', attachments: [] }
    const typed = parameters.find(({ name }) => name !== 'initialRun')?.value
    const answer = await ask({
      platform: 'teams',
      name: 'find-assignments',
      conversation: from.person.id,
      scope: 'direct',
      person: from.person,
      values: { text: typeof typed === 'string' ? typed.slice(0, limits.query) : '' },
    })
    if (answer.kind !== 'found') return { type: 'message', text: t.searchLater }
    if (answer.found.length === 0) return { type: 'message', text: t.nothingFound }
    const attachments = answer.found.map(({ title, detail, card: shown }) => ({
      ...attachmentOf(shown, lang, t),
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: plain(title), text: plain(detail) },
      },
    }))
    return { type: 'result', attachmentLayout: 'list', attachments }
  }

  /** Says what the action will do with this message, and asks whether to. */
  function dialog(activity: Activity, lang: Lang): InvokeBody {
    const { name, message } = chosen(activity)
    if (name === null) return {}
    const t = textsFor(lang).teams.extension
    const adds = name === messageActions.add
    if (message === null || (adds && message.text === '')) return told(message?.files ? t.onlyFile : t.nothingToRead)
    const words = adds ? t.add : t.score
    const shown = card(
      { type: 'text', text: words.ask },
      message.text !== '' && { type: 'quote', text: shorten(message.text, limits.dialogQuote) },
      message.files && { type: 'notice', tone: 'info', text: t.fileStays },
      { type: 'buttons', buttons: [{ kind: 'action', label: words.go, action: name, step: '', style: 'primary' }] },
    )
    const { contentType, content } = attachmentOf(shown, lang, t)
    const value = { title: words.title, width: 'medium', height: 'medium', card: { contentType, content } }
    return { task: { type: 'continue', value } }
  }

  async function begin(activity: Activity, from: Incoming, lang: Lang): Promise<InvokeBody> {
    const { name, message, pressed } = chosen(activity)
    if (name === null || pressed !== name) return {}
    const { teams } = textsFor(lang)
    if (message === null) return told(teams.extension.nothingToRead)
    const place = placeOf(from.address)
    const conversation = await deps.openPersonal(place)
    if (conversation === null) return told(teams.notReachable)
    const { serviceUrl, user } = place
    const guest = from.person.guest || user === null || (await deps.people.isGuest({ serviceUrl, conversation, user }))
    // A pasted CV is a document; as words it might name an assignment by accident.
    const cv = name === messageActions.score && message.text.length >= limits.shortestCv
    await deps.accept({
      key: deps.submitKey({
        ...activity,
        // The same message is the same from wherever its menu was opened.
        conversation: { id: from.person.id },
        replyToId: `message/${message.id}`,
        value: { action: name, step: '', values: {} },
      }),
      platform: 'teams',
      conversation: from.person.id,
      address: addressOf({ ...place, kind: 'personal', conversation }),
      scope: 'direct',
      addressed: true,
      person: { ...from.person, guest },
      text: '',
      files: cv
        ? [{ name: 'bericht.txt', size: null, type: 'text/plain', role: 'cv', ref: textRef(message.text) }]
        : [],
      action: { name, step: '', values: { text: cv ? '' : message.text } },
      receivedAt: from.receivedAt,
    })
    return told(teams.extension.goesOn)
  }

  /** A query within its time; one that fails or is late has no answer. */
  async function ask(query: Query): Promise<QueryAnswer> {
    try {
      return await Promise.race([deps.query(query), deps.sleep(deps.queryMs).then((): QueryAnswer => ({ kind: 'ok' }))])
    } catch (error) {
      deps.log.error('teams query failed', error, { query: query.name })
      return { kind: 'ok' }
    }
  }
}

const actionNames: string[] = Object.values(messageActions)

/** The action and its message; `pressed` is the button of the dialog. */
function chosen(activity: Activity): { name: string | null; message: ChosenMessage | null; pressed: string | null } {
  const parsed = commandValue.safeParse(activity.value)
  if (!parsed.success) return { name: null, message: null, pressed: null }
  const { commandId, messagePayload, data } = parsed.data
  return {
    name: actionNames.includes(commandId) ? commandId : null,
    message: chosenMessage(messagePayload),
    pressed: actionOf(data)?.name ?? null,
  }
}

/** One card; what would need a second message is named instead. */
function attachmentOf(shown: Card, lang: Lang, t: Words) {
  const [first, ...more] = renderMessages(shown, { lang, personalLink: null })
  const { contentType = '', content } = first?.attachments?.[0] ?? {}
  if (more.length === 0) return { contentType, content }
  const body = [...(content as { body: unknown[] }).body, ...paragraphs(t.more, { subtle: true })]
  return { contentType, content: { ...(content as object), body } }
}

/** Words of a preview: Teams may read markup there. */
function plain(text: string): string {
  return shorten(literal(text).replace(/</g, '‹').replace(/>/g, '›').replace(/\s+/g, ' '), limits.preview)
}

function told(value: string): InvokeBody {
  return { task: { type: 'message', value } }
}
