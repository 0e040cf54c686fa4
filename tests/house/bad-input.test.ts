import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeParsers } from '../../src/documents/read-document.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { at, makePdf } from '../documents/make-pdf.ts'
import { engines, type Place } from '../storage/engines.ts'
import { serveHouse } from './served.ts'
import { command } from './shell.ts'
import { isProgress, until, type Visitor, visit } from './visitor.ts'

afterAll(closeParsers)

const embedded = engines[0]!
const file = (name: string, bytes: Uint8Array | string) => ({ name, bytes: Buffer.from(bytes) })
const good = file('cv.txt', sampleCv)
/** Pages without a letter: what a scanner makes. */
const scan = makePdf(['0 0 m 100 100 l S', '0 0 m 100 100 l S'])

const unreadable = [
  {
    what: 'a program that calls itself a CV',
    file: file('cv.pdf', 'MZ\u0090\u0000\u0003this program'),
    nl: /pdf|Word/,
    en: /pdf|Word/i,
  },
  { what: 'a scan', file: file('cv.pdf', scan), nl: /scan/, en: /scan/ },
  {
    what: 'a damaged Word file',
    file: file('cv.docx', 'PK\u0003\u0004 kapot'),
    nl: /beschadigd|niet openen|lees ik niet/,
    en: /damaged|read/,
  },
  { what: 'a file of blanks', file: file('cv.txt', '   \n\n  '), nl: /leeg/, en: /empty/ },
]

let place: Place
let house: Awaited<ReturnType<typeof serveHouse>>

beforeEach(async () => {
  place = await embedded.newPlace()
  house = await serveHouse(place)
  await house.test.add('70412', samplePosting)
})

afterEach(async () => {
  await house.close()
  await embedded.drop(place)
})

/** What was said since these entries, as the person reads it. */
async function said(visitor: Visitor, before: number): Promise<string> {
  await visitor.answer()
  const entries = (await visitor.entries()).slice(before)
  return entries
    .filter((entry) => entry.from === 'maatstaf' && !isProgress(entry))
    .map(({ text }) => text)
    .join('\n')
}

describe('a file that cannot be read', () => {
  it.each(unreadable)('$what gets one sentence that says what to do, and a good one after it goes on', async (bad) => {
    for (const lang of ['nl', 'en'] as const) {
      const visitor = await visit(house.url, { lang })
      await visitor.send({
        text: lang === 'nl' ? 'toets KV voor 70412, € 95' : 'please score KV for 70412, € 95',
        file: bad.file,
      })
      const told = await said(visitor, 0)
      expect(told).toMatch(bad[lang])
      expect(told).not.toMatch(/Error|undefined|null|\[object/)
      const before = (await visitor.entries()).length
      await visitor.send({ file: good })
      const next = await said(visitor, before)
      expect(next).toMatch(/knock-?out/i)
      // What was said with the first file is still known: nobody asks for the code or the rate again.
      const [assessment] = (await house.test.house.storage.assessments.ofAssignment('70412')).slice(-1)
      expect(assessment?.rateEur).toBe(95)
    }
  })

  it('one with the wrong name is read as what it is', async () => {
    const lines = sampleCv.split('\n')
    const pdf = makePdf([lines.map((line, n) => at(50, 800 - 14 * n, line.replace(/[–•]/g, '-'))).join('')])
    const visitor = await visit(house.url)
    await visitor.send({ text: 'toets KV voor 70412', file: file('cv.docx', pdf) })
    expect(await said(visitor, 0)).toMatch(/knock-?out/i)
  })

  it('an empty or oversized upload is refused at the door in the person’s language', async () => {
    for (const [lang, empty, large] of [
      ['nl', /leeg/, /10 MB/],
      ['en', /empty/, /10 MB/],
    ] as const) {
      const { page } = await visit(house.url, { lang })
      const one = await page.upload(new Uint8Array(), 'cv.pdf')
      expect([one.status, ((await one.json()) as { message: string }).message]).toEqual([
        400,
        expect.stringMatching(empty),
      ])
      const two = await page.upload(new Uint8Array(10 * 1024 * 1024 + 1), 'cv.pdf')
      expect([two.status, ((await two.json()) as { message: string }).message]).toEqual([
        413,
        expect.stringMatching(large),
      ])
    }
  })

  it('is told on the command line with exit code 1, as a posting and as a CV', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'maatstaf-bad-'))
    writeFileSync(join(folder, 'goed.txt'), samplePosting)
    for (const [n, { file: bad, nl, en }] of unreadable.entries()) {
      const path = join(folder, `${n}-${bad.name}`)
      writeFileSync(path, bad.bytes)
      for (const args of [
        ['read', path],
        ['add', path],
        ['score', '70412', path],
      ]) {
        const dutch = await command(house.test.house, args)
        expect([args[0], dutch.code, dutch.out]).toEqual([args[0], 1, ''])
        expect(dutch.err.trim().split('\n')).toHaveLength(1)
        expect(dutch.err).toMatch(nl)
        expect((await command(house.test.house, [...args, '--lang', 'en'])).err).toMatch(en)
      }
    }
    writeFileSync(join(folder, 'groot.txt'), Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))
    expect(await command(house.test.house, ['read', join(folder, 'groot.txt')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('10 MB'),
    })
  })
})

describe('an assignment', () => {
  it('that nobody knows gets a sentence, and scoring asks which one is meant', async () => {
    const visitor = await visit(house.url)
    await visitor.send({ text: 'wanneer sluit 99887?' })
    expect(await said(visitor, 0)).toMatch(/99887|ken ik niet|welke/i)
    const before = (await visitor.entries()).length
    await visitor.send({ text: 'toets KV voor 99887', file: good })
    const told = await said(visitor, before)
    expect(told).toMatch(/99887|welke opdracht|ken ik niet/i)
    expect(told).not.toMatch(/knock-outs staan/i)
  })

  it('without criteria is said to have none, with a way on', async () => {
    const bare = samplePosting
      .replace(/Knock-outcriteria[\s\S]*?Functieschaal/, 'Functieschaal')
      .replaceAll('70412', '60000')
    await house.test.add('60000', bare)
    const visitor = await visit(house.url)
    await visitor.send({ text: 'toets KV voor 60000', file: good })
    const told = await said(visitor, 0)
    expect(told).toMatch(/criteri/i)
    expect(told).not.toMatch(/0 van 0|NaN/)
  })
})

describe('while a CV is being read', () => {
  it('a question is answered meanwhile, and the reading ends as it would have', async () => {
    const visitor = await visit(house.url)
    await visitor.send({ text: 'toets KV voor 70412', file: good })
    await visitor.send({ text: 'welke schaal is 70412?' })
    await until('the result', async () => (await visitor.entries()).some(({ text }) => /kloppen\]/.test(text)))
    await visitor.answer()
    const all = (await visitor.entries()).map(({ text }) => text).join('\n')
    expect(all).toContain('11')
    expect((await visitor.entries()).filter(({ text }) => text.includes('Gelezen van'))).toHaveLength(1)
  })

  it('stop is obeyed, and the scoring can be taken up again', async () => {
    const visitor = await visit(house.url)
    await visitor.send({ text: 'toets KV voor 70412', file: good })
    await visitor.send({ text: 'stop' })
    await visitor.answer()
    await visitor.send({ text: 'verder' })
    await visitor.answer()
    const before = (await visitor.entries()).length
    await visitor.send({ file: good })
    expect(await said(visitor, before)).toMatch(/knock-?out/i)
    expect(await house.test.house.storage.assessments.ofAssignment('70412')).toHaveLength(1)
  })
})
