import { fold } from '../text/fold.ts'
import type { Attestation, CriterionKind, EducationDemand } from './criterion.ts'

const levels =
  /(?<![\p{L}])(?:hbo|h\.b\.o\.?|wo|w\.o\.|mbo|bachelor'?s?|(?<!scrum[ -])(?<!web)master'?s?|universitaire?|academische?|academic|university|bsc|msc|doctoraal|postdoctoraal|phd|hoger beroepsonderwijs|higher professional education)(?![\p{L}])/u
const study =
  /(?<![\p{L}])(?:opleiding(?:sniveau)?|opgeleid|diploma|degree|graduated?|afgestudeerd|studie|bul|(?:hbo|wo|mbo)[- ]?(?:opleiding|diploma|studie|niveau)|werk-? ?en denkniveau)(?![\p{L}])/u
const experience =
  /(?<![\p{L}])(?:(?:werk|praktijk|project|advies)?ervaring(?:en)?|ervaren|experience[d]?|gewerkt|worked|track record|trackrecord|jaar (?:als|werkzaam))(?![\p{L}])/u

/** What sort of criterion a text is; only what it says itself decides, never where it stands. */
export function kindOf(
  text: string,
  options: { price: boolean; minimumMonths: number | null; steps: boolean },
): CriterionKind {
  const folded = fold(text)
  if (
    options.price ||
    /^(?:(?:de |the )?(?:inschrijf|uur|dag)?(?:tarief|prijs)|price|(?:hourly |day )?rate|uurtarief)(?![\p{L}])/u.test(
      folded,
    )
  )
    return 'price'
  if (asksForLetter(folded)) return 'motivation'
  const speaksOfExperience = experience.test(folded)
  if (
    !speaksOfExperience &&
    (levels.test(folded) || study.test(folded)) &&
    !/certific|certified|gecertificeerd/.test(folded) &&
    !namedPaper.test(folded)
  )
    return 'education'
  if (options.minimumMonths !== null || options.steps) return 'duration'
  if (!speaksOfExperience && attestationOf(folded) !== null) return 'attestation'
  return 'experience'
}

/** "In het bezit van het diploma NEVI 2": a paper of a trade, of no level of school. */
const namedPaper =
  /^(?!.*(?:hbo|wo|mbo|bachelor|master|opleiding|academi|universit|graad|degree)).*(?:diploma|certificaat|registratie) (?:\p{L}+ )?(?:nevi|prince|ipma|msp|itil|bisl|scrum|psm|pspo|spd|skj|big|vca|bhv|iso|cisa|cissp|cism|togaf|agile|lean|safe|ehbo|ra|rc)(?![\p{L}])|(?:nevi|prince ?2|ipma|bhv|vca|spd)[- \p{L}\d]{0,10}diploma/u

function asksForLetter(text: string): boolean {
  if (experience.test(text) && /toegelicht in de motivatie|explained in the (?:letter|motivation)/.test(text))
    return false
  return /(?<![\p{L}])(?:motivatie(?:brief)?|motivation(?: letter)?|cover letter|sollicitatiebrief|plan van aanpak|approach paper|essay|visiedocument|presentatie|pitch)(?![\p{L}])/u.test(
    text,
  )
}

