import { bold, card } from '../../chat/card.ts'
import { settingsOf } from '../../digest/settings.ts'
import type { Channel } from '../../storage/port.ts'
import type { AssistantDeps } from '../deps.ts'
import { digestStatus, withDigest } from '../digests/settings.ts'
import type { Command } from './commands.ts'
import type { Turn } from './turn.ts'

/** The channel that a message came from, with its defaults when nobody set anything. */
export function channelOf({ message, known }: Turn): Channel | null {
  if (message.scope !== 'channel') return null
  return (
    known.channel ?? {
      id: message.channel ?? message.conversation,
      address: message.publicly ?? message.address,
      platform: message.platform,
      listening: 'always',
      digest: 'off',
      owner: null,
      noticePosted: false,
      blocked: null,
      shared: message.shared ?? false,
    }
  )
}

/** On joining: one notice that it is an AI assistant, what it reads and keeps, and how to set it. */
export function joinChannel(turn: Turn, channel: Channel): void {
  const { texts, message } = turn
  const joined: Channel = {
    ...channel,
    address: message.publicly ?? message.address,
    owner: channel.owner ?? message.person.id,
    noticePosted: true,
    blocked: null,
  }
  turn.write((stores) => stores.channels.set(joined))
  if (channel.noticePosted) return
  turn.reply({
    card: card(
      { type: 'text', text: [bold(texts.assistant.joined)] },
      { type: 'text', text: texts.assistant.joinedReads },
      { type: 'text', text: texts.assistant.joinedSettings },
    ),
  })
  turn.audit('channel-joined', { channel: channel.id })
}

/** "luister …", "deadlines …", "instellingen": the inviter or an administrator decides, about the digest everybody where they said so. */
export function setChannel(
  deps: AssistantDeps,
  turn: Turn,
  channel: Channel | null,
  command: Extract<Command, { name: 'listening' | 'settings' } | { name: 'digest'; to: 'set' }>,
): void {
  const { texts, message } = turn
  const say = (text: string) => turn.reply({ card: card({ type: 'text', text }), where: 'private' })
  if (!channel) return say(texts.assistant.onlyInChannel)
  if (command.name === 'settings') return turn.reply({ card: settingsCard(deps, turn, channel), where: 'private' })
  if (!maySet(deps, turn, channel, command)) return say(texts.assistant.notYours)
  const reached: Channel = {
    ...channel,
    address: message.publicly ?? message.address,
    owner: channel.owner ?? message.person.id,
  }
  const changed: Channel =
    command.name === 'listening' ? { ...reached, listening: command.to } : withDigest(reached, command, turn.now)
  turn.write((stores) => stores.channels.set(changed))
  turn.audit('channel-set', { channel: channel.id, listening: changed.listening, digest: changed.digest })
  if (command.name === 'listening') return say(texts.assistant.settings(changed))
  const status = digestStatus(deps, turn, changed, false)
  turn.reply({ card: card({ type: 'text', text: texts.assistant.settings(changed) }, ...status), where: 'private' })
}

export function isAdmin(deps: AssistantDeps, turn: Turn): boolean {
  const { platform, person } = turn.message
  return deps.settings.openPlatforms.includes(platform) || deps.settings.admins.includes(person.id)
}

function maySet(deps: AssistantDeps, turn: Turn, channel: Channel, command: Parameters<typeof setChannel>[3]): boolean {
  if (channel.owner === null || channel.owner === turn.message.person.id || isAdmin(deps, turn)) return true
  // Who may change it stays with the owner.
  const open = settingsOf(channel.digestSettings).mayChange === 'everybody'
  return open && command.name === 'digest' && command.change.mayChange === undefined
}

function settingsCard(deps: AssistantDeps, turn: Turn, channel: Channel) {
  const { assistant } = turn.texts
  return card(
    { type: 'text', text: assistant.settings(channel) },
    { type: 'text', text: assistant.settingsHow },
    ...digestStatus(deps, turn, channel, true),
  )
}
