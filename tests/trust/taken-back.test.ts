import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetCandidate } from '../../src/assistant/retention/forget.ts'
import { closeParsers } from '../../src/documents/read-document.ts'
import type { MaatstafError } from '../../src/errors.ts'
import { settled } from '../assistant/open-house.ts'
import { sampleCv } from '../assistant/sample-posting.ts'
import { command } from '../house/shell.ts'
import { until } from '../house/visitor.ts'
import type { Chat } from '../parity/driver.ts'
import { openSlackChat, type SlackChat } from '../parity/slack-driver.ts'
import { teamsDriver } from '../parity/teams-driver.ts'

const cv = { name: 'cv.txt', bytes: new TextEncoder().encode(sampleCv), type: 'text/plain' }

afterAll(closeParsers)

/** What a person in this chat reads of the assistant, as one text. */
const read = async (chat: Chat) => (await chat.screen('direct')).map(({ drawing }) => drawing).join('\n')

async function scored(chat: Chat, code: string) {
  await chat.say(`toets ${code} voor 70412`, { files: [cv] })
  const found = (await chat.house.storage.candidates.all()).find((each) => each.code === code)
  if (!found) throw new Error('nobody was scored')
  return found
}

/** Erases from the shell and waits for the report that follows in the chat. */
async function erase(chat: Chat, code: string): Promise<string> {
  const before = (await chat.screen('direct')).filter(({ drawing }) => drawing.includes('gewist')).length
  expect((await command(chat.house, ['forget', code])).code).toBe(0)
  let report = ''
  await until('the report', async () => {
    const told = (await chat.screen('direct')).filter(({ drawing }) => drawing.includes('gewist'))
    report = told.at(-1)?.drawing ?? ''
    return told.length > before
  })
  return report
}

describe('erasing a candidate in Slack', () => {
  let chat: SlackChat
  beforeAll(async () => {
    chat = await openSlackChat()
  }, 120_000)
  afterAll(() => chat.close())

  it('takes its own messages and files about the candidate out of the chat, leaves the others, and asks for the rest', async () => {
    await chat.say('welke schaal is 70412?')
    await scored(chat, 'KV')
    await chat.say('bewijsrapport docx')
    expect(await read(chat)).toMatch(/KV/)
    const report = await erase(chat, 'KV')
    const left = await read(chat)
    expect(left).not.toMatch(/\bKV\b|stationsomgeving|Waterstede/)
    expect(left).toContain('schaal')
    expect(report).toMatch(/weggehaald.*eigen berichten.*cv/s)
    expect(report).not.toContain('niet weghalen; verberg')
    // Its own files too; the CV that the person sent is theirs.
    expect([...chat.standIn.workspace.files.values()].map(({ name }) => name)).toEqual(['cv.txt'])
  })

  it('says how many messages it could not remove', async () => {
    await scored(chat, 'MM')
    chat.standIn.mishap('chat.delete', { kind: 'error', error: 'cant_delete_message' })
    expect(await erase(chat, 'MM')).toContain('1 bericht kon ik niet weghalen')
  })

  it('tells what it took back in the log, without a word of it', async () => {
    const rows = []
    for await (const row of chat.house.storage.exportAudit()) if (row.what === 'chat-taken-back') rows.push(row)
    expect(rows).toHaveLength(2)
    expect(Object.keys(rows[1]?.about ?? {}).sort()).toEqual(['candidate', 'left', 'removed'])
    expect(rows[1]?.about['left']).toBe(1)
  })
})

describe('erasing a candidate in Teams', () => {
  let chat: Chat
  beforeAll(async () => {
    chat = await teamsDriver.open()
  }, 120_000)
  afterAll(() => chat.close())

  it('takes its own messages about the candidate out of the chat and leaves the others', async () => {
    await chat.say('welke schaal is 70412?')
    await scored(chat, 'KV')
    expect(await read(chat)).toMatch(/KV/)
    const report = await erase(chat, 'KV')
    expect(await read(chat)).not.toMatch(/\bKV\b|stationsomgeving/)
    expect(await read(chat)).toContain('schaal')
    expect(report).toMatch(/weggehaald/)
  })
})

describe('a candidate who is erased while a turn about them is under way', () => {
  let chat: SlackChat
  beforeAll(async () => {
    chat = await openSlackChat()
  }, 120_000)
  afterAll(() => chat.close())

  it('is not brought back by what the turn had worked out: it is worked out anew', async () => {
    const { id } = await scored(chat, 'KV')
    const { storage } = chat.house
    const transaction = storage.transaction
    let between: (() => Promise<unknown>) | null = () => transaction((stores) => forgetCandidate(stores, id))
    // The turn has computed its answer and is about to commit it.
    storage.transaction = async (work) => {
      const erase = between
      between = null
      await erase?.()
      return transaction(work)
    }
    await chat.say('overzicht')
    await until('everything to be said', async () => !/\bKV\b/.test(await read(chat)))
    storage.transaction = transaction
    await settled(chat.house)
    expect(await read(chat)).not.toMatch(/\bKV\b|stationsomgeving/)
    const conversation = (await storage.persons.get('slack:T1/U1'))?.personalConversation ?? ''
    expect(JSON.stringify(await storage.conversations.get(conversation))).not.toMatch(/\bKV\b|stationsomgeving/)
    expect(await storage.candidates.all()).toEqual([])
  })

  it('is not talked about by a message that still waited in the queue', async () => {
    const { id } = await scored(chat, 'MV')
    const { storage } = chat.house
    const person = await storage.persons.get('slack:T1/U1')
    await storage.transaction((stores) => forgetCandidate(stores, id))
    await expect(
      storage.said.add(id, { key: 'late', to: person?.personal ?? '', conversation: 'x', person: null }),
    ).rejects.toMatchObject({ code: 'candidate-erased' } satisfies Partial<MaatstafError>)
    const key = 'waiting/0'
    await storage.jobs.send('posts', {
      id: crypto.randomUUID(),
      key: person?.personalConversation ?? '',
      payload: {
        key,
        to: person?.personal,
        card: { elements: [{ type: 'text', text: 'MV haalt de tweede knock-out niet' }] },
        about: [id],
      },
      sealFor: { conversation: person?.personalConversation ?? '' },
    })
    await settled(chat.house)
    expect(await storage.posts.find(key)).toBe('not-there')
    expect(await read(chat)).not.toContain('MV haalt')
  })
})
