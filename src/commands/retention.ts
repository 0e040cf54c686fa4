import { type RetentionReport, retentionReport } from '../assistant/retention/report.ts'
import { MaatstafError } from '../errors.ts'
import type { Texts } from '../texts/texts.ts'
import type { Command } from './command.ts'
import { columns, paint, type Terminal } from './terminal.ts'

/** What went is looked at this far back, unless told. */
const backDays = 90

/**
 * `retention [--since DAY]`: what is kept, until when and why, and what went when, for who watches over privacy. Exit code 1 when
 * something should have gone and did not.
 */
export const retention: Command = {
  name: 'retention',
  usage: 'retention [--since YYYY-MM-DD]',
  words: [],
  options: { since: true },
  standsAlone: () => false,
  async run({ io, options, json, texts, clock, house, exitWith }) {
    const since = dayIn(options['since']) ?? clock.zoned().toPlainDate().subtract({ days: backDays })
    const { storage, catalogue, config } = await house()
    const report = await retentionReport({ storage, catalogue, clock, retentionDays: config.retentionDays }, since)
    if (report.candidates.some(({ overdue }) => overdue)) exitWith(1)
    io.out(`${json ? JSON.stringify(report, null, 2) : written(report, texts, io.terminal)}\n`)
  },
}

function written(report: RetentionReport, { retention: t }: Texts, terminal: Terminal): string {
  const { candidates, other, gone, purges } = report
  const overdue = candidates.filter((one) => one.overdue).length
  const part = (title: string, rows: [string, string][], none: string) => [
    '',
    paint(terminal, 'bold', title),
    rows.length === 0 ? `  ${none}` : columns(rows, terminal),
  ]
  return [
    paint(terminal, 'bold', t.title(report.asOf)),
    t.rules(report.rules),
    ...(overdue > 0 ? [paint(terminal, 'red', t.overdue(overdue))] : []),
    ...part(
      t.candidates(candidates.length),
      candidates.map((one) => [one.candidate, t.kept(one)]),
      t.noCandidates,
    ),
    ...part(
      t.other,
      other.map(({ kind, count, goesBy }) => [String(count), t.kind(kind, goesBy)]),
      t.nothing,
    ),
    ...part(
      t.gone(report.since, gone.length),
      gone.map((one) => [one.candidate, t.went(one)]),
      t.nothing,
    ),
    t.asked(report.asked),
    t.purges(purges),
  ].join('\n')
}

function dayIn(option: string | boolean | undefined): Temporal.PlainDate | null {
  if (typeof option !== 'string') return null
  try {
    return Temporal.PlainDate.from(option)
  } catch (cause) {
    throw new MaatstafError('bad-date', '--since takes a date such as 2026-07-10', { fault: 'usage', cause })
  }
}
