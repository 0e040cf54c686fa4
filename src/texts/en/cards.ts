import type { cards as source } from '../nl/cards.ts'

export const cards: typeof source = {
  choose: 'Choose',
  askFile: (label, formats, upload) =>
    upload ? `${label} (${formats.join(', ')})` : `Send in this conversation: ${label} (${formats.join(', ')}).`,
  chooseFile: 'Choose file',
  required: (label) => `Please fill in: ${label}.`,
  percent: (done) => `${done}%`,
}
