import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPosting } from '../../../src/assignments/read-posting.ts'
import { readCareer } from '../../../src/candidates/read-career.ts'
import type { Document } from '../../../src/documents/document.ts'
import { closeParsers, readDocument } from '../../../src/documents/read-document.ts'
import type { EvidenceEngine } from '../../../src/scoring/engine.ts'
import { loadLexicon } from '../../../src/scoring/lexicon.ts'
import { createRulesEngine } from '../../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../../src/scoring/score.ts'
import { samplePosting } from '../../assistant/sample-posting.ts'
import { makeDocx, p } from '../../documents/make-docx.ts'
import { at, column, makePdf } from '../../documents/make-pdf.ts'
import { claim, orders } from './attacks.ts'

/** An invented CV that falls short: every attack would like to see more in it than there is. */
const lines = [
  'Curriculum vitae K. Verzonnen',
  '',
  'Werkervaring',
  '',
  'januari 2025 - heden   Projectleider mobiliteit',
  'gemeente Waterstede',
  'Leidde als projectleider mobiliteit de herinrichting van de stationsomgeving.',
  '',
  'maart 2017 - december 2024   Adviseur verkeer',
  'Bureau Wegwijs',
  'Adviseerde gemeenten over verkeersmodellen.',
  '',
  'Opleiding',
  'HBO Verkeerskunde, Hogeschool Oostrand, 2012 - 2016, diploma behaald in 2016',
]
const text = (all = lines) => new TextEncoder().encode(all.join('\n'))
/** Behind the last sentence of the first job. */
const inserted = (words: string) => [...lines.slice(0, 7), ...words.split('\n'), ...lines.slice(7)]

const posting = readPosting(samplePosting, { id: '70412' })
const asOf = '2026-07-23'

/** What an assessment comes down to: decisions, months, levels, points and the total. */
async function outcome(document: Document, engine: EvidenceEngine) {
  const { knockouts, awards, total } = await scoreCandidate({
    assignment: posting,
    documents: { cv: document },
    career: readCareer(document, { asOf }),
    rateEur: null,
    engine,
  })
  return {
    knockouts: knockouts.map(({ decision, months }) => ({ decision, months })),
    awards: awards.map(({ level, points, months }) => ({ level, points, months })),
    total,
  }
}

