import type { Texts } from '../texts/texts.ts'
import { criteriaAbout } from './criterion-match.ts'
import { criterionQuote } from './display.ts'
import { mentions } from './evidence.ts'
import { type Finding, finding, say, type View } from './finding.ts'
import { milestone, passed } from './milestones.ts'
import type { Outside } from './scope.ts'

/** One friendly sentence for what the assistant does not do, with the posting's own rule where it has one. */
export function declined(outside: Outside, view: View | null, t: Texts['answers']): Finding {
  const text = t.outside[outside]
  if (view === null) return finding('out-of-scope', text, [])
  const { assignment, posting, ask } = view
  switch (outside) {
    case 'motivation': {
      const rule = mentions(
        assignment,
        /motivati\w*.{0,40}(?:zelf|door de kandidaat)|written by the candidate|geschreven .{0,15}(?:door|zelf)|personally/,
      )
      return finding(
        'out-of-scope',
        text,
        rule.slice(0, 1).map(({ verbatim }) => verbatim),
      )
    }
    case 'cv': {
      const about = criteriaAbout(ask.folded, [...posting.knockouts, ...posting.awards]).slice(0, 1)
      return finding(
        'out-of-scope',
        text,
        about.map(({ criterion }) => criterionQuote(assignment, criterion)),
      )
    }
    case 'handIn': {
      const deadline = milestone(view, 'submission')
      const until =
        deadline?.at && !passed(view, deadline)
          ? t.dates.submission(
              deadline.at,
              view.now.toPlainDate().until(Temporal.PlainDate.from(deadline.at.slice(0, 10))).days,
            )
          : null
      return finding('out-of-scope', say(text, until && t.line(t.labels.closes, until)), [])
    }
    case 'vogCost':
      return finding(
        'out-of-scope',
        text,
        mentions(assignment, /\bvog\b|certificate of conduct/)
          .slice(0, 1)
          .map(({ verbatim }) => verbatim),
      )
    case 'salary':
      return finding(
        'out-of-scope',
        text,
        mentions(assignment, /schaal|\bscale\b/)
          .slice(0, 1)
          .map(({ verbatim }) => verbatim),
      )
    default:
      return finding('out-of-scope', text, [])
  }
}
