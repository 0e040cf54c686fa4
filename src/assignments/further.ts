import { countOf, countPattern } from '../text/number-words.ts'
import type { Fact } from './assignment.ts'
import { targetRateOf } from './money.ts'
import { holds } from './polarity.ts'
import { shortlistOf, standstillOf, tieBreakOf } from './procedure.ts'
import { allProse, byLabel, byProse, type Page, type Reading } from './reading.ts'

type Further = Pick<Fact, 'field' | 'value'> & Omit<Reading<unknown>, 'value'>

const zzpTerm =
  /\bzzp\b|zzp['’]?ers?|zelfstandig(?:e|en)(?: (?:zonder personeel|professional|professionals|ondernemers?))|freelancers?|self-?employed|independent contractors?/i
const employed =
  /(?:alleen|uitsluitend|slechts|only) [^.;]{0,60}(?:loondienst|detachering|payroll|secondment|employed)/i

/** Whether a self-employed person may be offered. */
function zzpOf(page: Page): Reading<boolean> | null {
  const form = byLabel(page, 'contractForm', (value) =>
    zzpTerm.test(value)
      ? /geen zzp|zzp[^,;.]{0,12}(?:niet|uitgesloten|nee)/i.test(value)
        ? false
        : holds(value, zzpTerm)
      : employed.test(value)
        ? false
        : null,
  )
  if (form) return form
  return byProse(page, (sentence) => {
    if (employed.test(sentence)) return false
    if (!zzpTerm.test(sentence)) return null
    return /(?:is|zijn|wordt|worden|not|kunnen|kan) (?:helaas )?(?:niet|uitgesloten|no longer)|niet (?:mogelijk|toegestaan)|geen zzp|uitgesloten|cannot|not (?:be )?(?:accepted|allowed|possible)/i.test(
      sentence,
    )
      ? false
      : holds(sentence, zzpTerm)
  })
}

/** What a sentence says, told by its key word; the value is the sentence's own words. */
const sentences: [field: string, pattern: RegExp, unless?: RegExp][] = [
  ['indexation', /indexering|indexatie|geindexeerd|geïndexeerd|\bindexation|\bindexed/i],
  [
    'evidenceRule',
    /(?:niet|not) [^.]{0,60}(?:meegenomen|meegewogen|considered|taken into account)|geef in (?:het|je|uw) cv|duidelijk (?:blijken|aangeven|aan in hoeverre)|moet(?:en)? (?:duidelijk )?blijken uit (?:het|uw|je) cv|must be (?:clear|evident) from the cv/i,
  ],
  ['assessment', /\b(?:beoordeelt|toetst|getoetst|beoordeeld|scoort|assess(?:es|ed)|evaluated)\b/i],
  ['equalPay', /inlenersbeloning|gelijk(?:waardig)?e beloning|equal pay/i],
  ['cao', /\bcao\b|collectieve arbeidsovereenkomst/i, /cbs|indexcijfer|index\b/i],
  ['motivationLetter', /motivatie(?:brief)?\b|cover letter|motivation letter/i],
  ['integrity', /integriteitsverklaring|belangenverstrengeling|conflict of interest/i],
  [
    'extensionTerms',
    /(?:verleng|exten)[^.]*(?:gegarandeerd|garantie|guarantee|afhankelijk|voorbehoud|maximale? duur|duur van)/i,
  ],
  [
    'rateRequired',
    /(?:zonder|without) (?:een )?(?:uur)?tarief|without (?:a )?rate|uitsluitend met tarief|tarief (?:verplicht|vermelden)/i,
  ],
  [
    'lateOffers',
    /later (?:binnengekomen|ingediende?)|te late? (?:inzendingen|inschrijvingen)|niet meer (?:meegenomen|in behandeling)|late (?:offers|submissions)/i,
  ],
  [
    'multipleCandidates',
    /(?:kandidaten|candidates)\s+(?:per|aanbieden|may)|per leverancier|each supplier|meerdere kandidaten/i,
  ],
  ['modelAgreement', /modelovereenkomst|raamovereenkomst|arvodi|inkoopvoorwaarden|general terms/i],
  ['insurance', /aansprakelijkheidsverzekering|beroepsaansprakelijk|liability insurance/i],
  [
    'whereToAsk',
    /vragen (?:kunt|kun|kan|dient|kunnen|stelt)[^.]*(?:via|bij|per|op|naar)|questions [^.]*(?:via|to|through)/i,
  ],
  ['drivingLicence', /rijbewijs|driving licen[cs]e/i],
  ['availability', /beschikbaar (?:per|vanaf|zijn)|available (?:from|as of)/i],
]

const safety = new RegExp(
  `(${countPattern})\\s*(werk)?dag(?:en)?\\s*(?:v[oó][oó]r|eerder|voorafgaand|voor)\\s*(?:aan\\s*)?(?:de\\s+|het\\s+)?(?:uiterste\\s+)?(?:sluit|deadline|einde|inschrijf|reactie|datum)|(${countPattern})\\s*(working|business)?\\s*days?\\s*before\\s*(?:the\\s+)?(?:clos|deadline|submission|end)`,
  'iu',
)

/** "minimaal één werkdag vóór de sluitingsdatum": days by which to send earlier than the deadline. */
function safetyOf(page: Page): Reading<{ days: number; working: boolean }> | null {
  return byProse(page, (sentence) => {
    const match = safety.exec(sentence)
    const days = match ? countOf(match[1] ?? match[3]!) : null
    return match && days !== null ? { days, working: Boolean(match[2] ?? match[4]) } : null
  })
}

const phone = /(?<![\d,.])(?:\+31[\s-]?|0)\d{1,3}[\s-]?(?:\d[\s-]?){6,8}(?!\d)/
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
const address = /https?:\/\/[^\s<>)\]]+/