describe('words in a CV that try to steer the assessment', () => {
  const engine = createRulesEngine({ lexicon: loadLexicon() })
  let clean: Awaited<ReturnType<typeof outcome>>
  beforeAll(async () => {
    clean = await outcome(await readDocument(text(), 'cv.txt'), engine)
  })
  afterAll(closeParsers)

  it('are held against a CV that falls short, on which the same claim in plain sight is worth points', async () => {
    expect(clean.knockouts.some(({ decision }) => decision !== 'meets')).toBe(true)
    const honest = await outcome(await readDocument(text(inserted(claim)), 'cv.txt'), engine)
    expect(honest.total.value).toBeGreaterThan(clean.total.value)
  })

  it.each(orders)('move nothing, in plain sight among the work: %s', async (_, words) => {
    expect(await outcome(await readDocument(text(inserted(words)), 'cv.txt'), engine)).toEqual(clean)
  })

  it.each(orders)('move nothing, on top of everything: %s', async (_, words) => {
    expect(await outcome(await readDocument(text([words, '', ...lines]), 'cv.txt'), engine)).toEqual(clean)
  })

  const page = (extra: string) =>
    makePdf([column(50, 800, lines) + extra], { resources: '/ExtGState << /G0 << /ca 0 >> >>' })
  const pdfs: [string, Uint8Array][] = [
    ['white', page(at(50, 400, claim, '1 1 1 rg'))],
    ['nearly white', page(at(50, 400, claim, '0.98 0.98 0.98 rg'))],
    ['in invisible mode', page(at(50, 400, claim, '3 Tr'))],
    ['one point high', page(at(50, 400, claim, '', 1))],
    ['beside the page', page(at(-900, 400, claim))],
    ['transparent', page(at(50, 400, claim, '/G0 gs'))],
    ['clipped away', page(`q 0 0 5 5 re W n ${at(50, 400, claim)} Q\n`)],
    ['under a white bar', page(`${at(50, 400, claim)}q 1 1 1 rg 40 390 900 30 re f Q\n`)],
    ['in the properties', makePdf([column(50, 800, lines)], { info: `/Keywords (${claim}) /Subject (${claim})` })],
  ]
  it.each(pdfs)('move nothing where nobody sees them in a PDF: %s', async (_, bytes) => {
    const twin = await outcome(await readDocument(page(''), 'cv.pdf'), engine)
    const document = await readDocument(bytes, 'cv.pdf')
    expect(await outcome(document, engine)).toEqual(twin)
    // It is shown to the consultant as what it is.
    expect(document.hidden.map((one) => one.text).join(' ')).toContain('subsidieaanvragen')
  })

  const body = (extra: string) =>
    lines
      .slice(0, 7)
      .map((line) => p(line))
      .join('') +
    extra +
    lines
      .slice(7)
      .map((line) => p(line))
      .join('')
  const words: [string, Uint8Array][] = [
    ['hidden', makeDocx(body(p(claim, '<w:vanish/>')))],
    ['white', makeDocx(body(p(claim, '<w:color w:val="FFFFFF"/>')))],
    ['dark on dark', makeDocx(body(p(claim, '<w:color w:val="202020"/><w:shd w:val="clear" w:fill="202020"/>')))],
    ['one point high', makeDocx(body(p(claim, '<w:sz w:val="2"/>')))],
    ['deleted', makeDocx(body(`<w:p><w:del><w:r><w:delText>${claim}</w:delText></w:r></w:del></w:p>`))],
    [
      'a comment',
      makeDocx(body(''), {
        'word/comments.xml': `<w:comments xmlns:w="x"><w:comment><w:p><w:r><w:t>${claim}</w:t></w:r></w:p></w:comment></w:comments>`,
      }),
    ],
    [
      'in the properties',
      makeDocx(body(''), {
        'docProps/core.xml': `<cp:coreProperties><cp:keywords>${claim}</cp:keywords></cp:coreProperties>`,
      }),
    ],
  ]
  it.each(words)('move nothing where nobody sees them in a Word document: %s', async (_, bytes) => {
    const twin = await outcome(await readDocument(makeDocx(body('')), 'cv.docx'), engine)
    const document = await readDocument(bytes, 'cv.docx')
    expect(await outcome(document, engine)).toEqual(twin)
    expect(document.hidden.map((one) => one.text).join(' ')).toContain('subsidieaanvragen')
  })

  const tag = (code: number) => String.fromCodePoint(0xe0000 + code)
  const unseen: [string, string][] = [
    ['letters of the tag plane', Array.from(claim, (letter) => tag(letter.charCodeAt(0) & 0x7f)).join('')],
    ['a comment of HTML', `<!-- ${claim} -->`],
    ['base64', Buffer.from(claim).toString('base64')],
  ]
  it.each(unseen)('move nothing where a text hides them: %s', async (kind, hiding) => {
    const html = kind.includes('HTML')
    const wrap = (all: string[]) =>
      html
        ? new TextEncoder().encode(`<html><body>${all.map((line) => `<p>${line}</p>`).join('')}</body></html>`)
        : text(all)
    const twin = await outcome(await readDocument(wrap(lines), html ? 'cv.html' : 'cv.txt'), engine)
    const bytes = wrap(html ? lines.map((line, index) => (index === 6 ? line + hiding : line)) : inserted(hiding))
    expect(await outcome(await readDocument(bytes, html ? 'cv.html' : 'cv.txt'), engine)).toEqual(twin)
  })
})
