import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPoster, type Post } from '../../../src/assistant/delivery/poster.ts'
import { createAssistant } from '../../../src/assistant.ts'
import type { Incoming } from '../../../src/chat/message.ts'
import { plainText } from '../../../src/chat/plain-text.ts'
import { silentLog } from '../../../src/log.ts'
import type { Model } from '../../../src/model/port.ts'
import { engines, type Place } from '../../storage/engines.ts'
import { openTestHouse, settled, type TestHouse } from '../open-house.ts'
import { samplePosting } from '../sample-posting.ts'

const sign = 'Ik zoek het uit …'
/** Words that only a model could make something of. */
const unclear = 'hoe zit het daar met het zweefgedeelte van 70412?'

describe('an answer that takes long (S12)', () => {
  let place: Place
  let test: TestHouse
  beforeEach(async () => {
    place = await engines[0]!.newPlace()
    test = await openTestHouse(place)
    await test.add('70412', samplePosting)
  })
  afterEach(async () => {
    await test.house.close()
    await engines[0]!.drop(place)
  })

  /** What stands on the screen, by the place of each message, after a turn whose model waits for `until`. */
  async function screenAfter(
    message: Partial<Incoming>,
    announceAfterMs: number,
    until: (posted: Promise<void>) => Promise<void>,
  ) {
    const { house } = test
    const screen = new Map<string, string[]>()
    let seen = () => {}
    const posted = new Promise<void>((resolve) => {
      seen = resolve
    })
    const post: Post = async ({ key, card }, { replaces }) => {
      screen.set(replaces ?? key, [...(screen.get(replaces ?? key) ?? []), plainText(card)])
      seen()
      return { ok: replaces ?? key }
    }
    const poster = createPoster({
      storage: house.storage,
      log: silentLog,
      platforms: new Map([['cli', post]]),
      takeBack: async () => {},
      onRefused: async () => {},
      clock: house.clock,
    })
    let asked = 0
    const model: Model = {
      host: 'llm.example',
      name: 'slow',
      async ask() {
        asked += 1
        await until(posted)
        return { kind: 'failed', why: 'timeout' }
      },
    }
    const assistant = createAssistant({ ...house.deps, model, postNow: poster.postNow }, () => {}, { announceAfterMs })
    await house.storage.worker.start('posts', poster.deliver, async () => {})
    await house.storage.worker.start('turns', assistant.turn, assistant.giveUp)
    await house.inbox.accept(test.message(message))
    await settled(house)
    return { asked, screen: [...screen.values()] }
  }

  it('is announced, and takes the place of the announcement', async () => {
    const { asked, screen } = await screenAfter({ text: unclear }, 1, (posted) => posted)
    expect(asked).toBeGreaterThan(0)
    expect(screen).toHaveLength(1)
    expect(screen[0]?.[0]).toBe(sign)
    expect(screen[0]?.at(-1)).not.toBe(sign)
  })

  it('is not announced when it is quick', async () => {
    const { screen } = await screenAfter({ text: 'wanneer sluit 70412?' }, 60_000, async () => {})
    expect(screen.flat()).not.toContain(sign)
    expect(screen).toHaveLength(1)
  })

  it('is not announced where nobody asked it', async () => {
    const aside = { conversation: 't/c/1', channel: 't/c', scope: 'channel', addressed: true, follows: true } as const
    const { asked, screen } = await screenAfter({ ...aside, text: unclear }, 0, async () => {})
    expect(asked).toBe(0)
    expect(screen.flat()).not.toContain(sign)
  })
})
