import type { Document } from '../documents/document.ts'
import { fold } from '../text/fold.ts'
import { isAddressedToMachine } from './admissible.ts'
import type { Education } from './candidate.ts'
import type { CareerLine } from './career-lines.ts'
import { roleScore } from './header.ts'
import { tableHead } from './labels.ts'
import { findPeriods } from './period.ts'
import type { Section } from './sections.ts'

const levels: [Education['level'], RegExp][] = [
  [
    'mbo',
    /(?<![\p{L}])(?:mbo|roc|mts|meao|mds|mavo|lts|leao|vmbo|lbo|bbl|bol|niveau [1-4]|leerlingwezen|mhno)(?![\p{L}])/u,
  ],
  [
    'hbo',
    /(?<![\p{L}])(?:hbo\p{L}*|hogeschool|hogescholen|(?:university|universities) of (?:applied sciences|professional education)|polytechnic|fachhochschule|hts|heao|pabo|hds|mo-[ab]|has|heel- en|sociale academie|hanzehogeschool|fontys|saxion|windesheim|avans|inholland|associate degree|ad-opleiding|ing\.|bc\.|b\.?eng|bba|b ?ed|nlqf 6)(?![\p{L}])/u,
  ],
  [
    'wo',
    /(?<![\p{L}])(?:wo|universiteit|universitaire?|university|universität|universite|universita|universidad|technische universiteit|tu (?:delft|eindhoven|twente)|rug|uva|vu|erasmus|drs|doctorandus|doctoraal|llm|llb|ph\.?d|promotie|gepromoveerd|doctor|ir\.|mr\.|m\.?sc|m\.?a|mba|nlqf 7)(?![\p{L}])/u,
  ],
  ['hbo', /(?<![\p{L}])(?:bachelor|b\.?sc|b\.?a|ba|undergraduate degree)(?![\p{L}])/u],
  ['wo', /(?<![\p{L}])(?:master|post ?doc|graduate degree)(?![\p{L}])/u],
  [
    'other',
    /(?<![\p{L}])(?:vwo|havo|gymnasium|atheneum|hbs|mulo|middelbare school|secondary school|high school|a-levels|abitur|baccalaur[eé]at|diploma|degree|opleiding|studie|leergang|post-?hbo)(?![\p{L}])/u,
  ],
]
const degrees =
  /(?<![\p{L}])(associate degree|bachelor(?: of \p{L}+)?|master(?: of \p{L}+)?|b\.?sc|b\.?a|bba|b\.?eng|ll\.?b|ll\.?m|m\.?sc|m\.?a|mba|ph\.?d|drs|ing|ir|mr|doctoraal|propedeuse)(?![\p{L}])\.?/iu
const unfinished =
  /niet (?:afgerond|voltooid|behaald|afgemaakt|afgestudeerd|met (?:een )?diploma)|zonder (?:\p{L}+ )?diploma|geen (?:\p{L}+ )?diploma|(?<![\p{L}])(?:afgebroken|gestopt|gestaakt|onvoltooid|voortijdig|tussentijds (?:gestopt|beeindigd))|diploma:? (?:nee|neen|geen)|not (?:completed|finished|graduated|obtained|awarded)|without (?:a )?(?:degree|diploma)|no (?:degree|diploma)|(?<![\p{L}])(?:unfinished|incomplete|dropped out|discontinued|did not (?:complete|finish|graduate))|nog (?:\p{L}+ )?(?:vak|vakken|tentamens?|scriptie|stage) (?:te gaan|af te ronden|te halen)|enkele vakken|losse vakken|deelcertificaten?|(?:alleen|enkel|only) (?:de |the )?propedeuse|propedeuse behaald|eerste (?:twee |drie )?ja(?:ar|ren) (?:behaald|afgerond)/u
const running =
  /(?<![\p{L}])(?:lopend|loopt nog|nog bezig|bezig met|momenteel|heden|in uitvoering|nu bezig|huidig|verwacht\p{L}*|naar verwachting|beoogd\p{L}*|afronding (?:in|medio|eind|begin|gepland)|af te ronden|studeert|ongoing|in progress|present|current(?:ly)?|expected|anticipated|to be completed|will (?:graduate|complete)|in afronding|gestart|uitreiking|diploma volgt|volgt (?:in|op|nog)|laatste (?:tentamen|vak|examen)|nog uit te reiken|to follow)(?![\p{L}])/u
