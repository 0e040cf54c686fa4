import type { Assignment } from '../assignments/assignment.ts'
import { translatedPhrases, translationsOf } from '../assignments/catalogue-names.ts'
import { isSmallWord } from '../assignments/small-words.ts'
import { kindred, plainWords, rootOf } from '../assignments/word-roots.ts'
import { fold } from '../text/fold.ts'
import { countOf } from '../text/number-words.ts'
import { type Passage, passagesOf } from './passages.ts'
import {
  formsOf,
  isAskingVerb,
  isEveryday,
  isModifier,
  isMoneyWord,
  joinVerbs,
  synonymsOf,
  verbsIn,
} from './search-words.ts'
import { focusOf, isMonth, roleWord, suits, wantedOf } from './wanted.ts'

export type PassageHit = {
  passage: Passage
  score: number
  /** Part of the question's telling words, by weight, that the passage holds. */
  covered: number
  /** It holds the kind of thing asked for: a number, a person, a place, a date. */
  fits: boolean
  /** It holds the very thing asked for: the word after "hoeveel", "welke", "wat is de". */
  focused: boolean
  /** How many telling words or phrases the question has. */
  concepts: number
  /** It holds a subject of the question itself, not only its heading. */
  itself: boolean
  /** It holds a subject of the question that hardly any other passage holds. */
  anchored: boolean
  /** It holds a name from the question that is hardly printed elsewhere: "ITIL", "ServiceNow", "NEN 2767". */
  named: boolean
}

/**
 * The passages that best hold a question's telling words: rarer words weigh more, a heading counts for what stands under it, a
 * Dutch separable verb is joined ("stemt … af"), and the answer's kind must fit. `strictly` counts every word of the question alike: for
 * whoever was not asked, "een goede referent" is more than "referent".
 */
