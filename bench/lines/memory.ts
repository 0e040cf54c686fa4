import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newDatabase } from '../parts/database.ts'
import { addExamples, questions, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, ratioLine } from '../parts/line.ts'
import { flood, post } from '../parts/load.ts'
import { short } from '../parts/numbers.ts'
import type { Measured } from '../parts/process.ts'
import { directMessage, type SlackApi, startSlackApi } from '../parts/slack.ts'

const path = 'memory'
const idleMs = 8_000
const turns = Number(process.env['TURNS'] ?? 1000)
const people = 100

/** What a process holds after a thousand turns through Slack's stand-in, over what it held at rest, on both engines. */
export async function memory(): Promise<Line[]> {
  const lines: Line[] = []
  const database = await newDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'maatstaf-bench-data-'))
  for (const engine of ['embedded', 'PostgreSQL'] as const) {
    if (engine === 'PostgreSQL' && !database) continue
    const api = await startSlackApi()
    const { DATABASE_URL, ...common } = slackEnvironment(database?.url ?? '', api)
    const environment = {
      ...common,
      ...(engine === 'embedded' ? { MAATSTAF_DATA_DIR: dataDir } : { DATABASE_URL: DATABASE_URL! }),
    }
    await addExamples(environment)
    const server = await startAssistant(environment)
    await sleep(idleMs)
    const idle = server.memory().now
    await haveTurns(server, api)
    await sleep(idleMs)
    const after = server.memory().now
    lines.push(
      ratioLine(
        {
          path,
          what: `resident after ${turns} turns with Slack on ${engine}, over at rest`,
          ours: `${short(after)} MB`,
          beside: `${short(idle)} MB`,
          ratio: after / idle,
        },
        { atMost: 1.5 },
      ),
    )
    await server.stop()
    await api.close()
  }
  await database?.drop()
  rmSync(dataDir, { recursive: true, force: true })
  return lines
}

async function haveTurns(server: Measured, api: SlackApi): Promise<void> {
  await flood(
    async (nth) => {
      const person = nth % people
      const answered = api.nextPost(`D${person}`)
      const ms = await post(server.url, directMessage(person, questions[person % questions.length]!))
      await answered
      return ms
    },
    { count: turns, lanes: 8 },
  )
}
