import type { Incoming } from '../../chat/message.ts'
import { MaatstafError } from '../../errors.ts'
import { incomingFromEvent, type Surroundings } from './incoming.ts'
import {
  incomingFromAction,
  incomingFromCommand,
  incomingFromShortcut,
  incomingFromSubmission,
  pressed,
} from './interaction.ts'
import { modalId, parseMemory } from './modal.ts'
import { shortcuts, textOfCommand } from './needs.ts'
import { actionsBody, commandBody, eventBody, shortcutBody, submissionBody } from './payloads.ts'

/**
 * One payload of Slack as an Incoming; null for what is none. This is the whole translation: what the running app adds are guests,
 * languages and shared channels, which the payload does not tell.
 */
export function translate(payload: unknown, around: Surroundings): Incoming | null {
  const event = eventBody.safeParse(payload)
  if (event.success) return incomingFromEvent(event.data, around)
  const command = commandBody.safeParse(payload)
  if (command.success)
    return incomingFromCommand(command.data, textOfCommand(command.data.command, command.data.text), around)
  const actions = actionsBody.safeParse(payload)
  if (actions.success) {
    const control = pressed(actions.data)
    return control && incomingFromAction(actions.data, control, around)
  }
  const shortcut = shortcutBody.safeParse(payload)
  if (shortcut.success)
    return shortcuts.includes(shortcut.data.callback_id) ? incomingFromShortcut(shortcut.data, around) : null
  const submission = submissionBody.safeParse(payload)
  if (submission.success && submission.data.view.callback_id === modalId) {
    const memory = parseMemory(submission.data.view.private_metadata ?? '')
    return memory && incomingFromSubmission(submission.data, memory, around)
  }
  return null
}

/**
 * For `maatstaf replay FILE.json`: one recorded payload. `json` is the file's text, or what it holds. Null when Slack's payload is
 * nothing for the assistant; throws `not-json` when it is no JSON.
 */
export function replayPayload(json: unknown, receivedAt = '1970-01-01T00:00:00Z'): Incoming | null {
  return translate(typeof json === 'string' ? parsed(json) : json, { assistant: null, receivedAt })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new MaatstafError('not-json', 'the payload is not JSON', { cause })
  }
}
