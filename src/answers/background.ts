import type { Lang } from '../chat/reply.ts'
import { fold } from '../text/fold.ts'
import terms from './background.json' with { type: 'json' }

/** A term of the field explained, with where and when it was looked up. Kept apart from what a posting says. */
export type Background = { term: string; text: string; source: string; on: string; words: string[] }

const asks =
  /^(?:(?:en|maar|hoi|vraagje|ok)[ ,:]+)?(?:wat (?:is|zijn|betekent|betekenen|houdt|was)|leg .{0,6}uit|uitleg(?: over)?|waar staat|what(?:'s| is| are| does)|explain|wat wordt bedoeld met|wat doet)\s+(?:dat |nou |nu |eigenlijk |ook alweer |precies |me )?(?:een |a |an |the |de |het |die |dat )?/

/** The term a question asks to explain, or null: "wat is sroi?", not "wat is de sroi-grens van 31050?". */
export function backgroundFor(folded: string, lang: Lang): Background | null {
  const match = asks.exec(folded)
  if (match === null) return null
  const rest = folded
    .slice(match[0].length)
    .replace(/[?.!]+$/, '')
    .replace(/\b(?:eigenlijk|precies|ook alweer|nou|in|mean|voor|exactly|again|stand for|dat|ook weer)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  // "wat zijn de knock-outs?" asks which there are, "wat zijn knock-outs?" what that is.
  const which = /\b(?:zijn|are)\b.*\b(?:de|die|the)\s*$/.test(match[0])
  const found = terms.find(({ words }) =>
    words.some((word) => fold(word) === rest || (!which && `${fold(word)}s` === rest)),
  )
  return found === undefined
    ? null
    : { term: found.term, text: found[lang], source: found.source, on: found.on, words: found.words }
}
