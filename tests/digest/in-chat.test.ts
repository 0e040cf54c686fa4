import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import type { Incoming, Outgoing } from '../../src/chat/message.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import { openTestHouse, type Said, type TestHouse } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { until } from '../house/visitor.ts'
import { engines, type Place } from '../storage/engines.ts'

const embedded = engines[0]!
const channel = 'slack:T1/C1'
const other = samplePosting
  .replaceAll('70412', '70999')
  .replace('Veluwemeer', 'Twente')
  .replaceAll('23 juli', '24 juli')

const own = (person: string) => formatAddress('slack', { team: 'T1', channel: person })

/** A house that also posts in a pretended Slack, where not everybody is an administrator. */
async function openIn(
  place: Place,
  now: string,
  answer: () => { ok: string } | { ambiguous: true } = () => ({ ok: '1' }),
) {
  const test = await openTestHouse(place, { now })
  const posts: Outgoing[] = []
  test.house.addPlatform('slack', {
    async post(outgoing) {
      posts.push(outgoing)
      return answer()
    },
    fetchFile: async () => new Uint8Array(),
  })
  const from = (person: string, about: Partial<Incoming>): Partial<Incoming> => ({
    platform: 'slack',
    conversation: `${channel}/1`,
    channel,
    address: formatAddress('slack', { team: 'T1', channel: 'C1', thread: '1' }),
    publicly: formatAddress('slack', { team: 'T1', channel: 'C1' }),
    personal: own(person),
    personalConversation: `slack:T1/${person}`,
    scope: 'channel',
    person: { id: `slack:T1/${person}`, guest: person === 'U9', name: person === 'U1' ? 'Sanne' : 'Tom' },
    ...about,
  })
  return {
    ...test,
    posts,
    /** What this person says in the channel, and what it led to. */
    async say(person: string, text: string): Promise<Said[]> {
      const before = posts.length
      await test.tell(from(person, { text }))
      return posts.slice(before).map(shown)
    },
    async press(person: string, label: RegExp): Promise<Said[]> {
      const before = posts.length
      await test.tell(from(person, { action: buttonOf(posts, label) }))
      return posts.slice(before).map(shown)
    },
  }
}

const shown = ({ key, to, only, card, file }: Outgoing): Said => ({
  key,
  to,
  only: only ?? null,
  text: plainText(card),
  card,
  file,
})

function buttonOf(posts: Outgoing[], label: RegExp) {
  for (const { card } of posts.toReversed())
    for (const element of card.elements)
      for (const button of element.type === 'buttons' ? element.buttons : [])
        if (button.kind === 'action' && label.test(button.label))
          return { name: button.action, step: button.step, values: button.values ?? {} }
  throw new Error(`no button ${label}`)
}

const settings = async ({ house }: Pick<TestHouse, 'house'>) =>
  (await house.storage.channels.get(channel))?.digestSettings

