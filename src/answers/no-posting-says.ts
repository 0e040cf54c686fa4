import { fold } from '../text/fold.ts'
import type { Ask } from './ask.ts'

/** Signs that a question, however well its assignment and topic are known, is not about what the posting says. */

const remark =
  /\bis dat (?:nou |nu )?(?:niet|geen)\b|\bdaar word(?:t)? (?:je|men)\b|\bwie (?:bedenkt|verzint|heeft .{0,15}bedacht)\b|\b(?:serieus|vredesnaam|hemelsnaam|godsnaam|belachelijk|absurd|idioot|bizar|onzin|waanzin|ridiculous|insane|nonsense|crazy|seriously|on earth)\b/
const opinion =
  /\b(?:mooie?|leuke?|rare?|raar|gekke?|vreemde?|haalbaar|realistisch|aantrekkelijk|interessante?|lastige?|moeilijke?|makkelijke?|logisch|slim|handig|de moeite|attractive|feasible|realistic|fair|weird|odd|interesting|difficult|easy|worth it)\b|\b(?:te|too|wat|veel|nogal|erg) (?:streng|weinig|veel|laag|hoog|duur|kort|lang|krap|zwaar|licht|mager|vroeg|low|high|short|little|strict|much)\b(?! (?:punten|uur|jaar|points|hours))/
/** One man or woman; "ze" and "they" are the client. */
const oneself = /\b(?:hij|hem|haar|hemzelf|haarzelf|he|she|him|her|his)\b/
const past =
  /\bhoe (?:was|waren|ging|gingen|verliep|liep|vond|is (?:het|dat|die) .{0,40}(?:afgelopen|gegaan|gelopen|verlopen))\b|\bhow (?:was|were|did)\b|^\W*(?:was|were) (?:the|our|it|they|that|de|het|dat) |\bafgelopen met\b|\b(?:is|zijn) .{0,40}\bgeworden\b|\b(?:laatste|huidige) (?:stand|status)\b|\bstand van zaken\b|\b(?:latest|current) (?:status|state)\b|\b(?:uitkomst|uitslag|outcome|afgewezen|rejected|verloren|lost)\b|\b(?:toen|destijds|indertijd|back then)\b/
const ours =
  /\b(?:uitstel|meer tijd|more time|extension of the deadline|opschuiven|marge|winst|omzet|margin|profit|revenue|concurrentie|competition|competitors?)\b|\b(?:een |any |a )?(?:nieuwe|volgende|andere|new|next) (?:opdracht|uitvraag|klus|assignment|posting|tender)\b|\b(?:volgende|next) (?:stap|step|actie|action)\b|\b(?:strategie|strategy|aanpak van ons)\b|\b(?:heeft|hebben|is|zijn|has|have|does|do|is) (?:er )?(?:al |nu )?(?:de|geen|een|onze|our|the|any|no) kandida\w+\b|\b(?:does|has|is) (?:our|the|any) candidate\b|\bgeen kandida\w+\b|\b(?:interesse|interested|animo|vrijwilligers?|volunteers?)\b|\bmoeten (?:nog|straks)\b|\bkan \S+ er(?:bij|nog bij|tussen)\b|\bprioriteit\b|\bpriority\b|\bstill need\b|\b(?:een|a) (?:goede |geschikte |good |suitable )?(?:kandidaat|candidate) (?:al |nu |yet )?(?:voor|op|bij|in beeld|gevonden|for|at|on)\b/
/** Whether work is done, asked of a paper that is pointed at. */
const finished =
  /^\W*(?:en |dus |and )?(?:is|zijn|are|was|waren) (?:dat|die|dit|deze|het|de|the|that|this|our|ons|onze|jouw|jullie)\b.*\b(?:klaar|af|rond|gereed|nagekeken|gereviewd|getekend|verstuurd|ingeleverd|ingediend|gecheckt|done|ready|finished|reviewed|sent)\W*$/
/** Where colleagues keep and plan things. */
const places =
  /\b(?:agenda|planner|kalender|calendar|outlook|mailbox|inbox|sharepoint|onedrive|drive|dropbox|map|mapje|folder|trello|jira|crm|backlog|bord|board|notulen|actielijst|to-?do)\b/
/** Meetings of one's own, and one paper that is pointed at. */
const pointed =
  /\b(?:call|meeting|vergadering|kick-?off|stand-?up|debrief|belletje|sync|evaluatie|bijpraten)\b|\b(?:die|dat|dit|deze|this|that) (?:referenties?|cv|vog|motivatie|verklaring|offerte|references?|resume)\b/
