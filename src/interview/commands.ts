import { fold } from '../text/fold.ts'
import { rateIn } from './amounts.ts'
import { commands } from './command-words.ts'
import type { Place } from './state.ts'

/** What a person wants, from words or from a button: the same for both, so that no button is needed. */
export type Intent = { name: string; values: Record<string, string> }

/** Reads free text at a place of the conversation; `text` with the words themselves when it is no command. */
export function readWords(text: string, place: Place): Intent {
  const folded = fold(text).replace(/[.!,;:\s]+$/u, '') || fold(text)
  for (const [pattern, name] of commands) if (pattern.test(folded)) return { name, values: {} }
  const asked = folded.replace(/[?\s]+$/, '')
  for (const [pattern, name] of commands) if (asking.has(name) && pattern.test(asked)) return { name, values: {} }
  return (
    about(text) ??
    points(text, place) ??
    decision(text) ??
    shareWith(text) ??
    rate(text, folded) ??
    open(folded) ??
    quoted(text) ??
    leading(text) ?? { name: 'text', values: { text } }
  )
}

/** Wishes that people put as a question. */
const asking = new Set(['explain', 'gaps', 'overview', 'help', 'rank', 'prepare', 'hand-in', 'quotes', 'card'])

/** "gunningscriterium 11: 8 punten, want …", "knock-out 2 voldoet niet, omdat …": a verdict on a criterion by its name. */
function about(text: string): Intent | null {
  const match =
    /^(?:(?:zet|geef|set|give)\s+)?(?<which>(?:knock-?out|ko|vereiste|requirement|(?:selectie|(?:sub)?gunnings?|award|selection)?[\s-]?criteri(?:um|on)|wens|wish)\s*#?[a-z]{0,3}-?\d{1,2}[a-z]?(?:\.\d{1,2})?)\s*(?:[:,=–-]|is|wordt|krijgt|op|naar|moet zijn|to|gets)?\s+(?<rest>.+)$/isu.exec(
      text.trim(),
    )
  const which = match?.groups?.['which']
  const rest = match?.groups?.['rest'] ?? ''
  const named = which ? open(fold(which)) : null
  const verdict = named ? (points(rest, 'criterion') ?? decision(rest)) : null
  if (!named || !verdict || isQuestion(text)) return null
  return { name: 'set', values: { ...named.values, ...verdict.values } }
}

/** What follows "want", "omdat", "because" or a colon; without it what is left after `cut`. */
function reasonIn(text: string): string | null {
  const match =
    /(?:,?\s*\b(?:want|omdat|aangezien|doordat|because|since|as|namelijk)\b|[:;]|\s[-–—]\s)\s*(.+)$/isu.exec(text)
  return match?.[1]?.trim() || null
}

function points(text: string, place: Place): Intent | null {
  const match =
    /^(?:(?:nee|no|ja|yes|liever|doe maar|maak er|geef|maar|rather|make it|give|dan)[,\s]+)*(?:hem |haar |them |him |her )?(?:maar )?(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:punten|punt|pt|pts|points?|p)?\b/i.exec(
      text,
    )
  if (!match) return null
  const rest = text.slice(match[0].length)
  const named = /(?:punt|pt|point)/i.test(match[0])
  if (
    !named &&
    place !== 'change' &&
    place !== 'received' &&
    !/^\s*(?:$|[,.]?\s*(?:want|omdat|because|since)\b)/i.test(rest)
  )
    return null
  return {
    name: 'points',
    values: strip({ points: match[1]!.replace(',', '.'), reason: reasonIn(rest) ?? trimmed(rest) }),
  }
}

