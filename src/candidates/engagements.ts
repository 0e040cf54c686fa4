import type { Document } from '../documents/document.ts'
import { fold } from '../text/fold.ts'
import { type Block, blocksOf } from './blocks.ts'
import type { Engagement, Period, Span } from './candidate.ts'
import type { Field } from './career-lines.ts'
import { isStudy } from './education.ts'
import { isUmbrella } from './header.ts'
import { proseBlocks } from './prose-blocks.ts'
import type { Section } from './sections.ts'

/** Kinds whose dates are never jobs, even where a chronology is missing. */
const neverWork = new Set(['education', 'courses', 'references', 'side', 'hobbies', 'skills', 'languages'])

/** A talk, a course or a publication with its year is no job, wherever it stands. */
const notJob =
  /^[\s•*–-]*(?:gastspreker|spreker|gastles(?:sen)?|gastcollege|lezing|cursus|training|workshop|masterclass|leergang|publicatie|artikel|congres|webinar|speaker|guest lecture|course|publication|talk|paper)(?:\s*[:,–-]|\s+(?:over|op|aan|on|about|at|voor)\s|\s*$)/iu

/** The engagements of a CV in reading order, from its sections. */
export function engagementsOf(document: Document, sections: Section[], asOf: string): Engagement[] {
  const work = sections.filter(({ kind }) => kind === 'experience')
  const told = work.flatMap((section) => fromSection(section, document, asOf))
  // A CV written as a letter has no headings: its first part tells the career.
  const letter = told.some(({ period }) => period)
    ? []
    : sections
        .filter(({ kind }) => kind === 'top' || kind === 'profile')
        .flatMap((section) => proseBlocks(section.lines, document.text, asOf))
  const loose =
    told.length > 0 || letter.length > 0
      ? []
      : sections
          .filter(({ kind }) => kind === 'top' || kind === 'profile')
          .flatMap((section) => dated(blocksOf(section.lines, asOf)))
  const blocks = [...told, ...letter, ...loose]
  const undated = blocks.filter(({ period }) => !period)
  if (undated.length > 0 && !blocks.some(({ bare }) => bare)) {
    const elsewhere = sections
      .filter(({ kind }) => kind !== 'experience' && !neverWork.has(kind))
      .flatMap((section) => dated(blocksOf(section.lines, asOf)))
    blocks.push(...elsewhere.filter((block) => undated.some((one) => sameEmployer(one, block))))
  }
  const jobs = blocks.filter(
    ({ header, start }) =>
      (!header.title || !isStudy(header.title.text)) && !notJob.test(document.text.slice(start, start + 60)),
  )
  return numbered(merged(jobs), document.text)
}

const dated = (blocks: Block[]) =>
  blocks.filter(({ period, header }) => period && (header.title || header.organisation))

function fromSection(section: Section, document: Document, asOf: string): Block[] {
  const prose = proseBlocks(section.lines, document.text, asOf)
  const blocks = blocksOf(section.lines, asOf)
  const ranged = blocks.filter(({ period }) => period)
  return prose.length > ranged.length
    ? prose
    : blocks.filter(({ period, header }) => period !== null || header.title !== null || header.organisation !== null)
}

type Merged = Block & { more: Field[] }

/** A description without dates and a line of the chronology that names the same employer or role are one engagement. */
function merged(blocks: Block[]): Merged[] {
  const lines = new Set(blocks.filter(({ period, bare }) => period && bare))
  const result: Merged[] = []
  for (const block of blocks) {
    if (block.period || lines.size === 0) continue
    const line = [...lines].find((one) => sameEmployer(block, one)) ?? [...lines].find((one) => sameRole(block, one))
    if (!line) continue
    lines.delete(line)
    const organisation = longer(
      line.header.organisation ?? (sameEmployer(block, line) ? line.header.title : null),
      block.header.organisation,
    )
    result.push({
      ...block,
      period: line.period,
      header: {
        title: block.header.title ?? line.header.title,
        organisation,
        hours: block.header.hours ?? line.header.hours,
      },
      more: [{ text: '', start: line.start, end: line.end }],
    })
  }
  const used = new Set(result.flatMap(({ start, more }) => [start, ...more.map((field) => field.start)]))
  const rest = blocks.filter(({ start }) => !used.has(start)).map((block) => ({ ...block, more: [] }))
  return [...result, ...rest].sort((a, b) => a.start - b.start)
}

