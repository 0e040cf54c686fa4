/** The words of a message in one line: marks, bullets, quotes and drawings are a platform's own. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/^\s*\d+\.\s/, ' '))
    .join(' ')
    .replace(/[^\p{L}\p{N}€%]+|ℹ/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** The moment of a walk, which begins at ten on this day, without its minute: a busy machine walks one platform slower than another. */
export function withoutMinute(words: string): string {
  return words.replace(/(10 (?:juli|July) 2026(?: (?:om|at))? 10) [0-5]\d\b/g, '$1')
}

/** A label as far as every platform shows it. */
export function shortLabel(label: string): string {
  return plainWords(label).slice(0, 50).trim()
}

/** True for the control that a person means by these words: its first ones, or any of it. */
export function isMeant(label: string, wanted: string): boolean {
  return plainWords(label).includes(plainWords(wanted))
}

/** How far a reading is, moves on the screen; what is left of it at the end is a matter of time. */
export function isProgress(text: string): boolean {
  return /[▓░]{5}|\(\d+ ?%\)/.test(text)
}

/** True when the shorter text's words all stand in the longer one, in order. */
export function holdsInOrder(longer: string, shorter: string): boolean {
  const words = longer.split(' ')
  let at = 0
  return shorter.split(' ').every((word) => {
    at = words.indexOf(word, at) + 1
    return at > 0
  })
}

/** The words of a message without some of them. */
export function without(phrases: string[], words: string): string {
  return plainWords(phrases.reduce((left, phrase) => left.replaceAll(phrase, ' '), words))
}
