export type TimeOfDay = { hour: number; minute: number }

const clock =
  "(?:(?<h1>\\d{1,2})\\s?[:.]\\s?(?<n1>\\d{2})(?![\\d/]|-(?!\\d{1,2}[:.]\\d{2}(?![\\d-])))(?:\\s*(?<p1>[ap]\\.?m\\b\\.?))?|(?<h2>\\d{1,2})\\s?[uh](?<n2>\\d{2})(?!\\d)|(?<h3>\\d{1,2})\\s?(?:uur|u\\b|hrs?\\b|hours|o['’]clock|h\\b)|(?<h4>\\d{1,2})\\s?(?<p4>[ap]\\.?m\\b\\.?)|(?<noon>(?:12\\s+)?noon|12 uur 's middags)|(?<midnight>midnight|middernacht))"
const lead =
  "(?:[\\s,;|()–—-]|om|at|by|op|v[oó][oó]r|voor|tot|uiterlijk|vanaf|before|until|tussen|between|van|from|klokke|ca\\.?|'s (?:ochtends|middags|avonds))*"
const after = new RegExp(`^${lead}${clock}`, 'iu')
const before = new RegExp(`(?<![\\d.,:€])${clock}\\s*(?:uur|u\\.?|hrs?|hours)?\\s*(?:op|on|,|van|of)?\\s*$`, 'iu')

/** The time of day in the groups of a match; null when it is no time. 24:00 stays hour 24. */
function timeOf(groups: Record<string, string | undefined>): TimeOfDay | null {
  if (groups.noon) return { hour: 12, minute: 0 }
  if (groups.midnight) return { hour: 0, minute: 0 }
  let hour = Number(groups.h1 ?? groups.h2 ?? groups.h3 ?? groups.h4)
  const minute = Number(groups.n1 ?? groups.n2 ?? 0)
  const half = groups.p1 ?? groups.p4
  if (half && hour <= 12) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  return hour <= 24 && minute < 60 && (hour < 24 || minute === 0) ? { hour, minute } : null
}

/**
 * The time that belongs to a date: right behind it ("…, 09:00 uur", "| vóór 12:00 uur", "tussen 13.00 en 17.00"), else right before
 * it ("om 12:00 uur op …"). Offsets into `text`.
 */
export function findTime(
  text: string,
  at: { from: number; before: number; notBefore: number },
): { time: TimeOfDay; start: number; end: number } | null {
  const behind = text.slice(at.from, at.from + 60).split('\n')[0]!
  const next = after.exec(behind)
  const time = next && timeOf(next.groups ?? {})
  if (next && time)
    return { time, start: at.from, end: at.from + next[0].length + unitLength(behind.slice(next[0].length)) }
  const ahead = text.slice(Math.max(at.notBefore, at.before - 24), at.before)
  const last = before.exec(ahead)
  const earlier = last && timeOf(last.groups ?? {})
  if (!last || !earlier) return null
  return { time: earlier, start: at.before - (ahead.length - last.index), end: at.from }
}

function unitLength(rest: string): number {
  return /^\s*(?:uur|hrs?\.?|hours|u\b\.?)/i.exec(rest)?.[0].length ?? 0
}

/** The first time of day in a text that is only a time ("09:00 uur", "vóór 12.00 uur"). */
export function timeIn(text: string): TimeOfDay | null {
  const match = after.exec(text.trim())
  return match ? timeOf(match.groups ?? {}) : null
}
