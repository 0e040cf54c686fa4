import { paragraphs } from '../../chat/adaptive-json.ts'
import type { Action } from '../../chat/message.ts'
import type { TeamsMessage } from './render.ts'

type Json = Record<string, unknown>

/**
 * The message as it stands after one of its buttons was pressed: what could be pressed and filled in is gone, what was pressed is named.
 * Null when that button is not on it, because another card took its place meanwhile.
 */
export function usedMessage(message: TeamsMessage, pressed: Action): TeamsMessage | null {
  const [attachment] = message.attachments ?? []
  const content: unknown = attachment?.content
  if (!attachment || !isJson(content) || !Array.isArray(content['body'])) return null
  const label = labelOf(content, pressed)
  if (label === null) return null
  const mark = paragraphs([{ text: `→ ${label}`, italic: true }], { subtle: true })
  const body = [...without(content['body']), ...mark]
  return { ...message, attachments: [{ ...attachment, content: { ...content, body } }] }
}

/** The words on the button with this action, step and values. */
function labelOf(value: unknown, pressed: Action): string | null {
  if (Array.isArray(value)) return value.map((one) => labelOf(one, pressed)).find((label) => label !== null) ?? null
  if (!isJson(value)) return null
  const { type, data, title } = value
  if (type === 'Action.Submit' && isJson(data) && data['action'] === pressed.name && data['step'] === pressed.step) {
    const own = isJson(data['values']) ? Object.entries(data['values']) : []
    if (own.every(([name, said]) => pressed.values[name] === said)) return String(title)
  }
  return (
    Object.values(value)
      .map((one) => labelOf(one, pressed))
      .find((label) => label !== null) ?? null
  )
}

/** The elements of a card without what could be pressed or filled in; links stay. */
function without(elements: unknown[]): unknown[] {
  return elements.flatMap((element) => {
    if (!isJson(element)) return []
    const { selectAction: _tapped, ...rest } = element
    const type = String(rest['type'])
    if (type.startsWith('Input.')) return []
    if (type === 'ActionSet') {
      const links = list(rest['actions']).filter((action) => isJson(action) && action['type'] === 'Action.OpenUrl')
      return links.length > 0 ? [{ ...rest, actions: links }] : []
    }
    if (!Array.isArray(rest['items'])) return [rest]
    const items = without(rest['items'])
    return items.length > 0 ? [{ ...rest, items }] : []
  })
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
