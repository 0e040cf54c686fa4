import { createHash } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { Io } from './command.ts'
import type { Terminal } from './terminal.ts'

/**
 * The command line's way to the process that holds the embedded data: frames of one JSON line each, over a socket that only its
 * owner may open. Client: run, stdin, end, stop. Server: out, err, exit.
 */
type Frame =
  | { type: 'run'; args: string[]; cwd: string; interactive: boolean; terminal: Terminal; watched: boolean }
  | { type: 'stdin'; data: string }
  | { type: 'end' }
  | { type: 'stop' }
  | { type: 'out' | 'err'; data: string }
  | { type: 'exit'; code: number }

/** A socket's path may be hardly over 100 bytes long; a deep data directory gets a short stand-in. */
export function socketPath(dataDir: string): string {
  const inside = join(dataDir, 'maatstaf.sock')
  if (process.platform === 'win32') return `\\\\.\\pipe\\maatstaf-${digest(dataDir)}`
  return Buffer.byteLength(inside) < 100 ? inside : join(tmpdir(), `maatstaf-${digest(dataDir)}.sock`)
}

/** Serves commands sent by other shells until closed. */
export async function serveCommands(
  dataDir: string,
  run: (args: string[], io: Io) => Promise<number>,
): Promise<{ close(): Promise<void> }> {
  const path = socketPath(dataDir)
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    serveOne(socket, run)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function serveOne(socket: Socket, run: (args: string[], io: Io) => Promise<number>): void {
  const stop = new AbortController()
  const stdin = createQueue<Uint8Array>()
  const send = (frame: Frame) => socket.writable && socket.write(`${JSON.stringify(frame)}\n`)
  socket.on('close', () => stop.abort())
  socket.on('error', () => stop.abort())
  linesOf(socket).on('line', (line) => {
    const frame = parse(line)
    if (frame?.type === 'stdin') stdin.push(Buffer.from(frame.data, 'base64'))
    else if (frame?.type === 'end') stdin.end()
    else if (frame?.type === 'stop') stop.abort()
    else if (frame?.type === 'run') {
      const io: Io = {
        cwd: frame.cwd,
        interactive: frame.interactive,
        terminal: frame.terminal,
        watched: frame.watched,
        out: (data) => send({ type: 'out', data }),
        err: (data) => send({ type: 'err', data }),
        stdin,
        signal: stop.signal,
      }
      void run(frame.args, io).then((code) => {
        send({ type: 'exit', code })
        socket.end()
      })
    }
  })
}

/** Sends a command to the running process; resolves with its exit code, or null when nobody answers there. */
export function runRemotely(dataDir: string, args: string[], io: Io): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPath(dataDir))
    let answered = false
    socket.on('error', () => resolve(answered ? 3 : null))
    socket.on('close', () => resolve(answered ? 3 : null))
    socket.on('connect', () => {
      answered = true
      const send = (frame: Frame) => socket.write(`${JSON.stringify(frame)}\n`)
      const { cwd, interactive, terminal, watched } = io
      send({ type: 'run', args, cwd, interactive, terminal, watched })
      io.signal.addEventListener('abort', () => send({ type: 'stop' }))
      void forward(io.stdin, send)
    })
    linesOf(socket).on('line', (line) => {
      const frame = parse(line)
      if (frame?.type === 'out') io.out(frame.data)
      else if (frame?.type === 'err') io.err(frame.data)
      else if (frame?.type === 'exit') {
        resolve(frame.code)
        socket.destroy()
      }
    })
  })
}

async function forward(stdin: AsyncIterable<Uint8Array>, send: (frame: Frame) => void): Promise<void> {
  for await (const chunk of stdin) send({ type: 'stdin', data: Buffer.from(chunk).toString('base64') })
  send({ type: 'end' })
}

/** The socket's own listeners deal with its errors; readline would throw them a second time. */
function linesOf(socket: Socket): Interface {
  return createInterface({ input: socket }).on('error', () => {})
}

function parse(line: string): Frame | null {
  try {
    return JSON.parse(line) as Frame
  } catch {
    return null
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** An async iterable that is fed from outside. */
function createQueue<T>(): AsyncIterable<T> & { push(value: T): void; end(): void } {
  const values: T[] = []
  let ended = false
  let wake = () => {}
  return {
    push(value) {
      values.push(value)
      wake()
    },
    end() {
      ended = true
      wake()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (values.length > 0) yield values.shift()!
        else if (ended) return
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    },
  }
}
