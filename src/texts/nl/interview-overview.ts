import type { DocumentKind } from '../../documents/document.ts'
import type { Decision } from '../../scoring/assessment.ts'
import { count, joined, kinds, languages, marks, number } from './words.ts'

/** What was found, at first sight and on the way. */
export const overview = {
  // First overview
  overviewRead: (
    code: string,
    pages: number | null,
    language: string | null,
    references: number,
    engine: 'rules' | 'model' | 'rules-instead',
    documents: DocumentKind[] = [],
  ) =>
    `Gelezen van ${code}: ${[documents.length > 0 ? joined(documents.map((kind) => kinds[kind])) : null, pages === null ? null : count(pages, 'pagina', "pagina's"), language ? (languages[language] ?? language) : null, count(references, 'referentie', 'referenties')].filter(Boolean).join(', ')}. ${engine === 'rules-instead' ? 'Ik las met regels.' : engine === 'rules' ? 'Ik las met regels; er is niets naar buiten gegaan.' : 'Het taalmodel heeft meegelezen; elk citaat is nagekeken in de stukken.'}`,
  cvDemand: (
    demand: 'pages' | 'language' | 'references' | 'format',
    met: boolean | null,
    wanted: string,
    found: string,
  ): string => {
    const names = { pages: "pagina's", language: 'taal', references: 'referenties', format: 'bestandssoort' }
    const say = (value: string) => languages[value] ?? value
    const state = met === null ? '❔' : met ? '✅' : '⚠️'
    const limit = demand === 'pages' ? 'hooguit ' : demand === 'references' ? 'minimaal ' : ''
    return `${state} ${names[demand]}: ${say(found) || 'niet te zien'} (gevraagd: ${limit}${say(wanted)})`
  },
  overviewAwards: (clear: number, absent: number, open: number): string =>
    [
      clear > 0 ? `${clear} met eenduidig bewijs` : null,
      absent > 0 ? `${absent} zonder bewijs` : null,
      open > 0 ? `${open} één voor één te beoordelen` : null,
    ]
      .filter(Boolean)
      .join(' · '),
  criteriaTitle: 'Gewogen criteria',
  overviewCounts: (clear: number, unclear: number, fails: number): string =>
    [
      clear > 0 ? `${clear} met bewijs` : null,
      unclear > 0 ? `${unclear} onduidelijk` : null,
      fails > 0 ? `${fails} niet gehaald volgens de stukken` : null,
    ]
      .filter(Boolean)
      .join(' · '),
  hidden: (n: number) =>
    `In het bestand ${n === 1 ? 'staat een stuk tekst dat' : `staan ${n} stukken tekst die`} een lezer niet ziet. Het telt niet mee, niet voor en niet tegen.`,
  hiddenWhy: (why: string, page: number | null): string => {
    const reasons: Record<string, string> = {
      'invisible-mode': 'onzichtbaar gezet',
      'background-colour': 'in de kleur van de achtergrond',
      tiny: 'onleesbaar klein',
      'off-page': 'buiten de pagina',
      transparent: 'doorzichtig',
      vanish: 'als verborgen opgemaakt',
      comment: 'opmerking in de kantlijn',
      deleted: 'verwijderd met wijzigingen bijhouden',
      metadata: 'bestandseigenschappen',
      'invisible-characters': 'onzichtbare tekens',
    }
    return `${reasons[why] ?? 'verborgen'}${page === null ? '' : `, blz. ${page}`}`
  },

  // Standing
  standingTitle: (code: string) => `Overzicht ${code}`,
  standingIntake: (assignment: boolean, code: string | null, reading: boolean) =>
    reading
      ? 'Ik lees de stukken; daarna lopen we de criteria langs.'
      : `Opdracht: ${assignment ? 'gekozen' : 'nog kiezen'} · kandidaat: ${code ?? 'nog noemen'} · cv: nog sturen.`,
  standingOpen: (name: string, text: string, put: boolean) =>
    `◻️ ${name}: ${text} ${put ? '(later)' : '(nog te beoordelen)'}`,
  standingKnockout: (name: string, text: string, decision: Decision | null) =>
    `${decision ? marks[decision] : '❔'} ${name}: ${text}`,
  standingAward: (name: string, text: string, points: number, max: number) =>
    `✅ ${name}: ${text} (${number(points)}/${number(max)})`,
  openOne: 'Eén bekijken',
  toCard: 'Naar de scorekaart',
}
