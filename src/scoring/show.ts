import { stemKeys } from '../text/stem.ts'
import type { Facet, Unit } from './criterion.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { matchPattern, type Pattern } from './pattern.ts'

/** How much of a facet a passage shows. */
export type Showing = {
  /** 0 … 1, by weight: a word that shades counts for a third. */
  coverage: number
  /** Every unit that makes the facet is there. */
  whole: boolean
  /** Ids of the units that are there. */
  units: Set<number>
  /** Token indexes of what was found. */
  tokens: number[]
  /** Related work ("werving en selectie" for human capital): worth showing, never proof. */
  related: boolean
}

const SOFT = 0.35
/** What only carries it, for hardly anything. */
const BEARING = 0.1
/** Related work stands for a facet that is hardly more than that one thing. */
const RELATED_UNITS = 2
/** A compound is recognised inside a longer word from this many letters on. */
const SHORTEST_INSIDE = 5

export type Reader = {
  topic(passage: Passage, id: string): readonly number[] | null
  shows(passage: Passage, facet: Facet): Showing
  any(passage: Passage, patterns: readonly Pattern[]): readonly number[] | null
}

/** Reads passages by the lexicon; what it found in a passage it remembers for as long as the passage lives. */
export function createReader(lexicon: Lexicon): Reader {
  const memory = new WeakMap<Passage, Map<string, readonly number[] | null>>()

  function topic(passage: Passage, id: string): readonly number[] | null {
    let known = memory.get(passage)
    if (!known) {
      known = new Map()
      memory.set(passage, known)
    }
    const found = known.get(id)
    if (found !== undefined) return found
    known.set(id, null)
    const hit = id.startsWith('#') ? several(passage, id) : any(passage, said(id))
    known.set(id, hit)
    return hit
  }

  const said = (id: string): Pattern[] => {
    const known = lexicon.topics.get(id)
    return known ? [...known.is, ...known.shows] : []
  }

  /** `#3 sectors`: three members of the group, each by a word of its own. */
  function several(passage: Passage, id: string): readonly number[] | null {
    const [least = '', group = ''] = id.slice(1).split(' ')
    const found = new Set<number>()
    let members = 0
    for (const patterns of lexicon.groups.get(group) ?? []) {
      const hit = any(passage, patterns)
      if (!hit || hit.some((index) => found.has(index))) continue
      for (const index of hit) found.add(index)
      members++
    }
    return members >= Number(least) ? [...found].sort((a, b) => a - b) : null
  }

  function any(passage: Passage, patterns: readonly Pattern[]): readonly number[] | null {
    for (const pattern of patterns) {
      const hit = matchPattern(pattern, passage.tokens, (id) => topic(passage, id))
      if (hit) return hit
    }
    return null
  }

  function find(passage: Passage, unit: Unit): readonly number[] | null {
    for (const id of unit.topics) {
      const hit = topic(passage, id)
      if (hit) return hit
    }
    const own = passage.tokens.findIndex((token) => token.keys.some((key) => unit.keys.includes(key)))
    if (own >= 0) return [own]
    const stem = unit.keys
      .filter((key) => key.length >= SHORTEST_INSIDE && !key.endsWith('-'))
      .sort((a, b) => a.length - b.length)[0]
    if (stem) {
      // A word the lexicon knows is too common to be looked for at the front of others: "project" opens half of all compounds.
      const inside = passage.tokens.findIndex(
        ({ word }) =>
          word.length >= stem.length + 3 &&
          ((unit.topics.length === 0 && word.startsWith(stem)) || headOf(word).endsWith(stem)),
      )
      if (inside >= 0) return [inside]
    }
    const parted = separated(passage, unit)
    if (parted) return parted
    for (const parts of unit.parts) {
      const hits: number[] = []
      let shown = 0
      for (const { word, keys, whole, topic: named } of parts) {
        const known = named ? topic(passage, named) : null
        const start = word.slice(0, Math.max(SHORTEST_INSIDE, word.length - 2))
        const hit = passage.tokens.findIndex(
          (token) => (!whole && token.word.startsWith(start)) || token.keys.some((key) => keys.includes(key)),
        )
        if (known === null && hit < 0) break
        hits.push(...(known ?? [hit]))
        shown++
      }
      if (shown === parts.length && (parts.length === 1 || new Set(hits).size > 1)) return hits
    }
    return null
  }

  function shows(passage: Passage, facet: Facet): Showing {
    const units = new Set<number>()
    const tokens: number[] = []
    let weight = 0
    let total = 0
    let whole = true
    let related = false
    const hard = facet.units.filter((unit) => !unit.soft).length
    facet.units.forEach((unit, index) => {
      const worth = !unit.soft ? 1 : lexicon.bearers.has(unit.words) ? BEARING : SOFT
      total += worth
      const hit = find(passage, unit)
      if (hit) {
        weight += worth
        units.add(index)
        tokens.push(...hit)
      } else {
        if (!unit.soft) whole = false
        if (
          !unit.soft &&
          hard <= RELATED_UNITS &&
          unit.topics.some((id) => any(passage, lexicon.topics.get(id)?.near ?? []))
        )
          related = true
      }
    })
    return { coverage: total === 0 ? 0 : weight / total, whole: whole && total > 0, units, tokens, related }
  }

  return { topic, shows, any }
}

/** A plural without its ending, so that the head of "groenbeheerplannen" can be told. */
const headOf = (word: string): string => word.replace(/(?:([^aeiou])\1en|en|s)$/, '$1')

const particles = ['voor', 'op', 'in', 'aan', 'uit', 'af', 'mee', 'om', 'toe', 'bij', 'door', 'over', 'samen', 'terug']

/** "Bereidde de verkiezingen voor" for "voorbereiding": a verb and its particle, apart in the sentence. */
function separated(passage: Passage, unit: Unit): number[] | null {
  for (const particle of particles) {
    const rest = unit.words.startsWith(particle) ? unit.words.slice(particle.length) : ''
    if (rest.length < SHORTEST_INSIDE) continue
    const keys = stemKeys(rest)
    const verb = passage.tokens.findIndex((token) => token.keys.some((key) => keys.includes(key)))
    const after = verb < 0 ? -1 : passage.tokens.findIndex((token, index) => index > verb && token.word === particle)
    if (after > 0) return [verb, after]
  }
  return null
}
