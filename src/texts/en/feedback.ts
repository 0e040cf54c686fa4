import type { Texts } from '../texts.ts'

export const feedback: Texts['feedback'] = {
  menu: 'Is this right?',
  right: 'This is right',
  wrong: 'This is wrong',
  thanksRight: 'Thank you, noted that this is right.',
  thanksWrong:
    'Thank you; I kept the question and my answer to learn from. For now, look it up in the posting yourself.',
  what: 'What is wrong?',
  whatLabel: 'What is wrong, or what did you expect? Do not name candidates.',
  say: 'Say what is wrong',
  afterAll: 'It is right after all',
  send: 'Pass on',
  noted: 'Noted, thank you.',
  gone: 'That answer is no longer in our conversation. Ask again, and you can judge the new answer.',
}
