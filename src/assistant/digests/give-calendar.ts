import type { Assignment } from '../../assignments/assignment.ts'
import { card } from '../../chat/card.ts'
import { calendarFile } from '../../digest/calendar.ts'
import type { AssistantDeps } from '../deps.ts'
import type { Turn } from '../turn/turn.ts'

const calendarType = 'text/calendar'
/** A platform or a browser fetches it within this time. */
const keptHours = 24
/** More assignments than this fitting the words are not worth a button each. */
const mostOffered = 5

/** "agenda 31050": the dates of one assignment as a file for one's own calendar; asks which where the words fit more. */
export function giveCalendar({ catalogue }: AssistantDeps, turn: Turn, words: string): void {
  const { texts } = turn
  const found = words === '' ? focused(turn) : catalogue.find(words).filter(({ assignment }) => assignment.confirmed)
  const [first] = found
  if (!first) {
    const text = words === '' ? texts.assistant.calendarOfWhich : texts.assistant.unknownAssignment
    return turn.reply({ card: card({ type: 'notice', tone: 'info', text }) })
  }
  if (found.length === 1 || first.how === 'number') return giveFile(turn, first.assignment)
  turn.reply({
    card: card(
      { type: 'text', text: texts.assistant.calendarOfWhich },
      {
        type: 'buttons',
        buttons: found.slice(0, mostOffered).map(({ assignment: { id, posting } }) => ({
          kind: 'action',
          label: [posting.number ?? id, posting.title].filter(Boolean).join(' · '),
          action: 'calendar',
          step: '',
          values: { id },
        })),
      },
    ),
  })

  function focused({ conversation }: Turn) {
    const id = conversation.focus?.assignments.length === 1 ? conversation.focus.assignments[0]! : ''
    const assignment = catalogue.get(id)
    return assignment ? [{ assignment, how: 'number' as const }] : []
  }
}

/** The file itself, kept sealed for this conversation until it is fetched. */
export function giveFile(turn: Turn, assignment: Assignment): void {
  const { message, now, lang, texts } = turn
  const where = message.scope === 'channel' && message.action ? ('private' as const) : ('here' as const)
  const { name, text } = calendarFile(assignment, { lang, now: now.toInstant(), timeZone: now.timeZoneId })
  if (!text.includes('BEGIN:VEVENT'))
    return turn.reply({ card: card({ type: 'text', text: texts.assistant.calendarEmpty }), where })
  const bytes = new TextEncoder().encode(text)
  const id = turn.newId(`calendar:${assignment.id}`)
  turn.write((stores) =>
    stores.files.put(
      id,
      { bytes, name, type: calendarType },
      { conversation: message.conversation },
      now.add({ hours: keptHours }).toInstant().toString(),
    ),
  )
  turn.reply({
    card: card({ type: 'text', text: texts.assistant.calendarReady(assignment.posting.number ?? assignment.id) }),
    where,
    file: { id, name, type: calendarType, size: bytes.byteLength },
  })
}
