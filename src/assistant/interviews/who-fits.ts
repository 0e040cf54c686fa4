import type { Assignment } from '../../assignments/assignment.ts'
import { closingDay } from '../../assignments/deadlines.ts'
import { readCareer } from '../../candidates/read-career.ts'
import type { Candidate } from '../../candidates/record.ts'
import { type Button, card } from '../../chat/card.ts'
import type { Lang } from '../../chat/reply.ts'
import type { Document, DocumentKind } from '../../documents/document.ts'
import { type Fit, fitsActions, fitsCard } from '../../interview/who-fits.ts'
import { scoreCandidate } from '../../scoring/score.ts'
import { textsFor } from '../../texts/texts.ts'
import { openAssignments } from '../catalogue/shelf.ts'
import type { AssistantDeps } from '../deps.ts'
import { movePersonally } from '../turn/move-personally.ts'
import type { Turn } from '../turn/turn.ts'
import { refuseColleague } from './refuse-colleague.ts'
import { stillOwned } from './still-owned.ts'

const mostChoices = 8

export function fitsButton(assignment: string, lang: Lang): Button {
  const { fits } = textsFor(lang)
  return { kind: 'action', label: fits.button, action: fitsActions.ask, step: '', values: { assignment } }
}

/**
 * "Wie past hierop?": the candidates this person may see, held against the knock-outs by rules alone. Only those of whom it is recorded
 * that they know of it, and only in the person's own chat.
 */
