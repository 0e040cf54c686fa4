import { fold } from '../text/fold.ts'
import type { Lexicon } from './lexicon.ts'

const lead =
  /(?:^|[\s(])(?<!zowel \S+ )(?:in de (?:rol|functie|hoedanigheid) van|in the (?:role|position|capacity) of|werkzaam als|gewerkt als|als(?: een)?|as(?: an?| the)?)\s+(?:een |an? )?/iu
const boundaryNl =
  /\s(?:binnen|bij|in|op|van|voor|met|aan|waarbij|waarin|die|rondom|te|gedurende|over|namens|tussen|richting)\s|[.;(]|,\s*(?:opgedaan|waarbij|bij|binnen|met|in)\s|$/iu
const boundaryEn =
  /\s(?:within|at|in|on|for|with|of|who|that|during|inside|across|over|to)\s|[.;(]|,\s*(?:gained|at|within|with|in)\s|$/iu

/** "als programmamanager of coördinator binnen …": the roles, and the text without them. No "als" = no roles. */
export function takeRoles(text: string, lexicon: Lexicon, english: boolean): { rest: string; roles: string[] } {
  const match = lead.exec(text)
  if (
    !match ||
    /\bzowel\b/i.test(text.slice(0, match.index)) ||
    /\b(?:such|well|known|same|zo|evenals|soon)\s*$/i.test(text.slice(0, match.index))
  ) {
    return { rest: text, roles: [] }
  }
  const after = text.slice(match.index + match[0].length)
  const end = (english ? boundaryEn : boundaryNl).exec(after)?.index ?? after.length
  const names = after
    .slice(0, end)
    .split(/\s*(?:,|\/|\ben\/of\b|\band\/or\b|\bof\b|\bor\b|\bdan wel\b|\ben\b|\band\b)\s*/iu)
    .map((name) =>
      fold(name)
        .replace(/^(?:een|an?|the|de)\s+/, '')
        .replace(
          /^(?:senior|ervaren|experienced|zelfstandig|vergelijkbare?|similar|soortgelijke?) ?(?:functie|rol|role)?/,
          '',
        )
        .trim(),
    )
    .filter((name) => name.length > 2)
  if (names.length === 0) return { rest: text, roles: [] }
  const read = names.map((name) => familyName(name, lexicon))
  return {
    // A full stop, so that what hangs behind the role is not read into an employer's name.
    rest: `${text.slice(0, match.index)} . ${read.map((each) => each.rest).join(' ')} ${after.slice(end)}`,
    roles: read.map((each) => each.role),
  }
}

/**
 * The lexicon's family for a printed role, and what stands behind it: "projectleider riolering" is a projectleider whose topic is riolering. A role that no family knows
 * keeps its printed words.
 */
function familyName(name: string, lexicon: Lexicon): { role: string; rest: string } {
  if (lexicon.roles.families.has(name)) return { role: name, rest: '' }
  const plain = name.replace(/-/g, ' ')
  const named = [...lexicon.roles.families].flatMap(([id, family]) =>
    [id, ...family.names].map((each) => ({ id, words: fold(each).replace(/-/g, ' ') })),
  )
  const whole = named.find(({ words }) => words === plain)
  if (whole) return { role: whole.id, rest: '' }
  const [longest] = named
    .filter(({ words }) => !words.includes('*') && plain.startsWith(`${words} `) && words.length > 4)
    .sort((a, b) => b.words.length - a.words.length)
  return longest ? { role: longest.id, rest: plain.slice(longest.words.length) } : { role: name, rest: '' }
}
