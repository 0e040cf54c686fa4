import { joined, properName } from './words.ts'

/** The daily digest. Dates come as ISO: a date, or a date-time with the offset of Amsterdam. */

const utc = { timeZone: 'UTC' } as const
const longDay = new Intl.DateTimeFormat('nl-NL', { ...utc, weekday: 'long', day: 'numeric', month: 'long' })
const dayNames = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
const month = new Intl.DateTimeFormat('nl-NL', { ...utc, month: 'long' })

const asDate = (iso: string): Date => new Date(`${iso.slice(0, 10)}T12:00:00Z`)
const short = (iso: string): string => {
  const date = asDate(iso)
  const time = iso.includes('T') ? ` ${iso.slice(11, 16)}` : ''
  return `${dayNames[(date.getUTCDay() + 6) % 7]} ${date.getUTCDate()} ${month.format(date)}${time}`
}

type Kind = 'submission' | 'questions' | 'answers' | 'interviews'
const kindNames: Record<Kind, string> = {
  submission: 'sluiting',
  questions: 'vragen',
  answers: 'antwoorden',
  interviews: 'gesprekken',
}
const dayWords = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
/** A scale "from 10" has no upper end. */
const openEnd = 99
const hoursWords = (hours: number): string => (hours % 24 === 0 && hours > 24 ? `${hours / 24} dagen` : `${hours} uur`)
const daysOf = (days: number[]): string => {
  const sorted = days.toSorted((a, b) => a - b)
  if (sorted.join() === '1,2,3,4,5') return 'op werkdagen'
  if (sorted.length === 7) return 'elke dag'
  return `op ${joined(sorted.map((day) => dayWords[day - 1] ?? ''))}`
}

