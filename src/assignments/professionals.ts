import { countOf, countPattern } from '../text/number-words.ts'
import { byLabel, byProse, type Page, type Reading } from './reading.ts'

const hired = '(?:contracted|hired|gecontracteerd|gegund|ingehuurd)'
const whole = (pattern: string) => new RegExp(pattern, 'iu')

/** Who will be taken on, told where a sentence also speaks of how many may be offered. */
const taken = whole(
  `(${countPattern})\\s+(?:candidate|kandidaat|professional)s?\\s+(?:will be|wordt|worden)\\s+${hired}`,
)
/** Ways to say how many are sought; the number is the first group. */
const sought = [
  /(?:benodigd|gevraagd|wij zoeken|we zoeken|zoeken wij|zoeken we|behoefte aan|looking for|seeking)\s*:?\s*(?:in totaal\s*)?(\d{1,2}|één|twee|drie|vier|one|two|three|four)\s*x?\s+\p{L}/iu,
  whole(`(${countPattern})\\s+(?:\\p{L}+\\s+){1,3}(?:will be|wordt|worden)\\s+${hired}`),
  whole(
    `\\b(?:er (?:is|zijn)|there (?:is|are)|het betreft|het gaat om)\\s+(?:in totaal\\s+)?(${countPattern})\\s+(?:positie|functie|plek|plaats|vacature|position|vacanc)`,
  ),
  whole(`^(${countPattern}) (?:positions?|openings?|vacanc(?:y|ies)|posities?|vacatures?|plaats(?:en)?)\\.?$`),
  whole(
    `\\b(?:er (?:wordt|worden)|wij vragen|we vragen)\\s+(?!een\\s)(${countPattern})\\s+(?:\\p{L}+\\s+){1,2}?(?:gevraagd|gezocht|ingehuurd|gecontracteerd|gekozen|geselecteerd|geplaatst|aangenomen)`,
  ),
]
const persons = whole(
  `(?<![\\p{L}\\d])(${countPattern})\\s*(?:personen|professionals?|fte.?s?|kandida(?:at|ten) gevraagd|adviseurs gevraagd|persons)`,
)

function countIn(sentence: string): number | null {
  if (/leverancier|supplier may|per inschrijver|team van|bestaat uit|totaal/i.test(sentence)) {
    const count = taken.exec(sentence)?.[1]
    return count ? countOf(count) : null
  }
  const ways = /(?:gezocht|nodig|gevraagd|required)/i.test(sentence) ? [...sought, persons] : sought
  for (const way of ways) {
    const match = way.exec(sentence)
    if (match)
      return /(?<!\p{L})(?:uur|uren|maand|jaar|jaren|hour|month|year)/iu.test(match[0]) ? null : countOf(match[1]!)
  }
  return null
}

/** How many people are asked for; how many may be offered is another question. */
export function professionalsOf(page: Page): Reading<number> | null {
  const label = byLabel(page, 'professionals', (value, { label: name }) => {
    if (/leverancier|supplier|aanbieden/i.test(name)) return null
    return countOf(/^\d+|^\p{L}+/u.exec(value)?.[0] ?? '')
  })
  if (label) return label
  const head = page.source.lines
    .slice(0, 8)
    .find(
      ({ text }) =>
        /\(\s*\d+\s*(?:personen|professionals|x(?!\s*\d)|fte)/i.test(text) &&
        !/\b(?:team|afdeling|organisatie|department)\b/i.test(text),
    )
  const inTitle = head ? /\(\s*(\d+)/.exec(head.text) : null
  if (head && inTitle) return { value: Number(inTitle[1]), start: head.start, end: head.end, certainty: 'position' }
  return byProse(page, countIn)
}