const completed =
  /diploma:? (?:ja|behaald|met lof)|(?<![\p{L}])(?:diploma|bul|getuigschrift|graad|titel|degree|certificate of completion)(?: is| was)? (?:behaald|ontvangen|verkregen|verleend|toegekend|uitgereikt|gehaald|awarded|obtained|received|conferred|earned|granted)|(?<![\p{L}])(?:met|with) (?:\p{L}+ )?(?:diploma|bul|getuigschrift|degree)|(?<![\p{L}])(?:afgerond|behaald|geslaagd|voltooid|afgestudeerd|gediplomeerd|gepromoveerd|cum laude|met lof|met succes|completed|graduated|graduation|awarded|obtained|passed|distinction|with honou?rs|magna cum|summa cum|in bezit van|(?:diploma|bul|getuigschrift|bachelordiploma|masterdiploma)(?: (?:in|van|uit))?(?: \p{L}+)? \d{4}|diploma\)|gehaald|rond(?:de|t)? .{3,80} af|volbracht|succesvol afgesloten|(?:bachelor|master)(?:diploma|titel|graad)? (?:behaald|gehaald)|finished in \d{4})(?![\p{L}])/u
const foreignMark =
  /(?<![\p{L}])(?:universität|universit[eé](?!it)|universidad|universita|univerzit\p{L}*|uniwersytet|üniversitesi|fachhochschule|hochschule|grande ecole|politecnico|buitenland\p{L}*|foreign|abroad|idw|nuffic|naric|erkend gelijkwaardig|waardering)(?![\p{L}])|(?:university|college|institute) of (?!applied|professional|amsterdam|groningen|twente|utrecht|leiden|tilburg|maastricht|nijmegen|humanistic|the arts|eastern|the east|technology|delft|eindhoven|rotterdam|wageningen|the netherlands)\p{L}+/u
const countries =
  /(?<![\p{L}])(?:belgie|belgium|gent|leuven|antwerpen|brussel|duitsland|germany|frankrijk|france|spanje|spain|italie|italy|polen|poland|turkije|turkey|marokko|morocco|syrie|syria|oekraine|ukraine|roemenie|romania|bulgarije|bulgaria|griekenland|greece|portugal|engeland|england|uk|united kingdom|london|ierland|ireland|india|china|iran|irak|iraq|egypte|egypt|zuid-afrika|south africa|suriname|curacao|aruba|indonesie|indonesia|usa|united states|verenigde staten|canada|australie|australia|brazilie|brazil|colombia|mexico|rusland|russia|servie|serbia|kroatie|croatia|hongarije|hungary|tsjechie|czech\p{L}*|zweden|sweden|denemarken|denmark|noorwegen|norway|finland|oostenrijk|austria|zwitserland|switzerland|ghana|nigeria|kenia|kenya|ethiopie|eritrea|afghanistan|pakistan|vietnam|filipijnen|philippines|japan|korea)(?![\p{L}])/u

/** Degrees and schools of a CV, each with what is said about its completion. Courses stand in their own section and are left out. */
export function educationOf(document: Document, sections: Section[]): Education[] {
  const told = sections.filter(({ kind }) => kind === 'education')
  // Without a heading of its own, a line that names a level and no role is a study.
  const loose = sections
    .filter(({ kind }) => kind === 'top' || kind === 'experience')
    .flatMap(({ lines }) => lines.filter(({ text }) => isStudy(text)))
  return [...told.flatMap(({ lines }) => entries(lines)), ...(told.length > 0 ? [] : entries(loose))].flatMap((entry) =>
    readEntry(entry, document),
  )
}

/** Does a heading name a study instead of a job? */
export function isStudy(text: string): boolean {
  return (
    text.length < 140 &&
    features(text).named &&
    roleScore(text) === 0 &&
    !/(?<![\p{L}])(?:docent|les|onderwijs aan|team)(?![\p{L}])/iu.test(text)
  )
}

type Entry = { lines: CareerLine[]; diploma: string | null }