function decision(text: string): Intent | null {
  const folded = fold(text)
  const kinds: [RegExp, string][] = [
    [
      /^(?:nee,? )?(?:(?:hij|zij|ze|dit|it|she|he|this) )?(?:voldoet (?:hier |er )?(?:toch )?niet|niet voldaan|haalt (?:het|dit) niet|(?:does not|doesn't) (?:meet|comply)|not met|fails|fail)\b/,
      'fails',
    ],
    [
      /^(?:ja,? |nee,? )?(?:(?:hij|zij|ze|dit|it|she|he|this) )?(?:voldoet(?: (?:hier|er))?(?: toch)?(?: wel)?(?: aan)?|(?:does )?meets?(?: it)?(?: anyway)?|met anyway)\b/,
      'meets',
    ],
    [/^(?:het |dit )?(?:blijft |is )?(?:onduidelijk|unclear|remains unclear|niet aangetoond)\b/, 'unclear'],
  ]
  for (const [pattern, value] of kinds) {
    const match = pattern.exec(folded)
    if (match) return { name: 'decide', values: strip({ decision: value, reason: reasonIn(text) }) }
  }
  return null
}

const noLonger =
  /^(?:deel(?:en)?\s+niet\s+(?:meer|langer)\s+met|stop\s+(?:met\s+)?delen\s+met|(?:stop|no\s+longer)\s+shar(?:e|ing)\s+with|unshare\s+(?:with|from))\s+(.+)$/i

function shareWith(text: string): Intent | null {
  const ended = noLonger.exec(text)
  if (ended) return { name: 'unshare', values: { person: ended[1]!.trim() } }
  const match =
    /^(?:deel(?:en)?|share)\s+(?:met|with)\s+(.+)$/i.exec(text) ??
    /^(?:draag|hand)\s+(?:over)?\s*(?:aan|to)\s+(.+)$/i.exec(text) ??
    /^(?:draag over aan|hand over to|overdragen aan)\s+(.+)$/i.exec(text)
  if (!match) return null
  return {
    name: 'share-with',
    values: { person: match[1]!.trim(), handOver: /^(?:draag|hand|overdragen)/i.test(text) ? 'yes' : '' },
  }
}

function rate(text: string, folded: string): Intent | null {
  if (!/^(?:het |the )?(?:uur)?(?:tarief|rate)\b|^€/.test(folded)) return null
  const amount = rateIn(text)
  return amount === null ? null : { name: 'rate', values: { rate: String(amount) } }
}

/** "knock-out 4", "criterium 6", "open 6", "selectiecriterium 4". */
function open(folded: string): Intent | null {
  const match =
    /^(?:(?:open|bekijk|toon|show|naar|ga naar|go to|wijzig|change)\s+)?(knock-?out|ko|vereiste|requirement|(?:selectie|gunnings?|award\s)?-?\s?criteri(?:um|on)|wens|award|nummer|nr|number)?\s*#?([a-z]{0,3}-?\d{1,2}[a-z]?(?:\.\d{1,2})?(?:#\d)?)$/.exec(
      folded,
    )
  if (!match || (!match[1] && !/^(?:open|bekijk|toon|show|naar|ga|go|wijzig|change)/.test(folded))) return null
  const word = match[1] ?? ''
  const section = /knock|^ko$|vereiste|requirement/.test(word)
    ? 'knockout'
    : /selectie|gunning|award|wens/.test(word)
      ? 'award'
      : ''
  return { name: 'open', values: { label: match[2]!, section } }
}

function quoted(text: string): Intent | null {
  const match =
    /^(?:(?:citaat|quote|bewijs|evidence|er staat|it says|kijk|zie|see)\s*[:,]?\s*)?["“„«']([^"”“»]{3,})["”»'](?:.{0,60})$/isu.exec(
      text.trim(),
    )
  const labelled = /^(?:citaat|quote|er staat|it says)\s*:\s*(.{3,})$/isu.exec(text.trim())
  const words = match?.[1] ?? labelled?.[1]
  return words ? { name: 'quote', values: { quote: words.trim() } } : null
}

/** "ja, want …", "nee, dat is onvolledig": the first word decides, the rest is the reason. */
function leading(text: string): Intent | null {
  const match = /^(ja|yes|nee|no|klopt|akkoord)\b[\s,.:;–-]+(.+)$/isu.exec(text.trim())
  if (!match) return null
  return {
    name: /^(?:nee|no)/i.test(match[1]!) ? 'no' : 'yes',
    values: { reason: reasonIn(match[2]!) ?? match[2]!.trim() },
  }
}

const others = [
  /^(?:help me|instellingen|instellen|settings|privacy|wie ziet wat|who sees what|feedback|(?:dat is )?fout|(?:that is |that's )?wrong answer)$/,
  /^(?:luister(?:en)?|listen(?:ing)?|digest|dagoverzicht|deadlines|agenda|kalender|calendar|taal|language|lang|spreek|speak|overzicht (?:aan|uit))\b/,
  /^(?:(?:de |alle |toon |lijst |open |openstaande )*(?:opdrachten|uitvragen)|lijst|list|(?:all |open |show )*(?:assignments|postings))$/,
  /^(?:voeg .*toe\b|(?:opdracht |uitvraag )?toevoegen\b|nieuwe (?:opdracht|uitvraag)\b|add (?:an? )?(?:posting|assignment)\b)/,
  /^(?:antwoorden|nvi|answers|vragen|questions|verwijder|wis|remove|delete|bevestig|confirm|wie heeft|who has|heropen|reopen|gegund|afgewezen)\b[^\d]*\d{3,}/,
  /^\S*\d{3,}\S* (?:is |was )?.*\b(?:gegund|afgewezen|ingediend|ingetrokken|van ons|niet voor ons|voor mij|awarded|rejected|handed in|withdrawn|ours|not for us)\b/,
]

/** Commands of the other features; they are never an answer to a question of this conversation. */
export function isOtherCommand(text: string): boolean {
  const folded = fold(text).replace(/[.!?]+$/, '')
  return others.some((pattern) => pattern.test(folded))
}

/** True for a question, which is not ours to answer. */
export function isQuestion(text: string): boolean {
  const folded = fold(text)
  return (
    /\?\s*$/.test(folded) ||
    /^(?:en |and )?(?:wanneer|wat|wie|welke?|waar|hoe|hoeveel|waarom|is er|zijn er|geldt|mag|moet|moeten|kan|when|what|who|which|where|how|why|does|do|is the|are there|may|must|can|should)\b/.test(
      folded,
    )
  )
}

function trimmed(text: string): string | null {
  const rest = text.replace(/^[\s,.;:–-]+/, '').trim()
  return rest === '' ? null : rest
}

function strip(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null))
}
