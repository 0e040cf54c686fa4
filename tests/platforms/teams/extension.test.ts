import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Card, card } from '../../../src/chat/card.ts'
import type { QueryAnswer } from '../../../src/chat/message.ts'
import { placeOf } from '../../../src/platforms/teams/address.ts'
import { people, type Where } from '../../standins/teams/activities.ts'
import { formatFaults } from '../../standins/teams/card-format.ts'
import { partsOf, wordsOf } from '../../standins/teams/connector-rules.ts'
import { createTeamsStandIn, type TeamsStandIn } from '../../standins/teams/server.ts'
import { createHouse, type House } from '../house.ts'
import { type RunningTeams, startTeams } from './running-teams.ts'

let house: House
let standIn: TeamsStandIn
let running: RunningTeams
let answer: (text: string) => QueryAnswer | Promise<QueryAnswer>

beforeEach(async () => {
  answer = () => found(['31050 · Programmamanager', card({ type: 'text', text: 'Gemeente Dijkhuizen' })])
  house = createHouse(
    () => [],
    ({ values }) => answer(values['text'] ?? '') as QueryAnswer,
  )
  standIn = await createTeamsStandIn()
  running = await startTeams(house, standIn)
})
afterEach(async () => {
  await running.stop()
  expect(standIn.complaints).toEqual([])
  await standIn.close()
})

const found = (...all: [string, Card][]): QueryAnswer => ({
  kind: 'found',
  found: all.map(([title, shown]) => ({ title, detail: 'sluit donderdag 16 juli 2026', card: shown })),
})

type More = { where?: Where; who?: 'sanne' | 'tom' }
const invoke = async (name: string, value: unknown, more: More = {}) => {
  const { status, body } = await running.deliver(running.activities.invoke(`composeExtension/${name}`, value, more))
  return { status, body: body === '' ? null : (JSON.parse(body) as unknown) }
}
const find = (text: string | null, more: More = {}, skip = 0) =>
  invoke(
    'query',
    {
      commandId: 'find-assignments',
      parameters: text === null ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'text', value: text }],
      queryOptions: { skip, count: 25 },
    },
    more,
  )

const attachment = z.object({
  contentType: z.string(),
  content: z.unknown(),
  preview: z.object({ content: z.object({ title: z.string(), text: z.string() }) }),
})
const result = z.object({
  composeExtension: z.object({
    type: z.literal('result'),
    attachmentLayout: z.literal('list'),
    attachments: z.array(attachment),
  }),
})
const resultsOf = ({ body }: { body: unknown }) => result.parse(body).composeExtension.attachments

