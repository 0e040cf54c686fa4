import { inside } from './interview-words.ts'

/** Words on buttons of the guided conversation. */
export const buttons = {
  /** The name of a criterion within a sentence. */
  inside,
  untitled: 'Opdracht zonder titel',
  stop: 'Stop',
  back: 'Terug',
  goOn: 'Verder',
  overview: 'Overzicht',
  later: 'Later',
  explain: 'Uitleg',
  change: 'Wijzigen',
  confirm: 'Bevestigen',
  compare: 'Vergelijken',
  share: 'Delen',
  record: 'Vastleggen',
  look: 'Zoek op',
  reopen: 'Heropenen',
  done: 'Klaar',
  goesOnInDirect: 'Ik ga met je verder in een direct bericht; over kandidaten praat ik niet in een kanaal.',
}
