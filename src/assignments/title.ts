import { findDates } from '../text/dates.ts'
import { headingKind } from './heading-kinds.ts'
import { isLabel, type Labelled } from './labelled.ts'
import { labelField } from './labels.ts'
import { bodyIn } from './public-body.ts'
import { byLabel, byProse, type Page, type Reading } from './reading.ts'
import type { SourceLine } from './source.ts'

const prefix =
  /^(?:(?:re|fw|fwd|doorst)\s*:\s*)*(?:\d+\s?x\s+)?(?:nieuwe\s+|new\s+)?(?:(?:opportunity|vacature|inhuuropdracht|interim[- ]?opdracht|opdracht|offerte(?:aan|uit)vraag(?: inhuur)?|uitvraag(?: inhuur)?|aanvraag(?: inhuur)?|gevraagd|gezocht|kandidaat gezocht|inhuur|request for (?:candidates|proposals?|quotations?)|statement of (?:requirements|work)|vacancy|job|(?:temporary |interim )?(?:assignment|position|vacancy)|minicompetitie|nadere (?:uitvraag|offerteaanvraag))\b\s*[:!–—|-]*\s*)?/i

/** "Waterschap Vechtdal - Technisch manager": what stands behind the client's name; the text itself where it starts with none. */
function afterBody(text: string): string {
  const body = bodyIn(text)
  if (body?.index !== 0) return text
  const rest = /^\s*(?:[-–—|·]|:)\s+(\p{L}.{4,})$/u.exec(text.slice(body.length))
  return rest ? rest[1]! : text
}

/** A title without what a page or a subject line puts around it. */
export function cleanTitle(glued: string): string {
  // A copy may glue the client behind the title: "Adviseur waterGemeente X".
  const seam = [...glued.matchAll(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu)].find(
    ({ index }) => bodyIn(glued.slice(index))?.index === 0,
  )
  const text = seam ? glued.slice(0, seam.index) : glued
  const quoted = /[‘'“"]([^‘'“"’”]{6,80})[’'”"]/.exec(text)
  if (quoted && /minicompetitie|uitvraag|aanvraag|tender|offerte/i.test(text)) return quoted[1]!
  const open = text.replace(prefix, '')
  const parts = afterBody(open === text ? text : open.replace(/^(?=[^\s]*\d{3})[\p{L}\d./-]{4,}\s+(?=\p{Lu})/u, ''))
    .split(/\s+[|]\s+/)
    .filter(
      (part) =>
        !/gezocht|^opdracht$|^(?:\p{L}*(?:aanvraag|uitvraag|opdracht))?\s*#?\d\S*$|^\s*(?:reageren|reageer|sluit|deadline)/iu.test(
          part,
        ),
    )
  const bare = (parts[0] ?? text)
    .replace(/^(?=\S*\d)[\p{L}\d./-]{3,}\s*[:–/-]\s+/u, '')
    .replace(
      /\s+[–—-]\s+(?:let op|nieuwe? |gewijzigd|herinnering|spoed|graag |s\.?v\.?p|sluit|deadline|reminder|updated?|please )\b.*$/i,
      '',
    )
    .replace(/\s*\((?:gem\.|gemeente|provincie|waterschap)[^)]*\)?\s*$/i, '')
    .replace(/\s*\((?:kenmerk|ref|referentie|nr|aanvraag|opdracht)[^)]*\)\s*$/i, '')
    .replace(/\s+(?:bij|voor|at|for)\s+(?:de\s+|het\s+|the\s+)?(.*)$/i, (whole, rest: string) =>
      bodyIn(rest)?.index === 0 ? '' : whole,
    )
    // "Teamcoach voor GI De Brug": a name of several words with capitals.
    .replace(/\s+(?:bij|voor|at|for)\s+(?:de\s+|het\s+)?(?:\p{Lu}[\p{L}'’-]*\s+)+\p{Lu}[\p{L}'’-]*$/u, '')
    .replace(/\s+[-–—]\s+(.*)$/, (whole, rest: string) => (bodyIn(rest)?.index === 0 ? '' : whole))
  return bare.replace(/[\s,;:–—-]+$/, '').trim() || text.trim()
}

