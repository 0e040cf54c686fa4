/**
 * A Dutch citizen number: nine digits (eight when its leading zero was dropped) that pass the 11-test. The law forbids us to process
 * it (UAVG art. 46). Eight bare digits are also dates and phone numbers, so these need the word beside them.
 */
const labelled =
  /\b(?:bsn|burgerservicenummer|sofi(?:-?nummer)?|citizen service number)\b\D{0,20}(\d(?:[ .-]?\d){7,8})(?!\d)/giu
const bare = /(?<![\d€$.,+-]|\d[ .-]|[€$] )\d(?:[ .]?\d){8}(?![ .-]?\d|,\d)/gu

export function passesElevenTest(digits: string): boolean {
  const nine = digits.padStart(9, '0')
  if (nine.length !== 9 || /^0+$/.test(nine)) return false
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0)
  return sum % 11 === 0
}

/** Where BSNs stand, as [start, end) offsets in order. Phone numbers of nine digits that happen to pass count as well: better masked than kept. */
export function findBsns(text: string): [number, number][] {
  const found: [number, number][] = []
  const add = (start: number, digits: string) => {
    if (
      passesElevenTest(digits.replace(/\D/g, '')) &&
      !found.some(([from, to]) => start < to && from < start + digits.length)
    )
      found.push([start, start + digits.length])
  }
  for (const match of text.matchAll(labelled)) add(match.index + match[0].length - match[1]!.length, match[1]!)
  for (const match of text.matchAll(bare)) add(match.index, match[0])
  return found.sort((a, b) => a[0] - b[0])
}

/** The text with every BSN replaced; the mark says that something was there. */
export function removeBsns(text: string, mark = '[bsn verwijderd]'): string {
  let result = ''
  let last = 0
  for (const [start, end] of findBsns(text)) {
    result += text.slice(last, start) + mark
    last = end
  }
  return result + text.slice(last)
}
