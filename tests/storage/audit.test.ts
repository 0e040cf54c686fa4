import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { silentLog } from '../../src/log.ts'
import { type Audit, createAudit } from '../../src/storage/audit.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import type { Engine } from '../../src/storage/engine.ts'
import { createMasters } from '../../src/storage/masters.ts'
import { openServer } from '../../src/storage/server.ts'
import { createSessions, type Sessions } from '../../src/storage/session.ts'
import { engines, type Place, testKey } from './engines.ts'

const at = '2026-07-10T10:00:00Z'
const rows = 6

describe.each(engines)('the audit log on the $name engine', (testEngine) => {
  let place: Place
  let engine: Engine
  let audit: Audit
  let sessions: Sessions
  beforeAll(async () => {
    const made = await testEngine.open()
    place = made.place
    await Promise.all(
      Array.from({ length: rows }, (_, n) =>
        made.storage.transaction(async (tx) =>
          tx.audit.append({ who: `p${n}`, what: 'did', about: { n, b: 'x' }, at }),
        ),
      ),
    )
    await made.storage.close()
    const { schema, dataDir, databaseUrl } = place
    engine = databaseUrl
      ? await openServer({ databaseUrl, schema, log: silentLog })
      : await openEmbedded({ dataDir, schema, log: silentLog })
    audit = createAudit(createMasters([testKey]))
    sessions = createSessions(engine, ({ query, audits }) => audit.write(query, audits))
    await engine.query('CREATE TABLE audit_copy AS SELECT * FROM audit')
    await engine.query('CREATE TABLE head_copy AS SELECT * FROM audit_head')
  })
  afterAll(async () => {
    await engine.close()
    await testEngine.drop(place)
  })

  const verify = () => audit.verify(sessions)

  /** What is found after the stored log was changed from outside; then it is put back. */
  async function verdictOn(change: string, then = async () => {}): Promise<unknown> {
    await engine.query(change)
    await then()
    const verdict = await verify()
    for (const [table, copy] of [
      ['audit', 'audit_copy'],
      ['audit_head', 'head_copy'],
    ]) {
      await engine.query(`DELETE FROM ${table}`)
      await engine.query(`INSERT INTO ${table} SELECT * FROM ${copy}`)
    }
    expect(await verify()).toEqual({ ok: true, rows })
    return verdict
  }

  it('holds, and gives its entries in order', async () => {
    expect(await verify()).toEqual({ ok: true, rows })
    const seen = []
    for await (const entry of audit.entries(sessions)) seen.push(entry)
    expect(seen.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
    expect(seen.map(({ who }) => who).sort()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5'])
    expect(seen[0]).toMatchObject({ what: 'did', at, about: { b: 'x' }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it.each([
    ['a changed word', `UPDATE audit SET what = 'undid' WHERE seq = 3`, 3, 'changed'],
    ['a changed person', `UPDATE audit SET who = 'somebody' WHERE seq = 5`, 5, 'changed'],
    ['a row removed in the middle', 'DELETE FROM audit WHERE seq = 4', 4, 'missing'],
    ['the last row cut off', 'DELETE FROM audit WHERE seq = 6', 6, 'cut'],
    ['all rows removed', 'DELETE FROM audit', 1, 'cut'],
    ['the head removed', 'DELETE FROM audit_head', 1, 'head'],
    [
      'the end cut off and the head set back',
      `WITH gone AS (DELETE FROM audit WHERE seq > 4 RETURNING seq)
       UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4)`,
      5,
      'head',
    ],
    [
      'a row written behind the head',
      `INSERT INTO audit SELECT 7, at, who, what, about, hash FROM audit WHERE seq = 6`,
      7,
      'added',
    ],
  ])('names the damage and the place of %s', async (_, change, row, damage) => {
    expect(await verdictOn(change)).toEqual({ ok: false, at: row, damage })
  })

  it('shows by a head written down elsewhere that an older copy of both tables was put in place', async () => {
    const anchor = await audit.head(sessions)
    const older = {
      seq: 3,
      hash: (await engine.query<{ hash: string }>('SELECT hash FROM audit WHERE seq = 3'))[0]!.hash,
    }
    expect(await audit.verify(sessions, [older, anchor!])).toEqual({ ok: true, rows })
    // A copy from before the last rows, with the head that was then proved by our own key.
    const later = { seq: rows + 2, hash: 'f'.repeat(64) }
    expect(await audit.verify(sessions, [older, later])).toEqual({ ok: false, at: rows + 1, damage: 'set-back' })
    const another = { seq: 5, hash: '0'.repeat(64) }
    expect(await audit.verify(sessions, [another])).toEqual({ ok: false, at: 5, damage: 'rewritten' })
  })

  it('does not heal a head that was set back by writing on', async () => {
    const setBack = `WITH gone AS (DELETE FROM audit WHERE seq > 4 RETURNING seq)
      UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4)`
    const writeOn = () =>
      sessions.write(async ({ audits }) => void audits.push({ who: 'p', what: 'went on', about: {}, at }))
    expect(await verdictOn(setBack, writeOn)).toMatchObject({ ok: false })
  })
})

describe.each(engines)('an empty audit log on the $name engine', (engine) => {
  it('holds', async () => {
    const { storage, close } = await engine.open()
    expect(await storage.verifyAudit()).toEqual({ ok: true, rows: 0 })
    expect(await storage.verifyAudit([{ seq: 3, hash: 'f'.repeat(64) }])).toEqual({
      ok: false,
      at: 1,
      damage: 'set-back',
    })
    await close()
  })
})
