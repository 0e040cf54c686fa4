import { beforeEach, describe, expect, it } from 'vitest'
import { createLinks } from '../../../src/assistant/links/links.ts'
import { createFixedClock } from '../../../src/clock.ts'

describe('a link to a report', () => {
  const clock = createFixedClock('2026-07-10T08:00:00Z')
  const kept = new Map<string, unknown>()
  const settings = {
    get: async (name: string) => kept.get(name) ?? null,
    set: async (name: string, value: unknown) => void kept.set(name, value),
    remove: async (name: string) => void kept.delete(name),
  }
  const links = createLinks({ url: 'https://maatstaf.example', secret: 'geheim', storage: { settings }, clock })
  const make = () =>
    links.report('a1', { person: 'web:sanne', showName: false, lang: 'nl', expires: clock.now().add({ hours: 24 }) })
  const tokenOf = (url: string) => url.split('/report/')[1]!

  beforeEach(() => {
    kept.clear()
    clock.set('2026-07-10T08:00:00Z')
  })

  it('opens for 24 hours and not a moment longer', async () => {
    const token = tokenOf(make())
    clock.set('2026-07-11T07:59:59Z')
    expect(await links.open(token)).toEqual({ assessment: 'a1', person: 'web:sanne', showName: false, lang: 'nl' })
    clock.set('2026-07-11T08:00:01Z')
    expect(await links.open(token)).toBeNull()
  })

  it('does not open when a letter of it was changed, or when it was signed by somebody else', async () => {
    const token = tokenOf(make())
    const [body, signature] = token.split('.') as [string, string]
    const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace('web:sanne', 'web:tom')).toString(
      'base64url',
    )
    expect(await links.open(`${other}.${signature}`)).toBeNull()
    expect(await links.open(`${body}.`)).toBeNull()
    expect(await links.open('onzin')).toBeNull()
    const forged = createLinks({ url: '', secret: 'geraden', storage: { settings }, clock })
    const made = forged.report('a1', {
      person: 'web:sanne',
      showName: true,
      lang: 'nl',
      expires: clock.now().add({ hours: 1 }),
    })
    expect(await links.open(tokenOf(made))).toBeNull()
  })

  it('stops working once revoked, while a later one opens', async () => {
    const before = tokenOf(make())
    clock.set('2026-07-10T09:00:00Z')
    await links.revoke('a1')
    expect(await links.open(before)).toBeNull()
    clock.set('2026-07-10T09:00:01Z')
    expect(await links.open(tokenOf(make()))).not.toBeNull()
  })
})
