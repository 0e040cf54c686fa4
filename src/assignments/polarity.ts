/** "Over social return is niets bepaald": the posting names it and does not say. */
const silent =
  /\bniets (?:bepaald|vermeld|geregeld|opgenomen|gezegd|over)|(?:nog )?niet (?:bekend|bepaald|vermeld|besloten)|nothing (?:is |has been )?(?:said|stated|determined)|not (?:yet )?(?:known|specified|decided)/i
const denial =
  /\b(?:geen|niet (?:opnieuw|nodig|vereist|verplicht|gevraagd|gewenst|mogelijk|toegestaan|van toepassing|aan de orde|te worden|in te|bij te|aan te|via|binnen|geaccepteerd|verlangd|noodzakelijk|langer)|is niet|zijn niet|(?:speelt|spelen|geldt|gelden) (?:\S+ ){0,4}?niet|(?:zit|zitten) er niet in|wordt niet|worden niet|hoe(?:ft|ven) (?:\S+ ){0,3}niet|kan niet|kunnen niet|mag niet|vraagt niet|vragen niet|niet$|n\.?v\.?t\b\.?|nvt|nee\b|zonder|(?:valt|vallen|loopt|lopen|gaat|gaan|falls?) (?:buiten|outside)\b|vervalt|uitgesloten|uitsluitend op (?:locatie|kantoor)|no\b|not\b|none\b|without|excluded|n\/a|cannot|neither\b|nor\b)/iu
/** Words with "niet" or "no" in them that deny nothing about the condition itself. */
const harmless =
  /niet ouder dan|niet langer dan \d|niet alleen|no older than|not older than|no more than|not only|niet later dan|no later than|no earlier than|geen [^,;.]{0,40}\bkan (?:over)?leggen|geen [^,;.]{0,40}\bkunnen (?:over)?leggen|op het no\b|\bno\.\s/giu

const breaks = /[;:.]\s+|,\s+|\s[–—-]\s|\(|\)|\bmaar\b|\bbut\b|\bwel\b/giu

/**
 * What a sentence says of a condition that it mentions: false when the clause with the term denies it. A label's value ("UEA: nee")
 * and a list ("SROI en UEA n.v.t.") are clauses of their own.
 */
export function holds(sentence: string, term: RegExp): boolean | null {
  if (!term.test(sentence) || silent.test(sentence)) return null
  // "Uniform Europees Aanbestedingsdocument (UEA) is niet nodig": the short name in brackets starts no clause.
  const named = sentence.replace(/\((\p{Lu}{2,8})\)/gu, ' $1 ')
  // "VOG ja / UEA nee": each part has its own answer.
  const plain = /\b(?:ja|nee|yes|no)\s+\/\s/i.test(named) ? named.replace(/\s\/\s/g, ' ; ') : named
  // Of two clauses the later one decides: "Het UEA is er al; een nieuw UEA is niet nodig."
  const match = [...plain.matchAll(new RegExp(term.source, `${term.flags.replace('g', '')}g`))].at(-1)
  const cleaned = plain.replace(harmless, (words) => ' '.repeat(words.length))
  return match ? said(cleaned, match) : null
}

function said(cleaned: string, match: RegExpExecArray): boolean {
  const bounds = [...cleaned.matchAll(breaks)]
  const before = bounds.findLast(({ index }) => index + 1 <= match.index && index < match.index)
  const from = before ? before.index + before[0].length : 0
  const after = bounds.filter(({ index }) => index >= match.index + match[0].length)
  // "VOG: niet vereist", "VOG (niet nodig)": the clause goes on behind a colon or a bracket that opens right after the term.
  const tail = cleaned.slice(match.index + match[0].length)
  const opening = /^\)?(?:[\w\s/-]{0,25}?[:(]|\s*–)\s*/.exec(tail)
  const value = opening ? tail.slice(opening[0].length).split(/[,;)]|\.(?:\s|$)/)[0]! : ''
  const end = after.find(({ 0: mark }) => !/^[:(]/.test(mark))?.index ?? cleaned.length
  const clause = cleaned.slice(Math.min(from, match.index), end)
  if (value !== '' && /^(?:ja|yes|verplicht|vereist|required)\b/i.test(value)) return true
  // "UEA: reeds ingediend bij de raamovereenkomst": it is not asked once more.
  if (
    /^(?:reeds|al|already)\s+(?:eerder )?(?:ingediend|ingeleverd|aanwezig|in (?:ons )?bezit|overlegd|ontvangen|submitted|provided)/i.test(
      value,
    )
  )
    return false
  const ahead = cleaned.slice(Math.min(from, match.index), match.index)
  if (/\b(?:niet|not)(?:\s+\S+){0,3}\s*$/i.test(ahead)) return false
  return !(denial.test(clause) || (value !== '' && denial.test(value)))
}
