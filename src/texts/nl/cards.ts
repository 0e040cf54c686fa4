import type { CardTexts } from '../../chat/adaptive-card.ts'

/** The words that a rendered card needs of its own. */
export const cards: CardTexts = {
  choose: 'Kiezen',
  askFile: (label, formats, upload) =>
    upload ? `${label} (${formats.join(', ')})` : `Stuur in dit gesprek: ${label} (${formats.join(', ')}).`,
  chooseFile: 'Bestand kiezen',
  required: (label) => `Vul dit nog in: ${label}.`,
  percent: (done) => `${done}%`,
}
