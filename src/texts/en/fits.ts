import type { Texts } from '../texts.ts'

export const fits: Texts['fits'] = {
  askFor: (id) => `who fits ${id}?`,
  button: 'Who fits this?',
  title: (assignment) => `Who fits ${assignment}?`,
  groups: { shown: '✅ Shown', unclear: '❔ Unclear', notFound: '❌ Not found' },
  allShown: (count) =>
    count === 1
      ? 'the knock-out is in the documents'
      : `${count === 2 ? 'both' : `all ${count}`} knock-outs are in the documents`,
  because: {
    unclear: (label, text, more) => `knock-out ${label} is unclear: "${text}"${others(more)}`,
    notFound: (label, text, more) => `knock-out ${label} not found: "${text}"${others(more)}`,
  },
  shared: 'shared with you',
  howRead:
    'Read by rules in the documents that are already here, in alphabetical order and without points. Nobody drops out by this: with "score" you look for yourself, with the quotes.',
  nobody: 'There is nobody to look at.',
  untold: (codes) =>
    `Left out: ${codes.join(', ')}. It is not on record that they know we hold their documents against other assignments too.`,
  untoldOfOthers: (count) =>
    `${count === 1 ? 'One candidate shared with you was' : `${count} candidates shared with you were`} left out for the same reason; the owner records that.`,
  noKnockouts: (assignment) => `${assignment} has no knock-outs, so there is nothing to hold documents against.`,
  noCandidates: 'You have no candidates yet. With "score" you start an assessment.',
  which: 'For which assignment?',
  told: (code) => `${code} knows`,
  notice: 'Text for the candidate',
  recorded: (code, told) =>
    told
      ? `Recorded: ${code} knows that we hold the documents against other assignments too. Should ${code} no longer want that, say "no matching with ${code}".`
      : `Recorded: ${code} no longer takes part when you ask who fits.`,
  notOwner: 'I know no such candidate of yours; nothing changed.',
  noticeText:
    'Text for the candidate:\n\nWe keep the documents you gave us and also hold them against the hard requirements of other assignments, so that we can call you when something suits you. An AI assistant does this with fixed rules, without a language model: it looks for the sentences that belong to a requirement. It gives no mark and rejects nobody; a consultant looks and talks to you before we hand anything in.\n\nOnly your own consultant, and colleagues with whom they share you by name, see the outcome. You can say at any time that you do not want this; for the assignment you gave your documents for, it makes no difference.',
}

function others(more: number): string {
  return more === 0 ? '' : more === 1 ? ' (and one more)' : ` (and ${more} more)`
}
