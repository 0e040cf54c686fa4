import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Career } from '../../src/candidates/candidate.ts'
import { readCareer } from '../../src/candidates/read-career.ts'
import type { Document } from '../../src/documents/document.ts'
import { fromText } from '../../src/documents/read-document.ts'
import { monthText } from '../../src/text/months.ts'

export const asOf = '2026-07-16'

/** One of the invented CVs in cvs/, read. */
export function readCv(name: string): { document: Document; career: Career } {
  const document = fromText(readFileSync(resolve(import.meta.dirname, `cvs/${name}.txt`), 'utf8'))
  return { document, career: readCareer(document, { asOf }) }
}

/** Engagements as short lines: "title | organisation | 2019-03 – 2021-10"; bounds as "2019-01/2019-12", an umbrella as "in N". */
export function engagementLines(career: Career): string[] {
  const bound = (from: number, to: number) => (from === to ? monthText(from) : `${monthText(from)}/${monthText(to)}`)
  return career.engagements.map(({ title, organisation, period, within }) => {
    const dates = period
      ? `${bound(period.fromEarliest, period.fromLatest)} – ${period.open ? 'open' : bound(period.toEarliest, period.toLatest)}`
      : 'undated'
    return `${title} | ${organisation} | ${dates}${within === null ? '' : ` | in ${within}`}`
  })
}

export function educationLines(career: Career): string[] {
  return career.education.map(({ level, completion }) => `${level} ${completion}`)
}
