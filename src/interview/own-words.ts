import { fold } from '../text/fold.ts'

/** What a person asks about candidates that are not the one in hand. */
export type OwnRequest =
  | { kind: 'list' }
  /** Go on with this candidate, by code; `which` names the assignment where one was said. */
  | { kind: 'open'; code: string; which: string }
  | { kind: 'export'; code: string }
  | { kind: 'compare'; which: string }
  /** A step of a scoring, while none runs here; `name` is that of the step. */
  | { kind: 'step'; name: string }

const many =
  '(?:kandidaten|toetsingen|scoringen|scorekaarten|candidates|assessments|scorings|score ?cards|candidate list|kandidatenlijst)'
const lead =
  '(?:(?:kan|mag|wil) ik |laat |toon |geef |bekijk |lijst (?:van |met )?|overzicht (?:van |met )?|wie zijn |wat zijn |waar (?:zijn|staan|vind ik) |show |list |see |what are |who are |where are |can i see )'
const whose = '(?:(?:mij|me|al|alle|all|mijn|onze|de|het|my|our|the|lopende|open|eigen|own|running) )*'
const list = new RegExp(`^${lead}?${whose}${many}(?: (?:zien|tonen|bekijken|please|graag))?$`)

const code = "(?<code>[\\p{L}\\p{N}][\\p{L}\\p{N}.'_-]{0,11})"
const which = '(?: (?:voor|op|bij|van|for|on|of) (?<which>.{1,80}))?'
const person = '(?:(?:de )?kandidaat |(?:the )?candidate )?'
const going = new RegExp(
  `^(?:(?:ga |wil )?(?:verder|door)(?:gaan)? met|hervat|continue with|go on with|carry on with|resume|(?:toon |open |show )?(?:de )?(?:scorekaart|toetsing|kaart) van|(?:show |open )?(?:the )?(?:score ?card|assessment) of|open(?: kandidaat| candidate)) ${person}${code}${which}$`,
  'iu',
)
const exporting = new RegExp(
  `^(?:export(?:eer)?|(?:exporteer )?(?:de |alle )?gegevens van|export (?:the )?(?:data|candidate)(?: of)?|(?:the )?data of) ${person}${code}$`,
  'iu',
)
const comparing =
  /^(?:vergelijk(?:ing)?(?: van)?(?: (?:de|mijn|alle))*(?: kandidaten)?(?: (?:voor|op|van|bij))?|(?:de )?(?:rang(?:orde|lijst|schikking)|volgorde|ranglijst)(?: van de kandidaten)?(?: (?:voor|op|van|bij))?|rangschik(?: (?:de|mijn))?(?: kandidaten)?(?: (?:voor|op|van|bij))?|compare(?: (?:the|my|all))*(?: candidates)?(?: (?:for|on))?|rank(?:ing)?(?: (?:the|my))*(?: candidates)?(?: (?:for|on|of))?) (?<which>.{2,80})$/i

/** Words that are a command of the conversation in hand, or what a report is made of, and so no candidate's code. */
const noCode = new Set(
  'toetsen scoren de het een data alles alle kandidaat candidate opdracht lezen knock-out criterium the a an all everything'.split(
    ' ',
  ),
)

/** Whole messages that can only be meant for a scoring; "inleveren" or "uitslag" may just as well ask about an assignment. */
const steps: [RegExp, string][] = [
  [/^(?:inlever(?:controle|lijst)|hand[- ]?in checklist)$/, 'hand-in'],
  [/^(?:score ?kaart|score ?card)$/, 'card'],
  [/^(?:bewijsrapport|evidence report)$/, 'report'],
  [/^(?:leeswijzer|reading guide)$/, 'reading-guide'],
  [/^(?:gesprek voorbereiden|gespreksvoorbereiding|prepare (?:the )?interview)$/, 'prepare'],
]

/** The step of a scoring that these words ask for, where no scoring runs; null when they may mean something else. */
export function stepAsked(text: string): OwnRequest | null {
  const folded = fold(text.trim().replace(/^\/(?:maatstaf\s+)?/i, '')).replace(/[\s.!?]+$/, '')
  const step = steps.find(([pattern]) => pattern.test(folded))
  return step ? { kind: 'step', name: step[1] } : null
}

/** Words that end a scoring, and mean nothing where none runs. */
export function isStopWord(text: string): boolean {
  return /^\W*(?:stop(?:pen)?|annuleer|annuleren|afbreken|cancel|quit|klaar|done)\W*$/i.test(text)
}

/** The request about one's own candidates in this text; null when it is none. */
export function ownRequestIn(text: string): OwnRequest | null {
  const plain = text
    .trim()
    .replace(/^\/(?:maatstaf\s+)?/i, '')
    .replace(/[\s.!?]+$/, '')
  const folded = fold(plain)
  if (list.test(folded)) return { kind: 'list' }
  const wanted = exporting.exec(plain) ?? null
  if (wanted && isCode(wanted)) return { kind: 'export', code: wanted.groups!['code']! }
  const open = going.exec(plain)
  if (open && isCode(open)) return { kind: 'open', code: open.groups!['code']!, which: open.groups!['which'] ?? '' }
  const compare = comparing.exec(plain)?.groups?.['which']
  // "compare with the other one" asks for the conversation's own comparison.
  if (compare && /\d/.test(compare)) return { kind: 'compare', which: compare }
  return null
}

function isCode(match: RegExpExecArray): boolean {
  const found = match.groups?.['code'] ?? ''
  return found !== '' && !noCode.has(found.toLowerCase())
}
