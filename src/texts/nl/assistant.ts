import type { Channel } from '../../storage/port.ts'

const moment = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const

const listening: Record<Channel['listening'], string> = {
  always: 'ik antwoord op vragen die ik herken',
  mentioned: 'ik antwoord alleen als je mij noemt',
  off: 'ik zeg hier niets',
}

/** What the assistant says itself, apart from the features. */
export const assistant = {
  joined: 'Ik ben Maatstaf, een AI-assistent voor inhuuropdrachten.',
  joinedReads:
    'Ik lees mee in dit kanaal en antwoord op vragen over opdrachten die ik ken, met de zin waar het antwoord op rust. Wat ik niet beantwoord, vergeet ik meteen. Kandidaten komen hier nooit voorbij: toetsen doen we in een direct bericht.',
  joinedSettings:
    'Instellen kan wie mij uitnodigde: "luister altijd", "luister bij vermelding" of "luister uit", en "digest aan" voor het dagelijkse deadline-overzicht.',
  settings: (channel: Channel) =>
    `Meelezen: ${listening[channel.listening]}. Dagelijks overzicht: ${channel.digest === 'on' ? 'aan' : 'uit'}.`,
  settingsHow:
    'Anders instellen: "luister altijd", "luister bij vermelding", "luister uit", "digest aan" of "digest uit".',
  onlyInChannel: 'Dat stel je in per kanaal; zeg het in het kanaal waar het om gaat.',
  notYours: 'Dat kan alleen wie mij in dit kanaal uitnodigde, of een beheerder. Er is niets veranderd.',
  guest: 'Als gast kun je vragen stellen over opdrachten. Toetsen en toevoegen doen de collega’s zelf.',
  sharedWithYou: (name: string | null, code: string, handedOver: boolean) =>
    handedOver
      ? `${name ?? 'Een collega'} heeft kandidaat ${code} aan je overgedragen. Jij beslist er nu over.`
      : `${name ?? 'Een collega'} deelt kandidaat ${code} met je.`,
  openShared: (code: string) => `${code} bekijken`,
  noFileInMessage: 'Bij dat bericht zit geen bestand. Stuur het cv hier, dan begin ik.',
  continuesPersonally: 'Ik ga hierover met je verder in een direct bericht.',
  startPersonally: (words: string) =>
    `Toetsen doen we niet in een kanaal. Stuur mij een direct bericht met "${words}".`,
  language: 'Ik antwoord voortaan in het Nederlands.',
  access: (people: { own: number; shared: number; admin: boolean }) =>
    `Een kandidaat ziet alleen wie hem toetste, en met wie diegene hem bij naam deelde; nooit een kanaal. Jij hebt ${people.own} ${people.own === 1 ? 'kandidaat' : 'kandidaten'} van jezelf en ${people.shared} met jou gedeeld.${people.admin ? ' Je bent beheerder: je mag ook opdrachten van anderen verwijderen en kanalen instellen, maar ziet daarmee geen kandidaten.' : ''}`,
  nothingToStop:
    'Er loopt hier geen toetsing om te stoppen. In een kanaal maak je mij stil met "luister uit"; het overzicht stop je met "deadlines uit".',
  nothingToResume: 'Er loopt hier geen toetsing. Begin er een met "toets" en het nummer van de opdracht.',
  lostState:
    'Ik kon ons gesprek van daarnet niet teruglezen. Wat je bevestigde, is bewaard bij de kandidaat; begin met "toets" om verder te gaan.',
  unknownAssignment: 'Die opdracht ken ik niet (meer). Typ "opdrachten" voor wat er openstaat.',
  setAside:
    'Ik kwam er na drie keer proberen niet uit. Je bericht is bewaard en gemeld aan de beheerder; je kunt het anders opschrijven of later nog eens sturen.',
  lookingUp: 'Ik zoek het uit …',
  notDelivered: 'Een antwoord van mij aan jou kwam niet aan, of ik weet het niet zeker. Vraag het gerust nog eens.',
  slowDown: 'Dat zijn veel berichten ineens; ik werk ze een voor een af.',
  refused: (channel: string) =>
    `In het kanaal ${channel} kan ik niet meer schrijven (ik ben er niet lid, of het is gearchiveerd). Het dagelijkse overzicht daar staat nu uit; nodig mij opnieuw uit en zeg "digest aan".`,
  askOutcome: (code: string, assignment: string, days: number, year: boolean) =>
    `De opdracht ${assignment} is ${days} dagen gesloten. Wat werd het voor ${code}? Zonder antwoord wis ik de gegevens ${year ? 'een jaar' : '90 dagen'} na sluiting.`,
  takenBack: ({ removed, left }: { removed: number; left: number }) =>
    `Een kandidaat is gewist. Van mijn berichten daarover in deze chat ${removed === 1 ? 'is er 1' : `zijn er ${removed}`} weggehaald.${left > 0 ? ` ${left === 1 ? '1 bericht kon' : `${left} berichten kon`} ik niet weghalen; verberg of verwijder ${left === 1 ? 'dat' : 'die'} zelf.` : ''} Wat jij zelf stuurde, kan ik niet verwijderen: haal je eigen berichten over deze kandidaat en het cv zelf weg.`,
  assignmentChanged: (id: string, codes: string[]) =>
    `De opdracht ${id} is gewijzigd nadat je ${codes.join(', ')} toetste. Die toetsing rust nog op de oude criteria; typ "toets ${codes[0] ?? ''} voor ${id}" om opnieuw te kijken.`,
  reportLink:
    'Het bewijsrapport; de link werkt 24 uur, alleen zolang jij deze kandidaat mag zien, en tot je "link intrekken" zegt.',
  linksRevoked:
    'De eerdere links naar dit bewijsrapport werken niet meer. Vraag een nieuw bewijsrapport voor een nieuwe link.',
  openReport: 'Bewijsrapport openen',
  fileReady: (name: string) => `Klaar: ${name}.`,
  calendarReady: (id: string) =>
    `De data van ${id} voor je agenda. Verschuift er een, vraag dan om een nieuw bestand; dat werkt de oude bij.`,
  calendarGone: (n: number) =>
    n === 1
      ? 'Eén datum die je eerder kreeg is vervallen; die staat er als vervallen in.'
      : `${n} data die je eerder kreeg zijn vervallen; die staan er als vervallen in.`,
  calendarOfWhich: 'Van welke opdracht? Typ bijvoorbeeld "agenda" met het nummer erachter.',
  calendarEmpty: 'In deze uitvraag staat geen datum die in een agenda past.',
  linkGone: 'Deze link werkt niet (meer): hij is verlopen of ingetrokken. Vraag in het gesprek een nieuwe.',
  demoBanner: (now: Temporal.ZonedDateTime) =>
    `Dit zijn verzonnen voorbeeldopdrachten. De klok staat op ${now.toLocaleString('nl-NL', moment)}, een dag waarop ze openstaan; zodra Slack of Teams is aangesloten, geldt de echte tijd.`,
  postingWaits: (name: string) =>
    `In de map met uitvragen staat een nieuwe: ${name}. Zij gaat open voor iedereen zodra jij haar bevestigt; "lijst" laat zien wat er wacht.`,
  otherVersion: (name: string) =>
    `In de map met uitvragen staat een andere versie van ${name}. Ik blijf bij de bevestigde; stuur mij het nieuwe bestand met "voeg toe", dan laat ik zien wat er verschilt.`,
  outcomes: {
    'not-put-forward': 'Niet voorgedragen',
    interview: 'Gesprek',
    awarded: 'Gegund',
    rejected: 'Afgewezen',
    withdrawn: 'Teruggetrokken',
  },
}
