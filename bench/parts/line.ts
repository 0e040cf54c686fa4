import { short } from './numbers.ts'

/** One line of the table: what was measured, what it is compared with, and whether the aim of the issue holds. */
export type Line = {
  path: string
  what: string
  /** The figure of the assistant, with its unit, such as "41 ms". */
  ours: string
  /** What it stands beside in the same run: a rival, a floor, or the small end of a growth. */
  beside: string
  ratio: number | null
  /** Null where nobody set an aim. */
  holds: boolean | null
  aim: string
}

/** A line about a ratio; `aim` names the largest (or smallest) ratio that is good enough. */
export function ratioLine(
  line: Pick<Line, 'path' | 'what' | 'ours' | 'beside'> & { ratio: number },
  aim: { atMost: number } | { atLeast: number } | null,
): Line {
  if (aim === null) return { ...line, aim: '', holds: null }
  const [limit, holds] =
    'atMost' in aim ? [aim.atMost, line.ratio <= aim.atMost] : [aim.atLeast, line.ratio >= aim.atLeast]
  return { ...line, aim: `${'atMost' in aim ? '≤' : '≥'} ${short(limit)}`, holds }
}

/** A line whose figure has a limit of its own; `ratio` is the figure over that limit. */
export function limitLine(
  line: Pick<Line, 'path' | 'what'> & { value: number; unit: string; beside?: string },
  aim: { atMost: number } | { atLeast: number },
): Line {
  const { value, unit, beside = '', ...rest } = line
  const [limit, sign, holds] =
    'atMost' in aim ? [aim.atMost, '≤', value <= aim.atMost] : [aim.atLeast, '≥', value >= aim.atLeast]
  return {
    ...rest,
    ours: `${short(value)} ${unit}`,
    beside,
    ratio: value / limit,
    aim: `${sign} ${short(limit)} ${unit}`,
    holds,
  }
}

export function printTable(lines: Line[], out: (text: string) => void): void {
  const rows = [
    ['path', 'what', 'ours', 'beside', 'ratio', 'aim', 'holds'],
    ...lines.map(({ path, what, ours, beside, ratio, aim, holds }) => [
      path,
      what,
      ours,
      beside,
      ratio === null ? '' : short(ratio),
      aim,
      holds === null ? '' : holds ? 'yes' : 'NO',
    ]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const written = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`)
  written.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  out(`${written.join('\n')}\n`)
}
