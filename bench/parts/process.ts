import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export type Measured = {
  pid: number
  /** `http://127.0.0.1:PORT`. */
  url: string
  /** User and system time it used since it began, in seconds: what it costs, whoever else keeps the machine busy. */
  cpuSeconds(): number
  /** Megabytes resident, and the most there ever were. */
  memory(): { now: number; peak: number }
  stop(): Promise<void>
}

const children = new Set<ChildProcess>()
process.on('exit', endAll)

/** Ends what a path that failed left running. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL')
}

/** Starts a script that prints `http://127.0.0.1:PORT` once it listens; rejects with what it said when it ends before that. */
export async function startServer(
  script: string,
  environment: Record<string, string>,
  options: { flags?: string[]; args?: string[] } = {},
): Promise<Measured> {
  const child = spawn(process.execPath, [...(options.flags ?? []), join(root, script), ...(options.args ?? [])], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  void ended.then(() => children.delete(child))
  let said = ''
  const url = await new Promise<string>((done, fail) => {
    const hear = (data: Buffer) => {
      said = (said + data).slice(-20_000)
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (match) done(match[0])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => fail(new Error(`${script} ended: ${said}`)))
  })
  const pid = child.pid!
  return {
    pid,
    url,
    cpuSeconds: () => cpuSeconds(pid),
    memory: () => memoryOf(pid),
    async stop() {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
      await ended
      clearTimeout(late)
    },
  }
}

/** Linux counts in hundredths of a second. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
