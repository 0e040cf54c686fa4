import { card } from '../chat/card.ts'
import type { Query, QueryAnswer } from '../chat/message.ts'
import type { Lang } from '../chat/reply.ts'
import { intakeForm, validateIntake } from '../interview/intake.ts'
import { readRequest } from '../interview/request.ts'
import { textsFor } from '../texts/texts.ts'
import { findAssignments } from './catalogue/find-assignments.ts'
import { openAssignments } from './catalogue/shelf.ts'
import type { AssistantDeps } from './deps.ts'
import { createHome } from './home.ts'
import { parseConversation } from './turn/conversation.ts'
import { isClosed } from './turn/workspaces.ts'

/** A platform lists at most this many choices. */
const mostOptions = 50

/** What a platform wants answered inside its own request: reads or validates, changes nothing. */
export function createQueries(deps: AssistantDeps): (query: Query) => Promise<QueryAnswer> {
  const { catalogue, clock, storage } = deps
  const home = createHome(deps)

  /** What one may begin with; a guest is not offered what guests may not. */
  function prompts({ person }: Query, lang: Lang): { value: string; label: string }[] {
    const { prompts: words } = textsFor(lang).home
    const [soonest] = openAssignments(catalogue, clock.zoned())
    const closes = soonest ? words.closes(soonest.posting.number ?? soonest.id) : words.thisWeek
    return [
      { value: words.thisWeek, label: words.thisWeek },
      ...(closes === words.thisWeek ? [] : [{ value: closes, label: closes }]),
      person.guest ? { value: words.help, label: words.helpLabel } : { value: words.score, label: words.scoreLabel },
      { value: words.list, label: words.listLabel },
    ]
  }

  /** What is known before the form opens: from the button, the words of a command, or what the conversation was last about. */
  async function known({ conversation, values }: Query): Promise<Record<string, string>> {
    const open = openAssignments(catalogue, clock.zoned())
    const find = (text: string) => catalogue.find(text).map(({ assignment }) => assignment)
    const request = readRequest(values['text'] ?? '', { open, find })
    const { focus } = parseConversation(await storage.conversations.get(conversation)).conversation
    const about = focus?.assignments.length === 1 ? focus.assignments[0] : undefined
    const asked = request.unknown || request.fitting.length > 0
    const assignment = values['assignment'] || request.assignment?.id || (asked ? undefined : about)
    return {
      ...(assignment ? { assignment } : {}),
      ...(request.code ? { code: request.code } : {}),
      ...(request.rateEur === null ? {} : { rate: String(request.rateEur).replace('.', ',') }),
    }
  }

  return async (query) => {
    const lang = query.person.locale ?? 'nl'
    const now = clock.zoned()
    if (await isClosed(storage, query)) return { kind: 'ok' }
    switch (query.name) {
      case 'intake-form':
        // Without a form the button is an ordinary action, and a guest hears there what guests may do.
        if (query.person.guest) return { kind: 'ok' }
        return { kind: 'card', card: card(intakeForm(lang, openAssignments(catalogue, now), await known(query))) }
      case 'validate': {
        const errors = validateIntake(lang, query.values)
        return Object.keys(errors).length > 0 ? { kind: 'errors', errors } : { kind: 'ok' }
      }
      case 'assignments': {
        const typed = query.values['text'] ?? ''
        const found = typed.trim()
          ? catalogue.find(typed).map(({ assignment }) => assignment)
          : openAssignments(catalogue, now)
        const options = found.filter(({ confirmed }) => confirmed).slice(0, mostOptions)
        return {
          kind: 'options',
          options: options.map(({ id, posting }) => ({ value: id, label: `${id} · ${posting.title ?? ''}` })),
        }
      }
      case 'find-assignments':
        return findAssignments(catalogue, query.values['text'] ?? '', now, lang)
      case 'home':
        return { kind: 'card', card: await home.cardFor(query.person, lang) }
      case 'prompts':
        return { kind: 'options', options: prompts(query, lang) }
      default:
        return { kind: 'ok' }
    }
  }
}