export const digest = {
  title: (date: string) => `Deadlines, stand van ${longDay.format(asDate(date))}`,
  moment: (iso: string) => `${longDay.format(asDate(iso))} om ${iso.slice(11, 16)}`,
  late: 'Later dan gepland: ik was er op de gewone tijd niet.',
  short,
  /** Under the heading: what this channel chose to see. */
  filtered: (filters: string[]) => `In dit kanaal: ${filters.join('; ')}.`,
  soon: (until: string, isTomorrow: boolean) =>
    isTomorrow ? 'Vandaag en morgen' : `Tot en met ${longDay.format(asDate(until))}`,
  thisWeek: 'Deze week',
  later: 'Later',
  milestones: {
    questions: { before: 'vragen tot ', at: short },
    answers: { before: 'antwoorden ', at: short },
    submission: { before: 'sluit ', at: short },
    interviews: { before: 'gesprekken ', at: short },
  },
  exclusive: (exclusive: boolean): string => (exclusive ? 'vóór ' : ''),
  client: 'opdrachtgever: ',
  sendBy: (iso: string) => `inleveren bij de bemiddelaar uiterlijk ${short(iso)}`,
  sendByPassed: (iso: string) => `inleveren bij de bemiddelaar moest uiterlijk ${short(iso)}`,
  alsoSays: (values: string[]) => `let op: de uitvraag noemt ook ${values.join(' en ')}`,
  nobody: 'nog niemand',
  taken: 'opgepakt',
  scoring: (count: number) => (count === 1 ? '1 kandidaat in toetsing' : `${count} kandidaten in toetsing`),
  isNew: 'nieuw',
  isChanged: 'gewijzigd',
  isMoved: (from: string) => `verschoven, was ${short(from)}`,
  untitled: 'opdracht zonder titel',
  more: (count: number) => `En nog ${count}.`,
  all: (count: number) => `Alle ${count}`,
  details: 'Details',
  score: 'Kandidaat toetsen',
  settings: 'Instellingen',
  nothingThisWeek: 'Geen deadlines op komst.',
  whichState: {
    ours: 'Welke pak je op?',
    'not-for-us': 'Welke is niet voor ons?',
    'handed-in': 'Welke is ingediend?',
  },
  noneLeft: 'Daar staat niets meer van open.',
  setting: {
    when: 'Wanneer',
    about: 'Waarover',
    language: 'Taal',
    quiet: 'Niets op komst',
    reminders: 'Herinneringen',
    mayChange: 'Wijzigen mag',
    next: 'Eerstvolgende',
    days: (days: number[], holidays: boolean) => `${daysOf(days)}, ${holidays ? 'ook' : 'niet'} op feestdagen`,
    whenOn: (time: string, days: string) => `om ${time}, ${days}`,
    liberationDay: {
      'every-fifth-year': '',
      always: '5 mei telt als feestdag',
      never: '5 mei telt als gewone dag',
    },
    everything: 'alle open opdrachten',
    regions: (regions: string[]) => `alleen ${joined(regions.map(properName))}`,
    scales: ({ from, to }: { from: number; to: number }) =>
      from === to ? `schaal ${from}` : to >= openEnd ? `vanaf schaal ${from}` : `schaal ${from} tot en met ${to}`,
    unstated: 'wat dat niet vermeldt, blijft erbij',
    kinds: (kinds: Kind[]) => `alleen ${joined(kinds.map((kind) => kindNames[kind]))}`,
    languages: { nl: 'Nederlands', en: 'Engels' },
    quiets: {
      weekly: 'één regel op de eerste dag van de week, anders stil',
      always: 'elke keer één regel',
      never: 'altijd stil',
    },
    remindersOff: 'geen',
    remindersOn: (hours: number[]) =>
      `${joined(hours.map(hoursWords))} voor het einde van de vragenronde en de sluiting, aan wie de opdracht heeft; heeft niemand hem, dan hier`,
    mayChanges: { owner: 'wie mij uitnodigde, of een beheerder', everybody: 'iedereen hier' },
    nextOff: 'geen; het overzicht staat uit',
    nextNever: 'geen; op deze dagen komt er nooit een',
    how: [
      'Zo stel je het in:',
      '"deadlines aan 08:30" of "deadlines uit"',
      '"deadlines op maandag en donderdag" of "deadlines op werkdagen"',
      '"deadlines alleen regio Zwolle, schaal 10 t/m 12" of "deadlines alle regio\'s, alle schalen"',
      '"deadlines alleen vragen en sluiting" of "deadlines alle momenten"',
      '"deadlines in het Engels"',
      '"deadlines herinner 24 uur en 2 uur van tevoren" of "deadlines geen herinneringen"',
      '"deadlines stil als er niets is", "deadlines 5 mei vrij", "deadlines iedereen mag wijzigen"',
      '"deadlines laat zien" voor een voorbeeld dat alleen jij ziet',
    ],
    show: 'Laat zien',
    turnOn: 'Aanzetten',
    turnOff: 'Uitzetten',
  },
  unclear: (words: string) =>
    `Vanaf "${words}" begrijp ik het niet, dus ik heb niets veranderd. Zeg bijvoorbeeld "deadlines aan 08:30" (een tijd tussen 00:00 en 23:59) of "deadlines aan op maandag en donderdag". Met "instellingen" zie je alles wat kan.`,
  preview: (iso: string) =>
    `Zo zou het er ${longDay.format(asDate(iso))} om ${iso.slice(11, 16)} uitzien; ik plaats niets.`,
  previewSilent: 'Dan zeg ik niets: er is niets op komst.',
  previewNoDay: 'Die dag ken ik niet. Zeg bijvoorbeeld "deadlines laat zien 14 juli".',
  reminder: {
    title: (days: number) => `Herinnering: ${days === 0 ? 'vandaag' : days === 1 ? 'morgen' : `over ${days} dagen`}`,
    yours: 'Jij hebt deze opdracht.',
    nobodys: 'Niemand heeft deze opdracht nog.',
    details: 'Bekijken',
  },
  uncertain: (channel: string) =>
    `Van het overzicht in ${channel} weet ik niet of het is aangekomen. Om het niet dubbel te plaatsen, doe ik het niet opnieuw; met "deadlines" krijg je het alsnog.`,
  expired: (channel: string) =>
    `Het overzicht van vandaag in ${channel} kon ik niet op tijd plaatsen. Met "deadlines" krijg je het alsnog.`,
  calendar: {
    name: (id: string) => `Deadlines ${id}`,
    questions: 'Vragen stellen tot nu',
    answers: 'Antwoorden gepubliceerd',
    submission: 'Sluit',
    interviews: 'Gesprekken',
    reminder: 'Deadline nadert',
    sendBy: 'Inleveren bij de bemiddelaar',
    cancelled: (what: string) => `Vervallen: ${what}`,
  },
}
