import { beforeAll, describe, expect, it } from 'vitest'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import type { Chat, Driver, Sent, Shown, Where } from './driver.ts'
import { slackDriver } from './slack-driver.ts'
import { teamsDriver } from './teams-driver.ts'
import { terminalDriver } from './terminal-driver.ts'
import { webDriver } from './web-driver.ts'
import { holdsInOrder, isProgress, without, withoutMinute } from './words.ts'

/** Every platform there is; the others are compared with the first. */
const drivers: Driver[] = [webDriver, slackDriver, teamsDriver, terminalDriver]

type Step = { does: string; act(chat: Chat): Promise<void> }
const file = (name: string, text: string): Sent => ({ name, bytes: new TextEncoder().encode(text), type: 'text/plain' })
const say = (text: string, files: Sent[] = []): Step => ({
  does: `says "${text}"${files.map(({ name }) => ` with ${name}`).join('')}`,
  act: (chat) => chat.say(text, { files }),
})
const press = (label: string): Step => ({ does: `presses "${label}"`, act: (chat) => chat.press(label) })

/** A posting that is not known yet. */
const newPosting = samplePosting
  .replace('Projectleider duurzame mobiliteit', 'Adviseur waterveiligheid')
  .replaceAll('70412', '71500')
  .replaceAll('Gemeente Oostermeer', 'Waterschap Zuiderdiep')

const conversation: Step[] = [
  say('help'),
  say('hoeveel uur per week vraagt de projectleider?'),
  press('Projectleider duurzame mobiliteit'),
  say('wanneer sluit 70412?'),
  say('en is een VOG nodig?'),
  say('klopt niet'),
  say('wat is de kleur van het gebouw?'),
  press('Alles over 70412'),
  say('opdrachten'),
  say('voeg toe'),
  say('', [file('uitvraag.txt', newPosting)]),
  press('Klopt, open'),
  say('welke schaal is 71500?'),
  say('agenda 70412'),
  say('toets KV voor 70412, € 95'),
  say('', [file('cv.txt', sampleCv)]),
  say('overzicht'),
  press('Verder'),
  press('Deze twee kloppen'),
  say('welke functieschaal is dit?'),
  say('stop'),
  say('verder'),
  press('Gunningscriterium 3'),
  say('50 punten, want hij leidde ook de avonden zelf'),
  say('help'),
  say('klopt'),
  press('Bevestigen'),
  press('Bewijsrapport'),
  say('klaar'),
  say('wie past op 70412?'),
  press('Tekst voor de kandidaat'),
  press('KV weet het'),
  say('ik pak 70412 op'),
  say('wie heeft 70412?'),
  say('wanneer sluit 70412?'),
  press('Alles over 70412'),
  press('Ingediend'),
  say('wie ziet wat'),
  say('is a VOG required for 70412?'),
  say('what can you do'),
  say('taal nederlands'),
  say('dank je'),
]

const mention = (text: string): Step => ({
  does: `mentions it: "${text}"`,
  act: (chat) => chat.say(text, { in: 'channel', mention: true }),
})
const aloud = (text: string): Step => ({
  does: `says "${text}" to all`,
  act: (chat) => chat.say(text, { in: 'channel' }),
})

const channelTalk: Step[] = [
  { does: 'adds the assistant to the channel', act: (chat) => chat.join() },
  aloud('lunch?'),
  aloud('weet iemand hoe laat 70412 sluit?'),
  mention('welke schaal is 70999?'),
  mention('toets KV voor 70412'),
  mention('instellingen'),
  mention('digest aan'),
  mention('deadlines'),
  mention('luister bij vermelding'),
  aloud('weet iemand hoe laat 70999 sluit?'),
  mention('hoe laat sluit 70999?'),
]

/** What each step brought onto the screen; a message that was replaced counts again. */
async function walk(driver: Driver, steps: Step[], places: Where[]): Promise<Shown[][]> {
  const chat = await driver.open()
  try {
    const heard: Shown[][] = []
    const before = new Map<string, string>()
    for (const { act, does } of steps) {
      await act(chat).catch((cause: unknown) => {
        throw new Error(`${driver.name}: nobody ${does}`, { cause })
      })
      const fresh: Shown[] = []
      for (const place of places) {
        const screen = (await chat.screen(place)).filter(({ drawing }) => !isProgress(drawing))
        for (const [index, shown] of screen.entries()) {
          const words = JSON.stringify([shown.words, shown.controls])
          if (before.get(`${place}/${index}`) !== words) fresh.push({ ...shown, words: withoutMinute(shown.words) })
          before.set(`${place}/${index}`, words)
        }
      }
      heard.push(fresh)
    }
    return heard
  } finally {
    await chat.close()
  }
}

/** When a calendar file was made is each platform's own. */
function comparable({ words, controls, file, alone }: Shown) {
  const text = file ? new TextDecoder().decode(file.bytes).replace(/^DTSTAMP.*$/gm, '') : null
  return { words, controls, file: file && { name: file.name, text }, alone }
}

function compareWith(first: Driver, steps: Step[], places: Where[], others: Driver[]) {
  const heard = new Map<Driver, Promise<Shown[][]>>()
  const by = (driver: Driver) => {
    const known = heard.get(driver) ?? walk(driver, steps, places)
    heard.set(driver, known)
    return known
  }
  beforeAll(async () => void (await Promise.all([first, ...others].map(by))), 300_000)

  describe.each(others)('$name', (driver) => {
    it.each(steps.map(({ does }, index) => ({ does, index })))('answers when a person $does', async ({ index }) => {
      const wanted = (await by(first))[index] ?? []
      const got = (await by(driver))[index] ?? []
      expect(got.map(({ controls }) => controls)).toEqual(wanted.map(({ controls }) => controls))
      if (driver.formsAsWords) {
        const missing = wanted.filter(({ words }, at) => !holdsInOrder(got[at]?.words ?? '', words))
        expect(missing).toEqual([])
        expect(got.map(({ file }) => file?.name)).toEqual(wanted.map(({ file }) => file?.name))
      } else {
        const common = got.map((shown) => ({ ...shown, words: without(driver.ownWords ?? [], shown.words) }))
        expect(common.map(comparable)).toEqual(wanted.map(comparable))
        expect(got.map(({ forms }) => forms)).toEqual(wanted.map(({ forms }) => forms))
        for (const [at, { judging }] of got.entries()) if (judging) expect(judging).toEqual(wanted[at]?.judging)
      }
    })
  })

  it('leaves nobody without an answer who is owed one', async () => {
    const heard = await by(first)
    const silent = steps.filter((_, index) => heard[index]?.length === 0).map(({ does }) => does)
    expect(silent).toEqual(steps.map(({ does }) => does).filter((does) => quiet.has(does)))
  })
}

/** Steps after which it says nothing. */
const quiet = new Set(['says "lunch?" to all', 'says "weet iemand hoe laat 70999 sluit?" to all'])

describe('one conversation has the same words and buttons everywhere', () => {
  const [first, ...others] = drivers
  if (first) compareWith(first, conversation, ['direct'], others)
})

describe('a channel hears the same words everywhere', () => {
  const [first, ...others] = drivers.filter(({ channels }) => channels)
  if (first) compareWith(first, channelTalk, ['channel', 'direct'], others)
})
