import { findDates } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import type { Stretch } from '../text/sentences.ts'
import { type DateKind, dateKind, movesDeadline, movesEvent } from './date-kind.ts'
import { before, type Mention, mention, notifies, revised, undecided } from './mention.ts'

const limit =
  /(?:uiterlijk|tot(?: en met)?|t\/m|v[oó][oó]r|until|till|by|before|no later than|not later than|sluit\p{L}*(?: \p{L}+)?|naar|to|eindigt|close[sd]?|ends?|is|op|on|moet(?:en)?|:)\s*(?:uiterlijk|op|on|at|om|per|de|the|en met|latest)?\s*(?:(?:om|at)?\s*\d{1,2}[:.]\d{2}\s*(?:uur|hrs)?\s*(?:op|on)?)?\s*$/iu

/** "Vragen? Stel ze vóór …": what a sentence without a name of its own is about stands in the one before. */
function referredKind(sentence: Stretch, previous: Stretch | undefined): DateKind | null {
  const near = previous !== undefined && sentence.start - previous.end <= 2
  const refers = /^(?:deze|die|dit|dat|ze|zij|stel|doe|this|these|they|it)\b/i.test(sentence.text)
  return near && (refers || /\?$/.test(previous.text)) ? dateKind(previous.text) : null
}

/** Words behind a date name it too, but an extension told behind it has a date of its own. */
function kindBehind(words: string): DateKind | null {
  const kind = dateKind(words)
  return kind === 'extension' ? null : kind
}

/** "Je voert gesprekken met …": talks that belong to the work, not to the selection. */
function conductsTalks(ahead: string): boolean {
  return (
    /\b(?:je|jij|u|de kandidaat|de opdrachtnemer|you)\b.*\b(?:gesprek|interview|presentatie|presentation|kennismak)/i.test(
      ahead,
    ) &&
    !/\b(?:uitgenodigd|uitnodig|invited|gepland|scheduled|beschikbaar|available|verwacht|vind(?:t|en)|plaats)\b/i.test(
      ahead,
    )
  )
}

/** "De GGD wil het vrijdag 13 november hebben", behind the sentence that asks for the papers. */
function wants(ahead: string, behind: string): boolean {
  return (
    /\b(?:wil|willen|wants?) (?:het|hem|alles|it|everything)\s*(?:op|uiterlijk|by|on)?\s*$/i.test(ahead) &&
    /^\s*(?:om [\d.:]+ uur )?(?:hebben|ontvangen|zien|in huis)\b/i.test(behind)
  )
}

/** What stands between the two days of a period. */
const between = /^\s*(?:t\/m|tot(?: en met)?|to|until|through)\b/i

const run = /looptijd|opdracht|contract|duurt|overeenkomst|inzet|assignment|runs?\b/i

/** "… loopt tot 1 mei", also where the subject stands before an earlier date: "De opdracht start op … en eindigt op …". */
function endsAssignment(ahead: string, sentence: string): boolean {
  const joined = between.test(ahead) || /^\s*(?:en|and)\b/i.test(ahead)
  return run.test(ahead) || (joined && (run.test(sentence) || /\bperiode\b/i.test(sentence)))
}

