/** What a file turns into: the text a person can see, as numbered lines, and apart from it what was hidden. */
export type DocumentFormat = 'pdf' | 'docx' | 'doc' | 'odt' | 'rtf' | 'html' | 'eml' | 'md' | 'txt'

export type Line = {
  /** 1-based, stable for this document. */
  id: number
  /** 1-based; null where the format does not tell. */
  page: number | null
  /** Offsets into `Document.text`: text.slice(start, end) === line.text. */
  start: number
  end: number
  text: string
}

export type HiddenText = {
  text: string
  page: number | null
  /** Why nobody can see it. */
  why:
    | 'invisible-mode'
    | 'background-colour'
    | 'tiny'
    | 'off-page'
    | 'transparent'
    | 'vanish'
    | 'comment'
    | 'deleted'
    | 'metadata'
    | 'invisible-characters'
}

export type Document = {
  format: DocumentFormat
  /** Exact for pdf, from the file's own properties for docx, else null. */
  pages: number | null
  /** The visible text in reading order; BSNs are already removed. Every offset elsewhere points into this string. */
  text: string
  lines: Line[]
  hidden: HiddenText[]
  /** ISO 639-1, null when too short to tell. */
  language: string | null
  /** SHA-256 of the bytes, hex. */
  hash: string
}

/** Which of the candidate's documents a quote stands in. */
export type DocumentKind = 'cv' | 'explanation' | 'motivation'
