import { type Deed, deedOf } from './deeds.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { doneByOthers, ofSomebody, restedElsewhere } from './whose-work.ts'

export type Certainty = 'certain' | 'uncertain' | 'denied'

/**
 * What the words around a find make of it: "daar was ik niet bij betrokken" denies it, "ik wil", "beoogd" and "in opleiding" make it
 * uncertain. Only words in the same part of the sentence count: "niet duur, wel complex" denies nothing that is complex.
 */
export const certaintyOf = (passage: Passage, found: readonly number[], lexicon: Lexicon): Certainty =>
  readingOf(passage, found, lexicon).certainty

/** The same, and whether a verb says that the candidate did it; of a `setting` it need not. */
export function readingOf(
  passage: Passage,
  found: readonly number[],
  lexicon: Lexicon,
  setting = false,
): { certainty: Certainty; deed: Deed } {
  if (passage.kind !== 'sentence' || found.length === 0 || setting)
    return { certainty: weigh(passage, found, lexicon, 'did'), deed: 'did' }
  const deed = deedOf(passage, partsOf(passage), found, lexicon)
  return { certainty: weigh(passage, found, lexicon, deed), deed }
}

function weigh(passage: Passage, found: readonly number[], lexicon: Lexicon, deed: Deed): Certainty {
  if (found.length === 0) return 'certain'
  const parts = partsOf(passage)
  const hit = new Set(found.map((index) => parts[index]))
  if (doneByAnother(passage, parts, hit) || restedElsewhere(passage, parts, found, lexicon)) return 'denied'
  if (attended(passage, parts, hit)) return 'denied'
  // Watching, reading along and using what others made is not doing it.
  if (lexicon.onlooking.some((pattern) => everywhere(pattern, passage).some((at) => hit.has(parts[at]!))))
    return 'denied'
  if (deed === 'aside') return 'denied'
  let answer: Certainty =
    deed === 'lesser' ||
    lexicon.clerical.some((pattern) =>
      everywhere(pattern, passage).some((at) => at <= OPENING || afterColon(passage, at)),
    )
      ? 'uncertain'
      : 'certain'
  // "Geen rol" and "no experience" deny all of it; a bare "geen" denies what follows.
  for (const pattern of lexicon.denial) {
    for (const at of everywhere(pattern, passage)) {
      const next = passage.tokens[at + 1]
      if (next && lexicon.harmlessAfterDenial.has(next.word)) continue
      if (!hit.has(parts[at]!)) {
        // "…; daar had ik geen rol in": a half that looks back denies what it looks back on.
        if (pattern.length > 1 && looksBack(passage, parts, at)) return 'denied'
        continue
      }
      // "zonder lijnverantwoordelijkheid" and "geen dag te laat" deny what follows them, not what stands well before.
      if (
        pattern.length === 1 &&
        ['zonder', 'without', 'geen', 'no'].includes(passage.tokens[at]!.word) &&
        !found.some((index) => index > at && index <= at + 4)
      )
        continue
      return 'denied'
    }
  }
  for (const pattern of [...lexicon.notYet, ...lexicon.byOthers]) {
    const others = lexicon.byOthers.includes(pattern)
    for (const at of everywhere(pattern, passage)) {
      const reaches = hit.has(parts[at]!) || (hit.has(parts[at]! + 1) && beforeColon(passage, at + pattern.length - 1))
      if (others ? hit.has(parts[at]!) : reaches && found.some((index) => index > at)) answer = 'uncertain'
    }
  }
  if (answer === 'certain') {
    const theirs = doneByOthers(passage, parts, lexicon)
    if (found.every((index) => theirs.get(index) === 'person') || onlyMet(passage, found)) return 'denied'
    if (
      found.some((index) => theirs.has(index)) ||
      onlyWrittenAbout(passage, found) ||
      ofSomebody(passage, found, lexicon) ||
      onlyNamesRole(passage, found, lexicon)
    )
      answer = 'uncertain'
  }
  return answer
}

const meeting =
  /^(?:overleg(?:de|t|den)?|overlegd|sprak|spreekt|sparde|spart|schakel(?:de|t)?|stemde|stemt|contact|contacten|doorverwijzing|verwees|verwijst|doorverwezen|meldde|meldt|consulted|liaised|referred|contact)$/