/** The dates of a sentence that say what they are for; `previousSentence` may name what this one refers to. */
export function fromSentence(sentence: Stretch, previousSentence: Stretch | undefined, monthFirst: boolean): Mention[] {
  const dates = findDates(sentence.text, { monthFirst })
  let previous = 0
  return dates.flatMap((date, index) => {
    const ahead = sentence.text.slice(previous, date.start)
    const behind = sentence.text.slice(date.end, dates[index + 1]?.start ?? sentence.text.length)
    previous = date.end
    if (revised.test(ahead)) return []
    const nearest = ahead.split(/[;,:–]\s+(?=\p{L})|\ben (?=de )/u).at(-1) ?? ahead
    // "Vragen tot 15 september; op 17 september volgt antwoord": behind a semicolon the words before it name nothing any more.
    const fresh = index > 0 && /;\s+\p{L}+\s+$/u.test(ahead)
    // "verplaatst van 18 januari naar 21 januari": the verb stands before the first of the two.
    const moved = movesDeadline(sentence.text, ahead) && dateKind(sentence.text.slice(0, date.start)) === 'submission'
    const span = between.test(behind) && /\bperiode(?: van)?\s*$/i.test(ahead)
    const told = /^\s*(?:de |the |onze |our )?(?:antwoord|answers?\b|nota van inlichtingen)/i.test(behind)
    const wanted =
      wants(ahead, behind) && previousSentence !== undefined && dateKind(previousSentence.text) === 'submission'
    const own =
      (wanted ? 'submission' : null) ??
      (told && !dates[index + 1] ? 'answers' : null) ??
      (span ? 'start' : moved ? 'submission' : null) ??
      dateKind(nearest) ??
      (fresh ? kindBehind(behind) : null) ??
      dateKind(ahead) ??
      kindBehind(behind)
    // "Die kun je stellen t/m …": a bound alone ends nothing of its own when the sentence refers to what is named before.
    const referred = own === null || own === 'end' ? referredKind(sentence, previousSentence) : null
    const kind = referred ?? own
    if (kind === null) return []
    if (
      (kind === 'submission' || kind === 'questions') &&
      !wanted &&
      !limit.test(ahead) &&
      !/^\s*(?:uiterlijk|sluit|eindigt|closes)/i.test(behind)
    )
      return []
    // "gestart in", "sinds": history. Only what lies ahead starts an assignment.
    if (kind === 'start' && /gestart|started|sinds|since|begonnen|opgericht/i.test(ahead)) return []
    if (kind === 'extension' && notifies.test(fold(nearest))) return []
    if (kind === 'interviews' && conductsTalks(ahead)) return []
    if (kind === 'end' && !endsAssignment(ahead, sentence.text.slice(0, date.start))) return []
    return [
      {
        ...mention(kind, {
          date,
          exclusive: before.test(ahead),
          certainty: 'prose',
          start: sentence.start,
          end: sentence.end,
          // "sluit op 19 augustus, maar ik wil jullie cv uiterlijk …": what a "but" brings is about the next date.
          words: `${ahead} ${behind.split(/,?\s+(?:maar|but)\b/)[0]}`,
          listed: false,
          ...(moved || (kind !== 'submission' && movesEvent(sentence.text, ahead)) ? { moved: true } : {}),
        }),
        // "De GGD wil het … hebben": whoever else wants the papers is the client.
        ...(wanted && !/\b(?:ik|wij|we|i)\b/i.test(ahead) ? { role: 'client' as const } : {}),
      },
    ]
  })
}

const soon = '(zo (?:snel|spoedig) mogelijk|per direct|z\\.?s\\.?m\\.?|as soon as possible|immediately)'
const beginsSoon = new RegExp(
  `\\b${soon}(?:\\s\\p{L}+){0,2}?\\s(?:start|begin|starten|beginnen|aan de slag|beschikbaar)|\\b(?:start\\p{L}*|begin\\p{L}*|aanvang)\\b(?:\\s\\p{L}+){0,3}?\\s${soon}(?![\\p{L}])`,
  'iu',
)

/** "Ze willen zo snel mogelijk starten": a start without a day. */
export function soonIn(sentence: Stretch): Mention[] {
  const match = beginsSoon.exec(sentence.text)
  const literal = match?.[1] ?? match?.[2]
  if (literal === undefined || findDates(sentence.text).length > 0) return []
  const { start, end, text } = sentence
  return [
    {
      kind: 'start',
      date: null,
      literal,
      exclusive: false,
      role: null,
      certainty: 'prose',
      start,
      end,
      words: text,
      listed: false,
    },
  ]
}

/** "De gesprekken zijn gepland op nader te bepalen": named, without a date. */
export function undecidedIn(sentence: Stretch): Mention[] {
  const match = undecided.exec(sentence.text)
  const kind = match ? dateKind(sentence.text.slice(0, match.index)) : null
  if (!match || (kind !== 'interviews' && kind !== 'questions' && kind !== 'answers')) return []
  return [
    {
      kind,
      date: null,
      literal: match[0],
      exclusive: false,
      role: null,
      certainty: 'prose',
      start: sentence.start,
      end: sentence.end,
      words: sentence.text,
      listed: false,
    },
  ]
}
