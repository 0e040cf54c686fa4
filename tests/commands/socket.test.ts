import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Io } from '../../src/commands/command.ts'
import { runRemotely, serveCommands, socketPath } from '../../src/commands/socket.ts'

function shell(input: string[]) {
  const said = { out: '', err: '' }
  const stop = new AbortController()
  const io: Io = {
    cwd: '/somewhere',
    interactive: false,
    terminal: null,
    watched: false,
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    stdin: (async function* () {
      for (const line of input) yield Buffer.from(line)
    })(),
    signal: stop.signal,
  }
  return { io, said }
}

it('runs a command in the process that holds the data: arguments, folder and input go there, output and exit code come back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-socket-'))
  const server = await serveCommands(folder, async (args, io) => {
    const lines: string[] = []
    for await (const chunk of io.stdin) lines.push(Buffer.from(chunk).toString())
    io.out(`${args.join(' ')} in ${io.cwd}: ${lines.join('|')}`)
    io.err('één waarschuwing')
    return 1
  })
  const { io, said } = shell(['eerste\n', 'tweede\n'])
  expect(await runRemotely(folder, ['ask', 'x'], io)).toBe(1)
  expect(said).toEqual({ out: 'ask x in /somewhere: eerste\n|tweede\n', err: 'één waarschuwing' })
  await server.close()
})

it('lets only its owner in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-socket-'))
  const server = await serveCommands(folder, async () => 0)
  expect(statSync(socketPath(folder)).mode & 0o077).toBe(0)
  await server.close()
})

it('says so when nobody answers there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-socket-'))
  expect(await runRemotely(folder, ['list'], shell([]).io)).toBeNull()
})

it('finds a short path for a deep folder: a socket path is limited', () => {
  expect(Buffer.byteLength(socketPath(`/${'diep/'.repeat(40)}`))).toBeLessThan(104)
})
