import type { Finding } from '../scoring/assessment.ts'
import { askQuote } from './decide-forms.ts'
import { sourceOf } from './evidence.ts'
import { showOne } from './flow.ts'
import { addEvidence } from './judge.ts'
import { evidenceFor, nearlySaid } from './located.ts'
import { button, buttons, say, type Turn } from './turn.ts'

/** A button carries no more; who means a longer passage points at part of it. */
const longestOffered = 500

/** Words that stand in the documents become evidence; words that do not become advice, or a question where they nearly do. */
export function pointAt(turn: Turn, finding: Finding, words: string): boolean {
  const { t, state, candidate } = turn
  const evidence = evidenceFor(words, turn.documents, (source, start) => {
    const engagement = turn.state.read?.engagements.find(({ spans }) =>
      spans.some((span) => span.source === source && span.start <= start && start < span.end),
    )
    return engagement?.index ?? null
  })
  if (!evidence) {
    const near = nearlySaid(words, turn.documents)
    if (near !== null && near.length <= longestOffered) {
      say(
        turn,
        { type: 'text', text: t.quoteNearly },
        { type: 'quote', text: near },
        buttons(button(t.quoteMeant, 'quote', { quote: near }), button(t.back, 'back')),
      )
      return true
    }
    const asked = state.place === 'quote'
    say(turn, {
      type: 'text',
      text: asked ? t.quoteNotFound(candidate?.code ?? '') : t.notInDocuments(candidate?.code ?? ''),
    })
    if (asked) askQuote(turn)
    else {
      state.place = 'criterion'
      say(
        turn,
        buttons(
          button(t.pointQuote, 'ask-quote'),
          button(t.newVersion, 'new-version'),
          finding.section === 'knockout' ? button(t.metAnyway, 'ask-reason') : button(t.otherPoints, 'no'),
          finding.section === 'knockout' ? button(t.notMet, 'decide', { decision: 'fails' }) : null,
          button(t.later, 'skip'),
        ),
      )
    }
    return true
  }
  addEvidence(turn, finding, evidence)
  state.place = 'criterion'
  say(turn, { type: 'text', text: t.quoteAdded(sourceOf(turn, evidence, finding)) })
  showOne(turn, finding)
  return true
}
