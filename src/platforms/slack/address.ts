import { type Address, formatAddress, parseAddress } from '../../chat/address.ts'
import type { PersonId } from '../../chat/message.ts'

/** Where Slack posts. `channel` may be a user's id: that is the direct conversation with the app, opened when needed. */
export type Place = {
  team: string
  channel: string
  thread?: string
  /** The thread begins with the message that this answers: nobody has it open, so a private reply there would not be seen. */
  fresh?: true
  /** A response_url of Slack, for replies to `caller` only, until this ISO instant. */
  url?: { href: string; until: string; caller: PersonId; ephemeral: boolean }
}

export function addressOf(place: Place): Address {
  const { team, channel, thread, fresh, url } = place
  return formatAddress('slack', {
    team,
    channel,
    ...(thread ? { thread } : {}),
    ...(fresh ? { fresh: '1' } : {}),
    ...(url ? { url: url.href, until: url.until, caller: url.caller, ephemeral: url.ephemeral ? '1' : '' } : {}),
  })
}

/** Throws `bad-address` for what is not an address of Slack. */
export function placeOf(address: Address): Place {
  const { team = '', channel = '', thread, fresh, url, until, caller, ephemeral } = parseAddress('slack', address)
  return {
    team,
    channel,
    ...(thread ? { thread } : {}),
    ...(fresh ? { fresh: true as const } : {}),
    ...(url && until && caller ? { url: { href: url, until, caller, ephemeral: ephemeral === '1' } } : {}),
  }
}

/** People carry their workspace: the same user id elsewhere is somebody else. */
export function personId(team: string, user: string): PersonId {
  return `slack:${team}/${user}`
}

/** Slack's own user id of a person. */
export function userOf(person: PersonId): string {
  return person.slice(person.lastIndexOf('/') + 1)
}

/** A workspace among those of all platforms; the ids of its people, channels and conversations begin with it. */
export function workspaceId(team: string): string {
  return `slack:${team}`
}

/** A channel's id across workspaces; settings hang on it. */
export function channelId(team: string, channel: string): string {
  return `slack:${team}/${channel}`
}

/** A person's direct messages with the app are one conversation, in whatever thread they write; it is known without asking Slack. */
export function directConversation(team: string, user: string): string {
  return `slack:${team}/${user}`
}

export function threadConversation(team: string, channel: string, thread: string): string {
  return `slack:${team}/${channel}/${thread}`
}

/** Ids of direct messages begin with D. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D')
}
