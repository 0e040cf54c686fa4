import type { Candidate } from '../../candidates/record.ts'
import { card } from '../../chat/card.ts'
import type { Document, DocumentKind } from '../../documents/document.ts'
import type { Effect, InterviewInput, StepContext, StepResult } from '../../interview/interview.ts'
import { aboutState, type InterviewState, isAboutOwn, parseState, step } from '../../interview/interview.ts'
import { idFromKey } from '../../text/key-id.ts'
import { findPerson } from '../catalogue/names.ts'
import { openAssignments } from '../catalogue/shelf.ts'
import { tellPersonally } from '../delivery/tell.ts'
import type { AssistantDeps } from '../deps.ts'
import { forgetCandidate, withoutCandidate } from '../retention/forget.ts'
import { isAdmin } from '../turn/channels.ts'
import type { Turn } from '../turn/turn.ts'
import { exportFor } from './exports.ts'
import { offerUpload } from './offer-upload.ts'
import { stillOwned } from './still-owned.ts'
import type { WorkJob } from './work.ts'

/** Runs one step of the guided conversation: loads what it may look at, then collects what it wants said and done. */
export function createInterviews(deps: AssistantDeps, cancelWork: (id: string) => void) {
  const { storage, catalogue } = deps

  /** Every scoring this person may see, with the candidate's code. */
  async function scoringsOf(candidates: Candidate[]): Promise<NonNullable<StepContext['own']>> {
    const all = candidates.map(async ({ id, code }) =>
      (await storage.assessments.ofCandidate(id)).map(async (assessment) => ({
        assessment,
        code,
        assignment: await storage.assignments.get(assessment.assignment),
      })),
    )
    return Promise.all((await Promise.all(all)).flat())
  }

  async function load(turn: Turn, state: InterviewState | null, input: InterviewInput): Promise<StepContext> {
    const about = state ? aboutState(state) : null
    const person = turn.message.person.id
    const candidates = await storage.candidates.visibleTo(person)
    const candidate = candidates.find(({ id }) => id === about?.candidate) ?? null
    const assignment = about?.assignment ? ((await storage.assignments.get(about.assignment)) ?? null) : null
    const assessment = about?.assessment ? await storage.assessments.get(about.assessment) : null
    const documents: Partial<Record<DocumentKind, Document>> = {}
    for (const file of candidate?.files ?? []) {
      const document = await storage.documents.get(file.file)
      if (document) documents[file.kind] = document
    }
    const others = assignment
      ? (await storage.assessments.ofAssignment(assignment.id)).filter(({ id }) => id !== assessment?.id)
      : []
    // Sharing is for a scoring that exists; only then is it worth looking up who there are.
    const persons = assessment ? await storage.persons.all() : []
    const focused = turn.conversation.focus?.assignments
    return {
      now: turn.now,
      lang: turn.lang,
      person,
      admin: isAdmin(deps, turn),
      scope: turn.message.scope,
      open: openAssignments(catalogue, turn.now),
      find: (text) => catalogue.find(text).map((hit) => hit.assignment),
      assignment,
      candidate,
      documents,
      assessment,
      others: others.flatMap((other) => {
        const known = candidates.find(({ id }) => id === other.candidate)
        return known ? [{ assessment: other, code: known.code }] : []
      }),
      candidates,
      own: isAboutOwn(input, state) ? await scoringsOf(candidates) : [],
      focus: focused?.length === 1 ? (catalogue.get(focused[0]!) ?? null) : null,
      modelHost: deps.model?.host ?? null,
      fromChannel: turn.conversation.origin !== null,
      findPerson: (text) => findPerson(persons, person, text),
      newId: turn.newId,
    }
  }

  /** Gives the input to the running conversation, or starts one; false when the words were not meant for it. */
  async function advance(turn: Turn, input: InterviewInput): Promise<boolean> {
    const stored = turn.conversation.running?.feature === 'interview' ? turn.conversation.running.state : null
    const state = stored === null ? null : parseState(stored)
    if (stored !== null && state === null)
      turn.reply({ card: { elements: [{ type: 'notice', tone: 'warning', text: turn.texts.assistant.lostState }] } })
    const context = await load(turn, state, input)
    const result = step(state, input, context)
    await collect(turn, result, whomAbout(state, input, context, result))
    return result.handled
  }

  /** The candidates that the replies tell something about: those who are kept, and are not being erased by this very step. */
  function whomAbout(
    before: InterviewState | null,
    input: InterviewInput,
    { candidates = [] }: StepContext,
    { state, effects }: StepResult<InterviewState>,
  ): string[] {
    const named = [before, state].flatMap((each) => (each ? [aboutState(each).candidate] : []))
    const kept = new Set(candidates.map(({ id }) => id))
    for (const effect of effects) {
      if (effect.kind === 'candidate') kept.add(effect.candidate.id)
      if (effect.kind === 'forget') kept.delete(effect.candidate)
    }
    return [...kept].filter((id) => named.includes(id) || isAboutOwn(input, before))
  }

  async function collect(turn: Turn, result: StepResult<InterviewState>, about: string[]): Promise<void> {
    turn.conversation = {
      ...turn.conversation,
      running: result.state ? { feature: 'interview', state: result.state } : null,
    }
    turn.reply(...result.replies.map((reply) => ({ ...offerUpload(deps, turn, reply), about })))
    for (const effect of result.effects) await perform(turn, effect)
  }

  async function perform(turn: Turn, effect: Effect): Promise<void> {
    switch (effect.kind) {
      case 'candidate':
        return turn.write(async (stores) => {
          await stillOwned(stores, effect.candidate.id, turn)
          await stores.candidates.save(effect.candidate)
        })
      case 'assessment':
        return turn.write((stores) => stores.assessments.save(effect.assessment))
      case 'work':
        return startWork(turn, effect)
      case 'cancel-work':
        cancelWork(effect.id)
        return turn.write((stores) =>
          stores.settings.set(`cancelled:${effect.id}`, true, turn.now.add({ days: 2 }).toInstant().toString()),
        )
      case 'export':
        return exportFor(deps, turn, effect)
      case 'share':
        return share(turn, effect)
      case 'post-to-channel':
        return postToChannel(turn, effect)
      case 'forget':
        turn.audit('candidate-forgotten', { candidate: effect.candidate })
        // What was said here goes too; only the words of this turn stay.
        turn.conversation = { ...withoutCandidate(turn.conversation, effect.candidate), lang: turn.lang }
        return turn.write(async (stores) => {
          if (!isAdmin(deps, turn)) await stillOwned(stores, effect.candidate, turn)
          await forgetCandidate(stores, effect.candidate)
        })
      case 'audit':
        return turn.audit(effect.event, effect.about)
    }
  }

  function startWork(turn: Turn, { work }: Extract<Effect, { kind: 'work' }>): void {
    const { message } = turn
    turn.write((stores) => {
      const job: WorkJob = {
        work,
        message,
        lang: turn.lang,
        progressKey: turn.conversation.tags[work.progressTag] ?? null,
        rateEur: work.rateEur ?? null,
      }
      return stores.jobs.send('work', {
        id: idFromKey(`work:${work.id}`),
        key: work.id,
        payload: job,
        sealFor: { conversation: message.conversation },
      })
    })
  }

  function share(turn: Turn, effect: Extract<Effect, { kind: 'share' }>): void {
    turn.audit(effect.handOver ? 'candidate-handed-over' : 'candidate-shared', {
      candidate: effect.candidate,
      with: effect.with,
    })
    turn.write(async (stores) => {
      const candidate = await stillOwned(stores, effect.candidate, turn)
      if (!candidate) return
      const sharedWith = [...new Set([...candidate.sharedWith, effect.with])].filter(
        (person) => !effect.handOver || person !== effect.with,
      )
      await stores.candidates.save({ ...candidate, sharedWith, owner: effect.handOver ? effect.with : candidate.owner })
      const [scoring] = await stores.assessments.ofCandidate(candidate.id)
      const { person, key } = turn.message
      await tellPersonally(stores, effect.with, {
        key: `${key}/shared`,
        about: [candidate.id],
        card: (texts) =>
          card(
            {
              type: 'text',
              text: texts.assistant.sharedWithYou(person.name ?? null, candidate.code, effect.handOver),
            },
            scoring !== undefined && {
              type: 'buttons',
              buttons: [
                {
                  kind: 'action',
                  label: texts.assistant.openShared(candidate.code),
                  action: 'interview.own',
                  step: '',
                  values: { assessment: scoring.id },
                },
              ],
            },
          ),
      })
      if (!effect.handOver) return
      for (const assessment of await stores.assessments.ofCandidate(candidate.id))
        await stores.assessments.save({ ...assessment, owner: effect.with })
    })
  }

  function postToChannel(turn: Turn, { reply }: Extract<Effect, { kind: 'post-to-channel' }>): void {
    const { origin } = turn.conversation
    if (!origin) return
    const key = `${turn.message.key}/channel`
    turn.write((stores) =>
      stores.jobs.send('posts', {
        id: idFromKey(`post:${key}`),
        key: origin.conversation,
        payload: { key, to: origin.address, card: reply.card },
        sealFor: { conversation: origin.conversation },
      }),
    )
  }

  return {
    advance,
    assessmentOf({ running }: Turn['conversation']): string | null {
      const state = running?.feature === 'interview' ? parseState(running.state) : null
      return state ? aboutState(state).assessment : null
    },
    /** The assignment that the running scoring is about. */
    assignmentOf({ running }: Turn['conversation']): string | null {
      const state = running?.feature === 'interview' ? parseState(running.state) : null
      return state ? aboutState(state).assignment : null
    },
  }
}