/** "Hbo Vastgoed, diploma 2008. Master of Real Estate: gestart 2025.": two studies on one line are two. */
function studiesApart(line: CareerLine): CareerLine[] {
  const cuts = [
    ...line.text.matchAll(/\.\s+(?=(?:hbo|wo|mbo|master|bachelor|post-?hbo|universit\p{L}*|msc|bsc)(?![\p{L}]))/giu),
  ]
  if (cuts.length === 0 || line.cells.length > 1 || line.text.length !== line.end - line.start) return [line]
  const bounds = [0, ...cuts.map(({ index, 0: found }) => index + found.length), line.text.length]
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index]!
    const text = line.text.slice(from, to).trimEnd()
    const piece = { text, start: line.start + from, end: line.start + from + text.length }
    return { ...line, ...piece, cells: [piece], gap: index === 0 && line.gap }
  })
}

/** Lines of one study. A new one begins with a level, a school's name after a complete entry, or a date where dates come first. */
function entries(lines: CareerLine[]): Entry[] {
  const found: Entry[] = []
  let head: string[] | null = null
  let closed = false
  for (const line of lines.flatMap(studiesApart)) {
    if (isAddressedToMachine(line.text) && !features(line.text).named) {
      closed = true
      continue
    }
    const kinds =
      tableHead(line) ??
      (line.cells.length > 1 &&
      line.cells.every((cell) =>
        /^(?:opleiding|studie|instituut|instelling|school|diploma|niveau|plaats|jaar|periode|datum|behaald|education|institution|degree|period|date|year|level)s?$/i.test(
          cell.text,
        ),
      )
        ? []
        : null)
    if (kinds) {
      head = line.cells.map((cell) => fold(cell.text))
      continue
    }
    const column = head?.findIndex((name) => /^(?:diploma|behaald|afgerond|degree awarded|completed)/.test(name)) ?? -1
    const diploma = head && column >= 0 && line.cells.length === head.length ? (line.cells[column]?.text ?? null) : null
    const open = found.at(-1)
    if (open && (closed || notOfStudy(line, open)) && !startsEntry(line, open)) {
      closed = true
      continue
    }
    closed = false
    if (open && !startsEntry(line, open)) open.lines.push(line)
    else found.push({ lines: [line], diploma })
  }
  return found
}

/** A line that tells nothing of a study, set apart from it: what follows a list of studies without a heading of its own. */
function notOfStudy(line: CareerLine, open: Entry): boolean {
  const own = features(line.text)
  const tells = own.level || own.period || own.school || own.named || own.onlyStatus || /^[^:]{3,20}:/.test(line.text)
  return !tells && !line.bullet && (line.gap || open.lines[0]!.bullet) && /^\s*\p{Lu}/u.test(line.text)
}

function startsEntry(line: CareerLine, open: Entry): boolean {
  const own = features(line.text)
  const before = open.lines.map(({ text }) => features(text))
  const has = (key: 'level' | 'period') => before.some((one) => one[key])
  // Set below its study: "Diploma behaald in 2010", "Hogeschool X".
  const first = open.lines[0]!
  if (line.bullet && !first.bullet) return own.named && has('level')
  if (line.gap && (own.level || own.period || own.named)) return has('level') || has('period')
  if (own.onlyStatus) return false
  const label = fold((line.cells.length > 1 ? line.cells[0]!.text : /^([^:]{3,20}):/.exec(line.text)?.[1]) ?? '')
  if (
    /^(?:instituut|instelling|school|naam school|periode|datum|jaar|diploma|niveau|plaats|richting|specialisatie|behaald|institution|period|degree|level)$/.test(
      label,
    )
  )
    return false
  if (own.level && has('level') && (own.named || line.bullet)) return true
  if (own.period && has('period')) return true
  return line.bullet && first.bullet
}

function features(text: string) {
  const plain = fold(text)
  const level = levels.slice(0, 5).some(([, pattern]) => pattern.test(plain))
  const period = /(?<!\d)(?:19|20)\d\d(?!\d)/.test(plain)
  const school =
    /(?<![\p{L}])(?:hogeschool|universiteit|university|roc|college|school|academie|academy|institut\p{L}*|polytechnic)(?![\p{L}])/u.test(
      plain,
    )
  const named =
    /(?<![\p{L}])(?:hbo|wo|mbo|bachelor|master|b\.?sc|m\.?sc|vwo|havo|mavo|vmbo|associate degree|propedeuse|heao|hts|mts|meao)(?![\p{L}])/u.test(
      plain,
    )
  const onlyStatus = (completed.test(plain) || unfinished.test(plain) || running.test(plain)) && !named && !school
  return { level, period, school, named, onlyStatus }
}

