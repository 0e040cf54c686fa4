import type { Address } from '../../chat/address.ts'
import { type Card, card } from '../../chat/card.ts'
import type { Action, Outgoing, PersonId } from '../../chat/message.ts'
import type { PostOptions, PostResult } from '../../chat/post-result.ts'
import type { Lang } from '../../chat/reply.ts'
import { MaatstafError } from '../../errors.ts'
import { type Texts, textsFor } from '../../texts/texts.ts'
import { type Place, placeOf, userOf } from './address.ts'
import type { Connector } from './connector.ts'
import type { Consents } from './consent.ts'
import type { Outcome } from './outcome.ts'
import type { Pace } from './pace.ts'
import { platformId, postedOf } from './posted-id.ts'
import { renderMessages, type TeamsMessage } from './render.ts'
import { usedMessage } from './used-card.ts'

export type Poster = {
  post(outgoing: Outgoing, options?: PostOptions): Promise<PostResult>
  /** Takes the buttons off a card of this process that was used; a card it does not remember stays, and its buttons are stale. */
  settle(to: Address, id: string, pressed: Action): Promise<void>
  /** The conversation id of the personal chat with who wrote at this place; null when there can be none, or none now. */
  openPersonal(place: Place): Promise<string | null>
}

export type PostDeps = {
  connector: Connector
  pace: Pace
  consents: Consents
  /** Where an answer stands that may be judged. */
  markAnswer(conversation: string, id: string, answer: string): void
  /** Opens the personal chat with the assistant. */
  personalLink: string
  /** Real milliseconds. */
  now(): number
}

type Failed = Exclude<Outcome, { done: unknown }>

/** A person who was told in a channel to look at the personal chat is not told again within this time. */
const pointerMs = 60_000
/** Cards of this process that are remembered, to take their buttons off. */
const mostShown = 1_000

/**
 * Posts a card: as one message or several, in the place of an earlier one, with a file, or in somebody's own chat when it is for that
 * person only. At most one attempt: Teams shows a bot nothing back, so that what may have arrived stays `ambiguous` and is not repeated.
 */
