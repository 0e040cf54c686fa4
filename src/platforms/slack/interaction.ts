import { feedbackAction } from '../../chat/card.ts'
import type { FileRef, Incoming } from '../../chat/message.ts'
import { addressOf, channelId, directConversation, isDirect, personId, threadConversation } from './address.ts'
import { type ControlValue, parseFeedbackId, parseFieldId, parsePickId, unpackControl } from './control-value.ts'
import { fileRef } from './file-ref.ts'
import { inChannel, type Surroundings } from './incoming.ts'
import type { ModalMemory } from './modal.ts'
import type { ActionsBody, CommandBody, ShortcutBody, State, SubmissionBody } from './payloads.ts'
import { writtenText } from './written-text.ts'

/** Slack keeps a response_url for 30 minutes; a minute less, so that a slow call does not fall outside. */
const responseMinutes = 29

/** A slash command as the text it stands for, asked privately. `text` comes from the command table. */
export function incomingFromCommand(body: CommandBody, text: string, around: Surroundings): Incoming {
  const { team_id: team, channel_id: channel, user_id: user } = body
  const person = personId(team, user)
  const direct = isDirect(channel)
  const url = responseUrl(body.response_url, person, true, around)
  return {
    key: `slack:${team}/${body.trigger_id}`,
    platform: 'slack',
    // In a channel the answers are for the caller alone, so the caller's commands there are a conversation of their own.
    conversation: direct ? directConversation(team, user) : `${channelId(team, channel)}/${user}`,
    // A command may be typed in the direct messages of two people, where the assistant is not: it answers in its own.
    address: addressOf({ team, channel: direct ? user : channel, ...url }),
    scope: direct ? 'direct' : 'channel',
    addressed: true,
    person: { id: person, guest: false },
    text,
    files: [],
    receivedAt: around.receivedAt,
    ...(direct ? {} : { private: true, ...inChannel(team, channel, user) }),
  }
}

/** A shortcut on a message: what it says goes along, whoever wrote it. The answer in a channel is for who chose it alone. */
export function incomingFromShortcut(body: ShortcutBody, around: Surroundings): Incoming {
  const team = body.team?.id ?? body.user.team_id ?? ''
  const [user, channel] = [body.user.id, body.channel.id]
  const person = personId(body.user.team_id ?? team, user)
  const direct = isDirect(channel)
  const url = responseUrl(body.response_url, person, true, around)
  return {
    key: `slack:${team}/${body.trigger_id}`,
    platform: 'slack',
    conversation: direct ? directConversation(team, user) : `${channelId(team, channel)}/${user}`,
    address: addressOf({ team, channel: direct ? user : channel, ...url }),
    scope: direct ? 'direct' : 'channel',
    addressed: true,
    person: { id: person, guest: false },
    text: '',
    files: (body.message.files ?? []).map((one) => fileRef(one, null)),
    action: {
      name: body.callback_id,
      step: '',
      values: { text: writtenText(body.message.text ?? '', around.assistant) },
    },
    receivedAt: around.receivedAt,
    ...(direct ? {} : { private: true, ...inChannel(team, channel, user) }),
  }
}

/** What was pressed: the control's memory together with the fields beside it; null when it is none of ours (a link, a field). */
export function pressed(body: ActionsBody): ControlValue | null {
  const action = body.actions[0]
  if (!action) return null
  const judged = parseFeedbackId(action.action_id)
  if (judged !== null && action.selected_option)
    return { action: feedbackAction, step: '', values: { answer: judged, verdict: action.selected_option.value } }
  const picked = parsePickId(action.block_id ?? '')
  if (picked && action.selected_option) {
    const values = { [picked.name]: action.selected_option.value }
    return { action: picked.action, step: picked.step, values: { ...fieldsOf(body.state).values, ...values } }
  }
  const control = action.value ? unpackControl(action.value) : null
  return control && { ...control, values: { ...fieldsOf(body.state).values, ...control.values } }
}

