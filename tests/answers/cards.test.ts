import { describe, expect, it } from 'vitest'
import { assignmentCard, helpCard, listCard } from '../../src/answers/cards.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import { asAssignment, at, invented } from './postings.ts'

const now = at('2026-02-17T10:00:00+01:00')

describe('the card of an assignment', () => {
  it('shows what is stated, the criteria with their points, and the contradiction', () => {
    const text = plainText(assignmentCard(invented('01'), now, 'nl'))
    for (const word of [
      '90417',
      'Gemeente Merenwoude',
      '24 tot 32 uur per week',
      'spreekt zichzelf tegen',
      '30 punten',
      'VOG',
    ])
      expect(text).toContain(word)
  })

  it('leaves out what is not stated, rather than guess', () => {
    const card = assignmentCard(
      asAssignment('Adviseur verkeer\n\nOpdrachtgever: Gemeente Zandrecht\n', 'bare'),
      now,
      'nl',
    )
    const rows = card.elements.flatMap((element) => (element.type === 'facts' ? element.rows : []))
    expect(rows.every(({ value }) => value !== '' && value !== 'null')).toBe(true)
    expect(rows.map(({ label }) => label)).not.toContain('Tarief')
  })

  it('reads in English for who reads English', () => {
    const text = plainText(assignmentCard(invented('04'), now, 'en'))
    expect(text).toContain('Friday 3 April 2026, 14:00')
    expect(text).not.toMatch(/\bsluit\b|\bvragen\b/i)
  })
})

describe('the list', () => {
  it('shows ten and says how many more there are', () => {
    const many = Array.from({ length: 13 }, (_, i) => ({ ...invented('02'), id: `a${i}` }))
    const card = listCard(many, now, 'nl')
    const list = card.elements.find((element) => element.type === 'list')
    expect(list?.type === 'list' && list.items).toHaveLength(10)
    expect(plainText(card)).toContain('En nog 3')
  })

  it('says so when there is nothing', () => {
    expect(plainText(listCard([], now, 'nl'))).toContain('geen opdracht')
  })

  it('marks a closed one as closed', () => {
    expect(plainText(listCard([invented('02')], at('2026-04-01T10:00:00+02:00'), 'nl'))).toContain(
      'gesloten dinsdag 3 maart 2026',
    )
  })
})

it('help gives examples in both languages', () => {
  for (const lang of ['nl', 'en'] as const) expect(helpCard(lang).elements.length).toBeGreaterThan(1)
})
