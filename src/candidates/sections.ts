import { fold } from '../text/fold.ts'
import type { CareerLine } from './career-lines.ts'

export type SectionKind =
  | 'top'
  | 'experience'
  | 'education'
  | 'courses'
  | 'skills'
  | 'languages'
  | 'profile'
  | 'references'
  | 'personal'
  | 'side'
  | 'hobbies'
  | 'other'

/** What stands under one heading. `opener`: the heading line; null for what comes before the first. */
export type Section = { kind: SectionKind; opener: CareerLine | null; lines: CareerLine[] }

/** Words that a heading begins with or is made of, folded. Plural and singular, Dutch and English. */
const headings: [SectionKind, string][] = [
  [
    'experience',
    'relevante werkervaring|werk(?:geschiedenis|verleden)?|(?:wat|waar) (?:ik|heb ik) (?:deed|werkte|gedaan|gewerkt)(?: heb)?|banen|werkervaring(?:en)?|werk ?ervaring|arbeidsverleden|arbeidservaring|beroepservaring|loopbaan(?:overzicht|verloop)?|carriere(?:overzicht|verloop)?|ervaring(?:en)?|praktijkervaring|professionele ervaring|(?:interim-?)?opdrachten(?:overzicht)?|opdrachtervaring|projecten(?:overzicht|lijst)?|projectervaring|dienstverbanden|functies|in jaartallen|jaartallen|tijdlijn|chronologisch overzicht|chronologie|(?:work|professional|employment|project|relevant|career)? ?(?:experience|history)|employment|career|positions(?: held)?|assignments|jobs|(?:wat|waar|hoe) (?:deed|werkte|heb|verdiende) ik(?: zoal| eerder| tot nu toe)?(?: gedaan| gewerkt)?|wat ik (?:heb gedaan|deed)|(?:what|where) i (?:did|do|have done|worked|have worked|work)|mijn banen|werkplekken|(?:selected |key )?projects|timeline|chronology|dates of employment|(?:wat|waar) (?:doe|werk) ik (?:nu|momenteel|tegenwoordig|op dit moment)|(?:wat|waar) ik (?:nu|momenteel|tegenwoordig) (?:doe|werk)|(?:what|where) i (?:do|work) now|work',
  ],
  [
    'education',
    "opleiding(?:en)?|studies?|scholing|onderwijs|vooropleiding|academische opleiding|education|academic (?:background|qualifications)|academic|qualifications|degrees?|diploma'?s|(?:wat|waar|hoe) (?:heb ik |leerde ik|studeerde ik|ik (?:heb )?)?(?:geleerd|gestudeerd|leerde|studeerde)?(?: heb)?|gestudeerd|geleerd|geschoold|schoolbanken|schooltijd|school|studied|learning|(?:what|where) i (?:studied|learned|learnt)",
  ],
  [
    'courses',
    '(?:relevante )?cursussen|cursus|trainingen|(?:relevante )?certificaten|certificering(?:en)?|bijscholing|nascholing|permanente educatie|workshops|masterclasses|courses|trainings?|certifications?|certificates|licen[cs]es|professional development',
  ],
  [
    'skills',
    'vaardigheden|(?:kern)?competenties|kerncompetenties|kennis(?:gebieden)?|vakkennis|expertises?|specialisaties?|specialismen?|skills|(?:core|key|technical|computer|hard|soft|it) ?(?:skills|competenc(?:ies|es)|strengths|expertise)|competenc(?:ies|es)|strengths|tools|technieken|methoden|methodieken|software|computervaardigheden|ict-?vaardigheden|digitale vaardigheden|automatisering|eigenschappen|(?:kern)?kwaliteiten|sterke punten|trefwoorden|keywords|branches|branchekennis|aandachtsgebieden|areas of expertise|systemen|(?:wat )?(?:kan ik|ik kan)(?: ook| nog meer| zoal)?|wat ik (?:ook )?(?:kan|beheers|in huis heb|meebreng)|gereedschap(?:skist)?|toolbox|what i can do|toolkit',
  ],
  ['languages', 'talen(?:kennis)?|taalvaardigheid|languages?(?: skills)?'],
  [
    'profile',
    '(?:persoonlijk |kern|professioneel )?profiel|profielschets|(?:persoonlijke |professionele )?samenvatting|over mij(?:zelf)?|wie ben ik|introductie|inleiding|even voorstellen|(?:professional |executive |career )?summary|(?:personal |professional )?profile|about(?: me)?|personal statement|motivatie|motivation|ambitie|doelstelling|drijfveren|objective|persoonlijkheid',
  ],
  [
    'references',
    'referenties?|referent(?:en)?|references?(?: available)?|referees?|wie (?:kent|kan|weet|belt|vertelt) .{2,40}|(?:mensen|collega.s|opdrachtgevers) die (?:me|mij|over mij) .{3,20}|bel (?:gerust|ze|hen|maar)|aanbevelingen|navraag|vraag (?:het|maar|gerust) .{2,20}|(?:people )?who (?:knows?|can|to ask|to call) .{2,30}|people who know me|ask (?:them|about me|around)|call them',
  ],
  [
    'personal',
    'personalia|persoonlijke (?:gegevens|informatie)|persoonsgegevens|contact(?:gegevens|informatie| details)?|gegevens|personal (?:details|information|data)|adresgegevens',
  ],
  [
    'side',
    'nevenfuncties?|neven(?:activiteiten|werkzaamheden)|vrijwilligerswerk|vrijwilligersfuncties|vrijwilliger|bestuurs(?:functies|werk|ervaring)|maatschappelijke (?:activiteiten|functies|betrokkenheid)|(?:overige|extra|andere) activiteiten|volunteering|volunteer(?: work| experience)?|voluntary work|board (?:positions|memberships)|extracurricular(?: activities)?|lidmaatschappen|memberships|activiteiten naast werk|stages?|internships?',
  ],
  ['hobbies', "hobby'?s?|hobbies|interesses?|interests?|vrije tijd|persoonlijke interesses"],
  [
    'other',
    'publicaties|publications|presentaties|presentations|awards|prijzen|bijlagen?|overige?(?: informatie| gegevens)?|diversen|beschikbaarheid|availability|toelichting(?: op de (?:eisen|criteria|knock-?outs?).*)?|knock-?out(?:criteria|s)?|eisen(?: en wensen)?|wensen|criteria|gunningscriteria|selectiecriteria|toetsing|requirements|additional information|miscellaneous|verklaring|rijbewijs|(?:ook )?goed om te weten|tot slot|verder|not \\(?yet\\)? me|also good to know|kleine lettertjes',
  ],
]
const qualifier =
  '(?:mijn|my|relevante?|belangrijkste|recente?|overige?|actuele|huidige|eerdere?|vorige|professionele?|persoonlijke?|algemene?|specifieke?|gevolgde?|afgeronde?|key|main|selected|recent|previous|other|additional|relevant|earlier|current|formal|formele|aantoonbare)'
