import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bold, card, type Element } from '../../src/chat/card.ts'
import type { Outgoing } from '../../src/chat/message.ts'
import type { PostOptions, PostResult } from '../../src/chat/post-result.ts'
import { createHouse, type House, type TinyAssistant } from './house.ts'

/** A message as a person sees it: the words, not the markup. `only` is the person it is shown to, null when everybody sees it. */
export type Seen = {
  text: string
  only: string | null
  buttons: { label: string; press(values?: Record<string, string>): Promise<void> }[]
  files: { name: string; bytes: Uint8Array }[]
}

export type Place = 'direct' | 'channel'

export type Said = {
  text: string
  in?: Place
  /** Address the assistant by name, the platform's way. */
  mention?: boolean
  file?: { name: string; type: string; bytes: Uint8Array }
  /** How often the platform delivers this one message. */
  times?: number
}

/** One running platform, driven from the outside as its real clients would. */
export type RunningPlatform = {
  /** The platform delivers what a person wrote; resolves when it was acknowledged. */
  say(said: Said): Promise<void>
  /** The platform delivers a message that the assistant itself wrote in the direct conversation. */
  echo(text: string): Promise<void>
  /** What stands in that place now, oldest first, seen with every person's eyes. */
  screen(place: Place): Promise<Seen[]>
  /** Opens the form behind a button, fills it in by field name, submits. Errors by field name when it was refused, null when it was taken. */
  fillIn(button: string, values: Record<string, string>): Promise<Record<string, string> | null>
  post(outgoing: Outgoing, options: PostOptions): Promise<PostResult>
  fetchFile(ref: string): Promise<Uint8Array>
  stop(): Promise<void>
}

/** What each platform brings. */
export type PlatformHarness = {
  /** Starts the platform on top of `house`; called again after a stop it continues with what stood on the screen. */
  start(house: House): Promise<RunningPlatform>
  /** Frees whatever outlives a stop (stand-ins, folders). */
  close(): Promise<void>
}

export type Lack = 'own-echo' | 'channel' | 'mention' | 'private-in-channel' | 'file-out' | 'forms' | 'redelivery'

const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `Zin ${index} gaat over eis ${index % 9} 👩🏽‍💻 en eindigt hier.`).join(
    ' ',
  )

const decide = (step: string): Element => ({
  type: 'buttons',
  buttons: [{ kind: 'action', label: 'Akkoord', action: 'accept', step, values: { criterion: '4' }, style: 'primary' }],
})

/** Says back what it heard; some words make it do what the contract is about. */
const echo: TinyAssistant = (incoming) => {
  const { text, action } = incoming
  if (action?.name === 'accept' && action.step !== 'two') {
    return [{ card: card({ type: 'text', text: 'Deze knop hoort bij een eerdere stap.' }) }]
  }
  if (action) {
    const values = Object.entries(action.values).map(([name, value]) => `${name}=${value}`)
    return [{ card: card({ type: 'text', text: `${action.name} in stap ${action.step}: ${values.sort().join(' ')}` }) }]
  }
  if (!incoming.addressed) return []
  switch (text) {
    case 'knop':
      return [{ key: 'card-one', card: card({ type: 'text', text: 'Stap een' }, decide('one')) }]
    case 'verder':
      return [{ key: 'card-two', replaces: 'card-one', card: card({ type: 'text', text: 'Stap twee' }, decide('two')) }]
    case 'lang':
      return [{ card: card({ type: 'text', text: words(220) }) }]
    case 'vreemd':
      return [
        {
          card: card(
            { type: 'heading', text: foreign },
            { type: 'quote', text: foreign, source: foreign },
            { type: 'text', text: [bold('Let op'), ' ', foreign] },
          ),
        },
      ]
    case 'alleen ik':
      return [{ only: incoming.person.id, card: card({ type: 'text', text: 'Alleen voor jou' }) }]
    case 'kies':
      return [
        {
          card: card(
            { type: 'input', name: 'reason', label: 'Reden', optional: true },
            {
              type: 'choice',
              name: 'points',
              label: 'Punten',
              options: [
                { value: '10', label: '10 punten' },
                { value: '15', label: '15 punten' },
              ],
              value: '10',
            },
            {
              type: 'buttons',
              buttons: [{ kind: 'action', label: 'Vastleggen', action: 'decide', step: 's', values: { nr: '7' } }],
            },
          ),
        },
      ]
    case 'formulier':
      return [
        {
          card: card({
            type: 'form',
            title: 'Reden',
            action: 'reason',
            step: 'two',
            submit: 'Opslaan',
            buttonLabel: 'Reden geven',
            elements: [{ type: 'input', name: 'reason', label: 'Waarom?', multiline: true }],
          }),
        },
      ]
    default:
      return [
        {
          card: card({
            type: 'text',
            text: `Gehoord: ${text}${incoming.files.map((file) => ` [${file.name}]`).join('')}`,
          }),
        },
      ]
  }
}

