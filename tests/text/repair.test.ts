import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairText } from '../../src/text/repair.ts'

const repaired = (text: string) => repairText(text).text

describe('encoding damage is mended place by place', () => {
  it.each([
    ['recreƫren', 'recreëren'],
    ['ƩƩn van de acht', 'één van de acht'],
    ['Coƶrdineren', 'Coördineren'],
    ['IdeeĆ«n', 'Ideeën'],
    ['ā€œtrein met 3 wagonnetjesā€:', '“trein met 3 wagonnetjes”:'],
    ['coÃ¶rdinator', 'coördinator'],
    ['DPIAâ€™s', 'DPIA’s'],
    ['â‚¬ 100.000 â€“ â‚¬ 200.000', '€ 100.000 – € 200.000'],
    ['Ã©Ã©n', 'één'],
    ['ÃƒÂ©n', 'én'],
  ])('%s reads as %s', (damaged, clean) => {
    expect(repaired(damaged)).toBe(clean)
  })

  it('mends damage in one word and leaves a clean word beside it alone', () => {
    expect(repaired('thema’s, één, IdeeĆ«n, €400.000 – •')).toBe('thema’s, één, Ideeën, €400.000 – •')
  })

  it.each([
    'Łódź, Kraków, Gdańsk',
    'Petrović, Čapljina, Šibenik',
    'Nguyễn Thị Hương',
    'Ærø, Åse, Søren',
    'naïef’s café',
  ])('leaves %s as it is', (text) => {
    expect(repaired(text)).toBe(text)
  })

  it('keeps plain Dutch text of any kind unchanged', () => {
    const dutch = fc.stringMatching(/^[a-zA-Z0-9 ,.;:()éëïöüàèç€–’“”\n-]{0,200}$/)
    fc.assert(
      fc.property(dutch, (text) => {
        expect(repaired(text)).toBe(text)
      }),
    )
  })
})

describe('what copying left in a text goes', () => {
  it.each([
    ['Vragen tot **maandag 13 juli 2026** .', 'Vragen tot maandag 13 juli 2026 .'],
    ['\\(2020-100\\) cbs.nl](#).\\', '(2020-100) cbs.nl].'],
    ['bezwaar &amp; beroep &euro;&nbsp;89', 'bezwaar & beroep € 89'],
    ['GRJK\\-2026\\-19', 'GRJK-2026-19'],
    ['af\u00adspraak op\u00a016\u202fjuli', 'afspraak op 16 juli'],
  ])('%s reads as %s', (raw, clean) => {
    expect(repaired(raw)).toBe(clean)
  })

  it('leads every character back to a place in the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const mapped = repairText(text)
        let last = 0
        for (let i = 0; i < mapped.text.length; i++) {
          const [start, end] = mapped.range(i, i + 1)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
      }),
    )
  })

  it('quotes the original with its damage for a repaired stretch', () => {
    const text = 'Een coÃ¶rdinator met **ervaring**'
    const mapped = repairText(text)
    const at = mapped.text.indexOf('coördinator')
    expect(text.slice(...mapped.range(at, at + 'coördinator'.length))).toBe('coÃ¶rdinator')
  })
})
