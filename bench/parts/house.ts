import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPostingFile } from '../../src/assignments/read-file.ts'
import { addPosting } from '../../src/assistant/catalogue/add-posting.ts'
import { loadConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house/house.ts'
import { silentLog } from '../../src/log.ts'
import { startFlags } from '../../tests/house/start-flags.ts'
import { type Measured, startServer } from './process.ts'
import { botToken, type SlackApi, signingSecret } from './slack.ts'

/** A day on which every example posting is open. */
const now = '2026-10-14T10:00:00+02:00'
/** About the example postings; each has one answer with its quote. */
export const questions = ['wanneer sluit 70412?', 'is SROI van toepassing bij 70412?', 'welke schaal is 70412?']

/** What `npm start` is told to serve Slack over HTTP, with a database on the server. */
export function slackEnvironment(databaseUrl: string, api: SlackApi): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: api.apiUrl,
    DATABASE_URL: databaseUrl,
    MAATSTAF_KEY: Buffer.alloc(32, 1).toString('base64'),
    MAATSTAF_NOW: now,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
  }
}

/** The real program, as `npm start` runs it; `flags` come on top of its own. */
export function startAssistant(environment: Record<string, string>, flags: string[] = []): Promise<Measured> {
  return startServer('src/main.ts', environment, { flags: [...startFlags, ...flags] })
}

/** The invented example postings, put into the catalogue as the shell does it. */
export async function addExamples(environment: Record<string, string>): Promise<void> {
  const folder = resolve(import.meta.dirname, '../../examples/postings')
  const house = await openHouse(loadConfig(environment), silentLog, { demo: false })
  for (const name of readdirSync(folder).filter((file) => file !== 'README.md')) {
    const posting = await readPostingFile(readFileSync(`${folder}/${name}`), name, { id: name.replace(/\.\w+$/, '') })
    await house.storage.transaction(async (stores) => {
      await addPosting(stores, posting, { fileName: name, by: 'bench', now: house.clock.now(), example: true })
    })
  }
  await house.close()
}
