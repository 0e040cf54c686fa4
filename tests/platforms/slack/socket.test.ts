import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { card } from '../../../src/chat/card.ts'
import { stateOf } from '../../standins/slack/payloads.ts'
import type { SlackStandIn } from '../../standins/slack/server.ts'
import { createHouse, type House } from '../house.ts'
import { createStandIn, type RunningSlack, startSlack, until } from './running-slack.ts'

let house: House
let standIn: SlackStandIn
let running: RunningSlack

beforeEach(async () => {
  house = createHouse(
    ({ text }) => [{ card: card({ type: 'text', text: `Gehoord: ${text}` }) }],
    ({ name }) => (name === 'validate' ? { kind: 'errors', errors: { code: 'Vul een code in.' } } : { kind: 'ok' }),
  )
  standIn = await createStandIn(house)
  running = await startSlack(house, standIn, 'socket')
})

afterEach(async () => {
  await running.stop()
  await standIn.close()
  expect(standIn.complaints).toEqual([])
})

const direct = () => standIn.workspace.directWith('U1').id
const hello = () => running.payloads.message(direct(), standIn.workspace.say(direct(), 'U1', 'hallo'))

describe('over a socket', () => {
  it('an event is acknowledged only when it is stored', async () => {
    house.breakStorage(true)
    let acknowledged = false
    const payload = hello()
    void standIn.push('events_api', payload).then(() => {
      acknowledged = true
    })
    await until(() => house.refusals() === 1)
    // A second payload that is acknowledged shows that the first has had its chance.
    await standIn.push(
      'events_api',
      running.payloads.envelope({ type: 'app_home_opened', user: 'U1', tab: 'messages', event_ts: '1.1' }),
    )
    expect(acknowledged).toBe(false)
    house.breakStorage(false)
    await standIn.push('events_api', payload)
    await house.settled()
    expect(standIn.workspace.said(direct())).toEqual(['Gehoord: hallo'])
  })

  it('the errors of a form travel in the acknowledgement', async () => {
    const form = {
      type: 'form' as const,
      title: 'T',
      action: 'a',
      step: 's',
      submit: 'S',
      buttonLabel: 'B',
      elements: [{ type: 'input' as const, name: 'code', label: 'Code' }],
    }
    const { renderModal } = await import('../../../src/platforms/slack/modal.ts')
    const memory = { action: 'a', step: 's', conversation: 'slack:T1/U1', address: 'x', scope: 'direct' as const }
    const view = { ...renderModal(form, memory, 'Weg'), id: 'V1', hash: 'h' }
    const body = await standIn.push(
      'interactive',
      running.payloads.submission(view, 'U1', stateOf(view.blocks, { code: 'x' })),
    )
    expect(body).toMatchObject({ response_action: 'errors', errors: { 'field:0:code': 'Vul een code in.' } })
  })

  it('unknown payloads are acknowledged', async () => {
    expect(await standIn.push('interactive', { type: 'something_new' })).toBeDefined()
    expect(await standIn.push('slash_commands', running.payloads.command('/onbekend', '', 'U1', 'C1'))).toBeDefined()
  })

  it('connects again when Slack asks for it, and goes on', async () => {
    standIn.disconnect()
    await until(() => !running.slack.ready().ok)
    await until(() => running.slack.ready().ok)
    await standIn.push('events_api', hello())
    await house.settled()
    expect(standIn.workspace.said(direct())).toEqual(['Gehoord: hallo'])
  })

  it('connects when Slack is only there later', async () => {
    standIn.mishap('apps.connections.open', { kind: 'status', status: 500 }, { kind: 'reset' })
    standIn.disconnect()
    await until(() => standIn.calls.filter(({ method }) => method === 'apps.connections.open').length >= 4)
    await until(() => running.slack.ready().ok)
    expect(standIn.sockets()).toBe(1)
  })

  it('a refused app token is not tried again', async () => {
    standIn.mishap(
      'apps.connections.open',
      ...Array.from({ length: 9 }, () => ({ kind: 'error' as const, error: 'invalid_auth' })),
    )
    const before = standIn.calls.length
    standIn.disconnect()
    await until(() => standIn.calls.length > before)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(standIn.calls.length).toBe(before + 1)
    expect(running.slack.ready()).toEqual({ ok: false, detail: 'socket-not-connected' })
  })

  it('takes no requests over HTTP', async () => {
    expect((await fetch(`${running.origin}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404)
  })
})
