import { z } from 'zod'
import type { Outgoing } from '../../chat/message.ts'
import type { PostOptions, PostResult } from '../../chat/post-result.ts'
import { MaatstafError } from '../../errors.ts'
import { textsFor } from '../../texts/texts.ts'
import { isDirect, type Place, placeOf, userOf } from './address.ts'
import type { Api } from './api.ts'
import { type Found, findPosted, metadataOf } from './metadata.ts'
import { renderHome } from './modal.ts'
import type { Outcome } from './outcome.ts'
import type { Pace } from './pace.ts'
import type { Pane } from './pane.ts'
import { ephemeralStamp, isEphemeral, partsOf, platformId } from './posted-id.ts'
import { renderMessages, type SlackMessage } from './render.ts'
import type { Responder } from './respond.ts'

export type Post = (outgoing: Outgoing, options?: PostOptions) => Promise<PostResult>

export type PostDeps = {
  api: Api
  pace: Pace
  pane: Pane
  responder: Responder
  /** The workspace of the token, once known. */
  team(): string | null
  /** Milliseconds now by the assistant's clock: a response_url expires by it. */
  now(): number
  sleep(ms: number): Promise<void>
  timeoutMs: number
  /** Called when something was posted in a thread. */
  onThread(place: { team: string; channel: string; thread: string }): void
}

/** Rest that is waited out in the middle of a post of several messages, so that it does not stay half said. */
const longestRestSeconds = 30
/** Refusals that mean: not in this channel, though the person may be reached directly. */
const notThere = new Set(['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived'])
/** The message to be replaced is gone or closed: its successor is posted as a new one. */
const notReplaceable = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed', 'cant_edit_post'])

/**
 * Posts a card: as one message or several, as a reply in a thread, for one person, in the place of an earlier one, with a file.
 * At most one attempt; what may have arrived is `ambiguous`, and is looked for in Slack before it is posted again.
 */
