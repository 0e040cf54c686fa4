import type { DocumentKind } from '../documents/document.ts'
import type { Quantity } from './quantity.ts'

/**
 * One thing to look for. Topic ids come from the lexicon; `keys` are the stems of the posting's own words, for what no lexicon knows;
 * `parts` takes a compound apart ("begrotingscyclus" is also "de cyclus van de begroting"); a part that is `whole` must be that word, one with a topic may be said
 * in any way that the topic knows.
 */
export type Unit = {
  words: string
  topics: string[]
  keys: readonly string[]
  parts: { word: string; keys: readonly string[]; whole?: boolean; topic?: string }[][]
  /** Shades the facet ("complex", "begeleiden") rather than making it. */
  soft: boolean
}

/** The smallest part of a criterion that a sentence can show. */
export type Facet = {
  id: string
  text: string
  units: Unit[]
  /** A context: where the work was done, not what was done. */
  setting?: true
}

export type Tree = { kind: 'facet'; facet: Facet } | { kind: 'all' | 'any'; nodes: Tree[] }

export type EducationDemand = {
  level: 'mbo' | 'hbo' | 'wo'
  master: boolean
  /** Printed directions, folded; empty = any. */
  fields: string[]
  /** "of vergelijkbaar": for the consultant. */
  comparable: boolean
  /** False for "hbo werk- en denkniveau". */
  diploma: boolean
}

export type Attestation =
  | { what: 'language'; language: string; level: 'native' | 'fluent' | 'good'; also: string[] }
  | { what: 'availability' }
  | { what: 'certificate' }
  | { what: 'attitude' }

export type CriterionKind = 'education' | 'duration' | 'experience' | 'motivation' | 'attestation' | 'price'

/** A posted criterion, read: qualifiers (role, employer, contexts) must hold in the very engagement that shows the topic. */
export type Criterion = {
  key: string
  section: 'knockout' | 'award'
  label: string
  text: string
  points: number | null
  kind: CriterionKind
  minimumMonths: number | null
  windowYears: number | null
  /** Role families or, where the lexicon has none, the printed title; any of them will do. */
  roles: string[]
  /** Kinds of employer, any of which will do; null when the criterion names none. */
  employers: string[] | null
  topic: Tree | null
  contexts: Tree[]
  /** "een team van minimaal 10 medewerkers": a size that the engagement has to have. */
  quantity: Quantity | null
  education: EducationDemand | null
  attestation: Attestation | null
  proves: DocumentKind[]
  /** "dit is toegelicht in de motivatie": not there is a warning. */
  explainedIn: DocumentKind | null
  /** Steps or parts with points of their own, as the posting prints them. */
  sub: { text: string; points: number }[]
}

/** The facets of a tree, in the order of the text. */
export function facetsOf(tree: Tree | null): Facet[] {
  if (tree === null) return []
  return tree.kind === 'facet' ? [tree.facet] : tree.nodes.flatMap(facetsOf)
}

/** True when the facets that hold make the tree hold. No tree asks for nothing. */
export function holds(tree: Tree | null, has: (facet: Facet) => boolean): boolean {
  if (tree === null) return true
  if (tree.kind === 'facet') return has(tree.facet)
  return tree.kind === 'all'
    ? tree.nodes.every((node) => holds(node, has))
    : tree.nodes.some((node) => holds(node, has))
}

/** How much of the tree holds, 0 … 1: of an any-of its best branch counts. */
export function share(tree: Tree | null, of: (facet: Facet) => number): number {
  if (tree === null) return 1
  if (tree.kind === 'facet') return of(tree.facet)
  const shares = tree.nodes.map((node) => share(node, of))
  return tree.kind === 'any' ? Math.max(...shares) : shares.reduce((sum, each) => sum + each, 0) / shares.length
}