const tail =
  '(?:\\s*(?:[&/+,]|en|and|of|or|\\()\\s*.{2,40}|\\s+(?:van|in|op|als|aan|tegen|bij|met|sinds|vanaf|of|against|since|as|with|for|\\().{2,40}|\\s+\\(?(?:selectie|vervolg|selection|continued|recent|relevant)\\)?)?'
const wholes = headings.map(
  ([kind, words]) => [kind, new RegExp(`^(?:${qualifier}\\s+){0,2}(?:${words})(${tail})$`)] as const,
)
const starts = headings.map(
  ([kind, words]) =>
    [
      kind,
      new RegExp(`^(?:over )?(?:${qualifier}\\s+){0,2}(?:${words})(?:\\s+(?:en|and|&)\\s+[\\p{L}' ]{3,25})?\\s*$`, 'u'),
    ] as const,
)

/** Opening words of a paragraph that tell what it is about, in CVs written as a letter. */
const prose: [SectionKind, RegExp][] = [
  [
    'references',
    /^(?:wie mij kent|als referentie|mijn referent(?:ie)?s?\b|voor referenties|referenties:|people who know me|for references|my referees?).{0,60}[:,]?$|\b(?:kunt u bellen|can be (?:reached|contacted)|navraag (?:doen )?bij)\b.{0,20}:?$/,
  ],
  [
    'education',
    /^(?:over )?(?:mijn|my) (?:voor)?(?:opleiding|studie|education|studies)\b|^ik (?:studeerde|rondde .{0,40}opleiding|heb .{0,30}gestudeerd)|^i (?:studied|graduated|hold a|obtained)/,
  ],
  [
    'courses',
    /^(?:ook|daarnaast|verder|tevens)? ?(?:volgde ik|heb ik .{0,40}(?:cursus|training)|ik volgde)|^(?:i also |also |in addition )(?:took|followed|completed|attended)/,
  ],
  [
    'skills',
    /^ik (?:heb (?:ook |veel |ruime )?kennis van|beheers|kan (?:goed )?(?:overweg|werken) met|werk met)|^i (?:know|have knowledge of|am (?:skilled|proficient))/,
  ],
  ['languages', /^(?:ik spreek|i speak)\b/],
]

