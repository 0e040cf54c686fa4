import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestHouse } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { endAll, environmentOf, startMain } from '../house/running.ts'
import { until, visit } from '../house/visitor.ts'
import { engines } from '../storage/engines.ts'
import { isIdle } from './cluster.ts'

afterAll(endAll)

const now = '2026-07-10T10:00:00+02:00'

describe.each(engines)('SIGTERM under load ($name database)', (engine) => {
  it('every message that was acknowledged is answered once, by this process or the next, and the process ends by itself (X01)', async () => {
    const place = await engine.newDatabase()
    const test = await openTestHouse(place, { now })
    await test.add('70412', samplePosting)
    await test.house.close()
    const environment = environmentOf(place, { MAATSTAF_NOW: now })
    const first = await startMain(environment)
    const visitors = await Promise.all(Array.from({ length: 8 }, () => visit(first.url)))
    const acknowledged = visitors.map(() => 0)
    let failures = 0
    let listening = true
    const load = visitors.map(async (visitor, n) => {
      for (let round = 0; listening && round < 40; round++) {
        const status = await visitor.send({ text: `wanneer sluit 70412? ${round}` }).catch(() => 'closed')
        if (status === 200) acknowledged[n]! += 1
        else if (status === 'closed') listening = false
        else failures += 1
        await sleep(40)
      }
    })
    await until('the load', async () => acknowledged.every((count) => count >= 2))
    const stopped = first.stop()
    if (engine.name === 'server')
      await until('draining', async () => (await fetch(`${first.url}/readyz`)).status === 503)
    // 1 would say that the grace had run out before all was finished or handed back.
    expect(await stopped).toEqual({ code: 0, signal: null })
    listening = false
    await Promise.all(load)
    expect(failures).toBe(0)

    const second = await startMain(environment)
    await until('the rest', () => isIdle({ url: () => second.url }))
    for (const [n, visitor] of visitors.entries()) {
      const entries = await (await visit(second.url, { cookie: visitor.page.cookie })).entries()
      const [asked, answered] = [
        entries.filter(({ from }) => from === 'you'),
        entries.filter(({ from }) => from !== 'you'),
      ]
      expect(asked.length).toBeGreaterThanOrEqual(acknowledged[n]!)
      expect(answered).toHaveLength(asked.length)
    }
    await second.stop()
    await engine.drop(place)
  })
})