const foreign =
  'A & B <!channel> <@U1> <https://evil.example|ok> *vet* _schuin_ ~weg~ `code` **x** [klik](https://evil.example) &lt;b&gt; <at>allen</at>'

/** The promises every platform keeps; those that rest on a capability which it lacks are reported as left out. */
export function describePlatform(
  name: string,
  createHarness: () => Promise<PlatformHarness>,
  lacks: Lack[] = [],
): void {
  describe(`${name} keeps the contract`, () => {
    const has = (...needed: Lack[]) => !needed.some((what) => lacks.includes(what))
    let harness: PlatformHarness
    let house: House
    let platform: RunningPlatform

    const start = async () => {
      platform = await harness.start(house)
      house.connect(platform.post)
    }
    const say = async (text: string, more: Omit<Said, 'text'> = {}) => {
      await platform.say({ text, ...more })
      await house.settled()
    }
    const texts = async (place: Place = 'direct') => (await platform.screen(place)).map((seen) => seen.text)
    const press = async (label: string, place: Place = 'direct', values?: Record<string, string>) => {
      const buttons = (await platform.screen(place)).flatMap((seen) => seen.buttons)
      const button = buttons.findLast((candidate) => candidate.label === label)
      if (!button) throw new Error(`no button "${label}" on the screen`)
      await button.press(values)
      await house.settled()
    }

    beforeEach(async () => {
      harness = await createHarness()
      house = createHouse(echo, (query) =>
        query.name === 'validate' && query.values['reason'] === 'te kort'
          ? { kind: 'errors', errors: { reason: 'Schrijf een zin.' } }
          : { kind: 'ok' },
      )
      await start()
    })

    afterEach(async () => {
      await platform.stop()
      await harness.close()
    })

    it('answers a direct message in the direct conversation', async () => {
      await say('hallo & <dag>')
      expect(await texts()).toContain('Gehoord: hallo & <dag>')
      expect(house.taken[0]).toMatchObject({ scope: 'direct', addressed: true, files: [] })
    })

    it('can post to a stored address later, from another process', async () => {
      await say('hallo')
      const to = JSON.parse(JSON.stringify(house.taken[0]!.address)) as string
      await platform.stop()
      await start()
      expect(
        await house.deliver({ key: 'later', to, card: card({ type: 'text', text: 'Dit duurde even.' }) }),
      ).toHaveProperty('ok')
      expect(await texts()).toContain('Dit duurde even.')
    })

    it.runIf(has('own-echo'))('ignores what it wrote itself', async () => {
      await platform.echo('Gehoord: mezelf')
      await house.settled()
      expect(house.taken).toEqual([])
    })

    it.runIf(has('redelivery'))('answers a message once, however often it is delivered', async () => {
      await say('hallo', { times: 3 })
      expect((await texts()).filter((text) => text === 'Gehoord: hallo')).toHaveLength(1)
    })

    it.runIf(has('channel'))(
      'marks a channel message without mention as not addressed, and silence posts nothing',
      async () => {
        await say('lunch?', { in: 'channel' })
        expect(house.taken.map(({ scope, addressed }) => ({ scope, addressed }))).toEqual([
          { scope: 'channel', addressed: false },
        ])
        expect((await texts('channel')).filter((text) => text.includes('Gehoord'))).toEqual([])
        expect(house.results).toEqual([])
      },
    )

    it.runIf(has('channel') && has('mention'))(
      'takes a mention as addressed and leaves it out of the text',
      async () => {
        await say('wanneer sluit die?', { in: 'channel', mention: true })
        expect(house.taken.map(({ text, addressed }) => ({ text, addressed }))).toEqual([
          { text: 'wanneer sluit die?', addressed: true },
        ])
        expect(await texts('channel')).toContain('Gehoord: wanneer sluit die?')
      },
    )

    it('gives a pressed button back with its step and values', async () => {
      await say('knop')
      await say('verder')
      await press('Akkoord')
      expect(house.taken.at(-1)!.action).toMatchObject({ name: 'accept', step: 'two', values: { criterion: '4' } })
      expect(await texts()).toContain('accept in stap two: criterion=4')
    })

    it('lets a stale button be told apart, so that it gets a friendly line', async () => {
      await say('knop')
      await press('Akkoord')
      expect(await texts()).toContain('Deze knop hoort bij een eerdere stap.')
    })

    it('replaces a card by what came after it', async () => {
      await say('knop')
      await say('verder')
      const seen = await texts()
      expect(seen.some((text) => text.includes('Stap twee'))).toBe(true)
      expect(seen.some((text) => text.includes('Stap een'))).toBe(false)
    })

    it('gathers inputs and choices with the button beside them', async () => {
      await say('kies')
      await press('Vastleggen', 'direct', { reason: 'want "ja" & <nee>', points: '15' })
      expect(house.taken.at(-1)!.action).toEqual({
        name: 'decide',
        step: 's',
        values: { nr: '7', reason: 'want "ja" & <nee>', points: '15' },
      })
    })

    it('says a text of 10,000 characters whole, in order, with every emoji intact', async () => {
      await say('lang')
      const all = (await texts()).join(' ').replace(/\s+/g, ' ')
      expect(all).toContain(words(220).slice(0, 50))
      const numbers = [...all.matchAll(/Zin (\d+) gaat over eis \d 👩🏽‍💻 en eindigt hier\./g)].map((match) =>
        Number(match[1]),
      )
      expect(numbers).toEqual(Array.from({ length: 220 }, (_, index) => index))
      expect(all.isWellFormed()).toBe(true)
    })

    it('shows foreign markup as the characters it is made of', async () => {
      await say('vreemd')
      const seen = (await texts()).find((text) => text.includes('Let op'))!
      expect(seen.split(foreign).length - 1).toBeGreaterThanOrEqual(3)
    })

    it('takes a file with its name and hands out its bytes', async () => {
      const bytes = new TextEncoder().encode('%PDF-1.4 cv')
      await say('cv', { file: { name: 'cv NvT.pdf', type: 'application/pdf', bytes } })
      expect(await texts()).toContain('Gehoord: cv [cv NvT.pdf]')
      const file = house.taken[0]!.files[0]!
      const fetched = await platform.fetchFile(file.ref)
      expect(Buffer.from(fetched).toString()).toBe('%PDF-1.4 cv')
      // pdf readers refuse a Buffer.
      expect(Object.getPrototypeOf(fetched)).toBe(Uint8Array.prototype)
    })

    it.runIf(has('file-out'))('hands out a file', async () => {
      await say('hallo')
      const bytes = new TextEncoder().encode('leeswijzer')
      const outgoing = {
        key: 'export',
        to: house.taken[0]!.address,
        card: card({ type: 'text', text: 'De leeswijzer.' }),
        file: { id: 'f1', name: 'leeswijzer.docx', type: 'application/octet-stream', size: bytes.length },
      }
      expect(await house.deliver(outgoing, { file: bytes })).toHaveProperty('ok')
      const files = (await platform.screen('direct')).flatMap((seen) => seen.files)
      expect(files.map((file) => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
        ['leeswijzer.docx', 'leeswijzer'],
      ])
    })

    it.runIf(has('channel') && has('private-in-channel'))(
      'shows a private reply in a channel to that person only',
      async () => {
        await say('alleen ik', { in: 'channel', mention: true })
        const everywhere = [...(await platform.screen('channel')), ...(await platform.screen('direct'))]
        const seen = everywhere.filter((message) => message.text === 'Alleen voor jou')
        expect(seen.map((message) => message.only)).toEqual([house.taken[0]!.person.id])
      },
    )

    it.runIf(has('forms'))(
      'refuses a form with its errors beside the fields and changes nothing, then takes it',
      async () => {
        await say('formulier')
        const before = house.taken.length
        expect(await platform.fillIn('Reden geven', { reason: 'te kort' })).toEqual({ reason: 'Schrijf een zin.' })
        expect(house.taken).toHaveLength(before)
        expect(await platform.fillIn('Reden geven', { reason: 'Zij deed dit bij de gemeente.' })).toBeNull()
        await house.settled()
        expect(house.taken.at(-1)!.action).toEqual({
          name: 'reason',
          step: 'two',
          values: { reason: 'Zij deed dit bij de gemeente.' },
        })
      },
    )
  })
}
