import { inItsWords, missing } from './about-terms.ts'
import { clip, mentions } from './evidence.ts'
import { type Finder, fact, notStated, say } from './finding.ts'

const hybridPattern = /hybride?|thuis ?werk|op kantoor|remote|on.?site|from home|op locatie|at the office|op afstand/

export const hybrid: Finder = (view) => {
  const { posting, t, assignment, ask } = view
  const sentences = mentions(assignment, hybridPattern)
  const quotes = sentences.slice(0, 2).map(({ verbatim }) => verbatim)
  if (posting.hybrid === null) return sentences.length > 0 ? inItsWords(view, sentences) : missing(view, 'hybrid')
  const days = sentences.find(({ folded }) =>
    /(?:\d|een|twee|drie|vier|one|two|three|four)\s(?:\p{L}+ )?(?:dag|dagen|days?)\b|\d{2}\s?\/\s?\d{2}\b|\d+ ?%/u.test(
      folded,
    ),
  )
  const fixed =
    days ??
    mentions(
      assignment,
      /(?:maan|dins|woens|donder|vrij)dag .{0,30}(?:aanwezig|kantoor|locatie)|(?:aanwezig|kantoor|locatie)\b.{0,25}(?:maan|dins|woens|donder|vrij)dag|(?:mon|tues|wednes|thurs|fri)day.{0,30}(?:on.?site|office)|(?:on.?site|office)\b.{0,25}(?:mon|tues|wednes|thurs|fri)day/,
    )[0]
  if (!posting.hybrid) return fact(t.terms.hybridNo, quotes)
  const more = fixed ? t.terms.elsewhere(clip(fixed.shown.replace(/\.$/, ''), 25)) : null
  if (/volledig|geheel|100|fully|full remote|alleen (?:maar )?thuis|entirely/.test(ask.folded)) {
    return more === null
      ? notStated(t.terms.remoteFully, quotes)
      : fact(say(t.terms.hybridYes, more), [fixed!.verbatim, ...quotes])
  }
  if (more === null && /hoeveel dagen|how many days|welke dagen|which days|kantoordagen/.test(ask.folded))
    return notStated(say(t.terms.hybridYes, t.terms.officeDays), quotes)
  return fact(say(t.terms.hybridYes, more ?? t.terms.officeDays), [fixed?.verbatim, ...quotes])
}
