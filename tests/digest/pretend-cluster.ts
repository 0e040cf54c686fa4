import { createCatalogue } from '../../src/assignments/catalogue.ts'
import type { AssistantDeps } from '../../src/assistant/deps.ts'
import { createDigests } from '../../src/assistant/digests/digests.ts'
import type { Outgoing } from '../../src/chat/message.ts'
import { silentLog } from '../../src/log.ts'
import type { Channel, Job, RunningJob } from '../../src/storage/port.ts'
import { anAssignment, deadline } from './an-assignment.ts'

/** A post as it was sent off: its key, and what the clocks said. */
export type Sent = { key: string; to: string; by: number; clock: Temporal.Instant; outgoing: Outgoing }

type Waiting = { job: Job; queue: string; from: number }

/**
 * Processes with clocks of their own that share one store in memory, as far as digests need one. A queue hands a job to any process
 * once its delay is over by the time that really passed, as the real one does; a transaction is all or nothing.
 */
export function pretendCluster(options: { timeZone: string; replicas: number; start: Temporal.Instant }) {
  const { timeZone } = options
  let real = options.start.epochMilliseconds
  const offsets = Array.from({ length: options.replicas }, () => 0)
  const channels = new Map<string, Channel>()
  const settings = new Map<string, unknown>()
  const committed = new Set<string>()
  const known = new Set<string>()
  let waiting: Waiting[] = []
  const sent: Sent[] = []
  const scoring = new Map<string, number>()
  const catalogue = createCatalogue()
  const closes = options.start.add({ hours: 24 * 400 }).toString()
  catalogue.put(anAssignment('1', { deadlines: [deadline('submission', closes)] }))

  const clockOf = (replica: number) => {
    const now = () => Temporal.Instant.fromEpochMilliseconds(real + offsets[replica]!)
    return { timeZone, now, real: now, zoned: () => now().toZonedDateTimeISO(timeZone) }
  }

  function storesOf(replica: number) {
    return {
      channels: { all: async () => [...channels.values()], get: async (id: string) => channels.get(id) ?? null },
      persons: { get: async () => null },
      assessments: {
        ofAssignment: async (id: string) => Array.from({ length: scoring.get(id) ?? 0 }, () => ({ outcome: null })),
      },
      settings: {
        get: async (name: string) => settings.get(name) ?? null,
        set: async (name: string, value: unknown) => void settings.set(name, value),
      },
      turns: {
        committed: async (key: string) => committed.has(key),
        commit: async (key: string) => committed.size < committed.add(key).size,
      },
      audit: { append: async () => {} },
      jobs: {
        async send(queue: string, job: Job) {
          if (known.has(job.id)) return
          known.add(job.id)
          const { key, to } = job.payload as Outgoing
          const clock = clockOf(replica).now()
          if (queue === 'posts')
            return void sent.push({ key, to, by: replica, clock, outgoing: job.payload as Outgoing })
          const delay = job.startAfter ? Temporal.Instant.from(job.startAfter).since(clock).total('milliseconds') : 0
          waiting.push({ job, queue, from: real + Math.max(0, delay) })
        },
      },
    }
  }

  const replicas = offsets.map((_, replica) => {
    const stores = storesOf(replica)
    const storage = { ...stores, transaction: (work: (inside: typeof stores) => Promise<unknown>) => work(stores) }
    return createDigests({
      storage,
      catalogue,
      clock: clockOf(replica),
      log: silentLog,
      settings: { digestTime: '08:30', timeZone },
    } as unknown as AssistantDeps)
  })

  return {
    sent,
    replicas: options.replicas,
    /** So many candidates are being scored for this assignment. */
    scoring: (assignment: string, count: number) => void scoring.set(assignment, count),
    channels,
    /** This process's clock is set, by so many milliseconds. */
    step(replica: number, by: number) {
      offsets[replica] = offsets[replica]! + by
    },
    clock: (replica: number) => clockOf(replica).now(),
    async pass(milliseconds: number) {
      real += milliseconds
    },
    /** The minute look of one process. */
    tick: (replica: number) => replicas[replica]!.enqueue(),
    /** One process takes what is due. */
    async work(replica: number) {
      const due = waiting.filter(({ from }) => from <= real)
      waiting = waiting.filter(({ from }) => from > real)
      for (const { job } of due) {
        const running: RunningJob = {
          ...job,
          attempt: 1,
          last: false,
          begunBefore: false,
          signal: new AbortController().signal,
        }
        await replicas[replica]!.run(running)
      }
    },
  }
}

export function aChannel(id: string, about: Partial<Channel> = {}): Channel {
  return {
    id,
    address: `cli:${id}`,
    platform: 'cli',
    listening: 'always',
    digest: 'on',
    owner: null,
    noticePosted: true,
    blocked: null,
    shared: false,
    digestSettings: { days: [1, 2, 3, 4, 5, 6, 7], holidays: true, reminders: [] },
    ...about,
  }
}
