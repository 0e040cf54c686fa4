import { literal, shorten } from './literal.ts'

/** Bytes of the largest file that is taken, whichever way it comes. */
export const largestFile = 10 * 1024 * 1024

/** A name to show and to save under: no path, no characters that a file system or a header would read. */
export function fileName(name: string): string {
  const last = literal(name).split(/[/\\]/).at(-1)!
  const base = last.replace(/[\n\t"<>|:*?]/g, ' ').trim()
  return shorten(base === '' || /^\.+$/.test(base) ? 'document' : base, 120)
}
