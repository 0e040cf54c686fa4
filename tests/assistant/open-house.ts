import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { addPosting } from '../../src/assistant/catalogue/add-posting.ts'
import { formatAddress } from '../../src/chat/address.ts'
import type { Action, FileRef, Incoming, Outgoing } from '../../src/chat/message.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import { type Config, loadConfig } from '../../src/config.ts'
import { type House, openHouse } from '../../src/house/house.ts'
import { type Log, silentLog } from '../../src/log.ts'
import type { Place, TestEngine } from '../storage/engines.ts'
import { samplePosting } from './sample-posting.ts'

export type Said = {
  key: string
  to: string
  only: string | null
  text: string
  card: Outgoing['card']
  file: Outgoing['file']
}

/** Runs on over restarts of a house: a key is for one message. */
let count = 0

/** A busy machine is slow for everything: these tests are not about saying so. */
export const never = 24 * 3600 * 1000

/** A whole house without a platform's SDK: what is posted is kept, so that a test reads it as a person would. */
export async function openTestHouse(
  place: Place,
  options: { now?: string; environment?: Record<string, string>; log?: Log } = {},
) {
  const config: Config = {
    ...loadConfig({
      MAATSTAF_NOW: options.now ?? '2026-07-10T10:00:00+02:00',
      MAATSTAF_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...options.environment,
    }),
    dataDir: place.dataDir || '/nonexistent',
    databaseUrl: place.databaseUrl,
  }
  const house = await openHouse(config, options.log ?? silentLog, {
    demo: false,
    schema: place.schema,
    announceAfterMs: never,
  })
  const said: Said[] = []
  house.addPlatform('cli', {
    async post(outgoing) {
      said.push({
        key: outgoing.key,
        to: outgoing.to,
        only: outgoing.only ?? null,
        text: plainText(outgoing.card),
        card: outgoing.card,
        file: outgoing.file,
      })
      return { ok: outgoing.key }
    },
    fetchFile: async (ref) => readFileSync(ref.ref),
  })
  const message = (about: Partial<Incoming> = {}): Incoming => ({
    key: `test:${process.pid}:${++count}`,
    platform: 'cli',
    conversation: 'dm-sanne',
    address: formatAddress('cli', { conversation: about.conversation ?? 'dm-sanne' }),
    scope: 'direct',
    addressed: true,
    person: { id: 'cli:sanne', guest: false },
    text: '',
    files: [],
    receivedAt: house.clock.now().toString(),
    ...about,
  })
  return {
    house,
    said,
    message,
    /** Sends one message, waits until everything it led to is done, and gives what was said since. */
    async tell(about: string | Partial<Incoming>): Promise<Said[]> {
      const before = said.length
      await house.inbox.accept(message(typeof about === 'string' ? { text: about } : about))
      await settled(house)
      return said.slice(before)
    },
    /** Presses the button with this label on the newest card that has it. */
    async press(label: RegExp, about: Partial<Incoming> = {}): Promise<Said[]> {
      const action = buttonOf(said, label)
      return this.tell({ ...about, action })
    },
    async add(name: string, text: string) {
      const posting = readPosting(text, { id: name })
      const { assignment } = await house.storage.transaction((stores) =>
        addPosting(stores, posting, { fileName: `${name}.txt`, by: 'cli:sanne', now: house.clock.now() }),
      )
      house.catalogue.put(assignment)
      return assignment
    },
  }
}

export type TestHouse = Awaited<ReturnType<typeof openTestHouse>>

/** A house at work that knows the sample posting, 70412; `leave` closes it and drops its data. */
export async function openWorkingHouse(engine: TestEngine) {
  const place = await engine.newPlace()
  const test = await openTestHouse(place)
  await test.house.work()
  await test.add('70412', samplePosting)
  return {
    ...test,
    place,
    async leave() {
      await test.house.close()
      await engine.drop(place)
    },
  }
}

export type WorkingHouse = Awaited<ReturnType<typeof openWorkingHouse>>

export function buttonOf(said: Said[], label: RegExp): Action {
  for (const { card } of said.toReversed()) {
    for (const element of card.elements) {
      if (element.type === 'choice' && element.action) {
        const option = element.options.find((each) => label.test(each.label))
        if (option) return { name: element.action, step: element.step ?? '', values: { [element.name]: option.value } }
      }
      if (element.type !== 'buttons') continue
      for (const button of element.buttons) {
        if (button.kind === 'action' && label.test(button.label))
          return { name: button.action, step: button.step, values: button.values ?? {} }
      }
    }
  }
  throw new Error(`no button ${label} in: ${said.at(-1)?.text}`)
}

export function fileRef(path: string, role: FileRef['role'] = null): FileRef {
  return { name: path.split('/').at(-1)!, size: null, type: null, role, ref: resolve(path) }
}

export async function settled(house: House): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    const depth = await house.storage.worker.depth()
    const busy = [depth.turns, depth.posts, depth.work].some(({ waiting, active }) => waiting + active > 0)
    quiet = busy ? 0 : quiet + 1
    await sleep(15)
  }
}
