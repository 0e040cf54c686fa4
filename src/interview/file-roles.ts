import type { FileRef } from '../chat/message.ts'
import type { DocumentKind } from '../documents/document.ts'
import { fold } from '../text/fold.ts'

/** Which of the candidate's documents a file is, by what a form said or by its name; null when neither tells. */
export function guessKind(file: FileRef): DocumentKind | null {
  if (file.role === 'cv' || file.role === 'explanation' || file.role === 'motivation') return file.role
  const name = ` ${fold(file.name).replace(/[^a-z0-9]+/g, ' ')} `
  if (/ (?:motivatie\w*|motivation|brief|letter|sollicitatiebrief|cover) /.test(name)) return 'motivation'
  if (/ (?:toelichting\w*|explanation|verantwoording|criteriamatrix|matrix|criteria|leeswijzer) /.test(name))
    return 'explanation'
  if (/ (?:cv|cv\d+|c v|curriculum|vitae|resume|levensloop|profiel|profile) /.test(name)) return 'cv'
  return null
}

/**
 * The kind of every file of one message. A lone file that nothing tells about is the CV while that is what was asked for;
 * otherwise it stays null and the person is asked.
 */
export function kindsOf(files: FileRef[], waitingForCv: boolean): { ref: FileRef; kind: DocumentKind | null }[] {
  const guessed = files.map((ref) => ({ ref, kind: guessKind(ref) }))
  const unknown = guessed.filter(({ kind }) => kind === null)
  if (waitingForCv && unknown.length === 1 && !guessed.some(({ kind }) => kind === 'cv')) unknown[0]!.kind = 'cv'
  return guessed
}
