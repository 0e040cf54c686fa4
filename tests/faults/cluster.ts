import { setTimeout as sleep } from 'node:timers/promises'
import { type Environment, type Running, startMain } from '../house/running.ts'

/** Real processes (`npm start`) on one storage, of which one after the other is killed; each that dies is replaced at once. */
export type Cluster = {
  /** A process that lives, each time another one. */
  url(): string
  /** kill -9 of the next one in turn; resolves when another process has taken its place. */
  kill(): Promise<void>
  kills(): number
  /** Asks all of them to end. Gives their exit codes. */
  stop(): Promise<(number | null)[]>
}

export async function startCluster(environment: Environment, size: number): Promise<Cluster> {
  const start = () => startMain(environment)
  const living: Running[] = []
  for (let n = 0; n < size; n++) living.push(await start())
  let turn = 0
  let kills = 0
  return {
    url: () => living[turn++ % living.length]?.url ?? 'http://127.0.0.1:9',
    async kill() {
      const victim = living.shift()
      kills += 1
      await victim?.kill()
      living.push(await start())
    },
    kills: () => kills,
    stop: () => Promise.all(living.map(async (run) => (await run.stop()).code)),
  }
}

/** Tries again, with a living process each time, until something comes of it. */
export async function insist<T>(act: () => Promise<T | null>, pauseMs = 50): Promise<T> {
  const end = performance.now() + 240_000
  for (;;) {
    const result = await act().catch(() => null)
    if (result !== null) return result
    if (performance.now() > end) throw new Error('no process answered')
    await sleep(pauseMs)
  }
}

/** Nothing waits and nothing is in hand, whoever is asked. */
export async function isIdle(cluster: Pick<Cluster, 'url'>): Promise<boolean> {
  const text = await fetch(`${cluster.url()}/metrics`).then(
    (response) => response.text(),
    () => null,
  )
  if (text === null) return false
  const jobs = [...text.matchAll(/^maatstaf_queue_(?:waiting|active)\{queue="(?:turns|posts|work)"\} (\d+)/gm)]
  return jobs.length > 0 && jobs.every(([, count]) => count === '0')
}
