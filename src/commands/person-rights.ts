import { everythingOf } from '../assistant/interviews/everything-of.ts'
import { forgetCandidate } from '../assistant/retention/forget.ts'
import type { Candidate } from '../candidates/record.ts'
import { MaatstafError } from '../errors.ts'
import type { House } from '../house/house.ts'
import type { Command } from './command.ts'

/** `forget CANDIDATE`: erases everything of one person, by id or code. */
export const forget: Command = {
  name: 'forget',
  usage: 'forget CANDIDATE',
  words: ['CANDIDATE'],
  options: {},
  standsAlone: () => false,
  async run({ io, words, json, texts, house }) {
    const opened = await house()
    const candidate = await find(opened, words[0]!)
    await opened.storage.transaction(async (stores) => {
      await forgetCandidate(stores, candidate.id)
      await stores.audit.append({
        who: 'cli',
        what: 'candidate-forgotten',
        about: { candidate: candidate.id },
        at: opened.clock.now().toString(),
      })
    })
    io.out(
      json
        ? `${JSON.stringify({ candidate: candidate.id, forgotten: true })}\n`
        : `${texts.cli.forgotten(candidate.code)}\n`,
    )
  },
}

/** `export CANDIDATE`: everything kept of one person, and of nobody else, as JSON. */
export const exportCandidate: Command = {
  name: 'export',
  usage: 'export CANDIDATE',
  words: ['CANDIDATE'],
  options: {},
  standsAlone: () => false,
  async run({ io, words, house }) {
    const opened = await house()
    const candidate = await find(opened, words[0]!)
    const everything = await everythingOf(opened, candidate)
    await opened.storage.audit.append({
      who: 'cli',
      what: 'candidate-exported',
      about: { candidate: candidate.id },
      at: opened.clock.now().toString(),
    })
    io.out(`${JSON.stringify(everything, null, 2)}\n`)
  },
}

async function find({ storage }: House, name: string): Promise<Candidate> {
  const all = await storage.candidates.all()
  const found = all.filter(({ id, code }) => id === name || code.toLowerCase() === name.toLowerCase())
  if (found.length === 1) return found[0]!
  throw new MaatstafError('unknown-candidate', 'no such candidate, or more than one', { details: { id: name } })
}
