import { isGeneric, namesOf } from '../assignments/catalogue-names.ts'
import { rootsOf } from '../assignments/word-roots.ts'
import { fold } from '../text/fold.ts'
import { clip } from './evidence.ts'
import { type Finding, fact, notStated, say, type View } from './finding.ts'
import type { Passage } from './passages.ts'
import { type PassageHit, searchPassages } from './search-passages.ts'
import { asksDemand, isCriterion, isKnockout, verdictOf } from './verdict.ts'
import { type Wanted, wantedOf } from './wanted.ts'

/** Part of the telling words, by weight, that a passage must hold to count as the answer. */
const ENOUGH = 0.6
/** Less is enough where the very noun asked about is there. */
const FOCUSED = 0.4
/** Kinds of answer that hardly a passage holds by chance. */
const telling = new Set<Wanted['kind']>(['length', 'often', 'weekday', 'money', 'name', 'when', 'number'])
/** And so much where one passage stands out from all others. */
const HALF = 0.47
/** So much better than the next is the best where it stands out. */
const CLEARLY = 1.2
/** With this much, a strange name beside it does not matter. */
const NEARLY_ALL = 0.9
/** With less than this it is not even near. */
const NEAR = 0.34
/** "the coordinator" is whoever is hired: it says nothing of what is asked. */
const roleRoot =
  /manag|leid$|directeur|secretar|co?ordinator|advi[sz]|architect|officer|lead$|controller|jurist|specialist|engine|regis|medewerk/
const PASSAGES = 2
/** Nearly as good as the best. */
const EVEN = 0.72
const WORDS = 48

/** A question on no known topic: the passage that answers it, the nearest one, or that the posting does not say. */
export function answerFromText(view: View): Finding {
  const { t, assignment, ask } = view
  const bare = bareNumbers(view)
  if (bare !== null) return notStated(t.unlabelled(bare), [bare])
  const names = namesOf(assignment)
  // The assignment's own name says which one is meant, not what is asked.
  const role = /\bwie\b|\bwho\b/.test(ask.folded) ? null : roleRoot
  const itself = (root: string) =>
    (!isGeneric(root) && (names.get(root) === 'client' || names.get(root) === 'alias')) ||
    (names.get(root) === 'title' && role?.test(root) === true)
  const found = asFacts(view, searchPassages(assignment, ask.folded, itself), itself)
  // "waarom": the sentence that gives a reason, though another holds the same words.
  const reasons =
    wantedOf(ask.folded).kind === 'why'
      ? found.filter(({ passage, covered }) => covered >= FOCUSED && gives.test(passage.folded))
      : []
  // "waarom is zij weggegaan": that she left is no reason.
  if (wantedOf(ask.folded).kind === 'why' && reasons.length === 0)
    return notStated(t.notStated, found[0] && found[0].covered >= NEAR ? [found[0].passage.verbatim] : [])
  const hits = reasons.length > 0 ? reasons : found
  const best = hits[0]
  const parts = ask.folded.split(
    / ?\/ |\? (?=\p{L})|,? of (?=(?:moet|mag|kan|is|zijn|wordt|worden|krijg\w*) )|,? or (?=(?:must|may|can|is|are|do|does) )/u,
  )
  if (parts.length > 1 && parts.every((part) => part.includes(' '))) {
    const told = parts.map((folded) => answerFromText({ ...view, ask: { ...ask, folded } }))
    const known = told.filter(({ kind }) => kind !== 'not-stated')
    if (known[0] !== undefined) return known[0]
  }
  if (best === undefined) return notStated(t.notStated)
  // A passage alone with a subject of the question answers it, though who asks says the rest in other words.
  const known = !namesUnknown(view)
  const standsOut = best.anchored && best.score >= (hits[1]?.score ?? 0) * CLEARLY ? best : null
  const { kind } = wantedOf(ask.folded)
  const fitting = hits.filter(({ fits, covered }) => fits && covered >= NEAR)
  const good = hits
    .filter(
      (hit) =>
        (hit.covered >= ENOUGH ||
          ((hit.focused || hit.named) && hit.covered >= FOCUSED) ||
          // Of the passages that speak of it only one says when, how long or how often.
          (kind !== null &&
            telling.has(kind) &&
            (kind !== 'number' || wantedOf(ask.folded).counted !== '') &&
            hit.itself &&
            fitting.length === 1 &&
            hit.covered >= HALF) ||
          (hit === standsOut && hit.covered >= (kind !== null && telling.has(kind) ? NEAR : HALF))) &&
        (hit.fits ||
          (hit.covered >= NEARLY_ALL &&
            hit.concepts >= 2 &&
            (kind === 'who' || kind === 'where' || kind === 'then'))) &&
        (known || hit.covered >= NEARLY_ALL) &&
        hit.score >= best.score * EVEN,
    )
    .slice(0, PASSAGES)
  if (good.length > 0) {
    // What is demanded stands among the knock-outs first.
    if (asksDemand(view)) good.sort((a, b) => Number(isKnockout(view, b.passage)) - Number(isKnockout(view, a.passage)))
    const told = good.map(({ passage }) => withReason(view, withList(view, passage), passage))
    const verdict = verdictOf(view, good[0]!.passage)
    return fact(
      say(verdict && t.verdict[verdict], t.passages(told.map(({ text }) => text))),
      told.flatMap(({ quotes }) => quotes),
    )
  }
  if (best.covered < NEAR) return notStated(t.notStated)
  return notStated(t.notStated, [best.passage.verbatim])
}

