import { inItsWords, missing } from './about-terms.ts'
import type { Aspect } from './ask.ts'
import { clip, factValue, mentions, quotesFor } from './evidence.ts'
import { type Finder, type Finding, fact, notStated, say, type View } from './finding.ts'
import type { Passage } from './passages.ts'

type Condition = 'vog' | 'nda' | 'uea' | 'waadi' | 'das'

export const conditionWords: Record<Condition | 'zzp', RegExp> = {
  vog: /\bvog\b|verklaring omtrent|certificate of (?:good )?conduct/,
  nda: /geheimhouding|\bnda\b|confidentiality|non-?disclosure/,
  uea: /\buea\b|\bespd\b|uniform europees|single procurement document/,
  waadi: /waadi/,
  das: /\bdas\b|\bdps\b|dynamisch aankoop|dynamic purchasing|raamovereenkomst|raamcontract|framework agreement/,
  zzp: /\bzzp\w*|zelfstandige? zonder|free-?lance|self-?employed|in loondienst|contractvorm|independent contractor/,
}

const aspectWords: Partial<Record<Aspect, RegExp>> = {
  percent: /\d\s?(?:%|procent)/,
  age: /ouder dan|older than|maanden oud|geldig|months old|\d+ (?:maanden|months)/,
  cost: /kosten|vergoed|betaal|€|\bcosts?\b|paid/,
  when: /startdatum|voor de start|voor aanvang|bij inschrijving|binnen \S+ (?:dagen|weken)|before|prior|start date|voorafgaand|na (?:de )?(?:gunning|selectie|opdrachtverstrekking)|after (?:the )?award|bij (?:de )?(?:gunning|offerte|reactie|aanbieding|inschrijving|start|eerste werkdag)|(?:upon|on|at) award|with the (?:offer|bid|proposal)|bij aanvang|uiterlijk|included in/,
  days: /\d+ (?:werk)?dagen|\d+ days|weken|weeks/,
  who: /kosten|vergoed|betaal|rekening van|\bpaid\b/,
}

/** A yes/no condition of the posting, with what it adds about it. */
export const condition =
  (topic: Condition): Finder =>
  (view) => {
    const { posting, t, assignment, ask } = view
    const sentences = mentions(assignment, conditionWords[topic])
    const quotes = quotesFor(assignment, [topic], conditionWords[topic], 1)
    const value = posting[topic]
    const side = ask.aspect === null ? undefined : aspectWords[ask.aspect]
    if (value !== false && side && sentences.length > 0) {
      const telling = sentences.find(({ folded }) => side.test(folded)) ?? goesOn(view, sentences, side)
      if (telling)
        return fact(
          say(
            value === true && !sentences.includes(telling) && t.terms.yes[topic],
            t.terms.elsewhere(clip(telling.shown.replace(/[.;]$/, ''), 35)),
          ),
          [telling.verbatim, ...(sentences.includes(telling) ? [] : quotes)],
        )
      return notStated(
        say(
          aspectSentence(view, ask.aspect!),
          value === true && t.terms.yes[topic].replace(/^(?:Ja|Yes), (.)/, (_, first: string) => first.toUpperCase()),
        ),
        quotes,
      )
    }
    if (value === null) return sentences.length > 0 ? inItsWords(view, sentences, 1) : missing(view, topic)
    if (!value)
      return fact(
        say(t.terms.no[topic], topic === 'das' && sentences[0] && t.terms.elsewhere(clip(sentences[0].shown, 25))),
        quotes,
      )
    const conditional =
      topic === 'waadi' &&
      sentences.some(({ folded }) => /indien|als |wanneer|\bthat second|suppliers that|\bif\b/.test(folded))
    const more =
      topic === 'waadi'
        ? null
        : sentences.find(
            ({ shown, folded }) =>
              shown.split(' ').length > 4 &&
              /ouder dan|older than|voor de start|startdatum|before|included|bij inschrijving|niet ouder|binnen|talentenregio|namens/.test(
                folded,
              ),
          )
    return fact(
      say(
        conditional ? t.terms.yes.waadiIf : t.terms.yes[topic],
        more && t.terms.elsewhere(clip(more.shown.replace(/[.;]$/, ''), 28)),
      ),
      [more?.verbatim, ...quotes],
    )
  }

/** "De kosten daarvan …": the sentence behind, where it refers to the one that names the paper. */
function goesOn({ passages }: View, sentences: Passage[], side: RegExp): Passage | undefined {
  return sentences
    .map((sentence) => ({ sentence, next: passages[passages.indexOf(sentence) + 1] }))
    .find(
      ({ sentence, next }) =>
        next !== undefined &&
        next.line === sentence.line &&
        side.test(next.folded) &&
        /\b(?:daarvan|hiervan|hiervoor|daarvoor|deze|die|dit|dat|ervan|ervoor|its?|this|these|that|of it|for it)\b/.test(
          next.folded,
        ),
    )?.next
}

function aspectSentence({ t }: View, aspect: Aspect): string {
  return (t.aspect as Partial<Record<Aspect, string>>)[aspect] ?? t.notStated
}

export const zzp: Finder = (view) => {
  const { t, assignment } = view
  const recorded = factValue(assignment, 'zzp')
  const sentences = mentions(assignment, conditionWords.zzp)
  const quotes = quotesFor(assignment, ['zzp'], conditionWords.zzp, 1)
  const asksForm =
    /contractvorm|detacher|secondment|payroll/.test(view.ask.folded) && !/zzp|freelan|zelfstandig/.test(view.ask.folded)
  if (asksForm) {
    const forms = mentions(assignment, /contractvorm|contract type|detacher|secondment|payroll|loondienst/)
    const told = forms.length > 0 ? forms : sentences
    return told.length > 0 ? inItsWords(view, told, 1) : notStated(t.notStated)
  }
  const denied =
    recorded === false ||
    sentences.some(({ folded }) =>
      /(?:zzp\w*|zelfstandige?\w*|free-?lanc\w*).{0,40}(?:niet|geen|not|uitgesloten)|(?:geen|niet|no|not).{0,20}(?:zzp|zelfstandige|free-?lanc)|(?:alleen|uitsluitend|only).{0,40}loondienst/.test(
        folded,
      ),
    )
  const allowed =
    recorded === true ||
    sentences.some(({ folded }) =>
      /(?:zzp\w*|free-?lanc\w*|zelfstandige?\w*).{0,25}(?:mogelijk|toegestaan|welkom|allowed|welcome|mag|mogen)|detachering (?:of |en |\/ ?)?zzp|zzp (?:of|en|\/) ?detachering/.test(
        folded,
      ),
    )
  if (denied) return fact(t.terms.no.zzp, quotes)
  const terms = sentences.find(
    ({ shown, folded }) =>
      shown.split(' ').length > 4 && /mits|indien|alleen|only|provided|voorwaarde|modelovereenkomst/.test(folded),
  )
  if (allowed)
    return fact(say(t.terms.yes.zzp, terms && t.terms.elsewhere(clip(terms.shown.replace(/[.;]$/, ''), 25))), [
      terms?.verbatim,
      ...quotes,
    ])
  return sentences.length > 0 ? inItsWords(view, sentences, 1) : withWaadi(view)
}

/** Silence about freelancers; a Waadi demand is worth showing beside it. */
function withWaadi(view: View): Finding {
  const waadi = mentions(view.assignment, conditionWords.waadi).slice(0, 1)
  return { ...missing(view, 'zzp'), quotes: waadi.map(({ verbatim }) => verbatim) }
}
