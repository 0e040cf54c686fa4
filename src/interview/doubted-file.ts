import type { FileRef } from '../chat/message.ts'
import type { DocumentKind } from '../documents/document.ts'
import type { InterviewState } from './state.ts'
import { audit, button, buttons, say, type Turn } from './turn.ts'

/** True while it is asked whether a file that is plainly no CV is meant. */
export function isDoubted({ doubted }: InterviewState): boolean {
  return doubted !== null && !doubted.meant
}

/** The reading stopped at a file that is plainly no CV: everything handed in is kept until the person says whether it is meant. */
export function doubtFile(
  turn: Turn,
  like: string,
  name: string | null,
  files: { ref: FileRef; kind: DocumentKind }[],
): void {
  const { state } = turn
  const doubted = files.find(({ kind, ref }) => kind === 'cv' && ref.name === name)
  state.intake.files.push(...files)
  state.doubted = doubted ? { ref: doubted.ref.ref, like, meant: false } : null
  audit(turn, 'cv-doubted', { like })
}

export function showDoubted(turn: Turn): void {
  const { t, state } = turn
  const name = state.intake.files.find(({ ref }) => ref.ref === state.doubted?.ref)?.ref.name ?? ''
  say(
    turn,
    { type: 'notice', tone: 'warning', text: t.notACv(state.doubted?.like ?? '', name) },
    buttons(
      button(t.otherFile, 'other-file', {}, 'primary'),
      button(t.useAnyway, 'use-anyway'),
      button(t.stop, 'stop'),
    ),
  )
}
