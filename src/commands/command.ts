import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Lang } from '../chat/reply.ts'
import type { Clock } from '../clock.ts'
import { createFixedClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { MaatstafError } from '../errors.ts'
import type { House } from '../house/house.ts'
import type { Log } from '../log.ts'
import type { Texts } from '../texts/texts.ts'
import { textsFor } from '../texts/texts.ts'
import type { Terminal } from './terminal.ts'

/** What a command reads from and writes to: the shell's own, or a socket to it. */
export type Io = {
  cwd: string
  /** A person types; otherwise lines come from a pipe and each waits for its answer. */
  interactive: boolean
  /** Where results are shown; null when they are piped. */
  terminal: Terminal
  /** A person sees standard error: progress may be shown there. */
  watched: boolean
  out(text: string): void
  err(text: string): void
  stdin: AsyncIterable<Uint8Array>
  /** Aborted when the person at the shell stops the command. */
  signal: AbortSignal
}

export type Options = Record<string, string | boolean | undefined>

export type CommandContext = {
  io: Io
  words: string[]
  options: Options
  json: boolean
  lang: Lang
  texts: Texts
  /** `--now`, else the clock of the house, else real time. */
  clock: Clock
  log: Log
  /** Of the running house, else from the environment. */
  config(): Config
  /** Opens storage and what stands on it; commands that read files only never call it. */
  house(): Promise<House>
  /** For a command that did its work and has bad news; what fails throws a MaatstafError instead. */
  exitWith(code: 1): void
}

export type Command = {
  name: string
  usage: string
  /** Names of positional words, for the usage check: `NAME`, `NAME?`. */
  words: string[]
  /** Options besides those of every command; true when it takes a value. */
  options: Record<string, boolean>
  /** True when it can do without storage, given these options. */
  standsAlone(options: Options): boolean
  run(context: CommandContext): Promise<void>
}

export const everywhereOptions: Record<string, boolean> = {
  json: false,
  now: true,
  postings: true,
  lang: true,
  help: false,
}

/** The clock of one command: standing still at `--now`, so that its answer does not depend on how long it takes. */
export function clockFor(options: Options, fallback: Clock): Clock {
  const at = options['now']
  if (typeof at !== 'string') return fallback
  try {
    return createFixedClock(Temporal.Instant.from(at).toString(), fallback.timeZone)
  } catch (cause) {
    throw new MaatstafError(
      'bad-now',
      '--now takes an ISO 8601 time with an offset, such as 2026-07-10T10:00:00+02:00',
      { fault: 'usage', cause },
    )
  }
}

/** Words that do not fit: exit code 2, with how it is used. */
export function wrongUsage({ usage }: Pick<Command, 'usage'>, cause?: unknown): MaatstafError {
  return new MaatstafError('usage', `usage: ${usage}`, {
    fault: 'usage',
    details: { usage },
    ...(cause === undefined ? {} : { cause }),
  })
}

export async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  if (path === '-') {
    const chunks: Uint8Array[] = []
    for await (const chunk of io.stdin) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  try {
    return await readFile(resolve(io.cwd, path))
  } catch (cause) {
    throw new MaatstafError('file-not-found', `no file at the path given`, { details: { path }, cause })
  }
}

/** Lines of a .jsonl file as values; an unreadable line is named by its number. */
export async function readJsonLines(io: Io, path: string): Promise<Record<string, unknown>[]> {
  const text = Buffer.from(await readBytes(io, path)).toString('utf8')
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return []
    try {
      const value: unknown = JSON.parse(line)
      if (typeof value === 'object' && value !== null) return [value as Record<string, unknown>]
    } catch {
      // told below with the line number
    }
    throw new MaatstafError('bad-json-line', `line ${index + 1} is not a JSON object`, { details: { line: index + 1 } })
  })
}

export function contextTexts(options: Options): { lang: Lang; texts: Texts } {
  const lang = options['lang'] === 'en' ? 'en' : 'nl'
  return { lang, texts: textsFor(lang) }
}
