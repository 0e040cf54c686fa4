import { MaatstafError } from '../errors.ts'
import { blendsIn } from './contrast.ts'
import type { HiddenText } from './document.ts'

export type RtfEvent =
  | { kind: 'text'; text: string }
  | { kind: 'par'; inTable: boolean }
  | { kind: 'cell' }
  | { kind: 'row' }

type State = {
  skip: HiddenText['why'] | 'ignore' | null
  hidden: boolean
  halfPoints: number
  colour: number
  fill: number
  skipAfterUnicode: number
  inTable: boolean
}

/** Groups that hold no text of the page. */
const ignored = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator info pict object themedata datastore latentstyles filetbl revtbl xmlnstbl fldinst nonshppict bkmkstart bkmkend atnid atnauthor atntime atnref atndate atnparent pgdsctbl defchp defpap panose falt wgrffmtfilter mmathPr'.split(
    ' ',
  ),
)
const marks: Record<string, string> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}
/** A control word with its number, a symbol, an escaped byte, a brace, or text. */
const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi
/** Deeper than any word processor nests. */
const MAX_DEPTH = 500

/** Reads RTF token by token: text and structure as events, hidden text apart. Pictures and embedded objects are skipped. */
export function readRtf(source: string): { events: RtfEvent[]; hidden: Omit<HiddenText, 'page'>[]; pictures: boolean } {
  const events: RtfEvent[] = []
  const hidden: Omit<HiddenText, 'page'>[] = []
  const colours = readColours(source)
  const decoder = new TextDecoder(codePage(source))
  const stack: State[] = []
  let state: State = {
    skip: null,
    hidden: false,
    halfPoints: 24,
    colour: 0,
    fill: 0,
    skipAfterUnicode: 1,
    inTable: false,
  }
  let toSkip = 0
  let starred = false

  const emit = (text: string) => {
    if (state.skip === 'ignore') return
    const why = state.skip ?? lookWhy(state, colours)
    if (why === null) events.push({ kind: 'text', text })
    else if (hidden.at(-1)?.why === why) hidden.at(-1)!.text += text
    else hidden.push({ text, why })
  }

  for (const match of source.matchAll(token)) {
    const [, word, number, byte, symbol, brace, plain] = match
    const value = number === undefined ? null : Number(number)
    if (brace === '{') {
      if (stack.push({ ...state }) > MAX_DEPTH) throw new MaatstafError('file-damaged', 'rtf nested too deeply')
      starred = false
    } else if (brace === '}') {
      const before = stack.pop()
      if (before) state = before
      toSkip = 0
    } else if (symbol === '*') starred = true
    else if (byte !== undefined) {
      if (toSkip > 0) toSkip--
      else emit(decoder.decode(Uint8Array.of(Number.parseInt(byte, 16))))
    } else if (symbol !== undefined) {
      if (symbol === '~') emit(' ')
      else if (symbol === '_') emit('-')
      else if ('\\{}'.includes(symbol)) emit(symbol)
      else if (symbol === '\n' || symbol === '\r') events.push({ kind: 'par', inTable: state.inTable })
    } else if (plain !== undefined) {
      const rest = plain.slice(toSkip)
      toSkip = Math.max(0, toSkip - plain.length)
      if (rest !== '') emit(rest)
    } else if (word !== undefined) control(word, value)
  }

  function control(word: string, value: number | null) {
    if (ignored.has(word) || (starred && !/^(?:shpinst|shptxt|annotation|shppict|ud|upr)$/.test(word))) {
      if (word !== 'fldinst' || state.skip === null) state.skip = 'ignore'
    } else if (word === 'annotation') state.skip = 'comment'
    else if (word === 'deleted') state.skip = value === 0 ? null : 'deleted'
    else if (word === 'sn' || word === 'sp' || word === 'sv') state.skip = 'ignore'
    else if (word in marks) emit(marks[word]!)
    else if (word === 'u' && value !== null) {
      emit(String.fromCharCode(value < 0 ? value + 65536 : value))
      toSkip = state.skipAfterUnicode
    } else if (word === 'uc') state.skipAfterUnicode = value ?? 1
    else if (word === 'par' || word === 'sect' || word === 'page') {
      if (state.skip === null) events.push({ kind: 'par', inTable: state.inTable })
    } else if (word === 'cell' || word === 'nestcell') events.push({ kind: 'cell' })
    else if (word === 'row' || word === 'nestrow') events.push({ kind: 'row' })
    else if (word === 'intbl') state.inTable = true
    else if (word === 'pard') state.inTable = false
    else if (word === 'plain') state = { ...state, hidden: false, halfPoints: 24, colour: 0, fill: 0 }
    else if (word === 'v') state.hidden = value !== 0
    else if (word === 'fs') state.halfPoints = value ?? 24
    else if (word === 'cf') state.colour = value ?? 0
    else if (word === 'cb' || word === 'highlight' || word === 'chcbpat' || word === 'clcbpat' || word === 'cbpat')
      state.fill = value ?? 0
    starred = false
  }

  return { events, hidden, pictures: /\\pict\b/.test(source) }
}

function lookWhy(state: State, colours: (string | null)[]): HiddenText['why'] | null {
  if (state.hidden) return 'vanish'
  if (state.halfPoints < 8) return 'tiny'
  const colour = colours[state.colour]
  const fill = state.fill > 0 ? colours[state.fill] : '#ffffff'
  return colour && fill && blendsIn(colour, fill) ? 'background-colour' : null
}

/** The colour table; entry 0 is "automatic". */
function readColours(source: string): (string | null)[] {
  const table = /\{\\colortbl([^}]*)\}/.exec(source)?.[1] ?? ''
  return table.split(';').map((entry) => {
    const channel = (name: string) => /(\d+)/.exec(new RegExp(`\\\\${name}(\\d+)`).exec(entry)?.[0] ?? '')?.[1]
    const channels = ['red', 'green', 'blue'].map(channel)
    if (channels.some((value) => value === undefined)) return null
    return `#${channels.map((value) => Number(value).toString(16).padStart(2, '0')).join('')}`
  })
}

function codePage(source: string): string {
  const page = /\\ansicpg(\d+)/.exec(source.slice(0, 2000))?.[1]
  const known = ['1250', '1251', '1252', '1253', '1254', '1257']
  return page !== undefined && known.includes(page) ? `windows-${page}` : 'windows-1252'
}
