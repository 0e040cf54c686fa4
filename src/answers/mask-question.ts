import { removeBsns } from '../text/bsn.ts'

const marks: [RegExp, string][] = [
  [/<[@!#][^>]*>/g, '[naam]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/https?:\/\/\S+/g, '[link]'],
  [/@\p{L}[\p{L}.-]*/gu, '[naam]'],
  [/(?:\+31[\s(]?0?\)?|\b0)\d{1,3}[\s-]?\d(?:[\s-]?\d){5,7}\b/g, '[telefoon]'],
  // Two capitalised words inside a sentence are taken for a person, whoever it is: a lost client name costs nothing here.
  [
    /(?<=[\p{Ll}\d,;:)] )\p{Lu}\p{Ll}+(?: (?:van|de|der|den|ten|ter|el|al|van der|van den|van de))? \p{Lu}\p{Ll}+/gu,
    '[naam]',
  ],
  [/(?<=\b(?:kandidaat|collega|candidate|meneer|mevrouw|dhr\.?|mw\.?) )\p{Lu}\p{Ll}+/gu, '[naam]'],
]

/** A question without what could name a person, for the model. */
export function maskQuestion(text: string): string {
  return marks.reduce((masked, [pattern, mark]) => masked.replace(pattern, mark), removeBsns(text))
}
