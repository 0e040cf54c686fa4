/** How long to wait before the next message to a conversation. */
export type Pace = {
  turn(conversation: string): Promise<void>
  /** Teams asked for rest there. */
  rest(conversation: string, seconds: number): void
  /** Seconds of rest that are left; 0 when there are none. */
  resting(conversation: string): number
}

/** Messages of one bot to one thread, by span of milliseconds (msteams-docs, rate-limit.md@000c7b80). */
const perThread = [
  { span: 1_000, most: 7 },
  { span: 2_000, most: 8 },
  { span: 30_000, most: 60 },
  { span: 3_600_000, most: 1_800 },
]

/** Keeps posts within the limits of Teams. `now` and `sleep` are of real time, in milliseconds. */
export function createPace(options: { now(): number; sleep(ms: number): Promise<void> }): Pace {
  const sent = new Map<string, number[]>()
  const resting = new Map<string, number>()
  return {
    async turn(conversation) {
      const now = options.now()
      const times = (sent.get(conversation) ?? []).filter((time) => time > now - 3_600_000)
      // The slot is taken before waiting, so that two posts at once do not take the same one.
      const at = perThread.reduce((soonest, { span, most }) => {
        const first = times.at(-most)
        return first === undefined ? soonest : Math.max(soonest, first + span)
      }, now)
      times.push(at)
      sent.set(conversation, times)
      if (sent.size > 5_000) for (const [name, last] of sent) if ((last.at(-1) ?? 0) < now - 60_000) sent.delete(name)
      if (at > now) await options.sleep(at - now)
    },
    rest(conversation, seconds) {
      resting.set(conversation, options.now() + seconds * 1000)
    },
    resting(conversation) {
      const left = (resting.get(conversation) ?? 0) - options.now()
      if (left <= 0) resting.delete(conversation)
      return Math.max(0, left / 1000)
    },
  }
}
