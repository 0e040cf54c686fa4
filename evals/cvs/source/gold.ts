import { render } from './render.ts'
import type { InventedCv, InventedPosting, Job } from './shape.ts'

type GoldEvidence = {
  quote: string
  start: number
  end: number
  kind: string
  group: number | null
  required: boolean
  role: string
  source: 'cv' | 'motivation'
}

/** Gold in the shape of the samples, computed from the structure: months by counting, evidence by where the sentence stands. */
export function goldOf(cv: InventedCv, posting: InventedPosting): object {
  const text = render(cv)
  const reference = month(posting.asOf)
  const entry = (section: 'knockout' | 'award', criterion: InventedPosting['knockouts'][number]) => {
    const key = section === 'award' ? awardKey(criterion.label) : criterion.label
    const evidence = evidenceFor(cv, text, key)
    const counted = cv.jobs.flatMap((job, index) => (job.counts.includes(key) ? [index] : []))
    const minimum = criterion.minYears === null ? null : criterion.minYears * 12
    const window = criterion.windowYears === null ? null : criterion.windowYears * 12
    const months =
      minimum === null
        ? null
        : tenure(
            counted.map((index) => cv.jobs[index]!),
            reference,
            window,
          )
    const given = cv.expected[key]
    const level = section === 'award' && minimum === null && given !== 'meets' && given !== 'fails'
    const decision =
      given ??
      (months === null
        ? counted.length > 0
          ? 'meets'
          : 'fails'
        : months.atLeast >= minimum!
          ? 'meets'
          : months.atMost < minimum!
            ? 'fails'
            : 'unclear')
    return {
      ...(level ? { level: given ?? 'absent' } : { decision }),
      months,
      minimumMonths: minimum,
      windowYears: criterion.windowYears,
      countedEngagements: counted,
      recallMode: months === null ? 'any' : 'all',
      ...(cv.alsoAcceptable?.[key] ? { alsoAcceptable: cv.alsoAcceptable[key] } : {}),
      evidence,
    }
  }
  return {
    id: cv.id,
    assignment: posting.id,
    asOf: posting.asOf,
    file: 'text.txt',
    format: 'txt',
    layout: cv.layout,
    dateStyle: cv.layout,
    traps: cv.traps,
    knockouts: Object.fromEntries(
      posting.knockouts.map((criterion) => [criterion.label, entry('knockout', criterion)]),
    ),
    awards: Object.fromEntries(posting.awards.map((criterion) => [criterion.label, entry('award', criterion)])),
    cv: { pages: null, language: cv.language, references: cv.references.length, motivation: Boolean(cv.motivation) },
    injections: cv.injection ? [{ quote: cv.injection, ...place(text, cv.injection) }] : [],
    protected: [],
    photo: false,
    pair: null,
  }
}

/** The label under which a CV names an award: `a4` for a bare number, since a knock-out may bear the same one. */
const awardKey = (label: string) => (/^\d/.test(label) ? `a${label}` : label)

function evidenceFor(cv: InventedCv, text: string, key: string): GoldEvidence[] {
  const found: GoldEvidence[] = []
  const add = (quote: string, kind: string, group: number | null, required: boolean, role: string, from = 0) =>
    found.push({ quote, ...place(text, quote, from), kind, group, required, role, source: 'cv' })
  let from = text.indexOf(cv.jobs[0]?.dates ?? '')
  for (const [index, job] of cv.jobs.entries()) {
    from = text.indexOf(job.dates, from)
    const counts = job.counts.includes(key)
    add(job.title, 'role', index, Boolean(job.title_proves?.includes(key)), counts ? 'proves' : 'context', from)
    add(
      job.organisation,
      'org',
      index,
      Boolean(job.organisation_proves?.includes(key)),
      counts ? 'proves' : 'context',
      from,
    )
    add(job.dates, 'date', index, false, 'context', from)
    for (const sentence of job.sentences) {
      if (sentence.labels.includes(key)) add(sentence.text, 'sentence', index, true, 'proves')
      if (sentence.labels.includes(`${key}~`)) add(sentence.text, 'sentence', index, true, 'near')
      if (sentence.labels.includes(`${key}!`)) add(sentence.text, 'sentence', index, false, 'counter')
    }
  }
  for (const study of cv.studies) if (study.decides.includes(key)) add(study.text, 'education', null, true, 'decides')
  for (const skill of cv.skills) if (skill.labels.includes(`${key}~`)) add(skill.text, 'keyword', null, true, 'near')
  if (cv.expected[key] && cv.motivation && key === 'a3') {
    for (const line of cv.motivation.split('\n').slice(1, -1)) {
      const start = cv.motivation.indexOf(line)
      found.push({
        quote: line,
        start,
        end: start + line.length,
        kind: 'motivation',
        group: null,
        required: true,
        role: 'states',
        source: 'motivation',
      })
    }
  }
  return found
}

function place(text: string, quote: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(quote, from)
  if (start < 0) throw new Error(`not in the rendered text: ${quote}`)
  return { start, end: start + quote.length }
}

const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** Counted month by month, on purpose another way than the product does it. */
function tenure(jobs: Job[], reference: number, window: number | null): { atLeast: number; atMost: number } {
  const first = window === null ? 0 : reference - window + 1
  const at = (value: string) => Math.min(value === 'now' ? reference : month(value), reference)
  const count = (pick: (job: Job) => [number, number]) => {
    const months = new Set<number>()
    for (const job of jobs) {
      const [from, to] = pick(job)
      for (let each = Math.max(from, first); each <= to; each++) months.add(each)
    }
    return months.size
  }
  return {
    atLeast: count((job) => [at(job.from[1]), at(job.to[0])]),
    atMost: count((job) => [at(job.from[0]), at(job.to[1])]),
  }
}
