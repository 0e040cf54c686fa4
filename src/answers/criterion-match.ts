import type { PostedCriterion } from '../assignments/assignment.ts'
import { translationsOf } from '../assignments/catalogue-names.ts'
import { isSmallWord } from '../assignments/small-words.ts'
import { kindred, plainWords, rootOf, rootsOf } from '../assignments/word-roots.ts'

/** Words by which a question asks, never what a criterion is about. */
const asking = new Set(
  rootsOf(
    `punten punt points point score scoort criterium criteria criterion gunningscriterium selectiecriterium knock out knockout eis eisen wens wensen
     krijg krijgt krijgen haal haalt pakt levert weegt wegen weging zwaar zwaarst telt tellen worth weight weigh get gets kandidaat candidate hij zij ie
     ervaring werkervaring experience jaar jaren years year minimaal aantoonbare aantoonbaar laatste afgelopen maximaal hoeveel totaal max vol alles dan
     heeft hebben gewerkt werkt work worked required vereist nodig opdracht assignment vraag vragen mijn my deze`,
  ),
)

export type CriterionHit = { criterion: PostedCriterion; score: number }

/** The criteria a question's words point at, best first; empty when none stands out. */
export function criteriaAbout(folded: string, criteria: PostedCriterion[]): CriterionHit[] {
  const wanted = [
    ...new Set(
      plainWords(folded)
        .filter((word) => !isSmallWord(word))
        .map(rootOf),
    ),
  ].filter((root) => root.length > 2 && !asking.has(root))
  const texts = criteria.map(
    (criterion) =>
      new Set(
        rootsOf(
          `${criterion.text} ${(criterion.sub ?? []).map(({ text }) => text).join(' ')}${criterion.price ? ' prijs tarief price rate' : ''}`,
        ),
      ),
  )
  const holds = (roots: Set<string>, root: string): boolean =>
    [root, ...translationsOf(root)].some((one) => roots.has(one) || [...roots].some((own) => kindred(own, one)))
  const hits = criteria.map((criterion, i) => {
    const score = wanted.reduce((sum, root) => {
      if (!holds(texts[i]!, root)) return sum
      const holders = texts.filter((roots) => holds(roots, root)).length
      return sum + 1 / holders
    }, 0)
    return { criterion, score }
  })
  const best = Math.max(0, ...hits.map(({ score }) => score))
  return best === 0 ? [] : hits.filter(({ score }) => score >= best * 0.75).sort((a, b) => b.score - a.score)
}
