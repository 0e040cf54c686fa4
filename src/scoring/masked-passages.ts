import { mask } from '../candidates/masking.ts'
import type { PointRequest } from './engine.ts'

/** What a model may see of each passage, by passage id: without name, contact details and whatever else says who it is about. */
export function maskedPassages({ passages, documents, career }: PointRequest): Map<number, string> {
  const masked = mask(documents, career)
  return new Map(
    passages.map((passage) => {
      const { start, end } = masked.mask(passage.source, passage.start, passage.end)
      return [passage.id, (masked.texts[passage.source] ?? '').slice(start, end)]
    }),
  )
}
