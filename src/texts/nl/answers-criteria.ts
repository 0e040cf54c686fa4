import { dates } from './answers-dates.ts'

const { amount, and, years } = dates
const points = (count: number): string => (count === 1 ? '1 punt' : `${amount(count)} punten`)

/** Criteria, points, the procedure and the documents. */
export const criteria = {
  points,
  name: (section: 'knockout' | 'award', label: string) =>
    `${section === 'knockout' ? 'knock-out' : 'criterium'} ${label}`,
  Name: (section: 'knockout' | 'award', label: string) =>
    `${section === 'knockout' ? 'Knock-out' : 'Criterium'} ${label}`,
  knockouts: (count: number) => (count === 1 ? 'Eén knock-out:' : `${count} knock-outs:`),
  awards: (count: number, total: number | null) =>
    `${count} ${count === 1 ? 'criterium' : 'criteria'}${total === null ? '' : `, samen ${points(total)}`}:`,
  item: (label: string, text: string, worth: number | null) =>
    `${label}. ${text}${worth === null ? '' : ` (${points(worth)})`}`,
  worth: (name: string, text: string, worth: number) => `${points(worth)} voor ${name}: ${text}.`,
  worthSub: (parts: string[]) => `Verdeling: ${parts.join('; ')}.`,
  knockoutNoPoints: (name: string, text: string) => `${name} levert geen punten op (die moet je halen): ${text}.`,
  knockoutsNoPoints: 'Nee, knock-outs leveren geen punten op: wie er één niet haalt, valt af.',
  sameNumber: (label: string) => `Nummer ${label} komt twee keer voor.`,
  noSuchNumber: (label: string, known: string[]) => `Een nummer ${label} staat niet in de uitvraag; wel ${and(known)}.`,
  most: (name: string, text: string, worth: number) => `${name}: ${text} (${points(worth)}).`,
  allEqual: (worth: number) => `Alle criteria wegen even zwaar: elk ${points(worth)}.`,
  priceNo: 'Nee, de prijs staat niet bij de criteria met punten.',
  priceNone: 'Voor de prijs zijn er geen punten: hij staat niet bij de criteria in de uitvraag.',
  equalYes: (worth: number) => `Ja, alle criteria tellen even zwaar: elk ${points(worth)}.`,
  equalNo: (list: string[]) => `Nee: ${list.join('; ')}.`,
  total: (sum: number, parts: number[]) => `${parts.join(' + ')} = ${points(sum)}.`,
  totalPrinted: 'Dat totaal staat er ook.',
  totalNotPrinted: 'Het totaal zelf staat niet in de tekst; dit is de optelsom.',
  totalConflict: (printed: string, sum: number) =>
    `De uitvraag spreekt zichzelf tegen: er staat ${printed} punten, maar de criteria tellen op tot ${sum}.`,
  without: (left: number, total: number, names: string[], lost: number) =>
    `Hooguit ${left} van de ${points(total)}: zonder ${and(names)} mis je ${lost}.`,
  motivationWorth: (total: number, parts: string[]) => `Samen ${points(total)}: ${parts.join('; ')}.`,
  yearsAsked: (name: string, text: string) => `${name}: ${text}.`,
  noYears: 'Een aantal jaren ervaring staat niet in de uitvraag.',
  windowNone: (asked: string) => `Dat staat niet in de uitvraag: bij ${asked} noemt zij geen terugkijkperiode.`,
  windowIs: (name: string, count: number) => `${name} telt alleen de afgelopen ${years(count)}.`,
  windowOutside: (ago: number, name: string, count: number) =>
    `Nee, ${years(ago)} geleden valt buiten de afgelopen ${years(count)} van ${name}.`,
  tooFewYears: (name: string, asked: string) => `Nee: ${name} vraagt ${asked}.`,
  wrongEmployer: (name: string, text: string) => `Nee: ${name} vraagt “${text}”.`,
  passesOther: (name: string) => `${name} haalt de kandidaat daarmee wel, als de rest klopt.`,
  yearsEnough: (name: string, asked: string) =>
    `Aan de jaren ligt het niet: ${name} vraagt ${asked}. Of de rest klopt, moet uit het cv blijken.`,
  askedYears: (min: number, window: number | null) =>
    `minimaal ${years(min)}${window === null ? '' : ` in de afgelopen ${years(window)}`}`,
  band: (name: string, text: string, worth: number) => `${points(worth)} bij ${name}: ${text}.`,
  partialUnknown: 'Dat staat niet in de uitvraag: deelscores noemt zij niet.',
  education: (level: string) => `Opleidingsniveau: ${level}.`,
  educationCriterion: (name: string, text: string) => `${name}: ${text}.`,
  educationConflict: (first: string, second: string) =>
    `De uitvraag spreekt zichzelf tegen: bovenaan staat ${first}, bij de eisen ${second}.`,
  educationTested: (name: string) => `Getoetst wordt ${name}; vraag het na om zeker te zijn.`,
  educationEnough: (level: string) => `Ja, ${level} voldoet aan het gevraagde niveau`,
  educationDirection: (text: string) => `; let wel op de richting: ${text}`,
  educationTooLow: (level: string) => `Nee, ${level} is niet genoeg`,
  educationOpen: (level: string, text: string) =>
    `Dat staat niet in de uitvraag: er staat “${text}”; of ${level} ook telt, zegt zij niet.`,
  competencies: (list: string[]) => `${list.join('; ')}.`,
  competenciesCount: (count: number) => (count === 1 ? 'Eén competentie:' : `${count} competenties:`),
  step: (title: string, text: string) => `${title}: ${text}`,
  noStep: (number: number, count: number) => `Een stap ${number} staat niet in de uitvraag; zij noemt er ${count}.`,
  tieRate: 'Dan is het uurtarief doorslaggevend.',
  tieLowest: 'Dan wint het laagste tarief.',
  tieCriterion: (label: string) => `Dan is criterium ${label} doorslaggevend.`,
  tieLot: 'Dan beslist het lot.',
  lowestNotSaid:
    'De uitvraag zegt alleen dat het tarief doorslaggevend is. Dat het laagste wint, ligt voor de hand maar staat er niet letterlijk.',
  lowestYes: 'Ja, het laagste tarief wint.',
  shortlist: (count: number) => `${amount(count)} ${count === 1 ? 'kandidaat gaat' : 'kandidaten gaan'} door.`,
  interviewsCount: 'Hoeveel kandidaten op gesprek komen, staat niet in de uitvraag.',
  standstillYes: 'Ja, er geldt een opschortende termijn voor bezwaren.',
  standstillDays: 'Hoeveel dagen die termijn is, staat niet in de uitvraag.',
  cvPages: (pages: number) => `Hooguit ${pages} pagina’s`,
  cvLanguage: { nl: 'in het Nederlands', en: 'in het Engels', 'nl/en': 'in het Nederlands of Engels' } as Record<
    string,
    string
  >,
  cvReferences: (count: number) => `minimaal ${count} ${count === 1 ? 'referentie' : 'referenties'}`,
  cvFormats: (formats: string[]) => `als ${formats.map(formatName).join(', ')}`,
  cvFormatYes: (format: string) => `Ja, ${formatName(format)} mag.`,
  cvFormatNo: (format: string, formats: string[]) =>
    `Nee, geen ${formatName(format)}; het cv moet als ${formats.map(formatName).join(', ')}.`,
  cvLanguageYes: (language: string) => `Ja, het cv mag ${language}.`,
  cvLanguageNo: (language: string) => `Nee, het cv moet ${language}.`,
  cvMotivation: 'Daarnaast hoort er een motivatie bij.',
  motivationYes: 'Ja, een motivatie hoort erbij.',
  motivationSelf: 'Ja, de kandidaat moet de motivatie zelf schrijven.',
  motivationNotUs: 'Nee, de kandidaat moet de motivatie zelf schrijven.',
  motivationNone: 'Dat staat niet in de uitvraag: zij vraagt geen motivatie.',
  documents: (list: string[]) => `${list.join('; ')}.`,
  cv: 'Cv',
  motivation: 'een motivatie',
  phone: (phone: string) => `Telefoon ${phone}`,
  mail: (mail: string) => `e-mail ${mail}`,
  noPerson: 'Een contactpersoon staat niet met naam in de uitvraag.',
  same: 'Nee, die zijn gelijk.',
  differ: 'Ja, die verschillen.',
}

function formatName(format: string): string {
  return format === 'docx' || format === 'doc' ? `Word (${format})` : format
}