describe('searching the open assignments from any chat', () => {
  it('gives a line to recognise each by and a card to put into the chat', async () => {
    const [first] = resultsOf(await find('programma'))
    expect(first?.preview.content).toEqual({ title: '31050 · Programmamanager', text: 'sluit donderdag 16 juli 2026' })
    expect(formatFaults(first?.content)).toEqual([])
    expect(wordsOf(first?.content)).toBe('Gemeente Dijkhuizen')
  })

  it('asks for what was typed, and for everything before anything was', async () => {
    await find('programma')
    await find(null)
    expect(house.queries.map(({ name, values }) => [name, values['text']])).toEqual([
      ['find-assignments', 'programma'],
      ['find-assignments', ''],
    ])
  })

  it('only reads: nothing is taken in, and nothing is asked of Teams', async () => {
    await find('programma', { where: 'groupChat' })
    await house.settled()
    expect(house.taken).toEqual([])
    expect(standIn.calls).toEqual([])
  })

  it('says so when there is none, and when the search takes too long or fails', async () => {
    answer = () => found()
    const none = await find('x')
    answer = () => {
      throw new Error('away')
    }
    const broken = await find('x')
    const slow = await startTeams(house, standIn, { query: () => new Promise(() => undefined), timing: { queryMs: 1 } })
    const late = await slow.deliver(slow.activities.invoke('composeExtension/query', {}))
    await slow.stop()
    const told = (text: string) => ({ composeExtension: { type: 'message', text: expect.stringContaining(text) } })
    expect([none, broken]).toEqual([
      { status: 200, body: told('geen openstaande opdracht') },
      { status: 200, body: told('Probeer het zo nog eens') },
    ])
    expect(JSON.parse(late.body)).toEqual(told('Probeer het zo nog eens'))
  })

  it('lets no foreign word of a title become markup in the list', async () => {
    answer = () => found(['<b onclick=x>vet</b>\n<at>Tom</at>', card({ type: 'text', text: '<at>Tom</at>' })])
    const [first] = resultsOf(await find('x'))
    expect(first?.preview.content.title).toBe('‹b onclick=x›vet‹/b› ‹at›Tom‹/at›')
    expect(wordsOf(first?.content)).toBe('<at>Tom</at>')
  })

  it('says in a card that is too long for one message that the posting says more', async () => {
    const items = Array.from({ length: 300 }, (_, index) => `Eis ${index}: ervaring met alles wat voorkomt`)
    answer = () => found(['Lang', card({ type: 'list', items })])
    const [first] = resultsOf(await find('x'))
    expect(wordsOf(first?.content)).toMatch(/Er staat meer in de uitvraag\. Vraag het mij in ons gesprek\.$/)
    expect(JSON.stringify(first?.content).length * 2).toBeLessThan(28 * 1024)
    expect(formatFaults(first?.content)).toEqual([])
  })

  it('gives all at once: further down the list there is no more', async () => {
    expect(resultsOf(await find('x', {}, 10))).toEqual([])
  })

  it('never unfolds a link that somebody pastes', async () => {
    for (const name of ['queryLink', 'anonymousQueryLink'])
      expect(await invoke(name, { url: 'https://voorbeeld.example/31050' })).toEqual({ status: 200, body: {} })
    expect(house.queries).toEqual([])
  })
})

const html =
  '<p>Programmamanager &amp; adviseur</p><table><tr><td>Sluit</td><td>16&nbsp;juli</td></tr></table><attachment id="a"></attachment>'
const message = (content = html, more: object = {}) => ({
  id: '1700',
  body: { contentType: 'html', content },
  attachments: [],
  ...more,
})
const file = {
  attachments: [{ id: 'a', contentType: 'reference', contentUrl: 'https://x.sharepoint.com/cv.pdf', name: 'cv.pdf' }],
}

const choose = (commandId: string, messagePayload: unknown, more: More = {}) =>
  invoke('fetchTask', { commandId, commandContext: 'message', messagePayload }, more)
const press = (
  commandId: string,
  messagePayload: unknown,
  more: More = {},
  data: unknown = { action: commandId, step: '', values: {} },
) => invoke('submitAction', { commandId, commandContext: 'message', messagePayload, data }, more)

const dialog = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({ title: z.string(), card: z.object({ content: z.unknown() }) }),
  }),
})
const told = (text: string) => ({
  status: 200,
  body: { task: { type: 'message', value: expect.stringContaining(text) } },
})
const personal = (who: 'sanne' | 'tom') => `a:personal-${people[who].id}`

