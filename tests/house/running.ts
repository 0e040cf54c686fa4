import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Place, testKey } from '../storage/engines.ts'
import { startFlags } from './start-flags.ts'

/** Most of a start is compiling the same files; each start after the first takes half the time. */
const compileCache = join(tmpdir(), 'maatstaf-compile-cache')

const root = resolve(import.meta.dirname, '../..')

/** What every process of these tests is told; nothing of the shell that runs them gets through but the path. */
export type Environment = Record<string, string>

/** The same key as the template directories of tests/storage/engines.ts were made with. */
export const keyOfTests = Buffer.from(testKey).toString('base64')

export function environmentOf(place: Place, more: Environment = {}): Environment {
  return {
    MAATSTAF_KEY: keyOfTests,
    PORT: '0',
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    ...(place.dataDir ? { MAATSTAF_DATA_DIR: place.dataDir } : {}),
    ...more,
  }
}

export type Ended = { code: number | null; signal: NodeJS.Signals | null }

export type Running = {
  /** `http://127.0.0.1:PORT`, as it told. */
  url: string
  pid: number
  out(): string
  /** Its log: whole lines. */
  log(): string[]
  ended: Promise<Ended>
  /** Asks it to stop, as Ctrl-C or a cluster does; resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
  /** kill -9. */
  kill(): Promise<void>
}

const children = new Set<ChildProcess>()

/** Ends what a failed test left running; for `afterAll`. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL')
}

/**
 * `npm start`: the real program in a process of its own, or that of another checkout. Rejects with what it said when it ends before it
 * listens.
 */
export async function startMain(environment: Environment, script: string = 'src/main.ts'): Promise<Running> {
  const { child, told } = spawnNode([...startFlags, script], environment)
  const ended = endOf(child)
  const url = await new Promise<string>((done, fail) => {
    const look = () => {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(told.out)
      if (match) done(match[0])
    }
    child.stdout?.on('data', look)
    void ended.then(({ code }) => fail(new Error(`ended with ${code}: ${told.err}`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    out: () => told.out,
    log: () => told.err.split('\n').filter((line) => line !== ''),
    ended,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export type Said = Ended & { out: string; err: string }

/** One command of the shell, to its end; `input` is what it reads from standard input. */
export async function runCli(
  args: string[],
  environment: Environment,
  options: { input?: string; cwd?: string } = {},
): Promise<Said> {
  const { child, told } = spawnNode(['src/cli.ts', ...args], environment, options.cwd)
  child.stdin?.end(options.input ?? '')
  const ended = await endOf(child)
  return { ...ended, ...told }
}

/** `npm start` where it cannot start: what it says and how it ends. */
export async function runMain(environment: Environment, script: string = 'src/main.ts'): Promise<Said> {
  const { child, told } = spawnNode([...startFlags, script], environment)
  const ended = await endOf(child)
  return { ...ended, ...told }
}

export function newFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `maatstaf-${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

function spawnNode(args: string[], environment: Environment, cwd?: string) {
  const full = args.map((arg) => (arg.startsWith('src/') ? join(root, arg) : arg))
  const child = spawn(process.execPath, full, {
    // A folder without an .env of its own.
    cwd: cwd ?? tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  children.add(child)
  child.once('close', () => children.delete(child))
  child.stdin.on('error', () => {})
  const told = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told.err += text
  })
  return { child, told }
}

function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => done({ code, signal }))
  })
}
