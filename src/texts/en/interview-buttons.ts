import type { buttons as source } from '../nl/interview-buttons.ts'
import { inside } from './interview-words.ts'

export const buttons: typeof source = {
  /** The name of a criterion within a sentence. */
  inside,
  untitled: 'Untitled assignment',
  stop: 'Stop',
  back: 'Back',
  goOn: 'Continue',
  overview: 'Overview',
  later: 'Later',
  explain: 'Explain',
  change: 'Change',
  confirm: 'Confirm',
  compare: 'Compare',
  share: 'Share',
  record: 'Record',
  look: 'Look it up',
  reopen: 'Reopen',
  done: 'Done',
  goesOnInDirect: 'I will go on with you in a direct message; I do not talk about candidates in a channel.',
}
