import { describe, expect, it } from 'vitest'
import { partsShown } from '../../src/interview/findings.ts'
import type { Finding } from '../../src/scoring/assessment.ts'

const shown = (...facets: string[]) =>
  partsShown({ evidence: facets.map((facet) => ({ counter: false, facets: [facet] })) } as Partial<Finding> as Finding)

describe('what an explanation says the quotes show', () => {
  it('does not break off at a small word', () => {
    expect(shown('kennis van de', 'en de governance in', 'in regionale samenwerking')).toEqual([
      'kennis',
      'governance',
      'regionale samenwerking',
    ])
  })

  it('names a part once, and nothing where only small words are left', () => {
    expect(shown('budgetbeheer', 'budgetbeheer', 'van de')).toEqual(['budgetbeheer'])
  })
})
