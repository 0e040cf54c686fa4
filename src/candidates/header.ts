import { fold } from '../text/fold.ts'
import type { Field } from './career-lines.ts'
import { hoursIn } from './period.ts'

/** What the lines above an engagement's sentences say. Texts are verbatim. */
export type Header = { title: Field | null; organisation: Field | null; client?: Field | null; hours: number | null }

const roleHeads =
  "(?:manager|leider|leidster|leader|lead|adviseur|adviseuse|advisor|adviser|consultant|coordinator|coördinator|medewerker|medewerkster|directeur|director|hoofd|chef|specialist|expert|analist|analyst|architect|ontwikkelaar|developer|engineer|ingenieur|programmeur|programmer|ontwerper|designer|tester|beheerder|administrator|trainer|coach|docent|teacher|lecturer|leraar|lerares|onderzoeker|researcher|secretaris|secretaresse|secretary|assistent|assistant|officer|officier|inspecteur|inspector|controller|accountant|jurist|lawyer|advocaat|notaris|arts|verpleegkundige|nurse|therapeut|psycholoog|planner|planoloog|stedenbouwkundige|regisseur|makelaar|verkoper|sales|inkoper|buyer|buitendienst|technicus|monteur|mechanic|chauffeur|driver|kok|bakker|receptionist|telefonist|stagiair|stagiaire|trainee|intern|wethouder|raadslid|burgemeester|voorzitter|chair|chairman|bestuurder|bestuurslid|board member|eigenaar|owner|founder|oprichter|ondernemer|entrepreneur|zzp'?er|freelancer|partner|associate|supervisor|teamlead|scrum master|product owner|agile coach|business analist|business partner|redacteur|editor|journalist|woordvoerder|communicatie|strateeg|strategist|procesbegeleider|begeleider|werkvoorbereider|uitvoerder|toezichthouder|handhaver|vergunningverlener|kwartiermaker|verbinder|aanjager|beleidsmaker|econoom|economist|bioloog|ecoloog|hydroloog|geoloog|landmeter|calculator|tekenaar|drafter|schrijver|writer|operator|bewaker|beveiliger|kassier|hovenier|schilder|timmerman|loodgieter|elektricien|vrijwilliger|volunteer|griffier|curator|conservator|bibliothecaris|archivaris|data scientist|scientist|president|ceo|cfo|cto|cio|coo|ciso|vp|pmo|projectsecretaris|informatiemanager|kwaliteitsmedewerker)"
const role = new RegExp(`(?:^|[^\\p{L}])(?:\\p{L}*[-/ ]?)?${roleHeads}(?:e|s|in|ster)?(?![\\p{L}])`, 'iu')
/** Endings that make a word a role where no list knows it. */
const roleEnding =
  /\p{L}{3,}(?:eur|ist|iste|oloog|kundige|leider|loog|werker|houder|hebber|meester|voerder|gever|maker|nemer|schrijver)(?![\p{L}])/iu

const publicBody =
  /(?:^|[^\p{L}])(?:gemeente|gemeentes|gemeenten|provincie|waterschap|hoogheemraadschap|wetterskip|ministerie|rijkswaterstaat|rijksdienst|rijksvastgoedbedrijf|inspectie|veiligheidsregio|omgevingsdienst|ggd|uwv|svb|duo|cak|cbs|rivm|politie|belastingdienst|kadaster|regio|samenwerkingsverband|stadsdeel|deelgemeente|municipality|city of|province of|county|council|ministry|department|government|agency|authority|water board|bel combinatie|drechtsteden|metropoolregio|stadsregio|werkvoorzieningschap|sociale dienst|rechtbank|gerechtshof|openbaar ministerie|defensie|koninklijke marechaussee|prorail|rdw|ind|coa|rvo|nvwa|vng|ipo|unie van waterschappen|belastingsamenwerking|gemeenschappelijke regeling|dienst [\p{L}]+)(?![\p{L}])/iu