export function createPost(deps: PostDeps): Poster {
  const { connector, pace } = deps
  /** Posts that stopped half way with a clear no: what stands there already, by key. */
  const halfway = new Map<string, string[]>()
  const opened = new Map<string, string>()
  const pointed = new Map<string, number>()
  /** What stands there with buttons, by conversation and id. */
  const shown = new Map<string, TeamsMessage>()
  const settling = new Map<string, Promise<unknown>>()

  async function post(outgoing: Outgoing, options: PostOptions = {}): Promise<PostResult> {
    const lang = options.lang ?? 'nl'
    let place: Place
    let messages: TeamsMessage[]
    try {
      place = placeOf(outgoing.to)
      const alone = place.kind === 'personal' || outgoing.only !== undefined || outgoing.file !== undefined
      messages = renderMessages(outgoing.card, { lang, personalLink: alone ? null : deps.personalLink })
      if (messages.length === 0 && !outgoing.file)
        throw new MaatstafError('card-empty', 'a card without words cannot be posted', { fault: 'system' })
    } catch (error) {
      return { refused: error instanceof MaatstafError ? error.code : 'card-unreadable', permanent: true }
    }
    if (outgoing.file && !options.file) return { refused: 'file-missing', permanent: true }
    if (place.kind === 'personal') return inPersonal(outgoing, options, place, messages, lang)
    // What is for one person, and every file, goes to that person's own chat; the channel only hears that it did.
    const person = outgoing.only ?? (outgoing.file ? place.person : null)
    if (person) return aside(outgoing, options, place, person, messages, lang)
    return publish(outgoing, options, place, place.conversation ?? '', messages)
  }

  async function settle(to: Address, id: string, pressed: Action): Promise<void> {
    const place = placeOf(to)
    const conversation = place.conversation ?? ''
    const at = `${conversation}\n${id}`
    const used = usedMessage(shown.get(at) ?? {}, pressed)
    if (used === null) return
    shown.delete(at)
    await pace.turn(conversation)
    const activity = { ...used, ...around(place, conversation), id }
    const work = connector.call(place.serviceUrl, (client) => client.updateActivity(conversation, id, activity))
    settling.set(at, work)
    await work
    settling.delete(at)
  }

  function remember(conversation: string, id: string, message: TeamsMessage): void {
    shown.set(`${conversation}\n${id}`, message)
    if (shown.size > mostShown) shown.delete(shown.keys().next().value ?? '')
  }

  async function inPersonal(
    outgoing: Outgoing,
    options: PostOptions,
    place: Place,
    messages: TeamsMessage[],
    lang: Lang,
  ): Promise<PostResult> {
    const conversation = place.conversation ?? (await open(place, place.person, place.user))
    if (typeof conversation !== 'string') return conversation
    const greeted = /\/joined\/[^/]*\/\d+$/.test(outgoing.key) ? withSuggestions(messages, place, lang) : messages
    const offered = outgoing.file ? [...greeted, await offer(outgoing, place, lang)] : greeted
    return publish(outgoing, options, place, conversation, offered)
  }

  async function aside(
    outgoing: Outgoing,
    options: PostOptions,
    place: Place,
    person: PersonId,
    messages: TeamsMessage[],
    lang: Lang,
  ): Promise<PostResult> {
    const { teams } = textsFor(lang)
    const conversation = await open(place, person, person === place.person ? place.user : null)
    if (typeof conversation !== 'string') {
      if (!('refused' in conversation) || !conversation.permanent) return conversation
      const told = pointerCard(teams.notReachable, teams)
      return publish(outgoing, {}, place, place.conversation ?? '', renderMessages(told, { lang, personalLink: null }))
    }
    const offered = outgoing.file ? [...messages, await offer(outgoing, { ...place, person }, lang)] : messages
    const result = await publish(outgoing, options, place, conversation, offered)
    if ('ok' in result) await point(place, person, lang)
    return result
  }

  /** Says in the channel that the answer stands elsewhere. Nobody misses it when it is lost. */
  async function point(place: Place, person: PersonId, lang: Lang): Promise<void> {
    const about = `${place.conversation}\n${person}`
    if (deps.now() - (pointed.get(about) ?? Number.NEGATIVE_INFINITY) < pointerMs) return
    pointed.set(about, deps.now())
    if (pointed.size > 5_000) pointed.delete(pointed.keys().next().value ?? '')
    const { teams } = textsFor(lang)
    const [message] = renderMessages(pointerCard(teams.answeredPersonally, teams), { lang, personalLink: null })
    if (message) await send(place, place.conversation ?? '', message)
  }

  function pointerCard(text: string, teams: Texts['teams']): Card {
    return card(
      { type: 'text', text },
      { type: 'buttons', buttons: [{ kind: 'link', label: teams.openPersonal, url: deps.personalLink }] },
    )
  }

  /** New messages, or in the place of earlier ones. */
  async function publish(
    outgoing: Outgoing,
    options: PostOptions,
    place: Place,
    conversation: string,
    messages: TeamsMessage[],
  ): Promise<PostResult> {
    const left = pace.resting(conversation)
    if (left > 0) return { retryAfter: Math.ceil(left) }
    const before = postedOf(options.replaces ?? '')
    const replaceable = before.conversation === conversation ? before.ids : []
    const ids = halfway.get(outgoing.key) ?? (await replaced(place, conversation, replaceable, messages))
    if (!Array.isArray(ids)) return ids
    // Updating says the same in the same place; anything further might stand there twice.
    if (options.repeated && ids.length < messages.length) return { ambiguous: true }
    for (const message of messages.slice(ids.length)) {
      const outcome = await send(place, conversation, message)
      if (!('done' in outcome)) {
        if (!('ambiguous' in outcome) && ids.length > 0) halfway.set(outgoing.key, ids)
        return outcome
      }
      ids.push(outcome.done.id ?? '')
      remember(conversation, outcome.done.id ?? '', message)
    }
    halfway.delete(outgoing.key)
    if (outgoing.card.feedback) deps.markAnswer(conversation, ids.at(-1) ?? '', outgoing.card.feedback.answer)
    return { ok: platformId({ conversation, ids }) }
  }

  /** Updates what both have and removes the surplus; the ids that now carry the new words. */
  async function replaced(
    place: Place,
    conversation: string,
    ids: string[],
    messages: TeamsMessage[],
  ): Promise<string[] | Failed> {
    const kept = ids.slice(0, messages.length)
    for (const [part, id] of kept.entries()) {
      const activity = { ...messages[part], ...around(place, conversation), id }
      // Otherwise the card that gives way could come after the one that takes its place.
      await settling.get(`${conversation}\n${id}`)
      remember(conversation, id, messages[part] ?? {})
      await pace.turn(conversation)
      const outcome = await connector.call(place.serviceUrl, (client) =>
        client.updateActivity(conversation, id, activity),
      )
      if ('done' in outcome) continue
      rested(conversation, outcome)
      // The message to be replaced is gone: its successor is posted as a new one.
      if ('refused' in outcome && outcome.permanent && outcome.refused !== 'MessageSizeTooBig') return []
      return outcome
    }
    for (const id of ids.slice(messages.length))
      await connector.call(place.serviceUrl, (client) => client.deleteActivity(conversation, id))
    return kept
  }

  async function send(place: Place, conversation: string, message: TeamsMessage): Promise<Outcome<{ id?: string }>> {
    await pace.turn(conversation)
    const outcome = await connector.call(place.serviceUrl, (client) =>
      client.sendToConversation(conversation, { ...message, ...around(place, conversation) }),
    )
    rested(conversation, outcome)
    return outcome
  }

  function rested(conversation: string, outcome: Outcome<unknown>): void {
    if ('retryAfter' in outcome) pace.rest(conversation, outcome.retryAfter)
  }

  /** The personal chat with somebody; asking for it again gives the same one. */
  async function open(place: Place, person: PersonId | null, user: string | null): Promise<string | Failed> {
    const id = user ?? (person ? userOf(person) : '')
    const known = opened.get(`${place.serviceUrl}\n${id}`)
    if (known !== undefined) return known
    const outcome = await connector.call(place.serviceUrl, (client) =>
      client.createConversation({
        isGroup: false,
        bot: { id: place.bot, name: '' },
        members: [{ id, name: '' }],
        tenantId: place.tenant,
        channelData: { tenant: { id: place.tenant } },
      }),
    )
    if ('ambiguous' in outcome) return { refused: 'unreachable', permanent: false }
    if (!('done' in outcome)) return outcome
    if (!outcome.done.id) return { refused: 'no-personal-chat', permanent: true }
    opened.set(`${place.serviceUrl}\n${id}`, outcome.done.id)
    return outcome.done.id
  }

  /** The card that asks whether the file may be put into the person's OneDrive: the only way in which Teams takes one from a bot. */
  async function offer(outgoing: Outgoing, place: Place, lang: Lang): Promise<TeamsMessage> {
    const { id, name, size } = outgoing.file!
    const consent = await deps.consents.make({ file: id, name, person: place.person ?? '' })
    return {
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.consent',
          name,
          content: {
            description: textsFor(lang).teams.fileOffer(`${Math.max(1, Math.round(size / 1024))} kB`),
            sizeInBytes: size,
            acceptContext: { consent },
            declineContext: { consent },
          },
        },
      ],
    }
  }

  function withSuggestions(messages: TeamsMessage[], place: Place, lang: Lang): TeamsMessage[] {
    const actions = textsFor(lang).teams.suggestions.map((value) => ({ type: 'imBack', title: value, value }))
    return messages.map((message, index) =>
      index === messages.length - 1
        ? { ...message, suggestedActions: { to: place.user ? [place.user] : [], actions } }
        : message,
    )
  }

  return {
    post,
    settle,
    async openPersonal(place) {
      const conversation = await open(place, place.person, place.user)
      return typeof conversation === 'string' ? conversation : null
    },
  }
}

/** Sender and place, which the connector wants in the activity too. */
function around(place: Place, conversation: string) {
  return {
    from: { id: place.bot, name: '' },
    conversation: { id: conversation, name: '', isGroup: false, conversationType: place.kind },
  }
}
