import type { Assignment } from '../../assignments/assignment.ts'
import { card } from '../../chat/card.ts'
import { calendarFile, parseGiven } from '../../digest/calendar.ts'
import { idFromKey } from '../../text/key-id.ts'
import type { AssistantDeps } from '../deps.ts'
import type { Turn } from '../turn/turn.ts'

const calendarType = 'text/calendar'
/** A platform or a browser fetches it within this time. */
const keptHours = 24
/** A date given longer ago than this is past. */
const rememberedDays = 400
/** More assignments than this fitting the words are not worth a button each. */
const mostOffered = 5

/** "agenda 31050": the dates of one assignment as a file for one's own calendar; asks which where the words fit more. */
export async function giveCalendar(deps: AssistantDeps, turn: Turn, words: string): Promise<void> {
  const { catalogue } = deps
  const { texts } = turn
  const found = words === '' ? focused(turn) : catalogue.find(words).filter(({ assignment }) => assignment.confirmed)
  const [first] = found
  if (!first) {
    const text = words === '' ? texts.assistant.calendarOfWhich : texts.assistant.unknownAssignment
    return turn.reply({ card: card({ type: 'notice', tone: 'info', text }) })
  }
  if (found.length === 1 || first.how === 'number') return giveFile(deps, turn, first.assignment)
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

/** The file itself, kept sealed for this conversation until it is fetched; what was given to this person before and went is cancelled. */
export async function giveFile(
  { storage }: Pick<AssistantDeps, 'storage'>,
  turn: Turn,
  assignment: Assignment,
): Promise<void> {
  const { message, now, lang, texts } = turn
  const where = message.scope === 'channel' && message.action ? ('private' as const) : ('here' as const)
  const before = `calendar-given:${idFromKey(`${assignment.id}:${message.person.id}`)}`
  const { name, text, dates, gone } = calendarFile(assignment, {
    lang,
    now: now.toInstant(),
    timeZone: now.timeZoneId,
    given: parseGiven(await storage.settings.get(before)),
  })
  if (!text.includes('BEGIN:VEVENT'))
    return turn.reply({ card: card({ type: 'text', text: texts.assistant.calendarEmpty }), where })
  const bytes = new TextEncoder().encode(text)
  const id = turn.newId(`calendar:${assignment.id}`)
  turn.write(async (stores) => {
    await stores.files.put(
      id,
      { bytes, name, type: calendarType },
      { conversation: message.conversation },
      now.add({ hours: keptHours }).toInstant().toString(),
    )
    await stores.settings.set(before, dates, now.add({ days: rememberedDays }).toInstant().toString())
  })
  const number = assignment.posting.number ?? assignment.id
  turn.reply({
    card: card(
      { type: 'text', text: texts.assistant.calendarReady(number) },
      gone > 0 && { type: 'text', text: texts.assistant.calendarGone(gone) },
    ),
    where,
    file: { id, name, type: calendarType, size: bytes.byteLength },
  })
}
