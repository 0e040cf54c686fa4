import { type ChildProcess, fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Place } from '../storage/engines.ts'

const script = fileURLToPath(new URL('posting-process.ts', import.meta.url))

export type Told = { what: 'ready' | 'posting' | 'posted'; key: string }

export type Replica = {
  isAlive(): boolean
  /** kill -9. */
  kill(): Promise<void>
  /** What the minute does: looks which digests ought to exist. */
  look(): void
}

const running = new Set<ChildProcess>()

/** Ends what a failed test left running; for `afterAll`. */
export function endReplicas(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Resolves once the replica takes jobs. `heard` is called with all that it tells afterwards: before and after each call. */
export async function startReplica(
  place: Place,
  options: { now: string; slack: { apiUrl: string; token: string } },
  heard: (replica: Replica, told: Told) => void,
): Promise<Replica> {
  const { apiUrl, token } = options.slack
  const child = fork(script, [JSON.stringify([place, options.now, apiUrl, token])], {
    stdio: 'inherit',
    execArgv: [],
    // Most of a start is compiling the same files.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'maatstaf-compile-cache') },
  })
  running.add(child)
  const isAlive = () => child.exitCode === null && child.signalCode === null
  const replica: Replica = {
    isAlive,
    look: () => void (child.connected && child.send('look')),
    async kill() {
      if (!isAlive()) return
      const ended = new Promise((done) => child.once('close', done))
      child.kill('SIGKILL')
      await ended
      running.delete(child)
    },
  }
  await new Promise<void>((done, fail) => {
    child.once('close', () => fail(new Error('a replica ended before it was ready')))
    child.on('message', (told: Told) => (told.what === 'ready' ? done() : heard(replica, told)))
  })
  return replica
}
