import type { CareerLine } from './career-lines.ts'
import { organisationScore, roleScore } from './header.ts'
import { labelled } from './labels.ts'

/** Short, no bullet, no sentence: a line that may name a role or an employer. */
export function isHeaderLine(line: CareerLine): boolean {
  if (line.bullet && !(line.numbered && line.gap && line.text.split(/\s+/).length <= 8)) return false
  const label = labelled(line)
  if (label && namesAssignment(line)) return true
  if (label) return label.kind !== 'text' && label.kind !== 'skills' && label.kind !== 'period'
  const outside = line.text.replace(/\([^)]*\)/g, '')
  const tooLong = outside.split(/\s+/).length > 12 || outside.length > 100
  if ((tooLong && !roleAndPlace(outside)) || line.text.length > 180 || /:$/.test(line.text)) return false
  if (/[.;!?]$/.test(line.text) && !/(?:\b[bn]\.?v|\b[vc]\.?o?\.?f|ltd|inc|co|e\.d|o\.a|\b\p{Lu})\.$/iu.test(line.text))
    return false
  return true
}

/** "Site inspector, Bureau X, stationed full time at the Province of Y": long, but a role before its first comma and its employer behind it. */
function roleAndPlace(text: string): boolean {
  const [first = '', ...rest] = text.split(/,\s+/)
  return (
    text.length <= 150 &&
    wordCount(first) <= 6 &&
    roleScore(first) > 0 &&
    rest.length > 0 &&
    rest.every((part) => wordCount(part) <= 10) &&
    rest.some((part) => organisationScore(part) >= 2)
  )
}

/** "Opdracht: projectleider omgevingsvisie, gemeente X" names the job; "Opdracht: het invoeren van …, zodat …" describes it. */
export function namesAssignment(line: CareerLine): boolean {
  return (
    /^(?:opdracht|project|assignment)\s*\d*\s*:/i.test(line.text) &&
    wordCount(line.text) <= 12 &&
    !/[.;]$/.test(line.text)
  )
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
