import type { Judged } from '../storage/port.ts'
import type { Command } from './command.ts'

/** `feedback`: answers that people judged wrong, as evaluation cases, one a line; a count of all judgements on standard error. */
export const feedback: Command = {
  name: 'feedback',
  usage: 'feedback',
  words: [],
  options: {},
  standsAlone: () => false,
  async run({ io, texts, house }) {
    const { storage } = await house()
    const judged = await storage.feedback.all()
    const wrong = judged.filter(({ verdict }) => verdict === 'wrong')
    for (const one of wrong) io.out(`${JSON.stringify(caseOf(one))}\n`)
    io.err(`${judged.length === 0 ? texts.cli.noFeedback : texts.cli.feedback(wrong.length, judged.length)}\n`)
  },
}

/** In the shape of `ask --batch`, with what was answered and what the person said of it. */
function caseOf({ id, question, assignment, now, history, answer, word }: Judged) {
  return { id, question, context: assignment, now, history, answer, word }
}