export function createPost(deps: PostDeps): Post {
  const { api, pace } = deps
  /** Posts that stopped half way or whose answer was lost, by key: a second attempt looks first, whatever it is told. */
  const doubtful = new Set<string>()
  const opened = new Map<string, string>()

  async function post(outgoing: Outgoing, options: PostOptions = {}): Promise<PostResult> {
    const dead = api.dead()
    if (dead !== null) return { refused: dead, permanent: true }
    let prepared: { place: Place; messages: SlackMessage[] }
    try {
      prepared = { place: placeOf(outgoing.to), messages: messagesOf(outgoing) }
    } catch (error) {
      return { refused: error instanceof MaatstafError ? error.code : 'card-unreadable', permanent: true }
    }
    const { place, messages } = prepared
    const team = deps.team()
    if (team !== null && place.team !== team) return { refused: 'other-workspace', permanent: true }
    if (outgoing.card.home) return showHome(outgoing, place)
    if (outgoing.file && !options.file) return { refused: 'file-missing', permanent: true }
    const repeated = options.repeated === true || doubtful.has(outgoing.key)
    const result = await dispatch(outgoing, { ...options, repeated }, place, messages)
    if ('ambiguous' in result) doubtful.add(outgoing.key)
    else doubtful.delete(outgoing.key)
    return result
  }

  function dispatch(
    outgoing: Outgoing,
    options: PostOptions,
    place: Place,
    messages: SlackMessage[],
  ): Promise<PostResult> {
    const alone = outgoing.only === undefined ? null : userOf(outgoing.only)
    const direct = isDirect(place.channel) || place.channel === alone
    // A file cannot be shown to one person in a channel; it goes to that person's direct messages.
    if (alone !== null && !direct && outgoing.file) {
      return publish(outgoing, options, { team: place.team, channel: alone }, messages)
    }
    if (alone !== null && !direct) return whisper(outgoing, options, place, messages, alone)
    if (options.replaces && !isEphemeral(options.replaces)) return replace(outgoing, options, place, messages)
    return publish(outgoing, options, place, messages)
  }

  /** A home tab is nobody's message: it is shown in place of the one before, as often as it takes. */
  async function showHome({ card, lang = 'nl' }: Outgoing, { channel }: Place): Promise<PostResult> {
    const view = renderHome(card, textsFor(lang).slack.moreElsewhere)
    const outcome = await api.call('views.publish', { user_id: channel, view }, channel)
    return 'done' in outcome ? { ok: platformId(channel, [ephemeralStamp]) } : failed(outcome)
  }

  /** For everybody there. */
  async function publish(
    outgoing: Outgoing,
    options: PostOptions,
    place: Place,
    messages: SlackMessage[],
  ): Promise<PostResult> {
    const channel = await channelOf(place)
    if (typeof channel !== 'string') return failed(channel)
    if (place.thread) await deps.pane.settled({ channel, thread: place.thread })
    const at = { channel, thread: place.thread }
    const found = options.repeated ? await findPosted(api, at, outgoing.key, messages.length === 0) : nothing()
    if (!('parts' in found)) return 'refused' in found && found.permanent ? found : { ambiguous: true }
    const stamps: string[] = []
    for (const [part, message] of messages.entries()) {
      const known = found.parts.get(part)
      const outcome = known === undefined ? await send(at, message, outgoing.key, part) : { done: { ts: known } }
      if (!('done' in outcome)) return part === 0 ? failed(outcome) : halfway(outcome)
      stamps.push(String(outcome.done['ts']))
    }
    if (place.thread) deps.onThread({ team: place.team, channel, thread: place.thread })
    const stands = outgoing.file && found.files.get(outgoing.file.name)
    if (stands !== undefined) return { ok: platformId(channel, stamps, [stands]) }
    if (outgoing.file && options.file) {
      const outcome = await upload(at, outgoing.file.name, options.file)
      if (!('done' in outcome)) return stamps.length === 0 ? failed(outcome) : halfway(outcome)
      return { ok: platformId(channel, stamps, filesOf(outcome.done)) }
    }
    return { ok: platformId(channel, stamps) }
  }

  async function send(
    at: { channel: string; thread?: string | undefined },
    message: SlackMessage,
    key: string,
    part: number,
  ): Promise<Outcome> {
    const args = { channel: at.channel, ...message, metadata: metadataOf(key, part), ...quiet }
    await pace.turn(at.channel)
    let outcome = await api.call('chat.postMessage', { ...args, thread_ts: at.thread }, at.channel)
    if ('refused' in outcome && at.thread && /thread/.test(outcome.refused)) {
      // The message that began the thread was deleted; the answer is still owed.
      outcome = await api.call('chat.postMessage', args, at.channel)
    }
    if ('retryAfter' in outcome && part > 0 && outcome.retryAfter <= longestRestSeconds) {
      await deps.sleep(outcome.retryAfter * 1000)
      outcome = await api.call('chat.postMessage', { ...args, thread_ts: at.thread }, at.channel)
    }
    return outcome
  }

  function upload(
    at: { channel: string; thread?: string | undefined },
    filename: string,
    bytes: Uint8Array,
  ): Promise<Outcome> {
    const thread = at.thread ? { thread_ts: at.thread } : {}
    return api.call('files.uploadV2', {
      channel_id: at.channel,
      ...thread,
      filename,
      title: filename,
      file: Buffer.from(bytes),
    })
  }

  /** In the place of an earlier post: what both have is updated, surplus messages go, further ones follow. */
  async function replace(
    outgoing: Outgoing,
    options: PostOptions,
    place: Place,
    messages: SlackMessage[],
  ): Promise<PostResult> {
    const { channel, stamps } = partsOf(options.replaces ?? '')
    for (const [part, message] of messages.slice(0, stamps.length).entries()) {
      const args = { channel, ts: stamps[part], ...message, metadata: metadataOf(outgoing.key, part) }
      const outcome = await api.call('chat.update', args, channel)
      if ('refused' in outcome && notReplaceable.has(outcome.refused)) {
        return publish(outgoing, options, place, messages)
      }
      // An update can be repeated: the second says the same in the same place.
      if (!('done' in outcome)) return failed(outcome)
    }
    for (const ts of stamps.slice(messages.length)) await api.call('chat.delete', { channel, ts }, channel)
    if (messages.length <= stamps.length && !outgoing.file)
      return { ok: platformId(channel, stamps.slice(0, messages.length)) }
    const rest = await publish({ ...outgoing, key: `${outgoing.key}+` }, options, place, messages.slice(stamps.length))
    if (!('ok' in rest)) return rest
    const further = partsOf(rest.ok)
    return { ok: platformId(channel, [...stamps, ...further.stamps], further.files) }
  }

  /** For one person in a channel, where the others see nothing. */
  async function whisper(
    outgoing: Outgoing,
    options: PostOptions,
    place: Place,
    messages: SlackMessage[],
    user: string,
  ): Promise<PostResult> {
    // Slack shows these to nobody else, us included: a lost one cannot be looked for, so it is not said again.
    if (options.repeated) return { ambiguous: true }
    const url = place.url?.caller === outgoing.only ? place.url : undefined
    const over = url !== undefined && deps.now() >= Temporal.Instant.from(url.until).epochMilliseconds
    const replacing = url?.ephemeral === true && options.replaces !== undefined && isEphemeral(options.replaces)
    for (const [part, message] of messages.entries()) {
      await pace.turn(place.channel)
      const responded =
        url === undefined || over
          ? null
          : await deps.responder.respond(url.href, message, {
              replace: replacing && part === 0,
              timeoutMs: deps.timeoutMs,
            })
      const outcome = responded ?? (await ephemeral(place, message, user))
      if ('refused' in outcome && notThere.has(outcome.refused)) {
        return publish(
          { ...outgoing, key: `${outgoing.key}+` },
          options,
          { team: place.team, channel: user },
          messages.slice(part),
        )
      }
      if (!('done' in outcome)) return part === 0 ? failed(outcome) : halfway(outcome)
    }
    return { ok: platformId(place.channel, [ephemeralStamp]) }
  }

  function ephemeral(place: Place, message: SlackMessage, user: string): Promise<Outcome> {
    // In a thread that nobody has open yet, Slack shows such a message to nobody.
    const thread = place.thread && !place.fresh ? { thread_ts: place.thread } : {}
    return api.call('chat.postEphemeral', { channel: place.channel, user, ...message, ...thread }, place.channel)
  }

  /** The channel to post to; a user's direct messages are opened first, so that they can be read back. */
  async function channelOf(place: Place): Promise<string | Exclude<Outcome, { done: unknown }>> {
    const { channel } = place
    if (!/^[UW]/.test(channel)) return channel
    const known = opened.get(channel)
    if (known !== undefined) return known
    const outcome = await api.call('conversations.open', { users: channel, return_im: true })
    if (!('done' in outcome)) return 'ambiguous' in outcome ? { refused: 'unreachable', permanent: false } : outcome
    const { channel: direct } = outcome.done
    const id = typeof direct === 'object' && direct !== null && 'id' in direct ? String(direct.id) : channel
    opened.set(channel, id)
    return id
  }

  return post
}