const submits =
  /\b(?:stuur|sturen|mail|mailen|send|reageer|reageren|reactie|indienen|dien|dienen|aanbod|aanbieding|offerte|upload|apply|submit)\b[^.]*\b(?:naar|via|op|to|at|through|per mail|bij)\b/i

/** Ten digits with a leading zero, or +31 and nine: a date has fewer. */
function phoneIn(text: string): string | undefined {
  const number = phone.exec(text)?.[0].trim()
  const digits = number?.replace(/\D/g, '').length
  return digits === 10 || (digits === 11 && number?.startsWith('+')) ? number : undefined
}

function contacts(page: Page): Further[] {
  return page.source.sentences.flatMap(({ text, start, end }): Further[] => {
    const found: Further[] = []
    const number = phoneIn(text)
    const box = mail.exec(text)?.[0]
    if (number) found.push({ field: 'contact', value: { phone: number }, start, end, certainty: 'prose' })
    if (box) found.push({ field: 'contact', value: { mail: box }, start, end, certainty: 'prose' })
    const place =
      box ??
      address.exec(text)?.[0] ??
      (/\b(?:knop|button|portaal|portal|account|platform|tenderned|negometrix|mercell|ctm)\b/i.test(text) ? text : null)
    if (place && submits.test(text) && !/\bvragen\b|questions/i.test(text))
      found.push({ field: 'whereToSubmit', value: place, start, end, certainty: 'prose' })
    return found
  })
}

function vogAge(page: Page): Reading<number> | null {
  return byProse(page, (sentence) => {
    const age = new RegExp(
      `(?:niet ouder dan|maximaal|no older than|not older than)\\s*(${countPattern})\\s*(?:maand|month)`,
      'iu',
    ).exec(sentence)
    return age && /vog\b|gedrag|conduct/i.test(sentence) ? countOf(age[1]!) : null
  })
}

/** Facts beyond those every posting is asked for. A field is absent where the posting is silent. */
export function furtherFacts(page: Page): Further[] {
  const single: [string, Reading<unknown> | null][] = [
    ['zzp', zzpOf(page)],
    ['tieBreak', tieBreakOf(page)],
    ['shortlist', shortlistOf(page)],
    ['standstill', standstillOf(page)],
    ['safetyMargin', safetyOf(page)],
    ['vogMaxAgeMonths', vogAge(page)],
    ['targetRateEur', targetRateOf(page)],
    ['contractForm', byLabel(page, 'contractForm', (value) => value)],
    [
      'department',
      byLabel(page, 'department', (value) => (value.length <= 120 ? value : null)) ??
        byProse(page, (sentence) => /\bafdeling\s+\p{Lu}[\p{L}&, -]{2,60}/u.exec(sentence)?.[0].trim() ?? null),
    ],
    [
      'travelCosts',
      byLabel(page, 'travelCosts', (value) => value) ??
        byProse(page, (sentence) =>
          /reiskosten|verblijfkosten|travel (?:costs|expenses)|incl\. travel|reis- en/i.test(sentence)
            ? sentence
            : null,
        ),
    ],
    ['language', byLabel(page, 'language', (value) => value)],
    ['noticePeriod', byProse(page, (sentence) => (/opzegtermijn|notice period/i.test(sentence) ? sentence : null))],
    [
      'priceWeight',
      byProse(
        page,
        (sentence) =>
          Number(
            /(\d{1,3})\s*%\s*(?:uit\s*)?(?:prijs|tarief|price)|(?:prijs|price)(?:deel)?\s*:?\s*(\d{1,3})\s*%/i
              .exec(sentence)
              ?.slice(1)
              .find(Boolean) ?? Number.NaN,
          ) || null,
      ),
    ],
    ['intermediary', byLabel(page, 'intermediary', (value) => value.replace(/\.$/, ''))],
    ['sroiAnnex', byProse(page, (sentence) => (/sroi/i.test(sentence) ? (address.exec(sentence)?.[0] ?? null) : null))],
    ['unlabelledRange', unlabelled(page)],
    [
      'relativeDeadline',
      byProse(
        page,
        (sentence) =>
          /(?:sluit|nog|closes) (?:over|in|nog) \d+ (?:dag(?:en)?|days|uur)|je hebt nog \d+ dagen/i.exec(
            sentence,
          )?.[0] ?? null,
      ),
    ],
    [
      'officeDays',
      byProse(
        page,
        (sentence) =>
          /(?:(?:minimaal|maximaal)\s+)?(?:\d|een|één|twee|drie|vier|one|two|three|four) (?:dag(?:en)?|days?)(?: per week)? (?:op kantoor|op locatie|thuis|on[- ]?site|at the office|per week on site)/i.exec(
            sentence,
          )?.[0] ?? null,
      ),
    ],
  ]
  const told = single.flatMap(([field, reading]): Further[] => (reading ? [{ field, ...reading }] : []))
  const spoken = sentences.flatMap(([field, pattern, unless]): Further[] =>
    allProse(page, (sentence) => (pattern.test(sentence) && !unless?.test(sentence) ? sentence : null)).map(
      (reading) => ({ field, ...reading }),
    ),
  )
  return [...told, ...spoken, ...contacts(page)]
}

/** Two numbers near the top without a word of what they are: kept as printed, used for nothing. */
function unlabelled(page: Page): Reading<string> | null {
  const line = page.source.lines
    .slice(0, 12)
    .find(({ text }) => /^(?:€\s*)?\d[\d.,]*\s*[-–]\s*(?:€\s*)?\d[\d.,]*$/.test(text))
  return line && !page.labelled.some(({ start, end }) => start <= line.start && line.end <= end)
    ? { value: line.text, start: line.start, end: line.end, certainty: 'position' }
    : null
}
