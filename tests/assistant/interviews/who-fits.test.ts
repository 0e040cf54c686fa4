import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeParsers } from '../../../src/documents/read-document.ts'
import { engines, type TestEngine } from '../../storage/engines.ts'
import { addCandidate } from '../add-candidate.ts'
import { openWorkingHouse, type WorkingHouse } from '../open-house.ts'
import { sampleCv } from '../sample-posting.ts'

/** Invented: work that has nothing to do with the assignment. */
const otherCv = `Curriculum vitae

Werkervaring
januari 2018 – heden  Kok, restaurant De Linde, Oostermeer
Kookt voor veertig gasten en leidt drie leerlingen op.

Opleiding
Mbo Kok, diploma behaald in 2017
`
const inChannel = { conversation: 'team/inhuur/1', channel: 'team/inhuur', scope: 'channel' } as const

afterAll(closeParsers)

// No storage of its own: one engine is enough.
describe.each(engines.slice(0, 1))('"wie past hierop?"', (engine: TestEngine) => {
  let test: WorkingHouse

  beforeEach(async () => {
    test = await openWorkingHouse(engine)
  })
  afterEach(() => test.leave())

  const ask = async (words = 'wie past op 70412?') => (await test.tell(words)).map(({ text }) => text).join('\n')
  const mine = { owner: 'cli:sanne', told: true }

  it('groups by what the documents show of the knock-outs, by code and without points', async () => {
    await addCandidate(test, { ...mine, code: 'ZZ', cv: sampleCv })
    await addCandidate(test, { ...mine, code: 'KO', cv: otherCv })
    await addCandidate(test, { ...mine, code: 'BB', cv: sampleCv })
    await addCandidate(test, { ...mine, code: 'AK', cv: otherCv })
    const said = await ask()
    const order = ['AK', 'BB', 'KO', 'ZZ'].map((code) => said.indexOf(`${code} ·`))
    expect(order.every((at) => at > 0)).toBe(true)
    expect(order[1]).toBeLessThan(order[3]!)
    expect(order[3]).toBeLessThan(order[0]!)
    expect(order[0]).toBeLessThan(order[2]!)
    expect(said).toMatch(/❌ Niet gevonden[\s\S]*AK · knock-out \S+ niet gevonden: "/)
    expect(said).not.toMatch(/\d+ van \d+|punten \(|\d+%|\/100/)
    for (const line of said.split('\n').filter((each) => / · knock-out /.test(each)))
      expect(line.match(/knock-out/g)).toHaveLength(1)
  })

  it('looks at nobody of whom it is not recorded that they know', async () => {
    await addCandidate(test, { owner: 'cli:sanne', code: 'AB', cv: sampleCv })
    await addCandidate(test, { owner: 'cli:sanne', code: 'NO', cv: sampleCv, told: false })
    const said = await ask()
    expect(said).toContain('Niet meegenomen: AB.')
    expect(said).not.toContain('AB ·')
    expect(said).not.toContain('NO')
  })

  it('gives the text for the candidate and records who says when that they know, or no longer want it', async () => {
    const { id } = await addCandidate(test, { owner: 'cli:sanne', code: 'AB', cv: sampleCv })
    await ask()
    expect((await test.press(/Tekst voor de kandidaat/))[0]?.text).toContain('hij geeft geen cijfer'.slice(4))
    const pressed = (await test.press(/AB weet het/)).map(({ text }) => text).join('\n')
    expect(pressed).toContain('AB ·')
    expect((await test.house.storage.candidates.get(id))?.consent.matching).toMatchObject({
      told: true,
      by: 'cli:sanne',
    })
    await test.tell('zoek niet met ab')
    expect((await test.house.storage.candidates.get(id))?.consent.matching?.told).toBe(false)
    expect(await ask()).not.toContain('AB')
    const logged: string[] = []
    for await (const { what } of test.house.storage.exportAudit()) logged.push(what)
    expect(logged.filter((what) => what === 'consent-matching')).toHaveLength(2)
    expect(logged).toContain('who-fits')
  })

  it('shows each person their own candidates and those shared with them, and nobody else’s', async () => {
    const tom = { person: { id: 'cli:tom', guest: false }, conversation: 'dm-tom' }
    await addCandidate(test, { ...mine, code: 'SH', cv: sampleCv, sharedWith: ['cli:tom'] })
    await addCandidate(test, { ...mine, code: 'SX', cv: sampleCv })
    await addCandidate(test, { owner: 'cli:sanne', code: 'SU', cv: sampleCv, sharedWith: ['cli:tom'] })
    const said = (await test.tell({ ...tom, text: 'wie past op 70412?' })).map(({ text }) => text).join('\n')
    expect(said).toContain('SH ·')
    expect(said).toContain('gedeeld met jou')
    expect(said).not.toMatch(/SX|SU/)
    expect(said).toContain('Eén kandidaat die met je gedeeld is')
    const anna = { person: { id: 'cli:anna', guest: false }, conversation: 'dm-anna' }
    const nothing = (await test.tell({ ...anna, text: 'wie past op 70412?' })).map(({ text }) => text).join('\n')
    expect(nothing).not.toMatch(/SH|SX|SU/)
  })

  it('answers the id of a colleague’s candidate as one that does not exist, and changes nothing (A03)', async () => {
    const { id } = await addCandidate(test, { owner: 'cli:sanne', code: 'AB', cv: sampleCv })
    const press = (candidate: string) =>
      test.tell({
        person: { id: 'cli:tom', guest: false },
        conversation: 'dm-tom',
        action: { name: 'fits-told', step: '', values: { candidate, assignment: '70412' } },
      })
    const [foreign, invented] = [await press(id), await press('invented')]
    expect(foreign.map(({ text }) => text)).toEqual(invented.map(({ text }) => text))
    expect((await test.house.storage.candidates.get(id))?.consent.matching).toBeUndefined()
  })

  it('says nothing of it in a channel, by words or by button, and nothing to guests', async () => {
    await addCandidate(test, { ...mine, code: 'AB', cv: sampleCv })
    await test.tell('hallo')
    const personal = { personal: test.message().address, personalConversation: 'dm-sanne' }
    for (const asked of [
      { text: 'wie past op 70412?' },
      { action: { name: 'fits', step: '', values: { assignment: '70412' } } },
    ]) {
      const said = await test.tell({ ...inChannel, ...personal, ...asked, addressed: true })
      const here = said.filter(({ to }) => to !== personal.personal)
      expect(here.map(({ text }) => text).join()).not.toContain('AB')
      expect(
        said
          .filter(({ to }) => to === personal.personal)
          .map(({ text }) => text)
          .join(),
      ).toContain('AB ·')
    }
    for (const asked of [
      { text: 'wie past op 70412?' },
      { action: { name: 'fits', step: '', values: { assignment: '70412' } } },
    ]) {
      const [refused] = await test.tell({ ...asked, person: { id: 'cli:sanne', guest: true } })
      expect(refused?.text).toContain('Als gast')
    }
  })

  it('asks for which assignment when none is in hand, and takes the one that was spoken of', async () => {
    await addCandidate(test, { ...mine, code: 'AB', cv: sampleCv })
    expect(await ask('wie past hierop?')).toContain('Voor welke opdracht?')
    await test.tell('wanneer sluit 70412?')
    expect(await ask('wie past hierop?')).toContain('AB ·')
  })
})
