/** The only reader of the wall clock. Everything that depends on time takes a `Clock` as an argument. */
export type Clock = {
  /** Now, in whole milliseconds, as the assistant sees it (may be shifted by MAATSTAF_NOW, `--now` or the demo). */
  now(): Temporal.Instant
  /** Now in the configured time zone, Europe/Amsterdam unless told. */
  zoned(): Temporal.ZonedDateTime
  /** Real time, for the freshness of signatures and tokens only. */
  real(): Temporal.Instant
  readonly timeZone: string
}

/** A clock that runs `offsetMs` ahead of the machine's. */
export function createClock(options: { offsetMs?: number; timeZone?: string } = {}): Clock {
  const { offsetMs = 0, timeZone = 'Europe/Amsterdam' } = options
  const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offsetMs)
  return {
    timeZone,
    now,
    zoned: () => now().toZonedDateTimeISO(timeZone),
    real: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
  }
}

/** A clock that starts at `at` (ISO 8601 with offset) and runs on from there. */
export function createClockFrom(at: string, timeZone = 'Europe/Amsterdam'): Clock {
  return createClock({ offsetMs: Temporal.Instant.from(at).epochMilliseconds - Date.now(), timeZone })
}

/** A clock that stands still at `at` until it is set: for tests and for `--now`. */
export function createFixedClock(at: string, timeZone = 'Europe/Amsterdam'): Clock & { set(at: string): void } {
  let instant = Temporal.Instant.from(at)
  return {
    timeZone,
    now: () => instant,
    zoned: () => instant.toZonedDateTimeISO(timeZone),
    real: () => instant,
    set: (next) => {
      instant = Temporal.Instant.from(next)
    },
  }
}
