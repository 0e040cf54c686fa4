import type { PostedCriterion } from './assignment.ts'
import { keyFigures } from './key-figures.ts'
import { holds } from './polarity.ts'
import { allProse, byLabel, byProse, type Page, type Reading } from './reading.ts'

/** A pay scale: "12", "10A"; null when none. */
export function scaleOf(page: Page): Reading<number | string> | null {
  const parse = (text: string) => {
    const match =
      /(?:functie|salaris|loon)?schaal\s*(?:is\s*|:\s*)?(\d{1,2})\s?([A-Ca-c])?\b|\b(?:scale|fwg)\s*(?:functiegroep\s*|schaal\s*)?(\d{1,2})\s?([A-Ca-c])?\b/iu.exec(
        text,
      )
    if (!match) return null
    // "schaal 6 t/m 12" tells of many jobs, not of this one.
    if (/^\s*(?:t\/m|tot(?: en met)?|en|to|and|[-–])\s*\d/.test(text.slice(match.index + match[0].length))) return null
    const digits = match[1] ?? match[3]!
    const letter = match[2] ?? match[4]
    return letter ? `${digits}${letter.toUpperCase()}` : Number(digits)
  }
  const label = byLabel(
    page,
    'scale',
    (value) => parse(value) ?? parse(value.replace(/^(?:\p{Lu}{3,6}\s+)?(?=\d{1,2}\s?[A-Ca-c]?\b)/u, 'schaal ')),
  )
  const prose = byProse(page, parse)
  return label && prose && prose.start >= label.start && prose.end <= label.end ? prose : (label ?? prose)
}

const hybridTerm =
  /hybride?\b|thuis ?(?:te )?werk|vanuit huis|\bthuis\b|remote|op afstand|plaatsonafhankelijk|work(?:ed|ing)?(?: \S+)? from home|from home|telework/i

/** Whether one may work partly elsewhere. */
export function hybridOf(page: Page): Reading<boolean> | null {
  const said = (value: string) =>
    /^(?:ja|yes|mogelijk|hybride?|deels|gedeeltelijk|\d|in overleg|toegestaan)/i.test(value)
      ? true
      : /^(?:nee|no|niet|geen|onsite|op locatie)/i.test(value)
        ? false
        : null
  const label = byLabel(page, 'hybrid', said)
  if (label) return label
  return (
    allProse(page, (sentence) => {
      const partly = hybridTerm.test(sentence) ? holds(sentence, hybridTerm) : null
      if (partly) return true
      if (
        /volledig op (?:locatie|kantoor)|100% (?:op locatie|op kantoor|on[- ]?site)|fully on[- ]?site/i.test(sentence)
      )
        return false
      return partly
    })[0] ?? null
  )
}

const day = '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|monday|tuesday|wednesday|thursday|friday)'

/** The working days as printed. */
export function workdaysOf(page: Page): Reading<string> | null {
  const label = byLabel(page, 'workdays', (value) => {
    const text = value.split(/;/)[0]!.replace(/\.$/, '').trim()
    return text.length >= 3 && text.length <= 160 && !/^\d+$/.test(text) ? text : null
  })
  if (label) return label
  const prose = new RegExp(
    `(?:op de volgende (?:werk)?dagen|werkdagen zijn|work(?:ing )?days are|gewerkt (?:wordt|van|op)(?: van| op)?|vaste (?:werk)?dagen zijn|beschikbaar op|(?:verspreid|verdeeld) over|spread over|de werkdagen)\\s*:?\\s*((?:${day}|ma|di|wo|do|vr)[^.;]*)`,
    'iu',
  )
  const agreed =
    /\b(?:werkdagen|working days)\s+((?:zijn |are )?(?:in (?:onderling )?overleg|to be agreed|flexib(?:el|le))[^.;]*)/iu
  const bracket = new RegExp(
    `(?:\\(|(?:uur|hours)[^,.;]*,\\s*)(${day}\\s*(?:t\\/m|tot en met|to|through|until|[-–])\\s*${day})(?:\\)|[.;]|$)`,
    'iu',
  )
  const here = new RegExp(
    `(${day}(?:\\s*(?:,|en|and|\\+|&)\\s*${day})+)\\s+(?:ben je|bent u|werk je|werkt u|you are|you work)\\b`,
    'iu',
  )
  const present = new RegExp(
    `((?:\\p{L}+ )?(?:dagen|dag|days?) (?:per|a|in de) week (?:op (?:het )?kantoor|in the office|op locatie|aanwezig|on[- ]site)[^.;]*${day}[^.;]*)|(${day}s?(?:\\s*(?:,|en|and|\\+|&)\\s*${day}s?)*\\s+(?:are|is|zijn|ben|werk)\\b[^.;,]*(?:in the office|op (?:het )?kantoor|on[- ]site|op locatie|aanwezig)[^.;,]*)`,
    'iu',
  )
  return byProse(
    page,
    (sentence) =>
      (
        prose.exec(sentence)?.[1] ??
        agreed.exec(sentence)?.[1]?.replace(/^(?:zijn|are) /, '') ??
        bracket.exec(sentence)?.[1] ??
        here.exec(sentence)?.[1] ??
        present.exec(sentence)?.slice(1).find(Boolean)
      )?.trim() ?? null,
  )
}

