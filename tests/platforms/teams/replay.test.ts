import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { replayActivity } from '../../../src/platforms/teams/replay.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/teams')
const heard = Object.fromEntries(
  readdirSync(folder).map((file) => [
    file.replace('.json', ''),
    replayActivity(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  ]),
)
const person = 'teams:11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222'

it('reads a personal message', () => {
  expect(heard['message-personal']).toMatchObject({
    conversation: person,
    scope: 'direct',
    addressed: true,
    text: 'wanneer sluit 31050?',
    person: { id: person, locale: 'nl' },
    files: [],
  })
})

it('reads a mention in a channel as the words behind it', () => {
  expect(heard['message-channel-mention']).toMatchObject({
    scope: 'channel',
    addressed: true,
    text: 'en sroi & vog?',
    channel: 'teams:11111111-1111-4111-8111-111111111111/19:opdrachten@thread.tacv2',
    personalConversation: person,
  })
})

it('reads what was said to others as not addressed', () => {
  expect(heard['message-channel-rsc']).toMatchObject({ addressed: false, text: 'lunch?' })
})

it('reads a file with its name and not the formatted copy of the text', () => {
  expect(heard['message-personal-file']?.files.map(({ name, role }) => [name, role])).toEqual([['cv.pdf', null]])
})

it('reads a submitted card as its action, the field winning', () => {
  expect(heard['card-submit']).toMatchObject({
    addressed: true,
    text: '',
    action: { name: 'i:accept', step: 'criterion#7', values: { key: 'award/4', points: '15' } },
  })
})

it('reads being added to a team, and hears nothing in a reaction', () => {
  expect(heard['conversation-update-team']).toMatchObject({ event: 'joined', scope: 'channel', person: { id: person } })
  expect(heard['message-reaction']).toBeNull()
})
