import type { check as source } from '../nl/check.ts'

export const check: typeof source = {
  states: { on: 'on', off: 'off', broken: 'broken' },
  configuration: 'configuration',
  database: (engine) => (engine === 'embedded' ? 'database (embedded)' : 'database (PostgreSQL server)'),
  databaseMend: (detail) =>
    `it does not answer (${detail}); see whether the server of DATABASE_URL runs and whether there is room on the disk`,
  setAside: (count) =>
    `${count} ${count === 1 ? 'message or record that could not be handled is' : 'messages or records that could not be handled are'} set aside; the log says when and why`,
  audit: 'audit log',
  model: (name) => `language model ${name}`,
  modelMend: {
    unreachable: () => 'the server of OPENAI_BASE_URL does not answer; the rules do the work meanwhile',
    refused: () => 'the server refuses OPENAI_API_KEY; make a new key and put it in .env',
    unknown: (name) =>
      `the server answers, but knows no ${name} there; see whether OPENAI_MODEL is right (Ollama: first "ollama pull ${name}") and whether OPENAI_BASE_URL runs up to and with /v1`,
  },
  manifestMissing: 'the file is missing; fetch it from the source code again',
  off: (name) =>
    ({
      slack: 'Slack: fill in SLACK_BOT_TOKEN in .env to turn it on',
      teams: 'Teams: fill in MicrosoftAppId in .env to turn it on',
      model: 'language model: the rules do the work; OPENAI_MODEL in .env turns it on',
    })[name] ?? name,
  allWell: 'Everything that is on works.',
  mend: 'Mend what is broken and start again.',
}
