import { fold } from '../text/fold.ts'

const machine =
  '(?:ai|a\\.i\\.|llm|chatgpt|gpt(?:-?\\d)?|claude|copilot|gemini|taalmodel|language model|chatbot|bot|assistent|assistant|algoritme|algorithm|model|systeem|system|software|recruiter|beoordelaar|screener|evaluator|reviewer)'
const addressee =
  '(?:ai|a\\.i\\.|llm|chatgpt|gpt(?:-?\\d)?|claude|copilot|gemini|taalmodel|language model|chatbot|recruiter|beoordelaar|screener|evaluator|reviewer)'
const order = '(?:negeer|vergeet|sla over|ignore|disregard|forget|override|overschrijf|omzeil|bypass)'
const earlier =
  '(?:alle |all |any |de |the |your |je |uw |deze |these )*(?:eerdere|voorgaande|vorige|bovenstaande|andere|overige|previous|prior|earlier|above|preceding|other|system|bestaande|existing)'
const orders =
  '(?:instructie|instruction|opdracht|prompt|regel|rule|richtlijn|guideline|criteri|tekst|text|aanwijzing|context)'
const verdict =
  '(?:score|scores|punten|points|rating|ranking|beoordeling|cijfer|knock-?outs?(?:criteria)?|criteri(?:a|um|on)|eisen|requirements?)'

const patterns = [
  new RegExp(`\\b${order}\\b.{0,40}\\b${orders}`),
  new RegExp(`\\b${order}\\b.{0,20}${earlier}`),
  new RegExp(
    `^(?:aan |to |beste |dear |let op,? |note to |attention )?(?:de |the |any |elke )?${addressee}(?:[- ](?:model|assistent|assistant|tool|systeem|system|beoordelaar))?\\s*[:,!]`,
  ),
  /\b(?:geef|ken|wijs|give|award|assign|rate|score|mark|beoordeel|waardeer|zet|stel|set|rank|plaats)\b.{0,50}\b(?:kandidaat|candidate|cv|applicant|sollicitant|persoon|person|criterium|criteri(?:a|on)|eisen|requirements?)\b.{0,60}(?:\b\d{1,3}\b|maxim|hoogste|highest|volledig|full|perfect|bovenaan|\btop\b|voldaan|\bmet\b|\bmeets?\b|geslaagd|passed|geschikt|suitable|hired?)/,
  new RegExp(
    `\\b(?:geef|give|award|assign|ken|output|return|antwoord|respond|answer|print|schrijf|zeg|say)\\b.{0,40}(?:\\b10\\s*/\\s*10\\b|\\b\\d{2,3}\\s*(?:punten|points|%)|\\b\\d{1,3} (?:van|out of|of) (?:de )?\\d{2,3}\\b|maxim\\w+ ${verdict}|hoogste ${verdict}|highest ${verdict}|full marks)`,
  ),
  /\b(?:alle|all|every|each|elk)\b.{0,20}\b(?:knock-?out\w*|(?:knock-?out|gunnings|selectie)-?criteri\w+)\b.{0,40}\b(?:voldaan|vervuld|behaald|gehaald|met|satisfied|fulfilled|passed)\b/,
  /\b(?:mark|markeer|beschouw|consider|treat|flag)\b.{0,40}\b(?:criteri\w+|knock-?out\w*|eisen|requirements?)\b.{0,20}\b(?:as|als)\b/,
  /\b(?:geef|give|return|output|antwoord|respond|print|schrijf|zeg)\b.{0,20}\b(?:score|punten|points|cijfer|rating)\b.{0,12}\d/,
  /\b(?:system prompt|systeemprompt|jailbreak|prompt injection|end of (?:cv|resume|document)|begin (?:instructions?|system))\b/,
  /<\/?(?:system|assistant|user|instructions?|s|inst)>|\[\/?inst\]|<\|[a-z_]+\|>|^(?:system|assistant)\s*:/,
  new RegExp(`\\b(?:je bent|you are|act as|gedraag je als|doe alsof)\\b.{0,30}\\b${machine}\\b`),
  /\b(?:als|if)\b.{0,12}\b(?:je|you|u)\b.{0,25}\b(?:ai|llm|taalmodel|language model|chatbot|geautomatiseerd|automated)\b/,
  /\b(?:this|deze|dit)\b.{0,15}\b(?:candidate|kandidaat|cv|applicant)\b.{0,30}\b(?:must|should|moet|dient|has to)\b.{0,30}\b(?:select|gekozen|geselecteerd|uitgenodigd|invited|hired|aangenomen|bovenaan|top|highest|hoogste|maxim)/,
  /(?<![\p{L}])(?:aan|to|for|voor|dear|beste|let op)[ ,:]+(?:de |het |the |any )?(?:ai|a\.i\.|llm|chatbot|taalmodel|language model|recruitment ?bot|systeem dat|beoordelaar|ai-)(?![\p{L}]).*/u,
  /(?<![\p{L}])(?:geef|ken|give|award|assign|grant|rate|score|waardeer|beoordeel|mark|markeer|beschouw|consider|treat)(?![\p{L}])[^.]{0,80}(?:\d punten|\d points|\bscore|10\/10|\b100\b|maxim|criteri|eisen|requirement|knock-?out|voldaan|as met|voldoet|hoogste|qualified|gekwalificeerd)/u,
  /^(?:alle|all|every|each|elk)(?![\p{L}])[^.]{0,40}(?:criteri|knock-?out|eisen|requirements)[^.]{0,40}(?:voldaan|voldoet|met|satisfied|fulfilled|passed)(?![\p{L}])/u,
  /(?<![\p{L}])(?:as an ai|als ai|you are an? (?:ai|assistant)|jij bent een ai)(?![\p{L}])/u,
  /(?<![\p{L}])(?:score|scoort|points?|punten)(?![\p{L}])[^.]{0,25}(?:100 (?:van|of|out of) 100|10\/10|maximum|maximaal)/u,
  /\b(?:automated|geautomatiseerde?|automatische)\b.{0,20}\b(?:screen\w*|tools?|beoordel\w*|selectie\w*|scor\w*)\b.{0,30}\b(?:must|should|moet\w*|dien\w*|shall|rate|score|geef|geven)\b/,
  // Data for a program, such as an answer that a model would give.
  /"[\w-]+"\s*:\s*["[{\d]/,
  /^(?:system note|systeembericht|note to the (?:evaluator|screener|system|reviewer)|bericht aan (?:de|het) (?:beoordelaar|systeem|screener))\b/,
]

/**
 * Is this sentence addressed to whoever or whatever assesses the CV, instead of telling about work? Such a sentence is visible and
 * stays in the text, but proves nothing, and is never held against the candidate.
 */
export function isAddressedToMachine(sentence: string): boolean {
  const text = fold(sentence)
  return patterns.some((pattern) => pattern.test(text))
}

/**
 * Does this sentence only give back a criterion of the posting? Then it tells what was asked, not what was done. `criteria`: their
 * texts as the posting has them.
 */
export function repeatsPosting(sentence: string, criteria: readonly string[]): boolean {
  const said = asAsked(sentence)
  return said !== '' && criteria.some((criterion) => asAsked(criterion) === said)
}

/** The words alone: without number, points and marks. */
function asAsked(text: string): string {
  return fold(text)
    .replace(/\(?\b(?:max(?:imaal|imum)?\.? )?\d{1,3} (?:punten|points)\b\)?/g, ' ')
    .replace(/^\W*\d{1,2}[.)]\s/, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
