import type { Assignment } from '../assignments/assignment.ts'
import { isSmallWord } from '../assignments/small-words.ts'
import { plainWords, rootOf, rootsOf } from '../assignments/word-roots.ts'
import { type Across, answerOf, type Context, lookedAt, nameWithState, SHOWN, viewTexts } from './across-answer.ts'
import type { Ask } from './ask.ts'
import { isAskingWord } from './asking-words.ts'
import { clip } from './evidence.ts'
import { answerFromText } from './free-question.ts'

/** What asks for a list and says nothing of what is in it. */
const listing = new Set(
  rootsOf(
    `opdrachten opdracht uitvragen uitvraag klussen klus aanvragen postings assignments jobs lijst lijstje overzicht overzichtje list overview alle all allemaal open openstaand openstaande lopen lopende lopend
     actueel actuele current currently momenteel moment nu now nog beschikbaar available bekend ken kennen geef toon laat zien show heb hebben hebt staan staat sluiten sluit sorteer sorteren volgorde datum deadline deadlines
     klaar binnen zoal verder anders graag eerst eerste eerstvolgende laatst laatste snel snelst snelste beide twee drie vier vijf deze die week maand dag jaar dit volgende komende mij ons jullie onze welke which there bij`,
  ),
)

/** Words of a question over several assignments that no topic and no place accounts for: what the postings must speak of. */
export function subjectOf({ folded, hits }: Ask, set: Assignment[]): string[] {
  const rest = [...folded].map((letter, i) => (hits.some(({ start, end }) => i >= start && i < end) ? ' ' : letter))
  const places = new Set(set.flatMap(({ posting }) => rootsOf(`${posting.region ?? ''} ${posting.location ?? ''}`)))
  return plainWords(rest.join('')).filter((word) => {
    const root = rootOf(word)
    return word.length > 2 && !isSmallWord(word) && !listing.has(root) && !places.has(root)
  })
}

/** "bij welke moet je leidinggeven": each posting's own sentence about it, or that none has one. */
export function byText(context: Context, set: Assignment[]): Across {
  const t = viewTexts(context)
  const told = set
    .map(context.viewOf)
    .map((view) => ({ view, found: answerFromText(view) }))
    .filter(({ found }) => found.kind === 'fact')
    .slice(0, SHOWN)
  if (told.length === 0) return answerOf([t.across.nowhere, lookedAt(set, t)], [], () => [], 'not-stated')
  const each = Math.max(14, Math.floor(150 / told.length))
  return answerOf(
    [...told.map(({ view, found }) => `${nameWithState(view)}: ${clip(found.text, each)}`), lookedAt(set, t)],
    told.map(({ view }) => view),
    (view) => told.find((one) => one.view === view)?.found.quotes ?? [],
    'fact',
  )
}

/** The assignments of a place, region or client that the question names beside what it asks; all, where it names none. */
export function placedIn({ folded }: Ask, set: Assignment[]): Assignment[] {
  const said = new Set(plainWords(folded).map(rootOf))
  const there = set.filter(({ posting }) =>
    [posting.region, posting.location].some((name) =>
      plainWords(name ?? '').some((word) => word.length > 3 && !isAskingWord(word) && said.has(rootOf(word))),
    ),
  )
  return there.length > 0 ? there : set
}