/** "Opdracht 2026/7718": a number with the word for a posting before it. */
const onlyNumber = /^(?:opdracht|aanvraag|uitvraag|vacature|nummer|id|ref\p{L}*)\s*[#:.]?\s*(?=\S*\d)\S+$/iu
/** Where a page says it stands in its site: "Opdrachten › Ruimte › Vergunningen". */
const crumb = /\S\s+[›»>]\s+\S.*\S\s+[›»>]\s+\S|^(?:home|opdrachten|vacatures|assignments|jobs)\s+[›»>/]\s/i
const notTitle =
  /^(?:(?:alle |onze |actuele )?(?:opdracht(?:en)?|vacatures?|inhuuropdracht(?:en)?|projecten|aanvra(?:ag|gen)|uitvra(?:ag|gen)|vacancy|assignment)$|(?:job |opdracht|vacature ?)?details$|overzicht|algemeen$|zoeken|inloggen|nieuws|contact$|status\b|marktconsultatie|\p{L}+(?:portaal|portal)\b|let op|deze (?:inhuur)?opdracht|home\b|menu|terug|sluit over|nog \d+|geachte|beste|dear|hallo|apply|reageer|solliciteer|deel\b|bewaar|print|(?:aanvraag|uitvraag|offerteaanvraag) (?:tijdelijke )?inhuur|request for|kandidaat gezocht|iets voor|groet|met vriendelijke|van:|aan:|from:|to:|datum|inhuurverzoek|werken (?:in|bij|voor)|welkom|inleiding|veelgestelde vragen|frequently asked|faq\b|(?:binnen|onder|within|under) (?:het|de|een|the|a)\b|(?:externe |tijdelijke )?inhuur(?: van)?(?: (?:derden|externen|externe? (?:personeel|professionals|krachten)|professionals|personeel|expertise|extern))?$|©|www\.|https?:)|verlopen|gesloten|\bcookies?\b|\bmenu$|[|>»›].*[|>»›]|\S \/ .+ \/ \S/iu

/** A line that is a label: one we know, or a name of a date over or before a date. "Adviseur vragen en antwoorden" is none. */
function announces({ source }: Page, line: SourceLine): boolean {
  const next = source.lines[line.index + 1]
  const dated = next !== undefined && next.text.length <= 60 && findDates(next.text).length > 0
  return isLabel(line.body.text) && (labelField(line.body.text) !== null || dated || /:$/.test(line.text))
}

/** "Request for proposal – Security officer": the name behind the word for a posting, where one follows. */
function named(text: string): string {
  const bare = text.replace(prefix, '')
  return /[:!–—|-]\s*$/.test(text.slice(0, text.length - bare.length)) && bare.length >= 5 ? bare : text
}

function titleLine(page: Page): SourceLine | null {
  const crumbs = page.source.lines.slice(0, 4).findLastIndex(({ text }) => crumb.test(text))
  for (const line of page.source.lines.slice(crumbs + 1, 14)) {
    // "= = = INHUUROPDRACHT = = =": drawn, not said.
    if (/^[=*_~#-](?:\s?[=*_~#-])+/.test(line.text) || line.marker?.kind === 'bullet') continue
    const { text } = line.body
    if (
      text.length < 5 ||
      text.length > 120 ||
      line.cells.length > 1 ||
      notTitle.test(named(line.text)) ||
      notTitle.test(cleanTitle(text)) ||
      onlyNumber.test(text) ||
      /[.;?]$/.test(text) ||
      (line.level === null && /:$/.test(text))
    )
      continue
    if (
      findDates(text).length > 0 ||
      !/\p{L}{4}/u.test(text) ||
      announces(page, line) ||
      bodyIn(afterBody(text))?.index === 0
    )
      continue
    if (/^[^:]{2,40}:\s/.test(text) && isLabel(text.split(':')[0]!)) continue
    if (
      line.level === null &&
      (['knockout', 'competencies', 'procedure', ...(line.index > 3 ? ['award'] : [])].includes(headingKind(text)) ||
        (/^[\p{Lu}\s\d-]+$/u.test(text) &&
          text.split(' ').length <= 3 &&
          page.source.lines.length > 20 &&
          line.index === 0))
    )
      continue
    if (page.labelled.some(({ start, end }) => line.start >= start && line.end <= end)) continue
    // "Site - Projectmanager" over "Projectmanager": the page's name, then the job's.
    const next = page.source.lines[line.index + 1]
    return next && next.text.length >= 8 && next.text.length < line.text.length && line.text.endsWith(next.text)
      ? next
      : line
  }
  return null
}

/** A Markdown heading before anything else is the page's title, whatever its level. */
function firstHeading({ source }: Page): SourceLine | undefined {
  const first = source.lines[0]
  return first?.level != null && headingKind(first.text) === 'other' ? first : undefined
}

/** "INTERIM MANAGER | GEMEENTE X | 32 UUR | MAX € 110": the first of the key figures that is none. */
function headline({ source }: Page): Reading<string> | null {
  const line = source.lines.slice(0, 2).find(({ text }) => text.split(/\s+[|·•]\s+/).length >= 3)
  const parts = line?.text.split(/\s+[|·•]\s+/) ?? []
  const measured = parts.filter((part) => /\d/.test(part) || bodyIn(part) !== null).length
  const first = parts.find(
    (part) => part.length >= 8 && !/\d{2}|[:€]/.test(part) && bodyIn(part)?.index !== 0 && !notTitle.test(part),
  )
  if (!line || !first || measured < 2) return null
  const start = line.start + line.text.indexOf(first)
  return { value: cleanTitle(first), start, end: start + first.length, certainty: 'position' }
}

/** "Minicompetitie 2026-MC-118: Solution architect": a number and what it is for. */
function numberedLine({ source }: Page): SourceLine | undefined {
  return source.lines
    .slice(0, 8)
    .find(
      ({ text, cells }) =>
        cells.length === 1 && text.length <= 120 && /^\p{L}+\s+(?=\S*\d)[\p{L}\d./-]{4,}\s*[:–-]\s+\p{Lu}/u.test(text),
    )
}

const subject = /^(?:onderwerp|subject|betreft)\b/i

/** "Uitvraag: Strategisch adviseur": the word for a posting with what it is for. */
function announcedLine({ source }: Page): SourceLine | undefined {
  return source.lines
    .slice(0, 8)
    .find(
      ({ text, cells }) =>
        cells.length === 1 &&
        text.length <= 130 &&
        /^(?:nieuwe )?(?:uitvraag|aanvraag|offerteuitvraag|offerteaanvraag|opdracht|inhuuropdracht|vacature|assignment|vacancy)(?: inhuur)?:\s+\p{L}{3}/iu.test(
          text,
        ),
    )
}

/** A letter names the job in its first sentences: "… op zoek naar een vergunningverlener milieu (casemanager)." */
function inProse(page: Page): Reading<string> | null {
  const sought =
    /\b(?:op zoek naar|zoeken (?:wij|we)|(?:wij|we) zoeken|zoekt|looking for|seeking)\s+(?:(?:een|één|a|an)\s+(?:tijdelijke?\s+|ervaren\s+|interim\s+|temporary\s+)*)(\p{L}[^.;:!?]{4,90}?)(?=[.;!?]|,|\s+(?:die|dat|voor|met|per|bij|om|to|who|for|with|at)\s|$)/iu
  return byProse({ ...page, prose: page.prose.slice(0, 12) }, (sentence) => sought.exec(sentence)?.[1]?.trim() ?? null)
}

/** "Omgevingsdienst X zoekt een toezichthouder" on top of the page. */
function soughtLine({ source }: Page): Reading<string> | null {
  const seeks =
    /^\p{Lu}[^.;:!?]{3,60}?\s(?:(?:zoekt|is op zoek naar|is looking for|seeks)\s+(?:een|één|an?|one)|(?:zoekt|gezocht|seeks)\s*:)\s+(\p{L}[^.;:!?]{4,80})$/u
  for (const { text, start, end } of source.lines.slice(0, 3)) {
    const title = text.length <= 130 ? seeks.exec(text)?.[1] : undefined
    if (title) return { value: cleanTitle(title.trim()), start, end, certainty: 'position' }
  }
  return null
}

/** "Functieomschrijving: Programmasecretaris" names the job, one over a paragraph describes it. */
function describes({ label, value, how }: Labelled): boolean {
  return (
    (/omschrijving/i.test(label) &&
      (how === 'next-line' || value.text.split(/\s+/).length > 10 || /\.$/.test(value.text))) ||
    (how === 'next-line' && /\p{Ll}\.$/u.test(value.text))
  )
}

/** A subject line may hold pipes: "Aanvraag #5567 | Kwartiermaker wijkteams | Gemeente Hoogerbrug". */
function wholeSubject({ value, line }: Labelled): string {
  return line.text.slice(value.start - line.start)
}

export function titleOf(page: Page): Reading<string> | null {
  const titled = (mail: boolean) =>
    byLabel(page, 'title', (value, entry) =>
      value.length <= 140 && !/^\d+$/.test(value) && !describes(entry) && subject.test(entry.label) === mail
        ? cleanTitle(mail ? wholeSubject(entry) : value)
        : null,
    )
  const chat = page.source.lines.slice(0, 4).find(({ text }) => subject.test(text) && /[?!]$/.test(text))
  // The subject of a mail names the job among other things; a label of the posting names nothing else.
  const printed = titled(false)
  // "Onderwerp: leuke klus, iemand voor?" names no job; the mail does.
  const spoken = printed === null && chat ? inProse(page) : null
  if (spoken) return spoken
  const label = printed ?? titled(true)
  const headed = page.source.lines.find(({ level }) => level === 1) ?? firstHeading(page)
  if (label && !headed) return label
  const letter = page.source.lines
    .slice(0, 3)
    .some(({ text }) => /^(?:geachte|beste|dear|hallo|goedemorgen|goedemiddag)\b/i.test(text))
  const told = letter && !headed && !label ? inProse(page) : null
  if (told) return told
  const sought = headed || label ? null : soughtLine(page)
  if (sought) return sought
  const figures = headed || label ? null : headline(page)
  if (figures) return figures
  const line = headed ?? announcedLine(page) ?? numberedLine(page) ?? titleLine(page)
  if (line) return { value: cleanTitle(line.text), start: line.start, end: line.end, certainty: 'position' }
  return label
}
