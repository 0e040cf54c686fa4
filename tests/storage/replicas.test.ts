import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../src/candidates/record.ts'
import { wireTo } from '../standins/database-wire.ts'
import { engines } from './engines.ts'
import { behind } from './peek.ts'
import { aCandidate, aJob, anAssignment, eventually } from './samples.ts'
import { sendTurn, turnHandler, turnsDone } from './turning.ts'
import { turningProcess } from './turning-child.ts'

const server = engines.find(({ name }) => name === 'server')!

describe.runIf(server)('replicas on one server', { concurrent: true }, () => {
  it('share the turns, each done once and in order, also when one of them is killed', async () => {
    const { storage, place, close } = await server.open()
    const other = await turningProcess(place, 0, 0)
    await storage.worker.start('turns', turnHandler(storage, 'mine'), async () => {})
    for (let n = 0; n < 200; n++) await sendTurn(storage, n)
    await other.kill()
    await eventually('all turns', async () => (await turnsDone(storage)).length === 200)
    const done = await turnsDone(storage)
    expect(new Set(done.map(({ who }) => who)).size).toBe(2)
    for (const key of new Set(done.map((turn) => turn.key))) {
      const order = done.filter((turn) => turn.key === key).map(({ n }) => n)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
    await close()
  })

  it('take again what they were given over a connection that broke before they heard of it', async () => {
    const place = await server.newPlace()
    const wire = await wireTo(place.databaseUrl!)
    const { storage } = await server.open({ place: { ...place, databaseUrl: wire.url } })
    const seen: unknown[] = []
    await storage.worker.start(
      'turns',
      async ({ payload }) => void seen.push(payload),
      async () => {},
    )
    wire.loseCommitOf('SET starts')
    await storage.jobs.send('turns', aJob({ key: 'k', payload: 'first' }))
    await eventually('the break', () => wire.isLost())
    await storage.jobs.send('turns', aJob({ key: 'k', payload: 'second' }))
    await eventually('both, in order', () => seen.length === 2)
    expect(seen).toEqual(['first', 'second'])
    await storage.close()
    await wire.close()
    await server.drop(place)
  })

  it('leave the jobs of a living one alone', async () => {
    const first = await server.open()
    const { place } = first
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    let starts = 0
    const slow = async () => {
      starts++
      await gate
    }
    await first.storage.worker.start('turns', slow, async () => {})
    await sendTurn(first.storage, 1)
    await eventually('a start', () => starts === 1)
    const second = await server.open({ place })
    await second.storage.worker.start('turns', slow, async () => {})
    // Longer than two looks at who is alive.
    await sleep(9_000)
    expect(starts).toBe(1)
    release()
    await second.storage.close()
    await first.close()
  })

  it('tell each other what changed, and forget a key that one of them dropped', async () => {
    const first = await server.open()
    const second = await server.open({ place: first.place })
    const told: unknown[] = []
    second.storage.onAssignmentsChanged((ids) => told.push(ids))
    const candidate = aCandidate()
    await first.storage.candidates.save(candidate)
    expect(await second.storage.candidates.get(candidate.id)).toEqual(candidate)
    await first.storage.candidates.forget(candidate.id)
    await first.storage.assignments.save(anAssignment({ id: 'x' }))
    await eventually('the change', () => told.length > 0)
    expect(told.flat()).toEqual(['x'])
    await expect(second.storage.candidates.save(candidate)).rejects.toMatchObject({ code: 'candidate-erased' })
    await second.storage.close()
    await first.close()
  })

  it('read each other through a rotation of the key, one restart after the other', async () => {
    const [old, next] = [randomBytes(32), randomBytes(32)]
    const place = await server.newPlace()
    const join = (...masterKeys: Uint8Array[]) => server.open({ place, masterKeys })
    const saved: Candidate[] = []
    const everybodyReads = async (...replicas: Awaited<ReturnType<typeof join>>[]) => {
      for (const { storage } of replicas) {
        const candidate = aCandidate()
        saved.push(candidate)
        await storage.candidates.save(candidate)
        await storage.audit.append({ who: 'p', what: 'saved', about: {}, at: '2026-07-10T10:00:00Z' })
      }
      for (const { storage } of replicas) {
        expect(await storage.candidates.all()).toHaveLength(saved.length)
        expect(await storage.verifyAudit()).toEqual({ ok: true, rows: saved.length })
      }
    }
    const [first, second] = [await join(old), await join(old)]
    await everybodyReads(first, second)
    await first.storage.close()
    const firstAgain = await join(next, old)
    await everybodyReads(firstAgain, second)
    await second.storage.close()
    const secondAgain = await join(next, old)
    await everybodyReads(firstAgain, secondAgain)
    await firstAgain.storage.purge(Temporal.Now.instant())
    for (const { storage } of [firstAgain, secondAgain]) await storage.close()
    const after = await join(next)
    await everybodyReads(after)
    await after.storage.close()
    await server.drop(place)
  })

  it('may start at the same moment on an empty server', async () => {
    const place = await server.newPlace()
    const opened = await Promise.all([1, 2, 3].map(() => server.open({ place })))
    await Promise.all(opened.map(({ storage }, n) => sendTurn(storage, n)))
    expect((await opened[0]!.storage.worker.depth()).turns.waiting).toBe(3)
    for (const { storage } of opened) await storage.close()
    await server.drop(place)
  })

  it('go on after the server cut every connection, and no turn is taken from one that lived through it', async () => {
    const { storage, place, close } = await server.open()
    let starts = 0
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const seen: unknown[] = []
    await storage.worker.start(
      'turns',
      async ({ payload }) => {
        if (payload === 0) {
          starts++
          await gate
        }
        seen.push(payload)
      },
      async () => {},
    )
    await sendTurn(storage, 0)
    await eventually('a start', () => starts === 1)
    await behind(place, (sql) =>
      sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
        `maatstaf ${place.schema}`,
      ]),
    )
    await eventually('a turn accepted again', () =>
      sendTurn(storage, 1).then(
        () => true,
        () => false,
      ),
    )
    await eventually('the turn done', () => seen.includes(1))
    const told: unknown[] = []
    storage.onAssignmentsChanged((ids) => told.push(ids))
    await eventually('messages again', async () => {
      await storage.assignments.save(anAssignment({ id: 'x' })).catch(() => {})
      return told.length > 0
    })
    release()
    await eventually('the turn in hand', () => seen.includes(0))
    expect(starts).toBe(1)
    expect(await storage.health()).toEqual({ ok: true, detail: null })
    await close()
  })
})
