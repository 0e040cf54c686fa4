import { findDates } from '../text/dates.ts'
import { inItsWords, missing } from './about-terms.ts'
import { clip, mentions } from './evidence.ts'
import { computed, type Finder, fact, finding, notStated, say, type View } from './finding.ts'
import { type Passage, passagesOf } from './passages.ts'
import { searchPassages } from './search-passages.ts'

const judging = /beoorde|toets|selecte|assess|review|evaluat|screen|vergelijk|judge|score|voorgelegd|invite/

/** Steps as the posting numbers them, each with its sentences. */
function stepsOf(view: View): Map<number, Passage[]> {
  const steps = new Map<number, Passage[]>()
  for (const passage of passagesOf(view.assignment))
    if (passage.step !== null) steps.set(passage.step, [...(steps.get(passage.step) ?? []), passage])
  return steps
}

export const procedure: Finder = (view) => {
  const { t, ask, posting } = view
  const steps = stepsOf(view)
  if (ask.step !== null && steps.size > 0) {
    const step = steps.get(ask.step)
    if (step === undefined) return notStated(t.criteria.noStep(ask.step, steps.size))
    const [title, ...rest] = step
    const chosen = rest.length === 0 ? step : rest
    return fact(
      t.criteria.step(title!.shown, clip(chosen.map(({ shown }) => shown).join(' '), 75)),
      (rest.length === 0 ? step : rest).slice(0, 4).map(({ verbatim }) => verbatim),
    )
  }
  // "in welke stap worden de competenties getoetst": the sentence that says so, and its step.
  if (/competenti|competenc/.test(`${ask.folded} ${ask.before}`)) {
    const tested = mentions(view.assignment, /competenti|competenc/).filter(({ folded }) => judging.test(folded))
    if (tested[0])
      return fact(
        say(
          tested[0].step === null ? null : `${steps.get(tested[0].step)?.[0]?.shown ?? ''}.`,
          t.passages([clip(tested[0].shown, 40)]),
        ),
        tested.slice(0, 2).map(({ verbatim }) => verbatim),
      )
    return notStated(t.notStated)
  }
  if (steps.size > 1) {
    const each = Math.floor(88 / steps.size) - 4
    const lines = [...steps.values()].map(([title, ...rest]) => {
      const body = rest.find(({ folded }) => judging.test(folded)) ?? rest[0]
      return body
        ? t.criteria.step(clip(title!.shown, 8).replace(/[:.]$/, ''), clip(body.shown.replace(/^["“]/, ''), each))
        : clip(title!.shown, each)
    })
    return fact(
      lines.join(' '),
      [...steps.values()].map(
        ([title, ...rest]) => (rest.find(({ folded }) => judging.test(folded)) ?? rest[0] ?? title!).verbatim,
      ),
    )
  }
  const sentences = mentions(view.assignment, judging).filter(({ folded }) => !/ervaring|experience/.test(folded))
  if (sentences.length > 0) return inItsWords(view, sentences, 3)
  if (posting.procedure.length > 0)
    return fact(t.passages(posting.procedure.map((line) => clip(line, 25))), posting.procedure)
  return missing(view, 'procedure')
}

const tieWords =
  /gelijke? (?:(?:totaal|eind)?score|stand|aantal|uitslag|eind\w*)|\b(?:finish|end) level\b|gelijk (?:eindig|scor|aantal)|ex aequo|\btie\b|equal (?:score|points|number|total)|\bend (?:level|equal)|level on points|same (?:score|number of points|total)|evenveel punten|\beindig\w*\b.{0,50}\bgelijk\b|gelijk (?:staan|eind)|scores? (?:are |is |being )?(?:equal|identical|the same|tied)|(?:zijn|is) de (?:eind)?(?:scores?|punten) gelijk|doorslaggevend/

export const tie: Finder = (view) => {
  const { t } = view
  const found = mentions(view.assignment, tieWords)
  const first = found.find(({ folded }) => /gelijk|tie|equal|level|same|evenveel|ex aequo/.test(folded)) ?? found[0]
  if (first === undefined) return missing(view, 'tie')
  const criterion = /criterium ([a-z]?\d{1,2})|criterion ([a-z]?\d{1,2})/i.exec(first.folded)
  // Of two steps neither is left out: "de hoogste score op G1, daarna het lot".
  const steps = /\b(?:daarna|vervolgens|en dan|then|after that)\b/.test(first.folded)
  const told = steps
    ? t.passage(clip(first.shown, 30))
    : criterion
      ? t.criteria.tieCriterion((criterion[1] ?? criterion[2])!.toUpperCase())
      : /laagste|lowest/.test(first.folded)
        ? t.criteria.tieLowest
        : /tarief|prijs|\brate\b|\bprice\b/.test(first.folded)
          ? t.criteria.tieRate
          : /loting|geloot|\blot\b|\blots\b/.test(first.folded)
            ? t.criteria.tieLot
            : t.passage(clip(first.shown, 30))
  return fact(told, [first.verbatim])
}

export const lowest: Finder = (view) => {
  const { t } = view
  const rate = mentions(view.assignment, /laagste (?:uur)?(?:tarief|prijs)|lowest (?:hourly )?(?:rate|price)/)
  if (rate.length > 0)
    return fact(
      say(
        view.ask.yesNo || /wint|wins/.test(view.ask.folded)
          ? t.passages([clip(rate[0]!.shown, 30)])
          : t.passages(rate.slice(0, 2).map(({ shown }) => clip(shown, 30))),
      ),
      rate.slice(0, 2).map(({ verbatim }) => verbatim),
    )
  const deciding = mentions(view.assignment, tieWords).filter(({ folded }) => /tarief|rate|prijs|price/.test(folded))
  if (deciding.length > 0) return finding('fact', t.criteria.lowestNotSaid, [deciding[0]!.verbatim])
  return notStated(t.notStated)
}

export const standstill: Finder = (view) => {
  const { t, ask } = view
  const found = mentions(view.assignment, /opschort|bezwaar|bezwaren|standstill|stand-still|objection|alcatel/)
  if (found.length === 0) return missing(view, 'standstill')
  const quotes = found.slice(0, 2).map(({ verbatim }) => verbatim)
  const days = found.find(({ folded }) =>
    /\d+ (?:kalender|werk)?dagen|(?:calendar|working)? ?days|twintig|weken|weeks/.test(folded),
  )
  if (days) return inItsWords(view, [days])
  const dated = found.find(({ shown }) => findDates(shown).length > 0)
  if (dated && !/is er|geldt|is there/.test(ask.folded)) return inItsWords(view, [dated], 1)
  if (ask.aspect === 'days' || ask.aspect === 'count') return notStated(t.criteria.standstillDays, quotes)
  return fact(
    say(
      /opschort|standstill|stand-still/.test(found[0]!.folded)
        ? t.criteria.standstillYes
        : t.passages([clip(found[0]!.shown, 30)]),
      t.criteria.standstillDays,
    ),
    quotes,
  )
}

const questionsWords =
  /\bvragen\?.{0,12}\b(?:bel|mail|stel|stuur|neem)\b|vragen.{0,50}(?:indienen|stellen|ingediend|gesteld|via|sturen|mailen)|questions?.{0,50}(?:submit|ask|via|send)/

export const whereQuestions: Finder = (view) => {
  const found = mentions(view.assignment, questionsWords).sort(
    (a, b) =>
      Number(/via|bij|mail|button|knop|portal/.test(b.folded)) -
      Number(/via|bij|mail|button|knop|portal/.test(a.folded)),
  )
  return found.length > 0 ? inItsWords(view, found) : missing(view, 'whereQuestions')
}

export const whereToSubmit: Finder = (view) => {
  const found = mentions(
    view.assignment,
    /\S+@\S+|apply now|via (?:de|onze|het|onderstaande|our|the) .{0,20}(?:knop|button|portal|website|platform|site|systeem)|(?:stuur|mail|upload|dien).{0,60}(?:naar|via|in bij)|reageren .{0,15}via|inschrijven via|submit.{0,30}(?:via|to|through)|send.{0,30}\bto\b/,
  ).filter(({ folded }) => !questionsWords.test(folded) || /\bcv\b|offerte|aanbieding/.test(folded))
  return found.length > 0 ? inItsWords(view, found) : missing(view, 'whereToSubmit')
}

export const contact: Finder = (view) => {
  const { t, ask } = view
  const lines = mentions(
    view.assignment,
    /(?:\+31|\b0\d{1,3})[\s()-]?\d|\S+@\S+\.\S+|contactpersoon|contact person|telefoon|bereikbaar/,
  )
  const phones = lines.flatMap((line) =>
    [...line.shown.matchAll(/(?:\+31[\s(]?0?\)?|\b0)\d{1,3}[\s-]?\d(?:[\s-]?\d){5,7}\b/g)].map(([number]) => ({
      told: t.criteria.phone(number),
      line,
    })),
  )
  const mails = lines.flatMap((line) =>
    [...line.shown.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)].map(([mail]) => ({ told: t.criteria.mail(mail), line })),
  )
  const person = lines.find(
    ({ shown }) =>
      /contactpersoon|contact person/i.test(shown) && /:\s*\p{Lu}|\b(?:mevrouw|de heer|dhr|mw|mr|ms)\b/iu.test(shown),
  )
  const asksPerson = /contactpersoon|wie is|contact person|who is/.test(ask.folded)
  const wanted =
    /bellen|telefoon|phone|call/.test(ask.folded) && phones.length > 0
      ? phones
      : /mail/.test(ask.folded) && mails.length > 0
        ? mails
        : [...phones, ...mails]
  if (person && asksPerson) return inItsWords(view, [person])
  if (wanted.length === 0) return missing(view, 'contact')
  const said = `${[...new Set(wanted.map(({ told }) => told))].slice(0, 3).join('; ')}.`
  const whose = /[\p{Lu}][\p{L} ]+ is bereikbaar/u.exec(wanted[0]!.line.shown)
  const told = whose
    ? t.terms.elsewhere(clip(wanted[0]!.line.shown.replace(/\.$/, ''), 20))
    : said.charAt(0).toUpperCase() + said.slice(1)
  if (asksPerson)
    return notStated(
      say(t.criteria.noPerson, told),
      wanted.map(({ line }) => line.verbatim),
    )
  return fact(
    told,
    wanted.map(({ line }) => line.verbatim),
  )
}

/** What the posting is about: the sentences that describe the work. */
export const summary: Finder = (view) => {
  const { t, posting } = view
  const described = passagesOf(view.assignment).filter(
    ({ isHeading, folded, shown }) =>
      !isHeading &&
      shown.split(' ').length > 6 &&
      /wij zoeken|zoeken we|zoekt|we zoeken|de opdrachtnemer vervult|\bje\b.{0,40}(?:werkt|brengt|bent|stelt|zorgt|gaat)|gericht op|you will|is looking for|we are looking|is replacing|the assignment|doel van de opdracht|richt zich op|aanpak ontwikkeld|opdracht is/.test(
        folded,
      ) &&
      !/ervaring|\bcv\b|vragen|sollicit|reageer/.test(folded),
  )
  const chosen =
    described.length > 0
      ? described.slice(0, 2)
      : searchPassages(view.assignment, `${posting.title ?? ''} opdracht werkzaamheden`)
          .slice(0, 2)
          .map(({ passage }) => passage)
  if (chosen.length === 0 && posting.title === null) return notStated(t.notStated)
  const head = [posting.title, posting.organisation].filter(Boolean).join(', ')
  return computedOrFact(
    say(head === '' ? null : `${head}.`, ...chosen.map(({ shown }) => clip(shown, 38))),
    chosen.map(({ verbatim }) => verbatim),
  )
}

const computedOrFact = (text: string, quotes: string[]) => (quotes.length > 0 ? fact(text, quotes) : computed(text))
