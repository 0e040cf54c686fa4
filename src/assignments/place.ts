import { keyFigures } from './key-figures.ts'
import { isLabel } from './labelled.ts'
import { levelsIn } from './practice.ts'
import { bodyIn } from './public-body.ts'
import { byLabel, type Page, type Reading } from './reading.ts'
import type { SourceLine } from './source.ts'

const provinces = [
  'Groningen',
  'Friesland',
  'Fryslân',
  'Drenthe',
  'Overijssel',
  'Flevoland',
  'Gelderland',
  'Utrecht',
  'Noord-Holland',
  'Zuid-Holland',
  'Zeeland',
  'Noord-Brabant',
  'Limburg',
]

function placeIn(value: string): string | null {
  const cut = value
    .split(/[;(]|\.\s|,\s+(?=\p{Ll})|\s+(?:deels|gedeeltelijk|en|of|met)\s|\s+\/\s+/u)[0]!
    .replace(/[.,]$/, '')
    .trim()
  const building = /^(?:stadhuis|gemeentehuis|raadhuis|provinciehuis|stadskantoor|kantoor),\s+(\p{Lu}.+)$/iu.exec(
    cut,
  )?.[1]
  const within =
    building ??
    /\b(?:te|in)\s+(\p{Lu}[\p{L}'’-]*(?:[ -]\p{Lu}[\p{L}-]*)*)$/u.exec(cut)?.[1] ??
    /\b(?:gemeentehuis|stadhuis|provinciehuis|stadskantoor|kantoor)\s+(?:van\s+)?(\p{Lu}[\p{L}'’-]*(?:[ -]\p{Lu}[\p{L}-]*)*)$/u.exec(
      cut,
    )?.[1]
  const name = within ?? cut
  return /^(?:'s-|’s-)?\p{Lu}[\p{L}'’ -]{1,40}$/u.test(name) ? name : null
}

const town = /^(?:'s-|’s-)?\p{Lu}\p{Ll}[\p{L}'’-]*(?:[ -]\p{L}[\p{L}-]*){0,3}$/u

/** The town of work: a label, an address, or a single name right under the title. */
export function locationOf(page: Page, title: Reading<string> | null): Reading<string> | null {
  const label = byLabel(page, 'location', placeIn)
  if (label) return label
  const prose =
    /\b(?:standplaats|werklocatie|werkplek|plaats van uitvoering|place of work|located in|gevestigd in|on site in|op kantoor in|op locatie in|locatie in|vestiging(?: in)?|(?:vind(?:t|en)|(?:wordt|worden)) (?:\p{L}+ )?(?:plaats|uitgevoerd|verricht) in|office in|kantoor in)\s+(?:is|wordt|:)?\s*(?:het\s+|in\s+)?((?:\p{Ll}+\s+(?:te|in)\s+)?\p{Lu}[\p{L}'’-]*(?:[ -]\p{Lu}[\p{L}-]*)*)/iu
  for (const sentence of page.source.sentences) {
    const match = prose.exec(sentence.text)
    const value = match ? placeIn(match[1]!) : null
    if (value) return { value, start: sentence.start, end: sentence.end, certainty: 'prose' }
  }
  const seeker = /\bin (\p{Lu}[\p{L}-]+) (?:zoekt|is op zoek)/u
  for (const sentence of page.source.sentences.slice(0, 12)) {
    const value = seeker.exec(sentence.text)?.[1]
    if (value) return { value, start: sentence.start, end: sentence.end, certainty: 'prose' }
  }
  // "Ravenmere, Utrecht" among them: the town, then its province.
  const figures = keyFigures(page.source)
    .map((part) => ({ ...part, text: part.text.split(/,\s+/)[0]! }))
    .find(({ text }) => town.test(text) && levelsIn(text).size === 0 && bodyIn(text) === null)
  if (figures) return { value: figures.text, start: figures.start, end: figures.end, certainty: 'position' }
  const house = /\b(?:gemeentehuis|stadhuis|raadhuis|provinciehuis|stadskantoor)\s+(?:te|in|van)\s+(\p{Lu}[\p{L}'’-]*)/u
  for (const sentence of page.source.sentences) {
    const value = house.exec(sentence.text)?.[1]
    if (value) return { value, start: sentence.start, end: sentence.end, certainty: 'prose' }
  }
  const team =
    /\b(?:team|joins?|based|office|kantoor|werkplek|werkt|werken|works?)\b[^.;:]{0,40}?\s(?:in|te)\s(?!Januar|Februar|March|April|May|June|July|August|Septem|Octo|Novem|Decem|Dutch|English|Nederlands|Engels)(\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}+)?)(?=[.,;]|$|\s+(?:and|en|on|op|met|with)\s)/u
  for (const sentence of page.prose) {
    const value = team.exec(sentence.text)?.[1]
    if (value && bodyIn(sentence.text)?.name.includes(value) !== true)
      return { value, start: sentence.start, end: sentence.end, certainty: 'prose' }
  }
  const lines = page.source.lines.slice(0, 12)
  const address = lines.find(({ text }) => /\b\d{4}\s?[A-Z]{2}\s+\p{Lu}/u.test(text))
  if (address)
    return {
      value: /\b\d{4}\s?[A-Z]{2}\s+(.+)$/u.exec(address.text)![1]!.trim(),
      start: address.start,
      end: address.end,
      certainty: 'position',
    }
  // The client, or the title once more, may stand between the title and the place.
  const under = lines.find(
    (line) =>
      title !== null &&
      line.start > title.end &&
      line.start - title.end < 160 &&
      bodyIn(line.text)?.length !== line.text.length &&
      !title.value.includes(line.text),
  )
  const name = under ? placeUnder(under) : null
  return under && name ? { value: name, start: under.start, end: under.end, certainty: 'position' } : null
}

/** "Zwolle", or "Gemeente Beekstede · Beekstede". */
function placeUnder(line: SourceLine): string | null {
  if ((line.cells.length > 1 && !line.piped) || isLabel(line.text)) return null
  const last =
    line.text
      .split(/\s+[·|•–-]\s+/)
      .findLast((part) => !/\d|^(?:detachering|zzp|inhuur|interim|freelance|payroll|hybride?|remote)\b/i.test(part)) ??
    ''
  return bodyIn(last)?.index === 0 ||
    !/^(?:'s-|’s-)?\p{Lu}[\p{L}'’-]*(?:(?:-| aan (?:de|den) | | op )\p{Lu}[\p{L}-]*){0,2}$/u.test(last) ||
    last.split(/\s/).length > 4
    ? null
    : last
}

/** A region or province that the posting labels as such, or glues to its key figures. */
export function regionOf(page: Page): Reading<string> | null {
  const label = byLabel(page, 'region', (value) =>
    value.length <= 60 && /^\p{Lu}/u.test(value) ? value.replace(/[.;]$/, '') : null,
  )
  if (label) return label
  const line = page.source.lines
    .slice(0, 25)
    .find(({ text }) =>
      provinces.some(
        (name) =>
          text === name ||
          new RegExp(`^(?:[\\d,]+|Geen maximum)\\s+\\d{1,2}(?:\\s*-\\s*\\d{1,2})?\\s+${name}$`).test(text),
      ),
    )
  const name = line ? provinces.find((province) => line.text.endsWith(province)) : undefined
  return line && name ? { value: name, start: line.start, end: line.end, certainty: 'position' } : null
}
