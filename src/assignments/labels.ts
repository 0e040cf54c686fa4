import { fold } from '../text/fold.ts'

/** What a printed label announces: a fact of the posting, or a further one of this market. Dates are classified by `date-kind.ts`. */
export type LabelField =
  | 'number'
  | 'title'
  | 'organisation'
  | 'location'
  | 'region'
  | 'hoursPerWeek'
  | 'durationMonths'
  | 'extension'
  | 'educationLevel'
  | 'scale'
  | 'das'
  | 'fee'
  | 'maxRateEur'
  | 'professionals'
  | 'hybrid'
  | 'workdays'
  | 'contractForm'
  | 'department'
  | 'closingTime'
  | 'competencies'
  | 'travelCosts'
  | 'language'
  | 'contact'
  | 'intermediary'
  | 'cvRules'

const lexicon: [LabelField, string][] = [
  [
    'number',
    '(?:(?:referentie|reference|kenmerk) (?:of|for|van) (?:this|the|deze|de|dit|het) [\\p{L}-]+|(?:aanvraag|opdracht|uitvraag|referentie|zaak|vacature|project|dossier|inhuur|procedure|offerte|tender|perceel|order|assignment|vacancy|request|reference|job|file|case|ref|rfq|rfp)[\\s.-]*(?:nummer|number|no|nr|id|code|kenmerk)\\.?|(?:ons |uw |onze )?(?:kenmerk|referentie)|(?:our |your |client )?reference|ref|id|nummer|inhuurverzoek(?:nummer)?|aanvraag|uitvraag)',
  ],
  [
    'title',
    '(?:wat|(?:(?:wij|we) hebben (?:\\S+ ){0,4})?behoefte aan|(?:om )?welke (?:opdracht|functie|klus)(?: gaat het)?|gezocht|functie(?:titel|naam|benaming|omschrijving)?|omschrijving (?:opdracht|functie)|titel|rol|gevraagde (?:functie|rol)|naam (?:van de )?(?:opdracht|functie)|opdracht(?:titel|naam)|position|job title|role(?: title)?|function|title|betreft|onderwerp|subject|vacature)',
  ],
  [
    'organisation',
    '(?:(?:eind)?(?:opdrachtgever|klant)|organisatie(?:naam)?|aanbestedende dienst|aanvrager|aanvragende (?:organisatie|dienst)|inhurende (?:organisatie|partij)|inlenende organisatie|inlener|instantie|bedrijf|werkgever|(?:end )?client|customer|contracting (?:authority|body)|organi[sz]ation|company|hiring organi[sz]ation|buyer|authority)',
  ],
  [
    'location',
    '(?:waar(?: werk je)?|standplaats|(?:werk|uitvoerings|opdracht|inzet)?locatie|(?:werk)?plaats(?: (?:van )?(?:uitvoering|tewerkstelling|de werkzaamheden))?|plaats uitvoering|place|werkplek|vestigingsplaats|locatie (?:opdracht|werkzaamheden)|(?:work(?:ing|place)? )?location|place of (?:work|performance|delivery)|work ?place|city|stad|duty station|job location)',
  ],
  ['region', '(?:regio|provincie|werkgebied|region|province)'],
  [
    'hoursPerWeek',
    '(?:hoeveel(?: (?:uur|uren)(?: per week)?)?|(?:aantal |gevraagde |gemiddeld aantal )?(?:uren|uur)(?: ?(?:per week|p\\/?\\.?w\\.?|\\/ ?week|pw|wekelijks))?(?: \\(.*\\))?|uren ?omvang|(?:omvang|inzet)(?: (?:in uren|per week|opdracht|uren))?|arbeidsduur|beschikbaarheid|opdracht uren|weekuren|(?:number of )?hours(?: ?(?:per|a|\\/) ?week| p\\/w)?|weekly (?:hours|effort|workload)|workload|effort|working hours)',
  ],
  [
    'durationMonths',
    '(?:(?:verwachte |initiele |geschatte )?(?:duur|lengte|looptijd|periode|tijdsduur|contractduur|opdrachtduur|projectduur|inzetduur|contractperiode|opdrachtperiode|inzetperiode|projectperiode|contractlooptijd|inhuurperiode|wanneer|hoe ?lang)(?: (?:van (?:de|het) )?(?:opdracht|overeenkomst|inhuur|inzet|contract|project|klus))?|(?:initial |contract |assignment |expected |estimated |project )?(?:duration|term|period|length)(?: of (?:the )?(?:contract|assignment|engagement|project|role))?)',
  ],
  [
    'extension',
    '(?:optie(?:s)?(?: (?:tot|op|voor|te))?[ -]?verleng(?:en|ing(?:en)?)|opties?|verleng(?:ing|en)(?:s?(?:optie|mogelijkheid|mogelijkheden)s?)?|verlengingsopties?|verlengopties?|mogelijkheid tot verlenging|verlenging mogelijk|optiejaren|doorlopen(?: mogelijk)?|extensions?(?: options?)?|options? to extend|renewal|prolongation(?: options?)?)',
  ],
  [
    'educationLevel',
    '(?:opleidings?[- ]?(?:niveau|eis)|opleiding|(?:werk|functie|denk)?niveau|vereist opleidingsniveau|minimaal opleidingsniveau|(?:level of )?education(?: level)?|degree)',
  ],
  [
    'scale',
    '(?:(?:functie|salaris|loon)?schaal|inschaling|functieschaal|(?:salary |pay )?scale|salary grade|functiewaardering)',
  ],
  [
    'das',
    '(?:das(?:[- ]opdracht)?|dynamisch (?:aankoop|inkoop)systeem|dps(?: assignment)?|(?:soort|type) (?:procedure|aanbesteding|uitvraag)|proceduretype|inkooproute|contractvehikel|procurement (?:route|procedure))',
  ],
  [
    'fee',
    '(?:(?:\\p{L}+[ -]?)?fee(?: .{1,30})?|inlenersfee|(?:bemiddelings|intermediairs?|plaatsings|contracterings|bureau|beheers?)-?(?:fee|kosten|vergoeding)|broker(?:fee|bijdrage|kosten)|(?:leveranciers)?bijdrage(?: .{1,30})?|brokerage|marge|commissie|commission|service ?fee|contract ?fee|opslag)',
  ],
  [
    'maxRateEur',
    '(?:wat mag het (?:maximaal )?kosten|(?:budget|rate|price|tarief) (?:ceiling|cap|plafond)|(?:max(?:imaal|imum|\\.)?\\s*)?(?:all-?in\\s*)?(?:uur)?tarief(?:\\s*\\(?max(?:imaal|imum|\\.)?\\)?)?|(?:ceiling|maximum|plafond|opdracht|max|target|richt|indicatief)[- ]?(?:uur)?tarief|(?:hoogste|maximale|toegestane) (?:uur)?tarief|tarief ?(?:plafond|indicatie|range|bandbreedte)|(?:(?:max(?:imum|\\.)?|ceiling)\\s*)?(?:hourly )?rate(?: (?:cap|ceiling|range|per hour))?)',
  ],
  [
    'professionals',
    '(?:(?:benodigd|gevraagd|gewenst)?\\s*aantal(?: (?:(?:in te )?(?:huren|zetten)|te leveren|gevraagde|benodigde|gewenste))?(?: (?:professionals?|personen|kandidaten|posities|medewerkers|plaatsen|fte.?s))?(?: gevraagd| nodig)?|gevraagd|aantal (?:vacatures|plekken)|(?:gevraagde |benodigde )?capaciteit|hoeveel (?:mensen|personen|kandidaten|professionals)(?: (?:zoek\\p{L}*|vra\\p{L}*|zijn er) (?:jullie|we|wij|ze|nodig))?|number of (?:professionals|positions|candidates|persons|people|contractors|experts|consultants)(?: (?:required|needed|wanted|to be (?:hired|contracted)))?|number required|(?:contractors|professionals|candidates|people|persons) (?:needed|required)|positions|vacancies|headcount)',
  ],
  [
    'hybrid',
    '(?:hybride?(?: werken)?(?: mogelijk)?|is hybride? werken mogelijk|hybrid working|thuiswerken(?: mogelijk)?|op afstand werken|remote(?: work(?:ing)?)?(?: possible)?|working pattern|werkvorm|werkwijze)',
  ],
  [
    'workdays',
    '(?:(?:vaste |gewenste |verplichte |je |jouw |uw )?(?:werkdagen|dagen)(?: en -?\\p{L}+)?|de opdracht wordt vervuld op de volgende werkdagen|(?:fixed |working |office )days|workdays)',
  ],
  [
    'contractForm',
    '(?:contract(?:vorm|type|soort)|inhuurvorm|dienstverband|soort (?:inhuur|contract|dienstverband)|uitvoeringsvoorwaarden?|contract (?:form|type)|type of contract|employment type)',
  ],
  ['department', '(?:afdeling|team|directie|cluster|department|unit|onderdeel)'],
  ['closingTime', '(?:eind|sluitings)tijd|(?:uiterste )?tijdstip(?: (?:sluiting|indienen|inschrijving))?|closing time'],
  [
    'competencies',
    '(?:kern|vereiste |gevraagde |gewenste )?competenties|(?:core |required )?compet(?:encies|ences)|persoonskenmerken|persoonlijke eigenschappen|soft skills',
  ],
  ['travelCosts', 'reiskosten(?:vergoeding)?|reis- en verblijfkosten|travel (?:costs|expenses)'],
  ['language', '(?:voer|werk)?ta(?:al|len)|language(?:s)?'],
  ['contact', 'contact(?:persoon|gegevens|person)?|contactinformatie|telefoon(?:nummer)?|phone|e-?mail(?:adres)?'],
  [
    'intermediary',
    'administratieve partner|intermediair|broker|bemiddelaar|inhuurdesk|makelaar|administrative partner',
  ],
  ['cvRules', 'cv(?:-| )?(?:eisen|vereisten|format|taal)?|curriculum vitae|eisen aan (?:het )?cv|cv requirements'],
]