const towards = new Set(['met', 'naar', 'aan', 'with', 'to'])
/** What people do, named as a field of work: "jeugdbescherming", "schuldhulpverlening", "contractmanagement". */
const field = /(?:ing|beheer|management|zorg|hulp|recht|controle|inkoop|toezicht)$/

/** "Overlegde met de jeugdbescherming": a field of work that was only met, as somebody's else. */
function onlyMet(passage: Passage, found: readonly number[]): boolean {
  const { tokens } = passage
  const opening = Math.min(...found)
  if (found.length !== 1 || !field.test(tokens[opening]!.word)) return false
  const link = [1, 2].find((offset) => towards.has(tokens[opening - offset]?.word ?? ''))
  return (
    link !== undefined &&
    tokens.slice(Math.max(0, opening - link - 5), opening - link).some(({ word }) => meeting.test(word))
  )
}

/** "Gastspreker: planschade": a word before a colon tells what follows it is. */
function beforeColon({ text, tokens }: Passage, at: number): boolean {
  const next = tokens[at + 1]
  return next !== undefined && text.slice(tokens[at]!.end, next.start).includes(':')
}

/** "Vervangt de teamleider": whoever names a role with an article speaks of who holds it. */
function onlyNamesRole(passage: Passage, found: readonly number[], lexicon: Lexicon): boolean {
  return (
    passage.kind === 'sentence' &&
    found.some((index) => {
      const { word } = passage.tokens[index]!
      if (
        ['leiding', 'lead', 'supervision'].includes(word) &&
        ['onder', 'under'].includes(passage.tokens[index - 1]?.word ?? '')
      )
        return true
      return (
        lexicon.roles.nouns.has(word) &&
        !passage.role?.includes(word) &&
        ['de', 'het', 'onze', 'mijn', 'the', 'our', 'my'].includes(passage.tokens[index - 1]?.word ?? '')
      )
    })
  )
}

/** "Supported the project lead: filing, taking minutes": what comes first behind a colon tells what the work was. */
function afterColon({ text, tokens }: Passage, at: number): boolean {
  const before = tokens[at - 1]
  return before !== undefined && text.slice(before.end, tokens[at]!.start).includes(':')
}

const takingPart = /^(?:nam|namen|neem|neemt|genomen|bezocht|bezochten|bezoekt|volgde|volgt|attended|visited|joined)$/
const gathering =
  /^(?:werkbezoek|werkbezoeken|congres|congressen|symposium|conferentie|conferenties|bijeenkomst|bijeenkomsten|excursie|studiereis|webinar|webinars|informatieavond|masterclass|seminar|seminars|conference|conferences|excursion|lecture|lezing)$/

/** "Nam deel aan een werkbezoek over …": who goes to hear about a thing does not do it. */
function attended(passage: Passage, parts: readonly number[], hit: ReadonlySet<number | undefined>): boolean {
  return passage.tokens.some(
    ({ word }, at) =>
      takingPart.test(word) &&
      hit.has(parts[at]) &&
      passage.tokens
        .slice(at + 1, at + 7)
        .some((token, offset) => gathering.test(token.word) && parts[at + 1 + offset] === parts[at]),
  )
}

const writings =
  /^(?:handreiking|artikel|artikelen|blog|blogs|essay|scriptie|boek|paper|whitepaper|brochure|nieuwsbrief|column|webinar|lezing|factsheet|handleiding|gids|article|articles|thesis|book|newsletter|guide|handbook|werkbezoek|congres|symposium|conferentie|workshop|masterclass|excursie|studiereis|informatieavond|conference|seminar|excursion)$/
const about = new Set(['over', 'about', 'on', 'rond', 'rondom'])

/** "Schreef een handreiking over regionale samenwerking": who writes about a thing need not have done it. */
function onlyWrittenAbout(passage: Passage, found: readonly number[]): boolean {
  const at = passage.tokens.findIndex(
    (token, index) => about.has(token.word) && passage.tokens.slice(0, index).some(({ word }) => writings.test(word)),
  )
  return at > 0 && found.every((index) => index > at)
}

