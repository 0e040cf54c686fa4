import { resolve } from 'node:path'
import { MaatstafError } from '../errors.ts'
import type { Command } from './command.ts'
import { progressOn } from './terminal.ts'

/** `eval [DIR]`: the quality tables on the project's own sets, or on those in a folder of the same shape. */
export const evaluate: Command = {
  name: 'eval',
  usage: 'eval [DIR] [--engine rules|model]',
  words: ['DIR?'],
  options: { engine: true },
  standsAlone: (options) => options['engine'] !== 'model',
  async run({ io, words, options, json, house }) {
    if (options['engine'] !== undefined && options['engine'] !== 'rules' && options['engine'] !== 'model')
      throw new MaatstafError('bad-engine', '--engine is rules or model', { fault: 'usage' })
    // The graders are no part of the running assistant; only this command loads them.
    const { runEvals } = await import('../../evals/run-evals.ts')
    const directory = words[0] ? resolve(io.cwd, words[0]) : resolve(import.meta.dirname, '../../evals')
    const model = options['engine'] === 'model' ? (await house()).model : null
    const progress = progressOn(io)
    const result = await runEvals(directory, { model, onPart: progress.at })
    progress.end()
    io.out(json ? `${JSON.stringify(result.figures, null, 2)}\n` : `${result.table}\n`)
  },
}