/** Nothing here unfurls: a link in a posting must not fetch or show anything by itself. */
const quiet = { unfurl_links: false, unfurl_media: false }

function messagesOf(outgoing: Outgoing): SlackMessage[] {
  const messages = renderMessages(outgoing.card).filter((message) => message.blocks.length > 0)
  if (messages.length > 0 || outgoing.file) return messages
  throw new MaatstafError('card-empty', 'a card without words cannot be posted', { fault: 'system' })
}

/** The ids in the answer of the client's upload, which lists what each of its requests completed. */
function filesOf(done: Record<string, unknown>): string[] {
  const parsed = uploaded.safeParse(done)
  return parsed.success ? parsed.data.files.flatMap(({ files }) => files.map(({ id }) => id)) : []
}

const uploaded = z.object({ files: z.array(z.object({ files: z.array(z.object({ id: z.string() })) })) })

function nothing(): Found {
  return { parts: new Map(), files: new Map() }
}

function failed(outcome: Exclude<Outcome, { done: unknown }>): PostResult {
  return outcome
}

/** Part of it stands there: only a look can tell where to go on, unless it will never go on. */
function halfway(outcome: Exclude<Outcome, { done: unknown }>): PostResult {
  return 'refused' in outcome && outcome.permanent ? outcome : { ambiguous: true }
}
