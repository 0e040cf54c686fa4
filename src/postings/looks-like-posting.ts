import { postingSigns } from '../assignments/posting-signs.ts'

/** What a CV has: its dates and diplomas would otherwise pass for a term and requirements. */
const cvSigns = /curriculum vitae|\bwerkervaring\b[^.\n]*$|geboortedatum|personalia|date of birth|nationaliteit/gim

/** Lines that a chat message rarely has; below it nobody pastes a posting. */
const leastLines = 40
const leastSigns = 4

/** A pasted text of over 40 lines with the parts of a posting: worth offering to add. Never decides more than an offer. */
export function looksLikePosting(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  if (lines <= leastLines) return false
  const ofCv = [...text.matchAll(cvSigns)].length
  return postingSigns(text) >= leastSigns + (ofCv >= 2 ? 3 : 0)
}
