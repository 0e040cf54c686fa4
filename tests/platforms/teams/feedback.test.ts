import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Card, card } from '../../../src/chat/card.ts'
import { createAnswersInMemory } from '../../../src/platforms/teams/feedback.ts'
import { channel } from '../../standins/teams/activities.ts'
import { cardOf, wordsOf } from '../../standins/teams/connector-rules.ts'
import { createTeamsStandIn, type TeamsStandIn } from '../../standins/teams/server.ts'
import { createHouse, type House } from '../house.ts'
import { type RunningTeams, startTeams, until } from './running-teams.ts'

let house: House
let standIn: TeamsStandIn
let running: RunningTeams
const answers = createAnswersInMemory()

beforeEach(async () => {
  house = createHouse(() => [])
  standIn = await createTeamsStandIn()
  running = await startTeams(house, standIn, { answers })
})
afterEach(async () => {
  await running.stop()
  expect(standIn.complaints).toEqual([])
  await standIn.close()
})

const answer = (id: string, text = 'Donderdag 16 juli 2026, 09:00 uur.'): Card => ({
  ...card({ type: 'text', text }),
  feedback: { answer: id, label: 'Klopt dit?', right: 'Dit klopt', wrong: 'Dit klopt niet' },
})

/** Posts an answer where somebody asked; the id of the message whose thumbs are shown. */
async function answered(where: 'personal' | 'channel', shown: Card): Promise<string> {
  await running.deliver(running.activities.message('vraag', { where, mention: where === 'channel', thread: '1700' }))
  const to = house.taken.at(-1)!.address
  const result = await running.teams.post({ key: `k${standIn.posted.length}`, to, card: shown })
  expect(result).toHaveProperty('ok')
  return standIn.posted.at(-1)!.id
}

const judge = (replyToId: string, reaction: unknown, feedback: unknown = '{"feedbackText":""}', where?: 'channel') =>
  running.deliver(
    running.activities.invoke(
      'message/submitAction',
      { actionName: 'feedback', actionValue: { reaction, feedback } },
      { replyToId, ...(where ? { where } : {}) },
    ),
  )

describe('an answer', () => {
  it('carries Teams’ own thumbs, under its last message, and nothing of a menu among its words', async () => {
    await answered(
      'personal',
      answer('a1', Array.from({ length: 600 }, (_, index) => `Zin ${index} is lang genoeg.`).join(' ')),
    )
    expect(standIn.posted.length).toBeGreaterThan(1)
    const marks = standIn.posted.map(({ activity }) => activity['channelData'])
    expect(marks.slice(0, -1).every((mark) => mark === undefined)).toBe(true)
    expect(marks.at(-1)).toEqual({ feedbackLoop: { type: 'default' } })
    expect(standIn.posted.map(({ activity }) => wordsOf(cardOf(activity))).join()).not.toContain('Klopt dit?')
  })

  it('that cannot be judged carries none', async () => {
    await answered('personal', card({ type: 'text', text: 'Dag!' }))
    expect(standIn.posted[0]!.activity['channelData']).toBeUndefined()
  })

  it.each([
    ['like', '{"feedbackText":""}', { verdict: 'right' }],
    ['like', null, { verdict: 'right' }],
    ['dislike', '{"feedbackText":" Het is vrijdag. "}', { verdict: 'wrong', word: 'Het is vrijdag.' }],
    ['dislike', 'Het is vrijdag.', { verdict: 'wrong', word: 'Het is vrijdag.' }],
    ['dislike', '{"other":1}', { verdict: 'wrong' }],
  ])('judged with a %s and %s is judged so, and Teams does the thanking', async (reaction, feedback, wanted) => {
    const id = await answered('personal', answer('a1'))
    expect(await judge(id, reaction, feedback)).toEqual({ status: 200, body: '{}' })
    expect(house.taken.at(-1)).toMatchObject({
      scope: 'direct',
      addressed: true,
      text: '',
      files: [],
      action: { name: 'feedback', step: '', values: { answer: 'a1', quiet: 'yes', ...wanted } },
    })
    expect(Object.keys(house.taken.at(-1)!.action!.values).sort()).toEqual(
      ['answer', 'quiet', ...Object.keys(wanted)].sort(),
    )
  })

  it('in a channel is judged in the conversation of its thread', async () => {
    const id = await answered('channel', answer('a2'))
    await judge(id, 'dislike', '{}', 'channel')
    expect(house.taken.at(-1)).toMatchObject({
      scope: 'channel',
      channel: `teams:tenant-1/${channel}`,
      action: { values: { answer: 'a2', verdict: 'wrong' } },
    })
  })

  it('can be judged after a restart, and by way of another replica', async () => {
    const id = await answered('personal', answer('a3'))
    await running.teams.stop()
    await until(() => standIn.posted.length === 1)
    await running.stop()
    running = await startTeams(house, standIn, { answers })
    await judge(id, 'like')
    expect(house.taken.at(-1)?.action?.values).toMatchObject({ answer: 'a3' })
  })

  it('that is not known any more is left to the assistant to explain', async () => {
    await judge('99999', 'dislike')
    expect(house.taken.at(-1)?.action?.values).toEqual({ answer: '', verdict: 'wrong' })
  })

  it('is not judged by anything else', async () => {
    const id = await answered('personal', answer('a1'))
    const before = house.taken.length
    for (const reaction of ['love', 3, null, undefined]) expect((await judge(id, reaction)).status).toBe(200)
    await running.deliver(running.activities.invoke('message/submitAction', { actionName: 'other' }, { replyToId: id }))
    expect(house.taken).toHaveLength(before)
  })

  it('whose judgement cannot be stored is not said to be judged', async () => {
    const id = await answered('personal', answer('a1'))
    house.breakStorage(true)
    expect((await judge(id, 'like')).status).toBe(503)
  })
})
