import { randomUUID } from 'node:crypto'
import type { Assignment } from '../../src/assignments/assignment.ts'
import type { Candidate } from '../../src/candidates/record.ts'
import type { Document } from '../../src/documents/document.ts'
import type { Assessment } from '../../src/scoring/assessment.ts'
import type { Channel, Job } from '../../src/storage/port.ts'
import { emptyPosting } from '../empty-posting.ts'

/** Whole records with invented content; tests change what they are about. */
export function anAssignment(changes: Partial<Assignment> = {}): Assignment {
  return {
    id: randomUUID(),
    text: 'Adviseur duurzaamheid, Gemeente Veldbrug',
    facts: [
      { field: 'title', value: 'Adviseur', quote: 'Adviseur', start: 0, end: 8, certainty: 'label', source: 'posting' },
    ],
    posting: { ...emptyPosting, title: 'Adviseur duurzaamheid', organisation: 'Gemeente Veldbrug' },
    revision: 1,
    state: 'new',
    addedBy: null,
    owner: null,
    addedOn: '2026-07-10T08:00:00Z',
    supplements: [],
    confirmed: true,
    example: false,
    ...changes,
  }
}

export function aCandidate(changes: Partial<Candidate> = {}): Candidate {
  return {
    id: randomUUID(),
    code: 'NvT',
    owner: 'web:sanne',
    sharedWith: [],
    files: [],
    confirmed: null,
    consent: { model: null, informed: null, keepForAYear: false, at: null },
    offeredOn: [],
    createdAt: '2026-07-10T08:00:00Z',
    ...changes,
  }
}

export function anAssessment(candidate: string, changes: Partial<Assessment> = {}): Assessment {
  const assignment = changes.assignment ?? randomUUID()
  return {
    id: randomUUID(),
    assignment,
    candidate,
    owner: 'web:sanne',
    proposal: {
      assignment,
      revision: 1,
      asOf: '2026-07-10',
      knockouts: [],
      awards: [],
      total: { value: 0, low: 0, high: 0 },
      cv: { pages: null, language: null, references: 0, format: 'pdf' },
      cvDemands: [],
      hidden: [],
      competencies: [],
      warnings: [],
      engine: 'rules',
    },
    judgements: {},
    rateEur: null,
    confirmedAt: null,
    confirmedBy: null,
    outcome: null,
    ...changes,
  }
}

export function aDocument(text: string): Document {
  return {
    format: 'txt',
    pages: null,
    text,
    lines: [{ id: 1, page: null, start: 0, end: text.length, text }],
    hidden: [],
    language: 'nl',
    hash: '0'.repeat(64),
  }
}

export function aChannel(changes: Partial<Channel> = {}): Channel {
  return {
    id: randomUUID(),
    address: 'web:e30',
    platform: 'web',
    listening: 'always',
    digest: 'off',
    owner: null,
    noticePosted: false,
    blocked: null,
    shared: false,
    ...changes,
  }
}

export function aJob(changes: Partial<Job> = {}): Job {
  const key = changes.key ?? randomUUID()
  return { id: randomUUID(), key, payload: { said: 'hallo' }, sealFor: { conversation: key }, ...changes }
}

/** Resolves as soon as `check` answers true; gives up after a long while, saying what was waited for. */
export async function eventually(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const until = performance.now() + 60_000
  while (!(await check())) {
    if (performance.now() > until) throw new Error(`did not happen: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
