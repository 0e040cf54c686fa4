/**
 * Actions on a message that somebody wrote, chosen from that message's own menu. `values.text` holds its words and `files` of the Incoming
 * its files; the person of the Incoming is who chose, which need not be who wrote.
 */
export const messageActions = {
  /** The message is a posting: offer it for adding. */
  add: 'message-add',
  /** Its file is a CV: begin to score it. */
  score: 'message-score',
} as const
