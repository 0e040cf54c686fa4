/**
 * Every limit of Slack that a card can meet, by the public documentation (node-slack-sdk `types`, docs.slack.dev) unless said otherwise.
 * Lengths are counted in UTF-16 units, which is never less than what Slack counts.
 */
export const limits = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  /**
   * All blocks of a message together. Slack refuses from about 13,200 characters (`msg_blocks_too_long`, bolt-js#2509, undocumented);
   * counted here over the whole JSON, so that it holds whatever Slack counts.
   */
  messageJson: 12_800,
  /** The fallback text: 4,000 are advised, and a longer one may be split into messages of its own. */
  fallback: 3_900,
  /** A paragraph of rich text; the documented limit of a section. */
  paragraph: 2_900,
  header: 150,
  buttonText: 75,
  buttonValue: 2_000,
  actionsElements: 25,
  selectOptions: 100,
  optionGroups: 100,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  inputLabel: 2_000,
  inputText: 3_000,
  id: 255,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  /** Options of one select in a message, as JSON: room must remain for the text around it. */
  selectJson: 9_000,
  listItems: 40,
  /** Suggestions in the assistant pane, by docs.slack.dev; the length is ours: longer ones do not fit on a line. */
  panePrompts: 4,
  paneTitle: 80,
  /** Error text beside a field of a modal; longer ones are shortened with an ellipsis. */
  fieldError: 2_000,
} as const
