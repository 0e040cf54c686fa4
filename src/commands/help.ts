import type { Texts } from '../texts/texts.ts'
import type { Command } from './command.ts'
import { columns, paint, type Terminal } from './terminal.ts'

/** Every command with what it is for. */
export function overview(commands: Command[], { cli }: Texts, terminal: Terminal): string {
  const rows = commands.map(({ name }): [string, string] => [name, cli.commands[name]?.does ?? ''])
  return [cli.usage, columns(rows, terminal), '', cli.everywhere, cli.more, ''].join('\n')
}

/** One command: how it is typed, what it does, its options, an example. */
export function helpOf({ name, usage, options }: Command, { cli }: Texts, terminal: Terminal): string {
  const about = cli.commands[name]
  const named = Object.keys(options).flatMap((option): [string, string][] => {
    const meaning = cli.options[option]
    return meaning ? [[`--${option}`, meaning]] : []
  })
  return [
    paint(terminal, 'bold', usage),
    '',
    about?.does ?? '',
    ...(named.length > 0 ? ['', columns(named, terminal)] : []),
    '',
    cli.everywhere,
    ...(about ? ['', `${cli.example} npm run -s maatstaf -- ${about.example}`] : []),
    '',
  ].join('\n')
}
