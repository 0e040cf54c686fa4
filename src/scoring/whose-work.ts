import { organisationScore, roleScore } from '../candidates/header.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import type { Token } from './tokens.ts'

/** Words that open the name of somebody else: "de leverancier", "my predecessor". */
const articles = new Set(
  'de het een mijn onze ons hun haar zijn andere ander the a an my our their his her another'.split(' '),
)
const first = new Set('ik i wij we mij me mijzelf myself ourselves ondergetekende'.split(' '))
const opensClause = new Set(
  'waarop waarin waarbij waarvoor waarmee waar die dat terwijl nadat omdat toen voordat zodra doordat hoe which where while that whose who after before because once when how'.split(
    ' ',
  ),
)
const tells = new Set('waar die dat where that which who'.split(' '))
const restedWith =
  /^(?:vielen|valt|vallen|lag|lagen|ligt|liggen|berustte|berust|hoorde|hoort|rustte|rust|zat|zit|bleef|blijft|viel|belegd|ondergebracht|lay|rested|remained|sat)$/

/** Whether the part of the sentence around one of these tokens says in as many words that it was somebody else's: "het beheer lag bij een collega". */
export function restedElsewhere(
  passage: Passage,
  parts: readonly number[],
  found: readonly number[],
  lexicon: Lexicon,
): boolean {
  return passage.tokens.some(
    (_, at) =>
      restsElsewhere(passage.tokens, at, lexicon) && found.some((index) => index < at && parts[index] === parts[at]),
  )
}

/** Who did it instead: one other person, or a body ("de afdeling") that the candidate may belong to. */
type Other = 'person' | 'body'

/**
 * The token indexes at which a passage tells what somebody else did: "de leverancier installeerde …", "…, waarop het bestuur besloot".
 * A part of the sentence in which the candidate is the one who acts ("de leverancier stuurde ik aan") tells nothing of the sort, nor does one about the
 * role the candidate held ("de projectleider stuurt aan"). `parts` numbers the part of every token.
 */
export function doneByOthers(passage: Passage, parts: readonly number[], lexicon: Lexicon): ReadonlyMap<number, Other> {
  const { tokens } = passage
  const theirs = new Map<number, Other>()
  // "Het bureau waar ik werkte stelt plannen op": a clause that only says which bureau tells nothing of what was done.
  const acting = tokens.flatMap(({ word }, index) =>
    first.has(word) && !tells.has(tokens[index - 1]?.word ?? '') ? [parts[index]!] : [],
  )
  const ownPart = new Set(acting)
  tokens.forEach((_, index) => {
    const part = parts[index]!
    // "Bewondering voor de collega's die het plan opstelden": what follows is theirs.
    if (
      index > 1 &&
      ['die', 'who'].includes(tokens[index]!.word) &&
      isPerson(tokens[index - 1]!.word, lexicon) &&
      !passage.role?.includes(tokens[index - 1]!.word) &&
      tokens[index + 1]?.word !== 'ik'
    )
      for (
        let at = index;
        at < tokens.length &&
        parts[at] === part &&
        !(at > index && /[,;]/.test(passage.text.slice(tokens[at - 1]!.end, tokens[at]!.start)));
        at++
      )
        theirs.set(at, 'person')
    if (ownPart.has(part)) return
    const opensPart = index === 0 || parts[index - 1] !== part
    const actor =
      actorAfter(tokens, index, lexicon) ?? (opensPart && isBody(tokens[index]!.word, lexicon) ? index : null)
    const name = actor === null ? '' : tokens[actor]!.word
    if (actor === null || passage.role?.includes(name)) return
    const contrast = acting.some((own) => own !== part)
    const who: Other = isPerson(name, lexicon) || contrast ? 'person' : 'body'
    if (opensPart && finite(tokens[verbAfter(passage, actor)], lexicon)) markPart(part, who)
    // "Het beheer van X doet de leverancier": what stands before the verb is what they did.
    if (
      !opensPart &&
      finite(tokens[index - 1], lexicon) &&
      index > 1 &&
      parts[index - 2] === part &&
      !['en', 'and'].includes(tokens[index - 2]!.word) &&
      !/,/.test(passage.text.slice(tokens[index - 2]!.end, tokens[index - 1]!.start)) &&
      !finite(tokens[actor + 1], lexicon)
    )
      for (let at = index - 2; at >= 0 && parts[at] === part; at--) theirs.set(at, who)
    // What a clause about somebody else tells goes up to its comma.
    if (opensClause.has(tokens[index - 1]?.word ?? '')) {
      for (let at = index; at < tokens.length && parts[at] === part; at++) {
        if (at > index && /[,;]/.test(passage.text.slice(tokens[at - 1]!.end, tokens[at]!.start))) break
        theirs.set(at, who)
      }
    }
  })
  return theirs

  function markPart(part: number, who: Other): void {
    parts.forEach((each, at) => {
      if (each === part) theirs.set(at, who)
    })
  }
}

