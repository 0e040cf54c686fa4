import { resolve } from 'node:path'
import { respond } from '../answers/respond.ts'
import type { Catalogue } from '../assignments/catalogue.ts'
import { plainText } from '../chat/plain-text.ts'
import type { Clock } from '../clock.ts'
import { MaatstafError } from '../errors.ts'
import { type Command, type CommandContext, readBytes, readJsonLines } from './command.ts'
import { catalogueOfFolder } from './posting-folder.ts'
import { progressOn } from './terminal.ts'

type Turn = { role: 'user' | 'assistant'; text: string }

/** `ask "QUESTION"`: one question → its answer; `--batch` takes lines {id, question, context, now, history, catalogue}. */
export const ask: Command = {
  name: 'ask',
  usage: 'ask "QUESTION" [--assignment ID] [--history FILE] | ask --batch FILE.jsonl',
  words: ['QUESTION?'],
  options: { assignment: true, history: true, batch: true },
  standsAlone: (options) => Boolean(options['postings']),
  async run(context) {
    const { io, words, options, json } = context
    const catalogue = await catalogueFor(context)
    const model = options['postings'] ? null : (await context.house()).model
    const answer = async (line: Record<string, unknown>, number = 1) => {
      const at = typeof line['now'] === 'string' ? momentOf(line['now'], number, context.clock) : context.clock.zoned()
      const only = Array.isArray(line['catalogue']) ? line['catalogue'].map(String) : undefined
      return respond(String(line['question'] ?? ''), {
        catalogue,
        now: at,
        model,
        assignment: typeof line['context'] === 'string' ? line['context'] : null,
        history: history(line['history']),
        ...(only ? { only } : {}),
        ...(typeof options['lang'] === 'string' ? { lang: context.lang } : {}),
      })
    }
    if (typeof options['batch'] === 'string') {
      const lines = await readJsonLines(io, options['batch'])
      const progress = progressOn(io)
      for (const [index, line] of lines.entries()) {
        progress.at(index, lines.length, String(line['id'] ?? ''))
        const { text, answered, kind, assignments, quotes } = await answer(line, index + 1)
        io.out(`${JSON.stringify({ id: line['id'], text, answered, kind, assignments, quotes })}\n`)
      }
      progress.end()
      return
    }
    const told =
      typeof options['history'] === 'string'
        ? historyIn(Buffer.from(await readBytes(io, options['history'])).toString())
        : []
    const result = await answer({ question: words[0] ?? '', context: options['assignment'], history: told })
    const { text, answered, kind, assignments, quotes } = result
    io.out(
      json
        ? `${JSON.stringify({ text, answered, kind, assignments, quotes }, null, 2)}\n`
        : `${plainText(result.card)}\n`,
    )
  },
}

/** The folder of `--postings`, else the stored catalogue. */
export async function catalogueFor({ io, options, house }: CommandContext): Promise<Catalogue> {
  return typeof options['postings'] === 'string'
    ? catalogueOfFolder(resolve(io.cwd, options['postings']))
    : (await house()).catalogue
}

function momentOf(text: string, line: number, clock: Clock): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.from(text).toZonedDateTimeISO(clock.timeZone)
  } catch (cause) {
    throw new MaatstafError('bad-line-now', `line ${line}: now is no ISO 8601 time with an offset`, {
      details: { line },
      cause,
    })
  }
}

function historyIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new MaatstafError('bad-history', 'the history is not JSON', { cause })
  }
}

function history(value: unknown): Turn[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((turn: { role?: unknown; text?: unknown }) =>
    typeof turn?.text === 'string'
      ? [{ role: turn.role === 'assistant' ? 'assistant' : 'user', text: turn.text } as const]
      : [],
  )
}
