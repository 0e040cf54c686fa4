import type { FileRef } from '../chat/message.ts'
import type { Intent } from './commands.ts'
import { showDoubted } from './doubted-file.ts'
import { proceed, takeFiles } from './intake-steps.ts'
import { showPlace } from './moves.ts'
import { say, type Turn } from './turn.ts'

/** The answer to "this looks like no CV": read it all the same, put it aside, or the right file at once. False: none of these. */
export function handleDoubted(turn: Turn, intent: Intent, files: FileRef[]): boolean {
  const { state } = turn
  if (files.length > 0) {
    takeFiles(turn, files)
    if (state.intake.files.some(({ ref }) => ref.ref === state.doubted?.ref)) showDoubted(turn)
    else {
      state.doubted = null
      proceed(turn)
    }
  } else if (intent.name === 'use-anyway' || intent.name === 'yes') {
    if (state.doubted) state.doubted.meant = true
    proceed(turn)
  } else if (['other-file', 'no', 'back'].includes(intent.name)) putAside(turn)
  else return false
  return true
}

function putAside(turn: Turn): void {
  const { state, assessment, candidate, t } = turn
  state.intake.files = state.intake.files.filter(({ ref }) => ref.ref !== state.doubted?.ref)
  state.doubted = null
  if (assessment) {
    // A new version was asked for: the next file is one, and what was read before still stands.
    state.awaitsCv = true
    say(turn, { type: 'text', text: t.sendNewVersion(candidate?.code ?? '') })
  }
  showPlace(turn)
}
