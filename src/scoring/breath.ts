import { setImmediate as nextRound } from 'node:timers/promises'

/** Longer than this nobody else in the process is kept waiting. */
const longestMs = 3
/** A round of the event loop that took longer did something for somebody, who may have more to do. */
const idleMs = 0.2
const mostRounds = 20

/**
 * Call it between two pieces of long work: when the last breath was a while ago, whatever waits in this process has its turn first, a
 * person's cancel among it. What is answered in several steps waits at each of them, so the pieces have to be small.
 */
export function createBreath(): () => Promise<void> {
  let last = 0
  return async () => {
    if (performance.now() - last < longestMs) return
    for (let round = 0; round < mostRounds; round++) {
      const before = performance.now()
      await nextRound()
      last = performance.now()
      if (last - before < idleMs) return
    }
  }
}