/** A pressed button or a picked choice as an Incoming, in the conversation that the card belongs to. */
export function incomingFromAction(body: ActionsBody, control: ControlValue, around: Surroundings): Incoming {
  const place = placeOfAction(body)
  const { team, channel, user } = place
  const person = personId(body.user.team_id ?? team, user)
  const url = responseUrl(body.response_url, person, place.ephemeral, around)
  return {
    key: `slack:${team}/${body.trigger_id}`,
    platform: 'slack',
    conversation: place.conversation,
    address: addressOf({ team, channel, ...(place.thread ? { thread: place.thread } : {}), ...url }),
    scope: place.direct ? 'direct' : 'channel',
    addressed: true,
    person: { id: person, guest: false },
    text: '',
    files: [],
    action: { name: control.action, step: control.step, values: control.values ?? {} },
    receivedAt: around.receivedAt,
    ...(place.direct ? {} : inChannel(team, channel, user)),
    ...(place.ephemeral && !place.direct ? { private: true } : {}),
  }
}

/** What a modal opened from here has to remember. A form that a Query gives is personal: it goes on in the direct conversation. */
export function memoryFor(incoming: Incoming, action: string, step: string, personal: boolean): ModalMemory {
  const apart = personal && incoming.personal && incoming.personalConversation
  return {
    action,
    step,
    conversation: apart ? (incoming.personalConversation ?? incoming.conversation) : incoming.conversation,
    address: apart ? (incoming.personal ?? incoming.address) : withoutUrl(incoming),
    scope: apart ? 'direct' : incoming.scope,
    ...(incoming.channel ? { channel: incoming.channel } : {}),
    ...(incoming.shared && !apart ? { shared: true } : {}),
  }
}

/** A submitted modal as an Incoming; the files of its fields carry which document they are. */
export function incomingFromSubmission(body: SubmissionBody, memory: ModalMemory, around: Surroundings): Incoming {
  const team = body.team?.id ?? body.user.team_id ?? ''
  const { values, files } = fieldsOf(body.view.state)
  return {
    key: `slack:${team}/${body.trigger_id ?? `${body.view.id}/${body.view.hash ?? ''}`}`,
    platform: 'slack',
    conversation: memory.conversation,
    address: memory.address,
    scope: memory.scope,
    addressed: true,
    person: { id: personId(body.user.team_id ?? team, body.user.id), guest: false },
    text: '',
    files,
    action: { name: memory.action, step: memory.step, values },
    receivedAt: around.receivedAt,
    ...(memory.channel
      ? { channel: memory.channel, publicly: addressOf({ team, channel: memory.channel.split('/')[1] ?? '' }) }
      : {}),
    ...(memory.shared ? { shared: true } : {}),
    personal: addressOf({ team, channel: body.user.id }),
    personalConversation: directConversation(team, body.user.id),
  }
}

/** The block of a field by its name, for errors beside it. */
export function blockOfField(state: State, name: string): string | null {
  return Object.keys(state?.values ?? {}).find((id) => parseFieldId(id) === name) ?? null
}

function fieldsOf(state: State): { values: Record<string, string>; files: FileRef[] } {
  const values: Record<string, string> = {}
  const files: FileRef[] = []
  for (const [id, fields] of Object.entries(state?.values ?? {})) {
    const name = parseFieldId(id)
    if (name === null) continue
    for (const field of Object.values(fields)) {
      const value = field.value ?? field.selected_option?.value
      if (value !== undefined && value !== null) values[name] = value
      files.push(...(field.files ?? []).map((file) => fileRef(file, name)))
    }
  }
  return { values, files }
}

function placeOfAction(body: ActionsBody) {
  const team = body.team?.id ?? body.user.team_id ?? ''
  const user = body.user.id
  const { container, message } = body
  // A home tab has no channel: what is pressed there goes on in the direct conversation.
  const channel = container?.channel_id ?? body.channel?.id ?? user
  const direct = channel === user || isDirect(channel)
  const ephemeral = container?.is_ephemeral === true
  const own = container?.thread_ts ?? message?.thread_ts ?? null
  const thread = direct || ephemeral ? own : (own ?? container?.message_ts ?? message?.ts ?? null)
  const conversation = direct
    ? directConversation(team, user)
    : thread
      ? threadConversation(team, channel, thread)
      : `${channelId(team, channel)}/${user}`
  return { team, user, channel, direct, ephemeral, thread, conversation }
}

function responseUrl(href: string | null | undefined, caller: string, ephemeral: boolean, around: Surroundings) {
  if (!href) return {}
  const until = Temporal.Instant.from(around.receivedAt).add({ minutes: responseMinutes }).toString()
  return { url: { href, until, caller, ephemeral } }
}

function withoutUrl(incoming: Incoming): string {
  return incoming.publicly && incoming.private ? incoming.publicly : incoming.address
}
