/** What the web chat takes and shows; each figure named once. */
export const WEB_LIMITS = {
  /** Text of a million characters in UTF-8, with room for the rest. */
  messageBytes: 4 * 1024 * 1024,
  /** More than anybody scrolls through; the page says how many are left out. */
  entriesShown: 300,
} as const
