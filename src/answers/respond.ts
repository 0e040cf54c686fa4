import type { Assignment } from '../assignments/assignment.ts'
import type { Catalogue } from '../assignments/catalogue.ts'
import { namesOf, plainNumber } from '../assignments/catalogue-names.ts'
import { isSmallWord } from '../assignments/small-words.ts'
import { plainWords, rootOf } from '../assignments/word-roots.ts'
import type { Lang } from '../chat/reply.ts'
import type { Model } from '../model/port.ts'
import { textsFor } from '../texts/texts.ts'
import { speaksOfDate } from './about-dates.ts'
import { answerAcross } from './across.ts'
import type { Answer, AnswerKind, Focus } from './answer.ts'
import { type Ask, readAsk } from './ask.ts'
import { type Background, backgroundFor } from './background.ts'
import { helpCard } from './cards.ts'
import { answerCard, choiceButtons } from './compose.ts'
import { declined } from './declined.ts'
import { nameOf } from './display.ts'
import { clip, mentions } from './evidence.ts'
import { finding, say, type View } from './finding.ts'
import { finish, finishAcross, focusOn, standing } from './finish.ts'
import { followUp } from './follow-up.ts'
import { answerFromText } from './free-question.ts'
import { EACH, fallback, firstOf, heldAssignments, restricted } from './held.ts'
import { isAcross } from './is-across.ts'
import { passagesOf } from './passages.ts'
import { asksUsual, courtesyOf, outsideOf } from './scope.ts'
import { targetsOf } from './targets.ts'
import { findingFor } from './topic-answers.ts'
import type { Topic } from './topics.ts'
import { understandByModel } from './understand-by-model.ts'

export type Turn = { role: 'user' | 'assistant'; text: string }

export type RespondContext = {
  catalogue: Catalogue
  now: Temporal.ZonedDateTime
  /** Else seen from the question. */
  lang?: Lang
  /** The assignment in focus by option. */
  assignment?: string | null
  focus?: Focus | null
  history?: Turn[]
  /** Ids known; the others do not exist for this question. */
  only?: string[]
  model?: Model | null
  /** Overheard in a channel: never with the model, never with a clarifying question. */
  unasked?: boolean
}

/**
 * Answers a question from the stored facts and the posting's own words. Rules read the question; where they find nothing in it and
 * a model is given, the model may name the topic (never the answer).
 */
