import { conditionWords } from './about-conditions.ts'
import { inItsWords, missing } from './about-terms.ts'
import { clip, factValue, mentions, quotesFor } from './evidence.ts'
import { computed, type Finder, type Finding, fact, notStated, say, type View } from './finding.ts'
import type { Passage } from './passages.ts'
import { searchPassages } from './search-passages.ts'

const cvLine = /\bcv\b|curriculum|pagina|\bpages?\b|referenti|references?|docx|pdf/

/** Pages and formats of a plan or a vision are not the CV's. */
const aboutCv = ({ folded, heading }: Passage): boolean =>
  /\bcv\b|curriculum|resume/.test(`${folded} ${(heading ?? '').toLowerCase()}`)

function cvQuotes(view: View, about: RegExp): string[] {
  const found = mentions(view.assignment, about).filter(
    ({ folded }) => cvLine.test(folded) && !/aantoonbare|in hoeverre|beoorde|duidelijk aan/.test(folded),
  )
  return found.length > 0
    ? found.slice(0, 2).map(({ verbatim }) => verbatim)
    : quotesFor(
        view.assignment,
        ['cv', 'cv.maxPages', 'cv.language', 'cv.formats', 'cvRules'],
        /maximaal \d+ (?:pagina|a4)|max\.? \d+ (?:pagina|a4|page)|maximum \d+ page/,
        1,
      )
}

/** The CV rules, or the one side of them that is asked for. */
export const cv: Finder = (view) => {
  const { t, ask, posting } = view
  const rules = posting.cv
  const side = /referent|references?\b/.test(ask.folded)
    ? 'references'
    : ask.formats.length > 0 || /formaa?t|format|bestand|file/.test(ask.folded)
      ? 'format'
      : /nederlands|engels|\btaal\b|dutch|english|language/.test(ask.folded)
        ? 'language'
        : /pagina|bladzijd|pages?\b|\blang\b|how long|a4/.test(ask.folded)
          ? 'pages'
          : null
  const both = side === 'references' && (ask.formats.length > 0 || /format|formaat/.test(ask.folded))
  if (side === 'format' && rules?.maxPages != null && /pagina|bladzijd|pages?\b|how long/.test(ask.folded)) {
    const told = cvFormat(view)
    return mergeSides(fact(`${t.criteria.cvPages(rules.maxPages)}.`, cvQuotes(view, /pagina|\bpages?\b|\ba4\b/)), told)
  }
  if (side === 'format' || both) {
    const told = cvFormat(view)
    return both ? mergeSides(cvReferences(view), told) : told
  }
  if (side === 'references') return cvReferences(view)
  if (side === 'language' && rules?.language) {
    const name = t.criteria.cvLanguage[rules.language] ?? rules.language
    const quotes = cvQuotes(view, /nederlands|engels|dutch|english/)
    const wanted = /engels|english/.test(ask.folded) ? 'en' : /nederlands|dutch/.test(ask.folded) ? 'nl' : null
    if (ask.yesNo && wanted !== null)
      return computed(
        rules.language.includes(wanted) ? t.criteria.cvLanguageYes(name) : t.criteria.cvLanguageNo(name),
        quotes,
      )
    return fact(`${name.charAt(0).toUpperCase()}${name.slice(1)}.`, quotes)
  }
  if (side === 'pages' && rules?.maxPages == null) {
    const found = mentions(view.assignment, /pagina|bladzijd|\bpages?\b|\ba4\b/).filter(aboutCv)
    return found.length > 0 ? inItsWords(view, found, 1) : missing(view, 'pages')
  }
  if (rules === null) {
    const found = mentions(view.assignment, /\bcv\b.{0,60}(?:pagina|taal|nederlands|word|pdf|page)|\bcv\b/)
    return found.length > 0 ? inItsWords(view, found) : missing(view, 'cv')
  }
  const motivation = asksMotivation(view) && t.criteria.cvMotivation
  return fact(say(`${cvRules(view)}.`, motivation), [
    ...cvQuotes(view, /pagina|\bpages?\b|\ba4\b|referent|nederlands|engels|english/),
    ...motivationQuotes(view).slice(0, motivation ? 1 : 0),
  ])
}

