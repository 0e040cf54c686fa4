import type { Decision, Points } from '../../scoring/assessment.ts'
import { interval, outcomes } from './interview-words.ts'
import { euro, marks, number } from './words.ts'

/** After the score card: outcome, comparing, one's own candidates. */
export const afterwards = {
  // Afterwards
  confirmed: (code: string, date: string) =>
    `Bevestigd: de scorekaart van ${code} ligt vast (${date}). Wat wil je nu doen?`,
  afterTitle: (code: string, date: string, total: Points & { max: number }) =>
    `De scorekaart van ${code} ligt vast sinds ${date}: ${number(total.value)} van ${number(total.max)} punten.`,
  frozen: 'De scorekaart is bevestigd en ligt vast. Heropen haar om iets te wijzigen.',
  frozenFile: 'De scorekaart ligt vast. Heropen haar, dan lees ik deze versie.',
  handIn: 'Inlevercontrole',
  readingGuide: 'Leeswijzer',
  recordOutcome: 'Uitkomst',
  candidateEdition: 'Versie voor de kandidaat',
  exportData: 'Gegevens exporteren',
  deleteCandidate: 'Verwijderen',
  asDocx: 'Als Word-bestand',
  withName: 'Met naam',
  onlyOwnerNames: 'Namen toon ik alleen aan de eigenaar van de kandidaat; dit rapport is zonder.',
  making: (what: 'report-page' | 'report-docx' | 'reading-guide' | 'candidate-edition' | 'data'): string =>
    ({
      'report-page': 'Ik maak het bewijsrapport; de link werkt 24 uur. Namen zijn afgedekt.',
      'report-docx': 'Ik maak het bewijsrapport als Word-bestand.',
      'reading-guide': 'Ik maak de leeswijzer: per criterium het citaat, de pagina en de werkgever.',
      'candidate-edition': 'Ik maak de versie voor de kandidaat: bevindingen, redenen en rechten, zonder vergelijking.',
      data: 'Ik zet alle gegevens van deze kandidaat bij elkaar.',
    })[what],
  outcomes,
  keepYear: 'Een jaar bewaren, kandidaat stemt in',
  keptYear: (code: string) => `Genoteerd: ${code} stemt ermee in dat de gegevens een jaar bewaard blijven.`,
  whichOutcome: 'Wat is de uitkomst?',
  outcomeNoted: (outcome: string, code: string, starts: boolean, year: boolean) =>
    `Genoteerd: ${outcome.toLowerCase()}.${starts ? ` De gegevens van ${code} gaan ${year ? 'over een jaar' : 'over vier weken'} weg.` : ''}`,
  outcomeIs: (outcome: string, points: number | null) =>
    `Uitkomst: ${outcome.toLowerCase()}${points === null ? '' : `, ${number(points)} punten gekregen`}.`,
  receivedPoints: 'Hoeveel punten kreeg de kandidaat?',
  notKnown: 'Niet bekend',
  pointsNoted: (points: number) => `Genoteerd: ${number(points)} punten gekregen.`,
  shareHow:
    'Met wie deel je dit? Een collega ziet de kandidaat met citaten en wijzigt niets; een kanaal alleen dat er getoetst is.',
  shareWithColleague: 'Deel met een collega',
  handOverTo: 'Draag over aan een collega',
  colleague: 'Collega',
  shareChannel: 'Meld in het kanaal',
  watching: 'Je kijkt mee: deze toetsing is van een collega, die erover beslist.',
  onlyOwner: {
    change: () => 'Deze toetsing is van een collega: jij kijkt mee, de eigenaar beslist. Er is niets veranderd.',
    details: (code: string) => `De gegevens en stukken van ${code} wijzigt alleen de eigenaar. Er is niets veranderd.`,
    consent: (code: string) => `Waar ${code} mee instemt, legt alleen de eigenaar vast. Er is niets veranderd.`,
    share: () => 'Alleen de eigenaar van deze kandidaat kan delen of overdragen. Er is niets veranderd.',
    erase: (code: string) => `Alleen de eigenaar van ${code}, of een beheerder, kan wissen. Er is niets gewist.`,
    export: (code: string) =>
      `De volledige gegevens van ${code}, met naam, geef ik alleen aan de eigenaar. Het bewijsrapport kun je wel krijgen.`,
  },
  personUnknown:
    'Die collega ken ik hier niet. Noem de naam zoals die hier staat, of laat je collega mij eerst een bericht sturen.',
  shared: (code: string, name: string) =>
    `${name} kan ${code} nu zien; dat is gelogd. Terugnemen: "deel niet meer met ${name}".`,
  unshared: (code: string, name: string) =>
    `${name} kan ${code} niet meer openen; dat is gelogd. Wat al in die chat staat, blijft daar tot je ${code} wist.`,
  notShared: (code: string) => `Met die persoon is ${code} niet gedeeld. Noem de naam zoals die hier staat.`,
  handedOver: (code: string, name: string) => `${code} is overgedragen aan ${name}; dat is gelogd.`,
  noChannel: 'Deze toetsing begon niet in een kanaal, dus er is geen kanaal om het te melden.',
  sharedInChannel: 'Gemeld in het kanaal, zonder code, citaten of punten.',
  channelNews: (decision: Decision, confirmed: boolean) =>
    `Voor deze opdracht is een kandidaat ${confirmed ? 'getoetst' : 'in toetsing'}: ${decision === 'meets' ? 'alle knock-outs gehaald' : decision === 'fails' ? 'niet alle knock-outs gehaald' : 'knock-outs nog niet allemaal duidelijk'}.`,
  reopened: 'Heropend. Wat je besloot staat er nog; na je wijziging bevestig je opnieuw.',
  deleteAsk: (code: string) =>
    `Alles van ${code} verwijderen: stukken, bevindingen en kaarten van alle opdrachten? Dit kan niet ongedaan worden gemaakt.`,
  deleteSure: 'Ja, verwijderen',
  forgotten: (code: string) => `Alles van ${code} is verwijderd.`,
  ended: 'Goed. Alles is bewaard; met "toets" begin je een volgende.',

  // Comparing
  compareTitle: (label: string) => `Kandidaten voor ${label}`,
  compareAlone: 'Er is nog maar één kandidaat getoetst op deze opdracht, dus er valt niets te vergelijken.',
  compareLine: (place: {
    rank: number
    shared: boolean
    code: string
    knockouts: Decision
    total: Points
    rateEur: number | null
    confirmed: boolean
    below: boolean
    changes: string[]
  }): string =>
    `${place.rank}${place.shared ? ' (gedeeld)' : ''}. ${place.code} · knock-outs ${marks[place.knockouts]} · ${interval(place.total)} punten${place.rateEur === null ? '' : ` · ${euro(place.rateEur)}`}${place.confirmed ? '' : ' · nog niet bevestigd'}${place.below ? ' · onder de grens' : ''}${place.changes.length > 0 ? ` · ${place.changes.join('; ')}` : ''}`,
  compareOut: (code: string, changes: string[]) => `${code} · ❌ niet in de volgorde: ${changes.join('; ')}`,

  // One's own candidates
  ownWhich: 'Er loopt hier geen toetsing. Van welke kandidaat bedoel je het?',
  ownTitle: 'Jouw kandidaten',
  ownNone: 'Je hebt nog geen kandidaten. Met "toets" begin je een toetsing.',
  ownNoneFor: (label: string) => `Voor ${label} heb je nog geen kandidaat getoetst.`,
  ownNotScored: 'nog niet getoetst',
  ownUnknown: (code: string) =>
    code ? `Een kandidaat ${code} ken ik niet bij jou.` : 'Die toetsing is er niet meer, of je mag haar niet zien.',
  ownGoOn: (code: string, label: string | null) => `Verder met ${code}${label === null ? '' : ` · ${label}`}`,
  ownHow:
    'Je kunt ook zeggen: "verder met" en de code, "export" en de code, of "vergelijk" en het nummer van de opdracht.',
  ownStand: (
    confirmed: boolean,
    open: number,
    all: number,
    value: number,
    max: number,
    outcome: string | null,
  ): string =>
    [
      confirmed
        ? `vastgelegd, ${number(value)} van ${number(max)} punten`
        : open === 0
          ? 'alles beoordeeld, nog te bevestigen'
          : `${all - open} van ${all} criteria beoordeeld`,
      outcome?.toLowerCase() ?? null,
    ]
      .filter(Boolean)
      .join(' · '),
}
