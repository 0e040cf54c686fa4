/** Zero-width and direction marks, the soft hyphen and the byte-order mark: nobody sees them. */
const zeroWidth =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/gu
const tags = /[\u{e0000}-\u{e007f}]+/gu
const variation = /[\u{e0100}-\u{e01ef}\ufe00-\ufe0f]+/gu

/**
 * Takes invisible characters out. `hidden` holds what they spelled, where they spelled something: tag characters carry ASCII, long
 * runs of variation selectors carry bytes. Loose zero-width characters are common leftovers of word processors and are not reported.
 */
export function stripInvisible(text: string): { text: string; hidden: string[] } {
  const hidden: string[] = []
  const visible = text
    .replace(tags, (run) => {
      const spelled = [...run].map((character) => String.fromCodePoint(character.codePointAt(0)! - 0xe0000)).join('')
      const printable = spelled.replace(/[^\x20-\x7e]/g, '')
      // Flags of England, Scotland and Wales end in tag characters, too: at most six letters.
      if (printable.length > 6) hidden.push(printable)
      return ''
    })
    .replace(variation, (run) => {
      if ([...run].length > 2) hidden.push(bytesOf(run))
      return ''
    })
    .replace(zeroWidth, '')
  return { text: visible, hidden }
}

function bytesOf(run: string): string {
  const bytes = [...run].map((character) => {
    const code = character.codePointAt(0)!
    return code >= 0xe0100 ? code - 0xe0100 + 16 : code - 0xfe00
  })
  return new TextDecoder().decode(Uint8Array.from(bytes)).replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, '')
}
