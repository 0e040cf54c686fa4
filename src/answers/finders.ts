import { condition, zzp } from './about-conditions.ts'
import * as criteria from './about-criteria.ts'
import * as dates from './about-dates.ts'
import * as experience from './about-experience.ts'
import * as money from './about-money.ts'
import * as numbers from './about-numbers.ts'
import { cv, documents, motivation, simple } from './about-papers.ts'
import * as procedure from './about-procedure.ts'
import { answersPublished, questions } from './about-questions.ts'
import { isOpen, sendBy, submission, timeLeft } from './about-submission.ts'
import { end, postedOn, start } from './about-term-dates.ts'
import * as terms from './about-terms.ts'
import { equalWeight, mostPoints } from './about-weights.ts'
import { hybrid } from './about-workplace.ts'
import type { Finder } from './finding.ts'
import type { Topic } from './topics.ts'

/** What answers which topic. Every finder is pure: the same posting, question and moment give the same words. */
export const finders: Record<Topic, Finder> = {
  submission,
  questions,
  answers: answersPublished,
  interviews: dates.interviews,
  start,
  end,
  timeLeft,
  isOpen,
  planning: dates.planning,
  postedOn,
  sendBy,
  dateCheck: dates.dateCheck,
  duration: terms.duration,
  extension: terms.extension,
  maxDuration: terms.maxDuration,
  hours: terms.hours,
  totalHours: terms.totalHours,
  workdays: terms.workdays,
  hybrid,
  scale: terms.scale,
  cao: terms.cao,
  travel: terms.travel,
  notice: terms.notice,
  fee: money.fee,
  maxRate: money.maxRate,
  indexation: money.indexation,
  contractValue: money.contractValue,
  sroi: money.sroi,
  vog: condition('vog'),
  nda: condition('nda'),
  uea: condition('uea'),
  waadi: condition('waadi'),
  das: condition('das'),
  zzp,
  knockouts: criteria.knockouts,
  awards: criteria.awards,
  points: criteria.points,
  mostPoints,
  pointsTotal: criteria.pointsTotal,
  equalWeight,
  criterion: criteria.criterion,
  partial: criteria.partial,
  without: criteria.without,
  competencies: criteria.competencies,
  years: experience.years,
  window: experience.window,
  education: experience.education,
  language: experience.language,
  whatIf: experience.whatIf,
  procedure: procedure.procedure,
  tie: procedure.tie,
  lowest: procedure.lowest,
  shortlist: numbers.shortlist,
  candidatesOffered: numbers.candidatesOffered,
  standstill: procedure.standstill,
  professionals: numbers.professionals,
  whereQuestions: procedure.whereQuestions,
  whereToSubmit: procedure.whereToSubmit,
  contact: procedure.contact,
  summary: procedure.summary,
  cv,
  evidence: terms.evidence,
  motivation,
  documents,
  organisation: simple('organisation'),
  location: simple('location'),
  region: simple('region'),
  number: simple('number'),
  title: simple('title'),
}
