import type { errors as source } from '../nl/errors.ts'
import { configFaults } from './config.ts'

type Details = Readonly<Record<string, string | number>>

const sentences: Record<string, (details: Details) => string> = {
  config: (details) => configFaults(Object.values(details)),
  'file-empty': () => 'This file is empty. Send it again, or paste the text into your message.',
  'file-too-large': ({ mb }) =>
    `This file is too large${mb ? ` (${mb} MB)` : ''}; 10 MB at most. Send a smaller version, for instance without pictures.`,
  'file-encrypted': () => 'This file is protected by a password. Send a version without one.',
  'file-damaged': () => 'This file is damaged; I cannot open it. Save it anew and send it again.',
  'file-scan': () =>
    'I cannot read this file: there is no text in it, it is probably a scan. Supply a PDF with text, or a Word file.',
  'file-unsupported': () =>
    'I do not read this kind of file. Send a PDF or Word file (docx, doc), or odt, rtf or plain text.',
  'file-bomb': () =>
    'This file unpacks to something unreasonably large; I have not opened it. Send an ordinary PDF or Word file.',
  'file-timeout': () => 'Reading this file took too long; I stopped. Send a simpler version, for instance as PDF.',
  'file-memory': () => 'This file asks for too much memory; I stopped. Send a simpler version, for instance as PDF.',
  'file-not-found': ({ path }) => `I find no file at ${path}. Check the path.`,
  'folder-not-found': ({ path }) => `I find no folder at ${path}. Check the path.`,
  'not-a-posting': () =>
    'I do not recognise a hiring posting in this: no title with requirements, criteria or a closing date. Paste the whole posting, or send the file.',
  'unknown-assignment': ({ id }) =>
    `I do not know the assignment ${id ?? ''}. "list" shows which ones I know.`.replace('  ', ' '),
  'unknown-candidate': ({ id }) =>
    `I do not know the candidate ${id ?? ''}, or you may not see them.`.replace('  ', ' '),
  'bad-json-line': ({ line }) => `Line ${line} of the file is not a JSON object.`,
  'bad-lang': () => '--lang is nl or en.',
  'bad-history': () => 'The file of --history is no JSON list of {role, text}.',
  'bad-line-now': ({ line }) => `Line ${line}: now is no time with an offset, such as 2026-07-10T10:00:00+02:00.`,
  'bad-rate': () => '--rate is an amount in euro per hour, such as 92 or 92.50.',
  'bad-date': () => 'Write the date as 2026-07-10.',
  'bad-now': () => '--now is a time with an offset, such as 2026-07-10T10:00:00+02:00.',
  'bad-duration': () => '--closing is a number of days, such as 7d.',
  'bad-engine': () => '--engine is rules or model.',
  'no-model': () =>
    'No language model is configured. Set OPENAI_API_KEY or OPENAI_BASE_URL, and OPENAI_MODEL, in .env, or use --engine rules.',
  'unknown-command': () => 'There is no such command; "maatstaf help" shows them all.',
  usage: ({ usage }) => `Usage: ${usage ?? 'see "maatstaf help"'}`,
  'already-running': ({ pid }) =>
    `already running, pid ${pid}. A Maatstaf already runs on this folder; use that one, or stop it first.`,
  'no-app-id': () => 'MicrosoftAppId is not set, or is not a GUID: fill it in in .env (README, Microsoft Teams).',
  'not-empty': () => 'Restoring needs an empty database; choose another MAATSTAF_DATA_DIR or DATABASE_URL.',
  'bad-payload': () => 'I recognise no message of Slack or Teams in this file.',
  'bad-backup': () => 'This is not a backup of Maatstaf, or it is damaged.',
}

export const errors: typeof source = {
  sentence: (code, details = {}) => sentences[code]?.(details) ?? null,
}
