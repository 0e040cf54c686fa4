import { namesOf } from '../assignments/catalogue-names.ts'
import { isSmallWord } from '../assignments/small-words.ts'
import { kindred, plainWords, rootOf } from '../assignments/word-roots.ts'
import type { View } from './finding.ts'
import type { Passage } from './passages.ts'
import { isAskingVerb, isEveryday, isModifier } from './search-words.ts'
import type { Topic } from './topics.ts'

/** Answers that are lists, or sums of the question's own figures: what else the question says belongs to them already. */
const whole = new Set<Topic>([
  'knockouts',
  'awards',
  'competencies',
  'planning',
  'procedure',
  'summary',
  'criterion',
  'points',
  'mostPoints',
  'pointsTotal',
  'documents',
  'whatIf',
  'without',
  'education',
  'years',
  'window',
  'isOpen',
  'timeLeft',
  'submission',
  'questions',
  'equalWeight',
  'shortlist',
])

/** A word in more passages than this tells nothing. */
const RARE = 2

/**
 * The passage that holds a telling word which no topic of the question accounts for: "op hoeveel uur wordt het geraamd" is more than
 * the hours per week. Null where there is none, or several.
 */
export function leftoverPassage(view: View, topics: Topic[], quotes: string[]): Passage | null {
  if (topics.some((topic) => whole.has(topic))) return null
  const { ask, assignment, passages } = view
  const names = namesOf(assignment)
  const spans = ask.hits
  const rest = [...ask.folded]
    .map((letter, i) =>
      spans.some(({ start, end }) => i >= start && i < end && !cutsWord(ask.folded, start, end, i)) ? ' ' : letter,
    )
    .join('')
  const telling = plainWords(rest)
    .filter((word) => !isSmallWord(word) && !/^\d/.test(word))
    .map(rootOf)
    .filter(
      (root) => root.length >= 4 && !isAskingVerb(root) && !isModifier(root) && !isEveryday(root) && !names.has(root),
    )
  for (const root of telling) {
    const holding = passages.filter(
      ({ isHeading, roots }) => !isHeading && roots.some((own) => own === root || kindred(own, root)),
    )
    const first = holding[0]
    if (
      first !== undefined &&
      holding.length <= RARE &&
      !quotes.some((quote) => holding.some(({ verbatim }) => verbatim.includes(quote) || quote.includes(verbatim)))
    )
      return first
  }
  return null
}

/** A pattern that spans several words leaves those between its first and last to be looked at. */
function cutsWord(text: string, start: number, end: number, i: number): boolean {
  const first = text.indexOf(' ', start)
  const last = text.lastIndexOf(' ', end - 1)
  return first >= 0 && last > first && i > first && i < last
}
