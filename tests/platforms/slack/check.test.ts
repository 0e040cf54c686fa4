import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { card } from '../../../src/chat/card.ts'
import { createLog } from '../../../src/log.ts'
import { addressOf } from '../../../src/platforms/slack/address.ts'
import { events, scopes } from '../../../src/platforms/slack/needs.ts'
import type { SlackStandIn } from '../../standins/slack/server.ts'
import { createHouse, type House } from '../house.ts'
import { createStandIn, type Mode, post, startSlack, until, written } from './running-slack.ts'

let house: House
let standIn: SlackStandIn

beforeEach(async () => {
  house = createHouse(() => [])
  standIn = await createStandIn(house)
})
afterEach(() => standIn.close())

const check = async (mode: Mode = 'http', more = {}) => {
  const running = await startSlack(house, standIn, mode, more)
  const lines = await running.slack.check()
  await running.stop()
  return lines
}
const faults = async (mode: Mode = 'http', more = {}) => (await check(mode, more)).filter(({ ok }) => !ok)

describe('`maatstaf check`', () => {
  it('finds nothing wrong with an installation from the manifest, and says what it cannot see', async () => {
    const lines = await check('socket')
    expect(lines.every(({ ok }) => ok)).toBe(true)
    for (const event of Object.keys(events)) expect(JSON.stringify(lines)).toContain(event)
  })

  it('names every scope that is missing', async () => {
    standIn.grant(scopes.filter((scope) => scope !== 'files:read' && scope !== 'users:read'))
    const [line] = await faults()
    expect(line!.remedy).toContain('files:read, users:read')
  })

  it('says which token to put where when it is wrong, without the token', async () => {
    const lines = await faults('http', { botToken: 'xoxb-wrong' })
    expect(lines).toHaveLength(1)
    expect(lines[0]!.remedy).toContain('SLACK_BOT_TOKEN')
    expect(JSON.stringify(lines)).not.toContain('xoxb-wrong')
  })

  it('says that Slack cannot be reached', async () => {
    standIn.mishap('auth.test', ...Array.from({ length: 3 }, () => ({ kind: 'reset' as const })))
    expect((await faults())[0]!.remedy).toContain('SLACK_API_URL')
  })

  it('names the clock when it is off', async () => {
    const { real } = house.clock
    const clock = { ...house.clock, real: () => real().subtract({ minutes: 4 }) }
    const [line] = await faults('http', { clock })
    expect(line!.remedy).toMatch(/2[34]\d seconden achter/)
  })

  it('names Socket Mode when the app token does not connect', async () => {
    const running = await startSlack(house, standIn, 'socket')
    standIn.mishap('apps.connections.open', { kind: 'error', error: 'invalid_auth' })
    expect((await running.slack.check()).at(-1)).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('SLACK_APP_TOKEN'),
    })
    await running.stop()
  })
})

describe('the log', () => {
  it('X03: holds no token, secret, name or message, whatever goes wrong', async () => {
    const stream = new PassThrough()
    let logged = ''
    stream.on('data', (part) => {
      logged += String(part)
    })
    const canary = 'kanarie-Jansen'
    const failing = {
      accept: async () => {
        throw new Error(`${canary} ${standIn.token}`)
      },
      query: async () => {
        throw new Error(canary)
      },
      log: createLog('debug', stream),
    }
    const running = await startSlack(house, standIn, 'http', failing)
    const { workspace } = standIn
    await until(() => standIn.calls.length > 0)
    const channel = workspace.directWith('U1').id
    const payload = running.payloads.message(channel, workspace.say(channel, 'U1', canary))
    expect((await running.deliver('event', payload)).status).toBe(500)
    await running.deliver('command', running.payloads.command('/toets', canary, 'U1', 'C1'))
    await post(`${running.origin}/slack/events`, written('event', payload)[0], 'application/json', house, {
      signature: null,
    })
    for (const kind of ['reset', 'html', 'hang'] as const) {
      standIn.mishap('chat.postMessage', { kind })
      await running.slack.post({
        key: canary,
        to: addressOf({ team: 'T1', channel: 'C1' }),
        card: card({ type: 'text', text: canary }),
      })
    }
    await running.slack
      .fetchFile(JSON.stringify({ id: canary, url: null, external: false, size: 1 }))
      .catch(() => undefined)
    await running.stop()
    expect(logged.split('\n').length).toBeGreaterThan(5)
    for (const secret of [canary, standIn.token, standIn.appToken, 'standin-signing-secret', 'Bearer'])
      expect(logged).not.toContain(secret)
  })
})
