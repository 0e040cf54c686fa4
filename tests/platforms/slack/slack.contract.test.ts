import { afterAll, expect } from 'vitest'
import { personId } from '../../../src/platforms/slack/address.ts'
import { asRead, controls } from '../../standins/slack/as-read.ts'
import { isThing } from '../../standins/slack/block-rules.ts'
import { fieldName, stateOf } from '../../standins/slack/payloads.ts'
import type { SlackStandIn } from '../../standins/slack/server.ts'
import type { StoredMessage } from '../../standins/slack/workspace.ts'
import { describePlatform, type Place, type PlatformHarness, type RunningPlatform, type Seen } from '../contract.ts'
import type { House } from '../house.ts'
import { createStandIn, type Mode, startSlack } from './running-slack.ts'

const complaints: string[] = []

describePlatform('Slack over HTTP', () => createHarness('http'))
describePlatform('Slack in Socket Mode', () => createHarness('socket'))

afterAll(() => {
  expect(complaints, 'what a strict Slack would have refused').toEqual([])
})

async function createHarness(mode: Mode): Promise<PlatformHarness> {
  let standIn: SlackStandIn | null = null
  return {
    async start(house) {
      standIn ??= await createStandIn(house)
      return run(house, standIn, mode)
    },
    async close() {
      complaints.push(...(standIn?.complaints ?? []))
      await standIn?.close()
    },
  }
}

async function run(house: House, standIn: SlackStandIn, mode: Mode): Promise<RunningPlatform> {
  const running = await startSlack(house, standIn, mode)
  const { workspace } = standIn
  const { payloads, deliver, slack } = running
  const channelOf = (place: Place) => (place === 'channel' ? 'C1' : workspace.directWith('U1').id)

  function seen(message: StoredMessage, channel: string): Seen {
    return {
      text: asRead(message),
      only: message.ephemeralFor ? personId(workspace.team, message.ephemeralFor) : null,
      files: message.files.map(({ name, bytes }) => ({ name, bytes })),
      buttons: controls(message.blocks)
        .filter(({ element }) => element['type'] === 'button')
        .map((control) => ({
          label: isThing(control.element['text']) ? String(control.element['text']['text']) : '',
          async press(values = {}) {
            await deliver(
              'interactive',
              payloads.press(channel, message, control, 'U1', stateOf(message.blocks, values)),
            )
          },
        })),
    }
  }

  return {
    async say({ text, in: place = 'direct', mention, file, times = 1 }) {
      const channel = channelOf(place)
      const stored = file && { id: workspace.nextId('F'), name: file.name, bytes: file.bytes, mimetype: file.type }
      if (stored) workspace.files.set(stored.id, stored)
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      const written = mention ? `<@${workspace.bot.user}> ${escaped}` : escaped
      const message = workspace.say(channel, 'U1', written, { files: stored ? [stored] : [] })
      const payload = payloads.message(channel, message)
      for (let time = 0; time < times; time += 1) await deliver('event', payload)
      // Slack tells of a mention twice, under two event ids.
      if (mention) await deliver('event', payloads.mention(channel, message))
    },
    async echo(text) {
      const channel = channelOf('direct')
      await deliver('event', payloads.message(channel, workspace.say(channel, workspace.bot.user, text)))
    },
    async screen(place) {
      const channel = channelOf(place)
      return (workspace.channels.get(channel)?.messages ?? [])
        .filter(({ bot }) => bot)
        .map((message) => seen(message, channel))
    },
    async fillIn(label, values) {
      const channel = channelOf('direct')
      const message = workspace.channels.get(channel)?.messages.findLast((one) => controls(one.blocks).length > 0)
      const control =
        message &&
        controls(message.blocks).find(({ element }) => isThing(element['text']) && element['text']['text'] === label)
      if (!message || !control) throw new Error(`no button "${label}"`)
      await deliver('interactive', payloads.press(channel, message, control, 'U1'))
      const view = workspace.views.at(-1)?.view ?? {}
      const { body } = await deliver('interactive', payloads.submission(view, 'U1', stateOf(view['blocks'], values)))
      if (!isThing(body) || !isThing(body['errors'])) return null
      return Object.fromEntries(Object.entries(body['errors']).map(([block, text]) => [fieldName(block), String(text)]))
    },
    post: slack.post,
    fetchFile: slack.fetchFile,
    stop: running.stop,
  }
}
