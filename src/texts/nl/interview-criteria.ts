import type { DocumentKind } from '../../documents/document.ts'
import type { AwardWord } from '../../interview/criterion-name.ts'
import type { Coded, Decision, Finding, Judgement, Months, Points } from '../../scoring/assessment.ts'
import { type Band, bandWhy, counted, interval, levels, month, monthSpan } from './interview-words.ts'
import { scoring } from './scoring.ts'
import { capital, count, decisions, joined, kinds, marks, number } from './words.ts'

/** One criterion at a time: the proposal, its evidence, the decision. */
export const criteria = {
  knockoutName: (label: string) => `Knock-out ${label}`,
  awardName: (label: string, word: AwardWord) =>
    `${word === 'selection' ? 'Selectiecriterium' : word === 'wish' ? 'Wens' : word === 'sub-award' ? 'Subgunningscriterium' : 'Gunningscriterium'} ${label}`,
  clearKnockouts: (n: number) => `${capital(counted(n))} knock-outs staan duidelijk in de stukken:`,
  clearAwards: (n: number) => `Voor ${counted(n)} criteria is het bewijs eenduidig:`,
  absentAwards: (n: number) =>
    `Voor ${counted(n)} criteria vond ik geen woorden in de stukken, dus nul punten. Een citaat of een nieuwe versie verandert dat.`,
  rightNoPoints: 'Klopt, nul punten',
  givePoints: 'Punten geven',
  clearName: (section: 'knockout' | 'award', label: string) => (section === 'knockout' ? `✅ ${label}` : label),
  clearOutcome: (
    section: 'knockout' | 'award',
    months: Months | null,
    minimum: number | null,
    points: (Points & { max: number }) | null,
    band: Band = null,
  ): string | null => {
    const time = months ? `${monthSpan(months)}${minimum ? ` van de ${minimum} die nodig zijn` : ''}` : null
    if (section === 'knockout') return time
    return [
      time,
      points ? `voorstel ${number(points.value)} van ${number(points.max)} punten${bandWhy(band, points.max)}` : null,
    ]
      .filter(Boolean)
      .join(' · ')
  },
  theseAreRight: (n: number) => `Deze ${counted(n)} kloppen`,
  allLater: 'Later',
  whichForPoints: (points: number) =>
    `Voor welk criterium ${points === 1 ? 'is' : 'zijn'} de ${count(points, 'punt', 'punten').replace(/^[\d.]+/, number(points))}?`,
  whichForDecision: 'Voor welke knock-out geldt dat?',
  whichIsWrong: 'Welke klopt niet?',
  quoteSource: (source: DocumentKind, page: number | null, where: string, certain: boolean, counter: boolean) =>
    [
      page === null ? kinds[source] : `${kinds[source]}, blz. ${page}`,
      where,
      counter ? 'spreekt ertegen' : certain ? '' : '❔ onzeker',
    ]
      .filter(Boolean)
      .join(' · '),
  moreQuotes: (n: number) => `En nog ${count(n, 'citaat', 'citaten')}; zeg "citaten" om alles te zien.`,
  onlyNear: 'Hiervoor vond ik geen bewijs. Dit komt het dichtst in de buurt:',
  nothingFound: 'Hiervoor vond ik geen woorden in de stukken. Wat niet in de stukken staat, telt niet mee.',
  rule: (coded: Coded) => scoring.rule(coded),
  question: (coded: Coded) => scoring.question(coded),
  remark: (coded: Coded) => scoring.remark(coded),
  months: (months: Months, minimum: number | null, window: { from: number; to: number } | null) =>
    `${capital(monthSpan(months))}${minimum ? `, nodig ${minimum}` : ''}${window ? `, geteld van ${month(window.from)} tot en met ${month(window.to)}` : ''}.`,
  proposal: (
    { section, decision, level, points, months, minimumMonths }: Finding,
    band: Band = null,
    leftOpen = false,
  ): string => {
    if (leftOpen && points) return `Nog te beoordelen [0 – ${number(points.max)}]: de punten geef jij.`
    if (section === 'knockout') {
      return decision === 'unclear' || decision === null
        ? `${marks.unclear} Niet aangetoond in deze stukken.`
        : `Voorstel: ${marks[decision]} ${decisions[decision]}.`
    }
    if (!points) return 'Voor dit criterium geeft de uitvraag geen punten.'
    if (months && minimumMonths) {
      return `Voorstel: ${number(points.value)} van ${number(points.max)} punten${points.high > points.value ? `; naar rato gelezen hooguit ${number(points.high)}` : ''}.`
    }
    const why = level ? ` (${levels[level]})` : ''
    const open = points.value === 0 && points.high > 0 ? 'Nog te beoordelen: ' : 'Voorstel: '
    return `${open}${interval(points)} van ${number(points.max)} punten${band ? bandWhy(band, points.max) : why}.`
  },
  decided: (judgement: string) => `Jouw oordeel: ${judgement}`,
  recheck: (judgement: string) => `Dit veranderde door de nieuwe lezing. Je oordeel was: ${judgement} Geldt dat nog?`,
  judgement: (section: 'knockout' | 'award', { decision, points, reason, withoutEvidence }: Judgement, max: number) =>
    `${section === 'knockout' ? `${decision ? `${marks[decision]} ${decisions[decision]}` : ''}` : points === undefined ? '' : `${number(points)} van ${number(max)} punten`}${reason ? `, omdat: ${reason.replace(/[.\s]+$/, '')}` : ''}${withoutEvidence ? ' (niet aangetoond in de stukken)' : ''}.`,
  isRight: 'Klopt',
  isRightNotMet: 'Klopt, voldoet niet',
  met: 'Voldoet',
  notMet: 'Voldoet niet',
  metAnyway: 'Voldoet toch, omdat …',
  agreePoints: (points: number) => `Akkoord, ${count(points, 'punt', 'punten').replace(/^[\d.]+/, number(points))}`,
  otherPoints: 'Andere punten',
  pointQuote: 'Citaat aanwijzen',
  newVersion: 'Nieuwe versie sturen',
  decisions: { meets: 'Voldoet', fails: 'Voldoet niet', unclear: 'Onduidelijk' } as Record<Decision, string>,
  decisionLabel: 'Oordeel',
  yesToWhat: 'Ja op wat? Het voorstel is onduidelijk: zeg "voldoet toch, omdat …", "voldoet niet" of "later".',
  knockoutHasNoPoints: 'Een knock-out heeft geen punten: het is voldoet of voldoet niet.',
  awardHasNoDecision: (max: number) =>
    `Hier gaat het om punten: 0 tot en met ${number(max)}. Zeg bijvoorbeeld "10 punten, want …".`,
  howManyPoints: (max: number) => `Hoeveel punten worden het (0 tot en met ${number(max)}), en waarom?`,
  pointsLabel: (max: number) => (max > 0 ? `Punten (0 tot en met ${number(max)})` : 'Punten'),
  givePointsNow: (max: number) =>
    `Hier is geen voorstel: jij geeft de punten, van 0 tot en met ${number(max)}. Hoeveel worden het?`,
  pointsButton: (points: number) => count(points, 'punt', 'punten').replace(/^[\d.]+/, number(points)),
  reasonLabel: 'Reden, uit het cv of de uitvraag',
  giveReason: 'Reden geven',
  whichDecision: 'Wat is je oordeel, en waarom?',
  whyDecision: (decision: Decision) => `Waarom ${decisions[decision]}?`,
  whyPoints: (points: number) => `Waarom ${count(points, 'punt', 'punten').replace(/^[\d.]+/, number(points))}?`,
  noted: (section: 'knockout' | 'award', judgement: Judgement, max: number): string =>
    `Genoteerd: ${section === 'knockout' ? (judgement.decision ? decisions[judgement.decision] : '') : `${number(judgement.points ?? 0)} van ${number(max)} punten`}.${judgement.withoutEvidence ? ' Op de kaart blijft erbij staan: niet aangetoond in de stukken.' : ''}`,
  refusedVerdict: (why: string, max: number): string => {
    const sentences: Record<string, string> = {
      'not-shown': 'Eerst het bewijs, dan het oordeel: dit staat er.',
      'no-evidence': 'Daar is nog geen citaat voor.',
      'reason-missing': 'Daar hoort een reden bij.',
      'reason-refused':
        'Die reden leg ik niet vast: leeftijd, afkomst, geslacht, gezin, gezondheid en geloof tellen niet mee. Wat staat er in het cv of de uitvraag?',
      'points-range':
        max > 0
          ? `Punten gaan hier van 0 tot en met ${number(max)}, in hele of halve punten.`
          : 'Dat is geen aantal punten.',
      unclear: 'Zeg "voldoet", "voldoet niet" of "onduidelijk".',
      confirmed: 'De scorekaart is bevestigd en ligt vast. Heropen haar om iets te wijzigen.',
    }
    return sentences[why] ?? 'Dat kan hier niet.'
  },
  pasteQuote: 'Plak de woorden zoals ze in het cv, de toelichting of de motivatie staan, minstens drie woorden.',
  quoteLabel: 'Woorden uit de stukken',
  quoteAdded: (source: string) => `Gevonden in ${source}. Ik heb het citaat erbij gezet.`,
  quoteNearly: 'Die woorden staan er net anders. Bedoel je dit?',
  quoteMeant: 'Ja, dit',
  quoteNotFound: (code: string) =>
    `Die woorden staan niet in de stukken, dus ze tellen niet mee. Kijk of ze er anders staan, of vraag ${code} om een nieuwe versie.`,
  notInDocuments: (code: string) =>
    `Dat kan ik pas meetellen als het in de stukken staat. Vraag ${code} of, en zo ja hoe, het zo was; klopt het, laat het dan in het cv of de toelichting zetten, in eigen woorden. Stuur die versie, dan kijk ik alleen na wat erdoor verandert.`,
  overlapRule:
    'Overlap telt één keer: een kalendermaand waarin twee dienstverbanden lopen is één maand. Alleen werk dat onder het criterium valt telt mee.',
  explained: (finding: Finding, parts: string[] = []): string => {
    const quoted = parts.map((part) => `“${part}”`)
    return [
      scoring.rule(finding.rule),
      quoted.length > 0 ? `De citaten laten zien: ${joined(quoted)}.` : null,
      finding.months && finding.minimumMonths
        ? `Maanden tellen per kalendermaand; overlap telt één keer. Nodig: ${finding.minimumMonths}, gevonden: ${monthSpan(finding.months)}.`
        : null,
      finding.section === 'award' ? 'De punten zijn een eigen inschatting; jij beslist.' : null,
    ]
      .filter(Boolean)
      .join(' ')
  },
}
