import { describe, expect, it } from 'vitest'
import { createUndelivered } from '../../../src/assistant/delivery/undelivered.ts'
import { card } from '../../../src/chat/card.ts'
import type { Outgoing } from '../../../src/chat/message.ts'
import { plainText } from '../../../src/chat/plain-text.ts'
import { engines } from '../../storage/engines.ts'

const channel = {
  id: 'slack:T1/C1',
  address: 'slack:channel',
  platform: 'slack',
  listening: 'always',
  digest: 'on',
  owner: 'slack:T1/U1',
  noticePosted: true,
  blocked: null,
  shared: false,
} as const
const answer: Outgoing = {
  key: 'k/0',
  to: channel.address,
  card: card({ type: 'text', text: 'antwoord' }),
  owedTo: 'slack:T1/U2',
}
const digest: Outgoing = { key: 'digest:slack:T1/C1:2026-07-10', to: channel.address, card: answer.card }

/** A storage with one channel and two people, and who was told what. */
async function start() {
  const { storage, close } = await engines[0]!.open()
  await storage.channels.set(channel)
  for (const id of ['slack:T1/U1', 'slack:T1/U2'])
    await storage.persons.set({ id, language: 'nl', personal: `own:${id}`, personalConversation: id })
  const told: { to: string; text: string }[] = []
  await storage.worker.start(
    'posts',
    async ({ payload }) => {
      const { to, card } = payload as Outgoing
      told.push({ to, text: plainText(card) })
    },
    async () => {},
  )
  const undelivered = createUndelivered(storage)
  return {
    storage,
    undelivered,
    /** Everything that was said, once the queue is empty. */
    async told() {
      for (let depth = 1; depth > 0; ) {
        const { posts } = await storage.worker.depth()
        depth = posts.waiting + posts.active
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return told
    },
    async close() {
      await storage.worker.stop()
      await close()
    },
  }
}

describe('a post that cannot be delivered', () => {
  it('tells the inviter once that a channel is closed to it, turns the digest off there, and afterwards only who asked', async () => {
    const test = await start()
    await test.undelivered.refused(digest, channel.id, 'not_in_channel')
    await test.undelivered.refused({ ...digest, key: 'digest:next' }, channel.id, 'not_in_channel')
    await test.undelivered.refused(answer, channel.id, 'not_in_channel')
    const told = await test.told()
    expect(told.map(({ to }) => to)).toEqual(['own:slack:T1/U1', 'own:slack:T1/U2'])
    expect(told[0]?.text).toContain('kan ik niet meer schrijven')
    expect(await test.storage.channels.get(channel.id)).toMatchObject({ digest: 'off', blocked: 'not_in_channel' })
    await test.close()
  })

  it('leaves the channel as it is when the message was at fault, or the whole platform is away', async () => {
    const test = await start()
    for (const code of ['card-too-large', 'invalid_blocks', 'msg_too_long', 'platform-off', 'token_revoked'])
      await test.undelivered.refused(digest, channel.id, code)
    expect(await test.storage.channels.get(channel.id)).toEqual(channel)
    expect(await test.told()).toEqual([])
    await test.close()
  })

  it('tells who asked when it was given up, and nobody about that word itself', async () => {
    const test = await start()
    const job = (payload: Outgoing) => ({
      id: 'x',
      key: channel.id,
      payload,
      attempt: 3,
      last: true,
      begunBefore: true,
      signal: new AbortController().signal,
    })
    await test.undelivered.giveUp(job(answer))
    await test.undelivered.giveUp(job(answer))
    await test.undelivered.giveUp(job({ ...answer, key: `${answer.key}/lost` }))
    await test.undelivered.giveUp(job(digest))
    const told = await test.told()
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ to: 'own:slack:T1/U2' })
    await test.close()
  })
})
