import type { AwardWord } from '../../interview/criterion-name.ts'
import type { Decision, Judgement, Points } from '../../scoring/assessment.ts'
import { inside, interval } from './interview-words.ts'
import { decisions, euro, joined, marks, number } from './words.ts'

/** The score card. */
export const card = {
  cardTitle: (code: string, label: string) => `Scorekaart ${code} · ${label}`,
  knockoutsTitle: 'Knock-outs',
  cardKnockout: (label: string, decision: Decision | null, judgement: Judgement | null, changed = false): string =>
    `${changed ? '🔄 ' : ''}${decision ? marks[decision] : '❔'} ${label} ${decision ? decisions[decision] : decisions.unclear}${judgement?.decision ? '' : ' (voorstel, nog niet beoordeeld)'}${judgement?.reason ? ` ✎ ${judgement.reason}` : ''}${judgement?.withoutEvidence ? ' · niet aangetoond in de stukken' : ''}`,
  cardTotal: (word: AwardWord, total: Points & { max: number; changed: number }): string =>
    `${word === 'wish' ? 'Wensen' : word === 'selection' ? 'Selectie' : 'Gunning'}: ${number(total.value)} van ${number(total.max)} punten${total.low === total.high ? '' : ` [${number(total.low)} – ${number(total.high)}]`}${total.changed > 0 ? `, waarvan ${number(total.changed)} door jou aangepast` : ''}`,
  cardAward: (
    label: string,
    points: (Points & { max: number }) | null,
    proposed: number | null,
    judgement: Judgement | null,
    changed = false,
  ): string =>
    points
      ? `${changed ? '🔄 ' : ''}${label}: ${interval(points)}/${number(points.max)}${proposed === null ? '' : ` ✎ voorstel was ${number(proposed)}`}${judgement?.reason ? `, ${judgement.reason}` : ''}${judgement?.withoutEvidence ? ' · niet aangetoond in de stukken' : ''}${judgement?.points === undefined ? ' (voorstel)' : ''}`
      : `${label}: geen punten in de uitvraag`,
  cardAwardOpen: (label: string, max: number) => `${label}: nog te beoordelen [0 – ${number(max)}]`,
  cardCompetencies: (seen: string[], missing: string[]) =>
    [
      `Competenties zichtbaar in het cv: ${seen.length} van ${seen.length + missing.length}.`,
      seen.length > 0 ? `Wel: ${joined(seen)}.` : null,
      missing.length > 0 ? `Niet: ${joined(missing)}.` : null,
    ]
      .filter(Boolean)
      .join(' '),
  cardDemands: (demands: string[]) => `Bij inschrijving: ${demands.join(' · ')}`,
  cardLater: (later: ('vog' | 'nda' | 'uea')[]): string => {
    const names = { vog: 'VOG', nda: 'geheimhoudingsverklaring', uea: 'UEA' }
    return `De opdrachtgever zal vragen om: ${joined(later.map((one) => names[one]))}.`
  },
  cardWaadi: 'Voor ons als uitlener: Waadi-registratie in het handelsregister.',
  cardSroi: (
    threshold: number | null,
    value: { eur: number; hours: number; months: number } | null,
    rate: number | null,
  ): string => {
    if (!value) {
      return `SROI${threshold === null ? '' : ` boven ${euro(threshold)}`}: niet uit te rekenen, want ${rate === null ? 'het tarief is niet bekend' : 'uren of duur staan niet in de uitvraag'}.`
    }
    const sum = `bij ${euro(rate ?? 0)} en ${number(value.hours)} uur in ${value.months} maanden hooguit ${euro(value.eur)}`
    if (threshold === null) return `SROI: ${sum}.`
    return `SROI per opdracht: ${sum}, ${value.eur > threshold ? 'boven' : 'onder'} de grens van ${euro(threshold)}. Aanname: de grens geldt per opdracht, met alle verlengingen.`
  },
  postingSays: (sentence: string) => `De uitvraag: “${sentence}”`,
  cardRate: (rate: number, max: number | null) =>
    `Uurtarief: ${euro(rate)}${max === null ? '' : rate > max ? ` ⚠️ boven het maximum van ${euro(max)}` : `, binnen het maximum van ${euro(max)}`}.`,
  cardNoRate: 'Uurtarief: nog niet bekend; zeg bijvoorbeeld "tarief 92".',
  rateNoted: (rate: number) => `Tarief ${euro(rate)} genoteerd.`,
  ownEstimate:
    'Eigen inschatting: wie de inschrijvingen beoordeelt, vergelijkt onderling en kan anders oordelen. Jij beslist.',
  cardOpen: (names: string[]) => `Nog niet beoordeeld: ${joined(names.map(inside))}.`,
  cardChanged: (names: string[]) =>
    `Veranderd door de nieuwe lezing, kijk of je oordeel nog geldt: ${joined(names.map(inside))}.`,
  openPoints: 'Open punten langslopen',
  changeSomething: 'Nog iets wijzigen',
  evidenceReport: 'Bewijsrapport',
  prepareInterview: 'Gesprek voorbereiden',
  firstDecide: (names: string[]) =>
    `Eerst nog een oordeel over ${joined(names.map(inside))}; een knock-out bevestig jij, niet ik.`,
}