const company =
  /(?:^|[\s(])(?:coöperatie|cooperatie|holding|groep|group|stichting|vereniging|foundation|association|academie|academy|universiteit|university|hogeschool|school|college|roc|ziekenhuis|hospital|kliniek|clinics?|zorggroep|zorg|bank|verzekeringen|insurance|adviesbureau|ingenieursbureau|aannemer|aannemersbedrijf|contractor|kamer|bureau|advies|consultancy|consulting|associates|solutions|services|systems|technologies|energie|bouw|installaties?|transport|logistics|logistiek|media|uitgeverij|drukkerij|winkel|supermarkt|hotel|restaurant|bakkerij|patisserie|woningcorporatie|woonstichting|wonen|woningbouwvereniging|corporatie|netbeheerder|fonds|federatie|instituut|institute|centrum|centre|center|museum|theater|bibliotheek|maatschap|praktijk|kantoor|fabriek|factory|works|studio|labs?|partners|detachering|uitzendbureau|company|bedrijf)(?:$|[\s),.])/iu
/** A legal form says it outright. */
const legalForm =
  /(?:^|[\s(])(?:b\.?\s?v\.?|n\.?\s?v\.?|v\.?o\.?f\.?|c\.?v\.?|plc|ltd\.?|llc|llp|inc\.?|gmbh|ag|s\.?a\.?|bvba|u\.?a\.?|& (?:co|zonen|zn|partners|associates|sons)\.?|corp\.?|stichting|vereniging|foundation)(?:$|[\s),.])/iu
const compoundCompany =
  /\p{L}{3,}(?:bedrijf|bureau|groep|fabriek|school|kantoor|dienst|stichting|vereniging|bank|zorg|corporatie|instituut|ziekenhuis|maatschappij|centrum|combinatie|winkel|schap)(?![\p{L}])/iu
const place =
  /^(?:te |in )?(?:\p{Lu}[\p{L}'’.-]+)(?:[ -](?:aan|den|de|op|bij|en|der|\p{Lu}[\p{L}'’.-]+))*(?:,\s*(?:nederland|the netherlands|nl|belgië|belgium|duitsland|germany))?$/u
const terms =
  /^(?:fulltime|full-time|parttime|part-time|vast|tijdelijk|vaste aanstelling|inhuur|interim|freelance|zzp|detachering|contract|permanent|temporary|dienstverband.*|\d+(?:[.,]\d+)?\s*fte|remote|hybride?|\(?\d+\s+(?:jaar|maanden|years?|months?|yrs?|mos?)(?:\s+(?:en\s+|and\s+)?\d+\s+(?:maanden|months?|mos?))?\)?)$/iu
/** A word that leads to the place of work. */
const atWord =
  /\s+(?:bij(?: de| het)?|at(?: the)?|@|in dienst (?:van|bij)|werkzaam bij|i\.?o\.?v\.?|in opdracht van|namens|voor(?: de| het)?(?=\s+(?:gemeente|provincie|waterschap|ministerie|regio|stichting|\p{Lu})))\s+/u

/** How much a text looks like a role, and like a place of work. */
export function roleScore(whole: string): number {
  // "Kamer van ondernemers" is no entrepreneur: what hangs behind "van" tells of whom or what.
  const text = whole.replace(/^((?!.*(?:rol|functie|role|position)\s)\p{L}+)\s(?:van|voor|of)\s.*$/u, '$1')
  return (role.test(text) ? 2 : 0) + (roleEnding.test(text) ? 1 : 0)
}

export function organisationScore(text: string): number {
  const body = publicBody.exec(text)
  // "Adviseur gemeente" is a role: what opens the text weighs more.
  const opens = body !== null && body.index <= 4
  return (
    (body ? (opens ? 3 : 1) : 0) +
    (legalForm.test(text) ? 3 : company.test(text) ? 2 : 0) +
    (compoundCompany.test(text) ? 1 : 0)
  )
}

