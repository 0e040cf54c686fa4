import { type Line, limitLine, ratioLine } from './line.ts'
import { flood, type Prepared, post, steady } from './load.ts'
import { median, quantile, short } from './numbers.ts'
import type { Measured } from './process.ts'

/** Whom messages come from at a door: so many that nobody writes faster than a person may. */
export const people = 300
export const rounds = Number(process.env['ROUNDS'] ?? 5)
const perSecond = Number(process.env['RATE'] ?? 200)

/** A server that takes messages in; `next` makes one, of this person. `refused` counts those that it did not acknowledge. */
export type Door = { server: Measured; next: (person: number) => Prepared; refused?: number }

/** What the lines are called. */
export type Where = { path: string; platform: string }

/** What a door took in. */
export type Round = { perCpuSecond: number; perSecond: number }

/** All doors in short turns after one round to warm up, so that a busy neighbour hurts each of them. */
export async function roundsOf<Name extends string>(doors: Record<Name, Door>): Promise<Record<Name, Round[]>> {
  const names = Object.keys(doors) as Name[]
  const measured = Object.fromEntries(names.map((name) => [name, [] as Round[]])) as Record<Name, Round[]>
  for (const name of names) await round(doors[name])
  for (let nth = 0; nth < rounds; nth++) for (const name of names) measured[name].push(await round(doors[name]))
  return measured
}

/** The median of the rounds, and of their ratios. */
export function rateLine(
  line: Pick<Line, 'path' | 'what'>,
  figure: keyof Round,
  [ours, beside]: [Round[], Round[]],
  aim: { atLeast: number } | null,
): Line {
  return ratioLine(
    {
      ...line,
      ours: short(median(ours.map((one) => one[figure]))),
      beside: short(median(beside.map((one) => one[figure]))),
      ratio: median(ours.map((one, nth) => one[figure] / beside[nth]![figure])),
    },
    aim,
  )
}

/** p50 and p99 at a fixed rate, of ours over those of the door beside it. */
export async function latencyLines(
  { path, platform }: Where,
  ours: Door,
  beside: Door,
  besideWhat: string,
): Promise<Line[]> {
  const times: { ours: number[]; beside: number[] }[] = []
  for (let nth = 0; nth < rounds; nth++)
    times.push({ ours: await atFixedRate(ours, 2), beside: await atFixedRate(beside, 2) })
  return [0.5, 0.99].map((share) => {
    const of = (name: 'ours' | 'beside') => median(times.map((one) => quantile(one[name], share)))
    return ratioLine(
      {
        path,
        what: `${platform}: p${share * 100} at ${perSecond} per second, beside ${besideWhat}`,
        ours: `${short(of('ours'))} ms`,
        beside: `${short(of('beside'))} ms`,
        ratio: median(times.map((one) => quantile(one.ours, share) / quantile(one.beside, share))),
      },
      null,
    )
  })
}

/** p99 at a fixed rate of a door whose process scores one CV after another meanwhile. */
export async function whileScoringLine({ path, platform }: Where, door: Door): Promise<Line> {
  await atFixedRate(door, 2)
  const p99s: number[] = []
  for (let nth = 0; nth < rounds; nth++) p99s.push(quantile(await atFixedRate(door, 3), 0.99))
  return limitLine(
    {
      path,
      what: `${platform}: p99 at ${perSecond} per second while CVs are scored`,
      value: median(p99s),
      unit: 'ms',
      beside: `${door.refused ?? 0} not acknowledged`,
    },
    { atMost: 50 },
  )
}

async function round(door: Door): Promise<Round> {
  const before = door.server.cpuSeconds()
  const refused = door.refused ?? 0
  const { count, seconds } = await flood((nth) => send(door, nth), { seconds: 2, lanes: 16 })
  const taken = count - ((door.refused ?? 0) - refused)
  return { perCpuSecond: taken / (door.server.cpuSeconds() - before), perSecond: taken / seconds }
}

const atFixedRate = (door: Door, seconds: number) => steady((nth) => send(door, nth), { perSecond, seconds })

/** A message that was not acknowledged took its time too; it does not count as one that went through. */
async function send(door: Door, nth: number): Promise<number> {
  const from = performance.now()
  try {
    return await post(door.server.url, door.next(nth % people))
  } catch (error) {
    door.refused = (door.refused ?? 0) + 1
    if (door.refused === 1) process.stderr.write(`not acknowledged: ${String(error)}\n`)
    return performance.now() - from
  }
}
