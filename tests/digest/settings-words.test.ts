import { describe, expect, it } from 'vitest'
import { type DigestChange, digestCommandIn } from '../../src/digest/settings-words.ts'
import { fold } from '../../src/text/fold.ts'
import { textsFor } from '../../src/texts/texts.ts'

const heard = (text: string) => digestCommandIn(fold(text))
const set = (change: DigestChange, on: boolean | null = null) => expect.objectContaining({ to: 'set', on, change })

describe('what a person says about the digest', () => {
  it.each<[string, DigestChange, boolean | null]>([
    ['digest aan', {}, true],
    ['deadlines uit', {}, false],
    ['deadlines aan, graag', {}, true],
    ['deadlines aan 08:30', { time: '08:30' }, true],
    ['Deadlines aan om 8.15 uur', { time: '08:15' }, true],
    ['digest om half negen', { time: '08:30' }, null],
    ['deadlines on at 4 pm', { time: '16:00' }, true],
    ['digest op maandag en donderdag', { days: [1, 4] }, null],
    ['deadlines alleen op ma, wo en vr', { days: [1, 3, 5] }, null],
    ['digest ma t/m do om 9 uur', { days: [1, 2, 3, 4], time: '09:00' }, null],
    ['deadlines op werkdagen', { days: [1, 2, 3, 4, 5] }, null],
    ['digest elke dag, ook op feestdagen', { days: [1, 2, 3, 4, 5, 6, 7], holidays: true }, null],
    ['deadlines 5 mei vrij', { liberationDay: 'always' }, null],
    ['digest 5 mei gewone werkdag', { liberationDay: 'never' }, null],
    ['digest 5 May every five years off', { liberationDay: 'every-fifth-year' }, null],
    ['deadlines alleen regio Zwolle en Deventer', { regions: ['zwolle', 'deventer'] }, null],
    ['digest regio Twente, schaal 10 t/m 12', { regions: ['twente'], scales: { from: 10, to: 12 } }, null],
    ['deadlines alleen vanaf schaal 11', { scales: { from: 11, to: 99 } }, null],
    ["deadlines alle regio's en alle schalen", { regions: [], scales: null }, null],
    ['deadlines alleen vragen en sluiting', { kinds: ['submission', 'questions'] }, null],
    ['digest alle momenten', { kinds: null }, null],
    ['deadlines in het Engels', { lang: 'en' }, null],
    ['digest in Dutch', { lang: 'nl' }, null],
    ['deadlines stil als er niets is', { quiet: 'never' }, null],
    ['digest altijd een regel', { quiet: 'always' }, null],
    ['deadlines herinner 24 uur en 2 uur van tevoren', { reminders: [24, 2] }, null],
    ['herinner ons 2 dagen en twee uur van tevoren', { reminders: [48, 2] }, null],
    ['digest reminders 4 hours before', { reminders: [4] }, null],
    ['deadlines geen herinneringen', { reminders: [] }, null],
    ['deadlines iedereen mag wijzigen', { mayChange: 'everybody' }, null],
    ['deadlines alleen ik mag wijzigen', { mayChange: 'owner' }, null],
    [
      'deadlines aan 08:30 op ma t/m do in het Engels, herinner 24 uur van tevoren',
      { time: '08:30', days: [1, 2, 3, 4], lang: 'en', reminders: [24] },
      true,
    ],
  ])('“%s” sets what it says', (text, change, on) => {
    expect(heard(text)).toEqual(set(change, on))
  })

  it('asks for a preview, of the next one or of a day, and for the list of now', () => {
    expect(heard('deadlines laat zien')).toEqual({ to: 'show', day: null })
    expect(heard('laat de deadlines zien van 14 juli')).toEqual({ to: 'show', day: '14 juli' })
    expect(heard('digest show for 2026-07-14')).toEqual({ to: 'show', day: '2026-07-14' })
    expect(heard('deadlines')).toEqual({ to: 'now' })
  })

  it.each([
    'deadlines deze week',
    'deadlines maandag',
    'deadlines regio Zwolle',
    'deadlines schaal 10?',
    'deadlines vragen',
    'deadlines aan de gemeente doorgegeven',
    'deadlines aan elkaar laten weten voor 12 uur',
    'deadlines uit de uitvraag halen',
    'deadlines aan Sanne gevraagd maar ze weet het ook nog niet',
    'deadlines morgen om 10 uur',
    'digest schaal 12 t/m 10',
    'herinner mij aan de lunch',
    'herinner 600 uur van tevoren',
    'overzicht',
    'overzicht maandag',
    'deadlines aan of niet?',
  ])('“%s” is none of its commands: a question, or not understood as a whole', (text) => {
    expect(heard(text)).toBeNull()
  })

  it.each([
    ['deadlines aan 25:99', '25:99'],
    ['deadlines aan om 8.75 uur', 'om 8.75 uur'],
    ['digest aan over een uur', 'over een uur'],
    ['deadlines aan 08:30 op blauwdag', 'op blauwdag'],
    ['deadlines aan, dankjewel', 'dankjewel'],
    ['deadlines on tomorow', 'tomorow'],
    ['deadlines aan schaal 12 t/m 10', 'schaal 12 t/m 10'],
    ['digest 25:00', '25:00'],
  ])('“%s” is meant for it, and not understood from “%s” on', (text, words) => {
    expect(heard(text)).toEqual({ to: 'unclear', words })
  })

  it.each(['nl', 'en'] as const)('understands every example that its own settings give (%s)', (lang) => {
    const examples = textsFor(lang).digest.setting.how.flatMap((line) => line.match(/"[^"]+"/g) ?? [])
    expect(examples.length).toBeGreaterThan(12)
    for (const example of examples) expect(heard(example.slice(1, -1)), example).not.toBeNull()
  })

  it('tells English words from Dutch ones when it is switched on', () => {
    expect(heard('deadlines on at 08:30')).toMatchObject({ inEnglish: true })
    expect(heard('deadlines aan')).toMatchObject({ inEnglish: false })
  })
})
