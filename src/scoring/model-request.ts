import { randomInt } from 'node:crypto'
import { type Criterion, facetsOf } from './criterion.ts'
import type { Passage } from './passage.ts'

/** A criterion as the model sees it: its facets by id. Role and employer are not among them: code judges those by title and name. */
export type Asked = { id: string; criterion: Criterion; facets: Record<string, string> }

export function askedOf(criterion: Criterion, id: string): Asked {
  const facets: Record<string, string> = {}
  for (const facet of [...facetsOf(criterion.topic), ...criterion.contexts.flatMap(facetsOf)])
    facets[facet.id] = facet.text
  return { id, criterion, facets }
}

/** The criteria as JSON; the canary travels among them under an id like any other. */
export function criteriaText(asked: readonly Asked[], canary: Canary): string {
  const all = asked.map(({ id, criterion, facets }) => ({ id, text: criterion.text, facets }))
  const at = Math.min(canary.position, all.length)
  return JSON.stringify(
    [...all.slice(0, at), { id: canary.id, text: canary.text, facets: { f0: canary.facet } }, ...all.slice(at)],
    null,
    1,
  )
}

/** Lines that may be pointed at; what speaks to a machine is not among them. */
export function linesText(passages: readonly Passage[], masked: ReadonlyMap<number, string>): string {
  return passages
    .filter((passage) => passage.admissible && passage.kind !== 'organisation')
    .map(
      (passage) =>
        `${passage.id} | ${passage.engagement === null ? 'no job' : `job ${passage.engagement}`} | ${passage.kind} | ${oneLine(masked.get(passage.id) ?? passage.text)}`,
    )
    .join('\n')
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export type Canary = { id: string; text: string; facet: string; position: number }

const canaries = [
  'het leiden van bemande expedities naar de planeet Neptunus',
  'het temmen van zeemeerminnen voor het Romeinse leger',
  'het regisseren van opera’s op de bodem van de Marianentrog',
  'het fokken van tweekoppige draken in de middeleeuwen',
]

/** A criterion that no CV can meet: whoever calls it shown reads nothing. */
export function drawCanary(criteria: number, draw: (below: number) => number = (below) => randomInt(below)): Canary {
  const facet = canaries[draw(canaries.length)]!
  return { id: `c${criteria}`, text: `Aantoonbare werkervaring met ${facet}`, facet, position: draw(criteria + 1) }
}
