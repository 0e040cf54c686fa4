import type { PostedCriterion, Posting, PostingFacts } from '../../src/assignments/assignment.ts'
import type { Career, Education, Engagement } from '../../src/candidates/candidate.ts'
import type { Document } from '../../src/documents/document.ts'
import { emptyPosting } from '../empty-posting.ts'

/** A small posting and CV made in a test, with the career as its reader would give it: what is tested is the scoring, not the reading. */
export type Job = {
  title: string | null
  organisation: string | null
  from?: string
  to?: string
  bounds?: [string, string, string, string]
  sentences: string[]
  within?: number
}
export type InventedCv = {
  document: Document
  jobs: Job[]
  studies: Omit<Education, 'span' | 'quote'>[]
  studyLines: string[]
}

type Criterion = {
  text: string
  points?: number
  minYears?: number
  windowYears?: number
  sub?: { text: string; points: number }[]
  price?: boolean
  number?: number | null
  proves?: PostedCriterion['proves']
}

export function postingOf(
  knockouts: Criterion[],
  awards: Criterion[] = [],
  facts: Partial<PostingFacts> = {},
): Posting {
  const posted = (list: Criterion[], section: 'knockout' | 'award'): PostedCriterion[] =>
    list.map((each, index) => ({
      key: `${section}:${index + 1}`,
      section,
      ordinal: index + 1,
      number: each.number === undefined ? index + 1 : each.number,
      text: each.text,
      minYears: each.minYears ?? null,
      windowYears: each.windowYears ?? null,
      proves: each.proves ?? ['cv', 'explanation'],
      points: section === 'award' ? (each.points ?? 20) : null,
      quote: each.text,
      start: 0,
      end: each.text.length,
      ...(each.sub ? { sub: each.sub } : {}),
      ...(each.price ? { price: true } : {}),
    }))
  return {
    id: 'invented',
    text: '',
    facts: [],
    posting: {
      ...emptyPosting,
      deadlines: [{ kind: 'submission', at: '2026-07-16T09:00:00+02:00', quote: '' }],
      ...facts,
      knockouts: posted(knockouts, 'knockout'),
      awards: posted(awards, 'award'),
    },
  }
}

export function cvOf(
  jobs: Job[],
  studies: (Omit<Education, 'span' | 'quote'> & { line: string })[] = [],
  skills: string[] = [],
): InventedCv {
  const blocks = [
    'K. Kandidaatsma\nkandidaat@voorbeeld.example',
    'Werkervaring',
    ...jobs.map((job) => [job.title, job.organisation, ...job.sentences].filter((line) => line !== null).join('\n')),
    'Opleiding',
    ...studies.map((study) => study.line),
    'Vaardigheden',
    ...skills,
  ]
  return {
    document: documentOf(blocks.join('\n')),
    jobs,
    studies: studies.map(({ line: _, ...study }) => study),
    studyLines: studies.map(({ line }) => line),
  }
}

export function documentOf(text: string): Document {
  let at = 0
  const lines = text.split('\n').map((line, index) => {
    const start = at
    at += line.length + 1
    return { id: index + 1, page: 1, start, end: start + line.length, text: line }
  })
  return { format: 'txt', pages: null, text, lines, hidden: [], language: 'nl', hash: `hash of ${text.length}` }
}

export const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1

export function careerOf({ document, jobs, studies, studyLines }: InventedCv): Career {
  let from = document.text.indexOf('Werkervaring') + 'Werkervaring'.length
  const engagements = jobs.map((job, index): Engagement => {
    const lines = [job.title, job.organisation, ...job.sentences].filter((line) => line !== null)
    const spans = lines.map((line) => {
      const start = document.text.indexOf(line, from)
      from = start + line.length
      return { source: 'cv' as const, start, end: from }
    })
    const [a, b, c, d] = job.bounds ?? [
      job.from ?? '2018-01',
      job.from ?? '2018-01',
      job.to ?? '2026-07',
      job.to ?? '2026-07',
    ]
    const period = {
      fromEarliest: month(a),
      fromLatest: month(b),
      toEarliest: month(c),
      toLatest: month(d),
      open: false,
      quote: '',
      start: 0,
      end: 0,
    }
    return {
      index,
      title: job.title,
      organisation: job.organisation,
      period,
      spans,
      within: job.within ?? null,
      hours: null,
    }
  })
  return {
    engagements,
    education: studies.map((study, index) => {
      const quote = studyLines[index]!
      const start = document.text.indexOf(quote)
      return { ...study, quote, span: { source: 'cv', start, end: start + quote.length } }
    }),
    references: { count: 0, spans: [] },
    newestMonth: null,
  }
}
