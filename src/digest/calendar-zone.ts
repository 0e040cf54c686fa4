/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5) for the clock changes of these years, one part for each change. They come from the time
 * zone data of the runtime, so any zone will do; a zone without changes has one part.
 */
export function timeZoneComponent(timeZone: string, years: { from: number; to: number }): string {
  const first = Temporal.PlainDate.from({ year: years.from - 1, month: 12, day: 1 }).toZonedDateTime(timeZone)
  const end = Temporal.PlainDate.from({ year: years.to + 1, month: 2, day: 1 }).toZonedDateTime(timeZone)
  const parts = [part(first, first.offset)]
  let before = first
  for (
    let change = first.getTimeZoneTransition('next');
    change !== null && Temporal.ZonedDateTime.compare(change, end) < 0;
    change = change.getTimeZoneTransition('next')
  ) {
    parts.push(part(change, before.offset))
    before = change
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n')
}

/** `at`: the first moment of the new offset. A part begins at what the clock of the wall showed just before it was set. */
function part(at: Temporal.ZonedDateTime, offsetBefore: string): string[] {
  const onTheWall = at.toInstant().toZonedDateTimeISO(offsetBefore).toPlainDateTime()
  const kind = isSummer(at) ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onTheWall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetBefore.replace(':', '')}`,
    `TZOFFSETTO:${at.offset.replace(':', '')}`,
    `END:${kind}`,
  ]
}

/** Summer time is the later of a year's two offsets. */
function isSummer(at: Temporal.ZonedDateTime): boolean {
  const offsets = [1, 7].map((month) => at.with({ month, day: 1 }).offsetNanoseconds)
  return Math.min(...offsets) < Math.max(...offsets) && at.offsetNanoseconds === Math.max(...offsets)
}
