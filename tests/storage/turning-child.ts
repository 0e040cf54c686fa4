import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Place } from './engines.ts'

const script = fileURLToPath(new URL('turning-process.ts', import.meta.url))

/** A process that takes turns; `acknowledged` fills as it sends. */
export async function turningProcess(place: Place, from: number, count: number) {
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify([place, from, count])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: number[] = []
  let ready = () => {}
  const started = new Promise<void>((resolve) => {
    ready = resolve
  })
  createInterface({ input: child.stdout! }).on('line', (line) => {
    if (line === 'ready') ready()
    else acknowledged.push(Number(line))
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await Promise.race([started, ended])
  return {
    acknowledged,
    /** Resolves when it was told that so many are kept. */
    async hasSent(count: number) {
      while (acknowledged.length < count && child.exitCode === null) await sleep(1)
    },
    /** Resolves when it is gone, however that came. */
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
