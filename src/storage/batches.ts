/** Fewer than a statement's parameters allow, and a transaction that is over soon. */
const most = 200

type Batch<T, Result> = { items: T[]; done: Promise<Result[]> }

/**
 * What arrives while a write is under way goes together in the next one: under load a transaction serves many, and alone nobody waits.
 * `write` answers for each item, in their order; when it fails, it has failed for all of them.
 */
export function inBatches<T, Result>(write: (items: T[]) => Promise<Result[]>): (item: T) => Promise<Result> {
  let waiting: Batch<T, Result> | null = null
  let current: Promise<unknown> = Promise.resolve()
  return async (item) => {
    if (!waiting || waiting.items.length >= most) {
      const batch: Batch<T, Result> = { items: [], done: Promise.resolve([]) }
      batch.done = current.then(() => {
        if (waiting === batch) waiting = null
        return write(batch.items)
      })
      waiting = batch
      current = batch.done.catch(() => {})
    }
    const { items, done } = waiting
    const at = items.push(item) - 1
    return (await done)[at]!
  }
}