const level =
  /((?:mbo|hbo|wo)\+?\s?(?:-?\s?(?:en|of|\/|or)\s?-?\s?(?:mbo|hbo|wo)-?)?(?:[- ](?:bachelor(?: (?:of|or|en) (?:mbo|hbo|wo))?|master|diploma|niveau|werk- en denkniveau))?(?: (?:bachelor|master|werk- en denkniveau|niveau))?|(?:master(?:'s|’s)?|bachelor(?:'s|’s)?)(?: degree|diploma|opleiding)?|universitair(?:e)?(?: (?:opleiding|werk- en denkniveau|niveau|diploma))?|academisch(?:e)?(?: (?:opleiding|werk- en denkniveau|niveau))?|university degree(?: \((?:master|bachelor)\))?)(?![\p{L}])/iu

/** Levels named in a text, for comparison. */
export function levelsIn(text: string): Set<string> {
  const found = new Set<string>()
  for (const [name, pattern] of [
    ['mbo', /(?<!\p{L})mbo(?!\p{L})/iu],
    ['hbo', /(?<!\p{L})hbo(?!\p{L})|\bbachelor/iu],
    ['wo', /(?<!\p{L})wo(?!\p{L})|universitair|academisch|\bmaster|university degree/iu],
  ] as const) {
    if (pattern.test(text)) found.add(name)
  }
  if (/of hoger|or higher|minimaal|ten minste|at least|minimum/i.test(text)) {
    if (found.has('mbo') && /of hoger|or higher/i.test(text)) found.add('hbo')
    if (found.has('hbo') && /of hoger|or higher/i.test(text)) found.add('wo')
  }
  return found
}

/** The level of education a knock-out asks. */
export function educationIn(criteria: PostedCriterion[]): { value: string; criterion: PostedCriterion } | null {
  for (const criterion of criteria) {
    const match = level.exec(criterion.text)
    if (!match) continue
    if (
      /ervaring|experience|niveau c[12]|stage/i.test(criterion.text) &&
      !/opleiding|diploma|werk- en denkniveau|degree|niveau/i.test(criterion.text)
    )
      continue
    return { value: phrase(match[1]!), criterion }
  }
  return null
}

/** "hbo-opleiding" and "wo-diploma" name a level; the phrase is kept where it says more ("hbo bachelor", "werk- en denkniveau"). */
function phrase(text: string): string {
  return text
    .replace(/-?(?:diploma|opleiding|niveau)$/i, (tail) => (/denkniveau/i.test(text) ? tail : ''))
    .replace(/(?<=mbo|hbo|wo)-(?=\s)/gi, '')
    .replace(/[\s-]+$/, '')
    .trim()
}

/** The label, else what the knock-outs ask. */
export function educationOf(page: Page): Reading<string> | null {
  const label = byLabel(page, 'educationLevel', (value) =>
    levelsIn(value).size > 0 && value.length <= 80 ? value.replace(/[.;]$/, '') : null,
  )
  if (label) return label
  const figure = keyFigures(page.source).find(({ text }) => levelsIn(text).size > 0 && text.length <= 40)
  return figure ? { value: figure.text, start: figure.start, end: figure.end, certainty: 'position' } : null
}
