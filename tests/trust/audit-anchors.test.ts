import { afterAll, expect, it } from 'vitest'
import { closeParsers } from '../../src/documents/read-document.ts'
import { anchorAudit } from '../../src/house/audit-anchors.ts'
import { silentLog } from '../../src/log.ts'
import { openTestHouse } from '../assistant/open-house.ts'
import { command } from '../house/shell.ts'
import { engines } from '../storage/engines.ts'
import { behind } from '../storage/peek.ts'

afterAll(closeParsers)

const embedded = engines[0]!

it('a log of which the end was cut off, head and all, shows by what was written down beside the data', async () => {
  const place = await embedded.newPlace()
  const noted: unknown[] = []
  const log = {
    ...silentLog,
    info: (event: string, about?: object) => void (event === 'audit anchored' && noted.push(about)),
  }
  const open = () => openTestHouse(place, { log })
  const write = async ({ house }: Awaited<ReturnType<typeof open>>, what: string) =>
    house.storage.audit.append({ who: 'cli:sanne', what, about: {}, at: house.clock.now().toString() })

  let test = await open()
  await write(test, 'first')
  await test.house.close()
  // A thief of the database keeps this copy of the log, with the head that our own key proved.
  const older = await behind(place, async (sql) => ({
    rows: await sql('SELECT * FROM audit'),
    head: await sql('SELECT * FROM audit_head'),
  }))
  test = await open()
  await write(test, 'second')
  await write(test, 'third')
  expect((await command(test.house, ['audit', 'verify'])).code).toBe(0)
  await test.house.close()
  await behind(
    place,
    async (sql) => {
      await sql('DELETE FROM audit WHERE seq > 1')
      const { seq, hash, mac } = older.head[0]!
      await sql('UPDATE audit_head SET seq = $1, hash = $2, mac = $3', [seq, hash, mac])
    },
    true,
  )
  test = await open()
  const told = await command(test.house, ['audit', 'verify'])
  expect(told.code).toBe(3)
  expect(told.err).toMatch(/oudere kopie.*regel 2/)
  // The same by what went into the log of the process, where the file beside the data is gone too.
  const { seq, hash } = noted.at(-1) as { seq: number; hash: string }
  expect((await command(test.house, ['audit', 'verify', '--anchor', `${seq}:${hash}`])).code).toBe(3)
  expect((await command(test.house, ['audit', 'verify', '--anchor', 'onzin'])).code).toBe(2)
  await test.house.close()
  await embedded.drop(place)
})

it('the head is written down again only when something was logged since', async () => {
  const place = await embedded.newPlace()
  const test = await openTestHouse(place)
  const { storage } = test.house
  let lines = 0
  const log = { ...silentLog, info: () => void lines++ }
  const anchor = () => anchorAudit({ storage, dataDir: place.dataDir, log })
  await anchor()
  expect(lines).toBe(0)
  await storage.audit.append({ who: 'cli:sanne', what: 'first', about: {}, at: '2026-07-10T08:00:00Z' })
  await anchor()
  await anchor()
  expect(lines).toBe(1)
  await test.house.close()
  await embedded.drop(place)
})
