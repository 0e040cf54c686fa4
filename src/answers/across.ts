import type { Assignment } from '../assignments/assignment.ts'
import { closingTime } from '../assignments/deadlines.ts'
import { cvRules } from './about-papers.ts'
import {
  type Across,
  answerOf,
  type Context,
  known,
  nameWithState,
  SCANNED,
  SHOWN,
  SMALL,
  viewTexts,
} from './across-answer.ts'
import { chosenBy, conditionsIn, type Filter, filtersIn } from './across-filter.ts'
import { closingIn, happeningIn, openForQuestions, openList, overview, presentIn } from './across-lists.ts'
import { extreme, superlativeIn, topOpen } from './across-superlative.ts'
import { byText, placedIn, subjectOf } from './across-text.ts'
import { nameOf } from './display.ts'
import { clip } from './evidence.ts'
import { finders } from './finders.ts'
import { say, type View } from './finding.ts'
import { presence } from './is-across.ts'
import { rangeIn, type TimeRange } from './time-range.ts'
import type { Topic } from './topics.ts'

export function answerAcross(context: Context): Across {
  const { ask, now, catalogue } = context
  const range = rangeIn(ask.folded, now)
  const topics = ask.topics.filter((topic) => topic !== 'submission' && topic !== 'isOpen')
  const all = context.chosen ?? known(catalogue, now)
  const set = placedIn(ask, all)
  const numbers = filtersIn(ask)
  const filters = [...numbers, ...conditionsIn(ask, range === null && numbers.length === 0 ? 2 : 1)]
  const happening = (['interviews', 'start', 'answers', 'questions'] as const).find((kind) => topics.includes(kind))
  if (range !== null && happening !== undefined) return happeningIn(context, set, range, happening)
  if (filters.length > 0) return chosenBy(context, set, range === null ? filters : [...filters, closesIn(range)])
  if (range !== null && topics.length > 0 && !ask.topics.includes('submission'))
    return byTopic(
      context,
      set.filter((assignment) => closesIn(range).fits(context.viewOf(assignment)) === true),
      topics[0]!,
    )
  if (range !== null) return closingIn(context, range)
  if (ask.topics.includes('questions')) return openForQuestions(context)
  const place = presence.exec(ask.folded)
  if (place !== null && topics.length === 0) return presentIn(context, place[1]!)
  if (/verschil\w*|vergelijk\w*|compare|differ/.test(ask.folded))
    return differences(context, set, topics[0] ?? 'summary')
  const superlative = superlativeIn(ask)
  if (superlative !== null)
    return extreme(
      context,
      catalogue.size <= SMALL || context.chosen ? set : topOpen(context, superlative),
      superlative,
    )
  if (topics.length > 0 && topics[0] !== 'planning' && topics[0] !== 'timeLeft')
    return byTopic(context, set, topics[0]!)
  if (/sorteer|\bsort\b|volgorde|deadline|planning|data\b|dates/.test(ask.folded)) return overview(context, set)
  // What a question asks for beyond "which are open" is looked for in the postings themselves, never left out in silence.
  if (subjectOf(ask, set).length > 0 && !ask.topics.includes('isOpen')) return byText(context, set)
  return set.length < all.length ? overview(context, set) : openList(context)
}

const closesIn = (range: TimeRange): Filter => ({
  topic: 'submission',
  fits: ({ assignment }) => {
    const at = closingTime(assignment)?.epochMilliseconds ?? null
    return at === null ? null : at >= range.from.epochMilliseconds && at < range.to.epochMilliseconds
  },
})

