import { fold } from '../text/fold.ts'
import { monthText } from '../text/months.ts'
import type { Career, Engagement, Period } from './candidate.ts'

/** What changed between two versions of a CV, as codes with values; `engagement` is the index in the new career, or in the old one when it went. */
export type CareerChange = {
  code:
    | 'start-changed'
    | 'end-changed'
    | 'role-changed'
    | 'organisation-changed'
    | 'engagement-added'
    | 'engagement-removed'
    | 'education-changed'
  engagement: number | null
  /** What names the entry to a person: its organisation, else its title. */
  label: string
  before: string
  after: string
}

/** Dates, roles and organisations that differ between two readings of a candidate's CV. Wording of the sentences is not compared. */
export function compareCareers(before: Career, after: Career): CareerChange[] {
  const pairs = paired(before.engagements, after.engagements)
  const changes = pairs.flatMap(([old, now]) => differences(old, now))
  for (const gone of before.engagements.filter((one) => !pairs.some(([old]) => old === one)))
    changes.push({
      code: 'engagement-removed',
      engagement: gone.index,
      label: labelOf(gone),
      before: datesOf(gone),
      after: '',
    })
  for (const added of after.engagements.filter((one) => !pairs.some(([, now]) => now === one)))
    changes.push({
      code: 'engagement-added',
      engagement: added.index,
      label: labelOf(added),
      before: '',
      after: datesOf(added),
    })
  return [...changes, ...educationChanges(before, after)]
}

/** The same engagement in both: most alike first, each used once. */
function paired(before: Engagement[], after: Engagement[]): [Engagement, Engagement][] {
  const options = before
    .flatMap((old) => after.map((now) => ({ old, now, alike: likeness(old, now) })))
    .filter(({ alike }) => alike >= 2)
    .sort((a, b) => b.alike - a.alike)
  const pairs: [Engagement, Engagement][] = []
  for (const { old, now } of options)
    if (!pairs.some(([one, other]) => one === old || other === now)) pairs.push([old, now])
  return pairs.sort((a, b) => a[1].index - b[1].index)
}

function likeness(a: Engagement, b: Engagement): number {
  const same = (x: string | null, y: string | null) => x !== null && y !== null && fold(x) === fold(y)
  const [p, q] = [a.period, b.period]
  return (
    (same(a.organisation, b.organisation) ? 2 : 0) +
    (same(a.title, b.title) ? 1.5 : 0) +
    (p && q && p.fromEarliest === q.fromEarliest ? 1 : 0) +
    (p && q && p.toLatest === q.toLatest ? 1 : 0)
  )
}

function differences(old: Engagement, now: Engagement): CareerChange[] {
  const change = (code: CareerChange['code'], before: string, after: string): CareerChange[] =>
    before === after ? [] : [{ code, engagement: now.index, label: labelOf(now), before, after }]
  return [
    ...change('start-changed', startOf(old.period), startOf(now.period)),
    ...change('end-changed', endOf(old.period), endOf(now.period)),
    ...change('role-changed', fold(old.title ?? ''), fold(now.title ?? '')).map((one) => ({
      ...one,
      before: old.title ?? '',
      after: now.title ?? '',
    })),
    ...change('organisation-changed', fold(old.organisation ?? ''), fold(now.organisation ?? '')).map((one) => ({
      ...one,
      before: old.organisation ?? '',
      after: now.organisation ?? '',
    })),
  ]
}

const bound = (from: number, to: number) => (from === to ? monthText(from) : `${monthText(from)}/${monthText(to)}`)
const startOf = (period: Period | null) => (period ? bound(period.fromEarliest, period.fromLatest) : '')
const endOf = (period: Period | null) =>
  period ? (period.open ? 'open' : bound(period.toEarliest, period.toLatest)) : ''
const datesOf = (one: Engagement) => (one.period ? `${startOf(one.period)} – ${endOf(one.period)}` : '')
const labelOf = (one: Engagement) => one.organisation ?? one.title ?? ''

function educationChanges(before: Career, after: Career): CareerChange[] {
  const say = (career: Career) =>
    career.education
      .map(({ level, completion }) => `${level}: ${completion}`)
      .sort()
      .join(', ')
  const [old, now] = [say(before), say(after)]
  return old === now ? [] : [{ code: 'education-changed', engagement: null, label: '', before: old, after: now }]
}