describe('the digest of a channel, set and seen in chat', () => {
  let place: Place
  let test: Awaited<ReturnType<typeof openIn>>
  beforeAll(async () => {
    place = await embedded.newPlace()
    test = await openIn(place, '2026-07-10T10:00:00+02:00')
    await test.house.work()
    await test.add('70412', samplePosting)
    await test.add('70999', other)
  })
  afterAll(async () => {
    await test.house.close()
    await embedded.drop(place)
  })

  it('is switched on with a time, days and language, and only who asked sees how it stands', async () => {
    const [answer] = await test.say('U1', 'deadlines aan 08:45 op ma t/m do')
    expect(answer?.only).toBe('slack:T1/U1')
    expect(answer?.text).toContain('Dagelijks overzicht: aan')
    expect(answer?.text).toContain('om 08:45, op maandag, dinsdag, woensdag en donderdag, niet op feestdagen')
    expect(answer?.text).toContain('Eerstvolgende: maandag 13 juli om 08:45')
    expect(await test.house.storage.channels.get(channel)).toMatchObject({ digest: 'on', owner: 'slack:T1/U1' })
    expect(await settings(test)).toMatchObject({ time: '08:45', days: [1, 2, 3, 4] })
  })

  it('says from where it does not understand a setting, to who gave it, and changes nothing', async () => {
    const before = await settings(test)
    const [answer, ...rest] = await test.say('U2', 'deadlines aan 25:99')
    expect([answer?.only, rest]).toEqual(['slack:T1/U2', []])
    expect(answer?.text).toMatch(/Vanaf "25:99" begrijp ik het niet.*"deadlines aan 08:30"/)
    expect(await settings(test)).toEqual(before)
  })

  it('is changed by whoever invited it, by others once they may, and who may is never up to them', async () => {
    const [refused] = await test.say('U2', 'deadlines 09:00')
    expect(refused?.text).toContain('Er is niets veranderd')
    await test.say('U1', 'deadlines iedereen mag wijzigen')
    await test.say('U2', 'deadlines stil als er niets is')
    expect(await settings(test)).toMatchObject({ time: '08:45', quiet: 'never', mayChange: 'everybody' })
    expect((await test.say('U2', 'deadlines alleen ik mag wijzigen'))[0]?.text).toContain('Er is niets veranderd')
    await test.say('U9', 'deadlines uit')
    expect((await test.house.storage.channels.get(channel))?.digest).toBe('on')
  })

  it('is shown to one person without being posted, as its next time or a given day would have it', async () => {
    const [next, ...rest] = await test.say('U2', 'deadlines laat zien')
    expect([next?.only, rest]).toEqual(['slack:T1/U2', []])
    expect(next?.text).toMatch(/maandag 13 juli om 08:45.*ik plaats niets/)
    expect(next?.text).toContain('70412')
    const [later] = await test.say('U1', 'laat de deadlines zien van 23 juli')
    expect(later?.text).toContain('sluit do 23 juli 12:00')
    const [silent] = await test.say('U1', 'deadlines laat zien 1 september')
    expect(silent?.text).toContain('er is niets op komst')
    const [unknown] = await test.say('U1', 'deadlines laat zien 31 juni')
    expect(unknown?.text).toContain('Die dag ken ik niet')
    const audited: string[] = []
    for await (const { what } of test.house.storage.exportAudit()) audited.push(what)
    expect(audited).not.toContain('digest-posted')
  })

  it('holds what the channel wants to hear of, also when it is asked for at once', async () => {
    await test.say('U1', 'deadlines alleen regio Twente, alleen sluiting')
    const [now] = await test.say('U1', 'deadlines')
    expect(now?.text).toContain('70999')
    expect(now?.text).not.toMatch(/70412|vragen/)
    await test.say('U1', "deadlines alle regio's, alle momenten")
    expect((await test.say('U1', 'deadlines'))[0]?.text).toMatch(/70412[\s\S]*70999/)
  })

  it('lets one take an assignment from its buttons: it asks that person which, and everybody reads who has it', async () => {
    await test.say('U1', 'deadlines')
    const [which] = await test.press('U2', /^Ik pak ’m op$/)
    expect(which?.only).toBe('slack:T1/U2')
    expect(which?.text).toContain('Welke pak je op?')
    const [taken] = await test.press('U2', /70999/)
    expect(taken?.only).toBeNull()
    expect(test.house.catalogue.get('70999')).toMatchObject({ state: 'ours', owner: 'slack:T1/U2' })
    await test.say('U1', 'deadlines')
    await test.press('U1', /^Niet voor ons$/)
    await test.press('U1', /70412/)
    const [left] = await test.say('U1', 'deadlines')
    expect(left?.text).not.toContain('70412')
    expect(left?.text).toContain('Tom')
    // One line only: the button acts at once.
    await test.press('U2', /^Ingediend$/)
    expect(test.house.catalogue.get('70999')?.state).toBe('handed-in')
  })

  it('gives a date that went as cancelled to who was given it before, and to nobody else', async () => {
    const fileOf = async (person: string) => {
      const [said] = await test.say(person, 'agenda 70412')
      const { bytes } = (await test.house.storage.files.get(said!.file!.id))!
      return { said: said!.text, ics: new TextDecoder().decode(bytes) }
    }
    const first = await fileOf('U1')
    expect(first.ics).toContain('UID:70412-questions@maatstaf')
    expect(first.ics).not.toContain('STATUS:CANCELLED')
    const before = (await test.house.storage.assignments.get('70412'))!
    const deadlines = before.posting.deadlines.filter(({ kind }) => kind !== 'questions')
    const after = { ...before, revision: before.revision + 1, posting: { ...before.posting, deadlines } }
    await test.house.storage.transaction((stores) => stores.assignments.save(after))
    await until('the new dates', async () => test.house.catalogue.get('70412')?.revision === after.revision)
    const second = await fileOf('U1')
    expect(second.said).toContain('Eén datum die je eerder kreeg is vervallen')
    expect(second.ics.match(/STATUS:CANCELLED/g)).toHaveLength(1)
    expect((await fileOf('U2')).ics).not.toContain('STATUS:CANCELLED')
  })

  it('is switched off and on from its settings', async () => {
    const [card] = await test.say('U1', 'instellingen')
    expect(card?.text).toContain('"deadlines laat zien" voor een voorbeeld dat alleen jij ziet')
    await test.press('U1', /^Uitzetten$/)
    expect((await test.house.storage.channels.get(channel))?.digest).toBe('off')
    const [on] = await test.press('U1', /^Aanzetten$/)
    expect(on?.text).toContain('om 08:45')
  })

  it('leaves questions about deadlines questions', async () => {
    for (const question of ['deadlines deze week?', 'deadlines regio Twente'])
      expect((await test.say('U1', question)).map(({ text }) => text).join()).not.toContain('Dagelijks overzicht')
  })
})