/** Title, organisation and hours among the fields of a header, in their order. `organisationFirst` when the CV elsewhere puts it first. */
export function readHeader(fields: Field[], organisationFirst = false): Header {
  const hours = fields.map(({ text }) => hoursIn(text)).find((found) => found !== null) ?? null
  const parts = fields
    .flatMap(stops)
    .flatMap(split)
    .filter(({ text }) => /\p{L}{2}/u.test(text) && !isAside(text))
  const scored = parts.map((part, order) => ({
    part,
    order,
    lean: organisationScore(part.text) - roleScore(part.text),
  }))
  const titles = scored
    .filter(({ part, lean }) => lean < 0 || (lean === 0 && roleScore(part.text) > 0))
    .sort((a, b) => a.lean - b.lean || a.order - b.order)
  const organisations = scored.filter(({ lean }) => lean > 0).sort((a, b) => b.lean - a.lean || a.order - b.order)
  let title = titles[0]?.part ?? null
  let organisation = organisations[0]?.part ?? null
  const rest = scored.filter(
    ({ part, lean }) => part !== title && part !== organisation && lean <= 0 && roleScore(part.text) === 0,
  )
  const open = rest.filter(({ part }) => !place.test(part.text) || rest.length === 1 || part.text.includes(' '))
  // Where the CV puts the employer first, one word behind it is the role ("Jeugdbeschermer"), not a place.
  const pair = organisationFirst && open.length === 1 && rest.length === 2 && rest[0] === open[0] ? rest : open
  if (!title && !organisation && pair.length > 1) {
    const [first, second] = [pair[0]!.part, pair[1]!.part]
    title = organisationFirst ? second : first
    organisation = organisationFirst ? first : second
  } else if (!title && open.length > 0 && organisation) title = open[0]!.part
  else if (!organisation && open.length > 0 && title) organisation = open[0]!.part
  else if (!title && !organisation) title = open[0]?.part ?? rest[0]?.part ?? null
  // Two organisations and no title: the one that reads least like an organisation is what the person was.
  if (!title && organisations.length > 1) title = organisations.at(-1)!.part
  if (!organisation && titles.length > 1)
    organisation = titles.find(({ part }) => part !== title && organisationScore(part.text) > 0)?.part ?? null
  if (title && !organisation) [title, organisation] = runTogether(title)
  return { title, organisation, hours }
}

/** "Communicatieadviseur Gemeente X": a role and the body it was for, with nothing between them. */
function runTogether(title: Field): [Field, Field | null] {
  const body =
    /\s(?=(?:Gemeente|Provincie|Waterschap|Hoogheemraadschap|Ministerie|Stichting|Universiteit|Hogeschool|Rijkswaterstaat|Veiligheidsregio|Omgevingsdienst|GGD|Municipality|Ministry)(?![\p{L}])|(?:gemeente|provincie|waterschap|ministerie|stichting|universiteit|regio)\s+(?:van\s+)?\p{Lu})/u.exec(
      title.text,
    )
  if (!body || body.index < 3 || roleScore(title.text.slice(0, body.index)) === 0) return [title, null]
  const [role, place] = cutAt(title, body.index, body.index + 1)
  return [role!, place ?? null]
}

function isAside(text: string): boolean {
  const plain = text.trim()
  return terms.test(plain) || (hoursIn(plain) !== null && plain.split(/\s+/).length <= 6)
}

/** "2020-05 t/m 2024-09. Advocatenkantoor X. Jurist.": short pieces that end on full stops are parts. */
function stops(field: Field): Field[] {
  if (!/^\.\s/.test(field.text) || field.text.length > 120) return [field]
  return cut(field, /(?<=^|\p{L}{3}|\))\.(?=\s+[\p{L}(]|$)/gu)
}