export function createWhoFits(deps: AssistantDeps, scoredIn: (conversation: Turn['conversation']) => string | null) {
  const { storage, catalogue, rules } = deps

  async function fitOf(candidate: Candidate, assignment: Assignment, turn: Turn): Promise<Fit | null> {
    const documents: Partial<Record<DocumentKind, Document>> = {}
    for (const file of candidate.files) {
      const document = await storage.documents.get(file.file)
      if (document) documents[file.kind] = document
    }
    if (!documents.cv) return null
    const asOf = closingDay(assignment.posting) ?? turn.now.toPlainDate().toString()
    const career = candidate.confirmed ?? readCareer(documents.cv, { asOf })
    const { knockouts } = await scoreCandidate({ assignment, documents, career, rateEur: null, engine: rules })
    return { code: candidate.code, shared: candidate.owner !== turn.message.person.id, knockouts }
  }

  async function tell(turn: Turn, assignment: Assignment, changed?: Candidate): Promise<void> {
    const person = turn.message.person.id
    const stored = await storage.candidates.visibleTo(person)
    // What this turn records is not stored yet.
    const seen = stored.map((one) => (one.id === changed?.id ? changed : one))
    if (seen.length === 0) {
      turn.reply({ card: card({ type: 'text', text: turn.texts.fits.noCandidates }) })
      return
    }
    const told = seen.filter(({ consent }) => consent.matching?.told === true)
    const untold = seen.filter(({ consent }) => consent.matching === undefined)
    const fits: Fit[] = []
    for (const candidate of told) {
      const fit = await fitOf(candidate, assignment, turn)
      if (fit) fits.push(fit)
    }
    turn.audit('who-fits', { assignment: assignment.id, candidates: fits.length })
    const own = untold.filter(({ owner }) => owner === person)
    turn.conversation = {
      ...turn.conversation,
      focus: { assignments: [assignment.id], field: null, at: turn.now.toInstant().toString() },
    }
    turn.reply({
      card: fitsCard(
        assignment,
        {
          fits,
          untold: own.map(({ id, code }) => ({ candidate: id, code })),
          untoldOfOthers: untold.length - own.length,
        },
        turn.lang,
      ),
      about: seen.map(({ id }) => id),
    })
  }

  /**
   * Only the owner knows what the candidate was told. The id of somebody else's is answered like one that does not exist; with whom it
   * was shared hears whose it is to record.
   */
  async function record(turn: Turn, candidate: Candidate | null | undefined, told: boolean): Promise<Candidate | null> {
    const { person } = turn.message
    if (candidate?.sharedWith.includes(person.id) && candidate.owner !== person.id) {
      refuseColleague(turn, 'consent', candidate)
      return null
    }
    if (candidate?.owner !== person.id) {
      turn.reply({ card: card({ type: 'text', text: turn.texts.fits.notOwner }) })
      return null
    }
    const at = turn.now.toInstant().toString()
    const recorded = (one: Candidate): Candidate => ({
      ...one,
      consent: { ...one.consent, matching: { told, by: person.id, at } },
    })
    turn.write(async (stores) => {
      const stored = await stillOwned(stores, candidate.id, turn)
      if (stored) await stores.candidates.save(recorded(stored))
    })
    turn.audit('consent-matching', { candidate: candidate.id, told: told ? 1 : 0 })
    turn.reply({
      card: card({ type: 'text', text: turn.texts.fits.recorded(candidate.code, told) }),
      about: [candidate.id],
    })
    return recorded(candidate)
  }

  function askWhich(turn: Turn): void {
    const buttons = openAssignments(catalogue, turn.now)
      .slice(0, mostChoices)
      .map(
        ({ id, posting }): Button => ({
          ...fitsButton(id, turn.lang),
          label: [posting.number, posting.title].filter(Boolean).join(' · ') || id,
        }),
      )
    turn.reply({ card: card({ type: 'text', text: turn.texts.fits.which }, { type: 'buttons', buttons }) })
  }

  return {
    /** `words` name the assignment; none: the one that was spoken of. False when they name none that is known. */
    async ask(turn: Turn, words: string): Promise<boolean> {
      const about = scoredIn(turn.conversation) ?? turn.conversation.focus?.assignments
      const focus = typeof about === 'string' ? about : about?.length === 1 ? about[0] : undefined
      const [found] = words === '' ? [] : catalogue.find(words)
      if (words !== '' && !found) return false
      const assignment = found?.assignment ?? (focus === undefined ? null : catalogue.get(focus))
      if (turn.message.scope === 'channel') {
        const named = assignment ? turn.texts.fits.askFor(assignment.id) : turn.message.text
        movePersonally(turn, { text: named }, named)
      } else if (assignment) await tell(turn, assignment)
      else askWhich(turn)
      return true
    },
    /** "zoek niet met AB", "zoek ook met AB": by the code of a candidate that this person sees; false when there is none. */
    async recordByCode(turn: Turn, code: string, told: boolean): Promise<boolean> {
      const { message } = turn
      if (message.scope === 'channel') {
        movePersonally(turn, { text: message.text }, message.text)
        return true
      }
      const seen = await storage.candidates.visibleTo(message.person.id)
      const called = seen.filter((one) => one.code.toLowerCase() === code.toLowerCase())
      const found = called.find(({ owner }) => owner === message.person.id) ?? called[0]
      if (!found) return false
      await record(turn, found, told)
      return true
    },
    /** True when the button was one of these. */
    async handleAction(turn: Turn): Promise<boolean> {
      const { action, scope } = turn.message
      if (!action || !Object.values<string>(fitsActions).includes(action.name)) return false
      if (scope === 'channel') {
        movePersonally(turn, { text: '', action }, turn.texts.fits.button)
        return true
      }
      if (action.name === fitsActions.notice) {
        turn.reply({ card: card({ type: 'text', text: turn.texts.fits.noticeText }) })
        return true
      }
      const assignment = catalogue.get(action.values['assignment'] ?? '')
      if (action.name === fitsActions.told) {
        const changed = await record(turn, await storage.candidates.get(action.values['candidate'] ?? ''), true)
        if (changed && assignment) await tell(turn, assignment, changed)
      } else if (assignment) await tell(turn, assignment)
      else turn.reply({ card: card({ type: 'text', text: turn.texts.assistant.unknownAssignment }) })
      return true
    },
  }
}
