import type { Assignment, Conflict, Fact, Posting, PostingFacts, Supplement } from './assignment.ts'
import { diffPostings, type PostingChange } from './diff-postings.ts'
import { holds } from './polarity.ts'
import { levelsIn } from './practice.ts'
import { answeredOf, withoutQuestions } from './questions-and-answers.ts'
import { readPosting } from './read-posting.ts'

export type Merged = { assignment: Assignment; changes: PostingChange[] }

/** Facts that a supplement may change. Who it is and what it is called stay the posting's. */
const changeable = [
  'start',
  'durationMonths',
  'extension',
  'hoursPerWeek',
  'scale',
  'sroi',
  'vog',
  'nda',
  'uea',
  'waadi',
  'fee',
  'maxRateEur',
  'professionals',
  'hybrid',
  'workdays',
  'cv',
] as const satisfies (keyof PostingFacts)[]
const further = [
  'zzp',
  'tieBreak',
  'shortlist',
  'standstill',
  'safetyMargin',
  'officeDays',
  'sroiPercent',
  'vogMaxAgeMonths',
  'travelCosts',
]

/** Questions whose answer may be a bare yes or no. */
const asked: [(keyof PostingFacts & ('vog' | 'nda' | 'uea' | 'waadi' | 'hybrid')) | 'zzp', RegExp][] = [
  ['vog', /\bvog\b|verklaring omtrent|certificate of conduct/i],
  ['nda', /geheimhouding|\bnda\b|non-?disclosure/i],
  ['uea', /\buea\b|\bespd\b/i],
  ['waadi', /\bwaadi\b/i],
  ['hybrid', /hybride?|thuiswerken|remote/i],
  ['zzp', /\bzzp|zelfstandig|self-?employed|freelance/i],
]

function yesOrNo(answer: string): boolean | null {
  if (/^(?:ja|jazeker|yes|correct|dat klopt|inderdaad|akkoord|toegestaan)\b/i.test(answer)) return true
  return /^(?:nee|neen|no|niet|geen|dat is niet)\b/i.test(answer) ? false : null
}

type Told = { fields: Map<string, unknown>; facts: Fact[] }

/** What the answers say to questions that name the subject: yes, no, or a level of education. */
function fromAnswers(text: string, index: number): Told {
  const fields = new Map<string, unknown>()
  const facts: Fact[] = []
  for (const { question, answer, start, end } of answeredOf(text)) {
    const keep = (field: string, value: unknown) => {
      fields.set(field, value)
      facts.push({
        field,
        value,
        quote: text.slice(start, end),
        start,
        end,
        certainty: 'prose',
        source: { supplement: index },
      })
    }
    for (const [field, term] of asked) {
      if (!term.test(question)) continue
      const said = yesOrNo(answer) ?? holds(answer, term)
      if (said !== null) keep(field, said)
    }
    if (levelsIn(question).size > 0 && levelsIn(answer).size > 0) keep('educationLevel', levelPhrase(answer))
    if (
      /sroi|social return/i.test(question) &&
      /per opdracht|cumulatief|opgeteld|cumulative|per assignment/i.test(answer)
    ) {
      keep('sroiScope', /cumulatief|opgeteld|cumulative/i.test(answer) ? 'cumulative' : 'assignment')
    }
  }
  return { fields, facts }
}

function levelPhrase(text: string): string {
  return (
    /(?:mbo|hbo|wo)(?:[- ](?:bachelor|master|niveau|werk- en denkniveau))?/i.exec(text)?.[0] ??
    [...levelsIn(text)].join('/')
  )
}

/** What a supplement says by itself, read by the same rules as a posting; its questions are not read. */
function fromText(text: string, index: number): Told {
  const read = readPosting(withoutQuestions(text), { id: 'supplement' })
  const fields = new Map<string, unknown>()
  for (const field of changeable) if (read.posting[field] !== null) fields.set(field, read.posting[field])
  for (const kind of ['submission', 'questions', 'answers', 'interviews'] as const) {
    const dates = read.posting.deadlines.filter((deadline) => deadline.kind === kind && deadline.at !== null)
    if (dates.length > 0) fields.set(`deadlines.${kind}`, dates)
  }
  for (const field of further) {
    const fact = read.facts.find((one) => one.field === field)
    if (fact) fields.set(field, fact.value)
  }
  const facts = read.facts
    .filter(({ field }) => fields.has(field))
    .map((fact): Fact => ({ ...fact, quote: text.slice(fact.start, fact.end), source: { supplement: index } }))
  return { fields, facts }
}

function updated(facts: PostingFacts, told: Map<string, unknown>): PostingFacts {
  const next: Record<string, unknown> = { ...facts }
  let { deadlines } = facts
  for (const [field, value] of told) {
    if (field.startsWith('deadlines.')) {
      const kind = field.slice('deadlines.'.length)
      deadlines = [...deadlines.filter((deadline) => deadline.kind !== kind), ...(value as PostingFacts['deadlines'])]
    } else if (field in facts) next[field] = value
  }
  if (told.has('start')) {
    const start = String(told.get('start'))
    const at = /^\d{4}-/.test(start) ? start : null
    deadlines = deadlines.map((deadline) => (deadline.kind === 'start' ? { ...deadline, at } : deadline))
  }
  const conflicts = facts.conflicts.map(
    (conflict): Conflict => (told.has(conflict.field) ? { ...conflict, resolved: true } : conflict),
  )
  return { ...(next as PostingFacts), deadlines, conflicts }
}

/**
 * Takes the published answers, or a notice of change, into an assignment. The newest statement prevails in `posting`; `facts` keeps
 * both, the supplement's first and marked with its index; a contradiction about a field that it states is resolved. The same
 * supplement again changes nothing. Pure: the caller stores the result and marks assessments (`affectsScoring`).
 */
export function mergeSupplement(assignment: Assignment, supplement: Supplement): Merged {
  if (assignment.supplements.some(({ text }) => text.trim() === supplement.text.trim()))
    return { assignment, changes: [] }
  const index = assignment.supplements.length
  const plain = fromText(supplement.text, index)
  const answers = fromAnswers(supplement.text, index)
  const told = new Map([...plain.fields, ...answers.fields])
  const merged: Assignment = {
    ...assignment,
    revision: assignment.revision + 1,
    supplements: [...assignment.supplements, supplement],
    facts: [...answers.facts, ...plain.facts.filter(({ field }) => !answers.fields.has(field)), ...assignment.facts],
    posting: updated(assignment.posting, told),
  }
  const before: Posting = assignment
  return { assignment: merged, changes: diffPostings(before, merged) }
}
