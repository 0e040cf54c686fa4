/** Every limit of Teams that a card can meet, in UTF-16 units of the activity's JSON unless said otherwise. */
export const limits = {
  /**
   * What one activity aims at: 28 KB as UTF-16, which also the stricter ways into Teams take. Half of it in units, less what the
   * connector adds to an activity.
   */
  activity: 13_000,
  /** One text of a card, so that a card of many fits; about two screens on a phone. */
  text: 4_000,
  /** Characters of the notification. */
  summary: 150,
  /** Characters of a search that are looked at. */
  query: 200,
  /** Characters of one line in the list of what a search found. */
  preview: 120,
  /** Characters of a message that a dialog shows again, to recognise it by. */
  dialogQuote: 280,
  /** Characters from which on a message may be a pasted CV; shorter ones are words beside it. */
  shortestCv: 400,
} as const
