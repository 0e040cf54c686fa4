import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { MaatstafError } from '../errors.ts'
import type { ParsedKind } from './parse-file.ts'
import type { Parsed } from './parsed.ts'
import type { ParseReply } from './parser-process.ts'

export type ParserLimits = {
  /** Of processor time where it can be told (Linux), of the clock elsewhere: on a busy machine an ordinary file waits long for its turn. */
  timeoutMs: number
  memoryMb: number
  processes: number
  idleMs: number
}
/** A parser that waits for something that never comes uses no processor time; by the clock it gets this many times as long. */
const patience = 4

/** Issue 5: ten seconds and 256 MB resident a file. A warm process is given back to the machine after two quiet minutes. */
export const parserLimits: ParserLimits = { timeoutMs: 10_000, memoryMb: 256, processes: 2, idleMs: 120_000 }

export type ParserPool = {
  /** Parses in another process. Throws MaatstafError: file-timeout, file-memory, or what the parser found wrong with the file. */
  parse(kind: ParsedKind, bytes: Uint8Array): Promise<Parsed>
  /** Ends the processes; a file being read is reported as damaged. */
  close(): void
}

type Worker = { child: ChildProcess; idle: NodeJS.Timeout | null }
type Job = {
  kind: ParsedKind
  bytes: Uint8Array
  done: (parsed: Parsed) => void
  failed: (error: MaatstafError) => void
}

/** Parser processes, kept warm between files and killed at their limits. Jobs beyond their number wait in order. */
export function createParserPool(limits: ParserLimits = parserLimits): ParserPool {
  const idle: Worker[] = []
  const waiting: Job[] = []
  const busy = new Set<Worker>()
  let nextId = 0

  function start(): Worker {
    const child = fork(resolve(import.meta.dirname, 'parser-process.ts'), {
      serialization: 'advanced',
      execArgv: parserArguments(limits.memoryMb),
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return { child, idle: null }
  }

  function retire(worker: Worker) {
    if (worker.idle) clearTimeout(worker.idle)
    busy.delete(worker)
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
    worker.child.removeAllListeners()
    // A process that is killed while a message is under way reports that on its channel.
    worker.child.on('error', () => {})
    worker.child.kill('SIGKILL')
  }

  function rest(worker: Worker) {
    busy.delete(worker)
    worker.child.unref()
    worker.child.channel?.unref()
    worker.idle = setTimeout(() => retire(worker), limits.idleMs)
    worker.idle.unref()
    worker.child.on('exit', () => retire(worker))
    idle.push(worker)
  }

  function take() {
    while (waiting.length > 0 && busy.size < limits.processes) run(waiting.shift()!)
  }

  function run(job: Job) {
    const worker = idle.pop() ?? start()
    if (worker.idle) clearTimeout(worker.idle)
    worker.child.removeAllListeners()
    worker.child.ref()
    worker.child.channel?.ref()
    busy.add(worker)
    const id = nextId++
    const end = (keep: boolean) => {
      clearTimeout(timer)
      stopWatching()
      worker.child.removeAllListeners()
      if (keep) rest(worker)
      else retire(worker)
      take()
    }
    const fail = (code: string, details: Readonly<Record<string, string | number>> = {}, keep = false) => {
      end(keep)
      job.failed(new MaatstafError(code, `the parser gave ${code}`, { details }))
    }
    const timer = setTimeout(() => fail('file-timeout'), limits.timeoutMs * (watchable(worker.child) ? patience : 1))
    const stopWatching = watch(worker.child, limits, fail)
    // A process that ran out of its own heap exits by itself.
    worker.child.on('exit', (code, signal) =>
      fail(code === 134 || signal === 'SIGABRT' ? 'file-memory' : 'file-damaged'),
    )
    worker.child.on('error', () => fail('file-damaged'))
    worker.child.on('message', (reply: ParseReply) => {
      if (!('id' in reply)) {
        if (reply.rss > limits.memoryMb * 1024 * 1024) fail('file-memory')
        return
      }
      if (reply.id !== id) return
      const fresh = reply.rss < limits.memoryMb * 1024 * 1024 * 0.7
      if ('code' in reply) fail(reply.code, reply.details, fresh)
      else {
        end(fresh)
        job.done(reply.parsed)
      }
    })
    worker.child.send({ id, kind: job.kind, bytes: job.bytes })
  }

  return {
    parse: (kind, bytes) =>
      new Promise((done, failed) => {
        waiting.push({ kind, bytes, done, failed })
        take()
      }),
    close() {
      for (const job of waiting.splice(0)) job.failed(new MaatstafError('file-damaged', 'the reader was closed'))
      for (const worker of [...idle, ...busy]) retire(worker)
    },
  }
}

/** Packages may be linked from elsewhere, and Node asks for permission by where a file really is. */
function whereItIs(folder: string): string[] {
  return existsSync(folder) ? [realpathSync(folder)] : []
}

/** Node's own arguments of a parser process: no writing, no network, no children, reading only the program itself ("Permissions" in Node's manual). */
export function parserArguments(memoryMb: number, program = resolve(import.meta.dirname, '../..')): string[] {
  const readable = new Set([program, ...[program, join(program, 'node_modules')].flatMap(whereItIs)])
  return [
    '--permission',
    ...[...readable].map((folder) => `--allow-fs-read=${folder}`),
    `--max-old-space-size=${memoryMb}`,
    '--disable-warning=SecurityWarning',
  ]
}

/** Linux tells what a process of ours uses; elsewhere the process reports its memory itself. */
function watchable({ pid }: ChildProcess): boolean {
  return process.platform === 'linux' && pid !== undefined
}

/** The resident pages stand in /proc/PID/statm, the processor time, in hundredths of a second, in /proc/PID/stat ("proc(5)"). */
function watch(child: ChildProcess, limits: ParserLimits, fail: (code: string) => void): () => void {
  if (!watchable(child)) return () => {}
  const mostPages = (limits.memoryMb * 1024 * 1024) / 4096
  const of = (file: string) => readFile(`/proc/${child.pid}/${file}`, 'utf8').catch(() => '')
  let before: number | null = null
  let stopped = false
  const timer = setInterval(async () => {
    const [statm, stat] = await Promise.all([of('statm'), of('stat')])
    if (stopped) return
    if (Number(statm.split(' ')[1]) > mostPages) return fail('file-memory')
    // The second field is the name of the program in brackets, which may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const usedMs = (Number(fields[11]) + Number(fields[12])) * 10
    if (Number.isNaN(usedMs)) return
    before ??= usedMs
    if (usedMs - before > limits.timeoutMs) fail('file-timeout')
  }, 20)
  return () => {
    stopped = true
    clearInterval(timer)
  }
}
