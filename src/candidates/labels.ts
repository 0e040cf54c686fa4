import { fold } from '../text/fold.ts'
import type { CareerLine, Field } from './career-lines.ts'

/** What a label or a column head announces. */
export type LabelKind = 'period' | 'title' | 'organisation' | 'client' | 'both' | 'hours' | 'place' | 'text' | 'skills'

const labels: [LabelKind, string][] = [
  [
    'period',
    'periode|data|datum|duur|looptijd|tijdvak|jaar|jaren|van ?[-–/]? ?tot|van t/m tot|van|wanneer|dates?|period|duration|years?|from ?[-–/]? ?to|when|start ?[-–/]? ?eind|tot|tot en met|t/m|start(?:datum)?|begin(?:datum)?|eind(?:datum)?|from|to|until|end(?: date)?',
  ],
  [
    'title',
    'functie(?:titel|naam|omschrijving)?|functie of beroep|functie of rol|rol|positie|beroep|uitgevoerde functie|function|role|(?:job )?title|position|occupation|occupation or position held|capacity',
  ],
  [
    'organisation',
    'werkgever|naam werkgever|naam van de werkgever|naam en adres werkgever|organisatie|bedrijf(?:snaam)?|naam bedrijf|instelling|employer|name (?:and address )?of employer|company|organi[sz]ation|firma',
  ],
  ['client', 'opdrachtgever|klant|eindklant|client|customer|end client|bij'],
  [
    'both',
    '(?:functie|rol|title|role|position) ?(?:[/&+]|en|and|bij|at) ?(?:werkgever|organisatie|bedrijf|employer|company|organi[sz]ation)|(?:werkgever|organisatie|bedrijf|employer|company|organi[sz]ation) ?(?:[/&+]|en|and) ?(?:functie|rol|title|role|position)',
  ],
  ['hours', 'uren|uren per week|omvang|dienstverband|hours|hours per week|fte|inzet'],
  [
    'place',
    'plaats|locatie|standplaats|vestigingsplaats|location|place|sector|branche|type bedrijf|soort bedrijf|industry|bedrijfstak|type of business',
  ],
  [
    'text',
    '(?:voornaamste |belangrijkste |korte )?(?:werkzaamheden|taken|omschrijving|activiteiten|verantwoordelijkheden|resultaten?|prestaties|functie-?inhoud|inhoud|beschrijving)(?: en (?:verantwoordelijkheden|resultaten|taken))?|taken|toelichting|situatie|context|opdracht(?:omschrijving)?|project|projectomschrijving|aanpak|(?:main |key )?(?:tasks|responsibilities|duties|activities|achievements|results|description|deliverables)(?: and (?:responsibilities|results|activities))?|main activities and responsibilities|reden (?:van )?vertrek|leidinggevende',
  ],
  [
    'skills',
    '(?:gebruikte |toegepaste )?(?:technieken|tools|technologie(?:en)?|methoden|methodieken|software|systemen|vaardigheden|competenties|trefwoorden|programmatuur|omgeving|skills|technologies|technology|tech stack|stack|keywords|environment|tools used|methods|competenties en vaardigheden|kennisgebieden)',
  ],
]
const patterns = labels.map(([kind, words]) => [kind, new RegExp(`^(?:${words})$`)] as const)

/** "Functie: Projectleider" or "Functie	Projectleider" → its kind and its value; null when the line begins with no label. */
export function labelled(line: CareerLine): { kind: LabelKind; value: Field | null } | null {
  const first = line.cells[0] ?? line
  const colon = /^([^:]{1,45}?)\s*:\s*/.exec(first.text)
  const kind = labelKind(colon ? colon[1]! : first.text)
  if (!kind) return null
  if (colon) {
    const text = first.text.slice(colon[0].length)
    const own = text === '' ? null : { text, start: first.start + colon[0].length, end: first.end }
    const rest = line.cells.length > 1 ? line.cells[1]! : null
    return { kind, value: own ?? rest }
  }
  if (line.cells.length < 2 || tableHead(line)) return null
  return { kind, value: withoutColon(line.cells[1]!) }
}

/** "bij     : waterschap X": a colon set apart from its label by blanks. */
function withoutColon(field: Field): Field {
  const lead = /^:\s*/.exec(field.text)?.[0].length ?? 0
  return lead === 0 ? field : { ...field, text: field.text.slice(lead), start: field.start + lead }
}

export function labelKind(text: string): LabelKind | null {
  const plain = fold(text)
    .replace(/[\s:*_]+$/, '')
    .replace(/^[^\p{L}]+/u, '')
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** The head of a table: every cell names a column. */
export function tableHead(line: CareerLine): LabelKind[] | null {
  if (line.cells.length < 2) return null
  const kinds = line.cells.map((cell) => labelKind(cell.text))
  return kinds.every((kind) => kind !== null) ? kinds : null
}