/** What colleagues prepare: "is het cv … binnen" is about theirs, "is het cv … verplicht" about the posting. */
const papers =
  /^(?:weet iemand of |anyone know if |does anyone know if )?(?:is|zijn|are|staat|staan|ligt|liggen|komt|komen|was|waren) (?:(?:al|ook|er) )?(?:de|het|alle|the|all|een|die|dat)\b.{0,25}\b(?:vog|cv\S*|resume|uea|referenties?|references?|motivatie|motivation|verklaring(?:en)?|prijsblad|stukken|documenten|documents|bijlagen?|formulier(?:en)?|vraag|vragen|questions?|antwoord(?:en)?|answers?|deadline|paper|tekst|offerte|proposal|aanbieding|inschrijving)\b/
const demanded =
  /\b(?:verplicht|vereist|nodig|gevraagd|geeist|toegestaan|mogelijk|gewenst|bekend|genoeg|voldoende|maximaal|max|minimaal|doorslaggevend|zwaar|knock-?outs?|een eis|gebonden|vormvrij|apart|gesloten|verstreken|voorbij|verlopen|dicht|open|gepubliceerd|openbaar|geldig|anoniem|required|mandatory|needed|necessary|allowed|enough|optional|published|passed|closed|expired|\w+dag|january|february|march|april|may|june|july|august|september|october|november|december|januari|februari|maart|mei|juni|juli|augustus|oktober|monday|tuesday|wednesday|thursday|friday)\b|\bof\b.{2,30}$|\bor\b.{2,30}$/
const soFar = /\b(?:al|already|inmiddels|yet|so far|tot nu toe)\b(?! (?:die|de|het|weer|dan niet)\b)/
/** What may have happened to a posting itself, and what may be known of it. */
const happensToPostings =
  /\b(?:dicht|gesloten|open|bekend|gepland|verlopen|gepubliceerd|online|voorbij|over|verstreken|afgesloten|iets|bepaald|vastgesteld|closed|published|known|due|expired|planned|scheduled|anything|te laat|begonnen|gestart)\b/
const tag =
  /[,.…]\s*(?:ja|he|toch|nietwaar|duidelijk|ok|oke|akkoord|goed|prima|dacht ik|neem ik aan|of niet|klopt(?: dat| toch)?|right|yes|no|correct|clear|agreed|isn't it)\W*$/
/** What follows a question and answers it. */
const guess =
  /\b(?:ik gok|gok ik|volgens mij|denk ik|dacht ik|neem ik aan|staat er|staat (?:gewoon )?in|lees ik|zie ik|zal wel|i guess|i think|i assume|it says|apparently|blijkbaar|vast wel|ga uit van|ik doe|doe ik|ik bel|ik vraag het|vraag ik)\b|\d|\b(?:een|twee|drie|vier|vijf|tien|one|two|three|five) (?:stuks|uur|jaar|dagen|pages|years|hours)\b/

/**
 * A remark in the shape of a question, the past of the team, its own money and candidates, how far it has come, or a statement with
 * "toch?" behind it. `message` as it was written, `ask` the question in it.
 */
export function noPostingSays(message: string, ask: Ask): boolean {
  const { folded } = ask
  if (
    remark.test(fold(message)) ||
    past.test(folded) ||
    opinion.test(folded) ||
    oneself.test(folded) ||
    pointed.test(folded) ||
    finished.test(folded) ||
    ours.test(folded) ||
    tag.test(folded)
  )
    return true
  if (places.test(folded) && !ask.topics.includes('location')) return true
  const bare = folded.replace(/^[^a-z]*/, '')
  if (papers.test(bare) && !demanded.test(bare)) return true
  if (soFar.test(folded) && !happensToPostings.test(folded)) return true
  if (ask.rate !== null && /\b(?:we|wij|ik|i|us|ons)\b/.test(folded)) return true
  return isAnsweredAfter(message)
}

/** "Hoe laat sluit X? Om 9 uur, staat er gewoon": the writer gives the answer. */
function isAnsweredAfter(message: string): boolean {
  const after = /^[^?]*\?(.+)$/s.exec(message.replace(/https?:\S+/g, ' '))?.[1] ?? ''
  return after.includes('?') ? false : guess.test(fold(after))
}
