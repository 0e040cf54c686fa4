import { composeMapped, type Mapped, replaceMapped } from '../text/mapped.ts'

const provinces =
  'Groningen|Friesland|Fryslân|Drenthe|Overijssel|Flevoland|Gelderland|Utrecht|Noord-Holland|Zuid-Holland|Zeeland|Noord-Brabant|Limburg'
const bodies = 'Gemeente|Provincie|Waterschap|Hoogheemraadschap|Ministerie|Omgevingsdienst|Veiligheidsregio'
/** Words that begin a sentence and end no name: behind a small letter they show a line end that went lost. */
const openers =
  'Je|Jij|Jouw|De|Het|Een|Wij|We|Er|Dit|Deze|Onze|Als|Voor|Bij|Op|Met|U|Uw|The|You|Your|Our|This|These|They|An?|As|For'
/** How headings end, and those of one word. */
const headings =
  '(?:\\p{Lu}[\\p{Ll} -]{0,40}(?:opdrachten|eisen|wensen|criteria|competenties|omschrijving|taken|vacatures|voorwaarden|requirements)|Competenties|Taken|Eisen|Wensen|Omschrijving|Planning|Voorwaarden|Requirements)'
/** Labels that a page shows side by side. */
const labels =
  'Referentie(?:nummer)?|Kenmerk|Opdrachtnummer|Aanvraagnummer|Publicatiedatum|Sluitingsdatum|Startdatum|Einddatum|Opdrachtgever|Organisatie|Locatie|Standplaats|Regio|Provincie|Duur|Looptijd|Uren per week|Uren|Opleidingsniveau|Opleiding|Schaal|Tarief|Maximumtarief|Geplaatst op|Reference|Location|Duration|Start date|Closing date|Hours per week|Rate'
const buttons =
  '(?:Bewaar|Deel|Reageer|Solliciteer|Print|Apply|Share|Save)\\s(?:opdracht|vacature|via|deze|nu|direct|now|job|on)'

const seams = new RegExp(
  [
    // "bedrijfskunde• Minimaal zes jaar"
    '(?<=[^\\s•●▪])[ \\t]*(?=[•●▪][ \\t]+\\S)',
    // "trekt.Taken", "begrepen.Werken als"
    '(?<=\\p{Ll}{2}[.!?)])(?=\\p{Lu}\\p{Ll}+(?:\\p{Lu}\\p{Ll}*)?[\\s:])',
    // "TakenJe stuurt", "van belang isDe functie"
    `(?<=\\p{Ll}{2})(?=(?:${openers})\\s\\p{Ll})`,
    // "40 puntenErvaring met"
    '(?<=\\d\\s?(?:punten|punt|points|pt|%))(?=\\p{Lu}\\p{Ll})',
    // "AarlebeekNoord-BrabantBouw & vastgoed"
    `(?<=\\p{Ll})(?=(?:${provinces})(?:\\p{Lu}|\\s*$))|(?<=\\p{Ll}(?:${provinces}))(?=\\p{Lu}\\p{Ll})`,
    // "manager (IPM)Waterschap Zilte DeltaVlasdijkBewaar opdracht"
    `(?<=[\\p{Ll})])(?=(?:${bodies})\\s\\p{Lu})|(?<=(?:${bodies})(?:\\s\\p{Lu}\\p{Ll}+){1,4})(?=\\p{Lu}\\p{Ll}{2})`,
    `(?<=\\p{Ll})(?=${buttons})`,
    // "Vergelijkbare opdrachtenTechnisch beheerder"
    `(?<=^${headings})(?=\\p{Lu}\\p{Ll})`,
    // "24 maandenUren per week32 - 36OpleidingsniveauHBO/WO"
    `(?<=[\\p{L}\\d)])(?=(?:${labels})(?:[\\p{Lu}\\d€]|\\s\\d))`,
  ].join('|'),
  'gmu',
)

/** A bullet that stands against the word before it; with spaces around it, it may part key figures. */
const gluedBullet = /[^\s•●▪][•●▪][ \t]+\S/

/** Line ends that a copied page lost: between a heading and what stands under it, between items, between sentences. */
export function unglue(from: Mapped): Mapped {
  const lines = from.text.split('\n')
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  const lineAt = (index: number): string => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= index) low = middle
      else high = middle - 1
    }
    return lines[low]!
  }
  const unglued = replaceMapped(from.text, seams, (match) => {
    const bullet = /^[ \t]*[•●▪]/.test(from.text.slice(match.index, match.index + match[0].length + 1))
    return bullet && !gluedBullet.test(lineAt(match.index)) ? match[0] : '\n'
  })
  return unglued.text === from.text ? from : composeMapped(from, unglued)
}

/** "functie = Projectcontroller", "Schaal → 11": other marks for a colon; a single "=" may be a sum. */
const arrows = /(?<=^[ \t]*\p{L}[^\n:=]{1,40}?)\s+(?:→|=>|⇒|➔|➜)\s+(?=\S)/gmu
const equals = /(?<=^[ \t]*\p{L}[^\n:=]{1,40}?)\s+=\s+(?=\S)/gmu
const MANY = 3

/** Labels with another mark than a colon before their values, as if they had one. */
export function withColons(from: Mapped): Mapped {
  const marks = (from.text.match(equals) ?? []).length >= MANY ? [arrows, equals] : [arrows]
  return marks.reduce((text, mark) => {
    const plain = replaceMapped(text.text, mark, () => ': ')
    return plain.text === text.text ? text : composeMapped(text, plain)
  }, from)
}
