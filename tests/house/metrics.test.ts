import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { closeParsers } from '../../src/documents/read-document.ts'
import { createHealthRoutes } from '../../src/house/health-routes.ts'
import { listenHttp } from '../../src/house/http.ts'
import { measuredDoor } from '../../src/house/measured.ts'
import { openPlatforms } from '../../src/house/open-platforms.ts'
import { silentLog } from '../../src/log.ts'
import { openTestHouse } from '../assistant/open-house.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { startModelServer } from '../standins/model-server.ts'
import { engines } from '../storage/engines.ts'
import { visit } from './visitor.ts'

afterAll(closeParsers)

it('/metrics says how turns, acknowledgements, posts, the model, files and queues fare, in codes alone', async () => {
  const engine = engines[0]!
  const place = await engine.newPlace()
  const model = await startModelServer(() => ({ status: 429, body: { error: { message: 'te druk' } } }))
  const environment = { OPENAI_API_KEY: 'sk-verzonnen', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'stand-in' }
  const test = await openTestHouse(place, { environment })
  const platforms = await openPlatforms(test.house)
  const server = await listenHttp({
    port: 0,
    host: '127.0.0.1',
    handlers: [createHealthRoutes(test.house, platforms.ready), ...platforms.handlers],
    log: silentLog,
    onAnswered: measuredDoor(test.house.metrics),
  })
  await test.house.work()
  await platforms.start()
  await test.add('70412', samplePosting)
  const url = `http://127.0.0.1:${server.port}`
  const visitor = await visit(url)
  const key = crypto.randomUUID()
  await visitor.send({ text: 'wanneer sluit 70412?' }, key)
  await visitor.answer()
  await visitor.send({ text: 'wanneer sluit 70412?' }, key)
  await visitor.send({
    text: 'toets KV voor 70412',
    file: { name: 'cv.docx', bytes: Buffer.from('PK\u0003\u0004kapot') },
  })
  await visitor.answer()
  await visitor.send({ text: 'hier', file: { name: 'cv.txt', bytes: Buffer.from(sampleCv) } })
  await visitor.answer()
  await test.house.model?.ask({
    prompt: 'check-quote',
    values: { doubts: 'x' },
    schema: z.object({}),
    cacheOn: [],
  })
  await fetch(`${url}/web/messages`, {
    method: 'POST',
    headers: visitor.page.headers({ 'content-type': 'application/json' }),
    body: '{',
  })

  const text = await (await fetch(`${url}/metrics`)).text()
  const value = (line: string) =>
    Number(
      text
        .split('\n')
        .find((each) => each.startsWith(`${line} `))
        ?.split(' ')[1],
    )
  expect(value('maatstaf_events_total{platform="web",outcome="duplicate"}')).toBe(1)
  expect(value('maatstaf_events_total{platform="web",outcome="accepted"}')).toBe(3)
  expect(value('maatstaf_acknowledgement_seconds_count{platform="web",status="200"}')).toBe(4)
  expect(value('maatstaf_http_refusals_total{platform="web",status="400"}')).toBe(1)
  // A reading that ended is a turn too.
  const turns = value('maatstaf_turns_total{outcome="turns"}')
  expect(turns).toBeGreaterThanOrEqual(3)
  expect(value('maatstaf_turn_seconds_count{ended="done"}')).toBe(turns)
  expect(value('maatstaf_turn_age_seconds_count')).toBe(turns)
  expect(value('maatstaf_posts_total{platform="web",outcome="posted"}')).toBeGreaterThanOrEqual(3)
  expect(value('maatstaf_model_calls_total{outcome="rate-limited"}')).toBe(1)
  expect(value('maatstaf_files_unreadable_total{reason="file-damaged"}')).toBe(1)
  expect(value('maatstaf_queue_waiting{queue="turns"}')).toBe(0)
  for (const name of ['digest_lag_seconds', 'model_tokens_total', 'queue_oldest_seconds', 'set_aside'])
    expect(text).toContain(`# HELP maatstaf_${name} `)
  for (const word of ['70412', 'KV', 'cv.', key, visitor.page.cookie]) expect(text).not.toContain(word)
  await platforms.stop()
  await server.close()
  await test.house.close()
  await model.close()
  await engine.drop(place)
})
