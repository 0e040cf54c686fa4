import { countOf } from '../text/number-words.ts'
import { inItsWords, missing } from './about-terms.ts'
import { clip, factQuotes, mentions, quotesFor } from './evidence.ts'
import { type Finder, fact, notStated, say } from './finding.ts'

const people =
  '(?:kandidaten|cv.?s|candidates|cvs|profielen|personen|professionals|inschrijvers|aanbieders|inschrijvingen|aanbiedingen|bidders|offers)'
/** "de nummers 1 tot en met 3", "the top five" */
const ranked =
  /\b(?:nummers? (?:1|een) (?:tot en met|t\/m|tot|-) |top |hoogste |beste |first |eerste )(\d{1,2}|twee|drie|vier|vijf|zes|two|three|four|five|six)\b/

export const shortlist: Finder = (view) => {
  const { t, ask, assignment } = view
  const asksInterview = /gesprek|interview|uitgenodigd|invited/.test(ask.folded)
  const counted = new RegExp(
    `(?<![\\d.,])(\\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|tien|one|two|three|four|five|six|eight|ten)\\s(?:beste |hoogst scorende |best scorende |highest scoring |top )?${people}`,
  )
  const all = [
    ...mentions(assignment, counted, { headings: true }),
    ...mentions(assignment, ranked).filter(({ folded }) => !counted.test(folded)),
  ].filter(({ folded }) =>
    /voorgelegd|geselecteerd|selectie|uitgenodigd|gesprek|hoogste|beste|invited|interview|forward|shortlist|presented|go through|doorgeleid|door naar/.test(
      folded,
    ),
  )
  const interviewed = all.filter(({ folded }) => /uitgenodigd|gesprek|interview|invited/.test(folded))
  const chosen = asksInterview ? interviewed : all.length > 0 ? all : interviewed
  const first = chosen.find(({ isHeading }) => !isHeading) ?? chosen[0]
  if (first === undefined) {
    const loose = mentions(assignment, /beste kandidaten|voorgelegd|uitgenodigd|shortlist|invited/)
    if (asksInterview && (all.length > 0 || loose.length > 0))
      return notStated(
        say(t.criteria.interviewsCount, all[0] && t.criteria.shortlist(countIn(all[0].folded, counted) ?? 0)),
        [...loose, ...all].slice(0, 2).map(({ verbatim }) => verbatim),
      )
    const recorded = factQuotes(assignment, 'shortlist')
    if (recorded.length > 0) return fact(t.passages(recorded.map((quote) => clip(quote, 30))), recorded)
    return missing(view, 'shortlist')
  }
  const count = countIn(first.folded, counted)
  return fact(
    say(
      count !== null && !asksInterview && t.criteria.shortlist(count),
      t.terms.elsewhere(clip(first.shown.replace(/[.;]$/, ''), 26)),
    ),
    [first.verbatim],
  )
}

const countIn = (folded: string, counted: RegExp): number | null =>
  countOf((counted.exec(folded) ?? ranked.exec(folded))?.[1] ?? '')

export const candidatesOffered: Finder = (view) => {
  const { t, posting, assignment } = view
  const limit = mentions(
    assignment,
    /(?:kandida\p{L}+|cv'?s) per (?:leverancier|inschrijver|partij|bureau)|candidates? per supplier|each supplier|(?:maximaal|hooguit|max\.?|slechts|ten hoogste|at most|no more than|only|een|1|twee|2) (?:\p{L}+ )?(?:kandidaten?|candidates?|cv'?s?)\b.{0,30}(?:per|aan ?te bieden|aangeboden|aanbieden|voordragen|indienen|offer|submit|propos)|(?:propos|offer|submit|put forward|present|voordragen|aanbieden|voorstellen|indienen)\p{L}* (?:at most |no more than |up to |maximaal |hooguit |ten hoogste |max\.? )(?:\d|een|twee|drie|one|two|three)\b.{0,25}(?:kandida|candidate|cv|people|profil)/u,
  )
  const most = limit.length === 0 ? null : mostIn(limit[0]!.folded)
  const wanted =
    mostIn(view.ask.folded) ?? (/meer(?:dere)?|multiple|several|more than/.test(view.ask.folded) ? 2 : null)
  if (most !== null && (view.ask.yesNo || /hoeveel|how many|max/.test(view.ask.folded)))
    return fact(
      say(
        view.ask.yesNo && wanted !== null ? t.terms.offeredMost(most, wanted <= most) : null,
        inItsWords(view, limit, 1).text,
      ),
      [limit[0]!.verbatim],
    )
  if (limit.length > 0) return inItsWords(view, limit, 1)
  return notStated(
    t.terms.offeredUnknown(posting.professionals),
    quotesFor(assignment, ['professionals'], /aantal professionals|number of professionals|aantal:/, 1),
  )
}

/** The number of candidates a sentence speaks of. */
const mostIn = (folded: string): number | null =>
  countOf(
    /\b(\d{1,2}|een|twee|drie|vier|vijf|one|two|three|four|five) (?:\p{L}+ )?(?:kandida|candidate|cv|profiel|profile|mensen|people|consultant)/u.exec(
      folded,
    )?.[1] ??
      /(?:kandida\p{L}+|cv'?s) per (?:leverancier|inschrijver|partij|bureau):? (?:max\.? |maximaal )?(\d{1,2})/u.exec(
        folded,
      )?.[1] ??
      '',
  )

export const professionals: Finder = (view) => {
  const { t, posting, assignment } = view
  if (posting.professionals === null) return missing(view, 'professionals')
  return fact(
    t.terms.professionals(posting.professionals),
    quotesFor(
      assignment,
      ['professionals'],
      /aantal professionals|number of professionals|aantal:|aantal (?:personen|posities|plaatsen)/,
      1,
    ),
  )
}