export function cvRules({ posting, t }: View): string {
  const rules = posting.cv
  if (rules === null) return t.criteria.cv
  const parts = [
    rules.maxPages === null ? null : t.criteria.cvPages(rules.maxPages),
    rules.language === null ? null : (t.criteria.cvLanguage[rules.language] ?? rules.language),
    rules.minReferences === null ? null : t.criteria.cvReferences(rules.minReferences),
    rules.formats.length === 0 ? null : t.criteria.cvFormats(rules.formats),
  ].filter((part): part is string => part !== null)
  const said = parts.join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** What is done with references, and when. */
const handling = /\b(?:pas|later|na|opgevraagd|contact|gebeld|benader\p{L}*|overleg|requested|contacted|after|only)\b/u

function cvReferences(view: View): Finding {
  const { t, posting } = view
  const count = posting.cv?.minReferences ?? null
  const found = mentions(view.assignment, /referenties?\b|\breferences?\b/).filter(
    ({ folded }) => !/referentie(?:nummer)?:|reference:/.test(folded),
  )
  if (/van (?:wie|welke|dezelfde)|from (?:whom|which|the same)|wat voor|recent|hoe oud|how old/.test(view.ask.folded)) {
    const telling = found.find(({ folded }) =>
      /referent\p{L}* (?:van|uit|bij|moet)|references? (?:from|of|must)|recent|ouder/u.test(folded),
    )
    return telling
      ? inItsWords(view, [telling])
      : notStated(
          t.notStated,
          found.slice(0, 1).map(({ verbatim }) => verbatim),
        )
  }
  const [best] = searchPassages(view.assignment, view.ask.folded).filter(({ passage }) => found.includes(passage))
  if (count !== null) {
    const said = t.criteria.cvReferences(count)
    // Asked for anything but their number: the sentences say when they are wanted, or whether they are called.
    const more = /hoeveel|how many|aantal/.test(view.ask.folded)
      ? null
      : (found.find((one) => one === best?.passage && one.roots.length > 7) ??
        found.find(({ folded }) => handling.test(folded)))
    return fact(
      say(
        `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
        more && t.alsoSays(clip(more.shown.replace(/[.;]$/, ''), 28)),
      ),
      [...new Set([found[0], more])].flatMap((passage) => (passage ? [passage.verbatim] : [])),
    )
  }
  return found.length > 0 ? inItsWords(view, found, 1) : missing(view, 'references')
}

function cvFormat(view: View): Finding {
  const { t, ask, posting } = view
  const formats = posting.cv?.formats ?? []
  const found = mentions(view.assignment, /\bpdf\b|\bword\b|docx?\b|bestandsformaat|file format/).filter(
    (passage) => formats.length > 0 || aboutCv(passage),
  )
  const quotes = found.slice(0, 1).map(({ verbatim }) => verbatim)
  if (formats.length === 0) {
    const general = mentions(
      view.assignment,
      /maximaal \d+ (?:pagina|a4)|max\.? \d+ (?:pagina|a4|page)|maximum \d+ page/,
    ).slice(0, 1)
    return found.length > 0
      ? inItsWords(view, found, 1)
      : { ...missing(view, 'format'), quotes: general.map(({ verbatim }) => verbatim) }
  }
  const asked = ask.formats[0]
  const allowed = (format: string) =>
    formats.some((known) => known === format || (known.startsWith('doc') && format.startsWith('doc')))
  if (asked && ask.yesNo && ask.formats.length === 1)
    return computed(
      allowed(asked)
        ? say(t.criteria.cvFormatYes(asked), formats.length > 1 && `${t.criteria.cvFormats(formats)}.`)
        : t.criteria.cvFormatNo(asked, formats),
      quotes,
    )
  const said = t.criteria.cvFormats(formats)
  return fact(`${said.charAt(0).toUpperCase()}${said.slice(1)}.`, quotes)
}

const mergeSides = (a: Finding, b: Finding): Finding => ({
  ...a,
  text: say(a.text, b.text),
  quotes: [...new Set([...a.quotes, ...b.quotes])],
  kind: a.kind === 'fact' || b.kind === 'fact' ? 'fact' : a.kind,
})

const motivationWords = /motivatie|motivation|approach paper|plan van aanpak|begeleidende? brief|cover letter/
const motivationQuotes = (view: View): string[] =>
  mentions(view.assignment, motivationWords).map(({ verbatim }) => verbatim)
const asksMotivation = (view: View): boolean => {
  const recorded = factValue(view.assignment, 'motivation')
  return (
    recorded === true ||
    mentions(view.assignment, /motivati/).some(
      ({ folded }) => !/(?:geen|niet|no) .{0,15}motivati|motivati\w+ .{0,25}(?:niet|not) /.test(folded),
    )
  )
}

const refusedMotivation =
  /motivati\p{L}* .{0,25}\b(?:niet|geen|not)\b|\b(?:geen|no|zonder|without) (?:\p{L}+ )?motivati|\b(?:not|don't|do not) .{0,20}(?:motivation|cover) letter/u

export const motivation: Finder = (view) => {
  const { t, ask } = view
  const paper = /approach paper|plan van aanpak|\bvisie|\bvision|\bcasus/.exec(ask.folded)?.[0]
  const found = mentions(view.assignment, paper ? new RegExp(paper) : motivationWords, { headings: Boolean(paper) })
  if (found.length === 0) return paper ? notStated(t.notStated) : notStated(t.criteria.motivationNone)
  const quotes = found.slice(0, 2).map(({ verbatim }) => verbatim)
  const sizes = /hoe ?lang|hoeveel|how long|how many|pagina|a4|woorden|words/.test(ask.folded)
  if (paper && !sizes) return inItsWords(view, found, 1)
  const unwanted = found.find(({ folded }) => refusedMotivation.test(folded))
  if (unwanted !== undefined)
    return fact(say(ask.yesNo && t.verdict.no, t.passages([clip(unwanted.shown, 30)])), [unwanted.verbatim])
  const self = found.find(({ folded }) => /zelf|personally|written by|eigen|door de kandidaat/.test(folded))
  if (self && /zelf|wie|who|schrijven|geschreven|written|write/.test(ask.folded))
    return fact(
      say(
        ask.yesNo &&
          (/\b(?:ik|wij|we|wij|jij|ons|bureau|iemand anders|i|we|someone else|agency|chatgpt)\b/.test(ask.folded)
            ? t.criteria.motivationNotUs
            : t.criteria.motivationSelf),
        t.terms.elsewhere(clip(self.shown, 28)),
      ),
      [self.verbatim],
    )
  if (sizes) {
    const near = view.passages.filter(({ line }) => found.some((one) => line >= one.line && line <= one.line + 1))
    const size = [...found, ...near].find(
      ({ folded }) => /\ba4\b|pagina|\d+ woord|page|\d+ words/.test(folded) && !/\bcv\b/.test(folded),
    )
    return size ? inItsWords(view, [size]) : notStated(t.notStated, quotes)
  }
  return fact(
    say(ask.yesNo && t.criteria.motivationYes, t.passages(found.slice(0, 2).map(({ shown }) => clip(shown, 30)))),
    quotes,
  )
}

/** Everything that must come with the offer. */
export const documents: Finder = (view) => {
  const { t, posting, assignment } = view
  const asked = mentions(
    assignment,
    /voorzien van|bijvoegen|meesturen|meegestuurd|bij (?:de|uw|je) (?:inschrijving|aanbieding|offerte|reactie)|in te dienen|aan te leveren|included in the offer|must be (?:included|attached)|documents? required|bestaat uit/,
  )
  const list = [
    posting.cv === null ? null : `${t.criteria.cv} (${cvRules(view).replace(/^./, (first) => first.toLowerCase())})`,
    asksMotivation(view) ? t.criteria.motivation : null,
  ].filter((part): part is string => part !== null)
  if (list.length === 0 && asked.length === 0) return missing(view, 'documents')
  const uea = mentions(assignment, conditionWords.uea).filter(({ folded }) =>
    /included|bijvoegen|bij de (?:inschrijving|aanbieding)/.test(folded),
  )
  return fact(
    say(
      list.length > 0 && t.criteria.documents(list),
      asked.length > 0 && t.passages(asked.slice(0, 2).map(({ shown }) => clip(shown, 30))),
    ),
    [
      ...asked.slice(0, 2).map(({ verbatim }) => verbatim),
      ...cvQuotes(view, /pagina|\bpages?\b|\ba4\b/),
      ...uea.map(({ verbatim }) => verbatim),
    ],
  )
}

/** A fact that is one printed word: place, client, number. */
export const simple =
  (topic: 'organisation' | 'location' | 'region' | 'number' | 'title'): Finder =>
  (view) => {
    const { t, posting, assignment } = view
    const value = posting[topic]
    if (value === null) return missing(view, topic)
    const told = {
      organisation: t.terms.client,
      location: t.terms.place,
      region: t.terms.region,
      number: t.terms.number,
      title: t.terms.title,
    }[topic](value)
    const plain = value.toLowerCase().replace(/\s+/g, ' ')
    const quotes = quotesFor(assignment, [topic], null, 1)
    if (quotes.length === 0) {
      const holding = view.passages.filter(({ shown }) => shown.toLowerCase().includes(plain))
      const first = holding.sort((a, b) => a.shown.length - b.shown.length)[0]
      if (first) quotes.push(first.verbatim)
    }
    const region =
      topic === 'location' && posting.region !== null && /regio|region/.test(view.ask.folded)
        ? t.terms.region(posting.region)
        : null
    return fact(say(told, region), quotes)
  }
