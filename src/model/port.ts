import type { ZodType } from 'zod'

/** The language model as the features see it: a prompt file, values to fill in, a schema; one of a few outcomes, never an exception. */
export type Model = {
  /** Host that text goes to, for the question of consent. */
  host: string
  name: string
  ask<T>(request: ModelRequest<T>): Promise<ModelOutcome<T>>
}

export type ModelRequest<T> = {
  /** File name in prompts/ without extension. */
  prompt: string
  /** Masked already. Values are put between random delimiters by the client. */
  values: Record<string, string>
  schema: ZodType<T>
  /** Part of the cache key: hashes of what was read. */
  cacheOn: string[]
  /** Whose papers it quotes: the answer is kept among that candidate's records and erased with them. null: kept nowhere. */
  about?: About
  signal?: AbortSignal
}

export type About = { candidate: string } | null

export type ModelOutcome<T> =
  | { kind: 'answer'; value: T; cached: boolean }
  | {
      kind: 'failed'
      why:
        | 'timeout'
        | 'rate-limited'
        | 'refused'
        | 'truncated'
        | 'empty'
        | 'bad-shape'
        | 'server'
        | 'daily-limit'
        | 'cancelled'
    }
