/** Below this ratio (WCAG 2, 1 = the same colour) a reader does not notice that anything stands there; #ebebeb on white is 1.19. */
const NOTICEABLE = 1.2

/** Six hex digits, with or without '#', to relative luminance 0 … 1; null when it is not a colour. */
export function luminance(colour: string): number | null {
  const hex = /^#?([0-9a-f]{6})$/i.exec(colour)?.[1]
  if (!hex) return null
  const [r, g, b] = [0, 2, 4].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** True when text of this colour cannot be told from what is behind it. An unknown colour counts as visible. */
export function blendsIn(colour: string, background: string): boolean {
  const [a, b] = [luminance(colour), luminance(background)]
  if (a === null || b === null) return false
  // Two colours of one brightness may still differ to the eye: red on green is ugly, not hidden.
  if (colourDistance(colour, background) > 60) return false
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < NOTICEABLE
}

function colourDistance(one: string, other: string): number {
  const channels = (colour: string) =>
    [0, 2, 4].map((i) => Number.parseInt(colour.replace('#', '').slice(i, i + 2), 16))
  const [a, b] = [channels(one), channels(other)]
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!)
}

/** A colour laid over another with an opacity of 0 … 1. */
export function mix(front: string, back: string, alpha: number): string {
  if (alpha >= 1) return front
  const channel = (colour: string, i: number) => Number.parseInt(colour.replace('#', '').slice(i, i + 2), 16)
  const mixed = [0, 2, 4].map((i) => Math.round(channel(front, i) * alpha + channel(back, i) * (1 - alpha)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
