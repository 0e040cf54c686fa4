import { parseArgs } from 'node:util'
import type { Lang } from '../chat/reply.ts'
import { type Clock, createClock, createClockFrom } from '../clock.ts'
import { loadConfig, readEnvironment } from '../config.ts'
import { MaatstafError } from '../errors.ts'
import type { House } from '../house/house.ts'
import { silentLog } from '../log.ts'
import type { Texts } from '../texts/texts.ts'
import {
  type Command,
  clockFor,
  contextTexts,
  everywhereOptions,
  type Io,
  type Options,
  wrongUsage,
} from './command.ts'
import { commands } from './commands.ts'
import { helpOf, overview } from './help.ts'

type Parsed = { command: Command; words: string[]; options: Options }

/** Runs one command; resolves with its exit code: 0 done, 1 the input is at fault, 2 wrong usage, 3 the system is at fault. */
export async function runCommand(args: string[], io: Io, house: () => Promise<House>): Promise<number> {
  const { lang, texts } = textsOf(args)
  try {
    if (args.length === 0 || asksForHelp(args)) {
      const about = commands.find(({ name }) => name === (args[0] === 'help' ? args[1] : args[0]))
      io.out(about ? helpOf(about, texts, io.terminal) : overview(commands, texts, io.terminal))
      return args.length === 0 ? 2 : 0
    }
    const { command, words, options } = parse(args)
    const opened = command.standsAlone(options) ? null : await house()
    const clock = clockFor(options, opened?.clock ?? ownClock())
    let code = 0
    await command.run({
      io,
      words,
      options,
      json: options['json'] === true,
      lang,
      texts,
      clock,
      log: opened?.log ?? silentLog,
      config: () => opened?.config ?? loadConfig(readEnvironment()),
      house: async () => opened ?? house(),
      exitWith(bad) {
        code = bad
      },
    })
    return code
  } catch (error) {
    if (error instanceof MaatstafError) {
      io.err(`${texts.errors.sentence(error.code, error.details) ?? error.message}\n`)
      return { input: 1, usage: 2, system: 3 }[error.fault]
    }
    io.err(`${texts.cli.failed(error instanceof Error ? `${error.name}${where(error)}` : '')}\n`)
    return 3
  }
}

/** The language that `--lang` asks for, Dutch unless told, with its sentences. */
export function textsOf(args: string[]): { lang: Lang; texts: Texts } {
  const asked = args.includes('--lang=en') || (args.includes('--lang') && args[args.indexOf('--lang') + 1] === 'en')
  return contextTexts({ lang: asked ? 'en' : 'nl' })
}

/** Without a house: what TIMEZONE and MAATSTAF_NOW say; the rest of the configuration is not needed. */
function ownClock(): Clock {
  const { TIMEZONE, MAATSTAF_NOW } = readEnvironment()
  const { now, timeZone } = loadConfig({ TIMEZONE, MAATSTAF_NOW })
  return now ? createClockFrom(now, timeZone) : createClock({ timeZone })
}

function asksForHelp(args: string[]): boolean {
  return args[0] === 'help' || args.includes('--help')
}

/** True when the command will ask for storage; unknown commands do not. */
export function needsHouse(args: string[]): boolean {
  if (asksForHelp(args)) return false
  try {
    const { command, options } = parse(args)
    return !command.standsAlone(options)
  } catch {
    return false
  }
}

function parse(args: string[]): Parsed {
  const command = commands.find(({ name }) => name === args[0])
  if (!command) throw new MaatstafError('unknown-command', `unknown command; see: maatstaf help`, { fault: 'usage' })
  const known = { ...everywhereOptions, ...command.options }
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({
      args: args.slice(1),
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(known).map(([name, takesValue]) => [name, { type: takesValue ? 'string' : 'boolean' }]),
      ),
    })
  } catch (cause) {
    throw wrongUsage(command, cause)
  }
  const { values, positionals } = parsed
  const least = command.words.filter((word) => !word.endsWith('?')).length
  // One question, or a file of them.
  const nothingAsked = 'batch' in known && values['batch'] === undefined && positionals.length === 0
  if (nothingAsked || positionals.length < least || positionals.length > command.words.length) throw wrongUsage(command)
  if (values['lang'] !== undefined && values['lang'] !== 'nl' && values['lang'] !== 'en')
    throw new MaatstafError('bad-lang', '--lang is nl or en', { fault: 'usage' })
  return { command, words: positionals, options: values as Options }
}

/** The place in our code, never the message: it may quote what it was given. */
function where(error: Error): string {
  return (
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/src/'))
      ?.replace(/^.*\/(src\/[^)]*)\)?$/, ' ($1)') ?? ''
  )
}
