import { z } from 'zod'
import type { Model } from '../model/port.ts'
import { monthsOf } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { locateQuote } from '../text/locate.ts'
import { amountOf, countOf } from '../text/number-words.ts'
import type { Fact, Posting, PostingFacts } from './assignment.ts'

const texts = ['organisation', 'location', 'region', 'title', 'number', 'educationLevel', 'workdays'] as const
const flags = ['hybrid', 'vog', 'nda', 'uea', 'waadi', 'das'] as const
const numbers = ['durationMonths', 'hoursPerWeek', 'scale', 'maxRateEur', 'professionals'] as const
const fields = [...texts, ...flags, ...numbers] as const
type Field = (typeof fields)[number]

const schema = z.object({ found: z.array(z.object({ field: z.enum(fields), quote: z.string(), value: z.string() })) })

/** Phone numbers and mail addresses have nothing to do with the facts asked for, so they stay here. Lengths stay as well. */
function masked(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (match) => '·'.repeat(match.length))
    .replace(/(?<![\d,.])(?:\+31[\s-]?|0)\d{1,3}[\s-]?(?:\d[\s-]?){6,8}(?!\d)/g, (match) => '·'.repeat(match.length))
}

/** The value in our type, if the located words hold it; the model's own arithmetic is never taken. */
function valueIn(field: Field, value: string, quote: string): unknown {
  if ((flags as readonly string[]).includes(field)) return value === 'yes' ? true : value === 'no' ? false : null
  if (!fold(quote).includes(fold(value)) || fold(value) === '') return null
  if ((texts as readonly string[]).includes(field)) return value.trim()
  const length = /(\S+)\s+(maand|month|jaar|year|weken|weeks)/i.exec(value)
  if (field === 'durationMonths') return length ? monthsOf(length[1]!, length[2]!) : null
  if (field === 'maxRateEur') return amountOf(value)
  if (field === 'scale')
    return /^\d{1,2}[A-C]$/i.test(value.trim())
      ? value.trim().toUpperCase()
      : Number(/\d{1,2}/.exec(value)?.[0] ?? Number.NaN) || null
  const range = /(\d+)\s*(?:-|–|tot|to)\s*(\d+)/.exec(value)
  if (field === 'hoursPerWeek' && range) return { min: Number(range[1]), max: Number(range[2]) }
  return countOf(/\S+/.exec(value)?.[0] ?? '')
}

/**
 * Lets the model point at the facts that the rules left open, and no others. Its quote must stand in the posting and hold the value;
 * what cannot be located is dropped. A failed call gives the posting back as it was.
 */
export async function fillByModel(posting: Posting, model: Model): Promise<Posting> {
  const open = fields.filter((field) => posting.posting[field] === null)
  if (open.length === 0) return posting
  const text = masked(posting.text)
  const outcome = await model.ask({
    prompt: 'read-posting',
    values: { posting: text, fields: JSON.stringify(open) },
    schema,
    cacheOn: [text, open.join()],
  })
  if (outcome.kind !== 'answer') return posting
  const facts: Fact[] = []
  const filled: Partial<Record<Field, unknown>> = {}
  for (const { field, quote, value } of outcome.value.found) {
    if (!open.includes(field) || field in filled) continue
    const at = locateQuote(quote, text)
    if (!at) continue
    const words = posting.text.slice(at.start, at.end)
    const read = valueIn(field, value, words)
    if (read === null) continue
    filled[field] = read
    facts.push({
      field,
      value: read,
      quote: words,
      start: at.start,
      end: at.end,
      certainty: 'model',
      source: 'posting',
    })
  }
  if (facts.length === 0) return posting
  return {
    ...posting,
    facts: [...posting.facts, ...facts],
    posting: { ...posting.posting, ...(filled as Partial<PostingFacts>) },
  }
}