/** One topic over all: yes, no and silence kept apart; other answers a line each. */
function byTopic(context: Context, set: Assignment[], topic: Topic): Across {
  const views = set.map(context.viewOf)
  const t = viewTexts(context)
  const told = views.map((view) => ({ view, answer: finders[topic](view) }))
  const yes = told.filter(({ answer }) => /^(?:Ja|Yes)\b/.test(answer.text))
  const no = told.filter(({ answer }) => /^(?:Nee|No)\b/.test(answer.text))
  const silent = told.filter(({ answer }) => answer.kind === 'not-stated')
  const other = told.filter((one) => !yes.includes(one) && !no.includes(one) && !silent.includes(one))
  const names = (list: typeof told) => list.slice(0, SHOWN).map(({ view }) => nameWithState(view))
  const shown = [...yes.slice(0, SHOWN), ...other.slice(0, SHOWN), ...no.slice(0, SHOWN)]
  if (shown.length === 0) return answerOf([t.across.nobody(t.what[topic] ?? topic)], [], () => [], 'not-stated')
  if (yes.length === told.length && told.length <= 3) {
    const same = new Set(yes.map(({ answer }) => answer.text)).size === 1
    if (same && told.length > 1)
      return answerOf(
        [
          `${t.all(
            told.length,
            yes[0]!.answer.text.replace(/^./, (first) => first.toLowerCase()),
          )}`,
          `(${names(yes).join('; ')})`,
        ],
        yes.map(({ view }) => view),
        (view) => finders[topic](view).quotes,
      )
  }
  const each = Math.floor(170 / Math.max(1, told.length))
  return answerOf(
    [
      yes.length > 0 ? t.across.yes(names(yes)) : null,
      yes.length > SHOWN ||
      (yes.length > 0 && context.catalogue.size > SMALL && context.chosen === null && set.length >= SCANNED)
        ? set.length >= SCANNED
          ? t.across.moreThan
          : t.across.more(yes.length - SHOWN)
        : null,
      ...other
        .slice(0, SHOWN)
        .map(({ view, answer }) => `${nameWithState(view)}: ${clip(answer.text, Math.max(12, each))}`),
      no.length > 0 ? t.across.no(names(no)) : null,
      silent.length > 0 && silent.length <= 6 ? t.across.silent(names(silent)) : null,
    ],
    shown.map(({ view }) => view),
    (view) => finders[topic](view).quotes,
    told.some(({ answer }) => answer.kind === 'conflict') ? 'conflict' : 'fact',
  )
}

/** The CV rules that all of them print, when they print them alike. */
function sharedRules(views: View[]): string | null {
  const rules = views.map(({ posting }) => posting.cv)
  const alike = (key: 'maxPages' | 'language' | 'minReferences') =>
    new Set(rules.map((one) => one?.[key] ?? null)).size === 1
  const first = views[0]
  if (first?.posting.cv == null || !alike('maxPages') || !alike('language') || !alike('minReferences')) return null
  return cvRules({ ...first, posting: { ...first.posting, cv: { ...first.posting.cv, formats: [] } } })
}

function differences(context: Context, set: Assignment[], topic: Topic): Across {
  const views = set.slice(0, 5).map(context.viewOf)
  const t = viewTexts(context)
  const told = views.map((view) => ({ view, text: finders[topic](view).text }))
  const shared = topic === 'cv' ? sharedRules(views) : null
  if (shared !== null) {
    const more = told
      .map(({ view, text }) => ({
        name: nameOf(view.assignment),
        text: text.replace(shared, '').replace(/^[\s,.]+/, ''),
      }))
      .filter(({ text }) => text !== '')
    return answerOf(
      [say(t.criteria.same, `${shared}.`), ...more.map(({ name, text }) => `${name}: ${text}`)],
      views,
      (view) => finders.cv(view).quotes,
    )
  }
  const same = new Set(told.map(({ text }) => text)).size === 1
  const each = Math.floor(180 / Math.max(1, views.length))
  return answerOf(
    [
      same ? say(t.criteria.same, told[0]?.text) : t.criteria.differ,
      ...(same ? [] : told.map(({ view, text }) => `${nameOf(view.assignment)}: ${clip(text, each)}`)),
    ],
    views,
    (view) => finders[topic](view).quotes,
  )
}
