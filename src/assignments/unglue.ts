import { composeMapped, type Mapped, replaceMapped } from '../text/mapped.ts'

const provinces =
  'Groningen|Friesland|Fryslân|Drenthe|Overijssel|Flevoland|Gelderland|Utrecht|Noord-Holland|Zuid-Holland|Zeeland|Noord-Brabant|Limburg'
/** Words that begin a sentence and end no name: behind a small letter they show a line end that went lost. */
const openers =
  'Je|Jij|Jouw|De|Het|Een|Wij|We|Er|Dit|Deze|Onze|Als|Voor|Bij|Op|Met|U|Uw|The|You|Your|Our|This|These|They|An?|As|For'
const headed =
  '(?:opdrachten|eisen|wensen|criteria|competenties|omschrijving|taken|vacatures|voorwaarden|requirements|criteria)'

const seams = new RegExp(
  [
    // "bedrijfskunde• Minimaal zes jaar"
    '(?<=[^\\s•●▪])[ \\t]*(?=[•●▪][ \\t]+\\S)',
    // "trekt.Taken", "begrepen.Werken als"
    '(?<=\\p{Ll}{2}[.!?)])(?=\\p{Lu}\\p{Ll}+(?:\\p{Lu}\\p{Ll}*)?[\\s:])',
    // "TakenJe stuurt", "van belang isDe functie"
    `(?<=\\p{Ll}{2})(?=(?:${openers})\\s\\p{Ll})`,
    // "AarlebeekNoord-BrabantBouw & vastgoed"
    `(?<=\\p{Ll})(?=(?:${provinces})(?:\\p{Lu}|\\s*$))|(?<=\\p{Ll}(?:${provinces}))(?=\\p{Lu}\\p{Ll})`,
    // "Vergelijkbare opdrachtenTechnisch beheerder"
    `(?<=^\\p{Lu}[\\p{Ll} -]{0,40}${headed})(?=\\p{Lu}\\p{Ll})`,
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
