import type { Lang, Reply } from '../../src/chat/reply.ts'
import { createHouse, file, shown, type Talk } from './house.ts'

/**
 * A conversation as a readable file: `**Naam:**` lines are what people say or press, `*gelezen: …*` is the end of a reading,
 * `*herstart*` a killed process; everything after `>` is what the assistant says and is made anew and compared.
 *
 *   **Sanne:** toets NvT voor 4711 *(cv.pdf)*        says something, with files
 *   **Sanne:** [Klopt]                               presses the newest button with this label
 *   **Sanne:** [Klopt] *(eerdere kaart)*             presses one of a card before it
 *   **Sanne:** [Andere punten: points=10; reason=…]  fills in a form
 *   **Sanne in het kanaal:** toets 4711              says it where others read along
 */
export function replay(script: string): string {
  const option = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(script)?.[1]?.trim()
  const model = option('taalmodel')
  const house = createHouse(model ? { modelHost: model } : {})
  const lang = (option('taal') ?? 'nl') as Lang
  const talks = new Map<string, Talk>()
  const talkOf = (name: string) => {
    const known = talks.get(name)
    if (known) return known
    const made = house.talk(`web:${name.toLowerCase()}`, lang)
    talks.set(name, made)
    return made
  }
  const out: string[] = []
  let speaker: string | null = null
  for (const line of script.split('\n')) {
    if (line.startsWith('>') || (line === '' && out.at(-1) === '')) continue
    out.push(line)
    const said = /^\*\*(.+?)( in het kanaal)?:\*\* (.+)$/.exec(line)
    const event = /^\*(?:(.+?) )?(gelezen: .+|herstart)\*$/.exec(line)
    if (said) {
      speaker = said[1]!
      out.push('', ...assistant(spoken(talkOf(speaker), said[3]!, Boolean(said[2])), talkOf(speaker)), '')
    } else if (event && speaker) {
      const talk = talkOf(event[1] ?? speaker)
      if (event[2] === 'herstart') talk.restart()
      const replies = event[2] === 'herstart' ? talk.resume() : talk.read(event[2]!.slice('gelezen: '.length))
      out.push('', ...assistant(replies, talk), '')
    }
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function spoken(talk: Talk, words: string, inChannel: boolean): Reply[] {
  const files = [...words.matchAll(/\*\(([^)]+\.\w{2,4})\)\*/g)].flatMap(([, names]) =>
    names!.split(', ').map((name) => file(name)),
  )
  const text = words.replace(/\s*\*\([^)]*\)\*/g, '').trim()
  const pressed = /^\[([^\]:]+(?:: [^\]=]+)?)(?:: ([^\]]*=[^\]]*))?\]$/.exec(text)
  if (pressed) {
    const values = Object.fromEntries(
      (pressed[2] ?? '')
        .split('; ')
        .filter(Boolean)
        .map((pair) => pair.split(/=(.*)/s).slice(0, 2)),
    )
    return talk.button(pressed[1]!.trim(), values, words.includes('(eerdere kaart)') ? 1 : 0)
  }
  if (/^(?:toets|score)\b/i.test(text)) return talk.start(text, files, inChannel ? 'channel' : 'direct')
  return talk.say(text, files)
}

function assistant(replies: Reply[], talk: Talk): string[] {
  const lines = replies.flatMap((reply) => [
    '>',
    ...(reply.where === 'here'
      ? ['> *(in het kanaal)*']
      : reply.where === 'personal'
        ? ['> *(in een direct bericht)*']
        : []),
    ...shown(reply.card)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `> ${line}  `.trimEnd()),
  ])
  if (talk.handled()) return lines.slice(1)
  // A question in between: the assistant answers it and then says where we were.
  return [
    '> *(Hier beantwoordt de assistent de vraag of het commando zelf.)*',
    ...(talk.state()?.paused ? [] : assistant(talk.resume(), talk).map((line) => line)),
  ]
}
