import { describe, expect, it } from 'vitest'
import type { Career, Education } from '../../src/candidates/candidate.ts'
import { careerChanges } from '../../src/interview/career-changes.ts'
import { textsFor } from '../../src/texts/texts.ts'

const study = (level: Education['level'], completion: Education['completion']): Education => ({
  level,
  completion,
  degree: null,
  field: null,
  foreign: false,
  span: { source: 'cv', start: 0, end: 0 },
  quote: '',
})
const career = (...education: Education[]): Career => ({
  engagements: [],
  education,
  references: { count: 0, spans: [] },
  newestMonth: null,
})

describe('what a new version of a CV changes', () => {
  it.each([
    ['nl' as const, 'opleiding: "hbo, afronding niet vermeld" → "hbo, afgerond; andere opleiding, nog bezig"'],
    ['en' as const, 'education: "hbo, completion not stated" → "hbo, completed; other study, still studying"'],
  ])('tells a study in words, not in codes (%s)', (lang, expected) => {
    const changes = careerChanges(
      career(study('hbo', 'not-stated')),
      career(study('hbo', 'completed'), study('other', 'running')),
      lang,
    )
    const told = changes.map(({ code, values }) => textsFor(lang).interview.careerChange(code, values))
    expect(told).toEqual([expected])
  })
})
