import { MaatstafError } from '../errors.ts'
import { rankAssessments } from '../scoring/rank.ts'
import type { Command } from './command.ts'

/** `rank ASSIGNMENT`: the stored assessments in the order of the procedure. */
export const rank: Command = {
  name: 'rank',
  usage: 'rank ASSIGNMENT',
  words: ['ASSIGNMENT'],
  options: {},
  standsAlone: () => false,
  async run({ io, words, json, house }) {
    const { storage } = await house()
    const assignment = await storage.assignments.get(words[0]!)
    if (!assignment) throw new MaatstafError('unknown-assignment', 'no such assignment', { details: { id: words[0]! } })
    const ranking = rankAssessments(await storage.assessments.ofAssignment(assignment.id), assignment)
    const codes = new Map<string, string>()
    for (const { candidate } of ranking.places.map(({ assessment }) => assessment))
      codes.set(candidate, (await storage.candidates.get(candidate))?.code ?? candidate)
    const rows = ranking.places.map(({ assessment, ...place }) => ({
      candidate: codes.get(assessment.candidate),
      assessment: assessment.id,
      ...place,
    }))
    if (json) return io.out(`${JSON.stringify({ assignment: assignment.id, ...ranking, places: rows }, null, 2)}\n`)
    for (const row of rows) io.out(`${JSON.stringify(row)}\n`)
  },
}
