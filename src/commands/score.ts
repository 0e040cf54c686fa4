import { basename } from 'node:path'
import { closingDay } from '../assignments/deadlines.ts'
import { readCareer } from '../candidates/read-career.ts'
import type { Document, DocumentKind } from '../documents/document.ts'
import { readDocument } from '../documents/read-document.ts'
import { MaatstafError } from '../errors.ts'
import { ownLexicon } from '../house/house.ts'
import { modelAbout } from '../model/about.ts'
import type { EvidenceEngine } from '../scoring/engine.ts'
import { scoreJson } from '../scoring/json.ts'
import { createModelEngine } from '../scoring/model-engine.ts'
import { createRulesEngine } from '../scoring/rules-engine.ts'
import { scoreCandidate } from '../scoring/score.ts'
import { catalogueFor } from './ask.ts'
import { type Command, type CommandContext, readBytes } from './command.ts'

/** `score ASSIGNMENT CV`: findings, proposals and score card, without the conversation. */
export const score: Command = {
  name: 'score',
  usage: 'score ASSIGNMENT CV [--explanation FILE] [--motivation FILE] [--rate EUR] [--engine rules|model]',
  words: ['ASSIGNMENT', 'CV'],
  options: { explanation: true, motivation: true, rate: true, engine: true },
  standsAlone: (options) => Boolean(options['postings']) && options['engine'] !== 'model',
  async run(context) {
    const { io, words, options } = context
    const catalogue = await catalogueFor(context)
    const assignment = catalogue.get(words[0]!) ?? catalogue.find(words[0]!)[0]?.assignment
    if (!assignment) throw new MaatstafError('unknown-assignment', 'no such assignment', { details: { id: words[0]! } })
    const documents: Partial<Record<DocumentKind, Document>> = {}
    for (const [kind, path] of [
      ['cv', words[1]],
      ['explanation', options['explanation']],
      ['motivation', options['motivation']],
    ] as const) {
      if (typeof path === 'string') documents[kind] = await readDocument(await readBytes(io, path), basename(path))
    }
    const asOf = closingDay(assignment.posting) ?? context.clock.zoned().toPlainDate().toString()
    const proposal = await scoreCandidate({
      assignment,
      documents,
      career: readCareer(documents.cv!, { asOf }),
      rateEur: rateOf(options['rate']),
      engine: await engineFor(context),
    })
    io.out(`${JSON.stringify(scoreJson(proposal), null, 2)}\n`)
  },
}

async function engineFor({ options, house, config }: CommandContext): Promise<EvidenceEngine> {
  const engine = options['engine'] ?? 'rules'
  const lexiconDirs = ownLexicon(config().dataDir)
  if (engine === 'rules') return createRulesEngine({ lexiconDirs })
  if (engine !== 'model') throw new MaatstafError('bad-engine', '--engine is rules or model', { fault: 'usage' })
  const { model } = await house()
  if (!model) throw new MaatstafError('no-model', 'no language model is configured')
  // No candidate is stored here whom the answers could be erased with.
  return createModelEngine(modelAbout(model, null), { lexiconDirs })
}

function rateOf(option: string | boolean | undefined): number | null {
  if (typeof option !== 'string') return null
  const rate = Number(option.replace('€', '').replace(',', '.').trim())
  if (!Number.isFinite(rate) || rate <= 0)
    throw new MaatstafError('bad-rate', '--rate takes an amount such as 92 or 92,50', { fault: 'usage' })
  return rate
}
