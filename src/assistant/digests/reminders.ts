import type { Assignment } from '../../assignments/assignment.ts'
import type { Outgoing } from '../../chat/message.ts'
import { type Reminder, reminderCard, remindersDue } from '../../digest/reminders.ts'
import { holidayRules } from '../../digest/schedule.ts'
import { type DigestSettings, isWanted, settingsOf } from '../../digest/settings.ts'
import type { Channel, Stores } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import { textsFor } from '../../texts/texts.ts'
import { openAssignments } from '../catalogue/shelf.ts'
import { tellPersonally } from '../delivery/tell.ts'
import type { AssistantDeps } from '../deps.ts'

type Subscriber = { channel: Channel; settings: DigestSettings }

/** Keys of reminders that are known to be sent, so that not every minute asks the database again. */
const mostRemembered = 5_000

/**
 * Reminders before questions end and before an assignment closes: to whoever has it, and to the channels that subscribed only when
 * nobody has it. They are worked out anew every minute from the dates as they stand, so that a date that moves takes them along.
 */
export function createReminders(deps: AssistantDeps) {
  const { storage, catalogue, clock } = deps
  const sent = new Set<string>()

  async function once(key: string, send: (stores: Stores) => Promise<void>): Promise<void> {
    if (sent.has(key)) return
    await storage.transaction(async (stores) => {
      if (await stores.turns.commit(key)) await send(stores)
    })
    if (sent.size >= mostRemembered) sent.clear()
    sent.add(key)
  }

  /** True when somebody has it and could be told; the reminders of all channels that want it together, each once. */
  async function remindOwner({ owner }: Assignment, due: Reminder[]): Promise<boolean> {
    if (owner === null || !(await storage.persons.get(owner))?.personal) return false
    for (const reminder of due) {
      const key = `reminder:${reminder.key}:${owner}`
      await once(key, async (stores) => {
        await tellPersonally(stores, owner, {
          key,
          card: (texts) => reminderCard(reminder, { yours: true, texts }),
          expires: expiryOf(reminder),
        })
        await record(stores, reminder, 'owner')
      })
    }
    return true
  }

  async function remindChannel(assignment: Assignment, { channel, settings }: Subscriber, now: Temporal.ZonedDateTime) {
    for (const reminder of remindersDue(assignment, now, settings.reminders, holidayRules(settings))) {
      // What was due before the channel asked for it is not made up.
      if (settings.since && Temporal.Instant.compare(reminder.at.toInstant(), settings.since) < 0) continue
      const key = `reminder:${reminder.key}:${channel.id}`
      const payload: Outgoing = {
        key,
        to: channel.address,
        card: reminderCard(reminder, { yours: false, texts: textsFor(settings.lang) }),
        lang: settings.lang,
        expires: expiryOf(reminder),
      }
      await once(key, async (stores) => {
        await stores.jobs.send('posts', {
          id: idFromKey(`post:${key}`),
          key: channel.id,
          payload,
          sealFor: { conversation: channel.id },
        })
        await record(stores, reminder, 'channel')
      })
    }
  }

  function record(stores: Stores, { one, milestone, hours }: Reminder, to: 'owner' | 'channel'): Promise<void> {
    return stores.audit.append({
      who: 'maatstaf',
      what: 'reminder-sent',
      about: { assignment: one.assignment.id, deadline: milestone.kind, hours, to },
      at: clock.now().toString(),
    })
  }

  return {
    /** Sends what is due to these channels and to those who have an assignment. */
    async send(channels: Channel[]): Promise<void> {
      const subscribers = channels
        .map((channel) => ({ channel, settings: settingsOf(channel.digestSettings) }))
        .filter(({ settings }) => settings.reminders.length > 0)
      if (subscribers.length === 0) return
      const now = clock.zoned()
      for (const assignment of openAssignments(catalogue, now)) {
        const wanting = subscribers.filter(({ settings }) => isWanted(assignment, settings))
        const hours = [...new Set(wanting.flatMap(({ settings }) => settings.reminders))]
        const due = remindersDue(assignment, now, hours, holidayRules((wanting[0] ?? subscribers[0]!).settings))
        if (due.length === 0 || (await remindOwner(assignment, due))) continue
        for (const subscriber of wanting) await remindChannel(assignment, subscriber, now)
      }
    },
  }
}

/** A reminder after its deadline is none. */
function expiryOf({ milestone }: Reminder): string {
  return milestone.ends.toInstant().toString()
}
