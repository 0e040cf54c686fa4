import { day, euro, joined, number, when } from './words.ts'

/** Dates, amounts and deadlines in answers. A date is ISO; with a time it carries the offset of Amsterdam. */

const range = (min: number, max: number): string => (min === max ? number(min) : `${number(min)} tot ${number(max)}`)
const euroRange = (min: number, max: number): string => (min === max ? euro(min) : `${euro(min)} tot ${euro(max)}`)
const inDays = (days: number): string =>
  days === 0 ? 'vandaag' : days === 1 ? 'morgen' : days === 2 ? 'overmorgen' : `over ${days} dagen`

export const dates = {
  day,
  when,
  amount: number,
  euro,
  range,
  euroRange,
  inDays,
  months: (months: number) => (months === 1 ? '1 maand' : `${number(months)} maanden`),
  years: (years: number) => `${number(years)} jaar`,
  and: joined,
  kinds: {
    submission: 'sluiting',
    questions: 'vragen stellen tot',
    answers: 'antwoorden',
    interviews: 'gesprekken',
    start: 'start',
  },
  submission: (iso: string, days: number) => `${when(iso)}, ${inDays(days)}.`,
  submissionPassed: (iso: string) => `Die opdracht is gesloten: reageren kon tot ${when(iso)}.`,
  submissionNow: (iso: string) => `Vandaag nog, tot ${when(iso)}.`,
  beforeDay: (iso: string) => `Vóór ${day(iso)}, dus uiterlijk de dag ervoor.`,
  morePrinted: (iso: string, exclusive: boolean) =>
    `De uitvraag noemt ook ${exclusive ? 'vóór ' : ''}${when(iso)}; houd de vroegste aan.`,
  questionsStill: (iso: string) => `Vragen stellen kan nog tot ${when(iso)}.`,
  questionsUntil: (iso: string, days: number) => `Vragen stellen kan tot ${when(iso)}, ${inDays(days)}.`,
  questionsAgain: (iso: string) => `In een volgende ronde kan het tot ${when(iso)}.`,
  questionsPassed: (iso: string) => `Vragen stellen kon tot ${when(iso)}; die termijn is voorbij.`,
  questionsYes: (iso: string) => `Ja, vragen stellen kan nog tot ${when(iso)}.`,
  questionsNo: (iso: string) => `Nee, dat kon tot ${when(iso)}.`,
  byPhone: (phone: string) => `Over de procedure kun je nog bellen: ${phone}.`,
  answersOn: (iso: string) => `De antwoorden komen op ${when(iso)}.`,
  answersWere: (iso: string) => `De antwoorden zijn op ${when(iso)} gepubliceerd.`,
  interviewsOn: (iso: string) => `De gesprekken zijn op ${when(iso)}.`,
  interviewsWere: (iso: string) => `De gesprekken waren op ${when(iso)}.`,
  undecided: (words: string) => `${words}; de uitvraag noemt nog geen datum.`,
  startsOn: (iso: string) => `De opdracht start op ${day(iso)}.`,
  startedOn: (iso: string) => `De opdracht is volgens de uitvraag gestart op ${day(iso)}.`,
  startWords: (words: string) => `${words} (zo snel mogelijk); een datum noemt de uitvraag niet.`,
  startLabel: (words: string) => `${words}; een datum noemt de uitvraag niet.`,
  noTime: (iso: string) => `Een tijdstip staat niet in de uitvraag, alleen ${day(iso)}.`,
  alsoSays: (words: string) => `Erbij staat: “${words}”.`,
  endsOn: (iso: string) => `De opdracht loopt tot en met ${day(iso)}.`,
  endComputed: (start: string, months: string, end: string) =>
    `Start ${day(start)} plus ${months}: tot en met ${day(end)}.`,
  endWithExtension: (months: string, end: string) => `Met alle verlengingen (${months}) tot en met ${day(end)}.`,
  endUntil: (iso: string) => `Verlengen kan tot ${day(iso)}.`,
  interviewsWhere: 'Waar de gesprekken zijn, staat niet in de uitvraag.',
  endUnknown: (start: string | null, months: string | null) =>
    `Een einddatum staat niet in de uitvraag en is niet te berekenen: ${start === null ? 'de startdatum ontbreekt' : `de start is “${start}”`}${months === null ? '' : `, de duur ${months}`}.`,
  ifStarts: (start: string, end: string, months: string) =>
    `Bij een start op ${day(start)} loopt de eerste periode van ${months} tot en met ${day(end)}.`,
  daysLeft: (days: number, working: number, iso: string) =>
    `Nog ${days === 1 ? '1 dag' : `${days} dagen`} (${working === 1 ? '1 werkdag' : `${working} werkdagen`}): tot ${when(iso)}.`,
  openYes: (iso: string, days: number) => `Ja, tot ${when(iso)}, ${inDays(days)}.`,
  openNo: (iso: string) => `Nee, die is gesloten: reageren kon tot ${when(iso)}.`,
  withdrawn: 'Nee, de opdrachtgever heeft deze opdracht ingetrokken.',
  openUnknown: 'Een sluitingsdatum staat niet in de uitvraag, dus of zij nog openstaat is niet te zeggen.',
  posted: (iso: string) => `Geplaatst op ${day(iso)}.`,
  sendBy: (iso: string) => `Stuur je stukken uiterlijk ${day(iso)}: ze vragen ze eerder dan de sluiting.`,
  sendByPassed: (iso: string) => `Je stukken hadden uiterlijk ${day(iso)} binnen moeten zijn.`,
  sendBefore: (iso: string) => `Uiterlijk ${when(iso)}; een eerdere datum voor het insturen noemt de uitvraag niet.`,
  conflict: (values: string[]) => `De uitvraag spreekt zichzelf tegen: er staat ${values.join(' en ')}.`,
  reading: (value: string, quote: string) => (quote === '' ? value : `${value} (“${quote}”)`),
  workWith: (iso: string) => `Ga uit van ${when(iso)} en laat dat bevestigen.`,
  postedAfter: (iso: string) =>
    `De plaatsing is van ${day(iso)}; een datum daarvóór kan niet kloppen en is vermoedelijk een schrijffout.`,
  bothPassed: 'Beide momenten zijn voorbij; de opdracht is gesloten.',
  line: (kind: string, at: string) => `${kind} ${at}`,
  passed: 'voorbij',
  thisRange: {
    today: 'vandaag',
    tomorrow: 'morgen',
    week: 'deze week',
    nextWeek: 'volgende week',
    month: 'deze maand',
    nextMonth: 'volgende maand',
    other: 'in die periode',
  },
  yearMissing: 'Het jaar staat er niet bij, dus reken ik er niet mee.',
  rangeFrom: (day: string) => `vanaf ${day}`,
  rangeTo: (day: string) => `tot ${day}`,
  rangeBetween: (from: string, to: string) => `van ${from} tot en met ${to}`,
}
