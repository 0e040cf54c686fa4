import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../src/platforms/slack/address.ts'
import { replayPayload } from '../../../src/platforms/slack/replay.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/slack')
const payload = (name: string) => readFileSync(`${folder}/${name}.json`, 'utf8')
const replay = (name: string) => replayPayload(payload(name), '2026-07-10T08:00:00Z')
const team = 'T061EG9R6'
const channel = { channel: `slack:${team}/C0LAN2Q65` }
const sanne = `slack:${team}/U061F7AUR`

describe('a payload as Slack documents it', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'message-im',
      {
        key: `slack:${team}/D024BE91L/1783670399.000200`,
        conversation: sanne,
        scope: 'direct',
        addressed: true,
        text: 'wanneer sluit die van de waterschapsklus?',
      },
      { team, channel: 'D024BE91L' },
    ],
    [
      'message-channel',
      { ...channel, conversation: `slack:${team}/C0LAN2Q65/1783670399.000300`, scope: 'channel', addressed: false },
      { team, channel: 'C0LAN2Q65', thread: '1783670399.000300', fresh: true },
    ],
    [
      'message-thread',
      {
        ...channel,
        conversation: `slack:${team}/C0LAN2Q65/1783670399.000300`,
        addressed: true,
        text: 'en de SROI (https://example.com/sroi) & VOG?',
      },
      { team, channel: 'C0LAN2Q65', thread: '1783670399.000300' },
    ],
    [
      'message-group-direct',
      { scope: 'channel', addressed: true, text: 'opdrachten' },
      { team, channel: 'G024BE91L', thread: '1783670402.000100', fresh: true },
    ],
    [
      'message-action',
      {
        ...channel,
        key: `slack:${team}/13345224777.738474920.1188930838d88f008e2`,
        conversation: `slack:${team}/C0LAN2Q65/U061F7AUR`,
        scope: 'channel',
        addressed: true,
        private: true,
        personalConversation: sanne,
        text: '',
        action: {
          name: 'message-score',
          step: '',
          values: { text: 'kan iemand dit cv toetsen? zie https://example.com/cv' },
        },
        files: [expect.objectContaining({ name: 'cv.pdf' })],
      },
      { team, channel: 'C0LAN2Q65', url: expect.objectContaining({ ephemeral: true }) },
    ],
    [
      'app-mention',
      { ...channel, scope: 'channel', addressed: true, text: 'wat is de schaal?' },
      { team, channel: 'C0LAN2Q65', thread: '1783670399.000400', fresh: true },
    ],
    [
      'file-share',
      {
        scope: 'direct',
        text: 'NvT, €92',
        files: [expect.objectContaining({ name: 'cv.pdf', size: 214_503, type: 'application/pdf', role: null })],
      },
      { team, channel: 'D024BE91L' },
    ],
    [
      'shared-channel-message',
      {
        shared: true,
        person: { id: 'slack:T0OTHER/U0OTHER1', guest: true },
        files: [expect.objectContaining({ name: 'F0S43PZDG' })],
      },
      { team, channel: 'C0SHARED1', thread: '1783670399.000600', fresh: true },
    ],
    [
      'member-joined-channel',
      { event: 'joined', key: `slack:${team}/Ev08MFMKI6`, person: { id: sanne, guest: false } },
      { team, channel: 'C0LAN2Q65' },
    ],
    ['channel-left', { event: 'left', ...channel }, { team, channel: 'C0LAN2Q65' }],
    ['app-uninstalled', { event: 'uninstalled', conversation: `slack:${team}` }, { team, channel: '' }],
    ['tokens-revoked', { event: 'uninstalled' }, { team, channel: '' }],
    [
      'slash-command',
      {
        ...channel,
        text: 'opdrachten zwolle',
        private: true,
        personalConversation: sanne,
        conversation: `slack:${team}/C0LAN2Q65/U061F7AUR`,
      },
      { team, channel: 'C0LAN2Q65', url: expect.objectContaining({ until: '2026-07-10T08:29:00Z', caller: sanne }) },
    ],
    [
      'slash-command-direct',
      { text: 'help', scope: 'direct', conversation: sanne },
      { team, channel: 'U061F7AUR', url: expect.anything() },
    ],
    [
      'block-actions',
      {
        conversation: sanne,
        scope: 'direct',
        action: { name: 'accept', step: 'criterion-4#7', values: { criterion: '4', reason: 'want dit', points: '10' } },
      },
      { team, channel: 'D024BE91L', url: expect.objectContaining({ ephemeral: false }) },
    ],
    [
      'block-actions-select',
      { action: { name: 'points', step: 'criterion-4#7', values: { value: '15' } } },
      { team, channel: 'D024BE91L', url: expect.anything() },
    ],
    [
      'block-actions-ephemeral',
      { ...channel, private: true, conversation: `slack:${team}/C0LAN2Q65/U061F7AUR` },
      { team, channel: 'C0LAN2Q65', url: expect.objectContaining({ ephemeral: true }) },
    ],
    ['block-actions-home', { scope: 'direct', conversation: sanne }, { team, channel: 'U061F7AUR' }],
    [
      'view-submission',
      {
        ...channel,
        conversation: sanne,
        scope: 'direct',
        action: { name: 'intake', step: 'start', values: { assignment: 'A-17', code: 'NvT' } },
        files: [expect.objectContaining({ name: 'cv.pdf', role: 'cv' })],
      },
      { team, channel: 'U061F7AUR' },
    ],
  ])('%s is understood', (name, incoming, place) => {
    const understood = replay(name)!
    expect(understood).toMatchObject({ platform: 'slack', receivedAt: '2026-07-10T08:00:00Z', ...incoming })
    expect(placeOf(understood.address)).toEqual(place)
  })

  it.each(['message-changed', 'bot-message', 'own-message', 'app-home-opened', 'block-actions-link'])(
    '%s is nothing for the assistant',
    (name) => {
      expect(replay(name)).toBeNull()
    },
  )

  it('is each covered by a promise above', () => {
    const text = readFileSync(import.meta.filename, 'utf8')
    for (const file of readdirSync(folder)) expect(text).toContain(`'${file.replace('.json', '')}'`)
  })

  it('gets the same key every time, and never that of another', () => {
    const keys = readdirSync(folder).flatMap((file) => replay(file.replace('.json', ''))?.key ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(replay('slash-command')!.key).toBe(replay('slash-command')!.key)
  })
})

describe('anything else', () => {
  it('is null, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(replayPayload(JSON.stringify(json))).toBeNull()
      }),
    )
  })

  it('survives payloads with any one field replaced', () => {
    const names = readdirSync(folder)
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.oneof(fc.constant(null), fc.integer(), fc.constant([]), fc.constant({}), fc.string()),
        (file, at, value) => {
          const whole = JSON.parse(payload(file.replace('.json', ''))) as Record<string, unknown>
          const target = (whole['event'] ?? whole) as Record<string, unknown>
          const key = Object.keys(target)[at % Object.keys(target).length]!
          target[key] = value
          expect(() => replayPayload(whole)).not.toThrow()
        },
      ),
    )
  })

  it('that is no JSON is refused with a code', () => {
    expect(() => replayPayload('{')).toThrow(expect.objectContaining({ code: 'not-json' }))
  })
})
