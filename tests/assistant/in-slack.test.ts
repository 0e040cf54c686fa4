import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import { openSlackChat, type SlackChat } from '../parity/slack-driver.ts'
import { isThing } from '../standins/slack/block-rules.ts'
import type { Payload } from '../standins/slack/payloads.ts'
import { sampleCv } from './sample-posting.ts'

/** What the assistant with everything behind it does in Slack; the words themselves are compared in tests/parity. */
describe('the assistant in Slack', () => {
  let slack: SlackChat
  beforeAll(async () => {
    slack = await openSlackChat()
    await slack.join()
  }, 60_000)
  afterAll(() => slack.close())

  const words = async (where: 'direct' | 'channel') => (await slack.screen(where)).map(({ drawing }) => drawing)
  /** What came onto the screens during `act`. */
  async function heard(act: () => Promise<unknown>) {
    const [direct, channel] = [(await words('direct')).length, (await words('channel')).length]
    await act()
    return { direct: (await words('direct')).slice(direct), channel: (await words('channel')).slice(channel) }
  }
  const cvFile = () => {
    const id = slack.standIn.workspace.nextId('F')
    const stored = { id, name: 'cv.txt', bytes: new TextEncoder().encode(sampleCv), mimetype: 'text/plain' }
    slack.standIn.workspace.files.set(id, stored)
    return {
      id,
      name: stored.name,
      mimetype: stored.mimetype,
      size: stored.bytes.length,
      url_private: `${slack.standIn.origin}/files-pri/${id}`,
      url_private_download: `${slack.standIn.origin}/files-pri/${id}`,
    }
  }
  const field = (view: Payload, name: string) =>
    (Array.isArray(view['blocks']) ? view['blocks'] : []).find(
      (block) => isThing(block) && String(block['block_id']).endsWith(`:${name}`),
    )

  it('opens the intake as a modal, with the assignment that the button was about, and goes on in the direct messages', async () => {
    await slack.say('wanneer sluit 70412?', { in: 'channel', mention: true })
    const view = await slack.open('Kandidaat toetsen', 'channel')
    const which = field(view, 'assignment')
    expect(which?.element).toMatchObject({ type: 'external_select', initial_option: { value: '70412' } })
    const { direct, channel } = await heard(() => slack.submit(view, { code: 'KV', rate: '95', cv: [cvFile()] }))
    expect(channel).toEqual([])
    expect(direct.join('\n')).toContain('Gelezen van KV')
    expect((await words('channel')).join('\n')).not.toMatch(/KV|stationsomgeving/)
  })

  it('fills the modal of a command with what was typed behind it', async () => {
    await slack.command('/toets', 'AB voor 70999, €88')
    const view = slack.standIn.workspace.views.at(-1)?.view ?? {}
    expect(field(view, 'assignment')?.element).toMatchObject({ initial_option: { value: '70999' } })
    expect(field(view, 'code')?.element).toMatchObject({ initial_value: 'AB' })
    expect(field(view, 'rate')?.element).toMatchObject({ initial_value: '88' })
  })

  it('shows what is wrong beside the field, and starts nothing (S13)', async () => {
    await slack.command('/toets', '70999')
    const view = slack.standIn.workspace.views.at(-1)?.view ?? {}
    const { direct } = await heard(async () => {
      const answer = await slack.submit(view, { code: 'AB', rate: 'veel', cv: [cvFile()] })
      expect(answer).toMatchObject({ response_action: 'errors' })
    })
    expect(direct).toEqual([])
  })

  it('leaves thanks and talk among colleagues in its thread alone, and answers a question there', async () => {
    const root = await slack.sayAs('U1', 'welke schaal is 70412?', { mention: true })
    const answers = (said: string) =>
      heard(() => slack.sayAs('U2', said, { thread: root.ts })).then(({ channel }) => channel)
    expect(await answers('dank, top')).toEqual([])
    expect(await answers('ik bel ze morgen wel even')).toEqual([])
    expect(await answers('@sanne wat vind jij ervan?')).toEqual([])
    expect(await answers('doen we de lunch in de stad?')).toEqual([])
    expect((await answers('en hoeveel uur per week is het?')).join()).toContain('24')
    expect((await answers('agenda')).join()).toContain('agenda')
  })

  it('gives one answer to an invented id and to the id of somebody else (A03)', async () => {
    const [assessment] = await slack.house.storage.assessments.ofAssignment('70412')
    const act = (person: string, id: string) =>
      slack.house.inbox.accept({
        key: `test/${person}/${id}`,
        platform: 'slack',
        conversation: `slack:T1/${person}`,
        address: formatAddress('slack', { team: 'T1', channel: person }),
        scope: 'direct',
        addressed: true,
        person: { id: `slack:T1/${person}`, guest: false },
        text: '',
        files: [],
        action: { name: 'outcome', step: '', values: { assessment: id, outcome: 'awarded' } },
        receivedAt: slack.house.clock.now().toString(),
      })
    expect(assessment).toBeDefined()
    await act('U2', assessment?.id ?? '')
    await act('U2', 'invented')
    await slack.settled()
    const toTom = slack.standIn.workspace.said(slack.standIn.workspace.directWith('U2').id)
    expect(toTom).toHaveLength(2)
    expect(new Set(toTom).size).toBe(1)
    expect((await slack.house.storage.assessments.get(assessment?.id ?? ''))?.outcome).toBeNull()
    await act('U1', assessment?.id ?? '')
    await slack.settled()
    expect((await slack.house.storage.assessments.get(assessment?.id ?? ''))?.outcome?.kind).toBe('awarded')
  })

  it('shares a candidate with a colleague by mention, never with somebody it does not know, and logs it', async () => {
    const [candidate] = await slack.house.storage.candidates.visibleTo('slack:T1/U1')
    expect((await heard(() => slack.say('deel met @Niemand Hier'))).direct.join('\n')).toMatch(/ken|vind/i)
    await slack.sayAs('U1', 'deel met <@U2>', { in: 'direct', markup: true })
    expect((await slack.house.storage.candidates.get(candidate?.id ?? ''))?.sharedWith).toEqual(['slack:T1/U2'])
    const logged: string[] = []
    for await (const { what } of slack.house.storage.exportAudit()) logged.push(what)
    expect(logged).toContain('candidate-shared')
  })

  it('calls owners by the name that their colleagues see', async () => {
    await slack.say('70412 is van ons')
    const { channel } = await heard(() => slack.say('deadlines', { in: 'channel', mention: true }))
    expect(channel.join('\n')).toContain('Sanne Smit')
  })

  it('tells the inviter once when the channel can no longer be written to, and turns the digest there off (O05)', async () => {
    await slack.say('digest aan', { in: 'channel', mention: true })
    for (let time = 0; time < 2; time++) {
      slack.standIn.mishap('chat.postMessage', { kind: 'error', error: 'is_archived' })
      await slack.sayAs('U1', 'welke schaal is 70999?', { mention: true })
    }
    const told = (await words('direct')).filter((text) => text.includes('kan ik niet meer schrijven'))
    expect(told).toHaveLength(1)
    expect(await slack.house.storage.channels.get('slack:T1/C1')).toMatchObject({
      digest: 'off',
      blocked: 'is_archived',
    })
  })

  it('is unreachable from a workspace that removed the app, until the app is back (S15)', async () => {
    await slack.say('digest aan', { in: 'channel', mention: true })
    await slack.event({ type: 'app_uninstalled' })
    const before = slack.standIn.calls.length
    await slack.say('wanneer sluit 70412?')
    await slack.command('/toets', '70412')
    expect(slack.standIn.calls.slice(before).map(({ method }) => method)).not.toContain('chat.postMessage')
    expect(slack.standIn.calls.slice(before).map(({ method }) => method)).not.toContain('views.open')
    expect((await slack.house.storage.channels.get('slack:T1/C1'))?.blocked).toBe('uninstalled')
    await slack.reconnect()
    expect((await slack.house.storage.channels.get('slack:T1/C1'))?.blocked).toBeNull()
    const { direct } = await heard(() => slack.say('wanneer sluit 70412?'))
    expect(direct.join()).toContain('23 juli 2026')
  })
})
