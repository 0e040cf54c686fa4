import { setTimeout as sleep } from 'node:timers/promises'
import { newDatabase } from '../parts/database.ts'
import { addExamples, questions, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, limitLine, ratioLine } from '../parts/line.ts'
import { post, steady } from '../parts/load.ts'
import { quantile, short } from '../parts/numbers.ts'
import { directMessage, startSlackApi } from '../parts/slack.ts'
import { startSlowModel } from '../parts/slow-model.ts'

const path = 'load'
const minutes = Number(process.env['MINUTES'] ?? 10)
const perSecond = Number(process.env['RATE'] ?? 200)
/** One message in so many is a question that only the model could understand. */
const modelEvery = 100
const modelMs = 5_000
/** So many that nobody writes faster than a person may. */
const people = 1_200
/** Each in other words: what was asked before is remembered. */
const forTheModel = (nth: number) => `hoe ziet de dagelijkse praktijk eruit bij 70412, voor collega ${inLetters(nth)}?`

/** Far more than an agency says, for ten minutes, beside a language model that takes five seconds (X06): what is acknowledged in time, and answered at all. */
export async function load(): Promise<Line[]> {
  const database = await newDatabase()
  if (!database) return []
  const [api, model] = [await startSlackApi(), await startSlowModel(modelMs)]
  const environment = {
    ...slackEnvironment(database.url, api),
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'slow',
  }
  await addExamples(environment)
  const server = await startAssistant(environment)
  let refused = 0
  const times = await steady(
    (nth) => {
      const text = nth % modelEvery === 0 ? forTheModel(nth) : questions[nth % questions.length]!
      return post(server.url, directMessage(nth % people, text)).catch(() => {
        refused += 1
      })
    },
    { perSecond, seconds: minutes * 60 },
  )
  const from = performance.now()
  while (!(await isIdle(server.url))) await sleep(1_000)
  const drained = (performance.now() - from) / 1000
  const answered = api.takePosts().length
  const acknowledged = times.length - refused
  const lines = [
    limitLine(
      {
        path,
        what: `p99 of the acknowledgement, ${minutes} minutes at ${perSecond} a second, one in ${modelEvery} for a model that takes ${modelMs / 1000} s`,
        value: quantile(times, 0.99),
        unit: 'ms',
        beside: `p50 ${short(quantile(times, 0.5))} ms`,
      },
      { atMost: 1000 },
    ),
    limitLine({ path, what: `refused of ${times.length}`, value: refused, unit: 'messages' }, { atMost: 0 }),
    ratioLine(
      {
        path,
        what: `answers over acknowledged messages, ${short(drained)} s after the last; the model was asked ${model.calls()} times`,
        ours: String(answered),
        beside: String(acknowledged),
        ratio: answered / acknowledged,
      },
      { atLeast: 1 },
    ),
  ]
  await server.stop()
  await Promise.all([api.close(), model.close()])
  await database.drop()
  return lines
}

/** Nothing waits and nothing is in hand. */
async function isIdle(url: string): Promise<boolean> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const counts = [...text.matchAll(/^maatstaf_queue_(?:waiting|active)\{queue="(?:turns|posts|work)"\} (\d+)/gm)]
  return counts.length > 0 && counts.every(([, count]) => count === '0')
}

function inLetters(nth: number): string {
  return [...String(nth)].map((digit) => 'bdfgklmnrt'[Number(digit)]).join('a')
}
