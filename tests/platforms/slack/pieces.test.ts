import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, placeOf } from '../../../src/platforms/slack/address.ts'
import {
  fieldId,
  packButton,
  packControl,
  parseFieldId,
  parsePickId,
  pickId,
  unpackControl,
} from '../../../src/platforms/slack/control-value.ts'
import { createHostRule } from '../../../src/platforms/slack/hosts.ts'
import { createPace } from '../../../src/platforms/slack/pace.ts'
import { escapeMrkdwn } from '../../../src/platforms/slack/render.ts'
import { writtenText } from '../../../src/platforms/slack/written-text.ts'

const record = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 12 }).filter((key) => key !== '__proto__'),
  fc.string({ maxLength: 60 }),
  { maxKeys: 5 },
)

describe('what a control remembers', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), record, (action, step, values) => {
        const packed = packControl({ action, step, values })!
        expect(packed.length).toBeLessThanOrEqual(2_000)
        expect(unpackControl(packed)).toEqual({ action, step, values })
      }),
    )
  })

  it('is compressed when it must be, and refused when even that does not help', () => {
    const long = packControl({ action: 'a', step: 's', values: { text: 'herhaling '.repeat(900) } })!
    expect(long.length).toBeLessThanOrEqual(2_000)
    expect(unpackControl(long)!.values!['text']).toHaveLength(9_000)
    const noise = Array.from({ length: 4_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7_919) % 20_000)),
    ).join('')
    expect(() => packButton({ action: 'a', step: 's', values: { noise } })).toThrow(
      expect.objectContaining({ code: 'card-too-large' }),
    )
  })

  it('from anybody else is null', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `z${text}`),
          fc.json(),
        ),
        (value) => {
          const control = unpackControl(value)
          expect(control === null || typeof control.action === 'string').toBe(true)
        },
      ),
    )
  })

  it('names of fields and choices survive their ids', () => {
    fc.assert(
      fc.property(
        fc.nat(9_999),
        fc.string({ maxLength: 15 }),
        fc.string({ maxLength: 15 }),
        fc.string({ maxLength: 15 }),
        (index, action, step, name) => {
          expect(parseFieldId(fieldId(index, name.toWellFormed()))).toBe(name.toWellFormed())
          const id = pickId(index, action.toWellFormed(), step.toWellFormed(), name.toWellFormed())
          if (id !== null) expect(parsePickId(id)).toEqual({ action, step, name })
        },
      ),
    )
  })
})

describe('an address', () => {
  it('comes back as it went in', () => {
    const url = {
      href: 'https://hooks.slack.com/x',
      until: '2026-07-10T08:29:00Z',
      caller: 'slack:T1/U1',
      ephemeral: true,
    }
    for (const place of [
      { team: 'T1', channel: 'C1' },
      { team: 'T1', channel: 'C1', thread: '1.2', fresh: true as const },
      { team: 'T1', channel: 'D1', url },
    ]) {
      expect(placeOf(addressOf(place))).toEqual(place)
    }
  })
})

describe('what a person wrote', () => {
  it('is read as it was typed, whatever characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const text = typed.replace(/\s+/g, ' ').trim()
        fc.pre(!/^[,:]/.test(text))
        expect(writtenText(escapeMrkdwn(text), 'U1')).toBe(text)
      }),
    )
  })

  it.each([
    ['<@UBOT> wanneer sluit die?', 'wanneer sluit die?'],
    ['<@UBOT>: wanneer sluit die?', 'wanneer sluit die?'],
    ['wanneer sluit die, <@UBOT>?', 'wanneer sluit die, ?'],
    ['<@UBOT|maatstaf> help', 'help'],
    ['vraag <@U2> of <@U3|tom>', 'vraag @U2 of @tom'],
    ['in <#C1|inhuur> en <#C2>', 'in #inhuur en #C2'],
    ['<!here> en <!subteam^S1|@inhuur>', '@here en @inhuur'],
    ['<https://a.example/x>', 'https://a.example/x'],
    ['<https://a.example/x|a.example/x>', 'a.example/x'],
    ['<mailto:a@b.nl|a@b.nl>', 'a@b.nl'],
    ['regel 1\nregel 2', 'regel 1\nregel 2'],
  ])('%s is "%s"', (markup, words) => {
    expect(writtenText(markup, 'UBOT')).toBe(words)
  })
})

describe('the pace', () => {
  it('keeps posts to one channel a second apart, and channels apart from each other', async () => {
    const slept: number[] = []
    const pace = createPace({ intervalMs: 1_000, now: () => 5_000, sleep: async (ms) => void slept.push(ms) })
    for (const channel of ['C1', 'C1', 'C2', 'C1']) await pace.turn(channel)
    expect(slept).toEqual([1_000, 2_000])
  })
})

describe('the token goes', () => {
  const rule = createHostRule({
    apiUrl: 'http://127.0.0.1:4000/api/',
    allowedHosts: ['files.example:8443', 'localhost:5000', 'plain.example:80'],
  })

  it.each([
    ['https://slack.com/api/x', true],
    ['https://files.slack.com/x', true],
    ['https://hooks.slack.com/x', true],
    ['http://127.0.0.1:4000/x', true],
    ['https://files.example:8443/x', true],
    ['http://localhost:5000/x', true],
    ['http://slack.com/x', false],
    ['https://slack.com:444/x', false],
    ['https://notslack.com/x', false],
    ['https://slack.com.evil.example/x', false],
    ['https://evil.example/slack.com', false],
    ['https://a:b@slack.com/x', false],
    ['http://127.0.0.1:4001/x', false],
    ['http://localhost/x', false],
    ['http://plain.example/x', false],
    ['https://files.example/x', false],
    ['https://[::1]/x', false],
    ['https://169.254.169.254/x', false],
  ])('to %s: %s', (url, allowed) => {
    expect(rule(new URL(url))).toBe(allowed)
  })
})
