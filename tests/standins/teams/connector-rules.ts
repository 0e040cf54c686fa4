import { formatFaults } from './card-format.ts'

/** One activity that stands in a conversation. */
export type Posted = { id: string; conversation: string; activity: Record<string, unknown>; edited: boolean }

export type Thing = Record<string, unknown>

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const cardType = 'application/vnd.microsoft.card.adaptive'

/** What a strict connector would have against an activity; no client and no library enforces it. */
export function complaintsAbout(activity: Thing): string[] {
  const complaints: string[] = []
  const attachments = (activity['attachments'] ?? []) as Thing[]
  if (activity['type'] !== 'message') complaints.push(`type ${String(activity['type'])}`)
  if (activity['text'] && attachments.length > 0) complaints.push('text and card in one activity are torn apart')
  if (attachments.length > 1) complaints.push('several attachments in one activity')
  for (const { contentType, content } of attachments) {
    if (contentType === cardType) complaints.push(...formatFaults(content))
  }
  if (JSON.stringify(activity).length * 2 > 28 * 1024) complaints.push('more than 28 KB')
  if (!JSON.stringify(activity).isWellFormed()) complaints.push('a broken character')
  return complaints
}

/** The Adaptive Card of an activity; null when it has none. */
export function cardOf(activity: Thing): Thing | null {
  const attachment = ((activity['attachments'] ?? []) as Thing[]).find(({ contentType }) => contentType === cardType)
  return attachment && isThing(attachment['content']) ? attachment['content'] : null
}

/** Every element and action of a card, nested ones included, in order. */
export function partsOf(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (!isThing(value)) return []
  const own = typeof value['type'] === 'string' ? [value] : []
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => (name === 'data' ? [] : partsOf(inner)))]
}

/** The words of a card as a person reads them, one block a line. */
export function wordsOf(card: unknown): string {
  return partsOf(card)
    .flatMap((part) => {
      if (part['type'] === 'RichTextBlock')
        return [
          partsOf(part['inlines'])
            .map((run) => String(run['text']))
            .join(''),
        ]
      return part['type'] === 'Input.Text' || part['type'] === 'Input.ChoiceSet' ? [`${String(part['label'])}: …`] : []
    })
    .join('\n')
}
