import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { readPostingFile } from '../src/assignments/read-file.ts'
import { readPostingFolder } from '../src/commands/posting-folder.ts'
import { closeParsers } from '../src/documents/read-document.ts'
import type { Model } from '../src/model/port.ts'
import { createModelEngine } from '../src/scoring/model-engine.ts'
import { createRulesEngine } from '../src/scoring/rules-engine.ts'
import { loadCvGold } from './cv-gold.ts'
import { cvTable, gradeCvs } from './grade-cvs.ts'
import { gradeDigests, loadDigestGold } from './grade-digests.ts'
import { gradePostings } from './grade-postings.ts'
import { evalListening, evalQuestions } from './grade-questions.ts'
import { scoreCvs } from './score-cvs.ts'

export type Evals = { figures: Record<string, unknown>; table: string }

/**
 * The quality tables of one folder of the shape of this one: `postings/` with gold facts, `questions*.jsonl`, `channel*.jsonl`,
 * `digests/` with the digests expected at moments, `cvs/` with gold findings. What a folder lacks is left out, and said.
 */
export async function runEvals(
  directory: string,
  options: { model: Model | null; onPart?: (done: number, total: number, name: string) => void },
): Promise<Evals> {
  const parts: { name: string; needs: string; run(): Promise<{ figures: unknown; lines: string[] }> }[] = [
    { name: 'postings', needs: 'postings', run: () => postings(directory) },
    { name: 'questions', needs: 'questions.jsonl', run: () => evalQuestions(directory, options.model) },
    { name: 'listening', needs: 'channel.jsonl', run: () => evalListening(directory) },
    { name: 'digests', needs: 'digests', run: () => digests(join(directory, 'digests')) },
    { name: 'cvs', needs: 'cvs', run: () => cvs(directory, options.model) },
  ]
  const figures: Record<string, unknown> = {}
  const lines: string[] = []
  try {
    for (const [index, { name, needs, run }] of parts.entries()) {
      options.onPart?.(index, parts.length, name)
      lines.push('', `## ${name}`)
      if (!existsSync(join(directory, needs))) {
        lines.push(`left out: there is no ${needs} in this folder`)
        continue
      }
      const result = await run()
      figures[name] = result.figures
      lines.push(...result.lines)
    }
  } finally {
    closeParsers()
  }
  return { figures, table: lines.join('\n').trim() }
}

async function postings(directory: string) {
  const grades = await gradePostings(join(directory, 'postings'), async (file) => {
    const name = basename(file)
    const { id, posting, facts } = await readPostingFile(await readFile(file), name, {
      id: name.slice(0, -extname(name).length),
    })
    return { id, ...posting, facts }
  })
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  const lines = [
    ...Object.entries(grades.perField).map(([field, share]) => `${field.padEnd(18)}${percent(share)}`),
    `macro             ${percent(grades.macro)}   (${Object.keys(grades.perPosting).length} postings; aim ≥ 97 %)`,
    ...grades.mismatches.map(
      ({ posting, field, gold, result }) =>
        `  ${posting} ${field}: gold ${JSON.stringify(gold)}, read ${JSON.stringify(result)}`,
    ),
  ]
  return { figures: { macro: grades.macro, perField: grades.perField, mismatches: grades.mismatches.length }, lines }
}

async function digests(folder: string) {
  const gold = loadDigestGold(folder)
  const grades = gradeDigests(gold, await readPostingFolder(join(folder, gold.postings)))
  const lines = [
    `right             ${grades.right} of ${grades.moments} moments (aim: all)`,
    ...grades.mismatches.map(({ now, what }) => `  ${now} ${what}`),
  ]
  return { figures: grades, lines }
}

async function cvs(directory: string, model: Model | null) {
  const folder = join(directory, 'cvs')
  const own = join(folder, 'postings')
  const golds = loadCvGold(folder)
  const engine = model ? createModelEngine(model) : createRulesEngine()
  const grade = gradeCvs(
    golds,
    await scoreCvs(golds, folder, existsSync(own) ? own : join(directory, 'postings'), engine),
  )
  return { figures: grade, lines: [...cvTable(grade), ...grade.errors.map((error) => `  ${error}`)] }
}
