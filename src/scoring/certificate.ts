import { findPeriods } from '../candidates/period.ts'
import { fold } from '../text/fold.ts'
import { monthOfDate } from '../text/months.ts'
import type { Decision } from './assessment.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { tokensOf } from './tokens.ts'
import { isNoise } from './unit.ts'

/** What one line says of a paper: held, not held any more or not yet, or named without either. */
type Held = 'held' | 'lapsed' | 'not-yet' | 'named'
export type CertificateFinding = { decision: Decision; shownBy: Passage[] }

/**
 * Whether the papers that a criterion asks for are held on the reference date. A paper that ran out or is still being worked for fails, and so does one
 * that no document names; papers that CVs leave out as a rule (a driving licence, a VOG) are asked for.
 */
export function certificateFinding(
  text: string,
  passages: readonly Passage[],
  cv: string,
  lexicon: Lexicon,
  asOf: string,
): CertificateFinding {
  const wanted = wantedIn(text, lexicon)
  const named = passages
    .filter((passage) => wanted.some((words) => words.length > 0 && names(passage, words)))
    .map((passage) => ({ passage, held: heldIn(passage, cv, asOf) }))
  const best = (['held', 'named', 'lapsed', 'not-yet'] as const).flatMap(
    (held) => named.find((each) => each.held === held) ?? [],
  )[0]
  if (named.some((each) => each.held === 'lapsed') && best?.held === 'named')
    return { decision: 'fails', shownBy: named.filter((each) => each.held === 'lapsed').map((each) => each.passage) }
  if (best)
    return {
      decision: ({ held: 'meets', named: 'unclear', lapsed: 'fails', 'not-yet': 'fails' } as const)[best.held],
      shownBy: [best.passage],
    }
  return {
    decision: seldomNamed.test(fold(text)) || wanted.every((words) => words.length === 0) ? 'unclear' : 'fails',
    shownBy: [],
  }
}

const seldomNamed =
  /rijbewijs|driving licen|(?<![\p{L}])vog(?![\p{L}])|verklaring|woonachtig|lid van|nationaliteit|werkvergunning/u
const paper =
  /^(?:bezit|geldig|valid|certific|gecertificeerd|certified|diploma|registratie|registered|geregistreerd|registration|ingeschreven|inschrijving|possession|holder|minimaal|verklaring|licentie|license|licence|sluitingsdatum|sluiting|datum|startdatum|moment|hebt|houder|register|beroepsregister|behaald|kwalificatie|hoger|higher)/

/** The names of the papers, each of a choice on its own: capitals and digits where the text has any, else its words of substance. */
function wantedIn(text: string, lexicon: Lexicon): string[][] {
  const plain = text.replace(/\((?:bijv|bijvoorbeeld|zoals|o\.a|e\.g|such as)[^)]*\)/giu, ' ')
  return plain.split(/\s(?:of|or|dan wel|en\/of)\s|[/()]/iu).map((choice) => {
    const tokens = tokensOf(choice).filter((token) => !paper.test(token.word))
    const nameLike = tokens.filter((token, index) => {
      const printed = choice.slice(token.start, token.end)
      if (/^\d{1,2}$/.test(printed)) return index > 0 && /^[\p{Lu}]/u.test(choice.slice(tokens[index - 1]!.start))
      return /\p{Lu}{2}|\p{L}\d|\d\p{L}/u.test(printed) || (token.start > 0 && /^\p{Lu}/u.test(printed))
    })
    return (nameLike.length > 0 ? nameLike : tokens.filter((token) => !isNoise(token, lexicon))).map(({ word }) => word)
  })
}

/** Every word of the name stands there; "PRINCE2" and "PRINCE 2" are one. */
function names({ tokens }: Passage, words: readonly string[]): boolean {
  const here = tokens.map(({ word }) => word)
  const pairs = here.slice(1).map((word, index) => `${here[index]}${word}`)
  return words.every(
    (word) =>
      here.includes(word) || pairs.includes(word) || here.some((each) => each.startsWith(word) && word.length > 3),
  )
}

