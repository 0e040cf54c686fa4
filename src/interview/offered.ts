import type { Element } from '../chat/card.ts'
import type { Reply } from '../chat/reply.ts'
import { fold } from '../text/fold.ts'
import type { Intent } from './commands.ts'
import type { InterviewState, Place } from './state.ts'

type Offered = InterviewState['offered']

const most = 60

/** What can be pressed on these cards: every button, and every option of a list in its order. */
export function offeredBy(replies: Reply[], prefix: string): Offered {
  const found = replies.flatMap(({ card }) => card.elements).flatMap((element) => ofElement(element, prefix))
  return found.slice(0, most)
}

function ofElement(element: Element, prefix: string): Offered {
  if (element.type === 'buttons') {
    return element.buttons.flatMap((one) =>
      one.kind === 'action' && one.action.startsWith(prefix)
        ? [{ label: one.label, name: one.action.slice(prefix.length), values: one.values ?? {}, nth: null }]
        : [],
    )
  }
  if (element.type === 'choice' && element.action?.startsWith(prefix)) {
    const name = element.action.slice(prefix.length)
    return element.options.map(({ value, label }, index) => ({
      label,
      name,
      values: { [element.name]: value },
      nth: index + 1,
    }))
  }
  return []
}

const ordinals: [RegExp, number][] = [
  [/^(?:eerste|1e|1ste|first|1st|bovenste|top)$/, 1],
  [/^(?:tweede|2e|2de|second|2nd)$/, 2],
  [/^(?:derde|3e|3de|third|3rd)$/, 3],
  [/^(?:vierde|4e|4de|fourth|4th)$/, 4],
  [/^(?:vijfde|5e|5de|fifth|5th)$/, 5],
  [/^(?:laatste|onderste|last|bottom)$/, -1],
]

/**
 * What typing these words presses: a button or option by its label, an option by its place in the list ("de eerste"). A bare number
 * counts options only where no number means anything else.
 */
export function pressedBy(text: string, { offered }: InterviewState, place: Place): Intent | null {
  const said = plain(text)
  if (said === '') return null
  const labelled = offered.filter(({ label }) => plain(label) === said)
  if (labelled.length > 0 && labelled.every(({ name }) => name === labelled[0]!.name))
    return labelled.length === 1 ? intentOf(labelled[0]!) : null
  const options = offered.filter(({ nth }) => nth !== null)
  const word = said
    .replace(/^(?:doe (?:maar )?|kies |neem |pak |take |choose |pick )/, '')
    .replace(/^(?:de|het|the|optie|option|nummer|number|nr) /, '')
  const counted =
    ordinals.find(([pattern]) =>
      pattern.test(word.replace(/ (?:opdracht|optie|een|one|option|assignment|criterium|criterion)$/, '')),
    )?.[1] ?? (place === 'assignment' && /^\d{1,2}$/.test(word) ? Number(word) : null)
  if (counted === null || options.length === 0) return null
  const one = counted === -1 ? options.at(-1) : options.find(({ nth }) => nth === counted)
  return one ? intentOf(one) : null
}

function intentOf({ name, values }: Offered[number]): Intent {
  return { name, values }
}

function plain(text: string): string {
  return fold(text)
    .replace(/[☐✅…]/gu, ' ')
    .replace(/[\s.,!:;]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}
