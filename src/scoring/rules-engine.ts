import { createBreath } from './breath.ts'
import { readingOf } from './certainty.ts'
import { type Criterion, type Facet, facetsOf } from './criterion.ts'
import type { EvidenceEngine, Pointer, PointRequest } from './engine.ts'
import { type Lexicon, loadLexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { createReader, type Reader, type Showing } from './show.ts'

/** From this share of a facet's weight on, a sentence that has all that makes it states it. */
export const FULL = 0.75
/** A sentence with this much of a facet is near it. */
const NEAR = 0.45

/** Points at evidence by words alone: no key, no network, the same answer every time. `lexiconDirs` extend the lexicon. */
export function createRulesEngine(
  options: { lexiconDirs?: readonly string[]; lexicon?: Lexicon } = {},
): EvidenceEngine {
  const lexicon = options.lexicon ?? loadLexicon(options.lexiconDirs)
  return {
    kind: 'rules',
    lexicon,
    point: async (request) => ({ engine: 'rules', pointers: await pointByRules(request, lexicon), warnings: [] }),
  }
}

/** The pointers of every criterion that is shown by work. */
export async function pointByRules(request: PointRequest, lexicon: Lexicon): Promise<Map<string, Pointer[]>> {
  const breath = createBreath()
  const reader = createReader(lexicon)
  const pointers = new Map<string, Pointer[]>()
  for (const [done, criterion] of request.criteria.entries()) {
    await breath()
    request.signal?.throwIfAborted()
    pointers.set(criterion.key, await pointersFor(criterion, request.passages, reader, lexicon, breath))
    request.onProgress?.(done + 1, criterion.label)
  }
  return pointers
}

async function pointersFor(
  criterion: Criterion,
  passages: readonly Passage[],
  reader: Reader,
  lexicon: Lexicon,
  breath: () => Promise<void>,
): Promise<Pointer[]> {
  const facets = [...facetsOf(criterion.topic), ...criterion.contexts.flatMap(facetsOf)]
  const evidence = passages.filter((passage) => passage.admissible && passage.kind !== 'organisation')
  const pointers: Pointer[] = []
  for (const facet of facets) {
    const found: Pointer[] = []
    for (const [nth, passage] of evidence.entries()) {
      // A long CV has thousands.
      if (nth % passagesABreath === 0) await breath()
      const pointer = pointerOf(passage, facet, reader, lexicon)
      if (pointer) found.push(pointer)
    }
    pointers.push(...found, ...spread(found, passages, facet, reader))
  }
  return pointers
}

const passagesABreath = 50

function pointerOf(passage: Passage, facet: Facet, reader: Reader, lexicon: Lexicon): Pointer | null {
  const showing = reader.shows(passage, facet)
  const strength = strengthOf(showing, facet)
  if (strength === null) return null
  const { certainty, deed } = readingOf(passage, showing.tokens, lexicon, facet.setting)
  return {
    facet: facet.id,
    passage: passage.id,
    start: passage.start,
    end: passage.end,
    // "Verwerkte mutaties in AFAS" for the introduction of AFAS: neither the act that is asked for nor a verb that could stand for it.
    strength:
      strength === 'full' && (deed === 'unknown' || deed === 'beside') && lacksAct(showing, facet, lexicon)
        ? 'part'
        : strength,
    certainty,
  }
}

const act = /(?:en|ing|atie|tie)$/

/** The facet asks for an act ("het opstellen van …") of which the passage says nothing. */
const lacksAct = (showing: Showing, facet: Facet, lexicon: Lexicon): boolean =>
  facet.units.some(
    (unit, index) => unit.soft && act.test(unit.words) && !lexicon.bearers.has(unit.words) && !showing.units.has(index),
  )

/** How strongly a passage shows a facet; null for not at all. */
export function strengthOf(showing: Showing, facet: Facet): Pointer['strength'] | null {
  if (showing.whole) return showing.coverage >= FULL ? 'full' : 'part'
  const hard = [...showing.units].filter((index) => !facet.units[index]!.soft).length
  if (showing.related || (hard > 0 && showing.coverage >= NEAR) || hard >= 2) return 'near'
  return null
}

/** A job title that gives what its sentence lacks ("Projectleider verduurzaming" · "bedrijventerrein De X"): together they may state a facet. */
function spread(found: Pointer[], passages: readonly Passage[], facet: Facet, reader: Reader): Pointer[] {
  const extra: Pointer[] = []
  for (const title of passages.filter((passage) => passage.kind === 'title' && passage.admissible)) {
    if (
      found.some((pointer) => passages[pointer.passage]!.engagement === title.engagement && pointer.strength !== 'near')
    )
      continue
    const own = reader.shows(title, facet)
    if (own.units.size === 0) continue
    const other = passages.find((passage) => {
      if (passage.kind !== 'sentence' || passage.engagement !== title.engagement || !passage.admissible) return false
      const units = new Set([...own.units, ...reader.shows(passage, facet).units])
      return facet.units.every((unit, index) => unit.soft || units.has(index))
    })
    if (!other) continue
    for (const passage of [title, other]) {
      extra.push({
        facet: facet.id,
        passage: passage.id,
        start: passage.start,
        end: passage.end,
        strength: 'part',
        certainty: 'uncertain',
      })
    }
  }
  return extra
}
