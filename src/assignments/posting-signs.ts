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

/** How many of the ten kinds of things that a posting has, a text has. */
export function postingSigns(text: string): number {
  return signs.filter((sign) => sign.test(text)).length
}
