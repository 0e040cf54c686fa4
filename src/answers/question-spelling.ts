import { isSmallWord } from '../assignments/small-words.ts'
import { createSpelling, oneApart } from '../assignments/spelling.ts'

/** Words that decide what a question is about; a misspelled one is read as its neighbour. */
const telling = `
  sluit sluiten sluiting sluitingsdatum deadline deadlines inschrijven inschrijfdatum reageren reactietermijn indienen vragen vragenronde antwoorden
  gesprek gesprekken interview interviews startdatum start einddatum eindigt verlenging verlengd verlengen looptijd duurt maanden uren werkdagen hybride thuiswerken
  schaal functieschaal tarief uurtarief maximaal geheimhouding geheimhoudingsverklaring handelsregister indexering geindexeerd opleiding diploma ervaring
  competenties criteria criterium gunningscriteria selectiecriteria wensen eisen knockout knockouts punten weging motivatie referenties referentie pagina paginas
  opdrachtgever contactpersoon telefoonnummer standplaats procedure stappen bezwaar bezwaartermijn opdrachten kandidaat kandidaten professionals
  closing questions answers start duration extension hours hybrid remote scale maximum confidentiality references pages education experience points criteria requirements
  assignment assignments candidates deadline required freelancer locatie
`
  .trim()
  .split(/\s+/)
const known = new Set(telling)
/** Real words one letter away from a telling one; left as they are. */
const innocent = new Set(
  'star tart slit luit sluizen weken werken werkdag werkdagen eisten vraagt maken punter scherp staart starten startte sluis hours house geven regen pagina wensten vraag wagen dagen hagen lagen'.split(
    ' ',
  ),
)
const spelling = createSpelling(telling)

/** Telling words that are too short for that: only two letters swapped, or in five letters and more one left out, makes them of another. */
const short = 'vog nda uea sroi waadi das duur start schaal sluit tarief regio rate scale close start'.split(' ')

function shortWord(word: string): string {
  if (known.has(word) || short.includes(word) || innocent.has(word) || isSmallWord(word)) return word
  const near = [...new Set(short)].filter(
    (telling) =>
      isSwapped(word, telling) ||
      (telling.length >= 5 && telling.length === word.length + 1 && oneApart(word, telling)),
  )
  return near.length === 1 ? near[0]! : word
}

/** Two neighbouring letters changed places: "vgo" for "vog". */
function isSwapped(a: string, b: string): boolean {
  return a !== b && a.length === b.length && [...a].sort().join() === [...b].sort().join() && oneApart(a, b)
}

/** The folded question with misspelled telling words put right. */
export function correctSpelling(folded: string): string {
  return folded.replace(/(?<![\p{L}\p{N}])\p{L}{3,6}(?![\p{L}\p{N}-])/gu, shortWord).replace(/\p{L}{7,}/gu, (word) => {
    if (known.has(word) || innocent.has(word)) return word
    const near = spelling.near(word)
    return near.length === 1 &&
      Math.abs(near[0]!.length - word.length) <= 1 &&
      (isSwapped(word, near[0]!) || !isInflection(word, near[0]!))
      ? near[0]!
      : word
  })
}

/** "verlengt" beside "verlengd": an ending, not a mistake; the topic patterns read it as it is. */
function isInflection(a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length) - 2
  return a.slice(0, shared) === b.slice(0, shared) && a.slice(-1) !== b.slice(-1)
}
