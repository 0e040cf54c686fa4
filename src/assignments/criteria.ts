import type { PostedCriterion, Quote } from './assignment.ts'
import { plainlyKnockout } from './heading-kinds.ts'
import { type Item, itemsOf } from './items.ts'
import { tidy } from './points.ts'
import { toldCriteria } from './prose-criteria.ts'
import type { PostingSection } from './sections.ts'
import type { Source } from './source.ts'
import { yearsIn } from './years.ts'

/** A total the posting prints next to what the criteria under it add up to. */
export type Total = Quote & { printed: number; sum: number }

export type Criteria = {
  knockouts: PostedCriterion[]
  awards: PostedCriterion[]
  totals: Total[]
  percent: boolean
  lines: Set<number>
}

const price =
  /^(?:het |de |the )?(?:laagste |lowest |aangeboden |offered )?(?:all-?in )?(?:uur|inschrijf|totaal|hourly )?-?(?:tarief|prijs|price|rate)\b|laagste (?:uur)?(?:tarief|prijs)|lowest (?:hourly )?(?:rate|price)|\bhourly rate\b|prijs \(|uurtarief/i

/** Which documents can show it: the interview and the price are shown by none. */
function provesOf(text: string, explained: boolean): PostedCriterion['proves'] {
  if (price.test(text)) return []
  if (
    /^(?:het |the )?(?:selectie|sollicitatie|verificatie)?(?:gesprek|interview|presentatie|presentation)\b/i.test(text)
  )
    return []
  const base: PostedCriterion['proves'] = explained ? ['cv', 'explanation'] : ['cv']
  if (
    /^(?:de kandidaat )?(?:stelt zich|schrijft|levert|motiveert)|^(?:\p{L}+ ){0,3}motivatie|motivatiebrief|^(?:\p{L}+ ){0,2}(?:motivation|cover letter)/iu.test(
      text,
    )
  )
    return ['motivation']
  if (/motivatie|motivation|\bbrief\b|cover letter/i.test(text)) return [...base, 'motivation']
  if (/^(?:\p{L}+ ){0,2}(?:plan van aanpak|visie|casus|approach paper|vision|case)\b/iu.test(text))
    return ['explanation']
  return base
}

function criterion(
  source: Source,
  item: Item,
  section: 'knockout' | 'award',
  ordinal: number,
  explained: boolean,
): PostedCriterion {
  const text = tidy(item.text.replace(/\s*\((?:knock-?out|k\.?o\.?|eis|must|wens)\)/gi, ''))
  const award = section === 'award'
  return {
    ...source.quote(item.start, item.end),
    key: `${section}:${ordinal}`,
    section,
    ordinal,
    number: item.label,
    text,
    ...yearsIn(text),
    proves: provesOf(text, explained),
    points: award ? item.points : null,
    ...(award && item.sub.length > 0 ? { sub: item.sub } : {}),
    ...(award && price.test(text) ? { price: true } : {}),
  }
}

/** In a list that mixes both: a column or word decides, else points make it an award criterion, else its code. */
function sideOf(item: Item): 'knockout' | 'award' {
  if (item.kind) return item.kind
  if (/\((?:knock-?out|k\.?o\.?|eis|must)\)/i.test(item.text)) return 'knockout'
  return item.points !== null || /\((?:wens|pr[eé]|wish)\)/i.test(item.text) || /^[WGPQ]/.test(String(item.label ?? ''))
    ? 'award'
    : 'knockout'
}

/** A list whose items all carry points is one of award criteria, whatever its heading says. */
function scoredElsewhere(sections: PostingSection[], found: { item: Item }[]): { item: Item; side: 'award' }[] {
  const taken = new Set(found.flatMap(({ item }) => item.lines))
  for (const section of sections) {
    const { items } = itemsOf(section)
    const scored = items.filter(({ points, lines }) => points !== null && !lines.some((line) => taken.has(line)))
    if (scored.length >= 2 && scored.length === items.length) return scored.map((item) => ({ item, side: 'award' }))
  }
  return []
}

/** Where one list calls itself that of the knock-outs, what stands under "Wij vragen" besides it is none. */
function dropWeak(found: { item: Item; side: 'knockout' | 'award' }[], weak: Item[]): void {
  if (!found.some(({ item, side }) => side === 'knockout' && !weak.includes(item))) return
  for (const item of weak)
    found.splice(
      found.findIndex((entry) => entry.item === item),
      1,
    )
}

/** Knock-outs and award criteria by section and ordinal; the printed number is only a label. */
export function criteriaOf(source: Source, sections: PostingSection[]): Criteria {
  const explained = /\btoelichting\b|\bexplanation\b/i.test(source.text)
  const found: { item: Item; side: 'knockout' | 'award' }[] = []
  const totals: Total[] = []
  const weak: Item[] = []
  const talk: Item[] = []
  for (const section of sections) {
    const listed = section.kind === 'knockout' || section.kind === 'award' || section.kind === 'mixed'
    // Under any other heading only items that say what they are: "Eis 1: …".
    if (!listed && section.lines.filter(({ marker }) => marker?.says).length < 2) continue
    const { items: all, total } = itemsOf(section)
    const items = listed ? all : all.filter(({ kind }) => kind !== null)
    // Requirements carry no points: where several items do, the heading over them was not seen.
    const mixed = section.kind === 'mixed' || items.filter(({ points }) => points !== null).length > 1
    const sides = items.map((item) => ({
      item,
      side: (mixed && section.kind !== 'award') || item.kind ? sideOf(item) : (section.kind as 'knockout' | 'award'),
    }))
    found.push(...sides)
    if (section.kind === 'award' && items.every(({ points, label }) => points === null && label === null))
      talk.push(...items.filter(({ text }) => /[.]$/.test(text) && text.split(/\s+/).length > 8))
    if (section.kind === 'knockout' && !plainlyKnockout(section.heading.text)) weak.push(...items)
    const sum = sides.filter(({ side }) => side === 'award').reduce((all, { item }) => all + (item.points ?? 0), 0)
    if (total && section.kind !== 'knockout')
      totals.push({ ...source.quote(total.start, total.end), printed: total.value, sum })
  }
  dropWeak(found, weak)
  // "Hoe beoordelen we?" over sentences, where the points stand in a list elsewhere: they tell how, and are no criteria.
  if (found.some(({ item, side }) => side === 'award' && item.points !== null))
    for (const item of talk)
      found.splice(
        found.findIndex((entry) => entry.item === item),
        1,
      )
  if (!found.some(({ side }) => side === 'award')) found.push(...scoredElsewhere(sections, found))
  if (found.length === 0) found.push(...toldCriteria(source))
  const unique = found.filter(
    ({ item, side }, index) =>
      index ===
      found.findIndex(
        (other) => other.side === side && other.item.text === item.text && other.item.label === item.label,
      ),
  )
  const side = (name: 'knockout' | 'award') =>
    unique
      .filter((entry) => entry.side === name)
      .map(({ item }, index) => criterion(source, item, name, index + 1, explained))
  return {
    knockouts: side('knockout'),
    awards: side('award'),
    totals,
    percent: unique.some(({ item }) => item.percent),
    lines: new Set(unique.flatMap(({ item }) => item.lines)),
  }
}
