import { fold } from '../text/fold.ts'

/** Where a channel message asks something, and what: its greeting, its lead-in and what is no question at all taken away. */

/** Greetings and ways to begin: "hoi allemaal, weet iemand". */
export const lead =
  /^(?:(?:goe(?:de?|ie)(?:morgen|middag|avond)|morgen|hoi|hallo|hey|hi|hello|hee+|hej|he|ha|yo|zeg|collega'?s|team|allemaal|all|mensen|(?:vraag(?:je)?|question) (?:aan|voor|for|to) (?:allen|alle|iedereen|allemaal|wie (?:het|dit|dat) weet|all|everyone|anyone)|(?:korte?|kleine|snelle|domme|even een|quick|small|short) (?:vraag(?:je)? (?:aan|voor) (?:allen|iedereen|wie (?:het|dit|dat) weet)|vraag(?:je)?|question|q|checken?|iets anders)|vraagje|question|even (?:checken|vragen|iets anders)|ff|fyi|help|ps|trouwens|btw|ok|oke|dus|en|maar|and|so|but|sorry|pff|haha|(?:weet|zou) (?:er |hier )?iemand(?: (?:dat|hier|misschien|toevallig))*(?: weten| kunnen zeggen)?|iemand die (?:(?:misschien|toevallig) )?weet|(?:enig|any) idee?a?|iemand enig idee|iemand (?:een )?idee|iemand|wie weet|kan iemand (?:me |mij )?(?:zeggen|vertellen)|heeft iemand (?:paraat|een idee)|(?:can|could) (?:someone|anyone|anybody) tell (?:me|us)(?: if| whether)?|does (?:anyone|anybody|someone) know(?: if| whether)?|anyone know|anyone|anybody|who knows|wie kan (?:me |mij |ons )?(?:zeggen|vertellen|uitleggen)|who can (?:tell|say)(?: me| us)?|(?:ik )?(?:vraag|vroeg) me af|(?:i'm |i am |just )*(?:wondering|curious)|i (?:was )?wonder(?:ing)?|(?:ik )?ben (?:wel |even )?(?:benieuwd|nieuwsgierig)|(?:ik )?(?:kan|kon) (?:het |even )?(?:niet|nergens) (?:zo (?:snel|gauw) )?(?:terug|op)?vinden|i (?:can't|cannot) find|(?:ik )?weet (?:even )?niet(?: meer)?|ik twijfel|aan wie dan ook)(?!\p{L})[\s,.:!-]*)+/u

const verbFirst =
  /^(?:of |if |whether )?(?:er |je |een |de |het )?(?:is|zijn|was|mag|mogen|moet|moeten|kan|kun|kunnen|wordt|worden|geldt|gelden|heeft|hebben|zit|zitten|staat|staan|vraagt|vragen|telt|tellen|loopt|sluit|sluiten|duurt|krijg|krijgt|can|could|is|are|does|do|did|may|must|has|have|will)\b/
const questionWord =
  /^(?:(?:bij|voor|van|in|op|met|aan|tot|vanaf|over|uit|at|for|until|by|in|on|to) )?(?:wat|hoe|hoeveel|hoelang|wanneer|welke?|wie|waar\w*|waarom|what|when|which|who|where|why|how)\b/

/** "Kan het nergens vinden." beside a question adds nothing to it. */
const notFound =
  /(?:^|(?<=[.!?,;…(]))\s*(?:(?:ik|i) )?(?:kan|kon|can't|cannot|couldn't) (?:het |'t |dat |it |find it )?(?:niet |nergens |anywhere )?(?:zo (?:snel|gauw) )?(?:terug)?(?:vinden|find)(?: it)?(?: anywhere)?\s*(?:[.!?)…]|$)|(?:^|(?<=[.!?,;…]))\s*ik zoek me (?:suf|rot|gek)\b/gi

/**
 * The question in a message, without greeting and lead-in; null when it asks nothing, or is code, a link or a shout. A question mark
 * is not required: people drop it.
 */
export function questionIn(message: string): string | null {
  const bare = message
    .replace(/^\s*(?:>|&gt;).*$/gm, ' ')
    .replace(/["“„«][^"“”„«»]{8,}["”»]/g, ' ')
    .replace(/```[\s\S]*?```|`[^`]*`/g, ' \u0000 ')
    .replace(/<![^>]*>|<!subteam[^>]*>/g, ' ')
    .replace(/https?:\/\/\S+/g, ' \u0000 ')
    .replace(/:[a-z_+-]+:/g, ' ')
    .replace(notFound, ' ')
    .replace(/\b(?:weet )?iem\b/gi, 'weet iemand')
    .replace(
      /\b(?:heeft )?(?:er )?iemand (?:toevallig )?(?:al )?(?:gezien|gelezen|gevonden|scherp|helder)\b/gi,
      'weet iemand',
    )
    .replace(/\s+/g, ' ')
    .trim()
  if (bare.includes('\u0000') || looksLikeCode(bare) || bare.length > 600) return null
  for (const part of bare.split(/(?<=[.!?…])\s+|(?<=[\p{L}\d])\s*[:;]\s+(?=\p{L})/u)) {
    const text = part.trim()
    const asked = fold(text).replace(lead, '')
    const marked = /\?\W*$/.test(text)
    const asks = questionWord.test(asked) || verbFirst.test(asked)
    if (asked.split(' ').length < 2 && !marked) continue
    // After "weet iemand", "ik twijfel:" a word order of a statement is still a question.
    const introduced =
      asked.length < fold(text).length &&
      /weet|idee|anyone|twijfel|(?:vraag|vroeg) me af|wonder|curious|benieuwd|nieuwsgierig|vinden|find|zeggen|vertellen|tell|knows|paraat/.test(
        fold(text).slice(0, fold(text).length - asked.length),
      )
    const nominal = marked && asked.split(' ').length >= 2
    if (
      !(marked
        ? asks || introduced || nominal
        : questionWord.test(asked) ||
          introduced ||
          (verbFirst.test(asked) &&
            !/^(?:is|was|zijn|heb|hebben|moet|moeten|kan|kun) (?:binnen|klaar|goed|prima|gelukt|verstuurd|even)\b/.test(
              asked,
            )))
    )
      continue
    if (!marked && isRemark(asked)) continue
    return wholeQuestion(bare, text)
  }
  return null
}

/** The sentence before belongs to it when the question itself only points: "Zit met het cv voor X: hoeveel pagina's?" */
function wholeQuestion(bare: string, part: string): string {
  const at = bare.indexOf(part)
  const before =
    bare
      .slice(0, at)
      .split(/(?<=[.!?])\s+/)
      .at(-1) ?? ''
  return `${before} ${part} ${/^(?:[^.!?]{0,80})$/.test(bare.slice(at + part.length)) ? bare.slice(at + part.length) : ''}`
    .replace(/\s+/g, ' ')
    .trim()
}

const looksLikeCode = (text: string): boolean =>
  /\b(?:const|let|var|function|return|def|import|SELECT|curl|npm|git)\b.{0,40}[=;(){}|*]|\bnpm ERR|^\s*(?:curl|git|npm|SELECT)\b|=>|\/\/ /.test(
    text,
  )

/** Sentences that begin like a question and are none: "wat een gedoe", "hoe dan". */
function isRemark(asked: string): boolean {
  return (
    /^(?:wat een|wat (?:fijn|leuk|jammer|goed|mooi)|what a|hoe (?:dan|leuk|fijn)|how (?:nice|great)|wie (?:het eerst|dan)|dat|which (?:is|was|means)|wat mij betreft|waar(?:door|mee|bij) |zijn (?:we|jullie) (?:weer|er)|kan (?:door|weg|gebeuren)|moet (?:door|lukken|kunnen)|is (?:binnen|door|klaar|geregeld|gelukt))/.test(
      asked,
    ) || /\b(?:zeg|hoor|joh|netjes|mooi zo)\W*$/.test(asked)
  )
}
