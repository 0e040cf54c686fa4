import { filtersIn, yesNoTopics } from './across-filter.ts'
import { superlativeIn } from './across-superlative.ts'
import type { Ask } from './ask.ts'
import { lead } from './question-in-message.ts'

const plural =
  /\bopdrachten\b|\buitvragen\b|\bklussen\b|\baanvragen\b|\bassignments\b|\bpostings\b|\bvan de (?:twee|drie|vier)\b|\bof (?:the )?(?:two|them|these)\b|\bones\b|\ballemaal\b|\bdeadlines\b|\bbeide\b|\ballebei\b|\bboth\b/

const asksWhich =
  /^(?:(?:en|ok|hoi|vraagje|dus|so|and|heb je|weet iemand)[ ,:]+)*(?:bij |voor |in |van |for |on |at )?(?:welke|which|wat voor)\b(?! (?:\w+ )?(?:schaal|dag|dagen|datum|data|afdeling|team|organisatie|klant|gemeente|stap|criteri\w+|wens|eis|eisen|knock\S*|knockouts|competenti\w+|regio|provincie|plaats|stad|opleiding\w*|taal\w*|format|formaat|bestand\w*|documenten|stukken|bijlagen|tarief|fee|telefoonnummer|nummer|functie|cao|niveau|diploma|periode|deadline|scale|day|days|date|city|department|step|criterion|requirement|documents|format|level|rate))/

export const presence =
  /\b(?:heb|hebben|hebt|zijn|is|komt|have|are|do you have|got)\b.{0,25}\b(?:iets|wat|nog|opdracht(?:en)?|klus(?:sen)?|uitvra(?:ag|gen)|anything|something|assignments?|postings?)\b.{0,25}\b(?:in|bij|voor|at|for|near|rond|om)\b\s+(?!er\b|de hand)(.+)/

const choosing =
  /^(?:(?:en|and|iets|alles|alle|anything|any|wat is er|heb je iets|zijn er|are there|is er iets)[ ,]+)*(?:bij |in |for |at )?(?:welke|which|waar|where|meer|minder|boven|onder|langer|korter|hoger|lager|minstens|hooguit|schaal|scale|more|less|above|below|over|under|longer|shorter|higher|lower)\b/

/** True when a question wants several assignments told together. */
export function isAcross(ask: Ask, hasContext: boolean, named: boolean, held = false, several = false): boolean {
  // "He, wat sluit er deze week": how people begin says nothing about what they want.
  const folded = ask.folded.replace(lead, '')
  if (/verschil\w*|vergelijk\w*|\bcompare|\bdiffer/.test(folded) && !named && !hasContext) return true
  if (hasContext)
    return /\b(?:welke|alle|which|all) (?:andere |open |other )?(?:opdrachten|uitvragen|klussen|assignments|postings)\b|van de (?:twee|drie)\b|\bbeide (?:opdrachten|uitvragen)|both (?:assignments|postings)/.test(
      folded,
    )
  if (
    plural.test(folded) &&
    !(named && !/\bbeide\b|\ballebei\b|\bboth\b|van de (?:twee|drie)|welke|which/.test(folded))
  )
    return true
  if (presence.test(folded) && ask.topics.length === 0) return true
  // "welke betaalt het meest, de provincie of de zorggroep": the ones named are weighed.
  if (several && asksWhich.test(folded) && superlativeIn(ask) !== null) return true
  if (named) return false
  // "moet mijn kandidaat ergens een VOG hebben": at any of them, where the talk is about none.
  if (
    !held &&
    /\b(?:ergens|nergens|anywhere|somewhere)\b/.test(folded) &&
    ask.topics.some((topic) => yesNoTopics.has(topic))
  )
    return true
  // "meer dan 100 punten?", "schaal 11 of hoger?": a demand by itself chooses among all.
  if (choosing.test(folded) && filtersIn(ask).length > 0) return true
  if (asksWhich.test(folded) || presence.test(folded) || /sorteer|\bsort\b|op volgorde/.test(folded)) return true
  if (
    /^(?:wat|what) (?:sluit|sluiten|verloopt|closes?|is closing|is (?:still )?open\b|staa[nt] (?:er )?(?:nu |nog |allemaal |momenteel )*open\b)/.test(
      folded,
    )
  )
    return true
  return (
    /^(?:waar|where) (?:is|zijn|mag|moet|kan|are|can)\b/.test(folded) &&
    ask.topics.some((topic) => yesNoTopics.has(topic) || topic === 'language') &&
    !/vragen/.test(folded)
  )
}
