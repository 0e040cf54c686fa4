import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Squeezed, squeeze } from './squeeze.ts'

const months = z.object({ atLeast: z.number(), atMost: z.number() })
const evidence = z.object({
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  group: z.number().nullable(),
  required: z.boolean(),
  role: z.string(),
  source: z.enum(['cv', 'motivation']),
})
const finding = z.object({
  decision: z.string().optional(),
  level: z.string().optional(),
  months: months.nullable().optional(),
  recallMode: z.enum(['all', 'any']),
  alsoAcceptable: z.array(z.string()).default([]),
  evidence: z.array(evidence),
})
const gold = z.object({
  id: z.string(),
  assignment: z.string(),
  asOf: z.string(),
  file: z.string(),
  knockouts: z.record(z.string(), finding),
  awards: z.record(z.string(), finding),
  cv: z.object({ pages: z.number().nullable(), language: z.string().nullable(), references: z.number() }),
  injections: z.array(z.object({ quote: z.string(), start: z.number(), end: z.number() })),
  protected: z.array(z.string()),
  pair: z.object({ id: z.string(), kind: z.string(), with: z.string() }).nullable(),
})

export type GoldFinding = z.infer<typeof finding>
export type CvGold = z.infer<typeof gold> & { texts: { cv: Squeezed; motivation: Squeezed } }

/** Every folder of `directory` with a gold.json, in order of name. Throws when a gold file has another shape. */
export function loadCvGold(directory: string): CvGold[] {
  return readdirSync(directory)
    .filter((id) => existsSync(join(directory, id, 'gold.json')))
    .sort()
    .map((id) => {
      const text = (name: string) => {
        const path = join(directory, id, name)
        return squeeze(existsSync(path) ? readFileSync(path, 'utf8') : '')
      }
      return {
        ...gold.parse(JSON.parse(readFileSync(join(directory, id, 'gold.json'), 'utf8'))),
        texts: { cv: text('text.txt'), motivation: text('motivation.txt') },
      }
    })
}
