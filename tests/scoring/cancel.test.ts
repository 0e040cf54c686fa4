import { expect, it } from 'vitest'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { readCareer } from '../../src/candidates/read-career.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { samplePosting } from '../assistant/sample-posting.ts'

const cv = [
  'Werkervaring',
  '',
  '2019 - heden, gemeente Voorbeeldstad, projectleider',
  'Leidde projecten in het sociaal domein.',
]

it('a scoring gives way to what happens meanwhile, so that it can be cancelled in the middle', async () => {
  const document = await readDocument(new TextEncoder().encode(cv.join('\n')), 'cv.txt')
  const cancel = new AbortController()
  const seen: string[] = []
  const scoring = scoreCandidate({
    assignment: readPosting(samplePosting, { id: '70412' }),
    documents: { cv: document },
    career: readCareer(document, { asOf: '2026-07-10' }),
    rateEur: null,
    engine: createRulesEngine(),
    signal: cancel.signal,
    onProgress: (_, what) => void seen.push(what),
  })
  setImmediate(() => cancel.abort(new Error('cancelled by the person')))
  await expect(scoring).rejects.toThrow('cancelled by the person')
  expect(seen).toEqual([])
})
