import { newDatabase } from '../parts/database.ts'
import { addExamples, questions, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, ratioLine } from '../parts/line.ts'
import { post, steady } from '../parts/load.ts'
import { median, quantile, short } from '../parts/numbers.ts'
import { type Measured, startServer } from '../parts/process.ts'
import { haveRivals } from '../parts/rivals.ts'
import { botToken, directMessage, type SlackApi, signingSecret, startSlackApi } from '../parts/slack.ts'

const path = 'question'
const people = 240
const rounds = Number(process.env['ROUNDS'] ?? 5)
const perSecond = Number(process.env['RATE'] ?? 20)
const seconds = 5

type Side = { server: Measured; api: SlackApi; ask: (person: number) => string }

/**
 * From the event to the posted answer, through Slack's stand-in, twenty a second, each from another person; beside the `chat` package
 * with its Slack adapter and PostgreSQL state, which only echoes text of the same size.
 */
export async function question(): Promise<Line[]> {
  const databases = [await newDatabase(), await newDatabase()]
  const [own, other] = databases
  if (!own || !other) return []
  const ours = await oursOn(own.url)
  const sample = await askOnce(ours, 0)
  const rival = haveRivals(path) ? await rivalOn(other.url, sample.length) : null
  const sides = rival ? { ours, rival } : { ours }
  for (const side of Object.values(sides)) await measured(side)
  const times: Record<'ours' | 'rival', number[][]> = { ours: [], rival: [] }
  const cpu: Record<'ours' | 'rival', number[]> = { ours: [], rival: [] }
  for (let nth = 0; nth < rounds; nth++) {
    for (const [name, side] of Object.entries(sides) as ['ours' | 'rival', Side][]) {
      const before = side.server.cpuSeconds()
      times[name].push(await measured(side))
      cpu[name].push(((side.server.cpuSeconds() - before) * 1000) / (perSecond * seconds))
    }
  }
  const lines = [0.5, 0.95].map((share) => {
    const of = (name: 'ours' | 'rival') => median(times[name].map((round) => quantile(round, share)))
    return ratioLine(
      {
        path,
        what: `p${share * 100} to the posted answer at ${perSecond} per second, beside the chat package's echo`,
        ours: `${short(of('ours'))} ms`,
        beside: `${short(of('rival'))} ms`,
        ratio: median(times.ours.map((round, nth) => quantile(round, share) / quantile(times.rival[nth] ?? [], share))),
      },
      rival ? { atMost: 1 } : null,
    )
  })
  lines.push(
    ratioLine(
      {
        path,
        what: 'time of one core per answer, beside its echo',
        ours: `${short(median(cpu.ours))} ms`,
        beside: `${short(median(cpu.rival))} ms`,
        ratio: median(cpu.ours.map((ms, nth) => ms / (cpu.rival[nth] ?? Number.NaN))),
      },
      null,
    ),
  )
  for (const { server, api } of Object.values(sides)) {
    await server.stop()
    await api.close()
  }
  for (const database of databases) await database?.drop()
  return lines
}

async function measured({ server, api, ask }: Side): Promise<number[]> {
  return steady(
    async (nth) => {
      const person = nth % people
      const answered = api.nextPost(`D${person}`)
      await post(server.url, directMessage(person, ask(person)))
      await answered
    },
    { perSecond, seconds },
  )
}

async function askOnce({ server, api, ask }: Side, person: number): Promise<string> {
  const answered = api.nextPost(`D${person}`)
  await post(server.url, directMessage(person, ask(person)))
  await answered
  return api.takePosts().at(-1)?.text ?? ''
}

async function oursOn(databaseUrl: string): Promise<Side> {
  const api = await startSlackApi()
  const environment = slackEnvironment(databaseUrl, api)
  await addExamples(environment)
  return { server: await startAssistant(environment), api, ask: questionOf }
}

async function rivalOn(databaseUrl: string, answerLength: number): Promise<Side> {
  const api = await startSlackApi()
  const server = await startServer('bench/servers/chat-sdk.mjs', {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: api.apiUrl,
    DATABASE_URL: databaseUrl,
    ECHO_LENGTH: String(answerLength),
  })
  return { server, api, ask: questionOf }
}

const questionOf = (person: number) => questions[person % questions.length]!
