import type { FileRef, Incoming } from '../../chat/message.ts'
import {
  addressOf,
  channelId,
  directConversation,
  isDirect,
  personId,
  threadConversation,
  workspaceId,
} from './address.ts'
import { fileRef } from './file-ref.ts'
import type { EventBody } from './payloads.ts'
import { mentions, writtenText } from './written-text.ts'

/** What a payload alone does not say. */
export type Surroundings = {
  /** The assistant's own user id, when known; payloads of events bring it along. */
  assistant: string | null
  /** ISO instant at which the assistant's clock stands. */
  receivedAt: string
}

/** Subtypes that are people writing; every other one is Slack telling about messages (edits, joins, bots). */
const written = new Set(['file_share', 'thread_broadcast', 'me_message'])

/**
 * An event of Slack as an Incoming; null for what is none: edits, deletions, everything a bot wrote (the assistant too) and events
 * that only concern Slack. Guests and languages are filled in by who knows the people.
 */
export function incomingFromEvent(body: EventBody, around: Surroundings): Incoming | null {
  const { event } = body
  const assistant = body.authorizations?.find((one) => one.is_bot)?.user_id ?? around.assistant
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return fromMessage(body, assistant, around.receivedAt)
    case 'member_joined_channel':
      return event.user && event.user === assistant
        ? aboutChannel(body, 'joined', event.inviter ?? event.user, around)
        : null
    case 'channel_left':
    case 'group_left':
      return aboutChannel(body, 'left', event.actor_id ?? event.user ?? 'unknown', around)
    case 'tokens_revoked':
      // The revocation of somebody's user token is none of ours.
      return event.tokens?.bot?.length ? uninstalled(body, around) : null
    case 'app_uninstalled':
      return uninstalled(body, around)
    default:
      return null
  }
}

function fromMessage(body: EventBody, assistant: string | null, receivedAt: string): Incoming | null {
  const { event, team_id: team } = body
  const { channel, user, ts, thread_ts: thread, text } = event
  if (event.bot_id || event.hidden || !channel || !user || !ts || user === assistant) return null
  if (event.subtype && !written.has(event.subtype)) return null
  const direct = event.channel_type ? event.channel_type === 'im' : isDirect(channel)
  const mentioned = event.type === 'app_mention' || mentions(text ?? '', assistant)
  const root = thread ?? ts
  const follows = !direct && !mentioned && assistant !== null && event.parent_user_id === assistant
  return {
    // One message may arrive as `message` and as `app_mention`: the place in the channel makes it one.
    key: `slack:${team}/${channel}/${ts}`,
    platform: 'slack',
    conversation: direct ? directConversation(team, user) : threadConversation(team, channel, root),
    address: addressOf(
      direct
        ? { team, channel, ...(thread ? { thread } : {}) }
        : { team, channel, thread: root, ...(thread ? {} : { fresh: true as const }) },
    ),
    scope: direct ? 'direct' : 'channel',
    addressed: direct || mentioned || follows,
    ...(follows ? { follows } : {}),
    person: { id: personId(event.user_team ?? team, user), guest: isForeign(body, event.user_team) },
    text: writtenText(text ?? '', assistant),
    files: (event.files ?? []).flatMap((file): FileRef[] => [fileRef(file, null)]),
    receivedAt,
    ...(direct ? {} : inChannel(team, channel, user)),
    ...(body.is_ext_shared_channel ? { shared: true } : {}),
  }
}

/** What every Incoming from a channel carries: the channel, and where its person can be reached alone. */
export function inChannel(team: string, channel: string, user: string) {
  return {
    channel: channelId(team, channel),
    publicly: addressOf({ team, channel }),
    personal: addressOf({ team, channel: user }),
    personalConversation: directConversation(team, user),
  }
}

/** Somebody of another organisation, who writes from a shared channel. */
function isForeign(body: EventBody, userTeam: string | null | undefined): boolean {
  return Boolean(body.is_ext_shared_channel && userTeam && userTeam !== body.team_id)
}

function aboutChannel(body: EventBody, what: 'joined' | 'left', user: string, around: Surroundings): Incoming | null {
  const { team_id: team, event } = body
  if (!event.channel) return null
  const direct = isDirect(event.channel)
  return {
    ...bare(body, user, around),
    conversation: channelId(team, event.channel),
    address: addressOf({ team, channel: event.channel }),
    scope: direct ? 'direct' : 'channel',
    ...(direct ? {} : inChannel(team, event.channel, user)),
    ...(body.is_ext_shared_channel ? { shared: true } : {}),
    event: what,
  }
}

function uninstalled(body: EventBody, around: Surroundings): Incoming {
  const team = body.team_id
  return {
    ...bare(body, 'slack', around),
    conversation: workspaceId(team),
    address: addressOf({ team, channel: '' }),
    scope: 'direct',
    event: 'uninstalled',
  }
}

function bare(body: EventBody, user: string, around: Surroundings) {
  return {
    key: `slack:${body.team_id}/${body.event_id}`,
    platform: 'slack' as const,
    addressed: false,
    person: { id: personId(body.team_id, user), guest: false },
    text: '',
    files: [],
    receivedAt: around.receivedAt,
  }
}
