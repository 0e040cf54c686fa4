import { fold } from '../text/fold.ts'
import { isAskingWordItself } from './asking-words.ts'
import { lead } from './question-in-message.ts'

/** Whom a channel message is meant for: somebody in particular, or whoever knows. */

/** A mention, a name at the start or the end, or "jij" and "jullie": meant for somebody else. `isSubject` tells the name of an assignment ("Duinmeer: …") from a person's. */
export function isAddressedToSomebody(message: string, isSubject: (word: string) => boolean = () => false): boolean {
  const folded = fold(message)
  if (/<@[A-Z0-9]+>|(?:^|\s)@(?!channel|here|everyone|iedereen|kanaal)\p{L}/u.test(message)) return true
  if (/\b(?:jij|jou|jouw|jullie)\b/.test(folded) && !/\bwillen jullie weten\b/.test(folded)) return true
  if (isCall(message)) return true
  if (
    !isGeneralYou(folded) &&
    /\b(?:heb|ben|kun|kan|wil|zou|weet|ga|zie|snap|denk|vind|wist|had|was|doe|kom|moet) je\b/.test(folded) &&
    /^(?:heb|ben|kun|kan|wil|zou|weet|ga|zie|snap|denk|vind|wist|had) je\b/.test(folded.replace(lead, ''))
  )
    return true
  if (isGeneralYou(folded)) return false
  if (/\b(?:did|have|are|can|could|will|would|do|were) you\b|\byour\b|\bof you\b|\byou guys\b/.test(folded)) return true
  const first = /^(?:(?:h[eé]|hey|hoi|hi|hallo|zeg|ha|yo)\s+)?(\p{Lu}[\p{L}-]+)\s*[,:]\s+/u.exec(message)
  if (
    first !== null &&
    !isSubject(fold(first[1]!)) &&
    !/^(?:vraag(?:je)?|weet|iemand|goede\w*|hoi|hallo|hey|hi|team|allemaal|collega|question|quick|korte|snelle|even|anyone|trouwens|ps|nog|ok|oke|dus|en|sorry|hmm|btw|voor|bij|over|help|mensen|iets|ik|fyi|zeg|let)/i.test(
      first[1]!,
    )
  )
    return (
      !/\d/.test(first[1]!) &&
      !isAskingWordItself(fold(first[1]!)) &&
      message.slice(first[0].length).length > 0 &&
      isGivenName(first[1]!, message)
    )
  if (/^\p{Lu}\p{Ll}+ (?:heb|ben|kun|kan|wil|zou|weet|ga) (?:jij|je)\b/u.test(message)) return true
  // "…, Tess?" and "… volgens jou?"
  return /,\s*\p{Lu}\p{Ll}{2,}\s*\?\s*$/u.test(message) && !/,\s*iemand\s*\?\s*$/.test(message)
}

/** "Bas? Wanneer sluit het?" */
function isCall(message: string): boolean {
  const greeted =
    /^\s*(?:hi|hoi|hey|h[eé]+|hallo|hello|dag|ha|yo|zeg|beste|dear|goede\w+|goeie\w+|good \w+)\s+(\p{L}+)\s*[?.!…,:]/iu.exec(
      message,
    )?.[1]
  const word = greeted ?? /^\s*(\p{L}+)\s*[?.!…]+\s+\S/u.exec(message)?.[1]
  return word !== undefined && !isAskingWordItself(fold(word)) && fold(word).replace(lead, '') !== ''
}

/** "Kun je bij X nog vragen stellen?" asks what anyone may; with "me", "even" or "morgen" it is a request. */
export const isGeneralYou = (folded: string): boolean =>
  /^(?:(?:kun|kan) je|can you|do you (?:need|have to)|must you)\b/.test(folded.replace(lead, '')) &&
  /\b(?:need|have to|must|still|also|home|remote\w*|without|nog|ook|maximaal|zonder|thuis|hybride|vanuit|als)\b/.test(
    folded,
  ) &&
  !/\b(?:please|pls|my|your|send|help|today|tomorrow|check|look|me|mij|mijn|m'n|ons|onze|even|jouw|hem|haar|vandaag|vanmiddag|morgen|straks|zo|checken|kijken)\b/.test(
    folded,
  )

/** A label before a colon ("Gemalen: …") is a subject, a name before a comma a person. */
const isGivenName = (name: string, message: string): boolean =>
  /,/.test(message.slice(name.length, name.length + 6)) || !/\d/.test(message.slice(0, 30))