const longer = (a: Field | null, b: Field | null) => (a && b ? (a.text.length >= b.text.length ? a : b) : (a ?? b))

function names(block: Block): string[] {
  return [block.header.organisation, block.header.title].flatMap((field) =>
    field ? [fold(field.text).replace(/\s*\(.*/, '')] : [],
  )
}

function sameEmployer(a: Block, b: Block): boolean {
  const own = fold(a.header.organisation?.text ?? '').replace(/\s*\(.*/, '')
  return own.length > 3 && names(b).some((name) => name.length > 3 && (name.includes(own) || own.includes(name)))
}

function sameRole(a: Block, b: Block): boolean {
  const own = fold(a.header.title?.text ?? '')
  return own.length > 5 && names(b).some((name) => name === own)
}

function numbered(blocks: Merged[], text: string): Engagement[] {
  const within = blocks.map((block, i) => umbrellaOf(blocks, i, block))
  return blocks.map((block, index) => {
    const inside = blocks.filter((other) => other !== block && other.start > block.start && other.end <= block.end)
    const stretches = [
      ...without(block, [...inside, ...block.aside]),
      ...block.more.map(({ start, end }) => ({ start, end })),
    ]
    const spans: Span[] = stretches
      .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ source: 'cv', start, end: start + text.slice(start, end).trimEnd().length }))
    return {
      index,
      title: oneLine(block.header.title),
      organisation: oneLine(block.header.organisation),
      ...(block.header.client ? { client: oneLine(block.header.client) } : {}),
      period: block.period ? plain(block.period, text) : null,
      spans,
      within: within[index] ?? null,
      hours: block.header.hours,
    }
  })
}

/** A name that the margin broke in two is one name. */
function oneLine(field: Field | null): string | null {
  return field ? field.text.replace(/[\s\u00a0]+/g, ' ') : null
}

function plain(period: NonNullable<Block['period']>, text: string): Period {
  const { single: _, ...rest } = period
  return { ...rest, quote: text.slice(period.start, period.end) }
}

/** The nearest earlier entry that this one was carried out under: it is an item of it, or falls inside its dates and it says so. */
function umbrellaOf(blocks: Merged[], i: number, block: Merged): number | null {
  for (let k = i - 1; k >= 0; k--) {
    const over = blocks[k]!
    if (over.nested && block.nested) continue
    if (!over.period || !block.period) return null
    const inside =
      over.period.fromEarliest <= block.period.fromLatest &&
      over.period.toLatest >= block.period.toEarliest &&
      spans(over.period, block.period)
    if (!inside) {
      // An entry beside this one, under the same umbrella perhaps.
      if (umbrellaOf(blocks, k, over) === null) return null
      continue
    }
    const sameRoof = block.header.organisation === null && over.header.organisation !== null
    if (block.nested || isUmbrella(over.header) || sameRoof) return k
    if (umbrellaOf(blocks, k, over) === null) return null
  }
  return null
}

function spans(over: Period, inner: Period): boolean {
  return (
    over.fromEarliest <= inner.fromEarliest &&
    over.toLatest >= inner.toLatest &&
    (over.fromEarliest < inner.fromEarliest || over.toLatest > inner.toLatest)
  )
}

type Stretch = { start: number; end: number }

/** A stretch minus what lies inside it. */
function without(whole: Stretch, holes: Stretch[]): Stretch[] {
  let left: Stretch[] = [{ start: whole.start, end: whole.end }]
  for (const hole of holes)
    left = left.flatMap((one) =>
      hole.end <= one.start || hole.start >= one.end
        ? [one]
        : [
            { start: one.start, end: hole.start },
            { start: hole.end, end: one.end },
          ].filter(({ start, end }) => end > start),
    )
  return left
}
