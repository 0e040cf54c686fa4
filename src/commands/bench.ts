import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Command } from './command.ts'

/** `bench`: the table of speed, in a process of its own; with words only those paths (bench/README.md). */
export const bench: Command = {
  name: 'bench',
  usage: 'bench [PATH …]',
  words: Array.from({ length: 12 }, () => 'PATH?'),
  options: {},
  standsAlone: () => true,
  async run({ io, words, exitWith }) {
    const script = resolve(import.meta.dirname, '../../bench/run.ts')
    const code = await new Promise<number>((done, fail) => {
      const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
      child.stdout.on('data', (data) => io.out(String(data)))
      child.stderr.on('data', (data) => io.err(String(data)))
      io.signal.addEventListener('abort', () => child.kill())
      child.on('error', fail).on('close', (ended) => done(ended ?? 1))
    })
    if (code !== 0) exitWith(1)
  },
}
