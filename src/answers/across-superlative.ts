import type { Assignment } from '../assignments/assignment.ts'
import { closingTime } from '../assignments/deadlines.ts'
import { type Across, answerOf, type Context, SHOWN, SMALL, viewTexts } from './across-answer.ts'
import { maximumMonths, weeklyHours } from './arithmetic.ts'
import type { Ask } from './ask.ts'
import { nameOf } from './display.ts'
import { clip } from './evidence.ts'
import { finders } from './finders.ts'
import { say, type View } from './finding.ts'
import { rankedBy } from './ranking.ts'
import type { Topic } from './topics.ts'

export type Superlative = { topic: Topic; most: boolean }

export function superlativeIn({ folded, topics }: Ask): Superlative | null {
  const word =
    /\b(hoogste?|hoger|meeste|meer|langste?|langer|grootste|laatste?|laagste?|lager|minste|minder|kortste?|korter|eerste?|highest|higher|better|beter|most|longest|longer|lowest|lower|least|shortest|shorter|first|soonest|last)\b/.exec(
      folded,
    )
  if (word === null) return null
  const most = !/^(?:laagst|lager|minst|minder|kort|eerst|lowest|lower|least|short|first|soonest)/.test(word[1]!)
  const measured = topics.find((topic) => ['scale', 'hours', 'maxRate', 'duration', 'maxDuration'].includes(topic))
  if (measured) return { topic: measured === 'duration' ? 'maxDuration' : measured, most }
  if (/betaal|verdien|\bpay/.test(folded)) return { topic: 'scale', most }
  if (/^lang|^kort|^long|^short/.test(word[1]!)) return { topic: 'maxDuration', most }
  if (topics.includes('submission')) return { topic: 'submission', most }
  return null
}

const measures: Partial<Record<Topic, (assignment: Assignment) => number | null>> = {
  // "10A" lies between 10 and 11.
  scale: ({ posting }) =>
    posting.scale === null
      ? null
      : Number.parseFloat(String(posting.scale)) + (/a/i.test(String(posting.scale)) ? 0.5 : 0),
  hours: ({ posting }) => weeklyHours(posting)?.max ?? null,
  maxRate: ({ posting }) => posting.maxRateEur,
  maxDuration: ({ posting }) => (posting.extension?.until ? null : maximumMonths(posting)),
  submission: (assignment) => closingTime(assignment)?.epochMilliseconds ?? null,
}

/** Of a large catalogue: the first open ones in the order asked for, enough to tell the top and what follows. */
export function topOpen({ catalogue, now }: Context, { topic, most }: Superlative): Assignment[] {
  const ranked = rankedBy(catalogue, topic, measures[topic]!)
  const top: Assignment[] = []
  for (let i = 0; i < ranked.length && top.length < SHOWN + 5; i++) {
    const { assignment } = ranked[most ? i : ranked.length - 1 - i]!
    const closes = closingTime(assignment)
    if (closes === null || closes.epochMilliseconds > now.epochMilliseconds) top.push(assignment)
  }
  return top
}

export function extreme(context: Context, set: Assignment[], { topic, most }: Superlative): Across {
  const t = viewTexts(context)
  const at = context.now.epochMilliseconds
  const measured: { assignment: Assignment; value: number }[] = []
  const silent: Assignment[] = []
  for (const assignment of set) {
    const value = measures[topic]!(assignment)
    if (value === null || Number.isNaN(value)) silent.push(assignment)
    else if (topic !== 'submission' || value > at) measured.push({ assignment, value })
  }
  const tell = (view: View): string => clip(finders[topic](view).text.replace(/\.$/, ''), 24)
  // A length that cannot be put in months is not ranked, only told.
  const partly = topic === 'maxDuration' && silent.some(({ posting }) => posting.durationMonths !== null)
  if (measured.length === 0 || (partly && set.length <= SMALL)) {
    const views = set.slice(0, SHOWN).map(context.viewOf)
    return answerOf(
      views.map((view) => `${nameOf(view.assignment)}: ${tell(view)}.`),
      views,
      (view) => finders[topic](view).quotes,
    )
  }
  measured.sort((a, b) => (most ? b.value - a.value : a.value - b.value))
  const equal = measured.findIndex(({ value }) => value !== measured[0]!.value)
  const count = equal < 0 ? measured.length : equal
  const top = measured.slice(0, Math.min(count, SHOWN)).map(({ assignment }) => context.viewOf(assignment))
  const rest = measured.slice(count, count + 4).map(({ assignment }) => context.viewOf(assignment))
  return answerOf(
    [
      say(
        count > 1
          ? t.across.equal(
              top.map((view) => nameOf(view.assignment)),
              tell(top[0]!),
            )
          : t.across.highest(nameOf(top[0]!.assignment), tell(top[0]!)),
        count > top.length && t.across.more(count - top.length),
        rest.length > 0 && t.across.others(rest.map((view) => `${nameOf(view.assignment)}: ${tell(view)}`)),
        silent.length > 0 && silent.length <= 3 && t.across.silent(silent.map(nameOf)),
      ),
    ],
    [...top, ...rest],
    (view) => finders[topic](view).quotes,
  )
}
