import { fold } from '../text/fold.ts'
import type { Stretch } from '../text/sentences.ts'
import { bodyIn } from './public-body.ts'
import { byLabel, byProse, type Page, type Reading } from './reading.ts'
import type { SourceLine } from './source.ts'

/** A value that may be the name of a client; a slogan ("Werken bij …") or a sentence is none. */
function clientName(whole: string): string | null {
  // What stands in brackets behind a long name explains it.
  const value = whole.length > 90 ? whole.replace(/\s*\([^()]*\)?/g, '') : whole
  const name = value
    .split(/\s+[|]\s+|,\s+(?=cluster|afdeling|directie|team|dienst|department)|\s+\((?=afdeling|team)/i)[0]!
    .replace(/[.;,]$/, '')
    .trim()
  return name.length > 1 &&
    name.length <= 90 &&
    !/^(?:werken|wij|we|de|het|je|onze|over)\s/i.test(name) &&
    !/[.!?]\s/.test(name)
    ? name
    : null
}

/** The body that is named most often: the client names itself all through its own posting. */
function mostNamed(page: Page): Reading<string> | null {
  const counts = new Map<string, { count: number; at: Stretch; name: string }>()
  const intermediary = /administratieve partner|intermediair|namens|in opdracht van|on behalf of/i
  for (const sentence of page.source.sentences) {
    const found = bodyIn(sentence.text)
    if (!found) continue
    const key = fold(found.name)
    const known = counts.get(key)
    const weight =
      intermediary.test(sentence.text.slice(0, found.index)) || /^(?:organisatie|opdrachtgever)/i.test(sentence.text)
        ? 2
        : 1
    if (known) known.count += weight
    else counts.set(key, { count: weight, at: sentence, name: found.name })
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count || a.at.start - b.at.start)[0]
  return best ? { value: best.name, start: best.at.start, end: best.at.end, certainty: 'prose' } : null
}

/** A heading that the text under it takes up as its subject: "Regioraad Merwedal" over "De Regioraad Merwedal is …". */
function namesItself({ source }: Page): SourceLine | undefined {
  const takenUp = (name: string) => {
    const opens = new RegExp(`^(?:de |het |the )?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s+(?-i:\\p{Ll})`, 'iu')
    return source.sentences.some(({ text }) => text.length > name.length + 12 && opens.test(text))
  }
  return source.lines.slice(1, 30).find((line) => {
    const short =
      line.cells.length === 1 &&
      line.marker === null &&
      line.text.length <= 60 &&
      /^\p{Lu}\S*\s.*\p{Lu}/u.test(line.text) &&
      /\p{Ll}{2}/u.test(line.text)
    return short && takenUp(line.text)
  })
}

/** "Voor onze samenwerkingsorganisatie Gemeenschap X": the word for a client with its name behind it. */
function calledClient(page: Page): Reading<string> | null {
  return byProse(
    page,
    (sentence) =>
      /\b(?:(?:samenwerkings|uitvoerings|netwerk)?organisatie|opdrachtgever|eindklant|klant|client)\s+((?:(?:de|het|the)\s+)?\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:van|voor|de|het|en|of|for|the)\s+){0,2}\p{Lu}[\p{L}'’-]*)*)/u.exec(
        sentence,
      )?.[1] ?? null,
  )
}

/** "De Uitvoeringsdienst Woonsubsidies (UWS) vraagt …": the subject of a sentence, with the short form it goes by. */
function abbreviated(page: Page): Reading<string> | null {
  return byProse(
    page,
    (sentence) =>
      /^(?:(?:[Dd]e|[Hh]et|[Tt]he|[Bb]ij (?:de|het)|[Vv]oor (?:de|het)|[Aa]t the|[Ff]or the)\s+)?(\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:van|voor|de|het|en|of|for|the|and)\s+){0,2}\p{Lu}[\p{L}'’-]*)*\s+\(\p{Lu}[\p{L}&]{1,7}\))\s+\p{Ll}/u.exec(
        sentence,
      )?.[1] ?? null,
  )
}

/** "Rijksbureau voor Meetgegevens zoekt een data steward." */
function seeking(page: Page): Reading<string> | null {
  return byProse(
    page,
    (sentence) =>
      /^(?:(?:de|het|the) )?((?!(?:voor|for|in|op|bij|at|to|with|met|als|wegens|door|om)\s)\p{Lu}[\p{L}'’-]*(?: [\p{L}'’-]+){0,6}?) (?:zoekt|is op zoek naar|nodigt u uit|nodigt je uit|vraagt u|verzoekt|heeft behoefte aan|is looking for|invites|seeks)\s/iu
        .exec(sentence)?.[1]
        ?.replace(/\s+(?:in|te|uit)\s+\p{Lu}\S*$/u, '') ?? null,
  )
}

export function organisationOf(page: Page): Reading<string> | null {
  const label = byLabel(page, 'organisation', clientName)
  if (label) return label
  // A line of its own that is a body's name: the heading of the part about the client.
  const alone = page.source.lines.find(
    (line) =>
      line.cells.length === 1 &&
      line.text.length <= 80 &&
      bodyIn(line.body.text)?.index === 0 &&
      bodyIn(line.body.text)!.length >= line.body.text.length - 1,
  )
  if (alone) return { value: bodyIn(alone.body.text)!.name, start: alone.start, end: alone.end, certainty: 'position' }
  const named = namesItself(page)
  if (named) return { value: named.text, start: named.start, end: named.end, certainty: 'position' }
  const inTitle = page.source.lines
    .slice(0, 6)
    .find(({ text }) => (/\b(?:bij|namens|at|for)\s/i.test(text) || /\s[|·–—-]\s/.test(text)) && bodyIn(text) !== null)
  if (inTitle)
    return { value: bodyIn(inTitle.text)!.name, start: inTitle.start, end: inTitle.end, certainty: 'position' }
  return abbreviated(page) ?? mostNamed(page) ?? calledClient(page) ?? seeking(page)
}
