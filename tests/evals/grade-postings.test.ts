import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { gradePostings } from '../../evals/grade-postings.ts'
import { likeness } from '../../evals/likeness.ts'
import { factsOf, ownPostings } from '../assignments/reading.ts'

const folder = mkdtempSync(join(tmpdir(), 'maatstaf-grade-'))
afterAll(() => rmSync(folder, { recursive: true }))

const gold = await factsOf(join(ownPostings, 'weight-first.txt'))
writeFileSync(join(folder, 'one.txt'), 'text')
writeFileSync(join(folder, 'one.gold.json'), JSON.stringify(gold))
const grade = (change: Record<string, unknown>) => gradePostings(folder, async () => ({ ...gold, ...change }))

describe('the grader of postings', () => {
  it('gives a reading that equals its gold everything', async () => {
    expect(await grade({})).toMatchObject({ macro: 1, mismatches: [] })
  })

  it.each<[string, Record<string, unknown>]>([
    ['uea', { uea: false }],
    ['sroi', { sroi: null }],
    ['maxRateEur', { maxRateEur: 141 }],
    ['deadlines', { deadlines: [] }],
    ['knockouts', { knockouts: [] }],
    [
      'awards',
      {
        awards: (gold.awards as { points: number }[]).map((award, index) => ({
          ...award,
          points: index === 0 ? 1 : award.points,
        })),
      },
    ],
    ['conflicts', { conflicts: [{ field: 'start', values: [], quotes: [] }] }],
    ['number', { number: '2026-PHM-00572' }],
  ])('sees a wrong %s, and only that', async (field, change) => {
    const { perField, mismatches } = await grade(change)
    expect(perField[field]).toBeLessThan(1)
    expect(Object.entries(perField).filter(([, score]) => score < 1)).toHaveLength(1)
    expect(mismatches.length).toBeGreaterThan(0)
  })

  it('takes null, false and nothing for three answers', async () => {
    for (const vog of [null, false]) expect((await grade({ vog })).perField.vog).toBe(0)
    expect((await grade({ hybrid: false })).perField.hybrid).toBe(0)
  })

  it('compares instants, not their notation', async () => {
    const deadlines = (gold.deadlines as { at: string | null }[]).map((deadline) => ({
      ...deadline,
      at: deadline.at?.includes('T') ? Temporal.Instant.from(deadline.at).toString() : deadline.at,
    }))
    expect((await grade({ deadlines })).perField.deadlines).toBe(1)
  })
})

it('measures likeness as difflib does', () => {
  expect(likeness('abcd', 'bcde')).toBeCloseTo(0.75, 10)
  expect(likeness('één coördinator', 'een coordinator')).toBe(1)
  expect(likeness('', 'a')).toBe(0)
})
