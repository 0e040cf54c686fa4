import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createWatchedFolder } from '../../../src/assistant/catalogue/watched-folder.ts'
import { engines } from '../../storage/engines.ts'
import { openTestHouse, settled } from '../open-house.ts'
import { samplePosting } from '../sample-posting.ts'

const engine = engines[0]!
const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function start() {
  const place = await engine.newPlace()
  const test = await openTestHouse(place, { environment: { MAATSTAF_ADMINS: 'cli:sanne' } })
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-watched-'))
  ends.push(
    () => engine.drop(place),
    () => rmSync(folder, { recursive: true }),
    () => test.house.close(),
  )
  const { deps, storage } = test.house
  await test.house.work()
  await storage.persons.set({
    id: 'cli:sanne',
    language: 'nl',
    personal: 'cli:dm-sanne',
    personalConversation: 'dm-sanne',
  })
  const watched = createWatchedFolder(deps, folder)
  return {
    ...test,
    press: (label: RegExp) => test.press(label),
    watched,
    put: (name: string, text: string) => writeFileSync(join(folder, name), text),
    folder,
  }
}

it('a posting in the watched folder waits, the administrators are told once, and pressing the button opens it', async () => {
  const { house, watched, put, said, press } = await start()
  put('70412.txt', samplePosting)
  await watched.scan()
  await watched.scan()
  await settled(house)
  expect(await house.storage.assignments.get('70412')).toMatchObject({ confirmed: false })
  expect(said.map(({ text }) => text)).toEqual([
    expect.stringMatching(/staat een nieuwe: 70412 .*\[70412 bevestigen\]/s),
  ])
  await press(/70412 bevestigen/)
  expect(await house.storage.assignments.get('70412')).toMatchObject({ confirmed: true })
})

it('another version of a confirmed posting leaves that one as it is, and is told', async () => {
  const { house, watched, put, said, add } = await start()
  await add('70412', samplePosting)
  const before = await house.storage.assignments.get('70412')
  put('70412.txt', samplePosting.replace('donderdag 23 juli', 'vrijdag 24 juli'))
  await watched.scan()
  await settled(house)
  expect(await house.storage.assignments.get('70412')).toEqual(before)
  expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('andere versie van 70412')])
})

it('what is no posting is left alone, and the rest of the folder is read', async () => {
  const { house, watched, put, folder } = await start()
  mkdirSync(join(folder, 'map'))
  put('.verborgen.txt', samplePosting)
  put('boodschappen.txt', 'melk, brood')
  put('leeg.pdf', '')
  put('70412.txt', samplePosting)
  await watched.scan()
  expect((await house.storage.assignments.all()).map(({ id }) => id)).toEqual(['70412'])
})
