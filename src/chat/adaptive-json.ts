import type { Span, Text } from './card.ts'
import { literal } from './literal.ts'

/** One element or action of an Adaptive Card. */
export type AdaptiveElement = { type: string; [property: string]: unknown }

/** An Adaptive Card of schema 1.4, the newest that Teams draws on every device. */
export type AdaptiveCardJson = {
  type: 'AdaptiveCard'
  $schema: string
  version: '1.4'
  lang: string
  body: AdaptiveElement[]
}

type RunStyle = {
  size?: 'Small' | 'Medium' | 'Large'
  subtle?: boolean
  bold?: boolean
  italic?: boolean
  /** Directly under what comes before it. */
  close?: boolean
}

/**
 * Text as a RichTextBlock: its runs are literal on every host, where a TextBlock or a FactSet would read markdown in them.
 * A line break starts a new block, because hosts fold line breaks inside a run.
 */
export function paragraphs(text: Text, style: RunStyle = {}): AdaptiveElement[] {
  return linesOf(text).map((spans, index) => ({
    type: 'RichTextBlock',
    ...(index > 0 || style.close ? { spacing: 'None' } : {}),
    inlines: spans.map((span) => run(span, style)),
  }))
}

/** A run that no host formats: Adaptive Cards' own {{DATE()}} and {{TIME()}} functions are broken open by a word joiner. */
function run(span: Span, style: RunStyle): AdaptiveElement {
  return {
    type: 'TextRun',
    text: literal(span.text).replace(/\{\{(?=(?:DATE|TIME)\()/g, '{\u2060{'),
    ...(span.bold || style.bold ? { weight: 'Bolder' } : {}),
    ...(span.italic || style.italic ? { italic: true } : {}),
    ...(style.subtle ? { isSubtle: true } : {}),
    ...(style.size ? { size: style.size } : {}),
  }
}

function linesOf(text: Text): Span[][] {
  const spans =
    typeof text === 'string' ? [{ text }] : text.map((part) => (typeof part === 'string' ? { text: part } : part))
  const lines: Span[][] = [[]]
  for (const span of spans) {
    literal(span.text)
      .split('\n')
      .forEach((part, index) => {
        if (index > 0) lines.push([])
        if (part !== '') lines.at(-1)!.push({ ...span, text: part })
      })
  }
  return lines.filter((line) => line.length > 0)
}

type ColumnPart = { width: string | number; items: AdaptiveElement[]; style?: string; minHeight?: string }

/** Columns side by side; `spacing` is that between them. */
export function columns(parts: ColumnPart[], spacing: 'Default' | 'None' = 'Default'): AdaptiveElement {
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: parts.map((part) => ({ type: 'Column', spacing, ...part })),
  }
}
