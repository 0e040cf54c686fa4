import type { DocumentKind } from '../../documents/document.ts'
import type { Decision } from '../../scoring/assessment.ts'
import { kinds } from './words.ts'

/** The evidence report, the leeswijzer and the candidate's edition. */
export const report = {
  title: (code: string) => `Bewijsrapport ${code}`,
  state: 'Stand',
  confirmed: (by: string, date: string) => `bevestigd op ${date} door ${by}`,
  draft: 'concept, nog niet bevestigd',
  reference: 'Peildatum',
  engine: 'Gelezen met',
  engines: { rules: 'regels', model: 'regels en een taalmodel' } as Record<'rules' | 'model', string>,
  rate: 'Uurtarief',
  unknown: 'niet bekend',
  amount: (value: number) =>
    `€ ${value.toLocaleString('nl-NL', { minimumFractionDigits: Number.isInteger(value) ? 0 : 2 })}`,
  made: 'Gemaakt op',
  names: 'Namen',
  namesShown: 'zichtbaar',
  namesCovered: 'afgedekt',
  scoreCard: 'Scorekaart',
  knockouts: 'Knock-outs',
  criterion: 'Criterium',
  outcome: 'Uitkomst',
  judgement: 'Oordeel',
  how: 'Hoe besloten',
  asProposed: 'zoals voorgesteld',
  notDecided: 'nog niet beoordeeld',
  ownPoints: 'gegeven door de consultant',
  otherwise: (proposed: string) => `anders dan voorgesteld (${proposed})`,
  because: (reason: string) => `, omdat: ${reason}`,
  cvDemands: 'Cv-eisen',
  warnings: 'Let op',
  evidence: 'Bewijs per criterium',
  nothing: 'Hiervoor staan geen woorden in de stukken.',
  competencies: 'Competenties',
  decisions: 'Wie besloot wat, wanneer',
  noDecisions: 'Er is nog niets besloten.',
  you: 'jou',
  consultant: 'de consultant',
  decidedBy: (by: string, date: string) => `door ${by}, ${date}`,
  notShown: 'niet aangetoond in de stukken',
  rules: 'Regels en aannames',
  assumptions: [
    'Een punt is een citaat: wat niet in de stukken staat, telt niet mee. Elk citaat is letter voor letter in het stuk nagekeken.',
    'Maanden zijn kalendermaanden; de eerste en de laatste tellen mee, overlap telt één keer, deeltijd verkort niets.',
    'Een tijdvak van N jaar zijn de N maal 12 maanden die eindigen met de maand van de peildatum.',
    'Jaartallen zonder maand zijn grenzen: het minste en het meeste dat eruit kan volgen.',
    'Vaardigheidslijsten, profielteksten en cursussen zijn geen ervaring.',
    'Leeftijd, afkomst, geslacht, gezin, gezondheid en geloof tellen niet mee en zijn geen reden.',
    'Een consultant bevestigt elke knock-out en het totaal; niets wordt vanzelf afgewezen.',
  ],
  hidden: 'Verborgen tekst',
  hiddenNote: 'Dit staat in het bestand maar een lezer ziet het niet. Het telde niet mee, niet voor en niet tegen.',
  textOf: (kind: DocumentKind) =>
    `Tekst van ${kind === 'cv' ? 'het cv' : kind === 'explanation' ? 'de toelichting' : 'de motivatie'}`,
  sources: (quote: { source: DocumentKind; page: number | null; where: string; against: boolean; certain: boolean }) =>
    [
      quote.page === null ? kinds[quote.source] : `${kinds[quote.source]}, blz. ${quote.page}`,
      quote.where,
      quote.against ? 'spreekt ertegen' : quote.certain ? '' : 'onzeker',
    ]
      .filter(Boolean)
      .join(' · '),
  footer:
    'Gemaakt door Maatstaf, een AI-assistent die bewijs zoekt; een mens beslist. Vertrouwelijk: niet delen buiten de procedure.',
  guideTitle: (code: string) => `Leeswijzer bij het cv van ${code}`,
  guideNothing: 'Zie het cv.',
  editionTitle: 'Jouw cv naast de eisen van de opdracht',
  editionIntro: (engine: string) =>
    `Een consultant heeft je stukken naast de eisen van deze opdracht gelegd, met hulp van een AI-assistent (gelezen met ${engine}). Hieronder staat per eis wat er is gevonden, volgens welke regel, en wat de consultant ervan vond.`,
  editionOutcome: (decision: Decision, confirmed: boolean) =>
    `${decision === 'meets' ? 'Alle vereisten zijn volgens de stukken gehaald' : decision === 'fails' ? 'Niet alle vereisten zijn volgens de stukken gehaald' : 'Nog niet van alle vereisten is duidelijk of ze gehaald zijn'}${confirmed ? '; een consultant heeft dit bevestigd.' : '; dit is nog een concept.'}`,
  rightsTitle: 'Wat je kunt doen',
  rights: [
    'Je mag vragen om uitleg door een mens, en zeggen waarom je het anders ziet.',
    'Klopt iets niet, of staat het niet in je cv? Stuur een verbeterde versie; die wordt opnieuw gelezen.',
    'Je mag je gegevens inzien, meenemen, laten verbeteren en laten verwijderen.',
    'Je gegevens gaan vier weken na de uitslag weg, of na een jaar als je dat goedvond.',
    'Ben je het niet eens met hoe we met je gegevens omgaan, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.',
  ],
}
