import type { upload as dutch } from '../nl/upload.ts'

export const upload: typeof dutch = {
  button: 'Send the CV outside the chat',
  title: 'Send documents',
  intro: 'What you send here never stands in the chat. This page works for an hour, and for sending once.',
  fields: { cv: 'CV', explanation: 'Explanation (if you have one)', motivation: 'Motivation (if you have one)' },
  limits: 'A PDF or Word file with text, at most 10 MB each.',
  send: 'Send',
  thanks: 'Received. Go on in the chat; soon you can read there what is in it.',
  gone: 'This page does not work (any more): it has expired or was used. Ask for a new one in the chat, for instance with "score".',
  nothing: 'There was no file. Choose a CV and send again.',
  tooLarge: 'That is too large: at most 10 MB a file. Choose a smaller version and send again.',
}
