import type { DocumentFormat, HiddenText } from './document.ts'

/** A line as a parser found it, before clean-up. `gap`: visible space above it. */
export type ParsedLine = { text: string; page: number | null; gap?: boolean }

/** What a parser gives: lines in reading order. Plain data, because it crosses a process boundary. */
export type Parsed = {
  format: DocumentFormat
  pages: number | null
  lines: ParsedLine[]
  hidden: HiddenText[]
  /** True when there are pictures: with no text, the file is probably a scan. */
  pictures: boolean
}
