import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSlackChat, type SlackChat } from '../parity/slack-driver.ts'
import { until } from '../platforms/slack/running-slack.ts'
import { addCandidate } from './add-candidate.ts'
import { sampleCv, samplePosting } from './sample-posting.ts'

/** The whole house behind the real Bolt app: what Slack offers around the conversation. */
describe('at home in Slack', () => {
  let slack: SlackChat
  beforeAll(async () => {
    slack = await openSlackChat()
    await slack.join()
  }, 120_000)
  afterAll(() => slack.close())

  const words = async (where: 'direct' | 'channel') => (await slack.screen(where)).map(({ drawing }) => drawing)
  const pane = (at: { channel: string; thread: string }) =>
    slack.standIn.workspace.panes.get(`${at.channel}/${at.thread}`)
  const stored = (text: string) => {
    const { workspace } = slack.standIn
    const file = {
      id: workspace.nextId('F'),
      name: 'cv.txt',
      bytes: new TextEncoder().encode(text),
      mimetype: 'text/plain',
    }
    workspace.files.set(file.id, file)
    return file
  }

  describe('the assistant pane', () => {
    it('suggests what one may ask, and each suggestion is answered', async () => {
      const at = await slack.openPane()
      const prompts = pane(at)?.prompts ?? []
      expect(prompts.map(({ title }) => title)).toContain('Wat sluit er deze week?')
      expect(prompts.length).toBeLessThanOrEqual(4)
      for (const { message } of prompts) {
        const before = (await words('direct')).length
        await slack.sayAs('U1', message, { in: 'direct', thread: at.thread })
        expect((await words('direct')).length, message).toBeGreaterThan(before)
      }
      await slack.say('stop')
    })

    it('shows that it is working until the answer is there, and names the thread after the first question', async () => {
      const at = await slack.openPane()
      await slack.sayAs('U1', 'wanneer sluit 70412?', { in: 'direct', thread: at.thread })
      await until(() => pane(at)?.title !== null)
      expect(pane(at)).toMatchObject({ title: 'wanneer sluit 70412?', status: '', statuses: ['zoekt het uit …'] })
      await slack.sayAs('U1', 'en welke schaal?', { in: 'direct', thread: at.thread })
      await until(() => pane(at)?.statuses.length === 2)
      expect(pane(at)).toMatchObject({ title: 'wanneer sluit 70412?', status: '' })
      const answer = slack.standIn.workspace.channels.get(at.channel)?.messages.at(-1)
      expect(answer?.thread_ts).toBe(at.thread)
    })

    it('answers all the same when Slack shows none of it', async () => {
      const at = await slack.openPane()
      const before = (await words('direct')).length
      slack.standIn.mishap('assistant.threads.setStatus', { kind: 'status', status: 500 })
      slack.standIn.mishap('assistant.threads.setTitle', { kind: 'error', error: 'internal_error' })
      await slack.sayAs('U1', 'welke schaal is 70999?', { in: 'direct', thread: at.thread })
      expect((await words('direct')).slice(before).join()).toContain('12')
    })
  })

  describe('the menu of a message', () => {
    it('offers a colleague’s posting for adding, in the direct messages of who chose it', async () => {
      const text = samplePosting.replaceAll('70412', '71888').replace('duurzame mobiliteit', 'schone havens')
      const message = await slack.sayAs('U2', 'fyi')
      message.text = text
      const before = (await words('direct')).length
      await slack.shortcut('message-add', message)
      expect((await words('direct')).slice(before).join()).toContain('71888')
      const alone = (await slack.screen('channel')).at(-1)
      expect(alone).toMatchObject({ alone: true, drawing: 'Ik ga hierover met je verder in een direct bericht.' })
      await slack.press('Klopt, open')
      expect(await slack.house.storage.assignments.get('71888')).toMatchObject({
        addedBy: 'slack:T1/U1',
        confirmed: true,
      })
    })

    it('begins to score the CV in it, and says nothing of the candidate in the channel', async () => {
      const message = await slack.sayAs('U2', 'kan iemand hiernaar kijken voor 70412', { files: [stored(sampleCv)] })
      const [direct, channel] = [(await words('direct')).length, (await words('channel')).length]
      await slack.shortcut('message-score', message)
      await slack.say('KV')
      expect((await words('direct')).slice(direct).join()).toContain('Gelezen van KV')
      expect((await words('channel')).slice(channel).join()).not.toMatch(/KV|stationsomgeving/)
      await slack.say('stop')
    })

    it('is acknowledged and nothing more for a shortcut that is none of its own', async () => {
      const message = await slack.sayAs('U2', 'hallo allemaal')
      const before = slack.standIn.calls.length
      await slack.shortcut('somebody-elses', message)
      expect(slack.standIn.calls.slice(before).map(({ method }) => method)).not.toContain('chat.postMessage')
    })
  })

  describe('the home tab', () => {
    it('shows the open assignments by deadline, one’s own scorings and the channels one set', async () => {
      await slack.say('digest aan', { in: 'channel', mention: true })
      const home = await slack.openHome()
      expect(home.drawing).toMatch(/3 open opdrachten[\s\S]*70412[\s\S]*Mijn toetsingen[\s\S]*KV[\s\S]*#C1 · staat aan/)
      expect(home.controls).toEqual(
        expect.arrayContaining(
          ['Ik pak m op', 'Niet voor ons', 'Wie past hierop', 'Verder met KV', 'Uitzetten'].map((label) =>
            label.replaceAll('’', ' '),
          ),
        ),
      )
    })

    it('is drawn anew after a press, with what changed', async () => {
      await slack.openHome()
      await slack.pressAtHome('Ik pak')
      const [taken] = [...slack.house.catalogue.all()].filter(({ owner }) => owner === 'slack:T1/U1')
      expect(taken?.state).toBe('ours')
      const view = JSON.stringify(slack.standIn.workspace.homes.get('U1'))
      expect(view).toContain('opgepakt door jou')
      await slack.pressAtHome('Ingediend')
      expect(JSON.stringify(slack.standIn.workspace.homes.get('U1'))).toContain('Niet gegund')
      await slack.pressAtHome('Uitzetten')
      expect((await slack.house.storage.channels.get('slack:T1/C1'))?.digest).toBe('off')
      expect(JSON.stringify(slack.standIn.workspace.homes.get('U1'))).toContain('staat uit')
    })

    it('opens a scoring in the direct messages, and the form for a new one', async () => {
      await slack.openHome()
      const before = (await words('direct')).length
      await slack.pressAtHome('Verder met KV')
      expect((await words('direct')).slice(before).join()).toContain('KV')
      const views = slack.standIn.workspace.views.length
      await slack.pressAtHome('Kandidaat toetsen')
      expect(slack.standIn.workspace.views.length).toBe(views + 1)
    })

    it('shows nobody another’s candidates or channels, and a guest neither (A02)', async () => {
      const tom = await slack.openHome('U2')
      expect(tom.drawing).not.toMatch(/KV|#C1/)
      slack.standIn.workspace.addUser({ id: 'U7', locale: 'nl-NL', restricted: true })
      const guest = await slack.openHome('U7')
      expect(guest.drawing).toContain('70412')
      expect(guest.drawing).not.toMatch(/KV|#C1|toetsingen/)
      expect(guest.controls).not.toContain('Ik pak m op')
    })

    it('refuses to switch the digest of a channel of others like that of one that does not exist', async () => {
      await slack.openHome('U2')
      const { workspace } = slack.standIn
      const press = async (channel: string) => {
        const before = workspace.said(workspace.directWith('U2').id).length
        await slack.house.inbox.accept({
          key: `test/${channel}`,
          platform: 'slack',
          conversation: 'slack:T1/U2',
          address: `slack:${Buffer.from(JSON.stringify({ team: 'T1', channel: 'U2' })).toString('base64url')}`,
          scope: 'direct',
          addressed: true,
          person: { id: 'slack:T1/U2', guest: false },
          text: '',
          files: [],
          action: { name: 'home-digest', step: '', values: { channel, to: 'on' } },
          receivedAt: slack.house.clock.now().toString(),
        })
        await slack.settled()
        return workspace.said(workspace.directWith('U2').id).slice(before)
      }
      expect(await press('slack:T1/C1')).toEqual(await press('slack:T1/C404'))
      expect((await slack.house.storage.channels.get('slack:T1/C1'))?.digest).toBe('off')
    })
  })

  it('takes a judgement from the "…" menu, in a channel too, and the word in a modal', async () => {
    await slack.say('welke schaal is 70999?', { in: 'channel', mention: true })
    await slack.press('Dit klopt niet', 'channel')
    const thanks = (await slack.screen('channel')).at(-1)
    expect(thanks).toMatchObject({ alone: true, forms: ['Zeg wat er niet klopt'] })
    const view = await slack.open('Zeg wat er niet klopt', 'channel')
    await slack.submit(view, { word: 'het is schaal 10' })
    expect((await slack.house.storage.feedback.all()).at(-1)).toMatchObject({
      verdict: 'wrong',
      question: 'welke schaal is 70999?',
      word: 'het is schaal 10',
    })
    expect((await words('channel')).join()).not.toContain('schaal 10')
  })

  it('says who fits in the direct messages only', async () => {
    await addCandidate(slack, { code: 'QQ', owner: 'slack:T1/U1', cv: sampleCv, told: true })
    const channel = (await words('channel')).length
    await slack.say('wie past op 70412?', { in: 'channel', mention: true })
    expect((await words('channel')).slice(channel).join()).not.toContain('QQ')
    expect((await words('direct')).join()).toContain('QQ ·')
  })
})
