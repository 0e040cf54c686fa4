import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MaatstafError } from '../errors.ts'
import { stemKeys } from '../text/stem.ts'
import { type Deeds, deedsFile, deedsOf } from './deeds-lexicon.ts'
import { compile, type Pattern } from './pattern.ts'
import { tokensOf } from './tokens.ts'

/** A pattern of the data files, checked when its file is read, so that a mistake names the file. */
const pattern = z.string().refine((source) => {
  try {
    compile(source)
    return true
  } catch {
    return false
  }
}, 'a pattern with a wildcard needs three letters')
const patterns = z.array(pattern).default([])

const topicsFile = z.object({
  topics: z.record(z.string(), z.object({ is: patterns, near: patterns, shows: patterns })),
  groups: z.record(z.string(), z.record(z.string(), patterns)).default({}),
})
const employersFile = z.object({
  kinds: z.record(z.string(), z.object({ words: patterns, includes: z.array(z.string()).default([]) })),
  private: patterns,
  carriedOutAt: patterns,
  leftOpen: patterns,
  notThere: patterns,
})
const familiesFile = z.object({
  families: z.record(z.string(), z.object({ is: patterns, near: patterns, covers: patterns })),
})
const rolesFile = familiesFile.extend({
  notTheRole: patterns,
  lesser: patterns,
  supports: patterns,
  states: patterns,
  same: z.array(z.array(z.string())).default([]),
})
const wordsFile = z.object({
  noise: z.array(z.string()).default([]),
  soft: z.array(z.string()).default([]),
  bearers: z.array(z.string()).default([]),
  denial: z.array(z.string()).default([]),
  harmlessAfterDenial: z.array(z.string()).default([]),
  notYet: z.array(z.string()).default([]),
  byOthers: z.array(z.string()).default([]),
  clerical: z.array(z.string()).default([]),
  onlooking: z.array(z.string()).default([]),
  otherActors: z.array(z.string()).default([]),
  colleagues: z.array(z.string()).default([]),
  verbs: z.record(z.string(), z.string()).default({}),
  translations: z.record(z.string(), z.array(z.string())).default({}),
  parts: z.array(z.string()).default([]),
})

/** `covers`: what a broad direction ("technisch") takes in, which is not another name for it. */
type Family = { is: Pattern[]; near: Pattern[]; covers: Pattern[]; names: string[]; nearNames: string[] }

/** Everything the rules know about words, read from data files; which words prove a thing is data, how they are weighed is code. */
export type Lexicon = {
  /** `shows`: ways of saying it in a CV that are too wide to read a criterion by. `size`: how many ways of saying it the whole lexicon knows, where this is a part of one. */
  topics: Map<string, { is: Pattern[]; near: Pattern[]; shows: Pattern[]; size?: number }>
  /** Things of one sort, to be counted: each member with the ways of saying it. */
  groups: Map<string, Pattern[][]>
  employers: {
    kinds: Map<string, { words: Pattern[]; includes: string[] }>
    private: Pattern[]
    carriedOutAt: Pattern[]
    leftOpen: Pattern[]
    notThere: Pattern[]
  }
  roles: {
    families: Map<string, Family>
    /** Roles that are one word ("controller"). */
    nouns: ReadonlySet<string>
    notTheRole: Pattern[]
    lesser: Pattern[]
    supports: Pattern[]
    states: Pattern[]
    /** Words for one thing in two languages, for titles that no family knows. */
    same: readonly (readonly string[])[]
  }
  education: Map<string, Family>
  noise: ReadonlySet<string>
  soft: ReadonlySet<string>
  /** Nouns that only carry what stands beside them: "civieltechnische projecten" are civil works, whether or not a CV says projects. */
  bearers: ReadonlySet<string>
  /** Exact words, each a list: stems would make "planned" of every plan. */
  denial: readonly string[][]
  harmlessAfterDenial: ReadonlySet<string>
  notYet: readonly string[][]
  byOthers: readonly string[][]
  /** Work around the work: sending papers, minutes, rooms. */
  clerical: readonly string[][]
  /** Being there, reading along, using: no part in the work. */
  onlooking: readonly string[][]
  /** Who else may be said to do the work ("de leverancier"), and those among them that can never be the candidate. */
  otherActors: ReadonlySet<string>
  colleagues: ReadonlySet<string>
  verbs: Readonly<Record<string, string>>
  /** Words of the other language by a stem: a Dutch criterion may meet an English CV. */
  translations: ReadonlyMap<string, readonly string[]>
  parts: readonly string[]
  /** What a sentence tells the candidate did with a thing, by its verb and by the nouns that carry it. */
  deeds: Deeds
}

const own = join(import.meta.dirname, 'lexicon')
const files = {
  topics: topicsFile,
  employers: employersFile,
  roles: rolesFile,
  education: familiesFile,
  words: wordsFile,
  deeds: deedsFile,
}

/**
 * The lexicon that comes with the program, extended by any files of the same names in `extra` folders: lists are added to, nothing is
 * taken away. Throws `lexicon-unreadable` naming the file.
 */