function readEntry(entry: Entry, document: Document): Education[] {
  const [first, last] = [entry.lines[0]!, entry.lines.at(-1)!]
  const text = entry.lines.map((line) => line.text).join(', ')
  const plain = fold(text)
  const found = levels.find(([, pattern]) => pattern.test(plain))
  const level = levelOf(plain, found?.[0] ?? null)
  if (!level) return []
  const start = Math.min(first.start, ...first.cells.map((cell) => cell.start))
  const end = beforeOrders(document.text, start, Math.max(last.end, ...last.cells.map((cell) => cell.end)))
  return [
    {
      level,
      degree: degrees.exec(text)?.[1] ?? null,
      field: fieldOf(text),
      completion: completionOf(plain, entry.diploma === null ? null : fold(entry.diploma)),
      foreign: foreignMark.test(plain) || countries.test(plain),
      span: { source: 'cv', start, end },
      quote: document.text.slice(start, end),
    },
  ]
}

/** Where a study ends that words to a machine follow on, in a line of their own. */
function beforeOrders(text: string, start: number, end: number): number {
  for (let at = text.lastIndexOf('\n', end - 1); at > start; at = text.lastIndexOf('\n', at - 1))
    if (isAddressedToMachine(text.slice(at, end))) return at
  return end
}

/** A named level wins over the school's: "wo master" at a hogeschool is rare, "hbo" at a university of applied sciences is not. */
function levelOf(plain: string, byOrder: Education['level'] | null): Education['level'] | null {
  const named = /(?<![\p{L}])(mbo|hbo|wo)(?![\p{L}])/u.exec(plain)?.[1]
  if (named === 'mbo' || named === 'hbo' || named === 'wo') return named
  return byOrder
}

function completionOf(plain: string, diploma: string | null): Education['completion'] {
  if (diploma !== null && /^(?:ja|j|yes|y|behaald|afgerond|✓|✔|x)/.test(diploma)) return 'completed'
  if (diploma !== null && /^(?:nee|n|no|-|–|niet|geen)/.test(diploma)) return 'unfinished'
  // "Propedeuse behaald, diploma behaald in 2013" is complete; the first year alone is not.
  if (/propedeuse/.test(plain) && /propedeuse.{0,30}(?:behaald|afgerond)/.test(plain)) {
    const rest = plain.replace(/propedeuse[^,;.]{0,40}/, '')
    return completed.test(rest) && !unfinished.test(rest) ? 'completed' : 'unfinished'
  }
  if (unfinished.test(plain)) return 'unfinished'
  // "Diploma verwacht in 2027" names a diploma, too.
  if (running.test(plain) && !/(?:behaald|awarded|obtained|afgestudeerd|geslaagd)/.test(plain)) return 'running'
  return completed.test(plain) || /(?:^|[,;:(–—-])\s*(?:met )?diploma[\s).]*$/.test(plain) ? 'completed' : 'not-stated'
}

/** The direction: what stands between level or degree and the school, without dates. */
function fieldOf(text: string): string | null {
  const dates = findPeriods(text, '2100-01-01').map(({ quote }) => quote)
  let rest = dates.reduce((left, quote) => left.replace(quote, ' '), text)
  rest = rest.replace(/\([^)]*\)/g, ' ')
  const parts = rest
    .split(/[,|\t;:]|\s[–—-]\s/)
    .map((part) =>
      part
        .replace(
          /(?<![\p{L}])(?:hbo|wo|mbo|(?:bachelor|master) of (?:science|arts|laws|engineering)|bachelor|master|b\.?sc|m\.?sc|ba|ma|bba|drs\.?|ir\.?|ing\.?|mr\.?|niveau \d|[1-4](?= )|opleiding|studie|associate degree|in|post-?)(?![\p{L}])\.?/giu,
          ' ',
        )
        .replace(/[*_]+|^[\s-]+/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => /\p{L}{3}/u.test(part))
  const school =
    /(?<![\p{L}])(?:hogeschool|universiteit|university|roc|college|school|academie|academy|institut\p{L}*|polytechnic|behaald|afgerond|diploma|awarded|cum laude)(?![\p{L}])/iu
  return parts.find((part) => !school.test(part)) ?? null
}
