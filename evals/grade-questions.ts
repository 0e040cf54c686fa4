import { fold } from '../src/text/fold.ts'

export { evalListening, evalQuestions } from './question-runs.ts'

/** A line of questions.jsonl. */
export type EvalQuestion = {
  id: string
  lang: 'nl' | 'en'
  question: string
  context: string | null
  kind:
    | 'lookup'
    | 'computation'
    | 'unanswerable'
    | 'ambiguous-needs-clarification'
    | 'cross-assignment'
    | 'out-of-scope'
  /** An example of a right answer; its first word decides yes or no. */
  expected: string
  /** Each element needs a hit; `|` separates alternatives. */
  must_include: string[]
  must_not_include: string[]
  source_quote: string
  now?: string
  history?: { role: 'user' | 'assistant'; text: string }[]
  catalogue?: string[]
}

export type EvalAnswer = { id: string; text: string; answered: boolean; quotes: { assignment: string; text: string }[] }

export type QuestionGrade = {
  id: string
  passed: boolean
  /** Says something about what the posting does not say. */
  hallucinated: boolean
  missing: string[]
  forbidden: string[]
}

export type QuestionGrades = {
  /** Share that passed, 0 to 1; by kind and language, such as "lookup nl". */
  passed: number
  per: Record<string, { passed: number; of: number }>
  hallucinations: string[]
  /** Questions whose quotes do not all stand in the posting. */
  unfaithful: string[]
  failures: QuestionGrade[]
}

const numeric = /^[\d.,:%/+-]+$/
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Whether an answer holds one alternative: short words and figures must stand alone, others may be part of a word. */
function holds(alternative: string, answer: string): boolean {
  const wanted = fold(alternative)
  if (wanted === '') return false
  if (wanted.length <= 3 || numeric.test(wanted)) {
    const digits = wanted.replace(/\D/g, '').length
    const cents = numeric.test(wanted) && digits >= 3 && !/[:/-]|[.,]\d\d$/.test(wanted) ? '(?:[.,]00)?' : ''
    return new RegExp(
      `(?<![\\p{L}\\p{N}_])(?<!\\d[.,:])${literally(wanted)}${cents}(?![\\p{L}\\p{N}_]|[.,:]\\d)`,
      'u',
    ).test(answer)
  }
  const start = /^\d/.test(wanted) ? '(?<!\\d)' : ''
  const end = /\d$/.test(wanted) ? '(?!\\d)' : ''
  return new RegExp(`${start}${literally(wanted)}${end}`, 'u').test(answer)
}

const holdsAny = (element: string, answer: string): boolean =>
  element.split('|').some((alternative) => holds(alternative, answer))

const denial =
  /(?:niet|geen) (?:\w+ )?(?:nodig|vereist|verplicht|gevraagd|toegestaan|mogelijk)|hoeft niet|not (?:\w+ )?(?:required|needed|necessary|mandatory|asked|allowed|possible)|no need/
const silence =
  /staat (?:er |nergens |dat )?(?:niet|nergens)|niet (?:in de|vermeld|genoemd|bekend|aangegeven|te berekenen|letterlijk|expliciet)|noemt (?:geen|niet)|onbekend|not (?:stated|mentioned|in the|specified|given|known|computable|literally)|does ?n.t (?:say|state|mention)|does not (?:say|state|mention)|no information/

/** A right word in a sentence that says the opposite does not pass. */
function saysTheOpposite(expected: string, answer: string): boolean {
  if (/^(?:ja|yes)\b/.test(expected))
    return /^(?:nee|neen|no)\b/.test(answer) || (denial.test(answer) && !denial.test(expected))
  return /^(?:nee|no)\b/.test(expected) && /^(?:ja|yes)\b/.test(answer)
}

