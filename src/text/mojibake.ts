import { type Mapped, replaceMapped } from './mapped.ts'

/** Bytes 0x80–0x9f as Windows-1252 shows them, to find the byte behind a character. */
const windows1252 = new Map<string, number>()
for (let byte = 0x80; byte <= 0xff; byte++) {
  windows1252.set(new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte)
}

/** Typographic marks (UTF-8 E2 80 xx) read in Windows-1257; the third byte of a closing quote is often lost. */
const baltic: Record<string, string> = {
  'ā€œ': '“',
  'ā€™': '’',
  'ā€˜': '‘',
  'ā€“': '–',
  'ā€”': '—',
  'ā€¦': '…',
  'ā€¢': '•',
  'ā‚¬': '€',
  'ā€': '”',
}

/** Letters that Dutch and its loan words use; what repairs to another letter was no damage. */
const plausible = /[àáâäçèéêëìíîïñòóôöùúûüÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖÚÛÜ]/

/** Latin letters and typographic marks are what Dutch texts hold; a repair to anything else was a chance meeting of marks. */
const foreign = /[^\u0000-\u024f\u2010-\u2122\u2190-\u25ff]/

const damage =
  /[\u0180-\u0191\u0193-\u01bf]|\u0106[\u0080-\u00bf]|ā€[œ™˜“”¦¢]?|ā‚¬|\u00c2(?=[ \t])|[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a-\u2122\u0152-\u017e\u02c6\u02dc\u0192]{1,3}/g

const strict = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: number[]): string | null {
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

/** UTF-8 read as Windows-1252. The longest stretch that decodes is mended; what follows it is kept. */
function mendWestern(damaged: string): string {
  const bytes = [...damaged].map((character) => windows1252.get(character) ?? -1)
  for (let length = bytes.length; length >= 2; length--) {
    const part = bytes.slice(0, length)
    if (part.includes(-1)) continue
    // 0x9d has no character in Windows-1252, so the closing quote arrives one byte short.
    const mended = decode(part) ?? (part.length === 2 && part[0] === 0xe2 ? decode([...part, 0x9d]) : null)
    if (mended !== null && !foreign.test(mended)) return mended + [...damaged].slice(length).join('')
  }
  return damaged
}

function mend(damaged: string): string {
  // A no-break space (C2 A0) whose second byte became a plain space.
  if (damaged === '\u00c2') return ''
  const known = baltic[damaged]
  if (known) return known
  const code = damaged.charCodeAt(0)
  // Windows-1257 once more through Windows-1250: lead byte C3 vanished into the code point.
  const letter =
    code === 0x106 && damaged.length === 2
      ? String.fromCharCode(0xc0 + damaged.charCodeAt(1) - 0x80)
      : code >= 0x180 && code < 0x1c0
        ? String.fromCharCode(code - 0xc0)
        : null
  if (letter !== null) return plausible.test(letter) ? letter : damaged
  return mendWestern(damaged)
}

/**
 * Mends encoding damage place by place, keeping the map to the damaged text. A file mixes damaged and clean words, so a text is
 * never decoded again as a whole. Vietnamese words, which use the same code points rightly, are left alone.
 */
export function mendEncoding(text: string): Mapped {
  return replaceMapped(text, damage, (match) => {
    const around = text.slice(Math.max(0, match.index - 12), match.index + 12)
    return /[\u1ea0-\u1ef9]/.test(around) ? match[0] : mend(match[0])
  })
}
