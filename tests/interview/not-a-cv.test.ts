import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCareer } from '../../src/candidates/read-career.ts'
import { fromText, readDocument } from '../../src/documents/read-document.ts'
import { otherThanCv } from '../../src/interview/not-a-cv.ts'
import { shared } from '../shared.ts'
import { createHouse, file, words } from './house.ts'

const root = resolve(import.meta.dirname, '../..')
const asOf = '2026-07-01'

async function likeOf(path: string) {
  const document = await readDocument(readFileSync(path), path)
  return otherThanCv(document, readCareer(document, { asOf }))
}

const invoice = `Bakkerij De Vlinderhof B.V.
FACTUUR
Factuurnummer: 2026-0117
Factuurdatum: 3 juli 2026
Vervaldatum: 17 juli 2026

Omschrijving            Aantal   Bedrag
Lunch vergadering           12   € 168,00
Subtotaal                        € 168,00
Btw 9 %                          € 15,12
Totaal                           € 183,12

Gelieve over te maken op IBAN NL00 VOOR 0123 4567 89.`

describe('what is plainly no CV', () => {
  it('is none of the CVs of the evals and the examples', async () => {
    const folders = [join(root, 'evals/cvs'), ...(shared ? [join(shared, 'cvs')] : [])]
    const cvs = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((id) => existsSync(join(folder, id, 'text.txt')))
        .map((id) => join(folder, id, 'text.txt')),
    )
    const examples = readdirSync(join(root, 'examples/cvs')).filter((name) => name !== 'README.md')
    cvs.push(...examples.map((name) => join(root, 'examples/cvs', name)))
    expect(cvs.length).toBeGreaterThan(60)
    const doubted = []
    for (const path of cvs) if ((await likeOf(path)) !== null) doubted.push(path)
    expect(doubted).toEqual([])
  })

  it('is a posting, most often', async () => {
    const folder = join(root, 'evals/postings')
    const postings = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    const found = await Promise.all(postings.map((name) => likeOf(join(folder, name))))
    expect(found.filter((like) => like === 'posting').length).toBeGreaterThan(postings.length * 0.8)
  })

  it.each([
    ['an invoice', invoice, 'invoice'],
    [
      'minutes of a meeting',
      'Notulen teamoverleg\nAanwezig: vier leden.\nDe planning is besproken.',
      'nothing-of-a-career',
    ],
    [
      'not the CV of somebody self-employed with an account number below it',
      `${readFileSync(join(root, 'examples/cvs/senior-data-engineer.txt'), 'utf8')}\nBtw NL000099998B57, IBAN NL00 VOOR 0123 4567 89, factuur per maand, totaal per kwartaal`,
      null,
    ],
  ])('%s', (_, text, like) => {
    const document = fromText(text)
    expect(otherThanCv(document, readCareer(document, { asOf }))).toBe(like)
  })
})

describe('a file that is plainly no CV, handed in for scoring', () => {
  function handedIn() {
    const talk = createHouse().talk('web:sanne')
    talk.start('toets NvT voor 4711', [file('uitvraag.pdf', 'cv')])
    return { talk, asked: words(talk.read('not-a-cv')) }
  }

  it('is asked about before anything is scored', () => {
    const { talk, asked } = handedIn()
    expect(asked).toContain('uitvraag.pdf: dit lijkt geen cv maar een uitvraag. Toch gebruiken?')
    expect(asked).toContain('[Ander bestand sturen] [Toch gebruiken]')
    expect(talk.assessment()).toBeNull()
    expect(words(talk.resume())).toContain('Toch gebruiken?')
  })

  it.each(['ja', 'Toch gebruiken'])('is read all the same after "%s", and not asked about again', (answer) => {
    const { talk } = handedIn()
    talk.say(answer)
    expect(talk.working()).toMatchObject({ files: [{ ref: { name: 'uitvraag.pdf' } }], meant: 'ref:uitvraag.pdf' })
    talk.read('alles duidelijk')
    expect(talk.assessment()).not.toBeNull()
  })

  it.each(['nee', 'terug', 'Ander bestand sturen'])('is put aside after "%s", and the CV is asked for', (answer) => {
    const { talk } = handedIn()
    expect(words(talk.say(answer))).toContain('Stuur het cv van NvT')
    talk.say('', [file('stuk.pdf')])
    expect(talk.working()?.files.map(({ ref }) => ref.name)).toEqual(['stuk.pdf'])
    expect(talk.working()?.meant).toBeUndefined()
  })

  it('gives way to the right file, sent at once', () => {
    const { talk } = handedIn()
    talk.say('', [file('stuk.pdf')])
    expect(talk.working()?.files.map(({ ref }) => ref.name)).toEqual(['stuk.pdf'])
  })

  it('keeps the other files that came with it', () => {
    const talk = createHouse().talk('web:sanne')
    talk.start('toets NvT voor 4711', [file('uitvraag.pdf', 'cv'), file('toelichting.pdf')])
    talk.read('not-a-cv')
    talk.say('', [file('cv.pdf')])
    expect(talk.working()?.files.map(({ ref }) => ref.name)).toEqual(['toelichting.pdf', 'cv.pdf'])
  })

  it('as a new version leaves the scoring where it was', () => {
    const talk = createHouse().talk('web:sanne')
    talk.start('toets NvT voor 4711', [file('cv.pdf')])
    talk.read('alles duidelijk')
    const before = talk.state()?.place
    talk.say('nieuwe versie')
    talk.say('', [file('factuur.pdf')])
    expect(words(talk.read('not-a-cv'))).toContain('factuur.pdf: dit lijkt geen cv')
    talk.say('nee')
    expect(talk.state()).toMatchObject({ place: before, doubted: null, intake: { files: [] } })
    talk.say('', [file('nieuw.pdf')])
    expect(talk.working()?.files).toMatchObject([{ kind: 'cv', ref: { name: 'nieuw.pdf' } }])
  })
})
