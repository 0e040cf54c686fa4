import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { closeParsers } from '../../src/documents/read-document.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { wireTo } from '../standins/database-wire.ts'
import { startModelServer } from '../standins/model-server.ts'
import { engines } from '../storage/engines.ts'
import { endAll, environmentOf, newFolder, runCli, startMain } from './running.ts'
import { walkClock } from './scoring-walk.ts'
import { serveHouse } from './served.ts'
import { until, visit } from './visitor.ts'

// Processes start slowly on a machine with busy neighbours.
vi.setConfig({ testTimeout: 180_000 })

afterAll(async () => {
  endAll()
  await closeParsers()
})

const server = engines.find(({ name }) => name === 'server')
const cv = { name: 'cv.txt', bytes: Buffer.from(sampleCv) }

describe.each(engines)('two at once ($name database)', (engine) => {
  it('two answers within milliseconds are taken one after the other, and neither is lost (P02)', async () => {
    const place = await engine.newPlace()
    const { test, url, close } = await serveHouse(place)
    await test.add('70412', samplePosting)
    const [left, right] = await Promise.all([visit(url), visit(url)])
    const tab = await visit(url, { cookie: left.page.cookie })
    await left.send({ text: 'toets KV voor 70412', file: cv })
    await left.answer()
    // The same button in two tabs, a question, and somebody else's, all in the same moment.
    expect(
      await Promise.all([
        left.send({ press: /kloppen$/ }),
        tab.send({ press: /kloppen$/ }),
        left.send({ text: 'welke schaal is 70412?' }),
        right.send({ text: 'wanneer sluit 70412?' }),
      ]),
    ).toEqual([200, 200, 200, 200])
    await left.answer()
    await right.answer()
    const entries = await left.entries()
    expect(entries.filter(({ text }) => text.includes('Deze knop hoort bij een eerdere stap'))).toHaveLength(1)
    expect(entries.some(({ text }) => /schaal 11|functieschaal 11|\b11\b/.test(text))).toBe(true)
    expect(await tab.entries()).toEqual(entries)
    expect((await right.entries()).map(({ from }) => from)).toEqual(['you', 'maatstaf'])
    const [assessment] = await test.house.storage.assessments.ofAssignment('70412')
    expect(Object.values(assessment!.judgements).filter(({ decision }) => decision === 'meets')).toHaveLength(2)
    const done: string[] = []
    for await (const { what } of test.house.storage.exportAudit()) done.push(what)
    expect(done.filter((what) => what === 'scored')).toHaveLength(1)
    await close()
    await engine.drop(place)
  })
})

describe.runIf(server)('while the database is gone', () => {
  it('nothing is acknowledged that is not kept, the person is told, and all goes on by itself (P03, X05)', async () => {
    const place = await server!.newPlace()
    const wire = await wireTo(place.databaseUrl!)
    const { test, url, close } = await serveHouse({ ...place, databaseUrl: wire.url })
    await test.add('70412', samplePosting)
    const visitor = await visit(url)
    const status = async (path: string) => (await fetch(url + path)).status
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200])

    wire.cut()
    expect([await status('/healthz'), await status('/readyz'), await status('/metrics')]).toEqual([200, 503, 200])
    const key = crypto.randomUUID()
    const refused = await visitor.page.send('wanneer sluit 70412?', { key })
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ error: 'unavailable', message: expect.stringMatching(/\w/) })

    wire.mend()
    await until('the database', async () => (await status('/readyz')) === 200)
    expect(await visitor.send({ text: 'wanneer sluit 70412?' }, key)).toBe(200)
    expect((await visitor.answer()).text).toContain('23 juli 2026')
    expect((await visitor.entries()).map(({ from }) => from)).toEqual(['you', 'maatstaf'])
    await close()
    await wire.close()
    await server!.drop(place)
  })

  it('a turn that was under way is finished once, after the database is back', async () => {
    const place = await server!.newPlace()
    const wire = await wireTo(place.databaseUrl!)
    const { test, url, close } = await serveHouse({ ...place, databaseUrl: wire.url })
    await test.add('70412', samplePosting)
    const visitor = await visit(url)
    await visitor.send({ text: 'toets KV voor 70412', file: cv })
    wire.cut()
    await new Promise((done) => setTimeout(done, 1_500))
    wire.mend()
    await until('the result', async () =>
      (await visitor.entries().catch(() => [])).some(({ text }) => text.includes('kloppen')),
    )
    await visitor.answer()
    expect((await visitor.entries()).filter(({ text }) => /Gelezen van/.test(text))).toHaveLength(1)
    expect(await test.house.storage.assessments.ofAssignment('70412')).toHaveLength(1)
    await close()
    await wire.close()
    await server!.drop(place)
  })
})

