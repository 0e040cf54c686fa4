import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatAddress } from '../chat/address.ts'
import type { Card } from '../chat/card.ts'
import type { Action, FileRef, Incoming, Outgoing } from '../chat/message.ts'
import { plainText } from '../chat/plain-text.ts'
import type { PostOptions } from '../chat/post-result.ts'
import type { House } from '../house/house.ts'
import { textsFor } from '../texts/texts.ts'
import { type Command, type CommandContext, readBytes } from './command.ts'

const conversation = 'cli:chat'
const address = formatAddress('cli', { conversation })
/** How long a piped line may wait for its answer. */
const longestWaitMs = 60_000
/** "Stop" puts off a scoring; these leave the terminal. */
const leaving = /^\/?(?:exit|quit|afsluiten|:q)$/i

/** `chat`: the assistant in the terminal. Buttons are numbered; a file is sent with "bestand PAD". */
export const chat: Command = {
  name: 'chat',
  usage: 'chat',
  words: [],
  options: {},
  standsAlone: () => false,
  async run(context) {
    const { io, texts } = context
    const house = await context.house()
    const terminal = createTerminal(context)
    house.addPlatform('cli', { post: terminal.post, fetchFile: (ref) => fetchStored(house, ref) })
    await house.work()
    io.out(`${textsFor(context.lang).common.aiNotice}\n${texts.cli.chatHint}\n`)
    if (house.demo) io.out(`${texts.assistant.demoBanner(house.clock.zoned())}\n`)
    for await (const line of createInterface({ input: Readable.from(io.stdin) })) {
      if (io.signal.aborted) break
      if (!line.trim()) continue
      if (leaving.test(line.trim())) break
      await house.inbox.accept(await incoming(house, context, line.trim(), terminal.chosen(line.trim())))
      if (!io.interactive) await settled(house)
    }
    if (!io.signal.aborted) await settled(house)
  },
}

/** What was shown last, so that a number typed means its button. */
function createTerminal({ io, texts }: CommandContext) {
  let actions: Action[] = []
  return {
    async post({ card, file }: Outgoing, { file: bytes }: PostOptions): Promise<{ ok: string }> {
      const shown = actionsOf(card)
      if (shown.length > 0) actions = shown.map(({ action }) => action)
      io.out(
        `\n${plainText(card)}\n${shown.map(({ label }, index) => `  [${index + 1}] ${label}`).join('\n')}${shown.length > 0 ? '\n' : ''}`,
      )
      if (file && bytes) io.out(`${texts.cli.saved(await saveFile(io.cwd, file.name, bytes))}\n`)
      return { ok: randomUUID() }
    },
    chosen: (line: string): Action | undefined => (/^\d{1,2}$/.test(line) ? actions[Number(line) - 1] : undefined),
  }
}

/** Where it was asked for, beside what has that name already; a name of ours never leaves that folder. */
async function saveFile(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const { name: stem, ext } = parse(basename(name))
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? `${stem}${ext}` : `${stem}-${count}${ext}`)
    try {
      await writeFile(path, bytes, { flag: 'wx' })
      return path
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

function actionsOf(card: Card): { label: string; action: Action }[] {
  return card.elements.flatMap((element) => {
    if (element.type === 'buttons') {
      return element.buttons.flatMap((button) =>
        button.kind === 'action'
          ? [{ label: button.label, action: { name: button.action, step: button.step, values: button.values ?? {} } }]
          : [],
      )
    }
    if (element.type === 'choice' && element.action) {
      const { action, step = '', name } = element
      return element.options.map((option) => ({
        label: option.label,
        action: { name: action, step, values: { [name]: option.value } },
      }))
    }
    return []
  })
}

async function incoming(
  house: House,
  context: CommandContext,
  line: string,
  action: Action | undefined,
): Promise<Incoming> {
  const file = line.match(/^(?:bestand|file)\s+(.+)$/i)
  const files: FileRef[] = file ? [await store(house, context, file[1]!.trim())] : []
  return {
    key: `cli:${randomUUID()}`,
    platform: 'cli',
    conversation,
    address,
    scope: 'direct',
    addressed: true,
    person: { id: 'cli:user', guest: false, ...(context.options['lang'] ? { locale: context.lang } : {}) },
    text: file || action ? '' : line,
    files,
    ...(action ? { action } : {}),
    receivedAt: house.clock.now().toString(),
  }
}

async function store(house: House, { io }: CommandContext, path: string): Promise<FileRef> {
  const bytes = await readBytes(io, path)
  const id = randomUUID()
  const name = basename(path)
  await house.storage.files.put(
    id,
    { bytes, name, type: '' },
    { conversation },
    house.clock.now().add({ hours: 48 }).toString(),
  )
  return { name, size: bytes.byteLength, type: null, role: null, ref: id }
}

async function fetchStored(house: House, ref: FileRef): Promise<Uint8Array> {
  const file = await house.storage.files.get(ref.ref)
  if (!file) throw new Error('file expired')
  return file.bytes
}

/** Waits until nothing is being read, answered or posted. */
async function settled(house: House): Promise<void> {
  const until = house.clock.real().epochMilliseconds + longestWaitMs
  for (let quiet = 0; quiet < 2 && house.clock.real().epochMilliseconds < until; ) {
    const { turns, posts, work } = await house.storage.worker.depth()
    quiet = [turns, posts, work].every(({ waiting, active }) => waiting + active === 0) ? quiet + 1 : 0
    await sleep(40)
  }
}
