import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradePostings } from '../../evals/grade-postings.ts'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { shared } from '../shared.ts'
import { examplePostings, factsOf, ownPostings, postingFiles, readFileByRules } from './reading.ts'

const files = [...postingFiles(ownPostings), ...postingFiles(examplePostings)]

describe('every posting of ours', () => {
  it.each(files)('%s: each fact is quoted letter by letter from the text as it was given', async (file) => {
    const { text, facts, posting } = await readFileByRules(file)
    for (const { quote, start, end } of [...facts, ...posting.knockouts, ...posting.awards]) {
      expect(text.slice(start, end)).toBe(quote)
      expect(quote.trim()).not.toBe('')
    }
    for (const { quote } of posting.deadlines) expect(text).toContain(quote)
    for (const { quotes } of posting.conflicts) for (const quote of quotes) expect(text).toContain(quote)
  })

  it('has gold facts to be held against', () => {
    const without = postingFiles(ownPostings).filter((file) => !existsSync(file.replace(/\.\w+$/, '.gold.json')))
    expect(without).toEqual([])
  })

  it('reads at least 99 % of our invented postings as their gold facts say', async () => {
    const { macro } = await gradePostings(ownPostings, factsOf)
    expect(macro).toBeGreaterThanOrEqual(0.99)
  })

  it('never misses or invents a deadline in them', async () => {
    const { mismatches } = await gradePostings(ownPostings, factsOf)
    expect(mismatches.filter(({ field }) => field === 'deadlines')).toEqual([])
  })
})

describe.runIf(shared)('the shared samples (left out where they do not lie beside the checkout)', () => {
  it('reads every field of every sample right, the two real postings among them', async () => {
    const { macro, mismatches } = await gradePostings(`${shared}/postings`, factsOf)
    expect(mismatches).toEqual([])
    expect(macro).toBe(1)
  })
})

describe('any text', () => {
  it('is read without failing, and what is quoted stands there', () => {
    const posting = readFileSync(`${ownPostings}/expired-listing.txt`, 'utf8')
    const cut = fc.tuple(fc.nat(posting.length), fc.nat(posting.length), fc.string({ unit: 'grapheme', maxLength: 40 }))
    fc.assert(
      fc.property(cut, ([from, to, noise]) => {
        const text = posting.slice(0, from) + noise + posting.slice(to)
        for (const { quote, start, end } of readPosting(text, { id: 'x' }).facts)
          expect(text.slice(start, end)).toBe(quote)
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same facts every time', () => {
    const text = readFileSync(`${ownPostings}/glued-listing.txt`, 'utf8')
    expect(readPosting(text, { id: 'x' })).toEqual(readPosting(text, { id: 'x' }))
  })

  it('that says nothing gives nothing: silence is null, never false', () => {
    const { posting } = readPosting('Beste collega, zullen we donderdag lunchen? Groet, Sanne', { id: 'x' })
    const { title: _title, deadlines, conflicts, knockouts, awards, competencies, procedure, ...rest } = posting
    expect(Object.values(rest).filter((value) => value !== null)).toEqual([])
    expect([deadlines, conflicts, knockouts, awards, competencies, procedure].flat()).toEqual([])
  })
})