export function loadLexicon(extra: readonly string[] = []): Lexicon {
  const topics = read('topics', extra)
  const employers = read('employers', extra)
  const roles = read('roles', extra)
  const education = read('education', extra)
  const words = read('words', extra)
  const deeds = read('deeds', extra)
  return {
    topics: mapValues(merged(topics.map((file) => file.topics)), ({ is, near, shows = [] }) => ({
      is: is.map(compile),
      near: near.map(compile),
      shows: shows.map(compile),
    })),
    groups: groupsOf(topics.map((file) => file.groups)),
    employers: {
      kinds: mapValues(mergedKinds(employers.map((file) => file.kinds)), ({ words, includes }) => ({
        words: words.map(compile),
        includes,
      })),
      private: employers.flatMap((file) => file.private).map(compile),
      carriedOutAt: employers.flatMap((file) => file.carriedOutAt).map(compile),
      leftOpen: employers.flatMap((file) => file.leftOpen).map(compile),
      notThere: employers.flatMap((file) => file.notThere).map(compile),
    },
    roles: {
      families: mapValues(merged(roles.map((file) => file.families)), familyOf),
      nouns: new Set(
        roles.flatMap((file) =>
          Object.entries(file.families)
            .flatMap(([id, { is }]) => [id, ...is])
            .filter((name) => /^\p{L}+$/u.test(name)),
        ),
      ),
      notTheRole: roles.flatMap((file) => file.notTheRole).map(compile),
      lesser: roles.flatMap((file) => file.lesser).map(compile),
      supports: roles.flatMap((file) => file.supports).map(compile),
      states: roles.flatMap((file) => file.states).map(compile),
      same: roles.flatMap((file) => file.same),
    },
    education: mapValues(merged(education.map((file) => file.families)), familyOf),
    noise: new Set(words.flatMap((file) => file.noise)),
    soft: new Set(words.flatMap((file) => file.soft)),
    bearers: new Set(words.flatMap((file) => file.bearers)),
    denial: words.flatMap((file) => file.denial).map(exactly),
    harmlessAfterDenial: new Set(words.flatMap((file) => file.harmlessAfterDenial)),
    notYet: words.flatMap((file) => file.notYet).map(exactly),
    byOthers: words.flatMap((file) => file.byOthers).map(exactly),
    clerical: words.flatMap((file) => file.clerical).map(exactly),
    onlooking: words.flatMap((file) => file.onlooking).map(exactly),
    otherActors: new Set(words.flatMap((file) => [...file.otherActors, ...file.colleagues])),
    colleagues: new Set(words.flatMap((file) => file.colleagues)),
    verbs: Object.assign({}, ...words.map((file) => file.verbs)) as Record<string, string>,
    translations: translationsOf(words.map((file) => file.translations)),
    parts: words.flatMap((file) => file.parts),
    deeds: deedsOf(deeds),
  }
}

/** Both ways, word by word. */
function translationsOf(files: Record<string, string[]>[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (from: string, to: string) => {
    for (const key of stemKeys(from)) found.set(key, [...(found.get(key) ?? []), to])
  }
  for (const [dutch, english] of files.flatMap((file) => Object.entries(file)))
    for (const word of english) {
      add(dutch, word)
      if (!/\s/.test(word)) add(word, dutch)
    }
  return found
}

const exactly = (phrase: string): string[] => tokensOf(phrase).map((token) => token.word)

function read<Name extends keyof typeof files>(name: Name, extra: readonly string[]): z.infer<(typeof files)[Name]>[] {
  return [own, ...extra].flatMap((folder) => {
    const file = `${name}.json`
    try {
      if (folder !== own && !readdirSync(folder).includes(file)) return []
      return [files[name].parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))) as z.infer<(typeof files)[Name]>]
    } catch (cause) {
      throw new MaatstafError('lexicon-unreadable', `lexicon file ${file} is not readable`, {
        details: { file },
        cause,
      })
    }
  })
}

type Lists = { is: string[]; near: string[]; shows?: string[]; covers?: string[] }

function merged(parts: Record<string, Lists>[]): Map<string, Lists> {
  const all = new Map<string, Lists>()
  for (const [id, { is, near, shows = [], covers = [] }] of parts.flatMap((part) => Object.entries(part))) {
    const before = all.get(id)
    all.set(id, {
      is: [...(before?.is ?? []), ...is],
      near: [...(before?.near ?? []), ...near],
      shows: [...(before?.shows ?? []), ...shows],
      covers: [...(before?.covers ?? []), ...covers],
    })
  }
  return all
}

function groupsOf(parts: Record<string, Record<string, string[]>>[]): Map<string, Pattern[][]> {
  const all = new Map<string, Map<string, Pattern[]>>()
  for (const [id, members] of parts.flatMap((part) => Object.entries(part))) {
    const group = all.get(id) ?? new Map<string, Pattern[]>()
    for (const [name, words] of Object.entries(members))
      group.set(name, [...(group.get(name) ?? []), ...words.map(compile)])
    all.set(id, group)
  }
  return mapValues(all, (group) => [...group.values()])
}

function mergedKinds(parts: Record<string, { words: string[]; includes: string[] }>[]) {
  const all = new Map<string, { words: string[]; includes: string[] }>()
  for (const [id, { words, includes }] of parts.flatMap((part) => Object.entries(part))) {
    const before = all.get(id)
    all.set(id, { words: [...(before?.words ?? []), ...words], includes: [...(before?.includes ?? []), ...includes] })
  }
  return all
}

const familyOf = ({ is, near, covers = [] }: Lists): Family => ({
  is: is.map(compile),
  covers: covers.map(compile),
  near: near.map(compile),
  names: is,
  nearNames: near,
})

function mapValues<A, B>(map: Map<string, A>, change: (value: A) => B): Map<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]))
}
