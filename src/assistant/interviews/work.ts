import { setImmediate as nextRound } from 'node:timers/promises'
import { closingDay } from '../../assignments/deadlines.ts'
import { readCareer } from '../../candidates/read-career.ts'
import type { Outgoing, PlatformName } from '../../chat/message.ts'
import type { Lang } from '../../chat/reply.ts'
import type { Document, DocumentKind } from '../../documents/document.ts'
import { readDocument } from '../../documents/read-document.ts'
import { MaatstafError } from '../../errors.ts'
import type { Work, WorkOutcome } from '../../interview/interview.ts'
import { notACv, otherThanCv } from '../../interview/not-a-cv.ts'
import { readingCard } from '../../interview/reading.ts'
import type { EvidenceEngine } from '../../scoring/engine.ts'
import { scoreCandidate } from '../../scoring/score.ts'
import type { RunningJob, SealOwner } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import type { AssistantDeps } from '../deps.ts'
import type { TurnMessage } from '../turn/turn.ts'
import { storedId } from './held-files.ts'

/** A reading that runs apart from the turn, with what it needs to report back. */
export type WorkJob = {
  work: Work
  message: TurnMessage
  lang: Lang
  progressKey: string | null
  rateEur: number | null
}

/** Progress is shown at most this often: a person reads no faster, and platforms limit edits. */
const progressPauseMs = 900

/** Committed together with the result, once. */
const reportedKey = (id: string) => `reported:${id}`

export function createWorker(
  deps: AssistantDeps,
  engineFor: (engine: 'rules' | 'model', candidate: string) => EvidenceEngine,
) {
  const { storage, clock, log } = deps
  const running = new Map<string, AbortController>()

  async function read(
    job: WorkJob,
    signal: AbortSignal,
    progress: (done: number, what: string) => void,
  ): Promise<WorkOutcome> {
    const { work, message } = job
    const owner: SealOwner = { candidate: work.candidate }
    const assignment = await storage.assignments.get(work.assignment)
    const candidate = await storage.candidates.get(work.candidate)
    if (!assignment || !candidate)
      throw new MaatstafError('unknown-assignment', 'the assignment or candidate was removed while reading')
    const documents: Partial<Record<DocumentKind, Document>> = {}
    for (const stored of candidate.files) {
      const known = await storage.documents.get(stored.file)
      if (known) documents[stored.kind] = known
    }
    const files: Extract<WorkOutcome, { kind: 'scored' }>['files'] = []
    for (const [index, { kind, ref }] of work.files.entries()) {
      progress(0.1 + (0.3 * index) / work.files.length, 'reading')
      const bytes = await deps.fetchFile(message.platform as PlatformName, ref)
      const file = idFromKey(`${work.id}:${index}`)
      try {
        documents[kind] = await readDocument(bytes, ref.name)
      } catch (error) {
        if (!(error instanceof MaatstafError) || error.fault === 'system') throw error
        return { kind: 'refused', code: error.code, details: error.details, file: ref.name }
      }
      await storage.documents.put(file, documents[kind]!, owner)
      files.push({ kind, file, name: ref.name, hash: documents[kind]!.hash })
    }
    if (!documents.cv) throw new MaatstafError('no-cv', 'there is no cv to read')
    progress(0.45, 'engagements')
    const career = readCareer(documents.cv, {
      asOf: closingDay(assignment.posting) ?? clock.zoned().toPlainDate().toString(),
    })
    // Each takes a while with a long CV; others in this process come in between.
    await nextRound()
    const handedIn = work.files.find(({ kind }) => kind === 'cv')?.ref
    const like = handedIn && handedIn.ref !== work.meant ? otherThanCv(documents.cv, career) : null
    if (handedIn && like) return { kind: 'refused', code: notACv, details: { like }, file: handedIn.name }
    const criteria = assignment.posting.knockouts.length + assignment.posting.awards.length
    const proposal = await scoreCandidate({
      assignment,
      documents,
      career,
      rateEur: job.rateEur,
      engine: engineFor(work.engine, work.candidate),
      signal,
      onProgress: (done) => progress(0.5 + 0.5 * Math.min(1, done / criteria), 'evidence'),
    })
    return { kind: 'scored', documents, career, proposal, files }
  }

  return {
    cancel(id: string): void {
      running.get(id)?.abort()
    },
    /** Handles one job of the work queue; its end comes back as a turn of the same conversation. */
    async run(job: RunningJob): Promise<void> {
      const payload = job.payload as WorkJob
      const { work, message, lang } = payload
      // A process that died between its report and the end of the job leaves it to another: nothing is read under the result.
      if ((await isCancelled(work.id)) || (await storage.turns.committed(reportedKey(work.id)))) return
      const stop = new AbortController()
      running.set(work.id, stop)
      job.signal.addEventListener('abort', () => stop.abort(), { once: true })
      let last = 0
      let showing: Promise<void> = Promise.resolve()
      const progress = (done: number, what: string) => {
        const at = clock.real().epochMilliseconds
        if (stop.signal.aborted || !payload.progressKey || at - last < progressPauseMs) return
        last = at
        const outgoing: Outgoing = {
          key: `${payload.progressKey}:${work.id}:${at}`,
          to: message.address,
          card: readingCard(lang, done, what, work.step),
          replaces: payload.progressKey,
          about: [work.candidate],
        }
        showing = showing.then(() => deps.postNow(outgoing))
      }
      try {
        const outcome = await read(payload, stop.signal, progress)
        if (await isCancelled(work.id)) return
        // The result comes after the last progress, which would otherwise take its place.
        await showing
        await report(payload, outcome)
      } catch (error) {
        if (stop.signal.aborted) return
        throw error
      } finally {
        running.delete(work.id)
      }
    },
    /** The last attempt failed: the person is told, nothing is lost. */
    async giveUp(job: RunningJob, error: unknown): Promise<void> {
      const payload = job.payload as WorkJob
      log.error('reading given up', error)
      const code = error instanceof MaatstafError ? error.code : 'reading-failed'
      await report(payload, { kind: 'refused', code, details: {}, file: null })
    },
  }

  async function isCancelled(id: string): Promise<boolean> {
    return (await storage.settings.get(`cancelled:${id}`)) !== null
  }

  async function report({ work, message }: WorkJob, outcome: WorkOutcome): Promise<void> {
    const { action: _action, internal: _internal, ...rest } = message
    const back: TurnMessage = {
      ...rest,
      key: `work:${work.id}`,
      text: '',
      files: [],
      addressed: true,
      receivedAt: clock.now().toString(),
      internal: { kind: 'work', id: work.id, outcome },
    }
    await storage.transaction(async (stores) => {
      if (!(await stores.turns.commit(reportedKey(work.id)))) return
      await stores.jobs.send('turns', {
        id: idFromKey(`turn:${back.key}`),
        key: back.conversation,
        payload: back,
        sealFor: { conversation: back.conversation },
      })
      if (outcome.kind !== 'scored') return
      // What was read is kept as text, without a citizen number; the file itself is not needed again.
      for (const { ref } of work.files) {
        const id = storedId(message.platform, ref)
        if (id !== null) await stores.files.remove(id)
      }
    })
  }
}
