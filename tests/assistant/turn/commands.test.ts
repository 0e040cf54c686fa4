import { describe, expect, it } from 'vitest'
import { commandIn } from '../../../src/assistant/turn/commands.ts'

describe('commands', () => {
  it.each([
    ['toets', 'score'],
    ['Toets 31050', 'score'],
    ['/maatstaf toets NvT voor 31050', 'score'],
    ['score AB for 31050', 'score'],
    ['help', 'help'],
    ['digest aan', 'digest'],
    ['deadlines', 'digest'],
    ['Luister bij vermelding.', 'listening'],
    ['taal engels', 'language'],
    ['wie ziet wat?', 'access'],
    ['agenda 31050', 'calendar'],
    ['Kalender van de programmamanager', 'calendar'],
    ['calendar', 'calendar'],
  ])('recognises "%s"', (text, name) => {
    expect(commandIn(text)?.name).toBe(name)
  })

  it.each([
    ['Klopt niet, het is schaal 11A; zie HR-gids.', 'het is schaal 11A; zie HR-gids.'],
    ['/maatstaf dat klopt niet: VOG moet wél', 'VOG moet wél'],
    ['klopt niet', null],
  ])('keeps what somebody says is wrong as it was typed: "%s"', (text, word) => {
    expect(commandIn(text)).toEqual({ name: 'wrong', word })
  })

  it.each([
    'wat toetsen ze in stap 4?',
    'hoe laat sluit 31050',
    'de score van gisteren',
    'overzichtje deadlines graag',
    'welke agenda wordt genoemd?',
    'help je me even met de deadline van 31050?',
  ])('leaves the question "%s" to the answers', (text) => {
    expect(commandIn(text)).toBeNull()
  })
})
