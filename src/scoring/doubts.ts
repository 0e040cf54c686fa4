import type { Model } from '../model/port.ts'
import { fold } from '../text/fold.ts'
import { locateQuote } from '../text/locate.ts'
import { certaintyOf } from './certainty.ts'
import { type Facet, facetsOf } from './criterion.ts'
import type { Pointer, PointRequest } from './engine.ts'
import type { Lexicon } from './lexicon.ts'
import { checkQuoteSchema, type FindEvidence } from './model-answer.ts'
import { type Asked, oneLine } from './model-request.ts'
import type { Passage } from './passage.ts'
import { strengthOf } from './rules-engine.ts'
import { createReader } from './show.ts'

type Finding = FindEvidence['findings'][number]
type Doubt = { asked: Asked; facet: string; passage: Passage; unlocated: boolean; supported: boolean }

/** Lines looked at twice in one round; more would cost more than they settle. */
const MOST_DOUBTS = 12

/**
 * Checks what a model points at. Words that do not stand in the line, letter by letter, are asked for once more, then dropped and counted. A facet that the rules see
 * nothing of in those words is asked about once more; confirmed, it is uncertain where the words share nothing with the facet, so that a person decides.
 */
export function createDoubts({
  request,
  masked,
  model,
  lexicon,
}: {
  request: PointRequest
  masked: ReadonlyMap<number, string>
  model: Model
  lexicon: Lexicon
}) {
  const reader = createReader(lexicon)
  const found = new Map<string, Pointer[]>()
  const open: Doubt[] = []
  let considered = 0
  let unlocated = 0
  let dropped = 0

  function add(asked: Asked, facet: string, passage: Passage, strength: Pointer['strength'], sure: boolean): void {
    // The whole line is the evidence: a part of it could leave out the word that matters.
    const own = certaintyOf(
      passage,
      passage.tokens.map((_, index) => index),
      lexicon,
    )
    const certainty = own === 'certain' && !sure ? 'uncertain' : own
    const list = found.get(asked.criterion.key) ?? []
    list.push({ facet, passage: passage.id, start: passage.start, end: passage.end, strength, certainty })
    found.set(asked.criterion.key, list)
  }

  return {
    considered: () => considered,
    unlocated: () => unlocated,
    dropped: () => dropped,
    pointers: () => found,

    consider(asked: Asked, facet: string, finding: Finding): void {
      considered++
      const passage = request.passages[finding.line]
      if (!(facet in asked.facets) || !passage?.admissible || passage.kind === 'organisation') {
        dropped++
        return
      }
      const here = stands(finding.quote, passage, masked)
      if (!here) unlocated++
      const support = supportFor(facet, asked, passage)
      if (here && (support === 'stated' || finding.how !== 'whole')) {
        add(
          asked,
          facet,
          passage,
          finding.how === 'whole' ? 'full' : finding.how === 'part' ? 'part' : 'near',
          support === 'stated',
        )
        return
      }
      open.push({ asked, facet, passage, unlocated: !here, supported: support !== 'none' })
    },

    async settle(): Promise<void> {
      const asking = open.slice(0, MOST_DOUBTS)
      dropped += open.slice(MOST_DOUBTS).filter((doubt) => doubt.unlocated).length
      if (asking.length === 0) return
      const outcome = await model.ask({
        prompt: 'check-quote',
        values: { doubts: asking.map(lineOf).join('\n') },
        schema: checkQuoteSchema,
        cacheOn: [request.documentHash],
        ...(request.signal ? { signal: request.signal } : {}),
      })
      const checks = outcome.kind === 'answer' ? outcome.value.checks : []
      asking.forEach((doubt, index) => {
        const check = checks.find((each) => each.doubt === index + 1)
        const here = check !== undefined && check.shown !== 'no' && stands(check.quote, doubt.passage, masked)
        if (!here) dropped += doubt.unlocated || check === undefined || check.shown !== 'no' ? 1 : 0
        else
          add(
            doubt.asked,
            doubt.facet,
            doubt.passage,
            check.shown === 'yes' ? 'full' : 'part',
            doubt.supported && check.shown === 'yes',
          )
      })
    },
  }

  function lineOf({ asked, facet, passage }: Doubt, index: number): string {
    const title = request.passages.find(
      (each) => each.kind === 'title' && each.engagement === passage.engagement && passage.engagement !== null,
    )
    const words = (each: Passage) => oneLine(masked.get(each.id) ?? each.text)
    return `${index + 1} | job: ${title ? words(title) : 'none'} | line: ${words(passage)} | facet: ${asked.facets[facet]}`
  }

  /** What the rules make of the line: all that makes the facet, at least half of it, or less. */
  function supportFor(facet: string, asked: Asked, passage: Passage): 'stated' | 'half' | 'none' {
    const unit = facetOf(asked, facet)
    if (!unit) return 'none'
    const showing = reader.shows(passage, unit)
    if (strengthOf(showing, unit) === 'full') return 'stated'
    return showing.coverage > 0.5 ? 'half' : 'none'
  }
}

const facetOf = ({ criterion }: Asked, id: string): Facet | undefined =>
  [...facetsOf(criterion.topic), ...criterion.contexts.flatMap(facetsOf)].find((facet) => facet.id === id)

/** Three words at least, letter by letter; a title or a name may be quoted whole, however short. */
function stands(quote: string, passage: Passage, masked: ReadonlyMap<number, string>): boolean {
  const text = masked.get(passage.id) ?? passage.text
  return fold(quote) === fold(text) || locateQuote(quote, text) !== null
}
