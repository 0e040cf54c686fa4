/**
 * Foreign words made safe to show as they are. Control characters could move a terminal's cursor; direction overrides could
 * make a name read as another; a lone surrogate breaks JSON on its way to a platform.
 */
export function literal(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** At most `max` characters, cut at a word where there is one and never inside a character; the cut shows as "…". */
export function shorten(text: string, max: number): string {
  const characters = Array.from(text)
  if (characters.length <= max) return text
  const head = characters.slice(0, max - 1).join('')
  const space = head.lastIndexOf(' ')
  return `${(space > head.length / 2 ? head.slice(0, space) : head).trimEnd()}…`
}
