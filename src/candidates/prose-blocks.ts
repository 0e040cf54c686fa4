import type { Block } from './blocks.ts'
import type { CareerLine, Field } from './career-lines.ts'
import { roleScore } from './header.ts'
import { findPeriods, hoursIn } from './period.ts'
import { splitSentences } from './sentences.ts'

const working =
  /(?<![\p{L}])(?:werk(?:te)?|gewerkt|was|ben|geweest|vervul(?:de|d)?|bekleed(?:de)?|functie|in dienst|aangesteld|actief|gedetacheerd|ingehuurd|baan|rol|worked|work|working|was|am|served|serve|employed|held|hold|joined|position|role|seconded)(?![\p{L}])/iu
const asRole =
  /(?<![\p{L}])(?:als|as|de functie van|de rol van|the (?:role|position|post) of)\s+(?:(?:een|an?|de|the)\s+)?/iu
const atPlace =
  /(?<![\p{L}])(?:bij|aan|at|voor|for|in dienst van|with|binnen|within)\s+(?:(?:de|het|the|een|an?)\s+)?/iu
/** Where a role or a name of an employer ends. */
const closes =
  /\s+(?:bij|aan|at|voor|for|in dienst|with|binnen|within|waar|where|van \d|from|sinds|since|tot|until|en\s+(?:gaf|deed|was)|werkte|werk)(?![\p{L}])|[,;:(]|\.\s|\.$|\s[–—-]\s|$/iu

/** "Van mei 2020 tot december 2023 werkte ik als projectleider bij gemeente X." Each such sentence opens an entry that lasts until the next. */
export function proseBlocks(lines: CareerLine[], text: string, asOf: string): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    for (const sentence of splitSentences(text, line.start, line.end)) {
      const raw = text.slice(sentence.start, sentence.end).replace(/[\s\u00a0]/g, ' ')
      const period = findPeriods(raw, asOf).find((found) => !found.single)
      const role = period ? (fieldAfter(raw, asRole, sentence.start) ?? wasRole(raw, period, sentence.start)) : null
      const place = period ? fieldAfter(raw, atPlace, sentence.start, role ? role.end - sentence.start : 0) : null
      const opens = period && working.test(raw) && (role || place) && period.start < 130
      if (opens) {
        const moved = { ...period, start: sentence.start + period.start, end: sentence.start + period.end }
        const header = {
          title: role && verbatim(role, text),
          organisation: place && verbatim(place, text),
          hours: hoursIn(raw),
        }
        blocks.push({
          header,
          period: moved,
          start: sentence.start,
          end: sentence.end,
          aside: [],
          nested: false,
          bare: false,
        })
      } else if (blocks.length > 0) blocks.at(-1)!.end = sentence.end
    }
  }
  return blocks
}

/** "Daarvoor was ik van 2012 tot 2016 leraar": the role behind the verb, whatever date stands between them. */
function wasRole(raw: string, period: { start: number; end: number }, offset: number): Field | null {
  const undated = raw.slice(0, period.start) + ' '.repeat(period.end - period.start) + raw.slice(period.end)
  const role = fieldAfter(
    undated,
    /(?<![\p{L}])(?:(?:ben|was|werd) ik|i (?:am|was))\s+(?:(?:een|an?|de|the)\s+)?/iu,
    offset,
  )
  return role && roleScore(role.text) > 0 ? role : null
}

/** The words after an opening up to where they close. */
function fieldAfter(raw: string, opening: RegExp, offset: number, from = 0): Field | null {
  const match = opening.exec(raw.slice(from))
  if (!match) return null
  const start = from + match.index + match[0].length
  const rest = raw.slice(start)
  const end = closing(rest)
  const text = rest.slice(0, end).trimEnd()
  return text.length < 2 || text.length > 110 || !/\p{L}/u.test(text)
    ? null
    : { text, start: offset + start, end: offset + start + text.length }
}

/** A full stop inside "B.V." closes nothing. */
function closing(rest: string): number {
  const guarded = rest.replace(/\b(?:[bn]\.\s?v\.|v\.o\.f\.|p\.l\.c\.)/gi, (found) => 'x'.repeat(found.length))
  return closes.exec(guarded)!.index
}

function verbatim(field: Field, text: string): Field {
  return { ...field, text: text.slice(field.start, field.end) }
}
