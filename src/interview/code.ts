/** A candidate is a code: a name that is typed becomes its initials and is not kept. */

const particles = new Set(
  "van de der den ten ter te het 't von zu la le el al bin ibn da di do dos du des het op in aan bij".split(' '),
)

/** "Noor van Tol" becomes NvT; a code or initials stay as they are (without dots and spaces); null when nothing is left. */
export function candidateCode(typed: string): { code: string; reduced: boolean } | null {
  const text = typed
    .normalize('NFC')
    .replace(/^(?:kandidaat|candidate|code|initialen|initials)\s*[:=]?\s+/i, '')
    .replace(/^(?:dhr|mw|mevr|mevrouw|meneer|de heer|mr|mrs|ms|drs|ir|ing|dr|prof)\.?\s+/i, '')
    .replace(/[^\p{L}\p{N}\s.'’_-]/gu, ' ')
    .trim()
  const words = text.split(/\s+/).filter(Boolean)
  if (words.length === 0 || !/[\p{L}\p{N}]/u.test(text)) return null
  if (words.length === 1) return oneWord(words[0]!)
  // "N. van Tol", "N v T" and "Noor van Tol" alike: the first letter of every word, particles in lower case.
  if (words.every((word) => word.replace(/\./g, '').length <= 2 && !particles.has(word.toLowerCase()))) {
    return { code: words.join('').replace(/\./g, '').slice(0, 12), reduced: false }
  }
  return { code: words.map(initialOf).join('').slice(0, 12), reduced: true }
}

const labelled =
  /^(?:nee|no|fout|wrong|sorry|oeps|oops)?[\s,:.;–-]*(?:(?:ik bedoel|i mean|wijzig|verander|change)\s+)?(?:(?:de|het|the)\s+)?(?:code|initialen|initials|kandidaat|candidate)\s*(?:is|was|wordt|moet zijn|moet|naar|to|should be|[:=])?\s+(.{1,40}?)(?:\s+(?:zijn|worden))?$/iu
const corrected =
  /^(?:nee|no|fout|wrong|sorry|oeps|oops)\b[\s,:.;–-]*(?:(?:het is|it is|it's|ik bedoel|i mean)\s+)?(.{1,40})$/iu

/**
 * The code in words that correct one: "code JD", "nee, JD", or just initials. A sentence, and a single word that is no code somebody
 * would choose, is none.
 */
export function correctedCode(text: string): { code: string; reduced: boolean } | null {
  const plain = text.trim().replace(/[\s.!]+$/, '')
  const named = labelled.exec(plain)?.[1]
  if (named) return named.split(/\s+/).length <= 5 ? candidateCode(named) : null
  const said = corrected.exec(plain)?.[1] ?? plain
  const initials = /^(?:\p{Lu}[\p{L}.]{0,4}|\p{Lu}{1,3}-?\d{1,4}|[\p{Lu}.]{1,8})$/u.test(said)
  const name = said !== plain && /^\p{Lu}\p{Ll}+(?:\s+\p{L}+){0,3}\s+\p{Lu}\p{Ll}+$/u.test(said)
  if (!initials && !name) return null
  // "Oke", "Cv": a word of speech, not initials, which have a second capital or no vowel to say them by.
  if (initials && /^\p{Lu}\p{Ll}+$/u.test(said)) return null
  return candidateCode(said)
}

function oneWord(word: string): { code: string; reduced: boolean } | null {
  const plain = word.replace(/[.'’]/g, '')
  if (plain === '') return null
  // A word with a digit, an inner capital or at most four letters is a code somebody chose; anything longer may be a name.
  const chosen = /\d/.test(plain) || /\p{L}\p{Lu}/u.test(plain) || plain.length <= 4
  if (chosen) return { code: plain.slice(0, 12), reduced: false }
  const initials = plain
    .split(/[-_]/)
    .filter(Boolean)
    .map((part) => part[0]!.toUpperCase())
    .join('')
  return { code: initials, reduced: true }
}

function initialOf(word: string): string {
  const letters = word.replace(/[^\p{L}\p{N}-]/gu, '')
  if (letters === '') return ''
  if (particles.has(word.toLowerCase())) return letters[0]!.toLowerCase()
  return letters
    .split('-')
    .filter(Boolean)
    .map((part) => part[0]!.toUpperCase())
    .join('')
}
