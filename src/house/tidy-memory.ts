import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** By then a start has ended, the very first one too. */
const afterMs = 5_000

/**
 * Once, some seconds after a start: what reading and compiling the program left behind goes back to the machine. By itself V8 keeps it,
 * some 20 MB, for as long as little happens.
 */
export function tidyMemoryLater(): void {
  const timer = setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect: unknown = runInNewContext('gc')
    if (typeof collect === 'function') collect()
  }, afterMs)
  timer.unref()
}
