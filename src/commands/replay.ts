import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { planReplay } from '../assistant/turn/replay.ts'
import type { Incoming } from '../chat/message.ts'
import { plainText } from '../chat/plain-text.ts'
import { MaatstafError } from '../errors.ts'
import type { Command } from './command.ts'

/** `replay FILE.json`: one recorded platform payload through the assistant; nothing is posted or stored. */
export const replay: Command = {
  name: 'replay',
  usage: 'replay FILE.json',
  words: ['FILE'],
  options: {},
  standsAlone: () => false,
  async run({ io, words, json, texts, clock, house }) {
    const payload = parse(await readFile(resolve(io.cwd, words[0]!), 'utf8').catch(notFound(words[0]!)))
    const incoming = await translate(payload, clock.now().toString())
    const { deps } = await house()
    const replies = incoming ? await planReplay({ ...deps, clock }, incoming) : []
    if (json)
      return io.out(
        `${JSON.stringify({ incoming: incoming && { ...incoming, files: incoming.files.length }, replies }, null, 2)}\n`,
      )
    io.out(
      replies.length === 0 ? `${texts.cli.silence}\n` : `${replies.map(({ card }) => plainText(card)).join('\n\n')}\n`,
    )
  },
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new MaatstafError('bad-payload', 'the file is not JSON', { cause })
  }
}

const notFound = (path: string) => (cause: unknown) => {
  throw new MaatstafError('file-not-found', 'no file at the path given', { details: { path }, cause })
}

/** Each platform says whether the payload is one of its own. */
async function translate(payload: unknown, receivedAt: string): Promise<Incoming | null> {
  const slack = await import('../platforms/slack/replay.ts')
  const teams = await import('../platforms/teams/replay.ts')
  return slack.replayPayload(payload, receivedAt) ?? teams.replayActivity(payload, receivedAt)
}
