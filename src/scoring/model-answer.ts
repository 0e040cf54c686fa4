import { z } from 'zod'

/** What a model may say in the first round: lines, copied words and facet ids; nothing that counts or decides. */
export function findEvidenceSchema(criteria: readonly string[], facets: readonly string[]) {
  return z.object({
    findings: z.array(
      z.object({
        criterion: z.enum(criteria as [string, ...string[]]),
        line: z.number().int(),
        quote: z.string(),
        facets: z.array(z.enum(facets as [string, ...string[]])),
        how: z.enum(['whole', 'part', 'general']),
      }),
    ),
  })
}

export type FindEvidence = z.infer<ReturnType<typeof findEvidenceSchema>>

export const checkQuoteSchema = z.object({
  checks: z.array(z.object({ doubt: z.number().int(), shown: z.enum(['yes', 'partly', 'no']), quote: z.string() })),
})
