import type { DocumentKind } from '../../documents/document.ts'
import { errors } from './errors.ts'
import { inside } from './interview-words.ts'
import { count, joined, languages } from './words.ts'

/** Intake, reading, and consent to the language model. */
export const intake = {
  // Intake
  whichAssignment: 'Voor welke opdracht toets je een kandidaat?',
  whichOfThese: 'Er passen er meer dan één. Welke bedoel je?',
  assignmentLabel: 'Opdracht',
  moreAssignments: (n: number) => `En nog ${count(n, 'opdracht', 'opdrachten')}; noem het nummer of de opdrachtgever.`,
  nothingOpen:
    'Er staan geen open opdrachten in de lijst. Stuur eerst een uitvraag met "voeg toe", of noem het nummer van een gesloten opdracht.',
  unknownAssignment: 'Die opdracht ken ik niet. Noem het nummer of de opdrachtgever, of kies er een.',
  noCriteria: (title: string) =>
    `In ${title} vond ik geen knock-outs en geen gunningscriteria, dus er is niets om aan te toetsen. Stuur de volledige tekst met "voeg toe", of kies een andere opdracht.`,
  closes: (date: string, days: number, conflict: boolean, sendBy: string | null) =>
    `sluit ${date}${days === 0 ? ', vandaag' : days === 1 ? ', morgen' : `, over ${days} dagen`}.${sendBy ? ` Stuur uiterlijk ${sendBy}.` : ''}${conflict ? ' ⚠️ De uitvraag noemt ook een andere datum.' : ''}`,
  closed: (date: string) => `is gesloten sinds ${date}; toetsen kan nog wel.`,
  closesUnknown: 'heeft geen sluitingsdatum in de uitvraag.',
  whichCandidate:
    'Welke initialen of code gebruik je voor de kandidaat? Stuur het cv (pdf of Word, hooguit 10 MB) en, als je die hebt, een toelichting. Tarief mag erbij.',
  nameReduced: (code: string) => `Ik gebruik ${code}; een naam bewaar ik niet.`,
  tookFocus: (title: string) => `Ik neem de opdracht waar het net over ging: ${title}.`,
  otherAssignment: 'Andere opdracht',
  codeOfColleague: (code: string, other: string) =>
    `${code} is een kandidaat die een collega met je deelde. Deze is dus een ander; ik noem die ${other}.`,
  codeNoted: (code: string) => `Genoteerd: de code is ${code}.`,
  sendCv: (code: string) =>
    `Stuur het cv van ${code} (pdf of Word, hooguit 10 MB) en, als je die hebt, een toelichting.`,
  intakeTitle: 'Kandidaat toetsen',
  intakeSubmit: 'Versturen',
  intakeOpen: 'Invullen',
  codeLabel: 'Initialen of code van de kandidaat',
  cvLabel: 'Cv',
  explanationLabel: 'Toelichting (als die er is)',
  motivationLabel: 'Motivatie (de uitvraag vraagt erom)',
  rateLabel: 'Uurtarief in euro, zonder btw (mag leeg)',
  rateFault: 'Een tarief is een bedrag per uur, zoals 92 of 92,50.',
  codeFault: 'Noem initialen of een code, zoals NvT.',
  sameCandidate: (code: string, date: string) =>
    `Een kandidaat ${code} ken ik al (cv van ${date}). Is dit dezelfde persoon?`,
  same: 'Dezelfde',
  other: 'Een ander',
  usesKnown: (code: string, date: string) => `Ik gebruik de stukken die ik van ${code} heb, cv van ${date}.`,
  whichRole: (name: string) => `Wat is "${name}"?`,
  kinds: { cv: 'Cv', explanation: 'Toelichting', motivation: 'Motivatie' } as Record<DocumentKind, string>,
  roleNone: 'Niet gebruiken',
  notACv: (like: string, name: string): string => {
    const looks: Record<string, string> = {
      posting: 'dit lijkt geen cv maar een uitvraag',
      invoice: 'dit lijkt geen cv maar een factuur',
    }
    return `${name}: ${looks[like] ?? 'dit lijkt geen cv, ik vind er geen werkervaring en geen opleiding in'}. Toch gebruiken?`
  },
  otherFile: 'Ander bestand sturen',
  useAnyway: 'Toch gebruiken',
  notUnderstood: 'Dat begreep ik niet.',
  madeOnEarlier: (codes: string[]) =>
    `De opdracht is daarna gewijzigd: de toetsing van ${codes.filter(Boolean).join(', ')} is gemaakt op de eerdere criteria. Typ "nieuwe versie" en stuur het cv nog eens om opnieuw te kijken.`,

  // Reading
  progress: (what: string): string => {
    const steps: Record<string, string> = {
      opening: 'Stukken openen …',
      reading: 'Stukken lezen …',
      engagements: 'Stukken gelezen, nu de dienstverbanden …',
      evidence: 'Dienstverbanden gelezen, nu het bewijs …',
      checking: 'Citaten nakijken …',
      points: 'Maanden en punten tellen …',
      model: 'Het taalmodel leest mee …',
    }
    return steps[what] ?? 'Dienstverbanden gelezen, nu het bewijs …'
  },
  stillReading: 'Ik lees nog. Vragen over de opdracht kun je intussen gewoon stellen.',
  readingFileNext: 'Dat bestand lees ik hierna; ik ben nog met het vorige bezig.',
  readingStopped: 'Gestopt met lezen. Wat je eerder besloot is bewaard.',
  rescored: (names: string[]) =>
    names.length === 0
      ? 'Opnieuw gelezen: er verandert niets aan de criteria.'
      : `Opnieuw gelezen. Veranderd: ${joined(names.map(inside))}. De rest laat ik staan.`,
  refused: (code: string, details: Record<string, string | number>, file: string | null): string => {
    const own: Record<string, string> = {
      'no-cv': 'Er is nog geen cv. Stuur het cv als pdf of Word.',
      cancelled: 'Het lezen is gestopt. Stuur het bestand nog eens als je verder wilt.',
    }
    const told =
      own[code] ??
      errors.sentence(code, details) ??
      'Bij het lezen ging iets mis en er is niets gewijzigd. Stuur het bestand nog eens, of bewaar het eerst opnieuw als pdf.'
    return file ? `${file}: ${told}` : told
  },

  // Consent
  readByRules: (pages: number | null, language: string | null, references: number) =>
    `Gelezen: ${[pages === null ? null : count(pages, 'pagina', "pagina's"), language ? (languages[language] ?? language) : null, count(references, 'referentie', 'referenties')].filter(Boolean).join(', ')}. Ik las met regels, er is niets naar buiten gegaan.`,
  mayModel: (host: string, code: string) =>
    `Mag ik ook het taalmodel op ${host} gebruiken? Dan gaat tekst zonder naam en contactgegevens daarheen. Is ${code} daarover geïnformeerd? Zonder ja ga ik verder met alleen regels.`,
  consentYes: 'Ja',
  retryModel: 'Opnieuw met het model',
  consentNo: 'Nee, alleen regels',
  consentText: (code: string) => `Tekst voor ${code}`,
  candidateNotice: (host: string | null) =>
    [
      'Tekst voor de kandidaat:',
      'Wij toetsen je cv (en je toelichting en motivatie) aan de eisen van een inhuuropdracht, met hulp van een AI-assistent. De assistent zoekt in je stukken de zinnen die bij een eis horen en telt maanden; een consultant beslist over elke eis en over het voorstel.',
      host
        ? `Daarbij gaat tekst zonder je naam en contactgegevens naar een taalmodel op ${host}, alleen als jij daarvan weet.`
        : 'Er gaat niets naar een taalmodel of een andere partij.',
      'We bewaren je gegevens tot vier weken na de uitslag, of een jaar als je dat goedvindt. Je naam, foto, leeftijd, afkomst, gezondheid en gezin tellen niet mee.',
      'Je mag je gegevens en de bevindingen met de redenen inzien, laten verbeteren en laten verwijderen, en je mag vragen om uitleg door een mens. Daarvoor kun je bij je consultant terecht.',
    ].join('\n\n'),
}
