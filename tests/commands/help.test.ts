import { describe, expect, it } from 'vitest'
import type { Io } from '../../src/commands/command.ts'
import { commands } from '../../src/commands/commands.ts'
import { needsHouse, runCommand } from '../../src/commands/run.ts'
import { columns, progressOn, type Terminal, wrapped } from '../../src/commands/terminal.ts'
import { en } from '../../src/texts/en.ts'
import { nl } from '../../src/texts/nl.ts'

function shell(terminal: Terminal = null) {
  const said = { out: '', err: '' }
  const io: Io = {
    cwd: '/',
    interactive: false,
    terminal,
    watched: terminal !== null,
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    stdin: (async function* () {})(),
    signal: new AbortController().signal,
  }
  return { io, said }
}
const noHouse = () => Promise.reject(new Error('help opens no database'))

describe('help', () => {
  it.each([
    ['nl', nl],
    ['en', en],
  ] as const)('says in plain words (%s) what each command is for, with an example that is typed right', (_, texts) => {
    expect(Object.keys(texts.cli.commands).sort()).toEqual(commands.map(({ name }) => name).sort())
    for (const { name } of commands) {
      expect(texts.cli.commands[name]?.does).toMatch(/^[A-Z].*\.$/)
      expect(texts.cli.commands[name]?.example.split(' ')[0]).toBe(name)
    }
  })

  it.each([['--help'], ['help']])('%s lists every command without a database', async (...args) => {
    const { io, said } = shell()
    expect(needsHouse(args)).toBe(false)
    expect(await runCommand(args, io, noHouse)).toBe(0)
    for (const { name } of commands) expect(said.out).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  it.each([[['help', 'score']], [['score', '--help']]])('%j tells how that one is typed', async (args) => {
    const { io, said } = shell()
    expect(needsHouse(args)).toBe(false)
    expect(await runCommand(args, io, noHouse)).toBe(0)
    expect(said.out).toContain('score ASSIGNMENT CV [--explanation FILE]')
    expect(said.out).toContain('--rate')
    expect(said.out).toContain('Voorbeeld: npm run -s maatstaf -- score 31050 cv.pdf')
  })
})

describe('in a terminal', () => {
  it('lines fit its width, and where output is piped a row is a line', () => {
    const rows: [string, string][] = [['check', 'zegt wat aan staat, wat uit staat en wat je moet herstellen']]
    for (const line of columns(rows, { color: false, columns: 40 }).split('\n'))
      expect(line.length).toBeLessThanOrEqual(40)
    expect(columns(rows, null).split('\n')).toHaveLength(1)
    expect(wrapped('een woord-dat-langer-is-dan-de-regel blijft heel', 10)).toContain(
      'woord-dat-langer-is-dan-de-regel',
    )
  })

  it('has colour only where there is one', async () => {
    const { io, said } = shell({ color: true, columns: 80 })
    await runCommand(['help', 'ask'], io, noHouse)
    expect(said.out).toContain('\u001b[1m')
    const plain = shell({ color: false, columns: 80 })
    await runCommand(['help', 'ask'], plain.io, noHouse)
    expect(plain.said.out).not.toContain('\u001b')
  })

  it('shows how far long work is, on standard error, and nothing where nobody watches', () => {
    const watched = shell({ color: false, columns: 80 })
    progressOn(watched.io).at(1, 4, 'vragen')
    expect(watched.said).toEqual({ out: '', err: expect.stringContaining('▓▓▓▓▓▓░') })
    const piped = shell()
    progressOn(piped.io).at(1, 4, 'vragen')
    expect(piped.said.err).toBe('')
  })
})
