import type { Candidate } from '../candidates/record.ts'
import type { Assessment } from '../scoring/assessment.ts'
import type { Effect, InterviewInput, StepContext, StepResult } from './interview.ts'
import { freshState, type InterviewState } from './state.ts'
import { audit, begin, button, buttons, finish, say, type Turn } from './turn.ts'

/**
 * With whom a candidate was shared looks along: everything that changes the candidate, or a scoring that somebody else made, is the
 * owner's. Erasing is an administrator's as well.
 */
export type Right = 'change' | 'details' | 'consent' | 'share' | 'erase' | 'export'

type About = { candidate: Candidate | null; assessment: Assessment | null }

/** False only for a candidate that a colleague shared. */
export function ownsCandidate({ candidate, context }: Pick<Turn, 'candidate' | 'context'>): boolean {
  return candidate === null || candidate.owner === context.person
}

/** The owner of the candidate decides about every scoring of theirs; who made one, about that one. */
export function mayJudge(turn: Pick<Turn, 'candidate' | 'context'> & { assessment: Assessment | null }): boolean {
  return ownsCandidate(turn) || turn.assessment === null || turn.assessment.owner === turn.context.person
}

/** True when this person may not: they are told so, and it is logged. */
export function refused(turn: Turn, right: Right): boolean {
  if (has(right, turn, turn.context)) return false
  refuse(turn, right, turn.candidate)
  say(turn, buttons(button(turn.t.goOn, 'resume')))
  return true
}

/** Whatever way led there: a step that would change what is a colleague's changes nothing and says so. */
export function onlyOwn(
  before: InterviewState | null,
  input: InterviewInput,
  context: StepContext,
  result: StepResult<InterviewState>,
): StepResult<InterviewState> {
  for (const effect of result.effects) {
    const wanted = wantedBy(effect, context)
    if (!wanted || has(wanted.right, wanted, context)) continue
    const turn = begin(before ?? freshState(), context)
    refuse(turn, wanted.right, wanted.candidate)
    // The result of a reading has no step to go back to.
    if (input.kind === 'work') turn.ended = true
    else if (before && !before.paused) say(turn, buttons(button(turn.t.goOn, 'resume')))
    return { ...finish(turn), state: turn.ended ? null : before }
  }
  return result
}

function refuse(turn: Turn, right: Right, candidate: Candidate | null): void {
  say(turn, { type: 'notice', tone: 'warning', text: turn.t.onlyOwner[right](candidate?.code ?? '') })
  audit(turn, 'not-the-owner', { right, ...(candidate ? { candidate: candidate.id } : {}) })
}

function has(right: Right, { candidate, assessment }: About, context: StepContext): boolean {
  if (right === 'change') return mayJudge({ candidate, assessment, context })
  return ownsCandidate({ candidate, context }) || (right === 'erase' && context.admin === true)
}

/** What an effect needs, with what it is about as stored; null for one that anybody may have. */
function wantedBy(effect: Effect, context: StepContext): (About & { right: Right }) | null {
  const candidateOf = (id: string) => context.candidates?.find((one) => one.id === id) ?? null
  switch (effect.kind) {
    case 'candidate': {
      const candidate = candidateOf(effect.candidate.id)
      const asked = JSON.stringify(candidate?.consent) !== JSON.stringify(effect.candidate.consent)
      return candidate && { right: asked ? 'consent' : 'details', candidate, assessment: null }
    }
    case 'assessment': {
      const assessment = known(effect.assessment.id, context)
      return assessment && { right: 'change', candidate: candidateOf(assessment.candidate), assessment }
    }
    case 'work':
      return effect.work.files.length > 0
        ? { right: 'details', candidate: candidateOf(effect.work.candidate), assessment: null }
        : null
    case 'export': {
      const assessment = known(effect.assessment, context)
      const candidate = assessment && candidateOf(assessment.candidate)
      return effect.what === 'data' || effect.showName ? { right: 'export', candidate, assessment } : null
    }
    case 'share':
      return { right: 'share', candidate: candidateOf(effect.candidate), assessment: null }
    case 'post-to-channel':
      return { right: 'share', candidate: context.candidate, assessment: context.assessment }
    case 'forget':
      return { right: 'erase', candidate: candidateOf(effect.candidate), assessment: null }
    default:
      return null
  }
}

function known(id: string, { assessment, others, own = [] }: StepContext): Assessment | null {
  const all = [assessment, ...others.map((one) => one.assessment), ...own.map((one) => one.assessment)]
  return all.find((one) => one?.id === id) ?? null
}
