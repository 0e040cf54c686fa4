import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postingText } from '../../src/assignments/posting-text.ts'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { ownPostings, postingFiles } from './reading.ts'

/** What copying, mailing and saving do to a posting on its way. `at` picks the place, 0–999. */
const mutations: Record<string, (lines: string[], at: number) => string[]> = {
  'a line is cut off': (lines, at) =>
    lines.map((line, index) => (index === at % lines.length ? line.slice(0, at % (line.length + 1)) : line)),
  'a line is gone': (lines, at) => lines.filter((_, index) => index !== at % lines.length),
  'a line stands there twice': (lines, at) =>
    lines.flatMap((line, index) => (index === at % lines.length ? [line, line] : [line])),
  'two lines change places': (lines, at) => {
    const moved = [...lines]
    const [first] = moved.splice(at % moved.length, 1)
    moved.splice((at * 7) % (moved.length + 1), 0, first!)
    return moved
  },
  'only the beginning arrives': (lines, at) => lines.slice(0, 1 + (at % lines.length)),
  'line ends of Windows': (lines) => lines.map((line) => `${line}\r`),
  'tabs become spaces': (lines) => lines.map((line) => line.replaceAll('\t', '    ')),
  'all in capitals': (lines) => lines.map((line) => line.toUpperCase()),
  'no empty lines': (lines) => lines.filter((line) => line.trim() !== ''),
  'an empty line between all': (lines) => lines.flatMap((line) => [line, '']),
  'everything indented': (lines) => lines.map((line) => `    ${line}`),
  'quoted in a mail': (lines) => lines.map((line) => `> ${line}`),
  'one long line': (lines) => [lines.join(' ')],
}

const files = postingFiles(ownPostings).filter((file) => /\.(?:txt|md)$/.test(file))
const mutated = fc.record({
  file: fc.constantFrom(...files),
  steps: fc.array(fc.record({ name: fc.constantFrom(...Object.keys(mutations)), at: fc.nat(999) }), {
    minLength: 1,
    maxLength: 4,
  }),
})

describe('a posting that was damaged on its way', () => {
  it('is read without failing; every fact, criterion, deadline and conflict still quotes the text as it came', async () => {
    const texts = new Map(
      await Promise.all(
        files.map(
          async (file) => [file, await postingText({ format: 'txt', content: readFileSync(file, 'utf8') })] as const,
        ),
      ),
    )
    fc.assert(
      fc.property(mutated, ({ file, steps }) => {
        const lines = steps.reduce(
          (now, { name, at }) => (now.length > 0 ? mutations[name]!(now, at) : now),
          texts.get(file)!.split('\n'),
        )
        const { text, facts, posting } = readPosting(lines.join('\n'), { id: 'x' })
        for (const { quote, start, end } of [...facts, ...posting.knockouts, ...posting.awards]) {
          expect(text.slice(start, end)).toBe(quote)
          expect(quote.trim()).not.toBe('')
        }
        for (const { quote } of posting.deadlines) expect(text).toContain(quote)
        for (const { quotes } of posting.conflicts) for (const quote of quotes) expect(text).toContain(quote)
      }),
      { numRuns: 200 },
    )
  })

  it.each(['line ends of Windows', 'everything indented', 'no empty lines', 'tabs become spaces'])(
    'says the same when it has %s: number, deadlines and conditions',
    (name) => {
      const content = readFileSync(files.find((file) => file.endsWith('tab-header.txt'))!, 'utf8')
      const plain = readPosting(content, { id: 'x' }).posting
      const { posting } = readPosting(mutations[name]!(content.split('\n'), 0).join('\n'), { id: 'x' })
      expect(posting.number).toBe(plain.number)
      expect(posting.deadlines.map(({ kind, at }) => [kind, at])).toEqual(
        plain.deadlines.map(({ kind, at }) => [kind, at]),
      )
      expect([posting.vog, posting.nda, posting.uea, posting.das]).toEqual([plain.vog, plain.nda, plain.uea, plain.das])
      expect(posting.awards.map(({ number, points }) => [number, points])).toEqual(
        plain.awards.map(({ number, points }) => [number, points]),
      )
    },
  )
})
