import { monthOf } from '../text/months.ts'

/** A moment as a text names it, in months; inexact ones are bounds. `month` only: a name without a year, of which the other end knows it. */
export type Point = {
  start: number
  end: number
  earliest: number
  latest: number
  precision: 'day' | 'month' | 'part' | 'year'
  month: number | null
  day: number | null
}

const monthNames = [
  'januari|january|januar|janvier|jan',
  'februari|february|februar|février|febr|feb',
  'maart|march|märz|mars|mrt|mar|mär',
  'april|avril|apr|avr',
  'mei|may|mai',
  'juni|june|juin|jun',
  'juli|july|juillet|jul',
  'augustus|august|août|aug',
  'september|septembre|sept|sep',
  'oktober|october|octobre|okt|oct',
  'november|novembre|nov',
  'december|dezember|décembre|dec|dez|déc',
]
const month = `(?<name>${monthNames.join('|')})`
const apostrophe = "['’‘`´]"
const fullYear = '(?:19[4-9]\\d|20[0-6]\\d)'
const year = `(?<year>${fullYear}|${apostrophe}\\d{2})`
const seasons: Record<string, [number, number]> = {
  voorjaar: [3, 6],
  lente: [3, 6],
  spring: [3, 6],
  zomer: [6, 9],
  summer: [6, 9],
  najaar: [9, 12],
  herfst: [9, 12],
  autumn: [9, 12],
  fall: [9, 12],
  // Winter lies at both ends of a year.
  winter: [1, 12],
  begin: [1, 4],
  'begin van': [1, 4],
  start: [1, 4],
  early: [1, 4],
  medio: [4, 9],
  mid: [4, 9],
  midden: [4, 9],
  halverwege: [4, 9],
  eind: [9, 12],
  einde: [9, 12],
  late: [9, 12],
  end: [9, 12],
  ultimo: [11, 12],
}
const ordinals: Record<string, number> = {
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
}

const forms: string[] = [
  // 2019-03-01
  `(?<isoYear>${fullYear})-(?<isoMonth>0[1-9]|1[0-2])-(?<isoDay>[0-3]\\d)`,
  // 01-03-2019
  `(?<day>[0-3]?\\d)[-/.](?<num>1[0-2]|0?[1-9])[-/.](?<dayYear>${fullYear})`,
  // 1 maart 2019, mrt. ’19, March 2019, jan-2019, of van
  `(?:(?<nameDay>[0-3]?\\d)(?:e|de|ste|st|nd|rd|th)?\\s+(?:of\\s+)?)?${month}\\b\\.?(?:[\\s]*[-/,][\\s]*|\\s+(?:van\\s+|of\\s+)?)?${year}`,
  // March 3, 2019
  `(?<usName>${monthNames.join('|')})\\b\\.?\\s+(?<usDay>[0-3]?\\d)(?:st|nd|rd|th)?,\\s*(?<usYear>${fullYear})`,
  // Q1 2019, 1e kwartaal 2019, eerste kwartaal van 2019, 2019 Q1
  `(?:[QK](?<q>[1-4])|(?<qOrdinal>[1-4])(?:e|ste|st|nd|rd|th)\\s+(?:kwartaal|quarter)|(?<qWord>${Object.keys(ordinals).join('|')})\\s+(?:kwartaal|quarter))\\s*[-/]?\\s*(?:van\\s+|of\\s+)?(?<qYear>${fullYear}|${apostrophe}\\d{2})`,
  `(?<yearQ>${fullYear})\\s*[-/]?\\s*[QK](?<qAfter>[1-4])`,
  // eerste helft 2019, H1 2019
  `(?:H(?<h>[12])|(?<hWord>eerste|tweede|first|second)\\s+(?:helft|half))\\s*(?:van\\s+|of\\s+)?(?<hYear>${fullYear})`,
  // zomer 2019, medio 2020, end of 2021
  `(?<season>${Object.keys(seasons).join('|')})[\\s-]+(?:van\\s+|of\\s+|in\\s+)?(?<seasonYear>${fullYear})`,
  // 03-2019, 3/2019, 03.2019
  `(?<mm>1[0-2]|0?[1-9])\\s?[-/.]\\s?(?<mmYear>${fullYear})`,
  // 03/’19
  `(?<sm>1[0-2]|0?[1-9])\\s?[-/]\\s?(?<smYear>${apostrophe}\\d{2})`,
  // 2019-03, 2019/03
  `(?<ymYear>${fullYear})[-/.](?<ym>0[1-9]|1[0-2])`,
  // 2019, ’19
  `(?<plain>${fullYear}|${apostrophe}\\d{2})`,
  // maart (the year stands at the other end)
  `(?:(?<bareDay>[0-3]?\\d)\\s+)?(?<bare>${monthNames.join('|')})\\b\\.?`,
]
const anyForm = new RegExp(
  `(?<![\\p{L}\\p{N}€$+]|[€$] |\\d[.,]|\\+\\d{2}[ -])(?:${forms.map(unnamed).join('|')})(?![\\p{L}\\p{N}%]|[.,]\\d)`,
  'giu',
)
const eachForm = forms.map((form) => new RegExp(`^(?:${form})$`, 'iu'))

