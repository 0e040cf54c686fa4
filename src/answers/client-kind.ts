import type { Assignment } from '../assignments/assignment.ts'
import type { Catalogue } from '../assignments/catalogue.ts'
import { fold } from '../text/fold.ts'

/** A kind of client in both languages, as its name has it. */
const kinds = [
  /gemeente|municipality/,
  /provincie|province/,
  /waterschap|water (?:board|authority)/,
  /hoogheemraadschap/,
  /ministerie|ministry/,
  /veiligheidsregio/,
  /omgevingsdienst/,
  /universiteit|university/,
  /hogeschool/,
  /\bggd\b/,
  /zorggroep/,
  /woningcorporatie/,
]
const anyKind = kinds.map(({ source }) => source).join('|')

/** "bij de gemeente", "sluit het waterschap": the known one. "Bij een gemeente" is any. */
const called = new RegExp(
  `\\b(?:van|bij|voor|sluit|vraagt|wil|eist|zoekt|from|for|at|of|with|does) (?:de|het|die|dat|the) (${anyKind})\\b|\\b(?:de|die|deze|dat|het|the|that) (${anyKind})[ -](?:klus|opdracht|uitvraag|aanvraag|functie|rol|job|assignment|posting|one)\\b`,
)
/** "Die van het waterschap", "the one at the municipality": another than the one spoken of. */
const another = new RegExp(
  `\\b(?:die|dat|opdracht|klus|uitvraag|aanvraag|one|assignment|posting) (?:van|bij|voor|from|for|at|of) (?:de|het|the) (${anyKind})\\b`,
)

/** "de provincie of zorggroep De Wiel": one of two that are weighed against each other. */
const beside = new RegExp(
  `\\b(?:of|en|or|and) (?:de|het|die|the) (${anyKind})\\b|\\b(?:de|het|die|the) (${anyKind}) (?:of|en|or|and)\\b`,
)

/** More of one kind than this are not told one by one: then the kind says too little. */
const MOST = 3

/**
 * The open assignments of a client that is called by its kind alone. With `held`, what the conversation is about, only where the words
 * plainly turn to another: "is ervaring bij de gemeente nodig?" is about the held one. Empty where nobody, or too many, are meant.
 */
export function calledByKind(
  folded: string,
  catalogue: Catalogue,
  now: Temporal.ZonedDateTime,
  held: boolean,
): Assignment[] {
  const match = (held ? another : called).exec(folded)
  return ofKind(match?.[1] ?? match?.[2], catalogue, now)
}

/** The assignments of a client that is called by its kind beside another that is named. */
export function besideByKind(folded: string, catalogue: Catalogue, now: Temporal.ZonedDateTime): Assignment[] {
  const match = beside.exec(folded)
  return ofKind(match?.[1] ?? match?.[2], catalogue, now)
}

function ofKind(said: string | undefined, catalogue: Catalogue, now: Temporal.ZonedDateTime): Assignment[] {
  const kind = said === undefined ? undefined : kinds.find((one) => one.test(said))
  if (kind === undefined) return []
  const whole = new RegExp(`\\b(?:${kind.source})\\b`)
  const meant: Assignment[] = []
  for (const assignment of catalogue.open(now)) {
    if (!whole.test(fold(assignment.posting.organisation ?? ''))) continue
    meant.push(assignment)
    if (meant.length > MOST) return []
  }
  return meant
}
