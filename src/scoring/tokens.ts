import { fold } from '../text/fold.ts'
import { stemKeys } from '../text/stem.ts'

/** A word of a text with where it stands. */
export type Token = { word: string; start: number; end: number; keys: readonly string[] }

/**
 * The words of a text, folded, with offsets into it. A hyphen parts words ("publiek-private" is two), except where it only breaks a line
 * ("zelfstan-\ndig"). `verbs` maps strong past tenses to their infinitive.
 */
export function tokensOf(text: string, verbs: Readonly<Record<string, string>> = {}): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:(?:['’.]|\u00ad|-[ \t]*\r?\n[ \t]*(?=\p{Ll}))[\p{L}\p{N}]+)*/gu)].map(
    (match) => {
      // In capitals it is the trade, in small letters the pronoun.
      const word = match[0] === 'IT' ? 'ict' : fold(match[0].replace(/-\s+/g, ''))
      const infinitive = verbs[word]
      return {
        word,
        start: match.index,
        end: match.index + match[0].length,
        keys: infinitive ? [...stemKeys(word), ...stemKeys(infinitive)] : stemKeys(word),
      }
    },
  )
}
