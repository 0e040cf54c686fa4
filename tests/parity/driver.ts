import { readPosting } from '../../src/assignments/read-posting.ts'
import { addPosting } from '../../src/assistant/catalogue/add-posting.ts'
import { loadConfig } from '../../src/config.ts'
import { type House, openHouse } from '../../src/house/house.ts'
import { silentLog } from '../../src/log.ts'
import { never, settled } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { engines } from '../storage/engines.ts'

export type Sent = { name: string; bytes: Uint8Array; type: string }

/** One message of the assistant, as a person reads it on one platform. */
export type Shown = {
  /** Its words in order, without what only that platform draws. */
  words: string
  /** The same as the platform shows it. */
  drawing: string
  /** What can be pressed or picked, in alphabetical order. */
  controls: string[]
  /** Buttons that open a form. */
  forms: string[]
  /** A file that can be taken from it: its name and what it holds. */
  file: { name: string; bytes: Uint8Array } | null
  /** Only the person who talks sees it. */
  alone: boolean
  /** The options of the menu that judges it; absent where the platform has no such menu. */
  judging?: string[]
}

export type Where = 'direct' | 'channel'

/** A person at one platform, with the real house behind it. */
export type Chat = {
  house: House
  say(text: string, options?: { in?: Where; files?: Sent[]; mention?: boolean }): Promise<void>
  press(label: string, where?: Where): Promise<void>
  /** The assistant is added to the channel. */
  join(): Promise<void>
  /** Everything of the assistant that stands there, oldest first. */
  screen(where: Where): Promise<Shown[]>
  close(): Promise<void>
}

/**
 * One platform. What it cannot do stands here, so that a difference is declared or a fault. A new platform joins by one entry in
 * `drivers` (parity.test.ts).
 */
export type Driver = {
  name: string
  /** There are channels, in which it also listens. */
  channels: boolean
  /** The fields of a form stand in the message as words, instead of behind a button. */
  formsAsWords: boolean
  /** Words that only this platform says; they are left out of the comparison. */
  ownWords?: string[]
  open(): Promise<Chat>
}

const clock = '2026-07-10T10:00:00+02:00'

/** A second assignment, so that a question may mean either. */
const otherPosting = samplePosting
  .replace('Projectleider duurzame mobiliteit', 'Projectleider fietsroutes')
  .replaceAll('70412', '70999')
  .replaceAll('Gemeente Oostermeer', 'Gemeente Westerveen')
  .replaceAll('functieschaal 11', 'functieschaal 12')

/** A house of its own, with two open assignments. */
export async function openRealHouse(environment: Record<string, string> = {}) {
  const embedded = engines[0]!
  const place = await embedded.newPlace()
  const config = {
    ...loadConfig({ MAATSTAF_NOW: clock, MAATSTAF_KEY: Buffer.alloc(32, 7).toString('base64'), ...environment }),
    dataDir: place.dataDir,
    databaseUrl: null,
  }
  const house = await openHouse(config, silentLog, { demo: false, schema: place.schema, announceAfterMs: never })
  for (const text of [samplePosting, otherPosting]) {
    const posting = readPosting(text, { id: '' })
    const { assignment } = await house.storage.transaction((stores) =>
      addPosting(stores, posting, { fileName: null, by: 'test', now: house.clock.now() }),
    )
    house.catalogue.put(assignment)
  }
  return {
    house,
    settled: () => settled(house),
    async close() {
      await house.close()
      await embedded.drop(place)
    },
  }
}
