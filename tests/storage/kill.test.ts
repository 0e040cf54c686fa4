import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { engines } from './engines.ts'
import { eventually } from './samples.ts'
import { deadly, sendTurn, turnHandler, turnsDone } from './turning.ts'
import { turningProcess } from './turning-child.ts'

/** A process dies after it was told that so many are kept. */
const deaths = [1, 7, 20, 50]

it.concurrent.each(engines)(
  'kill -9 on the $name engine loses no acknowledged turn and does none twice, wherever it strikes',
  async (engine) => {
    const made = await engine.open()
    await made.storage.close()
    const { place } = made
    const acknowledged: number[] = []
    for (const [round, count] of deaths.entries()) {
      const child = await turningProcess(place, round * 100, 100)
      await child.hasSent(count)
      await sleep(2 * round)
      await child.kill()
      acknowledged.push(...child.acknowledged)
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(deaths.reduce((sum, count) => sum + count))
    const { storage } = await engine.open({ place })
    await storage.worker.start('turns', turnHandler(storage, 'last'), async () => {})
    await eventually('all turns', async () => {
      const { turns } = await storage.worker.depth()
      return turns.waiting + turns.active === 0
    })
    const done = await turnsDone(storage)
    const numbers = done.map(({ n }) => n)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(acknowledged.filter((n) => !numbers.includes(n))).toEqual([])
    for (const key of new Set(done.map((turn) => turn.key))) {
      const order = done.filter((turn) => turn.key === key).map(({ n }) => n)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
    expect(await storage.verifyAudit()).toMatchObject({ ok: true })
    expect(await storage.worker.setAside()).toEqual([])
    await storage.close()
    await engine.drop(place)
  },
)

it('a job that kills its process each time is set aside after three tries, and none that was in hand beside it', async () => {
  const engine = engines[0]!
  const { storage, place } = await engine.open()
  await sendTurn(storage, 1)
  await storage.jobs.send('turns', { id: randomUUID(), key: 'k9', payload: deadly, sealFor: { conversation: 'k9' } })
  for (const n of [2, 3, 4]) await sendTurn(storage, n)
  await storage.jobs.send('turns', { id: randomUUID(), key: 'k9', payload: 9, sealFor: { conversation: 'k9' } })
  await storage.close()
  for (let death = 0; death < 3; death++) await (await turningProcess(place, 0, 0)).ended
  const after = await engine.open({ place })
  await after.storage.worker.start('turns', turnHandler(after.storage, 'last'), async () => {})
  await eventually('all turns', async () => {
    const { turns } = await after.storage.worker.depth()
    return turns.waiting + turns.active === 0
  })
  const done = await turnsDone(after.storage)
  expect(done.map(({ n }) => n).toSorted()).toEqual([1, 2, 3, 4, 9])
  expect(await after.storage.worker.setAside()).toMatchObject([{ queue: 'turns', code: 'job-crashes' }])
  await after.close()
  await engine.drop(place)
})
