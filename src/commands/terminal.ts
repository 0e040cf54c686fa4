import { styleText } from 'node:util'
import type { Io } from './command.ts'

/** What a person's terminal can show; null where output goes to a file or another program: then it is plain. */
export type Terminal = { color: boolean; columns: number } | null

/** Colour where the terminal has it and NO_COLOR does not forbid it, which Node looks after. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  return stream.isTTY ? { color: stream.hasColors(), columns: stream.columns } : null
}

export function paint(terminal: Terminal, style: 'bold' | 'green' | 'red' | 'yellow' | 'dim', text: string): string {
  return terminal?.color ? styleText(style, text, { validateStream: false }) : text
}

/**
 * Two columns: the first as wide as its longest entry, the second wrapped to the terminal's width; one line a row where output is
 * piped.
 */
export function columns(rows: [string, string][], terminal: Terminal): string {
  const width = Math.max(...rows.map(([first]) => first.length)) + 2
  const room = terminal ? Math.max(24, terminal.columns - width - 2) : Number.POSITIVE_INFINITY
  return rows
    .map(([first, second]) => {
      const [head = '', ...rest] = wrapped(second, room)
      return [`  ${first.padEnd(width)}${head}`, ...rest.map((line) => `  ${' '.repeat(width)}${line}`)].join('\n')
    })
    .join('\n')
}

/** Lines of at most `width` characters, broken between words; a longer word stays whole. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

const barWidth = 24

/** A bar on standard error while long work goes on, for a person who waits; nothing where nobody watches. */
export function progressOn(io: Io): { at(done: number, total: number, what: string): void; end(): void } {
  if (!io.watched) return { at: () => {}, end: () => {} }
  return {
    at(done, total, what) {
      const full = total === 0 ? barWidth : Math.round((done / total) * barWidth)
      io.err(`\r\u001b[K${'▓'.repeat(full)}${'░'.repeat(barWidth - full)} ${done}/${total} ${what}`)
    },
    end: () => io.err('\r\u001b[K'),
  }
}
