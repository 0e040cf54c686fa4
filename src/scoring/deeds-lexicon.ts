import { z } from 'zod'
import { stemKeys } from '../text/stem.ts'
import { tokensOf } from './tokens.ts'

const words = z.array(z.string()).default([])

/** The data file of deeds; its `about` says what each list holds. */
export const deedsFile = z.object({
  performing: words,
  aside: words,
  lesser: words,
  being: words,
  besides: words,
  making: words,
  toward: words,
  inputs: words,
  leading: words,
  learning: words,
  liking: words,
  knowing: words,
  messages: words,
  away: words,
})

/** A verb by its stems; a separable one with the particle that stands further on ("keek … mee"). */
export type Verb = { alone: readonly string[]; apart: { stem: readonly string[]; particle: string } | null }
/** A verb whose preposition leads to somebody else's work. */
export type Toward = { verb: Verb; preposition: string }

/** What a sentence tells the candidate did with a thing, by its verb and by the nouns that carry it. */
export type Deeds = Record<'performing' | 'aside' | 'lesser' | 'being' | 'besides' | 'making', readonly Verb[]> &
  Record<'learning' | 'liking' | 'knowing' | 'messages', ReadonlySet<string>> &
  Record<'toward' | 'inputs', readonly Toward[]> & {
    /** Stems of verbs whose people are one's own. */
    leading: readonly string[]
    /** Exact words, each a list. */
    away: readonly (readonly string[])[]
  }

/** The lists of one or more data files, joined. */
export function deedsOf(files: readonly z.infer<typeof deedsFile>[]): Deeds {
  const all = (name: keyof z.infer<typeof deedsFile>): string[] => files.flatMap((file) => file[name])
  const verbs = (name: 'performing' | 'aside' | 'lesser' | 'being' | 'besides' | 'making') => all(name).map(verbOf)
  return {
    performing: verbs('performing'),
    aside: verbs('aside'),
    lesser: verbs('lesser'),
    being: verbs('being'),
    besides: verbs('besides'),
    making: verbs('making'),
    toward: all('toward').map(towardOf),
    inputs: all('inputs').map(towardOf),
    leading: all('leading').flatMap(stemKeys),
    learning: new Set(all('learning')),
    liking: new Set(all('liking')),
    knowing: new Set(all('knowing')),
    messages: new Set(all('messages')),
    away: all('away').map((phrase) => tokensOf(phrase).map(({ word }) => word)),
  }
}

/** "mee-kijken" is one verb with its particle apart; "lezen" has none. */
function verbOf(source: string): Verb {
  const [particle, verb] = source.includes('-') ? source.split('-') : ['', source]
  return {
    alone: stemKeys(`${particle}${verb}`),
    apart: particle === '' ? null : { stem: stemKeys(verb!), particle: particle! },
  }
}

/** "rapporteren aan" */
function towardOf(source: string): Toward {
  const [verb = '', preposition = ''] = source.split(' ')
  return { verb: verbOf(verb), preposition }
}
