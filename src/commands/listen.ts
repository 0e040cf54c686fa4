import { listen } from '../answers/listen.ts'
import { catalogueFor } from './ask.ts'
import { type Command, readJsonLines } from './command.ts'

/** `listen "MESSAGE"`: would it answer this in a channel unasked? `--batch` takes lines {id, text}. */
export const listenCommand: Command = {
  name: 'listen',
  usage: 'listen "MESSAGE" | listen --batch FILE.jsonl',
  words: ['MESSAGE?'],
  options: { batch: true },
  standsAlone: (options) => Boolean(options['postings']),
  async run(context) {
    const { io, words, options, json, texts, clock } = context
    const catalogue = await catalogueFor(context)
    const hear = (text: string) => listen(text, { catalogue, now: clock.zoned(), focus: null })
    if (typeof options['batch'] === 'string') {
      for (const line of await readJsonLines(io, options['batch']))
        io.out(`${JSON.stringify({ id: line['id'], ...hear(String(line['text'] ?? '')) })}\n`)
      return
    }
    const heard = hear(words[0] ?? '')
    io.out(
      json
        ? `${JSON.stringify(heard, null, 2)}\n`
        : `${heard.answers ? texts.cli.speaks : texts.cli.silent}: ${heard.why}\n`,
    )
  },
}
