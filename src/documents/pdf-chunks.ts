import { getResolvedPDFJS } from 'unpdf'
import type { HiddenText } from './document.ts'
import { type Box, boxOf, contains, identity, intersect, type Matrix, multiply, point } from './pdf-matrix.ts'
import { createPaint, type Paint } from './pdf-paint.ts'

import { type Chunk, extentOf, isRectangle } from './pdf-shapes.ts'

export type Operators = { fnArray: number[]; argsArray: unknown[] }
export type PageFrame = { transform: number[]; width: number; height: number }

type State = {
  ctm: Matrix
  clip: Box
  fill: string | null
  stroke: string | null
  fillAlpha: number
  strokeAlpha: number
  font: string
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
}
type Glyph = { unicode: string; width: number; isSpace: boolean }

/** Text smaller than this, in points, is not meant to be read. */
const TINY = 4
/** A gap inside one text operator, in parts of the font size: from here a space, from there another column. */
const SPACE_GAP = 0.17
const COLUMN_GAP = 1

/**
 * Follows a page's drawing operators and gives every stretch of text with its place and whether it can be seen: the text layer alone
 * knows neither colour nor transparency. One pass, because a page's operators are the costly part.
 * `visible` says whether an optional layer is shown.
 */
export async function pageChunks(
  operators: Operators,
  frame: PageFrame,
  visible: (layer: unknown) => boolean,
): Promise<Chunk[]> {
  const { OPS } = await getResolvedPDFJS()
  const whole: Box = { x0: 0, y0: 0, x1: frame.width, y1: frame.height }
  const paint = createPaint(whole)
  const drawn: { chunk: Chunk; order: number }[] = []
  const stack: State[] = []
  const layers: boolean[] = []
  let tm: Matrix = identity
  let tlm: Matrix = identity
  let state: State = {
    ctm: frame.transform as Matrix,
    clip: whole,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    font: '',
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  }
  let clipping = false

  const handlers: Record<number, (args: unknown[]) => void> = {
    [OPS.save]: () => void stack.push({ ...state }),
    [OPS.restore]: () => {
      state = stack.pop() ?? state
    },
    [OPS.transform]: (args) => {
      state.ctm = multiply(state.ctm, args as Matrix)
    },
    [OPS.paintFormXObjectBegin]: ([matrix, box]) => {
      stack.push({ ...state })
      if (matrix) state.ctm = multiply(state.ctm, [...(matrix as Iterable<number>)] as Matrix)
      if (box) clipTo(box as ArrayLike<number>)
    },
    [OPS.paintFormXObjectEnd]: () => {
      state = stack.pop() ?? state
    },
    [OPS.beginAnnotation]: (args) => {
      stack.push({ ...state })
      const [, , transform, matrix] = args as [unknown, unknown, Matrix, Matrix]
      state.ctm = multiply(multiply(frame.transform as Matrix, transform), matrix)
    },
    [OPS.endAnnotation]: () => {
      state = stack.pop() ?? state
    },
    [OPS.beginText]: () => {
      tm = identity
      tlm = identity
    },
    [OPS.setTextMatrix]: ([matrix]) => {
      tm = [...(matrix as Iterable<number>)] as Matrix
      tlm = tm
    },
    [OPS.moveText]: ([x, y]) => move(x as number, y as number),
    [OPS.setLeadingMoveText]: ([x, y]) => {
      state.leading = y as number
      move(x as number, y as number)
    },
    [OPS.nextLine]: () => move(0, state.leading),
    [OPS.setLeading]: ([leading]) => {
      state.leading = -(leading as number)
    },
    [OPS.setFont]: ([font, size]) => {
      state.font = String(font)
      state.size = size as number
    },
    [OPS.setCharSpacing]: ([value]) => {
      state.charSpacing = value as number
    },
    [OPS.setWordSpacing]: ([value]) => {
      state.wordSpacing = value as number
    },
    [OPS.setHScale]: ([value]) => {
      state.scale = (value as number) / 100
    },
    [OPS.setTextRise]: ([value]) => {
      state.rise = value as number
    },
    [OPS.setTextRenderingMode]: ([value]) => {
      state.mode = value as number
    },
    [OPS.setFillRGBColor]: ([colour]) => {
      state.fill = colour as string
    },
    [OPS.setStrokeRGBColor]: ([colour]) => {
      state.stroke = colour as string
    },
    [OPS.setFillColorN]: () => {
      state.fill = null
    },
    [OPS.setStrokeColorN]: () => {
      state.stroke = null
    },
    [OPS.setGState]: ([entries]) => {
      for (const [key, value] of entries as [string, unknown][]) {
        if (key === 'ca') state.fillAlpha = value as number
        else if (key === 'CA') state.strokeAlpha = value as number
        else if (key === 'Font') [state.font, state.size] = value as [string, number]
      }
    },
    [OPS.clip]: () => {
      clipping = true
    },
    [OPS.eoClip]: () => {
      clipping = true
    },
    [OPS.constructPath]: ([operation, data, extent]) => {
      if (!extent) return
      const box = extent as ArrayLike<number>
      const place = intersect(boxOf(state.ctm, box[0]!, box[1]!, box[2]!, box[3]!), state.clip)
      if (fills.has(operation as number) && layers.every(Boolean))
        paint.fill(place, state.fill, state.fillAlpha, isRectangle((data as unknown[])[0]))
      if (clipping) state.clip = place
      clipping = false
    },
    [OPS.shadingFill]: () => paint.fill(state.clip, null, 1, false),
    [OPS.paintImageXObject]: () => paint.fill(boxOf(state.ctm, 0, 0, 1, 1), null, state.fillAlpha, false),
    [OPS.paintInlineImageXObject]: () => paint.fill(boxOf(state.ctm, 0, 0, 1, 1), null, state.fillAlpha, false),
    [OPS.beginMarkedContentProps]: ([tag, layer]) => void layers.push(tag !== 'OC' || visible(layer)),
    [OPS.beginMarkedContent]: () => void layers.push(true),
    [OPS.endMarkedContent]: () => void layers.pop(),
    [OPS.showText]: ([glyphs]) => show(glyphs as (Glyph | number)[]),
  }
  const fills = new Set([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ])

  operators.fnArray.forEach((operator, i) => {
    handlers[operator]?.((operators.argsArray[i] as unknown[] | null) ?? [])
  })
  return drawn.map(({ chunk, order }) => ({
    ...chunk,
    why: chunk.why ?? (paint.coveredAfter(order, extentOf(chunk)) ? 'background-colour' : null),
  }))

  function clipTo(box: ArrayLike<number>) {
    state.clip = intersect(boxOf(state.ctm, box[0]!, box[1]!, box[2]!, box[3]!), state.clip)
  }

  function move(x: number, y: number) {
    tlm = multiply(tlm, [1, 0, 0, 1, x, y])
    tm = tlm
  }

  function show(glyphs: (Glyph | number)[]) {
    let text = ''
    let from: [number, number] | null = null
    let to: [number, number] = [0, 0]
    let pending = 0
    const trm = multiply(state.ctm, tm)
    const size = Math.hypot(trm[2], trm[3]) * Math.abs(state.size)
    const at = (x: number) => point(trm, x, state.rise)
    const end = () => {
      if (from && text.trim() !== '') add(text, from, to, size, trm)
      text = ''
      from = null
    }
    let x = 0
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = (-glyph / 1000) * state.size * state.scale
        x += shift
        pending += shift
        continue
      }
      const gap = pending / (Math.abs(state.size) * Math.abs(state.scale) || 1)
      pending = 0
      if (text !== '' && gap > COLUMN_GAP) end()
      else if (text !== '' && gap > SPACE_GAP && !/\s$/.test(text) && glyph.unicode !== ' ') text += ' '
      from ??= at(x)
      text += glyph.unicode
      x +=
        ((glyph.width / 1000) * state.size + state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.scale
      to = at(x)
    }
    end()
    tm = multiply(tm, [1, 0, 0, 1, x, 0])
  }

  function add(text: string, from: [number, number], to: [number, number], size: number, trm: Matrix) {
    const upright = Math.abs(trm[1]) < Math.abs(trm[0]) * 0.05 && trm[0] > 0
    const chunk: Chunk = {
      text,
      x0: Math.min(from[0], to[0]),
      x1: Math.max(from[0], to[0]),
      y: from[1],
      size,
      font: state.font,
      upright,
      why: null,
    }
    chunk.why = whyHidden(chunk, paint)
    drawn.push({ chunk, order: paint.order() })
  }

  function whyHidden(chunk: Chunk, on: Paint): HiddenText['why'] | null {
    if (!layers.every(Boolean) || state.mode === 3 || state.mode === 7) return 'invisible-mode'
    const inked = state.mode % 4
    const alpha =
      inked === 1 ? state.strokeAlpha : inked === 2 ? Math.max(state.fillAlpha, state.strokeAlpha) : state.fillAlpha
    if (alpha < 0.05) return 'transparent'
    if (chunk.size < TINY) return 'tiny'
    const box = extentOf(chunk)
    const middle: [number, number] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]
    const seen = intersect(box, state.clip)
    if (
      !contains({ x0: 0, y0: 0, x1: frame.width, y1: frame.height }, ...middle) ||
      seen.x0 >= seen.x1 ||
      seen.y0 >= seen.y1
    )
      return 'off-page'
    const colours = inked === 1 ? [state.stroke] : inked === 2 ? [state.fill, state.stroke] : [state.fill]
    return colours.every((colour) => on.hides(colour, alpha, middle)) ? 'background-colour' : null
  }
}