const whole = lexicon.map(([field, pattern]) => [field, new RegExp(`^(?:${pattern})$`, 'iu')] as const)

/** The words of a label as compared: folded, without bullets, numbering, colon and what stands in parentheses at its end. */
export function labelWords(label: string): string {
  return fold(label)
    .replace(/^[\s•*>-]+/, '')
    .replace(/\s*[:?]\s*$/, '')
    .trim()
}

/** Which fact a whole label announces; null when it is none we know. */
export function labelField(label: string): LabelField | null {
  if (label.length > 90) return null
  const words = labelWords(label)
  if (words.length === 0 || words.length > 60) return null
  const bare = words.replace(/\s*\([^()]*\)$/, '')
  const known = whole.find(([, pattern]) => pattern.test(words) || pattern.test(bare))?.[0]
  if (known !== undefined || !words.includes('/')) return known ?? null
  // "Optiejaren/verlenging": two names for one thing.
  const parts = bare.split(/\s*\/\s*/)
  const fields = new Set(parts.map((part) => whole.find(([, pattern]) => pattern.test(part))?.[0] ?? null))
  return fields.size === 1 ? [...fields][0]! : null
}

/** Labels that are also read without a colon, since the kind of value that follows tells them from prose. */
const openFields: [LabelField, RegExp][] = (
  [
    ['number', '(?=\\S*\\d)[\\p{L}\\d][\\p{L}\\d./_-]*(?: \\d+)?$'],
    ['location', '\\p{Lu}[\\p{L}-]+(?:[ -][\\p{L}-]+){0,2}$'],
    ['hoursPerWeek', '\\d'],
    ['durationMonths', '\\d'],
    ['extension', '(?:ja|nee|geen|mogelijk|niet|n\\.?v\\.?t|\\d|een|twee|drie|yes|no)\\b'],
    ['scale', '\\d'],
    ['maxRateEur', '(?:€|eur|max|\\d)'],
    ['professionals', '(?:\\d|een|één|twee|drie|vier|one|two|three)\\b'],
    ['das', '(?:ja|nee|dynamisch|das|dps|raam|mini|open|yes|no)\\b'],
    ['educationLevel', '(?:mbo|hbo|wo|master|bachelor|universitair)\\b'],
    ['contractForm', '(?:detachering|zzp|payroll|inhuur|loondienst|midlance|uitzend)'],
    [
      'region',
      '(?:groningen|friesland|fryslan|drenthe|overijssel|flevoland|gelderland|utrecht|noord-holland|zuid-holland|zeeland|noord-brabant|limburg)\\b',
    ],
    [
      'workdays',
      '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|ma|di|wo|do|vr|monday|tuesday|wednesday|thursday|friday)\\b',
    ],
    ['hybrid', '(?:ja|nee|mogelijk|niet|yes|no)\\b'],
    ['closingTime', '\\d'],
    [
      'organisation',
      '(?:gemeente|provincie|waterschap|hoogheemraadschap|ministerie|omgevingsdienst|veiligheidsregio|regio|ggd|stichting|municipality|province|ministry)\\s',
    ],
  ] as [LabelField, string][]
).map(([field, value]) => {
  const pattern = lexicon.find(([name]) => name === field)![1]
  // A copy may glue the value to its label: "Uren per week24 - 28".
  return [field, new RegExp(`^((?:${pattern}))(?:\\s+|(?-i:(?<=\\p{Ll})(?=[\\d€\\p{Lu}])))(?=${value})`, 'iu')]
})

/** A label without a colon at the start of a line: its length with the space behind it. */
export function openLabel(line: string): { field: LabelField; length: number } | null {
  for (const [field, pattern] of openFields) {
    const match = pattern.exec(line)
    if (match) return { field, length: match[0].length }
  }
  return null
}
