import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DigestGold, gradeDigests, loadDigestGold } from '../../evals/grade-digests.ts'
import { readPostingFolder } from '../../src/commands/posting-folder.ts'

const folder = resolve(import.meta.dirname, '../../evals/digests')
const gold = loadDigestGold(folder)
const postings = await readPostingFolder(join(folder, gold.postings))
const withMoment = (change: (moment: DigestGold['moments'][number]) => DigestGold['moments'][number]): DigestGold => ({
  ...gold,
  moments: gold.moments.map((moment, index) => (index === 4 ? change(moment) : moment)),
})

describe('the digests of the example postings', () => {
  it('say what is expected at each of at least ten moments, on both sides of a change of the clocks', () => {
    expect(gold.moments.length).toBeGreaterThanOrEqual(10)
    expect(gradeDigests(gold, postings).mismatches).toEqual([])
  })

  it.each<[string, (moment: DigestGold['moments'][number]) => DigestGold['moments'][number]]>([
    ['a line too many', (moment) => ({ ...moment, items: moment.items.slice(1) })],
    ['another order', (moment) => ({ ...moment, items: moment.items.toReversed() })],
    ['another day count', (moment) => ({ ...moment, items: moment.items.map((item) => ({ ...item, daysLeft: 9 })) })],
    ['another heading', (moment) => ({ ...moment, sections: [] })],
    ['words that are missing', (moment) => ({ ...moment, says: ['31 februari'] })],
    ['words that should be absent', (moment) => ({ ...moment, silentOn: ['70412'] })],
    ['a post where silence was due', (moment) => ({ ...moment, silent: true })],
  ])('are seen to be wrong by %s', (_what, change) => {
    const { right, mismatches } = gradeDigests(withMoment(change), postings)
    expect(right).toBe(gold.moments.length - 1)
    expect(mismatches.every(({ now }) => now === gold.moments[4]?.now)).toBe(true)
  })
})
