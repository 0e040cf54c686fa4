import { squeeze } from '../../evals/squeeze.ts'
import { type ChatRequest, type Reply, valueIn } from './model-server.ts'

/** For one criterion, by its text: the words that prove it. */
export type Pointed = { text: string; quotes: string[] }
type Finding = { criterion: string; line: number; quote: string; facets: string[]; how: 'whole' | 'part' | 'general' }
type Line = { id: number; kind: string; words: string }

export function linesOf(request: ChatRequest): Line[] {
  return valueIn(request, 'lines')
    .split('\n')
    .map((line) => {
      const [id, , kind, ...words] = line.split(' | ')
      return { id: Number(id), kind: kind!, words: words.join(' | ') }
    })
}

export function criteriaOf(request: ChatRequest): { id: string; text: string; facets: Record<string, string> }[] {
  return JSON.parse(valueIn(request, 'criteria'))
}

const isFirstRound = (request: ChatRequest) => request.messages.at(-1)!.content.includes('criteria>')

/** Serves the gold pointers: for every criterion the lines that hold its proving words, whole, for all its facets. */
export function oracle(pointed: readonly Pointed[]): (request: ChatRequest) => Reply {
  return (request) => ({
    content: JSON.stringify(
      isFirstRound(request) ? { findings: truth(request, pointed) } : { checks: confirmed(request, () => true) },
    ),
  })
}

function truth(request: ChatRequest, pointed: readonly Pointed[]): Finding[] {
  const lines = linesOf(request)
  return criteriaOf(request).flatMap((criterion) => {
    const quotes = (pointed.find((each) => each.text === criterion.text)?.quotes ?? []).map(
      (quote) => squeeze(quote).text,
    )
    return lines
      .filter(({ words }) =>
        quotes.some(
          (quote) => quote.length > 8 && (squeeze(words).text.includes(quote) || quote.includes(squeeze(words).text)),
        ),
      )
      .map(
        ({ id, words }): Finding => ({
          criterion: criterion.id,
          line: id,
          quote: words,
          facets: Object.keys(criterion.facets),
          how: 'whole',
        }),
      )
  })
}

type Doubt = { id: number; line: string; facet: string }

function confirmed(request: ChatRequest, yes: (doubt: Doubt) => boolean) {
  return valueIn(request, 'doubts')
    .split('\n')
    .map((row) => {
      const [, id, line, facet] = /^(\d+) \| job: .*? \| line: (.*) \| facet: (.*)$/.exec(row)!
      const shown = yes({ id: Number(id), line: line!, facet: facet! })
      return { doubt: Number(id), shown: shown ? 'yes' : 'no', quote: shown ? line : '' }
    })
}

/** A small generator of its own, so that the same seed always tells the same lies. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/**
 * The oracle with faults: one line in five is another line, one quote in five has a digit altered, its "niet" dropped or words invented, one facet in five
 * is missing; asked again, it says yes to everything.
 */
export function noisy(pointed: readonly Pointed[], seed: number): (request: ChatRequest) => Reply {
  const roll = dice(seed)
  return (request) => {
    if (!isFirstRound(request)) return { content: JSON.stringify({ checks: confirmed(request, () => true) }) }
    const lines = linesOf(request)
    const strays = criteriaOf(request).flatMap((criterion): Finding[] => {
      if (roll() > 0.3 || !pointed.some((each) => each.text === criterion.text)) return []
      const line = lines[Math.floor(roll() * lines.length)]!
      return [
        {
          criterion: criterion.id,
          line: line.id,
          quote: line.words,
          facets: Object.keys(criterion.facets),
          how: 'whole',
        },
      ]
    })
    const findings = [...truth(request, pointed), ...strays].map((finding): Finding => {
      const facets = finding.facets.filter(() => roll() > 0.2)
      if (roll() < 0.2) {
        const line = lines[Math.floor(roll() * lines.length)]!
        return { ...finding, facets, line: line.id, quote: line.words }
      }
      return { ...finding, facets, quote: roll() < 0.2 ? spoiled(finding.quote, roll) : finding.quote }
    })
    return { content: JSON.stringify({ findings }) }
  }
}

function spoiled(quote: string, roll: () => number): string {
  if (/\d/.test(quote)) return quote.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
  if (/ niet /.test(quote)) return quote.replace(/ niet /, ' ')
  return roll() < 0.5 ? `${quote} en behaalde daarbij alle doelen` : 'Leidde met succes het gehele programma.'
}