describe('an action on a message', () => {
  it.each([
    ['message-add', 'Voeg toe als opdracht', 'Toevoegen'],
    ['message-score', 'Toets deze cv', 'Toetsen'],
  ])('%s first says what it will do, and does nothing yet', async (command, title, go) => {
    const { task } = dialog.parse((await choose(command, message(), { where: 'channel' })).body)
    expect(task.value.title).toBe(title)
    expect(formatFaults(task.value.card.content)).toEqual([])
    expect(wordsOf(task.value.card.content)).toContain('Programmamanager & adviseur')
    const buttons = partsOf(task.value.card.content).filter(({ type }) => type === 'Action.Submit')
    expect(buttons.map(({ title: label }) => label)).toEqual([go])
    await house.settled()
    expect([house.taken, standIn.calls]).toEqual([[], []])
  })

  it.each(['channel', 'groupChat', 'personal'] as const)(
    'chosen in a chat of the kind %s goes on in the own chat of who chose, and nowhere else',
    async (where) => {
      // A chat of two people is personal as well, and the assistant is not in it.
      expect(await press('message-add', message(), { where, who: 'tom' })).toEqual(told('ons eigen gesprek'))
      const [taken] = house.taken
      expect(taken).toMatchObject({
        scope: 'direct',
        addressed: true,
        conversation: 'teams:tenant-1/aad-tom',
        person: { id: 'teams:tenant-1/aad-tom', guest: false },
        action: { name: 'message-add', step: '', values: { text: 'Programmamanager & adviseur\n\nSluit\t16 juli' } },
        files: [],
      })
      expect(placeOf(taken!.address)).toMatchObject({ kind: 'personal', conversation: personal('tom') })
      await running.teams.post({ key: 'k', to: taken!.address, card: card({ type: 'text', text: 'Wat ik las' }) })
      expect(standIn.posted.map(({ conversation }) => conversation)).toEqual([personal('tom')])
    },
  )

  it('has one effect, though Teams repeats it under another id; for a colleague it has their own', async () => {
    for (const who of ['sanne', 'sanne', 'tom'] as const)
      await press('message-add', message(), { where: 'channel', who })
    expect(house.taken.map(({ person }) => person.id)).toEqual(['teams:tenant-1/aad-sanne', 'teams:tenant-1/aad-tom'])
  })

  it('takes a CV that is pasted into a message as a document, so that none of its words names an assignment', async () => {
    const cv = `Projectleider, 2019 tot heden. ${'Leidde projecten voor de gemeente. '.repeat(20)}`
    await press('message-score', message(`<div>${cv}</div>`))
    const { files, action } = house.taken[0]!
    expect(files).toMatchObject([{ role: 'cv', name: 'bericht.txt' }])
    expect(new TextDecoder().decode(await running.teams.fetchFile(files[0]!.ref))).toBe(cv.trim())
    expect(action?.values).toEqual({ text: '' })
  })

  it('says of a file that Teams does not hand it over, and where it may go', async () => {
    const cv = dialog.parse((await choose('message-score', message('<p>Zie cv voor 31050</p>', file))).body)
    expect(wordsOf(cv.task.value.card.content)).toContain('Sleep het straks in ons gesprek')
    expect(await choose('message-add', message('', file))).toEqual(told('Sleep het in ons gesprek'))
    expect(await choose('message-add', message(''))).toEqual(told('geen woorden'))
    await press('message-score', message('<p>Zie cv voor 31050</p>', file))
    expect(house.taken[0]).toMatchObject({ files: [], action: { values: { text: 'Zie cv voor 31050' } } })
  })

  it('by a guest is passed on as a guest’s', async () => {
    standIn.roles.set(people.tom.id, 'guest')
    await press('message-score', message(), { where: 'channel', who: 'tom' })
    expect(house.taken[0]?.person.guest).toBe(true)
  })

  it('by somebody whom the assistant cannot reach alone changes nothing, and says what to do', async () => {
    standIn.blocked.add(people.tom.id)
    expect(await press('message-score', message(), { where: 'channel', who: 'tom' })).toEqual(told('Open ons gesprek'))
    expect(house.taken).toEqual([])
  })

  it('that cannot be stored is not said to go on', async () => {
    house.breakStorage(true)
    expect(await press('message-add', message())).toMatchObject({ status: 503 })
  })

  it.each([
    ['another command', () => choose('message-forget', message())],
    [
      'a button of something else',
      () => press('message-add', message(), {}, { action: 'interview.confirm', step: 's' }),
    ],
    ['a button of the other command', () => press('message-add', message(), {}, { action: 'message-score', step: '' })],
    ['no button', () => press('message-add', message(), {}, null)],
    ['no value', () => invoke('submitAction', undefined)],
  ])('with %s is nothing', async (_, act) => {
    expect(await act()).toEqual({ status: 200, body: {} })
    expect(house.taken).toEqual([])
  })

  it('without its message says so', async () => {
    expect(await press('message-add', null)).toEqual(told('geen woorden'))
    expect(await choose('message-add', undefined)).toEqual(told('geen woorden'))
  })
})
