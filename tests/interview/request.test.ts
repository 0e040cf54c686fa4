import { describe, expect, it } from 'vitest'
import { rateIn } from '../../src/interview/amounts.ts'
import { readWords } from '../../src/interview/commands.ts'
import { readRequest } from '../../src/interview/request.ts'
import { assignment } from './fixtures.ts'

const other = {
  ...assignment,
  id: 'bt',
  posting: {
    ...assignment.posting,
    number: null,
    title: 'Coördinator bedrijventerreinen',
    organisation: 'Provincie Verzonnen',
  },
}
const catalogue = {
  open: [assignment, other],
  find: (text: string) =>
    [assignment, other].filter(({ id, posting }) =>
      text
        .toLowerCase()
        .split(/[^\p{L}\d]+/u)
        .some(
          (word) => word.length > 3 && `${id} ${posting.title} ${posting.organisation}`.toLowerCase().includes(word),
        ),
    ),
}
const read = (text: string) => {
  const { assignment: found, code, rateEur } = readRequest(text, catalogue)
  return [found?.id ?? null, code, rateEur]
}

describe('a request to score', () => {
  it.each<[string, (string | number | null)[]]>([
    ['toets NvT voor 4711, €92', ['4711', 'NvT', 92]],
    ['toets NvT voor 4711', ['4711', 'NvT', null]],
    ['toets 4711', ['4711', null, null]],
    ['toets 4711 NvT', ['4711', 'NvT', null]],
    ['toets 4711 voor NvT', ['4711', 'NvT', null]],
    ['toets', [null, null, null]],
    ['toets NvT', [null, 'NvT', null]],
    ['toets Noor van Tolstra voor 4711 voor 88,50 euro', ['4711', 'NvT', 88.5]],
    ['score JD for 4711 at €95', ['4711', 'JD', 95]],
    ['toets NvT op bt, tarief 101', ['bt', 'NvT', 101]],
    ['toets NvT voor die van de provincie', ['bt', 'NvT', null]],
    ['beoordeel kandidaat NvT voor opdracht 4711', ['4711', 'NvT', null]],
    ['NvT, €92', [null, 'NvT', 92]],
    ['hier is het cv van NvT', [null, 'NvT', null]],
    ['hier is het cv', [null, null, null]],
    ['bijgaand de stukken zoals afgesproken', [null, null, null]],
    ['ik wil kandidaat K7 toetsen voor 4711', ['4711', 'K7', null]],
    ['bijgaand het cv van Noor van Tolstra voor 4711', ['4711', 'NvT', null]],
    ['kun je NvT toetsen voor 4711?', ['4711', 'NvT', null]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each<[string, Record<string, string>]>([
    ['knock-out 4', { label: '4', section: 'knockout' }],
    ['Selectiecriterium 6', { label: '6', section: 'award' }],
    ['open E2', { label: 'e2', section: '' }],
    ['knock-out E2', { label: 'e2', section: 'knockout' }],
    ['wijzig 7.2', { label: '7.2', section: '' }],
  ])('a criterion by its printed label: %s', (text, values) => {
    expect(readWords(text, 'card')).toEqual({ name: 'open', values })
  })

  it('words that fit two assignments are left to the person', () => {
    const request = readRequest('toets NvT voor programmamanager bedrijventerreinen', catalogue)
    expect(request.assignment).toBeNull()
    expect(request.fitting.map(({ id }) => id)).toEqual(['4711', 'bt'])
  })

  it('an assignment nobody knows is said to be unknown', () => {
    expect(readRequest('toets NvT voor 99999', catalogue)).toMatchObject({
      assignment: null,
      unknown: true,
      code: 'NvT',
    })
  })

  it.each<[string, number | null]>([
    ['€92', 92],
    ['€ 92,50', 92.5],
    ['92.50 euro', 92.5],
    ['tarief: 88', 88],
    ['€92,-', 92],
    ['€ 153.088', null],
    ['4711', null],
    ['10 punten', null],
  ])('a rate in "%s"', (text, expected) => {
    expect(rateIn(text)).toBe(expected)
  })
})
