export type PersonalKind =
  | 'name'
  | 'referee'
  | 'email'
  | 'phone'
  | 'address'
  | 'bsn'
  | 'birth'
  | 'age'
  | 'origin'
  | 'family'
  | 'gender'
  | 'belief'
  | 'health'
  | 'link'
  | 'photo'

type Rule = { kind: PersonalKind; pattern: RegExp }

/** A label and the value beside it: everything up to the line end, the next cell or a bar. */
const beside = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words})\\s*[:\\t|]\\s*([^\\n\\t|]{1,80})`, 'giu')

const rules: Rule[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'link',
    pattern:
      /(?:https?:\/\/|www\.)[^\s|,;)]+|(?<![\p{L}])(?:linkedin\.com|github\.com|nl\.linkedin\.com)\/[^\s|,;)]+/giu,
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\d.,])(?:\+|00)\d{1,3}[\s()./-]*(?:\(0\)[\s-]*)?(?:\d[\s()./-]?){7,11}\d(?!\d)|(?<![\d.,/-])(?!\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)0[1-9](?:[\s./-]?\d){8}(?!\d)/g,
  },
  // A street with a house number, a postal code with its town.
  {
    kind: 'address',
    pattern:
      /(?<![\p{L}])\p{Lu}[\p{L}'’. -]{2,40}?(?:straat|laan|weg|plein|kade|dijk|singel|gracht|hof|pad|steeg|dreef|plantsoen|park|(?<!ervar|opleid|train)ring|baan|burg|street|road|avenue|lane)[ \t]+\d{1,3}(?!\d)(?:[ ]?-?[ ]?[a-zA-Z]{1,3}(?![\p{L}]))?/gu,
  },
  { kind: 'address', pattern: /(?<!\d)[1-9]\d{3}\s?[A-Z]{2}(?![A-Z])(?:[ \t]+\p{Lu}[\p{L}'’ -]{2,30})?/gu },
  {
    kind: 'address',
    pattern: beside(
      'adres|woonadres|address|straat|postcode(?: en woonplaats)?|woonplaats|place of residence|residence',
    ),
  },
  {
    kind: 'birth',
    pattern: beside(
      'geboortedatum(?: en -?plaats)?|geboren|geb\\.?(?:datum)?|geboorteplaats|date of birth|birth ?date|born|place of birth|d\\.?o\\.?b\\.?',
    ),
  },
  {
    kind: 'birth',
    pattern: /(?<![\p{L}])(?:geboren|born)(?: op| on| in| te)?\s+((?:\d{1,2}[ -/.]?)?[^\n|,;.]{3,30}?(?:19|20)\d\d)/giu,
  },
  { kind: 'age', pattern: beside('leeftijd|age') },
  {
    kind: 'age',
    pattern: /(?<![\p{L}\d])(\d{2}\s+jaar(?:\s+oud|\s+jong)|\d{2}[- ]years?[- ]old|\d{2}-jarige?)(?![\p{L}])/giu,
  },
  {
    kind: 'origin',
    pattern: beside(
      'nationaliteit(?:en)?|nationality|citizenship|geboorteland|country of birth|afkomst|etniciteit|ethnicity|verblijfsstatus|migratieachtergrond',
    ),
  },
  {
    kind: 'family',
    pattern: beside(
      'burgerlijke (?:staat|stand)|marital status|gezinssituatie|gezinssamenstelling|kinderen|children|family status|partner',
    ),
  },
  {
    kind: 'family',
    pattern:
      /(?<![\p{L}])((?:gehuwd|getrouwd|ongehuwd|gescheiden|alleenstaand|samenwonend|verloofd|weduwe|weduwnaar|married|divorced|widowed)(?:[^\n.;|]{0,40}(?:kinderen|kind|zoon|dochter|children|child))?|(?:moeder|vader|mother|father) (?:van|of) [^\n.;|]{2,40})(?![\p{L}])/giu,
  },
  { kind: 'gender', pattern: beside('geslacht|gender|sex|voornaamwoorden|pronouns') },
  {
    kind: 'belief',
    pattern: beside(
      'geloof|godsdienst|religie|levensovertuiging|religion|kerk(?:genootschap)?|politieke partij|political party|partijlidmaatschap|vakbond|trade union|seksuele (?:geaardheid|voorkeur)',
    ),
  },
  {
    kind: 'belief',
    pattern:
      /(?<![\p{L}])((?:actief |betrokken )?(?:lid|raadslid|bestuurslid|secretaris|penningmeester|voorzitter|ouderling|diaken|kaderlid|vrijwilliger|member|treasurer|elder|deacon)\s+(?:van|bij|voor|of|in|at)\s+(?:de |het |the |een )?(?:[^\n.;|,]{0,25})?(?:VVD|D66|CDA|PvdA|GroenLinks(?:-PvdA)?|SP|SGP|ChristenUnie|PVV|FvD|Volt|DENK|BBB|NSC|JA21|Bij1|PvdD|Partij voor de Dieren|FNV|CNV|VCP|kerk|parochie|moskee|synagoge|kerkenraad|church|mosque|synagogue|parish|trade union|vakbond)[^\n.;|,]{0,25})/giu,
  },
  {
    kind: 'belief',
    pattern:
      /(?<![\p{L}\d])(?:VVD|D66|CDA|PvdA|GroenLinks(?:-PvdA)?|SGP|ChristenUnie|PVV|FvD|JA21|PvdD|FNV|CNV)(?![\p{L}\d])/gu,
  },
  {
    kind: 'health',
    pattern: beside('gezondheid|gezondheidstoestand|health|handicap|beperking|arbeidsbeperking|disability|medisch'),
  },
  {
    kind: 'health',
    pattern:
      /(?<![\p{L}])((?:wajong|arbeidsongeschikt\p{L}*|chronisch ziek|burn-?out|zwanger(?:schap)?\p{L}*|diabetes|epilepsie|autisme|adhd|reuma|kanker|depressie|in de ziektewet|langdurig ziek|chronically ill|pregnan\p{L}+|disabled)(?![\p{L}]))/giu,
  },
  { kind: 'photo', pattern: /!\[[^\]]*\]\([^)]*\)|\[(?:foto|photo|pasfoto)[^\]]*\]/giu },
]

/** What tells who a candidate is or belongs to, with its kind. Values beside a label are found without the label. */
export function findPersonal(text: string): { start: number; end: number; kind: PersonalKind }[] {
  return rules.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = match[1] ?? match[0]
      const start = match.index + match[0].lastIndexOf(value)
      const trimmed = value.trimEnd()
      return trimmed === '' ? [] : [{ start, end: start + trimmed.length, kind }]
    }),
  )
}
