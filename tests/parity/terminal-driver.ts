import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chat } from '../../src/commands/chat.ts'
import { contextTexts } from '../../src/commands/command.ts'
import { silentLog } from '../../src/log.ts'
import { type Driver, openRealHouse, type Shown } from './driver.ts'
import { isMeant, plainWords, shortLabel } from './words.ts'

export const terminalDriver: Driver = {
  name: 'the terminal',
  channels: false,
  formsAsWords: true,
  /** The command `chat`, line by line. */
  async open() {
    const { house, settled, close } = await openRealHouse()
    const folder = mkdtempSync(join(tmpdir(), 'maatstaf-terminal-'))
    const sentFolder = join(folder, 'sent')
    mkdirSync(sentFolder)
    const printed: string[] = []
    const lines = createLines()
    const stop = new AbortController()
    let taken = 0
    const { lang, texts } = contextTexts({})
    const running = chat.run({
      io: {
        cwd: folder,
        interactive: true,
        terminal: null,
        watched: false,
        out: (text) => void printed.push(text),
        err: (text) => void printed.push(text),
        stdin: lines.input,
        signal: stop.signal,
      },
      words: [],
      options: {},
      json: false,
      lang,
      texts,
      clock: house.clock,
      log: silentLog,
      config: () => house.config,
      exitWith: () => {},
      house: async () => ({
        ...house,
        inbox: {
          accept: async (incoming) => {
            const result = await house.inbox.accept(incoming)
            taken += 1
            return result
          },
        },
      }),
    })
    const messages = () => printed.filter((text) => text.startsWith('\n'))

    async function type(line: string): Promise<void> {
      const before = taken
      lines.add(line)
      while (taken === before) await new Promise((resolve) => setTimeout(resolve, 5))
      await settled()
    }

    return {
      house,
      async say(text, { files = [] } = {}) {
        // The terminal takes words or a file, one line each.
        if (text) await type(text)
        for (const { name, bytes } of files) {
          writeFileSync(join(sentFolder, name), bytes)
          await type(`bestand ${join(sentFolder, name)}`)
        }
      },
      async press(label) {
        const numbers = messages().findLast((text) => /^ {2}\[\d+\] /m.test(text))
        const number = numbers
          ?.split('\n')
          .map((line) => line.match(/^ {2}\[(\d+)\] (.*)$/))
          .find((match) => match && isMeant(match[2]!, label))?.[1]
        if (!number) throw new Error(`no "${label}" in the terminal`)
        await type(number)
      },
      join: async () => {},
      screen: async () =>
        messages().map((text) => {
          const next = printed[printed.indexOf(text) + 1] ?? ''
          const path = /^Bewaard in (.*)\.\n$/.exec(next)?.[1]
          return shown(text, path ? { name: basename(path), bytes: new Uint8Array(readFileSync(path)) } : null)
        }),
      async close() {
        lines.end()
        await running
        await close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

function shown(text: string, file: Shown['file']): Shown {
  const body: string[] = []
  const controls: string[] = []
  for (const line of text.split('\n')) {
    const numbered = /^ {2}\[\d+\] (.*)$/.exec(line)
    const option = /^ {2}\d+\) (.*)$/.exec(line)
    // A choice stands there twice, with its details and with its number; buttons stand in brackets too.
    const links = [...line.matchAll(/\[([^\]]*): https?:[^\]]*\]/g)]
    if (numbered) controls.push(numbered[1]!)
    else if (links.length > 0) controls.push(...links.map((link) => link[1]!))
    else if (!option && !/^(?:\[[^\]]*\] ?)+$/.test(line)) body.push(line)
  }
  return {
    words: plainWords(body.join('\n')),
    drawing: text,
    controls: controls.map(shortLabel).sort(),
    forms: [],
    file,
    alone: false,
  }
}

/** Lines that are typed one by one. */
function createLines() {
  const waiting: string[] = []
  let wake = () => {}
  let over = false
  async function* read() {
    while (!over || waiting.length > 0) {
      const line = waiting.shift()
      if (line !== undefined) yield Buffer.from(`${line}\n`)
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    input: read(),
    add(line: string) {
      waiting.push(line)
      wake()
    },
    end() {
      over = true
      wake()
    },
  }
}