/** Grades one answer as score_questions.py does. */
export function gradeQuestion(question: EvalQuestion, answer: EvalAnswer): QuestionGrade {
  const said = fold(answer.text)
  const expected = fold(question.expected)
  const missing = question.must_include.filter((element) => !holdsAny(element, said))
  const forbidden = question.must_not_include.filter((element) => holdsAny(element, said))
  if (saysTheOpposite(expected, said)) forbidden.push('the opposite of the expected yes or no')
  const answerable = question.kind === 'lookup' || question.kind === 'computation'
  const unanswerable = question.kind === 'unanswerable' || question.kind === 'out-of-scope'
  if (!answer.answered && answerable && !silence.test(expected)) forbidden.push('left open, but the posting answers it')
  if (answer.answered && unanswerable) forbidden.push('answered, but nothing answers it')
  if (said.split(/\s+/).length > (question.kind === 'cross-assignment' ? 220 : 120))
    forbidden.push('longer than a chat answer')
  const hit = question.must_include.length - missing.length
  return {
    id: question.id,
    passed: missing.length === 0 && forbidden.length === 0 && said !== '',
    hallucinated: question.kind === 'unanswerable' && said !== '' && (forbidden.length > 0 || hit === 0),
    missing,
    forbidden,
  }
}

/** Letters and digits only: layout, marks and encoding do not matter for whether words stand in a text. */
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Grades answers to a set of questions. `textOf` gives the repaired text of a posting, for the faithfulness of quotes. */
export function gradeQuestions(
  questions: EvalQuestion[],
  answers: EvalAnswer[],
  textOf: (id: string) => string | null,
): QuestionGrades {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const per: QuestionGrades['per'] = {}
  const grades = questions.map((question) => {
    const answer = byId.get(question.id) ?? { id: question.id, text: '', answered: false, quotes: [] }
    const grade = gradeQuestion(question, answer)
    for (const key of [`${question.kind} ${question.lang}`, question.kind, question.lang]) {
      const group = per[key] ?? { passed: 0, of: 0 }
      per[key] = group
      group.of += 1
      if (grade.passed) group.passed += 1
    }
    return grade
  })
  const texts = new Map<string, string>()
  const stands = (quote: { assignment: string; text: string }): boolean => {
    const text = texts.get(quote.assignment) ?? bare(textOf(quote.assignment) ?? '')
    texts.set(quote.assignment, text)
    return bare(quote.text) !== '' && text.includes(bare(quote.text))
  }
  return {
    passed: grades.filter(({ passed }) => passed).length / Math.max(1, grades.length),
    per,
    hallucinations: grades.filter(({ hallucinated }) => hallucinated).map(({ id }) => id),
    unfaithful: answers.filter(({ quotes }) => !quotes.every(stands)).map(({ id }) => id),
    failures: grades.filter(({ passed }) => !passed),
  }
}

/** A line of channel.jsonl. */
export type EvalMessage = { id: string; text: string; shouldAnswer: boolean; assignment: string | null; why: string }

export type ListeningGrades = {
  precision: number
  recall: number
  /** In a channel where one message in thirty is a question for it. */
  unwantedPerThousand: number
  unwanted: string[]
  missed: string[]
  /** Answered, but about another assignment. */
  wrongAssignment: string[]
}

/** One question in thirty messages: what a real channel looks like. */
const SILENT_SHARE = 29 / 30

export function gradeListening(
  messages: EvalMessage[],
  heard: { id: string; answers: boolean; assignment: string | null }[],
): ListeningGrades {
  const byId = new Map(heard.map((one) => [one.id, one]))
  const answers = (message: EvalMessage): boolean => byId.get(message.id)?.answers === true
  const wanted = messages.filter(({ shouldAnswer }) => shouldAnswer)
  const silent = messages.filter(({ shouldAnswer }) => !shouldAnswer)
  const right = wanted.filter(answers)
  const unwanted = silent.filter(answers)
  return {
    precision: right.length + unwanted.length === 0 ? 1 : right.length / (right.length + unwanted.length),
    recall: wanted.length === 0 ? 1 : right.length / wanted.length,
    unwantedPerThousand: silent.length === 0 ? 0 : (unwanted.length / silent.length) * SILENT_SHARE * 1000,
    unwanted: unwanted.map(({ id }) => id),
    missed: wanted.filter((message) => !answers(message)).map(({ id }) => id),
    wrongAssignment: right.filter(({ id, assignment }) => byId.get(id)?.assignment !== assignment).map(({ id }) => id),
  }
}
