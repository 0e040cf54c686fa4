import type { Gone, KeptCandidate, RetentionReport } from '../../assistant/retention/report.ts'
import { day, number } from './words.ts'

const counts = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`
const moment = (at: string) => `${day(at)}, ${at.slice(11, 16)} uur`

const why: Record<KeptCandidate['why'], (from: string) => string> = {
  outcome: (from) => `uitkomst vastgelegd op ${day(from)}`,
  closing: (from) => `geen uitkomst; de opdracht sluit op ${day(from)}`,
  touched: (from) => `geen uitkomst en geen sluitdatum; er is aan gewerkt tot ${day(from)}`,
}

const kinds: Record<string, string> = {
  files: 'bestanden die nog gelezen of opgehaald worden',
  waiting: 'berichten die op hun beurt wachten',
  conversations: 'gesprekken: de laatste berichten en waar je was',
  feedback: 'antwoorden die iemand goed of fout noemde',
  colleagues: 'collega’s: naam, taal en waar zij te bereiken zijn',
  setAside: 'berichten die apart gelegd zijn omdat zij niet lukten',
  posts: 'kenmerken van geplaatste berichten, zonder tekst',
  turns: 'kenmerken van ontvangen berichten, zonder tekst',
}

const removedKinds: Record<string, string> = {
  files: 'bestanden',
  conversations: 'gesprekken',
  settings: 'tussenresultaten en beoordeelde antwoorden',
  turns: 'kenmerken van ontvangen berichten',
  jobs: 'afgehandelde taken',
  posts: 'kenmerken van geplaatste berichten',
  setAside: 'apart gelegde berichten',
  keys: 'sleutels die niets meer openen',
}

/** The report on retention. */
export const retention = {
  title: (asOf: string) => `Bewaartermijnen, stand van ${day(asOf)}`,
  rules: ({ afterOutcome, askAfter, withoutOutcome, withConsent }: RetentionReport['rules']) =>
    `Kandidaatgegevens blijven ${counts(afterOutcome, 'dag', 'dagen')} na de uitkomst. Zonder uitkomst vraag ik de eigenaar ${askAfter.join(' en ')} dagen na sluiting, en blijven zij er ${withoutOutcome}; met toestemming ${withConsent}.`,
  overdue: (count: number) =>
    `${counts(count, 'kandidaat had', 'kandidaten hadden')} al weg moeten zijn: het dagelijkse opruimen liep niet. Start Maatstaf, of kijk met "check" wat er mis is.`,
  candidates: (count: number) => `Wat er van kandidaten bewaard is (${number(count)})`,
  noCandidates: 'Er zijn geen kandidaten.',
  kept: ({ since, until, why: reason, from, consented, owner, shared, overdue }: KeptCandidate) =>
    `${overdue ? '⚠️ ' : ''}tot en met ${day(until)} · ${why[reason](from)}${consented ? ' · stemde in met een jaar' : ''} · sinds ${day(since)} · eigenaar ${owner}${shared > 0 ? `, gedeeld met ${number(shared)}` : ''}`,
  other: 'Wat er verder bewaard is',
  kind: (kind: string, goesBy: string | null) =>
    `${kinds[kind] ?? kind}${goesBy === null ? '' : ` · uiterlijk weg op ${day(goesBy)}`}`,
  gone: (since: string, count: number) => `Wat er wegging sinds ${day(since)} (${number(count)})`,
  nothing: 'Niets.',
  went: ({ at, how, by, messages }: Gone) =>
    `${moment(at)} · ${how === 'expired' ? 'de termijn was om' : `gewist door ${by}`}${messages === null ? '' : ` · ${counts(messages.removed, 'eigen bericht', 'eigen berichten')} uit de chat gehaald${messages.left > 0 ? `, ${number(messages.left)} lukte niet` : ''}`}`,
  asked: (count: number) => `Naar een uitkomst gevraagd: ${number(count)} keer.`,
  purges: ({ runs, last, removed }: RetentionReport['purges']) =>
    last === null
      ? 'Er is in deze tijd niet opgeruimd.'
      : `Opgeruimd op ${counts(runs, 'dag', 'dagen')}, het laatst ${moment(last)}: ${
          Object.entries(removed)
            .filter(([, count]) => count > 0)
            .map(([kind, count]) => `${removedKinds[kind] ?? kind} ${number(count)}`)
            .join(', ') || 'er was niets verlopen'
        }.`,
}
