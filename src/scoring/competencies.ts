import type { Proposal } from './assessment.ts'
import { facetsOf } from './criterion.ts'
import { topicOf } from './criterion-topic.ts'
import { type Documents, evidenceOfPassage } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { strengthOf } from './rules-engine.ts'
import { createReader } from './show.ts'

const SHOWN = 2

/** Which of the posting's competencies the CV shows in work; for the conversation, never for the points. */
export function competenciesOf(
  texts: readonly string[],
  passages: readonly Passage[],
  documents: Documents,
  lexicon: Lexicon,
): Proposal['competencies'] {
  const reader = createReader(lexicon)
  const sentences = passages.filter((passage) => passage.kind === 'sentence' && passage.admissible)
  return texts.map((text) => {
    const { topic, contexts } = topicOf(text, lexicon, false)
    const facets = [...facetsOf(topic), ...contexts.flatMap(facetsOf)]
    const shown = sentences.filter((passage) =>
      facets.some((facet) => ['full', 'part'].includes(strengthOf(reader.shows(passage, facet), facet) ?? '')),
    )
    return {
      text,
      evidence: shown.slice(0, SHOWN).map((passage) => evidenceOfPassage(documents, passage, [text], false)),
    }
  })
}
