import { countOf, countPattern } from '../text/number-words.ts'
import { allProse, byProse, type Page, type Reading } from './reading.ts'

/** The steps of the assessment as printed; where there are none, the sentences that tell how it goes. */
export function procedureOf(page: Page): Reading<string>[] {
  const steps = page.source.lines.filter(({ text }) =>
    /^(?:stap|step|fase|phase|ronde|round)\s+(?:\d|een|twee|drie|vier|one|two|three|four)\b/i.test(text),
  )
  if (steps.length > 0)
    return steps.map(({ text, start, end }) => ({ value: text, start, end, certainty: 'label' as const }))
  return page.prose
    .filter(({ text }) =>
      /(?:worden|are|will be|is) (?:uitgenodigd|invited|voorgelegd|shortlisted)|gelijke (?:score|stand)|in the event of a tie|wordt gegund|is awarded to|beste (?:scoren|score)/i.test(
        text,
      ),
    )
    .map(({ text, start, end }) => ({ value: text, start, end, certainty: 'prose' as const }))
}

/** What decides between equal scores: the sentence that says so. */
export function tieBreakOf(page: Page): Reading<string> | null {
  return byProse(page, (sentence) => {
    if (
      !/gelijke? (?:(?:totaal|eind)?score|stand|puntenaantal|puntental|aantal punten)|(?:gelijk eindigen|ex aequo)|\btie\b|equal scores?|\b(?:finish|end|are) level\b/i.test(
        sentence,
      )
    )
      return null
    if (/tarief|prijs|\brate\b|\bprice\b/i.test(sentence)) return 'rate'
    if (/\bloting|\blot\b|\bdraw/i.test(sentence)) return 'lot'
    return /gesprek|interview/i.test(sentence) ? 'interview' : 'criterion'
  })
}

/** How many candidates go on to the client or the interview. */
export function shortlistOf(page: Page): Reading<number> | null {
  const counted = new RegExp(
    `(?:de |the )?(?:beste |top |maximaal |hoogst scorende |best |best scoring |first )*(${countPattern})\\s+(?:kandidaten|cv['’]?s|candidates|hoogst|best|aanbiedingen|inschrijvers)`,
    'iu',
  )
  const told = allProse(page, (sentence) => {
    if (
      !/voorgelegd|geselecteerd|uitgenodigd|gaan door|doorgeleid|invited|shortlist|selected|proceed|voor stap|interview/i.test(
        sentence,
      )
    )
      return null
    const match = counted.exec(sentence)
    return match ? countOf(match[1]!) : null
  })
  // A heading may say it too; the sentence says it in full.
  return told.find(({ start, end }) => /[.]$/.test(page.source.text.slice(start, end))) ?? told[0] ?? null
}

/** The pause between award and contract: days when printed, else true. */
export function standstillOf(page: Page): Reading<number | true> | null {
  return byProse(page, (sentence) => {
    if (!/opschortende termijn|standstill|stand-still|bezwaartermijn|alcateltermijn/i.test(sentence)) return null
    const days = new RegExp(`(${countPattern})\\s*(?:kalender|werk)?(?:dagen|days|calendar days)`, 'iu').exec(sentence)
    return days ? (countOf(days[1]!) ?? true) : true
  })
}
