import type { cli as source } from '../nl/cli.ts'

const auditDamage = {
  changed: (at: number) => `row ${at} was changed`,
  missing: (at: number) => `something is missing from row ${at} on`,
  cut: (at: number) => `the end was cut off, from row ${at} on`,
  head: (at: number) => `its head is gone or not ours; the rows themselves hold up to row ${at}`,
  added: (at: number) => `row ${at} was added by somebody else`,
  'set-back': (at: number) => `an older copy was put in its place; what was there already is missing from row ${at} on`,
  rewritten: (at: number) => `it was written anew up to row ${at}`,
}

export const cli: typeof source = {
  usage: 'Usage: npm run -s maatstaf -- COMMAND …\n',
  everywhere: 'With every command: --json, --now TIME, --postings FOLDER, --lang nl|en',
  more: 'More about one command: npm run -s maatstaf -- help COMMAND',
  example: 'Example:',
  commands: {
    read: {
      does: 'Reads a posting (text, mail, web page, PDF, Word) and shows its facts, each with the sentence it stands in.',
      example: 'read posting.pdf --json',
    },
    add: { does: 'Puts a posting in the list, confirmed at once.', example: 'add posting.pdf' },
    list: { does: 'Shows the assignments, soonest closing first.', example: 'list --open --closing 7d' },
    remove: { does: 'Takes an assignment out of the list.', example: 'remove 31050' },
    ask: {
      does: 'Answers a question about the assignments, or a file of questions.',
      example: 'ask "when does 31050 close?" --lang en',
    },
    listen: {
      does: 'Says whether the assistant would answer this message in a channel unasked.',
      example: 'listen "does anybody know the scale of 31050?"',
    },
    score: {
      does: 'Scores a CV against an assignment without the conversation: findings, proposals, score card.',
      example: 'score 31050 cv.pdf --rate 92',
    },
    rank: {
      does: 'Puts the stored assessments of an assignment in the order of its procedure.',
      example: 'rank 31050',
    },
    digest: {
      does: 'Shows what the daily digest says on a day, without posting it.',
      example: 'digest --date 2026-07-13',
    },
    chat: { does: 'The assistant in the terminal.', example: 'chat' },
    forget: { does: 'Erases everything about a candidate.', example: 'forget NvT' },
    export: { does: 'Gives everything that is kept about a candidate.', example: 'export NvT --json' },
    retention: {
      does: 'Says what is kept of candidates, until when and why, and what went when; without names.',
      example: 'retention --since 2026-07-01',
    },
    audit: { does: 'Checks the audit log (verify) or prints it (export).', example: 'audit verify' },
    replay: { does: 'Replays one recorded payload of Slack or Teams.', example: 'replay payload.json' },
    check: {
      does: 'Says what is on, what is off and what to mend; exit code 1 when something has to be mended.',
      example: 'check',
    },
    feedback: { does: 'Prints the answers that people called wrong, as cases to measure with.', example: 'feedback' },
    backup: { does: 'Writes a copy of all data, sealed as it is.', example: 'backup maatstaf.backup' },
    restore: { does: 'Puts a copy back into an empty database.', example: 'restore maatstaf.backup' },
    rewrap: { does: 'Wraps all keys with the new MAATSTAF_KEY.', example: 'rewrap' },
    eval: {
      does: 'Measures quality on the examples that come along, or on a folder of the same shape.',
      example: 'eval',
    },
    bench: { does: 'Measures speed.', example: 'bench' },
  },
  options: {
    open: 'only what is still open',
    closing: 'only what closes within so many days, such as 7d',
    assignment: 'which assignment it is about',
    history: 'a file with the conversation so far',
    batch: 'a .jsonl file, one question a line',
    explanation: "the candidate's explanation",
    motivation: "the candidate's motivation",
    rate: 'hourly rate in euro',
    engine: 'rules or model',
    date: 'the day, YYYY-MM-DD',
    since: 'what went since this day, YYYY-MM-DD (otherwise the last 90 days)',
  },
  chatHint:
    'Ask a question, or type "score". Send a file with: file PATH. Choose a button by its number. Leave with "exit" or Ctrl-D; what you began is kept.',
  fileWord: 'file',
  added: { added: 'added', unchanged: 'known already, unchanged', updated: 'updated' },
  removed: (id) => `${id} was removed.`,
  nothingOpen: 'Nothing is open.',
  silent: 'Stays silent',
  speaks: 'Answers',
  forgotten: (code) => `Everything of ${code} is erased.`,
  auditOk: (rows) => `The audit log is sound: ${rows} rows, none missing or changed.`,
  auditBroken: ({ at, damage }) => `The audit log is not sound: ${auditDamage[damage](at)}.`,
  saved: (file) => `Saved in ${file}.`,
  restored: 'Restored.',
  rewrapped: (keys) => `${keys} keys wrapped anew.`,
  on: 'on',
  off: 'off',
  noFeedback: 'No answers were judged yet.',
  feedback: (wrong, all) =>
    `${all} ${all === 1 ? 'judgement' : 'judgements'} in the last half year, ${wrong} of them wrong.`,
  silence: '(silence)',
  failed: (where: string) =>
    `That went wrong through a fault in Maatstaf itself; tell your administrator. ${where}`.trim(),
}