/** What a candidate is asked, in words. */
const ofDemands =
  /ervaring|experience|\beis|\bmoet|\bmust\b|nodig|need|verplicht|required|knock|punt|point|criteri|kennis|knowledge|diploma|certifi|registra|rijbewijs|licen|vaardig|skill|niveau|level|kunnen|kennen|\bwens|\bvra(?:ag|gen)|\bzoek|\bwil|verwacht|\bask|\bwant|expect|look/
const ofExperience = /^(?:\p{L}+ ){0,4}(?:ervaring|werkervaring|kennis|experience|knowledge)\b/u

/** Unless a demand is asked for, the criteria give way to what tells how things are; a passage with the client's own name comes first. */
function asFacts(view: View, hits: PassageHit[], itself: (root: string) => boolean): PassageHit[] {
  if (ofDemands.test(view.ask.folded) || wantedOf(view.ask.folded).kind === 'meaning') return hits
  const names = rootsOf(view.ask.folded).filter(itself)
  return hits
    .map((hit) => ({
      ...hit,
      // "Ervaring met ontwikkelaars" names no developer.
      fits: hit.fits && !(ofExperience.test(hit.passage.folded) && isCriterion(view, hit.passage)),
      score:
        hit.score *
        (isCriterion(view, hit.passage) ? 0.7 : 1) *
        (names.some((name) => hit.passage.roots.includes(name)) ? 1.15 : 1),
    }))
    .sort((a, b) => b.score - a.score)
}

/** "Daarom …": what stands before it is the reason. */
function withReason({ passages, ask }: View, told: { text: string; quotes: string[] }, passage: Passage) {
  const before = passages[passages.indexOf(passage) - 1]
  if (
    wantedOf(ask.folded).kind !== 'why' ||
    !/^(?:daarom|daardoor|vandaar|therefore|that is why|hence)\b/.test(passage.folded)
  )
    return told
  if (before === undefined || before.isHeading || before.line !== passage.line) return told
  return { text: clip(`${before.shown} ${told.text}`, WORDS), quotes: [before.verbatim, ...told.quotes] }
}

/** A reason, in words. */
const gives =
  /\b(?:omdat|doordat|want|vanwege|wegens|aanleiding|reden|daardoor|daarom|zodat|waardoor|niet meer|niet langer|vertrek|vertrok|tekort|te weinig|because|due to|as a result|no longer|has left|left in|only|not enough|after)\b|\bdoor (?:de|het|een)\b/

/** A name or a figure in the question that the posting does not have: "een kantoor in Utrecht", "10.000 inwoners". */
function namesUnknown({ ask, assignment }: View): boolean {
  const text = fold(assignment.text)
  return [...ask.text.matchAll(/(?<=[\p{Ll}\d,] )\p{Lu}[\p{L}\d]+|\d[\d.,]*\d{2}/gu)].some(
    ([name]) => !text.includes(fold(name)),
  )
}

/** A sentence that announces a list is told with the list's first items. */
function withList({ passages }: View, passage: Passage): { text: string; quotes: string[] } {
  const at = passages.indexOf(passage)
  const items = /:["”]?$/.test(passage.shown)
    ? passages.slice(at + 1, at + 4).filter(({ isHeading }) => !isHeading)
    : []
  return {
    text: clip([passage, ...items].map(({ shown }) => shown).join(' '), WORDS),
    quotes: [passage, ...items].map(({ verbatim }) => verbatim),
  }
}

/** "wat betekent 1500 - 2363": figures that stand in the posting without a word beside them. */
function bareNumbers({ ask, passages }: View): string | null {
  const figures = /\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?/.exec(ask.folded)?.[0].replace(/\s/g, '')
  if (figures === undefined || figures.length < 3) return null
  return (
    passages.find(({ shown }) => /^[\d\s.,–-]+$/.test(shown) && shown.replace(/\s/g, '').includes(figures))?.shown ??
    null
  )
}
