import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { readCareer } from '../../src/candidates/read-career.ts'
import { closeParsers, fromText, readDocument } from '../../src/documents/read-document.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { type Line, ratioLine } from '../parts/line.ts'
import { median, short } from '../parts/numbers.ts'

const path = 'reading'
const root = resolve(import.meta.dirname, '../..')
const themes = 'wonen water energie mobiliteit zorg onderwijs cultuur landbouw veiligheid economie'.split(' ')
/** A page of a CV as people write them. */
const pageOf = 2_500

/** A posting read and a CV scored, and how both grow: a text fifty times as long may cost fifty times as much, no more. */
export async function reading(): Promise<Line[]> {
  const lines = [
    growthOf('a posting read, per kB', 'kB', [10, 200], (kB) =>
      timesOf(() => void readPosting(postingOf(kB * 1024), { id: 'p' })),
    ),
  ]
  const assignment = readPosting(readFileSync(`${root}/evals/cvs/postings/p1.txt`, 'utf8'), { id: 'p1' })
  const engine = createRulesEngine()
  const score = async (document: Awaited<ReturnType<typeof readDocument>>) => {
    const career = readCareer(document, { asOf: '2026-10-05' })
    await scoreCandidate({ assignment, documents: { cv: document }, career, rateEur: null, engine })
  }
  lines.push(
    await growthOfAsync('a CV scored by rules, per page of text', 'page', [1, 50], async (pages) => {
      const document = fromText(cvOf(pages))
      return timesOfAsync(() => score(document))
    }),
  )
  const pdf = readFileSync(`${root}/tests/fixtures/documents/five-pages.pdf`)
  const [whole, alone] = await interleaved(
    async () => score(await readDocument(new Uint8Array(pdf), 'cv.pdf')),
    async () => void (await extractText(await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 }))),
  )
  closeParsers()
  lines.push(
    ratioLine(
      {
        path,
        what: 'a five-page PDF from bytes to findings, over what unpdf alone needs for its text',
        ours: `${short(whole)} ms`,
        beside: `${short(alone)} ms`,
        ratio: whole / alone,
      },
      null,
    ),
  )
  return lines
}

type Growth = [small: number, large: number]

function growthLine(what: string, unit: string, [small, large]: Growth, [few, many]: [number, number]): Line {
  return ratioLine(
    {
      path,
      what: `${what}: of ${large} ${unit}s, over those of ${small}`,
      ours: `${short(many / large)} ms`,
      beside: `${short(few / small)} ms`,
      ratio: many / large / (few / small),
    },
    { atMost: 1.5 },
  )
}

function growthOf(what: string, unit: string, sizes: Growth, measure: (size: number) => number): Line {
  return growthLine(what, unit, sizes, [measure(sizes[0]), measure(sizes[1])])
}

async function growthOfAsync(what: string, unit: string, sizes: Growth, measure: (size: number) => Promise<number>) {
  return growthLine(what, unit, sizes, [await measure(sizes[0]), await measure(sizes[1])])
}

const rounds = 9

/** The median of the processor's time, warm: neighbours on the machine do not count. */
function timesOf(work: () => void): number {
  for (let nth = 0; nth < 4; nth++) work()
  return median(
    Array.from({ length: rounds }, () => {
      const from = process.cpuUsage()
      work()
      return spent(from)
    }),
  )
}

async function timesOfAsync(work: () => Promise<void>): Promise<number> {
  for (let nth = 0; nth < 4; nth++) await work()
  const times: number[] = []
  for (let nth = 0; nth < rounds; nth++) {
    const from = process.cpuUsage()
    await work()
    times.push(spent(from))
  }
  return median(times)
}

async function interleaved(...works: (() => Promise<void>)[]): Promise<[number, number]> {
  const times: number[][] = works.map(() => [])
  for (let nth = 0; nth < rounds + 4; nth++) {
    for (const [index, work] of works.entries()) {
      const from = performance.now()
      await work()
      if (nth >= 4) times[index]!.push(performance.now() - from)
    }
  }
  return [median(times[0]!), median(times[1]!)]
}

function spent(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

/** One posting of our own with as much prose about the client as makes it this long; most of a real posting is such prose. */
function postingOf(length: number): string {
  const posting = readFileSync(`${root}/evals/postings/expired-listing.txt`, 'utf8')
  let paragraphs = ''
  for (let i = 0; posting.length + paragraphs.length < length; i++) {
    const [one, other] = [themes[i % 10]!, themes[(i * 7 + 3) % 10]!]
    paragraphs += `Op het gebied van ${one} werkt de organisatie samen met ${20 + i} partners. In de agenda ${one} en ${other} 2024 - 2028 staat hoe zij dat doet. De ${other}opgave vraagt om een lange adem.\n\n`
  }
  return posting.replace('Eisen\n', `${paragraphs}Eisen\n`)
}

/** The longest of our own CVs, with itself repeated until it has so many pages: more engagements, not longer ones. */
function cvOf(pages: number): string {
  const text = readFileSync(`${root}/evals/cvs/e01/text.txt`, 'utf8')
  return text.repeat(Math.ceil((pages * pageOf) / text.length)).slice(0, pages * pageOf)
}