/** The kind of section that a line opens, and the text that follows the heading on the same line; null when it is no heading. */
export function headingOf(line: CareerLine): { kind: SectionKind; rest: number } | null {
  const first = line.cells[0] ?? line
  if (line.bullet && line.cells.length === 1 && !/:$/.test(line.text)) return null
  const plain = headingText(first.text)
  const words = plain.split(' ')
  if (words.length <= 7 && plain.length <= 70 && !/[.!?]$/.test(plain)) {
    for (const [kind, pattern] of wholes)
      if (pattern.test(plain)) {
        // "Opleiding	HBO …": a label beside its content.
        if (line.cells.length > 1 && line.cells[0] === first)
          return starts.some(([, start]) => start.test(plain)) ? { kind, rest: line.cells[1]!.start } : null
        return startsLikeHeading(first.text, plain) ? { kind, rest: line.end } : null
      }
  }
  const colon = /^([^:]{3,40}):\s+\S/.exec(first.text)
  if (colon && !line.bullet) {
    const label = headingText(colon[1]!)
    for (const [kind, pattern] of starts)
      if (pattern.test(label)) return { kind, rest: first.start + colon[0].length - 1 }
  }
  // "Studie. Bachelor Rechten, …": a full stop behind one word does as well.
  const stop = /^(\p{L}{4,14})\.\s+\p{L}/u.exec(first.text)
  if (stop && !line.bullet) {
    const label = headingText(stop[1]!)
    for (const [kind, pattern] of starts)
      if (pattern.test(label) && kind !== 'experience') return { kind, rest: first.start + stop[1]!.length + 1 }
  }
  const opening = fold(line.text).slice(0, 120)
  for (const [kind, pattern] of prose) if (pattern.test(opening)) return { kind, rest: line.start }
  return null
}

/** Letters of a heading may be spaced out, numbered, underlined, set in capitals or closed by a colon. */
function headingText(text: string): string {
  const close = /^(?:\p{Lu} ){3,}\p{Lu}$/u.test(text.trim()) ? text.replace(/ (?! )/g, '') : text
  return fold(close)
    .replace(/^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s*/, '')
    .replace(/^[^\p{L}]+|[\s:._–—-]+$/gu, '')
}

/** "ervaring" in the middle of a sentence is no heading: a heading starts with a capital, or stands with a colon. */
function startsLikeHeading(text: string, plain: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return first !== first.toLowerCase() || plain.split(' ').length <= 2
}

/** Lines grouped under their headings. A heading that recurs inside the work experience belongs to each job there, and opens nothing. */
export function sectionsOf(lines: CareerLine[]): Section[] {
  const found = lines.map(headingOf)
  const sections: Section[] = [{ kind: 'top', opener: null, lines: [] }]
  const seen = new Map<string, number>()
  lines.forEach((line, i) => {
    const heading = found[i]
    if (heading) {
      const name = fold((line.cells[0] ?? line).text).replace(/:.*/, '')
      seen.set(name, (seen.get(name) ?? 0) + 1)
    }
  })
  lines.forEach((line, i) => {
    const heading = found[i]
    const open = sections.at(-1)!
    if (!heading) {
      open.lines.push(line)
      return
    }
    const name = fold((line.cells[0] ?? line).text).replace(/:.*/, '')
    const recurs = (seen.get(name) ?? 0) > 1 && open.kind === 'experience' && heading.kind !== 'experience'
    if (recurs || (open.kind === 'experience' && heading.kind === 'experience' && heading.rest < line.end)) {
      open.lines.push(line)
      return
    }
    const rest = heading.rest < line.end ? [restOf(line, heading.rest)] : []
    sections.push({ kind: heading.kind, opener: line, lines: rest })
  })
  return sections
}

function restOf(line: CareerLine, from: number): CareerLine {
  if (from <= line.start) return line
  const cells = line.cells.flatMap((cell) =>
    cell.end <= from
      ? []
      : [{ text: cell.text.slice(Math.max(0, from - cell.start)), start: Math.max(from, cell.start), end: cell.end }],
  )
  return { ...line, start: from, text: cells.map(({ text }) => text).join(' '), cells, gap: false }
}