/** A header field → parts: at dashes, at "bij", at commas and brackets only when they part a role from a place of work. */
function split(field: Field): Field[] {
  const parts = cut(field, /\s+[-–—|·•/]\s+|\s*[\t|]\s*|\s*:\s+/g)
  return parts.flatMap((part) => {
    const at = atWord.exec(part.text)
    const before = at ? part.text.slice(0, at.index) : ''
    if (at && at.index > 2 && !/\($|\([^)]*$/.test(before) && !sent.test(before))
      return cutAt(part, at.index, at.index + at[0].length)
    return brackets(part).flatMap(commas)
  })
}

/** "Bureau X, gedetacheerd bij gemeente Y" is one employer, told whole. */
const sent =
  /[,–-]\s*(?:gedetacheerd|gestationeerd|uitgeleend|geplaatst|ingezet|seconded|stationed|placed)(?:\s+(?:full[ -]?time|part[ -]?time|fulltime|parttime|voltijds|deeltijds))?$/iu

function brackets(part: Field): Field[] {
  const match = /^([^()]{3,}?)\s*\(([^()]+(?:\([^()]*\)[^()]*)?)\)$/.exec(part.text)
  if (!match) return [part]
  const inside = match[2]!
  const [head, tail] = [match[1]!, inside]
  const parts = (): Field[] =>
    cutAt({ ...part, text: part.text.slice(0, -1), end: part.end - 1 }, head.length, part.text.length - 1 - tail.length)
  if (isAside(inside)) return [{ ...part, text: head, end: part.start + head.length }]
  // "Bureau (gedetacheerd bij provincie)" is one employer; "Projectleider (gemeente X)" is a role and its employer.
  return organisationScore(head) - roleScore(head) <= 0 &&
    organisationScore(inside) > 0 &&
    !/^(?:gedetacheerd|via|opdracht|seconded|in opdracht)/i.test(inside)
    ? parts()
    : [part]
}

function commas(part: Field): Field[] {
  if (!part.text.includes(',')) return [part]
  const parts = cut(part, /,\s+(?![^(]*\))/g)
  const kinds = parts.map(({ text }) =>
    isAside(text)
      ? 'aside'
      : organisationScore(text) > roleScore(text)
        ? 'organisation'
        : roleScore(text) > 0
          ? 'role'
          : 'open',
  )
  const known = kinds.some((kind) => kind !== 'open') && new Set(kinds).size > 1
  if (!known) return [part]
  // "Adviseur beleid, strategie en bestuur" stays whole: what is not known belongs to what stands before it.
  const joined: Field[] = []
  parts.forEach((one, i) => {
    const last = joined.at(-1)
    if (last && kinds[i] === 'open' && kinds[i - 1] === 'role' && /^\p{Ll}/u.test(one.text))
      Object.assign(last, { text: part.text.slice(last.start - part.start, one.end - part.start), end: one.end })
    else joined.push({ ...one })
  })
  return joined
}

function cut(field: Field, border: RegExp): Field[] {
  const found: Field[] = []
  let from = 0
  for (const match of [...field.text.matchAll(border), null]) {
    const to = match ? match.index : field.text.length
    const text = field.text.slice(from, to)
    const lead = /^\s*/.exec(text)![0].length
    const trimmed = text.trim()
    if (trimmed !== '')
      found.push({ text: trimmed, start: field.start + from + lead, end: field.start + from + lead + trimmed.length })
    if (match) from = match.index + match[0].length
  }
  return found
}

function cutAt(field: Field, to: number, from: number): Field[] {
  const piece = (a: number, b: number): Field => ({
    text: field.text.slice(a, b),
    start: field.start + a,
    end: field.start + b,
  })
  return [piece(0, to), piece(from, field.text.length)].filter(({ text }) => text.trim() !== '')
}

/** Own company, freelance or agency: engagements inside it were carried out for others. */
export function isUmbrella(header: Header): boolean {
  const text = fold(`${header.title?.text ?? ''} ${header.organisation?.text ?? ''}`)
  return /\b(?:zzp\w*|zelfstandig\w*|freelance\w*|eigen (?:bedrijf|onderneming|bureau|praktijk)|eigenaar|ondernemer|interim\w*|self-?employed|owner|independent|contractor|detacher\w*|gedetacheerd|uitzend\w*|consultancy|consultant|diverse opdrachtgevers|various clients)\b/.test(
    text,
  )
}
