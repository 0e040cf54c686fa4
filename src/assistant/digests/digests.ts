import { setTimeout as sleep } from 'node:timers/promises'
import { card } from '../../chat/card.ts'
import type { Outgoing } from '../../chat/message.ts'
import { type DigestRun, endOf, lateFrom, runDue } from '../../digest/schedule.ts'
import { seenIn } from '../../digest/seen.ts'
import { settingsOf } from '../../digest/settings.ts'
import type { Channel, RunningJob, Stores } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import { confirmedAssignments } from '../catalogue/shelf.ts'
import { tellPersonally } from '../delivery/tell.ts'
import type { AssistantDeps } from '../deps.ts'
import { composeFor, type DigestFacts, gatherFacts, scheduleOf, seenKey } from './compose.ts'
import { createReminders } from './reminders.ts'

type DigestJob = { channel: string; date: string }

/** A queue's timer may run ahead of our clock by this much; what comes earlier still is left to a later look. */
const mostAheadMs = 5_000
/** What the next digest compares with outlives holidays between two digests. */
const rememberedDays = 40

const keyPrefix = 'digest:'
/** What makes a digest this one: the channel and the local date, whoever posts it and however often it is tried. */
const keyOf = (channel: string, date: string) => `${keyPrefix}${channel}:${date}`

/**
 * The daily digest. A run is the committed key of its channel and local date; jobs only bring somebody to look, so that there may be
 * several of them: one planned for the time itself, and one for each later minute until it is committed.
 */
export function createDigests(deps: AssistantDeps) {
  const { storage, catalogue, clock, log } = deps
  const { timeZone } = deps.settings
  const reminders = createReminders(deps)

  const dueOf = (channel: Channel, now: Temporal.ZonedDateTime): DigestRun | null =>
    channel.digest !== 'on' || channel.blocked !== null
      ? null
      : runDue(now, scheduleOf(settingsOf(channel.digestSettings), deps.settings), timeZone)

  let gathered: { minute: string; facts: Promise<DigestFacts> } | null = null

  /** The digests of one minute are told by the same facts. */
  function factsNow(now: Temporal.ZonedDateTime): Promise<DigestFacts> {
    const minute = now.toInstant().toString({ smallestUnit: 'minute' })
    if (gathered?.minute !== minute) {
      gathered = { minute, facts: gatherFacts(deps, now) }
      gathered.facts.catch(() => {
        gathered = null
      })
    }
    return gathered.facts
  }

  async function enqueueRun(channel: Channel, now: Temporal.ZonedDateTime): Promise<void> {
    const due = dueOf(channel, now)
    if (!due) return
    const key = keyOf(channel.id, due.date)
    if (await storage.turns.committed(key)) return
    const isAhead = Temporal.Instant.compare(now.toInstant(), due.at) < 0
    const look = isAhead ? 'planned' : now.toInstant().toString().slice(0, 16)
    const payload: DigestJob = { channel: channel.id, date: due.date }
    await storage.jobs.send('digests', {
      id: idFromKey(`${key}:${due.at}:${look}`),
      key: channel.id,
      payload,
      sealFor: { conversation: channel.id },
      ...(isAhead ? { startAfter: due.at.toString() } : {}),
    })
  }

  async function post(stores: Stores, channel: Channel, due: DigestRun, outgoing: Outgoing | null, items: number) {
    const key = keyOf(channel.id, due.date)
    if (!(await stores.turns.commit(key))) return
    const now = clock.zoned()
    await stores.settings.set(
      seenKey(channel.id),
      seenIn(confirmedAssignments(catalogue)),
      now.add({ days: rememberedDays }).toInstant().toString(),
    )
    if (!outgoing) return
    await stores.jobs.send('posts', {
      id: idFromKey(`post:${key}`),
      key: channel.id,
      payload: outgoing,
      sealFor: { conversation: channel.id },
    })
    await stores.audit.append({
      who: 'maatstaf',
      what: 'digest-posted',
      about: { channel: channel.id, date: due.date, items },
      at: now.toInstant().toString(),
    })
  }

  return {
    /** Called at start-up and every minute: the runs and reminders that ought to exist, by any number of processes. */
    async enqueue(): Promise<void> {
      const now = clock.zoned()
      const channels = await storage.channels.all()
      for (const channel of channels) {
        // A channel whose settings nobody can read holds up no other.
        await enqueueRun(channel, now).catch((error) =>
          log.error('digest not planned', error, { channel: idFromKey(channel.id) }),
        )
      }
      await reminders.send(channels.filter(({ digest, blocked }) => digest === 'on' && blocked === null))
    },
    /** Handles one job of the digests queue: posts the run that is due at this moment, if it is that of the job. */
    async run(job: RunningJob): Promise<void> {
      const { channel: id, date } = job.payload as DigestJob
      const channel = await storage.channels.get(id)
      const due = channel && dueOf(channel, clock.zoned())
      // Switched off, put off, or the day is over.
      if (!channel || due?.date !== date) return log.info('digest skipped', { channel: idFromKey(id), date })
      const early = due.at.since(clock.now()).total('milliseconds')
      if (early > mostAheadMs) return
      if (early > 0) await sleep(early, undefined, { signal: job.signal })
      const now = clock.zoned()
      const at = due.at.toZonedDateTimeISO(timeZone)
      const facts = await factsNow(now)
      const digest = await composeFor(deps, channel, { at: now, late: due.late, facts })
      const outgoing: Outgoing = {
        key: keyOf(id, date),
        to: channel.address,
        card: digest.card,
        lang: settingsOf(channel.digestSettings).lang,
        expires: endOf(at).toInstant().toString(),
        ...(channel.owner ? { owedTo: channel.owner } : {}),
        ...(due.late
          ? {}
          : {
              whenLate: {
                after: lateFrom(at, settingsOf(channel.digestSettings)).toString(),
                card: (await composeFor(deps, channel, { at: now, late: true, facts })).card,
              },
            }),
      }
      await storage.transaction((stores) =>
        post(stores, channel, due, digest.empty ? null : outgoing, digest.items.length),
      )
      deps.onDigest?.(Math.max(0, clock.now().since(due.at).total('seconds')))
    },
    /**
     * A digest that can be posted neither now nor later: recorded, and its channel's owner told. `expired`: surely not posted;
     * otherwise nobody knows. False when the post is none of ours.
     */
    async lost(outgoing: Outgoing, place: string, expired: boolean): Promise<boolean> {
      if (!outgoing.key.startsWith(keyPrefix)) return false
      const channel = await storage.channels.get(place)
      const name = place.slice(place.lastIndexOf('/') + 1)
      await storage.transaction(async (stores) => {
        if (!(await stores.turns.commit(`${outgoing.key}/lost`))) return
        await stores.audit.append({
          who: 'maatstaf',
          what: expired ? 'digest-expired' : 'digest-uncertain',
          about: { channel: place },
          at: clock.now().toString(),
        })
        const owner = channel?.owner ?? outgoing.owedTo
        if (owner)
          await tellPersonally(stores, owner, {
            key: `${outgoing.key}/lost`,
            card: ({ digest }) =>
              card({ type: 'notice', tone: 'warning', text: digest[expired ? 'expired' : 'uncertain'](name) }),
          })
      })
      return true
    },
  }
}
