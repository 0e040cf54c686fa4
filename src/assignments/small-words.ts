import { plainWords } from './word-roots.ts'

/** Words that say nothing about a subject, in Dutch and English: articles, question words, helping verbs, ways of asking. */
const words = plainWords(
  `de het een en van in is dat op te met voor die aan er niet zijn om ook als maar bij naar uit door over tot wordt worden werd was waren heeft had ik wij je zij hij deze dit
   of dan nog kan moet hebben geen onder tussen binnen wat hoe wanneer welke welk wie waar waarom hoeveel mag mogen moeten kunnen gaat gaan doe doet doen
   ie ze we jullie u men al wel toch eens even eigenlijk precies ongeveer graag iemand iets daar hier hun haar ons onze mijn zal zou zullen zouden weet nou
   t m es nu na per the of and to a it for on are as with be at this by from not or but which you were they all her there their been has have when how many much
   who will more if no out so what up my into than its can could would should do does did any our your me i us please tell about must may need needed required
   vraagt vragen vraag krijg krijgt krijgen kom komt komen staat staan zit zitten ligt loopt werken werk werkt vereist verplicht nodig betekent betekenen mean means
   intern extern groot grote big large size allemaal soort zo ja nee yes heb hebt ben bent anyone someone somebody know mee meedoen doen
   uitvraag uitvragen opdracht opdrachten klus klussen aanvraag posting postings assignment assignments role job paraat
   hey hoi hi hallo hello goedemorgen goedemiddag goedenavond vraagje collega collegas all allen idee idea tell question korte
   vanaf tijdens volgens sinds niemand nobody none iedereen alleen vaak often hoelang goed gewoon keer`,
)
const small = new Set(words)

export const isSmallWord = (word: string): boolean => small.has(word)
