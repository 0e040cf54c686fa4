import { readdir, readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { closesAt, milestones } from '../assignments/deadlines.ts'
import { readPostingFile } from '../assignments/read-file.ts'
import { addPosting } from '../assistant/catalogue/add-posting.ts'
import type { Clock } from '../clock.ts'
import type { Storage } from '../storage/port.ts'

const folder = resolve(import.meta.dirname, '../../examples/postings')

/** Days before the first example closes on which the demo begins, in the middle of a morning. */
const daysBefore = 8
const startHour = 10

/**
 * Loads the invented postings into an empty catalogue and sets the demo's clock to a working day on which all of them are open. The
 * offset is stored, so that the next start goes on from there. null when this is no demo.
 */
export async function loadExamples(options: {
  storage: Storage
  load: boolean
  real: Clock
}): Promise<{ offsetMs: number; loaded: boolean } | null> {
  const { storage, load, real } = options
  const kept = await storage.settings.get('demo-offset')
  if (typeof kept === 'number' && !load) return { offsetMs: kept, loaded: false }
  if (!load) return null
  const names = (await readdir(folder)).filter((name) => name !== 'README.md').sort()
  const postings = await Promise.all(
    names.map(async (name) => ({
      name,
      posting: await readPostingFile(await readFile(join(folder, name)), name, {
        id: name.slice(0, -extname(name).length),
      }),
    })),
  )
  const closings = postings.flatMap(({ posting }) => {
    const questions = milestones(posting, real.zoned()).find(({ kind }) => kind === 'questions')?.at
    return [questions, closesAt(posting, real.timeZone)?.last].filter((at) => at !== undefined && at !== null)
  })
  const first = closings.sort(Temporal.ZonedDateTime.compare)[0]
  if (!first) return null
  const start = workingDayBefore(first.subtract({ days: daysBefore })).with({
    hour: startHour,
    minute: 0,
    second: 0,
    millisecond: 0,
    microsecond: 0,
    nanosecond: 0,
  })
  const offsetMs = start.epochMilliseconds - real.now().epochMilliseconds
  await storage.transaction(async (stores) => {
    for (const { name, posting } of postings)
      await addPosting(stores, posting, { fileName: name, by: 'examples', now: start.toInstant(), example: true })
    await stores.settings.set('demo-offset', offsetMs)
  })
  return { offsetMs, loaded: true }
}

function workingDayBefore(day: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return day.dayOfWeek > 5 ? day.subtract({ days: day.dayOfWeek - 5 }) : day
}
