import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readCareer } from '../../src/candidates/read-career.ts'
import { sentencesOf } from '../../src/candidates/sentences.ts'
import { closeParsers, readDocument } from '../../src/documents/read-document.ts'
import { monthText } from '../../src/text/months.ts'
import { shared } from '../shared.ts'

type Gold = {
  asOf: string
  file: string
  cv: { pages: number | null; language: string; references: number }
  protected: string[]
  injections: { quote: string; how: string }[]
  candidate: {
    education: { level: string; status: string }[]
    engagements: {
      role: string
      org: string
      from: string
      to: string | null
      hoursPerWeek: number | null
      sentences: { text: string }[]
    }[]
  }
}

if (!shared) console.log('The shared sample of CVs is not here: its tests are left out.')
afterAll(closeParsers)

/** What the graders leave out when they compare quotes. */
const bare = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad|•●➢–-]/g, '')

describe.runIf(shared)('every CV of the shared sample', () => {
  const folder = resolve(shared ?? '.', 'cvs')
  const ids = shared ? readdirSync(folder).filter((id) => existsSync(resolve(folder, id, 'gold.json'))) : []

  it.each(ids)('%s gives its pages, language, referees, engagements and studies', async (id) => {
    const gold = JSON.parse(readFileSync(resolve(folder, id, 'gold.json'), 'utf8')) as Gold
    const document = await readDocument(readFileSync(resolve(folder, id, gold.file)), gold.file)
    const career = readCareer(document, { asOf: gold.asOf })
    expect([document.pages, document.language, career.references.count]).toEqual([
      gold.cv.pages,
      gold.cv.language,
      gold.cv.references,
    ])
    const found = career.engagements.map(({ title, period, hours }) => [
      title,
      period && monthText(period.fromEarliest),
      period?.open ? null : period && monthText(period.toLatest),
      hours,
    ])
    const wanted = gold.candidate.engagements.map(({ role, from, to, hoursPerWeek }) => [
      role,
      from.length === 4 ? `${from}-01` : from,
      to?.length === 4 ? `${to}-12` : to,
      hoursPerWeek,
    ])
    expect(found).toEqual(wanted)
    gold.candidate.engagements.forEach(({ org, sentences }, i) => {
      const engagement = career.engagements[i]!
      expect(bare(engagement.organisation ?? '')).toContain(bare(org))
      const own = sentencesOf(document, engagement.spans).map(({ text }) => bare(text).toLowerCase())
      for (const { text } of sentences) expect(own.some((one) => one.endsWith(bare(text).toLowerCase()))).toBe(true)
    })
    const status: Record<string, string> = { done: 'completed', unstated: 'not-stated' }
    expect(career.education.map(({ level, completion }) => [level, completion])).toEqual(
      gold.candidate.education.map((study) => [study.level, status[study.status] ?? study.status]),
    )
    for (const { quote } of gold.injections.filter(({ how }) => how !== 'visible')) {
      expect(document.text).not.toContain(quote)
      expect(document.hidden.map(({ text }) => text)).toContain(quote)
    }
    for (const number of gold.protected.filter((value) => /^\d{9}$/.test(value)))
      expect(document.text).not.toContain(number)
  })
})
