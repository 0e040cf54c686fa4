import { type Button, card, type Element } from '../../chat/card.ts'
import { composeDigest, digestActions } from '../../digest/digest.ts'
import { nextRun } from '../../digest/schedule.ts'
import { type DigestSettings, settingsOf } from '../../digest/settings.ts'
import { settingsElements } from '../../digest/settings-card.ts'
import type { DigestChange } from '../../digest/settings-words.ts'
import type { Channel } from '../../storage/port.ts'
import { confirmedAssignments } from '../catalogue/shelf.ts'
import type { AssistantDeps } from '../deps.ts'
import type { Turn } from '../turn/turn.ts'
import { composeFor, scheduleOf } from './compose.ts'
import { previewDay } from './day.ts'

/** More than this many buttons to choose from are no help. */
const mostChoices = 10
/** Enough of somebody's words to know them by. */
const longestRepeated = 40

/** The channel with its digest set as a person asked; `on` null: it stays on or off. */
export function withDigest(
  channel: Channel,
  asked: { on: boolean | null; change: DigestChange; inEnglish: boolean },
  now: Temporal.ZonedDateTime,
): Channel {
  const before = settingsOf(channel.digestSettings)
  const at = now.toInstant().toString()
  // A time names the wish for a digest: "deadlines 09:00" where it is off switches it on.
  const on = asked.on ?? (channel.digest === 'on' || asked.change.time != null)
  const starts = on && (channel.digest !== 'on' || channel.blocked !== null)
  const moves = asked.change.time != null && asked.change.time !== before.time
  const changed: Partial<DigestSettings> = {
    ...(asked.inEnglish ? { lang: 'en' } : {}),
    ...channel.digestSettings,
    ...asked.change,
    ...(starts ? { since: at } : {}),
    ...(moves ? { timeSetAt: at } : {}),
  }
  return { ...channel, digest: on ? 'on' : 'off', blocked: on ? null : channel.blocked, digestSettings: changed }
}

/** How the digest of a channel stands, for whoever asks or has just changed it. */
export function digestStatus(deps: AssistantDeps, turn: Turn, channel: Channel, how: boolean): Element[] {
  const settings = settingsOf(channel.digestSettings)
  const schedule = scheduleOf(settings, deps.settings)
  return settingsElements(settings, {
    on: channel.digest === 'on',
    time: schedule.time,
    next: nextRun(turn.now, schedule, deps.settings.timeZone),
    lang: turn.lang,
    how,
  })
}

/** What the digest would say, to this person alone: on the day that was typed, else at its next time. Nothing is posted. */
export async function previewDigest(
  deps: AssistantDeps,
  turn: Turn,
  channel: Channel | null,
  day: string | null,
): Promise<void> {
  const { digest: texts } = turn.texts
  const { timeZone } = deps.settings
  const where = turn.message.scope === 'channel' ? ('private' as const) : ('here' as const)
  const settings = settingsOf(channel?.digestSettings)
  const schedule = scheduleOf(settings, deps.settings)
  const date = day === null ? null : previewDay(day, turn.now)
  if (day !== null && date === null)
    return turn.reply({ card: card({ type: 'text', text: texts.previewNoDay }), where })
  const usual = { ...schedule, since: null }
  const at = date
    ? date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(schedule.time) })
    : (nextRun(turn.now, usual, timeZone) ?? turn.now)
  const digest = await composeFor(deps, channel, { at, ...(channel ? {} : { lang: turn.lang }) })
  const shown = digest.empty ? card({ type: 'text', text: texts.previewSilent }) : digest.card
  turn.reply({
    card: card({ type: 'notice', tone: 'info', text: texts.preview(at.toString()) }, ...shown.elements),
    where,
  })
}

/** A setting that was not understood to its end: from which words on, and how to say it; nothing was changed. */
export function sayUnclear(turn: Turn, channel: Channel | null, words: string): void {
  const { assistant, digest } = turn.texts
  const shown = words.length > longestRepeated ? `${words.slice(0, longestRepeated)}…` : words
  turn.reply({
    card: card({ type: 'text', text: channel ? digest.unclear(shown) : assistant.onlyInChannel }),
    where: channel ? 'private' : 'here',
  })
}

/** "Ik pak 'm op" under a digest of several lines: which one, as buttons that act. */
export function askWhich(deps: AssistantDeps, turn: Turn, channel: Channel | null, state: string): void {
  const { digest: texts, postings } = turn.texts
  const where = turn.message.scope === 'channel' ? ('private' as const) : ('here' as const)
  const known = isState(state) ? state : 'ours'
  const { items } = composeDigest(confirmedAssignments(deps.catalogue), {
    date: turn.now.toPlainDate().toString(),
    at: turn.now,
    lang: turn.lang,
    settings: settingsOf(channel?.digestSettings),
  })
  const buttons = items
    .flatMap(({ assignment }) => deps.catalogue.get(assignment) ?? [])
    .filter((assignment) => known !== 'ours' || assignment.owner !== turn.message.person.id)
    .slice(0, mostChoices)
    .map(
      ({ id, posting }): Button => ({
        kind: 'action',
        label: [posting.number, posting.title ?? postings.untitled].filter(Boolean).join(' · '),
        action: 'posting-state',
        step: '',
        values: { id, state: known },
      }),
    )
  if (buttons.length === 0) return turn.reply({ card: card({ type: 'text', text: texts.noneLeft }), where })
  turn.reply({ card: card({ type: 'text', text: texts.whichState[known] }, { type: 'buttons', buttons }), where })
}

/** The command that a button of a digest or of its settings stands for; null when it is another button. */
export function commandOfButton(name: string) {
  if (name === digestActions.on) return { name: 'digest', to: 'set', on: true, change: {}, inEnglish: false } as const
  if (name === digestActions.off) return { name: 'digest', to: 'set', on: false, change: {}, inEnglish: false } as const
  if (name === digestActions.settings) return { name: 'settings' } as const
  return null
}

function isState(state: string): state is 'ours' | 'not-for-us' | 'handed-in' {
  return state === 'ours' || state === 'not-for-us' || state === 'handed-in'
}