export async function respond(question: string, context: RespondContext): Promise<Answer> {
  const catalogue = context.only === undefined ? context.catalogue : restricted(context.catalogue, context.only)
  const ask = readAsk(question, context.lang)
  const t = textsFor(ask.lang).answers
  const plain = (kind: AnswerKind, text: string): Answer => ({
    text,
    answered: false,
    kind,
    assignments: [],
    quotes: [],
    card: answerCard(text, [], [], []),
    focus: context.focus ?? null,
  })

  const courtesy = courtesyOf(ask.folded)
  if (courtesy === 'greeting' && ask.topics.length === 0)
    return { ...plain('out-of-scope', t.greeting), card: helpCard(ask.lang) }
  if (courtesy === 'thanks' && ask.topics.length === 0) return plain('out-of-scope', t.welcome)

  const held = heldAssignments(context, catalogue)
  const viewOf = (assignment: Assignment, read: Ask = ask): View => ({
    assignment,
    posting: assignment.posting,
    // Cut into passages only when a finder looks.
    get passages() {
      return passagesOf(assignment)
    },
    ask: read,
    now: context.now,
    lang: ask.lang,
    t,
  })

  const before = context.history?.findLast(({ role }) => role === 'user')?.text
  const usualRate =
    before !== undefined &&
    ask.topics.length === 0 &&
    asksUsual(ask.folded) &&
    ['maxRate', 'contractValue'].includes(readAsk(before, ask.lang).topics[0] ?? '')
  const outside = outsideOf(ask.folded) ?? (usualRate ? 'market' : null)
  const target = outside === null ? null : targetsOf(question, catalogue, held, context.now)
  const one =
    target !== null && 'assignments' in target && target.assignments.length === 1 ? target.assignments[0]! : null
  // "mag je in augustus op vakantie": what the posting itself speaks of is not out of scope.
  const spoken = outside === 'general' && one !== null && answerFromText(viewOf(one)).kind === 'fact'
  if (outside !== null && !spoken) {
    return finish(
      declined(outside, one === null ? null : viewOf(one), t),
      one === null ? [] : [one],
      ask,
      null,
      context,
    )
  }
  const background = backgroundFor(ask.folded, ask.lang)
  if (background !== null) return explain(background, held.length === 1 ? viewOf(held[0]!) : null, ask, context)
  if (catalogue.size === 0) return plain('clarify', t.empty)

  const targets = targetsOf(question, catalogue, held, context.now)
  if (targets.how === 'unknown') {
    const known = firstOf(catalogue.open(context.now), 4).map(nameOf)
    return plain(
      'clarify',
      say(
        targets.number ? t.unknown(targets.words) : t.unknownNames(targets.words),
        known.length > 0 && t.known(known),
      ),
    )
  }
  const explicit = followUp(ask, context.history ?? [], context.focus ?? null, (word) => catalogue.knowsWord(word))
  const asked = explicit.ask
  const named = targets.how === 'named'
  if (isAcross(asked, Boolean(context.assignment), named, held.length > 0, named && targets.assignments.length > 1)) {
    const chosen = named && targets.assignments.length > 1 ? targets.assignments : null
    const across = answerAcross({
      catalogue,
      now: context.now,
      ask: asked,
      viewOf: (assignment) => viewOf(assignment, asked),
      chosen,
    })
    return finishAcross(across, asked, context)
  }
  const assignments = targets.how === 'none' ? fallback(catalogue, context.now) : targets.assignments
  const viewFor = (assignment: Assignment): View => viewOf(assignment, asked)
  const topics = await topicsFor(asked, context, assignments)

  if (topics.length === 0 && (targets.how === 'none' || assignments.length > EACH)) {
    const views = assignments.length <= EACH ? assignments.map(viewFor) : []
    const telling = views.filter((view) => answerFromText(view).kind === 'fact')
    if (telling.length > 1 && !context.unasked) return each(telling, [], asked, context)
    if (telling.length === 1) {
      const view = telling[0]!
      return finish(answerFromText(view), [view.assignment], asked, null, context)
    }
    if (!asksOfPosting(asked) || context.unasked) return plain('out-of-scope', t.outside.general)
  }
  if (assignments.length > EACH) return clarify(assignments, t, context)
  if (assignments.length === 1) {
    const view = viewFor(assignments[0]!)
    return finish(findingFor(view, topics), assignments, asked, topics[0] ?? null, context)
  }
  return each(assignments.map(viewFor), topics, asked, context)
}

/** "moet je een auto hebben": what one asks of a posting, though of a matter no topic knows. */
const asksOfPosting = ({ folded }: Ask): boolean =>
  /\b(?:moet|moeten|mag|mogen|hoeft|hoeven|krijg|krijgt)\b(?! ik).{0,12}\b(?:je|men|iemand|hij|ie|zij|ze|kandidaat)\b|\b(?:nodig|verplicht|vereist|gevraagd|toegestaan|kandidaat|kandidaten|opdracht)\b|\b(?:must|should|may) (?:one|you|they|he|she|a|the|my)\b|\b(?:required|mandatory|needed|allowed|candidate|assignment)\b|\bdo (?:you|they) need\b/.test(
    folded,
  )

/** "31050?", "en bij Overijssel?": a name and nothing else. */
function onlyNames({ folded }: Ask, assignment: Assignment): boolean {
  if (/\b(?:wie|who|hoe|how|waarom|why)\b/.test(folded)) return false
  const names = namesOf(assignment)
  const numbers = [assignment.id, assignment.posting.number ?? ''].map(plainNumber)
  return plainWords(folded).every(
    (word) =>
      isSmallWord(word) ||
      names.has(rootOf(word)) ||
      numbers.includes(word) ||
      numbers.some((number) => number.includes(word) && /\d/.test(word)),
  )
}