/** Every moment that a text names, in order. `newest` (a year) tells the century of '18. */
export function findPoints(text: string, newest: number): Point[] {
  const points: Point[] = []
  for (const match of text.matchAll(anyForm)) {
    const groups = eachForm.map((form) => form.exec(match[0])?.groups).find((found) => found !== undefined)
    const point = groups ? pointOf(groups, newest) : null
    if (point) points.push({ ...point, start: match.index, end: match.index + match[0].length })
  }
  return points
}

type Bounds = Omit<Point, 'start' | 'end'>
type Groups = Record<string, string | undefined>

function pointOf(g: Groups, newest: number): Bounds | null {
  const y = (value: string) => fourDigits(value, newest)
  const exact = (yearText: string, m: number, day: string | undefined): Bounds => {
    const at = monthOf(y(yearText), m)
    return { earliest: at, latest: at, precision: day ? 'day' : 'month', month: m, day: day ? Number(day) : null }
  }
  const part = (yearText: string, from: number, to: number): Bounds => ({
    earliest: monthOf(y(yearText), from),
    latest: monthOf(y(yearText), to),
    precision: 'part',
    month: null,
    day: null,
  })
  if (g['isoYear']) return exact(g['isoYear'], Number(g['isoMonth']), g['isoDay'])
  if (g['dayYear']) return exact(g['dayYear'], Number(g['num']), g['day'])
  if (g['name']) return exact(g['year']!, numberOf(g['name']), g['nameDay'])
  if (g['usName']) return exact(g['usYear']!, numberOf(g['usName']), g['usDay'])
  if (g['qYear'] || g['yearQ']) {
    const quarter = Number(g['q'] ?? g['qOrdinal'] ?? g['qAfter'] ?? ordinals[g['qWord']!.toLowerCase()])
    return part(g['qYear'] ?? g['yearQ']!, quarter * 3 - 2, quarter * 3)
  }
  if (g['hYear']) {
    const half = Number(g['h'] ?? ordinals[g['hWord']!.toLowerCase()])
    return part(g['hYear'], half * 6 - 5, half * 6)
  }
  if (g['season']) return part(g['seasonYear']!, ...seasons[g['season'].toLowerCase()]!)
  if (g['mm']) return exact(g['mmYear']!, Number(g['mm']), undefined)
  if (g['sm']) return exact(g['smYear']!, Number(g['sm']), undefined)
  if (g['ym']) return exact(g['ymYear']!, Number(g['ym']), undefined)
  if (g['plain']) return { ...part(g['plain'], 1, 12), precision: 'year' }
  if (g['bare']) {
    const m = numberOf(g['bare'])
    return {
      earliest: Number.NaN,
      latest: Number.NaN,
      precision: g['bareDay'] ? 'day' : 'month',
      month: m,
      day: g['bareDay'] ? Number(g['bareDay']) : null,
    }
  }
  return null
}

function numberOf(name: string): number {
  return monthNames.findIndex((names) => names.split('|').includes(name.toLowerCase())) + 1
}

/** '18 is 2018, '97 is 1997: the newest century that is not in the future. */
function fourDigits(value: string, newest: number): number {
  const digits = Number(value.replace(/\D/g, ''))
  if (digits >= 100) return digits
  return 2000 + digits <= newest + 1 ? 2000 + digits : 1900 + digits
}

/** In a pattern of all forms together the names of groups would clash. */
function unnamed(form: string): string {
  return form.replace(/\(\?<[a-zA-Z]+>/g, '(?:')
}
