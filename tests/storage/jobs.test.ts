import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createClock, createFixedClock } from '../../src/clock.ts'
import type { RunningJob } from '../../src/storage/port.ts'
import type { OpenStorage } from '../../src/storage/storage.ts'
import { engines } from './engines.ts'
import { rowsIn, traces } from './peek.ts'
import { aJob, eventually } from './samples.ts'

const ignore = async () => {}

const soon = (seconds: number) => createClock().now().add({ seconds }).toString()

describe.each(engines)('jobs on the $name engine', (engine) => {
  let opened: Awaited<ReturnType<typeof engine.open>>
  beforeAll(async () => {
    opened = await engine.open()
  })
  afterEach(() => opened.storage.worker.stop())
  afterAll(() => opened.close())
  const jobs = () => opened.storage.jobs
  const worker = () => opened.storage.worker

  /** Starts the turns, which are only noted. */
  async function noting(storage: OpenStorage = opened.storage): Promise<RunningJob[]> {
    const seen: RunningJob[] = []
    await storage.worker.start('turns', async (job) => void seen.push(job), ignore)
    return seen
  }

  /** Until nothing is in hand any more. */
  const quiet = (storage: OpenStorage = opened.storage) =>
    eventually('an end', async () => (await storage.worker.depth()).turns.active === 0)

  it('hands over what was sent', async () => {
    const seen = await noting()
    const job = aJob({ payload: { text: 'wanneer sluit 31050?', at: [1, null] } })
    await jobs().send('turns', job)
    await eventually('the job', () => seen.length === 1)
    expect(seen[0]).toMatchObject({ id: job.id, key: job.key, payload: job.payload, attempt: 1, last: false })
  })

  it('keeps the order within a key, also of jobs sent in one transaction', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    await opened.storage.transaction(async (tx) => {
      for (let n = 0; n < 20; n++) await tx.jobs.send('turns', aJob({ key: n % 2 ? first : second, payload: n }))
    })
    for (let n = 20; n < 30; n++) await jobs().send('turns', aJob({ key: n % 2 ? first : second, payload: n }))
    const seen = await noting()
    await eventually('thirty jobs', () => seen.length === 30)
    for (const key of [first, second]) {
      const order = seen.filter((job) => job.key === key).map(({ payload }) => payload as number)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
  })

  it('takes what is sent in the same moment together: each once, in order within its key, some later than others', async () => {
    const keys = Array.from({ length: 5 }, () => randomUUID())
    const sent = Array.from({ length: 60 }, (_, n) => aJob({ key: keys[n % 5]!, payload: n }))
    const late = aJob({ key: randomUUID(), payload: 'late', startAfter: soon(3) })
    const answers = await Promise.all([...sent, late, ...sent.slice(0, 20)].map((job) => jobs().send('turns', job)))
    expect(answers).toEqual([...sent.map(() => true), true, ...sent.slice(0, 20).map(() => false)])
    const seen = await noting()
    await eventually('sixty jobs', () => seen.length >= 60)
    expect(seen.map(({ payload }) => payload)).not.toContain('late')
    for (const key of keys) {
      const order = seen.filter((job) => job.key === key).map(({ payload }) => payload as number)
      expect(order).toEqual(sent.filter((job) => job.key === key).map(({ payload }) => payload))
    }
    await eventually('the late one', () => seen.length === 61)
  })

  it('runs one job of a key at a time, and other keys beside it', async () => {
    const run = randomUUID()
    const busy = new Set<string>()
    let overlap = false
    let together = 0
    let done = 0
    await worker().start(
      'turns',
      async ({ key }) => {
        // A job of the test before, stopped between its handler and its completion, may come again.
        if (!key.startsWith(run)) return
        overlap ||= busy.has(key)
        busy.add(key)
        together = Math.max(together, busy.size)
        await sleep(15)
        busy.delete(key)
        done++
      },
      ignore,
    )
    await Promise.all(Array.from({ length: 24 }, (_, n) => jobs().send('turns', aJob({ key: `${run}${n % 4}` }))))
    await eventually('all jobs', () => done === 24)
    expect(overlap).toBe(false)
    expect(together).toBeGreaterThan(1)
  })

  it('lets one slow conversation hold up no other', async () => {
    let release = () => {}
    const slow = new Promise<void>((resolve) => {
      release = resolve
    })
    const seen: string[] = []
    await worker().start(
      'turns',
      async ({ key }) => {
        if (key === 'slow') await slow
        seen.push(key)
      },
      ignore,
    )
    await jobs().send('turns', aJob({ key: 'slow' }))
    for (let n = 0; n < 30; n++) await jobs().send('turns', aJob({ key: `k${n}` }))
    await eventually('thirty others', () => seen.length === 30)
    expect(seen).not.toContain('slow')
    release()
    await eventually('the slow one', () => seen.includes('slow'))
  })

  it('does nothing when an id is sent again, before and after completion', async () => {
    const seen = await noting()
    const job = aJob()
    await Promise.all([jobs().send('turns', job), jobs().send('turns', job)])
    await eventually('the job', () => seen.length === 1)
    await quiet()
    await jobs().send('turns', job)
    await jobs().send('turns', { ...aJob({ key: job.key }), payload: 'after' })
    await eventually('the next', () => seen.some(({ payload }) => payload === 'after'))
    expect(seen).toHaveLength(2)
  })

  it('sends nothing when the transaction is undone', async () => {
    const seen = await noting()
    const failing = opened.storage.transaction(async (tx) => {
      await tx.jobs.send('turns', aJob({ key: 'k', payload: 'undone' }))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await jobs().send('turns', aJob({ key: 'k', payload: 'stands' }))
    await eventually('the other', () => seen.length === 1)
    expect(seen[0]!.payload).toBe('stands')
  })

  it('tries a job that throws again, before the next of its key, and then completes it', async () => {
    const seen: string[] = []
    const aside = (await worker().setAside()).length
    await worker().start(
      'turns',
      async ({ payload, attempt }) => {
        seen.push(`${payload} ${attempt}`)
        if (payload === 'first' && attempt === 1) throw new Error('once')
      },
      ignore,
    )
    await jobs().send('turns', aJob({ key: 'k', payload: 'first' }))
    await jobs().send('turns', aJob({ key: 'k', payload: 'second' }))
    await eventually('both', () => seen.length === 3)
    expect(seen).toEqual(['first 1', 'first 2', 'second 1'])
    expect((await worker().setAside()).length).toBe(aside)
  })

  it('sets a job aside after its third attempt, tells so, and goes on with the key', async () => {
    const attempts: [number, boolean][] = []
    const told: string[] = []
    let next = false
    const job = aJob({ key: 'k', payload: 'broken' })
    await worker().start(
      'turns',
      async ({ payload, attempt, last }) => {
        if (payload !== 'broken') {
          next = true
          return
        }
        attempts.push([attempt, last])
        throw Object.assign(new RangeError('always'), {})
      },
      async ({ id }, error) => {
        told.push(`${id} ${(error as Error).message}`)
        throw new Error('telling failed too')
      },
    )
    await jobs().send('turns', job)
    await jobs().send('turns', aJob({ key: 'k', payload: 'next' }))
    await eventually('the next of the key', () => next)
    expect(attempts).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(told).toEqual([`${job.id} always`])
    expect(await worker().setAside()).toEqual([
      { id: job.id, queue: 'turns', at: expect.any(String), code: 'RangeError' },
    ])
  })

  it('starts a job at its time by our clock, which may run months away from the machine', async () => {
    const clock = createClock({ offsetMs: -150 * 24 * 3600 * 1000 })
    const { storage, close } = await engine.open({ clock })
    const seen = await noting(storage)
    const at = (ms: number) => clock.now().add({ milliseconds: ms }).toString()
    for (const [payload, ms] of [
      ['tomorrow', 86_400_000],
      ['soon', 400],
      ['past', -5000],
    ] as const) {
      await storage.jobs.send('turns', aJob({ key: 'k', payload, startAfter: at(ms) }))
    }
    await eventually('two of them', () => seen.length === 2)
    expect(seen.map(({ payload }) => payload)).toEqual(['past', 'soon'])
    await quiet(storage)
    expect((await storage.worker.depth()).turns.waiting).toBe(1)
    await close()
  })

  it('keeps no payload of a job that is done, and nothing readable of one that waits', async () => {
    const job = aJob({ key: 'kanarie-sleutel', payload: 'kanarie-tekst' })
    await jobs().send('turns', job)
    expect(await traces(opened.place, 'kanarie')).toEqual([])
    expect((await rowsIn(opened.place)).filter(({ row }) => row['id'] === job.id)).toMatchObject([
      { table: 'ours.jobs', row: { sealed: expect.any(String) } },
    ])
    const seen = await noting()
    await eventually('the job', () => seen.length === 1)
    await quiet()
    const after = await rowsIn(opened.place)
    expect(after.filter(({ row }) => row['id'] === job.id)).toMatchObject([
      { table: 'ours.jobs', row: { sealed: null } },
    ])
    expect(after.filter(({ table }) => table.startsWith('ours_boss.job'))).toEqual([])
  })

  it('forgets the id of a job a day after it was done, not sooner', async () => {
    const { storage, close } = await engine.open({ clock: createFixedClock('2026-07-10T10:00:00Z') })
    const seen = await noting(storage)
    await storage.jobs.send('turns', aJob())
    await eventually('the job', () => seen.length === 1)
    await quiet(storage)
    const purged = (at: string) => storage.purge(Temporal.Instant.from(at))
    expect(await purged('2026-07-11T11:00:00Z')).toMatchObject({ jobs: 0 })
    expect(await purged('2026-07-11T12:00:01Z')).toMatchObject({ jobs: 1 })
    await close()
  })

  it('counts what waits and what runs', async () => {
    for (let n = 0; n < 3; n++) await jobs().send('work', aJob())
    expect((await worker().depth()).work).toMatchObject({ waiting: 3, active: 0 })
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    await worker().start('work', () => gate, ignore)
    await eventually('two at work', async () => (await worker().depth()).work.active === 2)
    expect((await worker().depth()).work.waiting).toBe(1)
    release()
    await eventually('none left', async () => (await worker().depth()).work.waiting === 0)
  })

  it('waits at a stop for what is in hand, and leaves the rest for the next start', async () => {
    let ended = 0
    await worker().start(
      'turns',
      async () => {
        await sleep(100)
        ended++
      },
      ignore,
    )
    await jobs().send('turns', aJob({ key: 'k' }))
    await eventually('a start', async () => (await worker().depth()).turns.active === 1)
    await jobs().send('turns', aJob({ key: 'k' }))
    await worker().stop()
    expect(ended).toBe(1)
    expect((await worker().depth()).turns).toMatchObject({ waiting: 1, active: 0 })
    const seen = await noting()
    await eventually('the other', () => seen.length === 1)
  })

  it('continues after a restart with what waited, in order', async () => {
    const { storage, place } = await engine.open()
    for (let n = 0; n < 5; n++) await storage.jobs.send('turns', aJob({ key: 'k', payload: n }))
    await storage.close()
    const again = await engine.open({ place })
    const seen = await noting(again.storage)
    await eventually('all five', () => seen.length === 5)
    expect(seen.map(({ payload }) => payload)).toEqual([0, 1, 2, 3, 4])
    await again.storage.close()
    await engine.drop(place)
  })
})
