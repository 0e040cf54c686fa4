import { decodeHTML } from 'entities'
import { composeMapped, type Mapped, replaceMapped } from './mapped.ts'
import { mendEncoding } from './mojibake.ts'

type Step = { pattern: RegExp; replace: (match: RegExpExecArray) => string }

const steps: Step[] = [
  { pattern: /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z][a-z\d]{1,30});/gi, replace: (match) => decodeHTML(match[0]) },
  // Line ends before anything that looks at lines; a form feed is a page end.
  { pattern: /\r\n?|\f/g, replace: () => '\n' },
  { pattern: /[\u00ad\u200b-\u200d\u2060\ufeff]/g, replace: () => '' },
  { pattern: /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, replace: () => ' ' },
  { pattern: /\u2011/g, replace: () => '-' },
  { pattern: /[\ufb00-\ufb06]/g, replace: (match) => match[0].normalize('NFKC') },
  // A letter and its accent as two code points, as some pdf files have them.
  { pattern: /\p{L}[\u0300-\u036f]+/gu, replace: (match) => match[0].normalize('NFC') },
]

/** Markdown and HTML marks that a copy left in the text. Bullets stay: they carry the lists. */
const marks: Step[] = [
  { pattern: /<!--[\s\S]*?-->|<br\s*\/?>/gi, replace: () => ' ' },
  { pattern: /\\(?=[^\p{L}\p{N}\s])|\\(?=[ \t]*$)/gmu, replace: () => '' },
  { pattern: /\*\*|__(?=\S)|(?<=\S)__|`/g, replace: () => '' },
  { pattern: /(?<![\p{L}\p{N}*])\*(?=[^\s*][^*\n]*\*)|(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, replace: () => '' },
  { pattern: /\]\(#\)/g, replace: () => ']' },
]

function run(text: string, list: Step[], from: Mapped): Mapped {
  let mapped = from
  for (const { pattern, replace } of list) {
    pattern.lastIndex = 0
    if (!pattern.test(mapped.text)) continue
    pattern.lastIndex = 0
    mapped = composeMapped(mapped, replaceMapped(mapped.text, pattern, replace))
  }
  return mapped.text === text ? from : mapped
}

/**
 * Mends what copying did to a text: encoding damage (per damaged place, twice where it was damaged twice), HTML entities, odd
 * spaces, ligatures, and leftover Markdown marks. The map leads every character back to the text as it was given.
 */
export function repairText(text: string): Mapped {
  let mapped = mendEncoding(text)
  for (let round = 0; round < 2; round++) {
    const again = mendEncoding(mapped.text)
    if (again.text === mapped.text) break
    mapped = composeMapped(mapped, again)
  }
  return run(text, [...steps, ...marks], mapped)
}
