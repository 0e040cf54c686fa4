import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { readCareer } from '../../src/candidates/read-career.ts'
import { loadConfig } from '../../src/config.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { openHouse } from '../../src/house/house.ts'
import { listenHttp } from '../../src/house/http.ts'
import { openPlatforms } from '../../src/house/open-platforms.ts'
import { silentLog } from '../../src/log.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'

/**
 * The assistant up to the acknowledgement: what comes in becomes durable, no turn is taken, so that the cost of taking in can be told
 * apart. SCORING=1 scores one five-page CV after another meanwhile.
 */
const house = await openHouse(loadConfig(process.env), silentLog, { demo: false })
const platforms = await openPlatforms(house)
const server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: platforms.handlers, log: silentLog })
await platforms.start()
process.stdout.write(`http://127.0.0.1:${server.port}\n`)
if (process.env['SCORING'] === '1') void scoreOn()

async function scoreOn(): Promise<never> {
  const root = resolve(import.meta.dirname, '../..')
  const pdf = readFileSync(`${root}/tests/fixtures/documents/five-pages.pdf`)
  const assignment = readPosting(readFileSync(`${root}/evals/cvs/postings/p1.txt`, 'utf8'), { id: 'p1' })
  const engine = createRulesEngine()
  for (;;) {
    const document = await readDocument(new Uint8Array(pdf), 'cv.pdf')
    const career = readCareer(document, { asOf: '2026-10-05' })
    await scoreCandidate({ assignment, documents: { cv: document }, career, rateEur: null, engine })
    await breath()
  }
}