export function searchPassages(
  assignment: Assignment,
  question: string,
  except: (root: string) => boolean = () => false,
  strictly = false,
): PassageHit[] {
  const passages = passagesOf(assignment)
  const { number } = assignment.posting
  const folded = withoutReference(fold(question), [assignment.id, number ?? ''])
  const wanted = wantedOf(folded)
  const said = joinVerbs(plainWords(folded))
  const telling = (word: string): boolean => {
    const root = rootOf(word)
    return (
      root.length > 1 &&
      !isAskingVerb(root) &&
      !/^(?:geldt|gelden)$/.test(word) &&
      !(
        (wanted.kind === 'length' || wanted.kind === 'often') &&
        /^(?:lang|snel|vaak|regelmatig|long|fast|quickly|soon|often|frequently|regularly|tijd)$/.test(word)
      ) &&
      !(wanted.kind === 'when' && /^(?:datum|date|day)$/.test(word)) &&
      !(wanted.kind === 'weekday' && /^(?:\p{L}*dag(?:en)?|(?:week)?days?)$/u.test(word)) &&
      !except(root)
    )
  }
  const phrases = translatedPhrases(folded)
  const large = said.filter(
    (word) => !isSmallWord(word) && telling(word) && !phrases.some(({ text }) => text.split(/[ -]/).includes(word)),
  )
  // "wie zijn mijn collega's": where nothing else is left, a long small word is what is asked.
  const chosen = large.length > 0 ? large : said.filter((word) => word.length >= 7 && telling(word))
  const words = new Map(chosen.map((word) => [rootOf(word), word]))
  const terms = [...words.keys()]
  const focus = focusOf(folded)
  const verbs = new Set([...verbsIn(folded)].map(rootOf))
  const abbreviations = abbreviationsIn(assignment)
  const also = (root: string): string[] => [
    root,
    ...translationsOf(root),
    ...[root, ...translationsOf(root)].flatMap(synonymsOf),
    ...[...abbreviations].flatMap(([long, short]) => (long === root || endsWithWord(long, root) ? short : [])),
  ]
  const concepts = [...terms.map(also), ...phrases.map(({ roots }) => roots.flatMap(also))]
  if (concepts.length === 0) return []
  const holders = concepts.map((roots, c) => {
    const root = terms[c]
    const own = root === undefined ? roots : [root, ...formsOf(root)]
    const word = root === undefined ? undefined : words.get(root)
    return passages.map((passage) =>
      Math.max(strength(passage, own, word), Math.min(strictly ? 1 : ALIKE, strength(passage, roots, word, true))),
    )
  })
  // "een laptop", "welk adres": the very thing asked for; where no passage has it, the posting hardly answers.
  const isObject = (word: string): boolean =>
    word !== '' && new RegExp(`\\b(?:een|an?|welke?|which|hoeveel|geen|no|any)\\s+${word}\\b`).test(folded)
  const weights = holders.map((held, c) => {
    // How rare a word is, its own holders tell; those of other words for it only where it has none.
    const holding =
      held.filter((value) => value === 1).length ||
      held.filter((value) => value > 0).length ||
      (isObject(words.get(terms[c] ?? '') ?? '') ? 0 : UNHEARD)
    const rarity = Math.log(1 + passages.length / (1 + holding))
    const root = concepts[c]![0]!
    if (isModifier(root)) return rarity * 0.4
    if (strictly && !isModifier(root)) return rarity
    if (isEveryday(root) || verbs.has(root) || isMeasure(words.get(root) ?? ''))
      return rarity * (held.some((value) => value > 0) ? 0.6 : 0.25)
    return rarity
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const hits: PassageHit[] = []
  passages.forEach((passage, i) => {
    if (passage.isHeading) return
    let score = 0
    let covered = 0
    concepts.forEach((_, c) => {
      const held = holders[c]![i]!
      score += held * weights[c]!
      // A person is not known by a part of a word: an "IT-servicemanager" is not "the manager".
      covered +=
        held > 0
          ? weights[c]! *
            (wanted.kind === 'who' &&
            held < 1 &&
            roleWord.test(words.get(terms[c] ?? '') ?? '') &&
            endsInOne(passage, concepts[c]!)
              ? 0.4
              : 1)
          : 0
    })
    // "Maximaal" and "aantal" stand everywhere: alone they say nothing.
    if (score === 0 || !concepts.some((concept, c) => holders[c]![i]! > 0 && !isModifier(concept[0]!))) return
    const fits = suits(passage, wanted, concepts)
    const length = passage.roots.length
    const named = concepts.some(
      (concept, c) =>
        holders[c]![i] === 1 &&
        holders[c]!.filter((held) => held > 0).length <= 2 &&
        isName(passage.shown, concept[0]!),
    )
    const anchored = concepts.some(
      ([root], c) =>
        holders[c]![i]! >= ALIKE &&
        !isModifier(root!) &&
        !isEveryday(root!) &&
        holders[c]!.filter((held) => held >= ALIKE).length <= 2,
    )
    hits.push({
      itself: concepts.some(([root], c) => holders[c]![i]! >= ALIKE && !isModifier(root!) && !isEveryday(root!)),
      anchored,
      named,
      concepts: concepts.length,
      passage,
      score:
        score *
        (fits ? 1.25 : 0.7) *
        (wanted.kind === 'who' && roleWord.test(passage.folded) ? 1.3 : 1) *
        (length < 5 ? 0.85 : 1),
      covered: total === 0 ? 0 : covered / total,
      fits,
      focused: focus.length > 0 && focus.some((root) => strength(passage, [root, ...translationsOf(root)]) >= 0.8),
    })
  })
  return hits.sort((a, b) => b.score - a.score)
}

/** A number or a month is what is asked after, hardly ever what is asked about. */
const isMeasure = (word: string): boolean => countOf(word) !== null || isMonth(word)

/** A word that stands nowhere weighs as one that stands in so many passages: people word things their own way. */
const UNHEARD = 3

/** Another word for the same thing is less sure than the word. */
const ALIKE = 0.8

const joinedRoots = new WeakMap<Passage, string[]>()

/** The roots of a passage, its separable verbs joined as well. */
function rootsIn(passage: Passage): string[] {
  const held = joinedRoots.get(passage)
  if (held !== undefined) return held
  const words = plainWords(passage.folded)
  // "gevoerd" is found by "voeren".
  const bare = words.filter((word) => /^ge\w{4,}(?:d|t|en)$/.test(word)).map((word) => rootOf(word.slice(2)))
  const roots = [...new Set([...passage.roots, ...joinVerbs(words).map(rootOf), ...bare])]
  joinedRoots.set(passage, roots)
  return roots
}

/** Some longer word of the passage ends in one of these roots. */
const endsInOne = ({ roots }: Passage, wanted: string[]): boolean =>
  roots.some((own) => wanted.some((root) => own !== root && own.endsWith(root)))

/** Printed with capitals inside or all over: a product, a certificate, a standard. */
function isName(shown: string, root: string): boolean {
  return (shown.match(/[\p{L}\p{N}-]+/gu) ?? []).some(
    (word) => /\p{Lu}.*\p{Lu}|\p{Lu}.*\d/u.test(word) && plainWords(word).some((part) => rootOf(part) === root),
  )
}

/** The assignment's own reference says which one is meant, not what is asked. */
function withoutReference(folded: string, references: string[]): string {
  return references
    .filter((reference) => /\d/.test(reference))
    .reduce((text, reference) => text.replace(fold(reference), ' '), folded)
}

/** How surely a passage speaks of one of these roots; `word` is the question's own form of the first. */
function strength(passage: Passage, wanted: string[], word?: string, alike = false): number {
  const { heading } = passage
  const roots = rootsIn(passage)
  // A short root is many words' ("man", "maand"): there the word itself must stand.
  const exact = (root: string) =>
    root.length > 3 || word === undefined || root !== wanted[0] || holdsWord(passage, word)
  if (
    wanted.some((root) =>
      root.startsWith('=') ? holdsExactly(passage, root.slice(1)) : roots.includes(root) && exact(root),
    )
  )
    return 1
  const part = Math.max(
    0,
    ...wanted.flatMap((root) =>
      roots.map((own) =>
        // Another word's parts are too far off: "werkplek" stands for "laptop", "werk" does not.
        own !== root && (!alike || own.length > root.length) && kindred(own, root) ? share(own, root) : 0,
      ),
    ),
  )
  if (part > 0) return part
  if (word !== undefined && isMoneyWord(word) && /€|\beur(?:o|o's)?\b/.test(passage.folded)) return 0.5
  if (word !== undefined && word.length >= 5 && (compoundIn(passage, word) || partsIn(passage, word))) return 0.8
  if (heading !== null && plainWords(heading).some((word) => wanted.includes(rootOf(word))))
    return plainWords(heading).length <= 2 ? 0.7 : 0.4
  return 0
}

/** A part of a compound says less the smaller it is: "water" of "waterschapservaring". */
const share = (a: string, b: string): number =>
  Math.min(a.length, b.length) / Math.max(a.length, b.length) < 0.34 ? 0.5 : 0.8

const endsWithWord = (long: string, short: string): boolean => short.length >= 5 && long.endsWith(short)

const holdsExactly = ({ folded }: Passage, word: string): boolean => plainWords(folded).includes(word)

const holdsWord = ({ folded }: Passage, word: string): boolean =>
  plainWords(folded).some(
    (own) =>
      own === word ||
      (word.length >= 4 && own === `${word}r`) ||
      own === `${word}s` ||
      own === `${word}en` ||
      own === `${word}t` ||
      // "cap" in "capped": another ending, never another word.
      (word.length >= 3 && own.startsWith(word) && own.length <= word.length + 4 && rootOf(own) === rootOf(word)) ||
      `${own}en` === word ||
      `${own}s` === word,
  )

/** "budget" in "jaarbudget". */
const compoundIn = ({ folded }: Passage, word: string): boolean =>
  plainWords(folded).some((own) => own.endsWith(word) || (own.length >= word.length + 4 && own.startsWith(word)))

/** "bezwaarzaken" in "bezwaar- en beroepszaken": both parts of a compound, where the passage has them apart. */
function partsIn({ folded }: Passage, word: string): boolean {
  if (word.length < 10) return false
  const words = plainWords(folded)
  for (let cut = 5; cut <= word.length - 5; cut++) {
    const [first, last] = [rootOf(word.slice(0, cut).replace(/s$/, '')), rootOf(word.slice(cut))]
    if (first.length < 4 || last.length < 3) continue
    const starts = words.some((own) => rootOf(own) === first)
    if (starts && words.some((own) => rootOf(own) === last || (own.length > 8 && rootOf(own).endsWith(last))))
      return true
  }
  return false
}

/** "bedrijventerreinen (BT)": the short form a posting gives a word, by the word's root. */
function abbreviationsIn({ text }: Assignment): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const match of text.slice(0, 30_000).matchAll(/([\p{L}-]{4,})\s+\(([A-Z]{2,6})\)/gu)) {
    const [root, short] = [rootOf(fold(match[1]!)), rootOf(fold(match[2]!))]
    found.set(root, [short])
    found.set(short, [root])
  }
  return found
}
