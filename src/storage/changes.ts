import type { Engine } from './engine.ts'

/** Many changes in a row (a folder of postings) become one call. */
const quietMs = 25
const manyIds = 100

/** Passes on which assignments changed, here or in another replica; null = look at all. */
export function createChanges(engine: Engine, channel: string) {
  const listeners: ((ids: string[] | null) => void)[] = []
  let ids = new Set<string>()
  let all = false
  let timer: NodeJS.Timeout | undefined

  function changed(id: string | null): void {
    if (id === null) all = true
    else ids.add(id)
    timer ??= setTimeout(tell, quietMs)
  }

  function tell(): void {
    timer = undefined
    const told = all || ids.size > manyIds ? null : [...ids]
    ids = new Set()
    all = false
    for (const listener of listeners) listener(told)
  }

  return {
    start: () =>
      engine.listen(
        channel,
        (id) => changed(id === '' ? null : id),
        () => changed(null),
      ),
    onChanged: (listener: (ids: string[] | null) => void) => void listeners.push(listener),
    stop: () => clearTimeout(timer),
  }
}
