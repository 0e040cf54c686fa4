import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChannel, pretendCluster } from './pretend-cluster.ts'

const zone = 'Europe/Amsterdam'
const instant = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(zone).toInstant()
const minute = 60_000

/** Three processes look every minute, a second apart, from the start for so many minutes; gives what was posted, per channel. */
async function walk(
  cluster: ReturnType<typeof pretendCluster>,
  minutes: number,
  at: (minute: number) => void | Promise<void> = () => {},
) {
  for (let passed = 0; passed < minutes; passed += 1) {
    await at(passed)
    for (let replica = 0; replica < cluster.replicas; replica += 1) {
      await cluster.tick(replica)
      await cluster.work((passed + replica) % cluster.replicas)
      await cluster.pass(1_000)
    }
    await cluster.pass(minute - 3_000)
  }
}

describe('digests of three processes on one store', () => {
  it.each([
    ['2026-10-24T00:00', ['2026-10-24T06:30', '2026-10-25T07:30', '2026-10-26T07:30']],
    ['2027-03-27T00:00', ['2027-03-27T07:30', '2027-03-28T06:30', '2027-03-29T06:30']],
  ])(
    'walking over a change of the clocks from %s, come at 08:30 on the wall, once a day (D05)',
    async (start, times) => {
      const cluster = pretendCluster({ timeZone: zone, replicas: 3, start: instant(start) })
      cluster.channels.set('a', aChannel('a'))
      await walk(cluster, 3 * 24 * 60 - 120)
      expect(cluster.sent.map(({ clock }) => clock.toString().slice(0, 16))).toEqual(times)
      for (const { outgoing } of cluster.sent) expect(JSON.stringify(outgoing.card)).not.toContain('Later dan gepland')
    },
  )

  it('stay one when the time is put off at 08:29:59 or at 08:30:01, and come at once when it is brought forward (D08)', async () => {
    for (const [when, time, posted] of [
      ['08:29:59', '09:00', '09:00'],
      ['08:30:01', '09:00', '08:30'],
      ['08:20:00', '08:00', '08:20'],
      ['08:20:00', '08:21', '08:21'],
    ] as const) {
      const cluster = pretendCluster({ timeZone: zone, replicas: 3, start: instant('2026-07-10T08:25') })
      if (when < '08:25') await cluster.pass(-5 * minute)
      cluster.channels.set('a', aChannel('a'))
      const change = instant(`2026-07-10T${when}`)
      for (let second = 0; second < 60 * 60; second += 1) {
        if (Temporal.Instant.compare(cluster.clock(0), change) === 0)
          cluster.channels.set(
            'a',
            aChannel('a', { digestSettings: { time, timeSetAt: change.toString(), reminders: [] } }),
          )
        if (second % 60 === 58) for (const replica of [0, 1, 2]) await cluster.tick(replica)
        await cluster.work(second % 3)
        await cluster.pass(1_000)
      }
      const times = cluster.sent.map(({ clock }) => clock.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5))
      expect(times, `${when} → ${time}`).toEqual([posted])
      expect(JSON.stringify(cluster.sent[0]?.outgoing.card)).not.toContain('Later dan gepland')
    }
  })

  it('are not missed when a clock is set back after the run was planned, nor doubled when it is set back after it was posted', async () => {
    const cluster = pretendCluster({ timeZone: zone, replicas: 1, start: instant('2026-07-10T08:28:30') })
    cluster.channels.set('a', aChannel('a'))
    const run = async (minutes: number) => {
      for (let passed = 0; passed < minutes; passed += 1) {
        await cluster.tick(0)
        await cluster.pass(minute)
        await cluster.work(0)
      }
    }
    await cluster.tick(0)
    cluster.step(0, -10 * minute)
    await run(10)
    expect(cluster.sent).toEqual([])
    await run(5)
    expect(cluster.sent).toHaveLength(1)
    cluster.step(0, -60 * minute)
    await run(120)
    expect(cluster.sent).toHaveLength(1)
  })

  it('whatever the clocks, outages and changes of the schedule: at most one a channel and local date, never before its time', async () => {
    const event = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('step' as const),
          replica: fc.integer({ min: 0, max: 2 }),
          minutes: fc.integer({ min: -90, max: 90 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('down' as const), replica: fc.integer({ min: 0, max: 2 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('up' as const), replica: fc.integer({ min: 0, max: 2 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('time' as const),
          time: fc.constantFrom('07:45', '08:30', '08:31', '09:00', '16:00', '02:30'),
        }),
      },
    )
    const start = fc.integer({ min: 0, max: 800 }).map((day) => instant('2026-01-01T05:00').add({ hours: 24 * day }))
    await fc.assert(
      fc.asyncProperty(start, fc.array(event, { minLength: 10, maxLength: 50 }), async (from, events) => {
        const cluster = pretendCluster({ timeZone: zone, replicas: 3, start: from })
        let time = '08:30'
        cluster.channels.set('a', aChannel('a'))
        const up = new Set([0, 1, 2])
        for (const each of events) {
          if (each.kind === 'step') cluster.step(each.replica, each.minutes * minute)
          if (each.kind === 'down') up.delete(each.replica)
          if (each.kind === 'up') up.add(each.replica)
          if (each.kind === 'time') {
            time = each.time
            const timeSetAt = cluster.clock(0).toString()
            const settings = { ...aChannel('a').digestSettings, time, timeSetAt }
            cluster.channels.set('a', aChannel('a', { digestSettings: settings }))
          }
          for (let passed = 0; each.kind === 'pass' && passed < each.minutes; passed += 1) {
            for (const replica of up) await cluster.tick(replica)
            const before = cluster.sent.length
            for (const replica of up) await cluster.work(replica)
            for (const { clock, key } of cluster.sent.slice(before)) {
              const wall = clock.toZonedDateTimeISO(zone)
              expect(key).toBe(`digest:a:${wall.toPlainDate()}`)
              const planned = wall.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: time })
              expect(Temporal.ZonedDateTime.compare(wall, planned)).toBeGreaterThanOrEqual(0)
            }
            await cluster.pass(minute)
          }
        }
        const keys = cluster.sent.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 60 },
    )
  })

  it('are posted by whichever process is there for a minute between the time and noon', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 2 }),
        async (day, there, replica) => {
          const midnight = instant('2026-01-01T00:00').toZonedDateTimeISO(zone).add({ days: day })
          const at = midnight.with({ hour: 8, minute: 30 }).add({ minutes: there })
          const cluster = pretendCluster({ timeZone: zone, replicas: 3, start: at.toInstant() })
          cluster.channels.set('a', aChannel('a'))
          await cluster.tick(replica)
          await cluster.work(replica)
          expect(cluster.sent.map(({ key }) => key)).toEqual([`digest:a:${at.toPlainDate()}`])
          const isMarked = JSON.stringify(cluster.sent[0]?.outgoing.card).includes('Later dan gepland')
          expect(isMarked).toBe(there > 5)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('count candidates in assessment, but not where people of other organisations read along', async () => {
    const cluster = pretendCluster({ timeZone: zone, replicas: 1, start: instant('2026-07-10T08:31') })
    cluster.scoring('1', 2)
    for (const shared of [false, true]) cluster.channels.set(`${shared}`, aChannel(`${shared}`, { shared }))
    await walk(cluster, 1)
    const said = (to: string) => JSON.stringify(cluster.sent.find((post) => post.to === `cli:${to}`)?.outgoing.card)
    expect(said('false')).toContain('2 kandidaten in toetsing')
    expect(said('true')).toContain('nog niemand')
    expect(said('true')).not.toContain('kandida')
  })

  it('of sixty channels wait for no other', async () => {
    const cluster = pretendCluster({ timeZone: zone, replicas: 3, start: instant('2026-07-10T08:29') })
    for (let n = 0; n < 60; n += 1) cluster.channels.set(`c${n}`, aChannel(`c${n}`))
    await walk(cluster, 3)
    expect(new Set(cluster.sent.map(({ to }) => to)).size).toBe(60)
    expect(cluster.sent).toHaveLength(60)
  })
})
