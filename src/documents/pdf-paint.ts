import { blendsIn, mix } from './contrast.ts'
import { type Box, contains } from './pdf-matrix.ts'

export type Paint = {
  /** Something was filled; colour null = unknown (a picture, a gradient). */
  fill(place: Box, colour: string | null, alpha: number, rectangle: boolean): void
  /** Would text of this colour, painted now, blend into what lies under this point? */
  hides(colour: string | null, alpha: number, at: [number, number]): boolean
  /** How much was painted so far. */
  order(): number
  /** Was this place painted over, opaquely, after that moment? */
  coveredAfter(order: number, place: Box): boolean
}

/** What was painted on a page, to know what lies behind and over its text. Paper is white. */
export function createPaint(page: Box): Paint {
  const fills: { place: Box; colour: string | null; alpha: number; rectangle: boolean }[] = []
  const worth = (box: Box) => box.x1 - box.x0 > 2 && box.y1 - box.y0 > 2

  /** The colour under a point; null when a picture or gradient makes it unknown. */
  function under([x, y]: [number, number]): string | null {
    let colour: string | null = '#ffffff'
    for (const fill of fills) {
      if (!contains(fill.place, x, y) || fill.alpha < 0.05) continue
      colour = fill.colour === null || colour === null ? null : mix(fill.colour, colour, fill.alpha)
      if (fill.colour !== null && fill.alpha > 0.95) colour = fill.colour
    }
    return colour
  }

  return {
    fill(place, colour, alpha, rectangle) {
      if (worth(place) && place.x0 < page.x1 && place.x1 > page.x0) fills.push({ place, colour, alpha, rectangle })
    },
    hides(colour, alpha, at) {
      const behind = under(at)
      return colour !== null && behind !== null && blendsIn(mix(colour, behind, alpha), behind)
    },
    order: () => fills.length,
    coveredAfter: (order, place) =>
      fills.slice(order).some(
        (fill) =>
          fill.rectangle &&
          fill.colour !== null &&
          fill.alpha > 0.95 &&
          contains(fill.place, Math.max(place.x0, page.x0) + 0.5, Math.max(place.y0, page.y0) + 0.5) &&
          // What runs off the page nobody sees there: a bar up to its edge hides the rest.
          contains(fill.place, Math.min(place.x1, page.x1) - 0.5, Math.min(place.y1, page.y1) - 0.5),
      ),
  }
}