const lapsed =
  /(?<![\p{L}])(?:verlopen|verliep|expired|lapsed|vervallen|niet verlengd|not renewed|ingetrokken|revoked|withdrawn|doorgehaald|uitgeschreven|geschorst|voorheen|formerly)(?![\p{L}])/u
const notYet =
  /(?<![\p{L}])(?:lopend\p{L}*|bezig|in progress|ongoing|gepland|planned|scheduled|begonnen|gestart|started|verwacht\p{L}*|expected|nog niet|not yet|niet behaald|not obtained|niet geslaagd|gezakt|failed|beoogd|in opleiding|aangevraagd|in aanvraag|aanvraag loopt|applied for|binnenkort|wil|hoop|van plan|aangemeld|ingeschreven voor|enrolled|examen (?:volgt|in|op|nog)|exam (?:in|on|planned|follows)|voorbereid\p{L}* op|preparing for|pending|herexamen|resit|theorie (?:gehaald|behaald))(?![\p{L}])/u
const having =
  /(?<![\p{L}])(?:certifica\p{L}*|gecertificeerd|certified|diploma|behaald|geslaagd|registratie\p{L}*|geregistreerd|registered|registration|in bezit|in het bezit|houder|holder|obtained|passed|awarded|geldig|valid|register|ingeschreven|sinds|since)(?![\p{L}])/u
const onlyFollowed =
  /(?<![\p{L}])(?:gevolgd|volgde|deelgenomen|attended|followed|zonder examen|geen examen|no exam|without exam|basiskennis|kennis van|volgens|conform|according to|affiniteit|ervaring met|experience with)(?![\p{L}])/u
const until =
  /(?:geldig(?:heid)?(?:\s+is)?|valid|loopt|verloopt|verliep|vervalt|expir\p{L}*|einddatum|houdbaar|lopend)?\s*(?:tot(?:\s+en\s+met)?|t\/m|until|till|through|to|op|on|in|:)\s+/u

function heldIn(passage: Passage, cv: string, asOf: string): Held {
  const text = fold(passage.text)
  if (ranOut(passage.text, asOf)) return 'lapsed'
  if (lapsed.test(text)) return 'lapsed'
  if (notYet.test(text)) return 'not-yet'
  if (onlyFollowed.test(text) && !/behaald|geslaagd|diploma|obtained|passed|certifi/.test(text)) return 'named'
  if (having.test(text)) return 'held'
  if (passage.kind !== 'general' || passage.tokens.length > LIST_ITEM) return 'named'
  return amongSkills(cv, passage.start) ? 'named' : 'held'
}

/** An item of a list of papers, a year and a school with it. */
const LIST_ITEM = 10

/** The last date of "geldig tot en met 31 mei 2025" or "2018 – 2023" lies before the reference date. */
function ranOut(text: string, asOf: string): boolean {
  const reference = monthOfDate(asOf)
  return findPeriods(text, Temporal.PlainDate.from(asOf).add({ years: 30 })).some((period) => {
    // Folding takes the space away that parts "tot" from the date.
    const before = `${fold(text.slice(Math.max(0, period.start - 40), period.start))} `
    const ends =
      !period.single || (until.test(before) && /geldig|valid|verlo|verva|expir|loopt|tot|t\/m|until|till/.test(before))
    return ends && !period.open && period.toLatest < reference
  })
}

const skills =
  /vaardighed|skills|competent|kennis|tools|methoden|methodiek|gereedschap|expertise|trefwoord|profiel|profile|samenvatting|summary|over mij|about/
const papers =
  /certifica|diploma|opleiding|cursus|training|registrat|education|qualification|course|bevoegdhe|papieren|licen/

/** Whether the heading above an item names skills or a summary rather than papers. */
function amongSkills(cv: string, start: number): boolean {
  const lines = cv.slice(0, start).split('\n').slice(-12).reverse()
  const heading = lines.find(
    (line) => line.trim().length > 2 && line.trim().length < 40 && (skills.test(fold(line)) || papers.test(fold(line))),
  )
  return heading !== undefined && skills.test(fold(heading)) && !papers.test(fold(heading))
}
