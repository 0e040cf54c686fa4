import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPrompt } from '../../src/model/prompt.ts'
import { checkQuoteSchema, findEvidenceSchema } from '../../src/scoring/model-answer.ts'
import { locateQuote } from '../../src/text/locate.ts'

const folder = resolve(import.meta.dirname, '../../prompts')
const example = (name: string) => {
  const text = readFileSync(`${folder}/${name}.md`, 'utf8')
  return { text, answer: JSON.parse(/answer: (\{[\s\S]*?\]\})/.exec(text)![1]!) as unknown }
}

describe('the examples in the prompts', () => {
  it('find-evidence: the answer fits the schema and quotes its lines letter by letter', () => {
    const { text, answer } = example('find-evidence')
    const { findings } = findEvidenceSchema(['k1'], ['f0']).parse(answer)
    expect(findings).not.toEqual([])
    for (const { line, quote } of findings) {
      const words = new RegExp(`^${line} \\| .* \\| (.*)$`, 'm').exec(text)![1]!
      expect(locateQuote(quote, words)).not.toBeNull()
    }
  })
  it('check-quote: so does this one, and "no" comes without words', () => {
    const { text, answer } = example('check-quote')
    for (const { doubt, shown, quote } of checkQuoteSchema.parse(answer).checks) {
      const words = new RegExp(`^${doubt} \\| .*line: (.*) \\| facet`, 'm').exec(text)![1]!
      if (shown === 'no') expect(quote).toBe('')
      else expect(locateQuote(quote, words)).not.toBeNull()
    }
  })
  it.each(['find-evidence', 'check-quote'])(
    '%s says what it is for, in which version and by which schema',
    async (name) => {
      const prompt = await readPrompt(folder, name)
      expect(prompt.purpose.length).toBeGreaterThan(20)
      expect(prompt.version).toBeGreaterThan(0)
      expect(prompt.schema).toContain('model-answer.ts')
    },
  )
})
