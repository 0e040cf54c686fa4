import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type EvalQuestion,
  evalListening,
  evalQuestions,
  gradeListening,
  gradeQuestion,
  type ListeningGrades,
  type QuestionGrades,
} from '../../evals/grade-questions.ts'
import { shared } from '../shared.ts'

const own = resolve(import.meta.dirname, '../../evals')

const question: EvalQuestion = {
  id: 'q',
  lang: 'nl',
  question: 'vog?',
  context: '01',
  kind: 'lookup',
  expected: 'Ja, een VOG.',
  must_include: ['ja|vereist'],
  must_not_include: [],
  source_quote: '',
}
const said = (text: string, answered = true) => gradeQuestion(question, { id: 'q', text, answered, quotes: [] })

describe('the grader', () => {
  it('passes the right answer and fails its opposite, though the word is there', () => {
    expect(said('Ja, dat is zo.').passed).toBe(true)
    expect(said('Nee, het is niet vereist.').passed).toBe(false)
    expect(said('Ja, maar een VOG is niet nodig.').passed).toBe(false)
  })

  it('wants short figures as whole words', () => {
    const twelve = { ...question, expected: '12', must_include: ['12'] }
    const grade = (text: string) => gradeQuestion(twelve, { id: 'q', text, answered: true, quotes: [] }).passed
    expect(grade('Schaal 12.')).toBe(true)
    expect(grade('In 2012.')).toBe(false)
    expect(grade('12,5 uur')).toBe(false)
  })

  it('calls an answer to what is not stated a hallucination', () => {
    const silent: EvalQuestion = {
      ...question,
      kind: 'unanswerable',
      expected: 'Staat er niet.',
      must_include: ['staat niet'],
    }
    expect(gradeQuestion(silent, { id: 'q', text: 'Schaal 11.', answered: true, quotes: [] }).hallucinated).toBe(true)
    expect(
      gradeQuestion(silent, { id: 'q', text: 'Dat staat niet in de uitvraag.', answered: false, quotes: [] })
        .hallucinated,
    ).toBe(false)
  })

  it('counts an unwanted reply against precision and per thousand messages', () => {
    const messages = [
      { id: 'a', text: '', shouldAnswer: true, assignment: null, why: '' },
      { id: 'b', text: '', shouldAnswer: false, assignment: null, why: '' },
    ]
    const grades = gradeListening(messages, [
      { id: 'a', answers: true, assignment: null },
      { id: 'b', answers: true, assignment: null },
    ])
    expect(grades.precision).toBe(0.5)
    expect(grades.unwantedPerThousand).toBeGreaterThan(900)
  })
})

const reached: Record<string, number> = {
  'fresh-questions-1.jsonl': 0.84,
  'fresh-questions-2.jsonl': 0.81,
  'fresh-questions-3.jsonl': 0.79,
  'fresh-questions-4.jsonl': 0.95,
}

/** The bars of the project, on whatever samples a folder has. */
async function keepsItsBars(directory: string) {
  const questions = (await evalQuestions(directory, null)).figures as Record<string, QuestionGrades>
  for (const [file, { passed, hallucinations, unfaithful }] of Object.entries(questions)) {
    // Sets kept as they were when nobody had tuned for them have what was reached since as their floor.
    expect(passed, file).toBeGreaterThanOrEqual(reached[file] ?? 0.92)
    expect(hallucinations, file).toEqual([])
    expect(unfaithful, file).toEqual([])
  }
  const listening = (await evalListening(directory)).figures as Record<string, ListeningGrades>
  for (const [file, { precision, recall }] of Object.entries(listening)) {
    expect(precision, file).toBeGreaterThanOrEqual(0.98)
    expect(recall, file).toBeGreaterThanOrEqual(0.85)
  }
  expect(Object.keys(questions).length * Object.keys(listening).length).toBeGreaterThan(0)
}

it('answers and listens as well as the project asks, on its own questions and messages', () => keepsItsBars(own))

describe.runIf(shared)('on the shared samples (left out where they do not lie beside the checkout)', () => {
  it('answers and listens as well as the project asks', () => keepsItsBars(shared!))
})
