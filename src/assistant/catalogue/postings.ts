import { diffPostings } from '../../assignments/diff-postings.ts'
import { readPostingFile } from '../../assignments/read-file.ts'
import { readPosting } from '../../assignments/read-posting.ts'
import type { FileRef } from '../../chat/message.ts'
import { readDocument } from '../../documents/read-document.ts'
import {
  isForPostings,
  type PostingsContext,
  type PostingsInput,
  type PostingsResult,
  parsePostingsState,
  postingActions,
  step,
} from '../../postings/postings.ts'
import { idFromKey } from '../../text/key-id.ts'
import type { AssistantDeps } from '../deps.ts'
import { tellAffected } from '../interviews/tell-affected.ts'
import { isAdmin } from '../turn/channels.ts'
import type { Turn } from '../turn/turn.ts'
import { ownerNames } from './names.ts'
import { openAssignments } from './shelf.ts'

/** Runs one step of adding, confirming, listing and owning assignments in chat. */
export function createPostings(deps: AssistantDeps) {
  const { catalogue, waiting, storage } = deps

  function contextOf(turn: Turn, owners: Record<string, string>): PostingsContext {
    const { message, conversation } = turn
    const bytesOf = (file: FileRef) => deps.fetchFile(message.platform, file)
    const get = (id: string) => catalogue.get(id) ?? waiting.get(id) ?? null
    return {
      now: turn.now,
      lang: turn.lang,
      person: message.person.id,
      isAdmin: isAdmin(deps, turn),
      guest: message.person.guest,
      scope: message.scope,
      open: openAssignments(catalogue, turn.now),
      all: [...catalogue.all(), ...waiting.values()],
      get,
      find: (text) => catalogue.find(text).map(({ assignment }) => assignment),
      focus: conversation.focus?.assignments.length === 1 ? get(conversation.focus.assignments[0]!) : null,
      async read(source) {
        const asOf = turn.now.toPlainDate().toString()
        if ('text' in source) return readPosting(source.text, { id: '', asOf })
        return readPostingFile(await bytesOf(source.file), source.file.name, { id: '', asOf })
      },
      textOf: async (file) => (await readDocument(await bytesOf(file), file.name)).text,
      diff: diffPostings,
      nameOf: (person) => owners[person] ?? null,
      newId: turn.newId,
    }
  }

  async function collect(turn: Turn, result: PostingsResult): Promise<boolean> {
    if (!result.handled) return false
    const { running } = turn.conversation
    // A scoring that is going on keeps its place: adding a posting in between does not end it.
    turn.conversation =
      running?.feature === 'interview'
        ? { ...turn.conversation, beside: result.state }
        : {
            ...turn.conversation,
            beside: null,
            running: result.state ? { feature: 'postings', state: result.state } : null,
          }
    turn.reply(...result.replies)
    for (const effect of result.effects) {
      if (effect.kind === 'audit') turn.audit(effect.event, effect.about)
      else if (effect.kind === 'remove') turn.write(async (stores) => void (await stores.assignments.remove(effect.id)))
      else {
        const { assignment } = effect
        const before = catalogue.get(assignment.id)
        turn.write((stores) => stores.assignments.save(assignment))
        if (before && before.revision !== assignment.revision) turn.write((stores) => tellAffected(stores, assignment))
        turn.conversation = {
          ...turn.conversation,
          focus: { assignments: [assignment.id], field: null, at: turn.now.toInstant().toString() },
        }
      }
    }
    return true
  }

  function stateOf(turn: Turn) {
    const { running, beside } = turn.conversation
    return parsePostingsState(running?.feature === 'postings' ? running.state : beside)
  }

  async function take(turn: Turn, input: PostingsInput): Promise<boolean> {
    const owners = await ownerNames(storage, [...catalogue.all(), ...waiting.values()])
    return collect(turn, await step(stateOf(turn), input, contextOf(turn, owners)))
  }

  return {
    /** A message for this feature; false when the words are not for it. */
    advance: (turn: Turn) => take(turn, { kind: 'message', text: turn.message.text, files: turn.message.files }),
    /** This text, or the first file of the message, as a posting to add; with neither it is asked for. */
    add: (turn: Turn, text: string) =>
      take(turn, { kind: 'message', text: `voeg toe: ${text}`, files: turn.message.files }),
    async handleAction(turn: Turn): Promise<boolean> {
      const action = turn.message.action
      return action && postingActions.test(action.name)
        ? take(turn, { kind: 'action', action, files: turn.message.files })
        : false
    },
    /** A posting pasted in a channel is offered for adding to its poster alone; other words there are none of ours. */
    async offer(turn: Turn): Promise<boolean> {
      const { text } = turn.message
      if (text.split('\n').length < linesOfAPosting || !isForPostings(text)) return false
      if (await storage.settings.get(offeredKey(turn))) return false
      turn.write((stores) =>
        stores.settings.set(offeredKey(turn), true, turn.now.add({ days: 30 }).toInstant().toString()),
      )
      return take(turn, { kind: 'message', text, files: [] })
    },
  }

  function offeredKey(turn: Turn): string {
    return `offered:${idFromKey(`${turn.message.person.id}:${turn.message.text}`)}`
  }
}

/** A pasted text of more lines than this may be a posting. */
const linesOfAPosting = 40