/** A clerical verb is what a sentence tells when it stands among its first words. */
const OPENING = 3

const passive = new Set('werd werden wordt worden is was zijn were are being been'.split(' '))
const doing =
  /^(?:behandeld|afgehandeld|ingevoerd|geimplementeerd|gebouwd|ontwikkeld|ingericht|voorbereid|gemaakt|getoetst|beoordeeld|georganiseerd|ontworpen|gegeven|gevoerd|ingekocht|aanbesteed|gerealiseerd|verricht|built|developed|designed|implemented|organised|delivered|performed|conducted|beheerd|bewaakt|geleid|uitgevoerd|gedaan|verzorgd|gecoordineerd|begeleid|opgesteld|geschreven|geregeld|afgehandeld|getrokken|aangestuurd|managed|handled|led|done|written|prepared|run|kept|controlled|overseen|coordinated)$/
const self = new Set(['mij', 'me', 'ondergetekende', 'mijzelf', 'myself', 'zichzelf'])

/** "Het budget werd beheerd door de controller": the sentence is about what somebody else did. Only a main clause that opens so, not "…, dat werd gedragen door". */
function doneByAnother(passage: Passage, parts: readonly number[], hit: ReadonlySet<number | undefined>): boolean {
  const { tokens } = passage
  const agent = tokens.findIndex(
    (token, index) =>
      ['door', 'by'].includes(token.word) &&
      (doing.test(tokens[index - 1]?.word ?? '') ||
        doing.test(tokens.slice(index + 2).find((each) => doing.test(each.word))?.word ?? '')),
  )
  if (agent < 0 || !hit.has(parts[agent]) || self.has(tokens[agent + 1]?.word ?? '')) return false
  const verb = tokens.findIndex((token) => passive.has(token.word))
  if (verb < 1 || verb > agent) return false
  const before = tokens.slice(0, verb)
  return (
    !/[,;:]/.test(passage.text.slice(before[0]!.start, tokens[verb]!.start)) &&
    !before.some((token) => ['ik', 'i', 'die', 'dat', 'waarin', 'waarbij', 'which', 'that', 'who'].includes(token.word))
  )
}

/** Whether the part of the sentence around this token opens with a word that points back ("daar", "this"). */
function looksBack(passage: Passage, parts: readonly number[], at: number): boolean {
  const from = parts.indexOf(parts[at]!)
  const opening = passage.tokens.slice(from, from + 4).map(({ word }) => word)
  // "…, maar neemt er niet aan deel"
  return parts[at]! > 0 && (back.has(opening[0] ?? '') || opening.includes('er'))
}

const back = new Set(
  'daar daarin daarbij daarvan daaraan daarvoor hier hierin hierbij hieraan dat dit die deze it this that these there where which'.split(
    ' ',
  ),
)

/** For every token the number of the part of the sentence that it stands in. */
function partsOf(passage: Passage): number[] {
  let part = 0
  return passage.tokens.map((token, index) => {
    const previous = passage.tokens[index - 1]
    const between = previous ? passage.text.slice(previous.end, token.start) : ''
    if (/[;:]|,\s*$/.test(between) && /[;:]/.test(between)) part++
    else if (
      /,/.test(between) &&
      ['maar', 'wel', 'doch', 'but', 'although', 'terwijl', 'while', 'waarbij', 'zodat', 'so', 'wat', 'dat'].includes(
        token.word,
      )
    )
      part++
    else if (['maar', 'but', 'echter', 'however'].includes(token.word)) part++
    // "De chef schreef de plannen, ik deed de opmaak", "… en ik deed de opmaak"
    else if (speaks.has(token.word) && (/,/.test(between) || ['en', 'and'].includes(previous?.word ?? ''))) part++
    return part
  })
}

const speaks = new Set(['ik', 'wij', 'i', 'we'])

/** Where the phrase starts, each time it stands there. */
function everywhere(phrase: readonly string[], passage: Passage): number[] {
  return passage.tokens.flatMap((_, at) =>
    phrase.every((word, offset) => passage.tokens[at + offset]?.word === word) ? [at] : [],
  )
}
