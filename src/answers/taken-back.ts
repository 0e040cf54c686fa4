import { fold } from '../text/fold.ts'

/** Answered in the same breath, withdrawn, or a joke. */
export function isTakenBack(message: string): boolean {
  const folded = fold(message)
  return (
    /\b(?:laat maar|grapje|geintje|nvm|never ?mind|nevermind|al gevonden|gevonden\b|found it|zie het (?:al|net|nu)|zie het(?=\W*$)|oh? zie|ja dus|ja toch|ja,? staat|al uitgezocht|al opgelost|zoek ik (?:zelf )?uit|weet het al|got it|al duidelijk|oke? helder|just kidding|jk)\b/.test(
      folded,
    ) ||
    /\?\s+(?:ja|nee|oh|o|ah|aha|yes|nope)\b[ ,.]/.test(folded) ||
    /😂|🤣|\bhaha\w*|\blol\b/.test(folded)
  )
}