async function topicsFor(ask: Ask, context: RespondContext, assignments: Assignment[]): Promise<Topic[]> {
  const clash = assignments.some(({ posting }) => posting.conflicts.some(({ field }) => field.startsWith('deadlines.')))
  if (clash && ask.dates.length > 0 && speaksOfDate(ask.text)) return ['dateCheck']
  if (ask.years !== null && ask.points !== null) return ['whatIf']
  if (ask.topics.length === 0 && ask.rate !== null) return ['maxRate']
  if (ask.topics.length === 0 && assignments.length === 1 && onlyNames(ask, assignments[0]!))
    return ['summary', 'submission']
  if (
    ask.years !== null &&
    ask.yesNo &&
    ['years', 'knockouts', 'awards', 'criterion', 'education'].includes(ask.topics[0] ?? '')
  )
    return ['whatIf', ...ask.topics]
  if (ask.topics.length > 0 || context.unasked || !context.model) return ask.topics
  const topic = await understandByModel(ask, context.history ?? [], context.model)
  return topic === null ? [] : [topic]
}

/** Two or three fit: each one's answer in a line, and a button for each. */
function each(views: View[], topics: Topic[], ask: Ask, context: RespondContext): Answer {
  const t = views[0]!.t
  const told = views.map((view) => ({ view, found: findingFor(view, topics) }))
  const texts = new Set(told.map(({ found }) => found.text))
  const names = views.map(({ assignment }) => nameOf(assignment))
  const words = Math.floor(100 / views.length) - 6
  const text =
    texts.size === 1
      ? `${t.all(
          views.length,
          told[0]!.found.text.replace(/^./, (first) => first.toLowerCase()),
        )} (${names.join('; ')})`
      : told.map(({ found }, i) => t.line(names[i]!, clip(found.text, words))).join('\n')
  const stated = told.filter(({ found }) => found.kind !== 'not-stated')
  const kind: AnswerKind =
    stated.find(({ found }) => found.kind === 'conflict')?.found.kind ?? stated[0]?.found.kind ?? 'not-stated'
  const quotes = standing(
    told.flatMap(({ view, found }) =>
      found.quotes.slice(0, 2).map((quote) => ({ assignment: view.assignment.id, text: quote })),
    ),
    views.map(({ assignment }) => assignment),
  )
  const assignments = views.map(({ assignment }) => assignment)
  return {
    text,
    answered: kind !== 'not-stated',
    kind,
    assignments: assignments.map(({ id }) => id),
    quotes,
    card: answerCard(text, quotes, assignments, choiceButtons(assignments, topics[0] ?? '')),
    focus: focusOn(assignments, topics[0] ?? null, ask, context),
  }
}

function clarify(assignments: Assignment[], t: View['t'], context: RespondContext): Answer {
  const names = assignments.slice(0, EACH).map(nameOf)
  const text = t.whichOf(names)
  return {
    text,
    answered: false,
    kind: 'clarify',
    assignments: [],
    quotes: [],
    card: answerCard(text, [], [], choiceButtons(assignments, '')),
    focus: context.focus ?? null,
  }
}

function explain(background: Background, view: View | null, ask: Ask, context: RespondContext): Answer {
  const t = textsFor(ask.lang).answers
  const text = t.background(background.term, background.text, background.source, t.dates.day(background.on))
  const pattern = new RegExp(
    background.words.map((word) => `\\b${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).join('|'),
  )
  const said =
    view === null
      ? []
      : mentions(view.assignment, pattern)
          .slice(0, 1)
          .map(({ verbatim }) => verbatim)
  const assignments = view !== null && said.length > 0 ? [view.assignment] : []
  return finish(finding('fact', text, said), assignments, ask, null, context)
}
