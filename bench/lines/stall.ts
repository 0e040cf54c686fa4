import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { scoringWords } from '../parts/cvs.ts'
import { newDatabase } from '../parts/database.ts'
import { addExamples, questions, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, limitLine } from '../parts/line.ts'
import { post, steady } from '../parts/load.ts'
import { pdfOf } from '../parts/long-pdf.ts'
import { quantile, short } from '../parts/numbers.ts'
import { directMessage, startSlackApi } from '../parts/slack.ts'
import { askOverWeb } from '../parts/web.ts'

const path = 'stall'
const pages = Number(process.env['PAGES'] ?? 300)
const perSecond = 20
const people = 100
const slice = 0.5

/** Slack events at a steady rate while somebody in the web chat has the longest PDF that is taken read and scored (X08). */
export async function stall(): Promise<Line[]> {
  const database = await newDatabase()
  if (!database) return []
  const api = await startSlackApi()
  const environment = slackEnvironment(database.url, api)
  await addExamples(environment)
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-bench-'))
  const stretches = join(folder, 'stretches')
  const preload = resolve(import.meta.dirname, '../servers/longest-stretch.ts')
  const server = await startAssistant({ ...environment, STRETCHES: stretches }, ['--import', preload])
  const text = readFileSync(resolve(import.meta.dirname, '../../evals/cvs/e01/text.txt'), 'utf8')
  const bytes = pdfOf(text, pages)
  let refused = 0
  // Who is not acknowledged within three seconds is refused; that took its time too.
  const ask = (nth: number) =>
    post(server.url, directMessage(nth % people, questions[nth % questions.length]!)).catch(() => {
      refused += 1
    })
  const forSeconds = (seconds: number) => steady(ask, { perSecond, seconds })

  await forSeconds(3)
  await longestStall(server.url)
  const quiet = await forSeconds(5)
  const quietStall = await longestStall(server.url)
  writeFileSync(stretches, '')
  refused = 0
  let read = false
  const reading = askOverWeb(server.url, scoringWords, {
    file: { name: 'cv.pdf', bytes },
    matches: (said) => /^(?:Gelezen|Ik kreeg|Dit bestand)/m.test(said),
  }).finally(() => {
    read = true
  })
  const slices: Promise<number[]>[] = []
  while (!read) {
    slices.push(forSeconds(slice))
    await sleep(slice * 1000)
  }
  const seconds = (await reading) / 1000
  const during = (await Promise.all(slices)).flat()
  const stalled = await longestStall(server.url)
  const longest = Math.max(0, ...readFileSync(stretches, 'utf8').split('\n').map(Number))
  rmSync(folder, { recursive: true })
  await server.stop()
  await api.close()
  await database.drop()
  const while300 = `while a PDF of ${pages} pages (${short(bytes.length / 1e6)} MB) is read and scored in ${short(seconds)} s`
  return [
    limitLine(
      {
        path,
        what: `p99 of the acknowledgement at ${perSecond} a second ${while300}; beside: before`,
        value: quantile(during, 0.99),
        unit: 'ms',
        beside: `${short(quantile(quiet, 0.99))} ms`,
      },
      { atMost: 1000 },
    ),
    limitLine({ path, what: `refused of ${during.length} meanwhile`, value: refused, unit: 'events' }, { atMost: 0 }),
    limitLine(
      {
        path,
        what: 'the longest that nothing else had its turn in the process meanwhile, by the clock; beside: before',
        value: stalled,
        unit: 'ms',
        beside: `${short(quietStall)} ms`,
      },
      { atMost: 1000 },
    ),
    limitLine(
      { path, what: 'the same in its own processor time, which neighbours do not change', value: longest, unit: 'ms' },
      { atMost: 1000 },
    ),
  ]
}

/** Of the event loop since this was asked last, in milliseconds (perf_hooks.monitorEventLoopDelay, by way of /metrics). */
async function longestStall(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1]) * 1000
}
