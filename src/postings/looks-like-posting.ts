/** Kinds of things that a posting has and other long texts have not; each counts once. */
const signs: RegExp[] = [
  /knock-?\s?out|\bvereisten\b|minimum\s?eisen|\beisen\b|\bmust[- ]haves?\b|requirements/i,
  /gunnings?criteri|selectie\s?criteri|\bwensen\b|award criteri|selection criteri/i,
  /\(?\b\d{1,3}\s?(?:punten|pt\.?|points)\b|weging\s*:?\s*\d{1,3}\s?%/i,
  /sluitings?datum|einde inschrijf|reageren (?:t\/m|vóór|voor|uiterlijk|tot)|reactietermijn|inschrijftermijn|closing date|deadline|application ends/i,
  /uren per week|uur per week|hours per week|\bfte\b/i,
  /\bduur\b|looptijd|verlenging|duration|extension/i,
  /inhuur|opdrachtgever|detachering|aanvraagnummer|inschrijving|hiring|contracting authority/i,
  /uurtarief|maximum ?tarief|functieschaal|\bschaal \d|hourly rate/i,
  /\bVOG\b|\bUEA\b|\bWaadi\b|\bSROI\b|social return|certificate of conduct|\bESPD\b/i,
  /\bDAS\b|raamovereenkomst|aanbesteding|nota van inlichtingen|framework agreement|tender/i,
]
/** What a CV has: its dates and diplomas would otherwise pass for a term and requirements. */
const cvSigns = /curriculum vitae|\bwerkervaring\b[^.\n]*$|geboortedatum|personalia|date of birth|nationaliteit/gim

/** Lines that a chat message rarely has; below it nobody pastes a posting. */
const leastLines = 40
const leastSigns = 4

/** A pasted text of over 40 lines with the parts of a posting: worth offering to add. Never decides more than an offer. */
export function looksLikePosting(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  if (lines <= leastLines) return false
  const found = signs.filter((sign) => sign.test(text)).length
  const ofCv = [...text.matchAll(cvSigns)].length
  return found >= leastSigns + (ofCv >= 2 ? 3 : 0)
}