describe('reminders', () => {
  it('go to who has the assignment, to the channel when nobody has it, once, and along with a date that moves', async () => {
    const place = await embedded.newPlace()
    const on = async <T>(now: string, act: (test: Awaited<ReturnType<typeof openIn>>) => Promise<T>) => {
      const test = await openIn(place, now)
      await act(test)
      await test.house.work()
      await idle(test)
      await test.house.close()
      return test.posts.map(
        (post) => `${post.to === own('U2') ? 'Tom' : 'kanaal'}: ${plainText(post.card).split('\n')[0]}`,
      )
    }
    await on('2026-07-01T10:00:00+02:00', async (test) => {
      await test.house.work()
      await test.add('70412', samplePosting)
      await test.say('U1', 'deadlines aan 08:30, herinner 24 uur en 2 uur van tevoren')
    })
    // Questions end on Monday at nine: a day before would be Sunday, so on Friday.
    const friday = await on('2026-07-17T09:00:30+02:00', async () => {})
    expect(friday.sort()).toEqual(['kanaal: Deadlines, stand van vrijdag 17 juli', 'kanaal: Herinnering: over 3 dagen'])
    expect(await on('2026-07-17T09:05:00+02:00', async () => {})).toEqual([])
    await on('2026-07-21T15:00:00+02:00', async (test) => {
      await test.house.work()
      await test.say('U2', '70412 is van ons')
    })
    const taken = await on('2026-07-22T12:00:30+02:00', async () => {})
    expect(taken).toContain('Tom: Herinnering: morgen')
    expect(taken).not.toContain('kanaal: Herinnering: morgen')
    const moved = samplePosting.replaceAll('23 juli 2026', '28 juli 2026').replace('20 juli 2026', '21 juli 2026')
    expect(
      await on('2026-07-23T10:00:30+02:00', async (test) => void (await test.add('70412', moved))),
    ).not.toContainEqual(expect.stringContaining('Herinnering'))
    expect(await on('2026-07-28T10:00:30+02:00', async () => {})).toContain('Tom: Herinnering: vandaag')
    await embedded.drop(place)
  })
})

describe('a digest of which nobody knows whether it arrived', () => {
  it('is not posted again: it is recorded, and who invited the assistant is told (as Teams leaves it)', async () => {
    const place = await embedded.newPlace()
    const before = await openIn(place, '2026-07-09T10:00:00+02:00')
    await before.house.work()
    await before.add('70412', samplePosting)
    await before.say('U1', 'deadlines aan 08:30')
    await before.house.close()
    let answers = 0
    const test = await openIn(place, '2026-07-10T08:30:05+02:00', () =>
      ++answers <= 3 ? { ambiguous: true } : { ok: String(answers) },
    )
    await test.house.work()
    await until('the word to the owner', async () => test.posts.some(({ key }) => key.endsWith('/lost')))
    await idle(test)
    const word = test.posts.at(-1)!
    expect(word.to).toBe(own('U1'))
    expect(plainText(word.card)).toContain('weet ik niet of het is aangekomen')
    const digests = test.posts.filter(({ key }) => key === `digest:${channel}:2026-07-10`)
    expect(digests).toHaveLength(3)
    const audited: string[] = []
    for await (const { what } of test.house.storage.exportAudit()) audited.push(what)
    expect(audited.filter((what) => what === 'digest-uncertain')).toHaveLength(1)
    await test.house.close()
    await embedded.drop(place)
  })
})

/** Until nothing waits any more, also after the pauses between attempts. */
async function idle({ house }: Pick<TestHouse, 'house'>): Promise<void> {
  let still = 0
  await until('quiet', async () => {
    const { digests, posts, turns } = await house.storage.worker.depth()
    const busy = [digests, posts, turns].some(({ waiting, active }) => waiting + active > 0)
    still = busy ? 0 : still + 1
    return still > 4
  })
}
