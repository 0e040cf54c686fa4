import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listen } from '../src/answers/listen.ts'
import { type RespondContext, respond } from '../src/answers/respond.ts'
import { type Catalogue, createCatalogue } from '../src/assignments/catalogue.ts'
import { readPostingFolder } from '../src/commands/posting-folder.ts'
import type { Model } from '../src/model/port.ts'
import { repairText } from '../src/text/repair.ts'
import {
  type EvalAnswer,
  type EvalMessage,
  type EvalQuestion,
  gradeListening,
  gradeQuestions,
} from './grade-questions.ts'

/** What the clock says where a question or message names no time. */
const WHEN = '2026-07-06T10:00:00+02:00'

const linesOf = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)

const filesOf = (directory: string, pattern: RegExp): string[] =>
  readdirSync(directory)
    .filter((name) => pattern.test(name))
    .sort()

const zoned = (iso: string): Temporal.ZonedDateTime => Temporal.Instant.from(iso).toZonedDateTimeISO('Europe/Amsterdam')

/** Every posting of the folder: those with gold facts and those that only questions are about. */
async function everyPosting(directory: string): Promise<Catalogue> {
  const catalogue = createCatalogue()
  for (const folder of ['postings', 'question-postings']) {
    const path = join(directory, folder)
    if (!existsSync(path)) continue
    for (const assignment of await readPostingFolder(path)) catalogue.put(assignment)
  }
  return catalogue
}

/** The ids a file speaks of; those that lie elsewhere are left out, with what is said of them. */
function known<T>(all: Catalogue, items: T[], idsOf: (item: T) => string[]): { ids: string[]; items: T[] } {
  const ids = [...new Set(items.flatMap(idsOf))].filter((id) => all.get(id) !== undefined)
  return { ids, items: items.filter((item) => idsOf(item).every((id) => ids.includes(id))) }
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** Asks every question of `questions*.jsonl` and of the blind sets `fresh-questions*.jsonl`, by rules or with a model, and grades the answers. */
export async function evalQuestions(
  directory: string,
  model: Model | null,
): Promise<{ figures: unknown; lines: string[] }> {
  const all = await everyPosting(directory)
  const figures: Record<string, unknown> = {}
  const lines: string[] = []
  for (const file of filesOf(directory, /^(?:fresh-)?questions.*\.jsonl$/)) {
    const asked = linesOf<EvalQuestion>(join(directory, file))
    const { ids, items } = known(all, asked, ({ context, catalogue }) => [
      ...(context ? [context] : []),
      ...(catalogue ?? []),
    ])
    const answers: EvalAnswer[] = []
    for (const { id, question, context, now, history, catalogue } of items) {
      const around: RespondContext = {
        catalogue: all,
        now: zoned(now ?? WHEN),
        assignment: context,
        history: history ?? [],
        only: catalogue ?? ids,
        model,
      }
      const { text, answered, quotes } = await respond(question, around)
      answers.push({ id, text, answered, quotes })
    }
    const grades = gradeQuestions(items, answers, (id) => repairText(all.get(id)?.text ?? '').text)
    figures[file] = grades
    const told = Object.entries(grades.per).map(([key, { passed, of }]) => `  ${key.padEnd(34)}${passed}/${of}`)
    lines.push(
      `${file}: ${percent(grades.passed)} of ${items.length}, hallucinations ${grades.hallucinations.length}, quotes that do not stand there ${grades.unfaithful.length}`,
      ...(items.length < asked.length
        ? [`  left out: ${asked.length - items.length} on postings that are not here`]
        : []),
      ...told,
      ...grades.failures.map(
        ({ id, missing, forbidden }) =>
          `  ${id}: ${[...missing.map((one) => `missing ${one.slice(0, 40)}`), ...forbidden].join('; ')}`,
      ),
    )
  }
  return { figures, lines }
}

/** Listens to every message of `channel*.jsonl` in a channel that knows the assignments the file speaks of. */
export async function evalListening(directory: string): Promise<{ figures: unknown; lines: string[] }> {
  const all = await everyPosting(directory)
  const figures: Record<string, unknown> = {}
  const lines: string[] = []
  for (const file of filesOf(directory, /^channel.*\.jsonl$/)) {
    const { ids, items } = known(all, linesOf<EvalMessage>(join(directory, file)), ({ assignment }) =>
      assignment ? [assignment] : [],
    )
    const channel = createCatalogue()
    for (const id of ids) channel.put(all.get(id)!)
    const now = zoned(WHEN)
    const grades = gradeListening(
      items,
      items.map(({ id, text }) => ({ id, ...listen(text, { catalogue: channel, now }) })),
    )
    figures[file] = grades
    lines.push(
      `${file}: precision ${percent(grades.precision)}, recall ${percent(grades.recall)}, unwanted replies per thousand messages ${grades.unwantedPerThousand.toFixed(1)} (${items.length} messages)`,
      ...grades.unwanted.map((id) => `  unwanted: ${id}`),
      ...grades.missed.map((id) => `  missed: ${id}`),
      ...grades.wrongAssignment.map((id) => `  about another assignment: ${id}`),
    )
  }
  return { figures, lines }
}