/** The study a criterion asks for, also where it stands beside experience ("hbo en vijf jaar ervaring"); null when it asks for none. */
export function educationOf(text: string): EducationDemand | null {
  const folded = fold(text)
  if (!levels.test(folded) && !/(?<![\p{L}])(?:opleiding|diploma|degree)(?![\p{L}])/u.test(folded)) return null
  if (/ervaring (?:met|in|als|binnen) .*opleiding/.test(folded) && !levels.test(folded)) return null
  const lowest = /(?<![\p{L}])mbo/u.test(folded)
    ? 'mbo'
    : /(?<![\p{L}])(?:hbo|h\.b\.o|bachelor|bsc|hoger beroepsonderwijs|higher professional)/u.test(folded)
      ? 'hbo'
      : /(?<![\p{L}])(?:wo|w\.o|universitaire?|academische?|academic|university|master|msc|phd|doctoraal)/u.test(folded)
        ? 'wo'
        : 'hbo'
  const master = !/hbo|bachelor/.test(folded) && /(?<![\p{L}])(?:master'?s?|msc|doctoraal)(?![\p{L}])/u.test(folded)
  return {
    level: lowest,
    master,
    fields: fieldsOf(folded),
    comparable:
      /vergelijkbaar|vergelijkbare|bijvoorbeeld|such as|gelijkwaardig|soortgelijk|aanverwant|comparable|similar|equivalent|related|relevant/.test(
        folded,
      ),
    diploma: !/denkniveau|working and thinking/.test(folded),
  }
}

/** "Hbo-niveau en minimaal 5 jaar ervaring als …": the study and the work, each on its own; null when a text asks for one of the two. */
export function parted(text: string): { study: string; work: string } | null {
  const match =
    /^(.+?)(?:,| en| and| met| with| plus|;)\s+((?:(?:minimaal|minstens|ten minste|at least|aantoonbare?|relevante?)\s+)?[^,;]*(?:ervaring|experience).*)$/isu.exec(
      text,
    )
  if (!match || experience.test(fold(match[1]!)) || !levels.test(fold(match[1]!))) return null
  return { study: match[1]!, work: match[2]! }
}

/** What comes before the directions, the clearest wording first: "opleiding" also opens "opleiding op het gebied van". */
const fieldLeads = [
  /(?:in de richting(?:en)? van|richting(?:en)?:?|op (?:het )?gebied van|gericht op|in the field of|with a focus on)\s+(.+)$/u,
  /(?:bijvoorbeeld|zoals|such as)\s+(.+)$/u,
  /(?:degree in|degree \(.*?\) in|(?:bachelor|master|bsc|msc)(?:'s)?(?: degree)? (?:in|of))\s+(.+)$/u,
  /(?:opleiding(?:sniveau)?,?(?: in| tot)?|diploma(?: in| van)?|studie|specialisatie)\s+(.+)$/u,
  // "Een afgeronde wo-master rechten": the level is followed by the study itself.
  /(?:bachelor|master|hbo|wo)\s+(?!(?:met|en|van|bij|dat|die|of|is|blijk\p{L}*|behaald|afgerond\p{L}*|niveau|diploma|denk\p{L}*|werk|and|or|with|level|degree|that|in|op|aantoonbaar|minimaal|gevraagd|vereist|required)(?![\p{L}]))([\p{L}].+)$/u,
]
const fieldNoise =
  /(?<![\p{L}])(?:\p{L}*niveau|minimaal|minstens|hbo|wo|mbo|bachelor'?s?|master'?s?|niveau|level|op|een|de|het|a|an|the|in|of hoger|or higher|of|or|richting(?:en)?|afgeronde?|aantoonbaar|vergelijkbaar|vergelijkbare?|gelijkwaardige?|soortgelijke?|aanverwante?|comparable|similar|equivalent|related|relevante?|relevant|field|subject|discipline|study|studie|opleiding|minimum|denkniveau|werk- en|diploma|degree|completed|bv|bijvoorbeeld|zoals|such as|e\.g\.?|hogere?|higher|bij voorkeur|preferably|vrij|willekeurige?|any|onbelangrijk)(?![\p{L}])/gu

function fieldsOf(printed: string): string[] {
  const folded = printed.replace(/[,(]?\s*(?:bij voorkeur|preferably).*$/u, '')
  const adjective = /(?:in (?:een|a|an) )?([\p{L}\s,\-/]+?)\s+(?:richting|field|discipline)(?![\p{L}])/u.exec(
    folded.replace(/^.*?(?:in een|in a|in an)\s/u, 'in een '),
  )
  const leads = fieldLeads.flatMap((lead) => lead.exec(folded)?.[1] ?? [])
  const source = leads.find((lead) => lead.replace(fieldNoise, '').trim() !== '') ?? adjective?.[1] ?? ''
  const named = listed(source.replace(/\([^)]*\)/g, ' '))
  // "In een sociale richting, bijvoorbeeld pedagogiek": the examples do not shut out the direction.
  const found = example.test(folded) ? [...new Set([...named, ...listed(adjective?.[1] ?? '')])] : named
  // "Hbo-diploma (civiele techniek of bestuurskunde)"
  return found.length > 0 ? found : listed(/\(([^)]*)\)/.exec(folded)?.[1] ?? '')
}

/** What is left of a list of directions without the words around them; what only tells how the study is shown is no direction. */
function listed(source: string): string[] {
  return source
    .split(/,|;|\/| of | or | en\/of | en | and /u)
    .map((field) =>
      field
        .replace(fieldNoise, ' ')
        .replace(/[^\p{L}\s-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s-]+|[\s-]+$/g, ''),
    )
    .filter((field) => field.length > 2 && !noField.test(field))
}

const example = /bijvoorbeeld|zoals|such as/
const noField =
  /^(?:hebben|heeft|hebt|aan te tonen|aangetoond|blijkend|blijkt|voor |met |te |afgerond|behaald|dat |die |is |uit |mee|meesturen|bewijs|kopie|from |with |shown|proven)/u

const languages: Record<string, RegExp> = {
  nl: /nederlandse? taal|nederlandstalig|(?:beheersing|beheerst|kennis) van het nederlands|dutch|(?:in het|vloeiend) nederlands/,
  en: /engelse? taal|engelstalig|english|(?:in het|vloeiend|van het) engels/,
  de: /duitse? taal|german|(?:in het|vloeiend|van het) duits/,
  fr: /franse? taal|french|(?:in het|vloeiend|van het) frans/,
}

/** "de Nederlandse en Engelse taal", "in Dutch and English" */
function namedBeside(language: string, text: string): boolean {
  const name = { nl: 'nederlandse?|dutch', en: 'engelse?|english', de: 'duitse?|german', fr: 'franse?|french' }[
    language
  ]!
  return new RegExp(
    `(?:nederlandse?|engelse?|duitse?|franse?|dutch|english|german|french)(?: taal)?(?:,| en| and| &) (?:(?:de|het|the) )?(?:${name})(?![a-z])|(?:${name})(?: taal)? (?:en|and|&) (?:(?:de|het|the) )?(?:nederlandse?|engelse?|duitse?|franse?|dutch|english|german|french)(?![a-z])`,
  ).test(text)
}

/** Things a CV may state but not show by work: language, availability, papers, character. Null for anything else. */
export function attestationOf(folded: string): Attestation | null {
  if (/beheers|vloeiend|fluent|taal|language|spoken|mondeling|proficien|native|moedertaal/.test(folded)) {
    const wanted = folded.replace(
      /[,;][^,;]*(?:not required|not needed|not necessary|niet vereist|niet nodig|geen vereiste).*$/,
      '',
    )
    // "Fluent in Dutch and English": both, at the same level; one of a choice will do and is not told apart.
    const [language, ...also] = Object.entries(languages).flatMap(([name, pattern]) =>
      pattern.test(wanted) || namedBeside(name, wanted) ? [name] : [],
    )
    if (language) {
      const level = /native|moedertaal|c2/.test(folded)
        ? 'native'
        : /c1|vloeiend|fluent|uitstekend|excellent/.test(folded)
          ? 'fluent'
          : 'good'
      return { what: 'language', language, level, also: / of | or /.test(wanted) ? [] : also }
    }
  }
  if (
    /beschikbaar|available|inzetbaar|availability|uur per week|hours (?:a|per) week|startdatum|reisbereid|op locatie aanwezig|bereid/.test(
      folded,
    )
  )
    return { what: 'availability' }
  if (
    /in het bezit|in bezit|certific|diploma|gecertificeerd|certified|rijbewijs|driving licen|registratie|geregistreerd|registered|vog|licentie|lid van|woonachtig|verklaring/.test(
      folded,
    )
  )
    return { what: 'certificate' }
  if (
    /^(?:je |jij |u |you )?(?:bent|is|are|kunt|kan|can|weet)(?![\p{L}])|vaardigheden|vaardig(?![\p{L}])|persoonlijkheid|houding|skills$|gedreven|teamspeler/u.test(
      folded,
    )
  )
    return { what: 'attitude' }
  return null
}