/** "Adviseerde de manager van het klantcontactcentrum": what was found is whose work somebody else does. Not for who led or trained them. */
export function ofSomebody(passage: Passage, found: readonly number[], lexicon: Lexicon): boolean {
  const { tokens } = passage
  return tokens.some(
    ({ word }, at) =>
      articles.has(word) &&
      ((at === 1 && tokens[0]!.word.length > 4) ||
        ['aan', 'met', 'naar', 'to', 'with'].includes(tokens[at - 1]?.word ?? '')) &&
      isPerson(tokens[at + 1]?.word ?? '', lexicon) &&
      !passage.role?.includes(tokens[at + 1]!.word) &&
      ['van', 'of', 'voor', 'for'].includes(tokens[at + 2]?.word ?? '') &&
      found.every((index) => index > at) &&
      !tokens
        .slice(0, at)
        .some(
          (each) =>
            each.keys.some((key) => lexicon.deeds.leading.includes(key)) ||
            ['als', 'as', 'rol', 'role', 'was', 'ben'].includes(each.word),
        ),
  )
}

/** Where the verb of an actor stands: behind the name, or behind the clause that says which one it is ("het bureau waar ik werkte stelt …"). */
function verbAfter({ tokens, text }: Passage, named: number): number {
  // "Het bureau Leeuwendaal deed …"
  let actor = named
  while (actor - named < 3 && /^\p{Lu}/u.test(text.slice(tokens[actor + 1]?.start ?? text.length))) actor++
  if (!opensClause.has(tokens[actor + 1]?.word ?? '')) return actor + 1
  const clause = tokens.slice(actor + 2, actor + 9)
  const comma = clause.findIndex((token) => /^\s*,/.test(text.slice(token.end, token.end + 2)))
  const verbs = clause.flatMap((token, offset) =>
    /\p{L}{2,}(?:de|te|t)$/u.test(token.word) ? [actor + 2 + offset] : [],
  )
  return comma >= 0 ? actor + 3 + comma : (verbs[1] ?? actor + 1)
}

/** "Het subsidiebureau", "een advocatenkantoor": a word that ends on the name of a body is one. */
const body =
  /\p{L}{3}(?:bureau|bedrijf|kantoor|partij|team|afdeling|dienst|instantie|leverancier|leveranciers|groep|organisatie|samenwerking|verband|commissie|adviseurs|aannemer|beheerder|beheerders|specialist|specialisten|ontwikkelaar|ontwikkelaars|medewerkers|juristen|team)$/u

const isActor = (word: string, lexicon: Lexicon): boolean =>
  lexicon.otherActors.has(word) ||
  isPerson(word, lexicon) ||
  body.test(word) ||
  (word.length > 4 && organisationScore(word) > 0)

/** "Adviesbureau X deed …", "Collega's schreven …": no article before it. */
const isBody = (word: string, lexicon: Lexicon): boolean =>
  lexicon.colleagues.has(word) || (body.test(word) && !isRole(word))
const isRole = (word: string): boolean => roleScore(word) > 0

/** A colleague, or a word for what somebody is: "directievoerder", "informatiemanager". */
const isPerson = (word: string, lexicon: Lexicon): boolean =>
  lexicon.roles.nouns.has(word) || lexicon.colleagues.has(word) || (word.length > 5 && roleScore(word) > 0)

/** Where the name of another actor ends that begins at this article; null when none does. One adjective may stand between. */
function actorAfter(tokens: readonly Token[], at: number, lexicon: Lexicon): number | null {
  if (!articles.has(tokens[at]?.word ?? '')) return null
  for (const offset of ['ander', 'andere', 'other'].includes(tokens[at + 1]?.word ?? '') ? [2, 1] : [1, 2]) {
    const token = tokens[at + offset]
    if (token && isActor(token.word, lexicon)) return at + offset
  }
  return null
}

/** "Het beheer lag bij de leverancier", "the project lead was a colleague". */
function restsElsewhere(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const { word } = tokens[at]!
  const next = tokens[at + 1]?.word ?? ''
  if (restedWith.test(word) && ['bij', 'with', 'onder', 'to'].includes(next))
    return actorAfter(tokens, at + 2, lexicon) !== null
  if (!['was', 'is', 'waren', 'were'].includes(word)) return false
  const actor = actorAfter(tokens, at + 1, lexicon)
  return actor !== null && at > 0 && lexicon.colleagues.has(tokens[actor]!.word)
}

/** A verb in the present or past, or a helping verb: "het bestuur voerde", against "het bestuur geadviseerd", which tells what the candidate did. */
function finite(token: Token | undefined, lexicon: Lexicon): boolean {
  if (!token) return false
  const { word } = token
  if (helping.has(word)) return true
  if (/^ge|^(?:aan|af|bij|in|mee|om|op|over|toe|uit|voor)ge/.test(word)) return false
  return /\p{L}{2,}(?:de|te|den|ten)$|\p{L}{3,}t$/u.test(word) || word in lexicon.verbs || /\p{L}{3,}ed$/u.test(word)
}

const helping = new Set(
  'is was zijn waren heeft had hebben hadden wordt werd worden werden kan kon moest mocht zou liet ging kwam stond has have were did does'.split(
    ' ',
  ),
)
