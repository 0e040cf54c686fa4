import { cvs, scoringWords } from '../parts/cvs.ts'
import { newDatabase } from '../parts/database.ts'
import { addExamples, questions, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, limitLine, ratioLine } from '../parts/line.ts'
import { post, steady } from '../parts/load.ts'
import { quantile, short } from '../parts/numbers.ts'
import { type Asked, typedInChromium } from '../parts/person-at-browser.ts'
import { directMessage, type SlackApi, slashCommand, startSlackApi } from '../parts/slack.ts'
import { chatOf, startTeamsApi, type TeamsApi } from '../parts/teams.ts'
import { askOverWeb } from '../parts/web.ts'

const path = 'felt'
const people = 240
const rounds = Number(process.env['ROUNDS'] ?? 5)
const perSecond = Number(process.env['RATE'] ?? 20)
const seconds = 4
/** CVs on each platform, one after the other. */
const scored = rounds * 4

type World = { url: string; slack: SlackApi; teams: TeamsApi }

/** What a person waits for, over the real path of each platform, all in one process on PostgreSQL that serves the three of them. */
export async function felt(): Promise<Line[]> {
  const database = await newDatabase()
  if (!database) return []
  const [slack, teams] = [await startSlackApi(), await startTeamsApi()]
  const environment = { ...slackEnvironment(database.url, slack), ...teams.environment }
  await addExamples(environment)
  const server = await startAssistant(environment)
  const world: World = { url: server.url, slack, teams }
  const lines = [
    ...(await questionLines(world)),
    ...(await webLines(world)),
    ...(await overviewLines(world)),
    ...(await quickLines(world)),
  ]
  await server.stop()
  await slack.close()
  await teams.close()
  await database.drop()
  return lines
}

/** The p95 against what a person puts up with; the median stands beside it. */
function waitLine(what: string, times: number[], atMost: number): Line {
  const beside = `p50 ${short(quantile(times, 0.5))} ms`
  return limitLine({ path, what: `${what}, p95`, value: quantile(times, 0.95), unit: 'ms', beside }, { atMost })
}

/** Twenty questions a second from different people, by turns on the two platforms. */
async function questionLines(world: World): Promise<Line[]> {
  const times: Record<'Slack' | 'Teams', number[]> = { Slack: [], Teams: [] }
  const ask = { Slack: onSlack, Teams: onTeams }
  for (let round = 0; round <= rounds; round++) {
    for (const name of ['Slack', 'Teams'] as const) {
      const measured = await steady((nth) => ask[name](world, nth % people, questions[nth % questions.length]!), {
        perSecond,
        seconds,
      })
      // The first round warms up.
      if (round > 0) times[name].push(...measured)
    }
  }
  return (['Slack', 'Teams'] as const).map((name) =>
    waitLine(`${name}: question to visible answer at ${perSecond} per second`, times[name], 1500),
  )
}

async function onSlack({ url, slack }: World, person: number, text: string): Promise<void> {
  const answered = slack.nextPost(`D${person}`)
  await post(url, directMessage(person, text))
  await answered
}

async function onTeams({ url, teams }: World, person: number, text: string): Promise<void> {
  const answered = teams.nextPost(chatOf(person))
  await post(url, teams.message(person, text))
  await answered
}

/** From the key to the drawn answer in Chromium, and the same over HTTP without a browser. */
async function webLines({ url }: World): Promise<Line[]> {
  const asked: Asked | null = await typedInChromium(url, questions, rounds * 6)
  if (!asked) return []
  const alone: number[] = []
  for (let nth = 0; nth < rounds * 6; nth++) alone.push(await askOverWeb(url, questions[nth % questions.length]!))
  return [
    waitLine('web in Chromium: Enter to drawn answer', asked.toAnswer, 1500),
    {
      path,
      what: 'web in Chromium: address to a page that takes words, p50',
      ours: `${short(quantile(asked.toPage, 0.5))} ms`,
      beside: '',
      ratio: null,
      aim: '',
      holds: null,
    },
    ratioLine(
      {
        path,
        what: 'web in Chromium: Enter to drawn answer, over the same by HTTP without a browser, p50',
        ours: `${short(quantile(asked.toAnswer, 0.5))} ms`,
        beside: `${short(quantile(alone, 0.5))} ms`,
        ratio: quantile(asked.toAnswer, 0.5) / quantile(alone, 0.5),
      },
      null,
    ),
  ]
}

/** A CV is sent with its question; the card that shows the knock-outs with their quotes is the first overview. By rules. */
async function overviewLines({ url, slack, teams }: World): Promise<Line[]> {
  const isOverview = (text: string) => /knock-outs? sta/i.test(text)
  const ways: Record<string, (person: number) => Promise<void>> = {
    async Slack(person) {
      const seen = slack.nextPost(`D${person}`, isOverview)
      await post(url, directMessage(person, scoringWords, [slack.upload(cvs[person % cvs.length]!)]))
      await seen
    },
    async Teams(person) {
      const seen = teams.nextPost(chatOf(person), isOverview)
      await post(url, teams.message(person, scoringWords, [cvs[person % cvs.length]!]))
      await seen
    },
    async web(person) {
      await askOverWeb(url, scoringWords, { file: cvs[person % cvs.length]!, matches: isOverview })
    },
  }
  const times: Record<string, number[]> = { Slack: [], Teams: [], web: [] }
  for (let nth = 0; nth < scored; nth++) {
    for (const [name, send] of Object.entries(ways)) {
      const from = performance.now()
      await send(people + nth)
      times[name]!.push(performance.now() - from)
    }
  }
  return Object.entries(times).map(([name, measured]) =>
    waitLine(`${name}: CV to first overview, by rules`, measured, 3000),
  )
}

/** What the platforms themselves wait for: a form has to open within Slack's three seconds, a search to be answered while one types. */
async function quickLines({ url, slack, teams }: World): Promise<Line[]> {
  const [opening, searching]: [number[], number[]] = [[], []]
  for (let nth = 0; nth < rounds * 10; nth++) {
    const opened = slack.opened(`trigger-${nth}`)
    const from = performance.now()
    await Promise.all([post(url, slashCommand(nth % people, '/toets', `trigger-${nth}`)), opened])
    opening.push(performance.now() - from)
    searching.push(await post(url, teams.search(nth % people, 'regio')))
  }
  return [
    waitLine('Slack: /toets to the opened form', opening, 3000),
    waitLine('Teams: search of the message extension', searching, 1000),
  ]
}