describe('what a process says about itself', () => {
  it('thirty secrets through every path of error are in no log line and no metric, and a line stays a line (X03, X04)', async () => {
    const folder = newFolder('canary')
    const place = await engines[0]!.newPlace()
    const canaries = Array.from({ length: 30 }, (_, n) => `kanarie${n}geheim`)
    const word = (n: number) => canaries[n]!
    const model = await startModelServer((request) => ({
      status: 500,
      body: { error: { message: `${word(1)} ${request.messages.at(-1)?.content.slice(0, 2000)}` } },
    }))
    const environment = environmentOf(place, {
      MAATSTAF_NOW: walkClock,
      LOG_LEVEL: 'trace',
      OPENAI_API_KEY: `sk-${word(2)}`,
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'stand-in',
    })
    const running = await startMain(environment)
    const visitor = await visit(running.url)
    const injected = `${word(3)}\n{"level":60,"msg":"forged"}\n\u001b[31m${word(4)}`
    const papers = sampleCv.replace('K. Verzonnen', word(5)).replace('stationsomgeving', word(6))
    await visitor.send({
      text: `toets KV voor 70412 ${word(7)}`,
      file: { name: `${word(8)}.txt`, bytes: Buffer.from(papers) },
    })
    await visitor.answer()
    await visitor.send({ press: /^Ja/ }).catch(() => 0)
    await visitor.answer()
    await visitor.send({ text: injected })
    await visitor.send({
      text: `wat vind je van ${word(9)}?`,
      file: { name: `${word(10)}\n.pdf`, bytes: Buffer.from(`%PDF-1.7 ${word(11)}`) },
    })
    await visitor.send({
      text: 'hier',
      file: { name: `${word(12)}.docx`, bytes: Buffer.from(`PK\u0003\u0004${word(13)}`) },
    })
    await visitor.answer()
    const headers = visitor.page.headers({ 'content-type': 'application/json' })
    for (const body of [
      `{"text":"${word(14)}`,
      `"${word(15)}"`,
      JSON.stringify({ key: word(16), text: word(17), files: 3 }),
    ])
      await fetch(`${running.url}/web/messages`, { method: 'POST', headers, body })
    await fetch(`${running.url}/web/query`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: word(18), values: { a: word(19) } }),
    })
    await fetch(`${running.url}/report/${word(20)}.${word(21)}`)
    await fetch(`${running.url}/${word(22)}?q=${word(23)}`, { headers: { authorization: `Bearer ${word(24)}` } })
    await fetch(`${running.url}/web/file?id=${word(25)}`, { headers: { cookie: `maatstaf=${word(26)}` } })
    writeFileSync(join(folder.path, `${word(27)}.txt`), word(28))
    const cli = await runCli(['add', join(folder.path, `${word(27)}.txt`)], environment)
    expect(cli.code).toBe(1)
    expect(cli.err).not.toContain(word(28))
    await runCli(['ask', word(29), '--history', join(folder.path, `${word(27)}.txt`)], environment)
    await visitor.answer()
    expect(model.requests.length).toBeGreaterThan(0)
    const metrics = await (await fetch(`${running.url}/metrics`)).text()
    await running.stop()
    const log = running.log()
    expect(log.length).toBeGreaterThan(0)
    for (const line of log) expect(() => JSON.parse(line)).not.toThrow()
    const told = log.join('\n') + metrics + running.out()
    expect([...canaries, environment['MAATSTAF_KEY']!].filter((each) => told.includes(each))).toEqual([])
    expect(told).not.toContain('forged')
    await model.close()
    folder.remove()
    await engines[0]!.drop(place)
  })
})
