import type { Io } from '../../src/commands/command.ts'
import { runCommand } from '../../src/commands/run.ts'
import { MaatstafError } from '../../src/errors.ts'
import type { House } from '../../src/house/house.ts'

export type Told = { code: number; out: string; err: string }

/** One command, as a shell or the socket gives it; without a house for those that open none. */
export async function command(
  house: House | null,
  args: string[],
  options: { cwd?: string; input?: string } = {},
): Promise<Told> {
  const told = { out: '', err: '' }
  const io: Io = {
    cwd: options.cwd ?? process.cwd(),
    interactive: false,
    terminal: null,
    watched: false,
    out: (text) => {
      told.out += text
    },
    err: (text) => {
      told.err += text
    },
    stdin: (async function* () {
      if (options.input) yield Buffer.from(options.input)
    })(),
    signal: new AbortController().signal,
  }
  const open = async () => {
    if (house) return house
    throw new MaatstafError('opened', 'this command opened the storage', { fault: 'system' })
  }
  return { code: await runCommand(args, io, open), ...told }
}
