import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../src/assignments/assignment.ts'
import { affectsScoring, diffPostings } from '../../src/assignments/diff-postings.ts'
import { mergeSupplement } from '../../src/assignments/merge-supplement.ts'
import { read } from './reading.ts'

const lines = [
  'Projectleider wonen',
  'Opdrachtgever: Gemeente Proefdam',
  'Opleidingsniveau: WO',
  'Uren per week: 24',
  'Sluitingsdatum: 16-07-2026 09:00',
  'Eisen',
  '1. Minimaal hbo-diploma',
  'Gunningscriteria',
  '2. Ervaring met wonen (60 punten)',
  '3. Prijs (40 punten)',
  '',
  'Een VOG is verplicht.',
]
const posting = (change: (line: string) => string = (line) => line) => read(lines.map(change).join('\n'))
const assignment = (): Assignment => ({
  ...posting(),
  revision: 1,
  state: 'new',
  addedBy: null,
  owner: null,
  addedOn: '2026-07-01T10:00:00Z',
  supplements: [],
  confirmed: true,
  example: false,
})
const answers = (text: string) =>
  mergeSupplement(assignment(), { text, addedOn: '2026-07-14T10:00:00Z', kind: 'answers' })

describe('a new version of a posting', () => {
  it('that says the same, in other white space, has not changed', () => {
    expect(diffPostings(posting(), posting())).toEqual([])
    expect(
      diffPostings(
        posting(),
        posting((line) => `${line} `),
      ),
    ).toEqual([])
  })

  it('with another deadline, criterion and condition says exactly that', () => {
    const changed = posting((line) =>
      line
        .replace('16-07-2026', '20-07-2026')
        .replace('(60 punten)', '(50 punten)')
        .replace('is verplicht', 'is niet nodig'),
    )
    const changes = diffPostings(posting(), changed)
    expect(changes.map(({ field }) => field).sort()).toEqual(['award:1', 'deadlines.submission', 'pointsTotal', 'vog'])
    expect(changes.find(({ field }) => field === 'vog')).toEqual({ field: 'vog', before: true, after: false })
    expect(affectsScoring(changes)).toBe(true)
  })

  it('touches no assessment when only the hours change', () => {
    expect(
      affectsScoring(
        diffPostings(
          posting(),
          posting((line) => line.replace('24', '28')),
        ),
      ),
    ).toBe(false)
  })
})

describe('published answers', () => {
  it('prevail, are quoted from their own text, and close the contradiction', () => {
    const text = 'Vraag 1: Is wo vereist of volstaat hbo?\nAntwoord: Een hbo-diploma volstaat.'
    const { assignment: merged, changes } = answers(text)
    expect(merged.posting.educationLevel).toMatch(/^hbo/)
    expect(merged.posting.conflicts.find(({ field }) => field === 'educationLevel')).toMatchObject({ resolved: true })
    const [fact] = merged.facts
    expect(fact).toMatchObject({ field: 'educationLevel', source: { supplement: 0 } })
    expect(text.slice(fact!.start, fact!.end)).toBe(fact!.quote)
    expect(merged.facts.some(({ field, source }) => field === 'educationLevel' && source === 'posting')).toBe(true)
    expect(changes).toContainEqual({ field: 'educationLevel', before: 'WO', after: merged.posting.educationLevel })
  })

  it('turn a yes into a no when the question names the condition', () => {
    expect(answers('V1. Is een VOG nodig?\nA1. Nee, dat is niet nodig.').assignment.posting.vog).toBe(false)
  })

  it('are not read from their questions', () => {
    const { changes } = answers(
      'Vraag 1: Klopt het dat het maximumtarief € 95 is en dat een UEA niet nodig is?\nAntwoord: Zie de uitvraag.',
    )
    expect(changes).toEqual([])
  })

  it('move a deadline', () => {
    const { assignment: merged } = answers('De sluitingsdatum is verplaatst naar maandag 20 juli 2026, 10:00 uur.')
    expect(merged.posting.deadlines.filter(({ kind }) => kind === 'submission').map(({ at }) => at)).toEqual([
      '2026-07-20T10:00:00+02:00',
    ])
    expect(merged.revision).toBe(2)
  })

  it('taken in twice change nothing the second time', () => {
    const once = answers('De sluitingsdatum is verplaatst naar maandag 20 juli 2026, 10:00 uur.').assignment
    const twice = mergeSupplement(once, { ...once.supplements[0]!, addedOn: '2026-07-15T10:00:00Z' })
    expect(twice.changes).toEqual([])
    expect(twice.assignment).toBe(once)
  })
})
