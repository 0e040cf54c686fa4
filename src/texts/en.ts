import { answers } from './en/answers.ts'
import { assistant } from './en/assistant.ts'
import { cards } from './en/cards.ts'
import { check } from './en/check.ts'
import { cli } from './en/cli.ts'
import { common } from './en/common.ts'
import { digest } from './en/digest.ts'
import { errors } from './en/errors.ts'
import { feedback } from './en/feedback.ts'
import { fits } from './en/fits.ts'
import { home } from './en/home.ts'
import { interview } from './en/interview.ts'
import { postingQuestions } from './en/posting-questions.ts'
import { postings } from './en/postings.ts'
import { report } from './en/report.ts'
import { retention } from './en/retention.ts'
import { scoring } from './en/scoring.ts'
import { slack } from './en/slack.ts'
import { teams } from './en/teams.ts'
import { upload } from './en/upload.ts'
import { web } from './en/web.ts'
import type { Texts } from './texts.ts'

/** The same shape as nl.ts; a text missing here does not compile. */
export const en: Texts = {
  postings,
  postingQuestions,
  report,
  retention,
  check,
  interview,
  scoring,
  digest,
  answers,
  errors,
  feedback,
  fits,
  home,
  cli,
  web,
  assistant,
  cards,
  common,
  slack,
  teams,
  upload,
}
