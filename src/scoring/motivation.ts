import { fold } from '../text/fold.ts'
import type { Coded, Evidence, Level } from './assessment.ts'
import { type Documents, evidenceAt } from './evidence.ts'
import type { Passage } from './passage.ts'

export type MotivationCheck = {
  present: boolean
  short: boolean
  personal: boolean
  tiesEarlierWork: boolean
  selfWritten: boolean
  thirdPerson: boolean
}
export type MotivationFinding = {
  level: Level
  evidence: Evidence[]
  check: MotivationCheck
  questions: Coded[]
  rule: Coded
}

/** One A4 of running text. */
const SHORT_WORDS = 500

/**
 * A checklist over the letter, no judgement: is it there, short, in the first person, does it tie earlier work to the assignment, does the candidate say
 * who wrote it. Who really wrote it is never guessed; the third person is the most that is remarked on.
 */
export function checkMotivation(passages: readonly Passage[], documents: Documents): MotivationFinding {
  const rule = { code: 'motivation', values: {} }
  const letter = passages.filter((passage) => passage.kind === 'letter' && passage.admissible)
  const words = letter.reduce((sum, passage) => sum + passage.tokens.length, 0)
  const sentences = letter.filter((passage) => passage.tokens.length >= 5 && !salutation.test(fold(passage.text)))
  const first = sentences.filter((passage) => firstPerson.test(fold(passage.text)))
  const third = sentences.filter(
    (passage) => thirdPerson.test(fold(passage.text)) && !firstPerson.test(fold(passage.text)),
  )
  const ties = sentences.filter(
    (passage) => earlierWork.test(fold(passage.text)) && firstPerson.test(fold(passage.text)),
  )
  const check = {
    present: sentences.length > 0,
    short: words > 0 && words <= SHORT_WORDS,
    personal: first.length > 0 && first.length >= third.length,
    tiesEarlierWork: ties.length > 0,
    selfWritten: sentences.some((passage) =>
      /zelf (?:geschreven|opgesteld)|eigen hand|wrote this (?:letter )?myself|written by myself/.test(
        fold(passage.text),
      ),
    ),
    thirdPerson: third.length > first.length,
  }
  const level: Level = !check.present ? 'absent' : check.personal && check.tiesEarlierWork ? 'explicit' : 'indirect'
  const evidence = sentences
    .filter((passage) => !check.personal || first.includes(passage) || ties.includes(passage))
    .slice(0, 4)
    .map((passage) => evidenceAt(documents, passage, { engagement: null, facets: [], certain: true }))
  const questions: Coded[] = check.present
    ? [
        { code: check.thirdPerson ? 'motivation-third-person' : 'motivation-judge', values: {} },
        ...(check.short ? [] : [{ code: 'motivation-long', values: { words } }]),
      ]
    : [{ code: 'motivation-missing', values: {} }]
  return { level, evidence, check, questions, rule }
}

const firstPerson = /(?<![\p{L}'])(?:ik|mij|mijn|me|ikzelf|i|my|mine|myself|i'm|i've)(?![\p{L}])/u
const thirdPerson =
  /(?<![\p{L}'])(?:hij|zij|zijn|haar|hem|de kandidaat|onze kandidaat|kandidaat|he|she|his|her|him|our candidate|the candidate)(?![\p{L}])/u
/** Words that tie what was done to what is asked. */
const earlierWork =
  /werkt|werkte|werk (?:nu|ik|al|sinds)|ervaring|cv|eerder|vorige|sinds|jarenlang|leid(?:de|t)?(?![\p{L}])|deed|begeleidd|als (?:projectleider|adviseur|coordinator|manager)|projectwerk|opdracht|loopbaan|geleerd|leerde|worked|experience|previous|earlier|since|as a|led|in my/u
const salutation =
  /^(?:geachte|beste|met vriendelijke|hartelijke|hoogachtend|groet|dear|kind regards|yours|sincerely|best regards)/
