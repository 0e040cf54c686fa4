import { describe, expect, it } from 'vitest'
import { findPerson } from '../../../src/assistant/catalogue/names.ts'
import type { Person } from '../../../src/storage/port.ts'

const person = (id: string, name?: string): Person => ({
  id,
  language: null,
  personal: null,
  ...(name ? { name } : {}),
})
const sanne = 'slack:T1/U1'
const known = [
  person(sanne, 'Sanne Smit'),
  person('slack:T1/U2', 'Tom Tak'),
  person('slack:T1/U3', 'Ruth Eén'),
  person('slack:T1/U4', 'Ruth Eén'),
  person('slack:T2/U5', 'Vreemde Vogel'),
  person('slack:T1/U22'),
  person('web:ab12'),
  { ...person('slack:T1/U7', 'Gast Huis'), guest: true },
]

describe('the colleague that a candidate is shared with', () => {
  it.each([
    ['an id', 'slack:T1/U2'],
    ['a mention as Slack writes it', '<@U2>'],
    ['a mention as it is read', '@U2'],
    ['the whole name, however it is written', 'tom  TAK'],
  ])('is found by %s', (_, text) => {
    expect(findPerson(known, sanne, text)).toEqual({ id: 'slack:T1/U2', name: 'Tom Tak' })
  })

  it.each([
    ['a name that two people have', 'Ruth Eén'],
    ['part of a name', 'Tom'],
    ['somebody of another workspace by name', 'Vreemde Vogel'],
    ['somebody of another workspace by id', 'slack:T2/U5'],
    ['somebody of another platform', 'web:ab12'],
    ['a guest by name', 'Gast Huis'],
    ['a guest by mention', '<@U7>'],
    ['the end of an id', '2'],
    ['nothing', ' '],
    ['somebody unknown', '@U9'],
  ])('is not guessed from %s', (_, text) => {
    expect(findPerson(known, sanne, text)).toBeNull()
  })
})
