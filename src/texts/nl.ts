import { answers } from './nl/answers.ts'
import { assistant } from './nl/assistant.ts'
import { cards } from './nl/cards.ts'
import { check } from './nl/check.ts'
import { cli } from './nl/cli.ts'
import { common } from './nl/common.ts'
import { digest } from './nl/digest.ts'
import { errors } from './nl/errors.ts'
import { feedback } from './nl/feedback.ts'
import { fits } from './nl/fits.ts'
import { home } from './nl/home.ts'
import { interview } from './nl/interview.ts'
import { postingQuestions } from './nl/posting-questions.ts'
import { postings } from './nl/postings.ts'
import { report } from './nl/report.ts'
import { retention } from './nl/retention.ts'
import { scoring } from './nl/scoring.ts'
import { slack } from './nl/slack.ts'
import { teams } from './nl/teams.ts'
import { upload } from './nl/upload.ts'
import { web } from './nl/web.ts'

/** One file a feature in nl/; this is where they come together. */
export const nl = {
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
