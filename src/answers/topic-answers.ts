import { inItsWords } from './about-terms.ts'
import type { Ask } from './ask.ts'
import { clip } from './evidence.ts'
import { finders } from './finders.ts'
import { type Finding, finding, say, type View } from './finding.ts'
import { answerFromText } from './free-question.ts'
import { leftoverPassage } from './leftover.ts'
import { verbatimOf } from './passages.ts'
import { searchPassages } from './search-passages.ts'
import type { Topic } from './topics.ts'
import { wantedOf } from './wanted.ts'

/** Topics told together when a question names several. */
const TOGETHER = 3
/** An answer longer than this many words gets nothing added. */
const ROOM = 60

/** One finding for all topics a question names about one assignment. */
export function findingFor(view: View, topics: Topic[]): Finding {
  if (topics.length === 0) return answerFromText(view)
  const chosen = combine(topics, view.ask)
  const found = chosen.map((topic) => withConflict(finders[topic](view), topic, view))
  const instead = insteadOf[chosen[0]!]
  if (found.length === 1 && found[0]!.kind === 'not-stated' && instead !== undefined && topics.includes(instead)) {
    const other = finders[instead](view)
    if (other.kind !== 'not-stated') return other
  }
  if (found.length === 1)
    return (
      moreToThePoint(found[0]!, chosen[0]!, view) ??
      inOtherWords(found[0]!, chosen[0]!, view) ??
      withLeftover(found[0]!, chosen, view)
    )
  const told = found.filter(({ kind }) => kind !== 'not-stated')
  const kind = told.find((one) => one.kind === 'conflict')?.kind ?? told[0]?.kind ?? 'not-stated'
  return {
    ...finding(
      kind,
      [...new Set(found.map(({ text }) => text))].join(' '),
      found.flatMap(({ quotes }) => quotes),
    ),
    ...(told.length === 0 ? { unknown: true } : {}),
  }
}

/** Topics told as a list or a rule: a question that says more is about one sentence of it. */
const broad = new Set<Topic>([
  'competencies',
  'knockouts',
  'awards',
  'interviews',
  'procedure',
  'organisation',
  'contact',
  'points',
  'years',
])

/** The passage that holds all that a question says, where the topic's own answer does not have it. */
function moreToThePoint(found: Finding, topic: Topic, view: View): Finding | null {
  if (!broad.has(topic) || view.ask.step !== null) return null
  const [best] = searchPassages(view.assignment, view.ask.folded)
  const figures = topic === 'points' || topic === 'years'
  if (
    best === undefined ||
    best.concepts < (figures ? 3 : 2) ||
    best.covered < (best.concepts > 2 ? 0.75 : 0.85) ||
    !best.fits
  )
    return null
  if (found.quotes.some((quote) => quote.includes(best.passage.verbatim) || best.passage.verbatim.includes(quote)))
    return null
  return inItsWords(view, [best.passage])
}

/** Where the one finds nothing, the other that shares its words may be meant. */
const insteadOf: Partial<Record<Topic, Topic>> = {
  shortlist: 'candidatesOffered',
  hybrid: 'workdays',
  procedure: 'interviews',
}

/** Topics that postings word in too many ways for a finder to know them all. */
const wordedFreely = new Set<Topic>([
  'procedure',
  'whatIf',
  'summary',
  'title',
  'hybrid',
  'workdays',
  'duration',
  'timeLeft',
  'contact',
  'language',
  'competencies',
])

/** What a posting without lists tells in a sentence: "Duinmeer geeft punten: bewonerscommunicatie (50), …". */
const lists = new Set<Topic>(['points', 'awards', 'knockouts', 'years'])

/** What the finder of the topic did not see, the posting may say in a sentence that holds the question's words. */
function inOtherWords(found: Finding, topic: Topic, view: View): Finding | null {
  const consequence = wantedOf(view.ask.folded).kind === 'then'
  if (consequence) {
    const [told] = searchPassages(view.assignment, view.ask.folded).filter(({ fits }) => fits)
    if (
      told !== undefined &&
      (told.anchored || told.covered >= 0.5) &&
      topic !== 'tie' &&
      !found.quotes.includes(told.passage.verbatim)
    )
      return inItsWords(view, [told.passage])
  }
  const listed = topic === 'points' && view.posting.awards.length > 0
  if (found.kind !== 'not-stated' || listed || !(wordedFreely.has(topic) || lists.has(topic))) return null
  const free = answerFromText(view)
  const [best] = searchPassages(view.assignment, view.ask.folded)
  const unlisted = lists.has(topic) && best !== undefined && best.covered >= 0.5
  const sure =
    topic === 'whatIf' ||
    unlisted ||
    (best !== undefined && best.concepts >= 2 && best.covered >= 0.7) ||
    (wantedOf(view.ask.folded).kind === 'weekday' && best?.anchored === true)
  return free.kind === 'fact' && sure ? free : null
}

/** Words of the question that no topic accounts for, where the posting has them: told as well. */
function withLeftover(found: Finding, topics: Topic[], view: View): Finding {
  if ((found.kind !== 'fact' && found.kind !== 'computed') || found.text.split(' ').length > ROOM) return found
  const more = leftoverPassage(view, topics, found.quotes)
  if (more === null || found.text.includes(more.shown.slice(0, 20))) return found
  return {
    ...found,
    text: say(found.text, view.t.alsoSays(clip(more.shown.replace(/[.;]$/, ''), 28))),
    quotes: [...found.quotes, more.verbatim],
  }
}

/** Where the posting contradicts itself on what is asked, that is told, whatever the finder made of it. */
const conflictFields: Partial<Record<Topic, string>> = {
  hours: 'hoursPerWeek',
  duration: 'durationMonths',
  scale: 'scale',
  location: 'location',
  start: 'start',
  maxRate: 'maxRateEur',
  questions: 'deadlines.questions',
  interviews: 'deadlines.interviews',
  answers: 'deadlines.answers',
  professionals: 'professionals',
  organisation: 'organisation',
}

function withConflict(found: Finding, topic: Topic, { posting, t }: View): Finding {
  const field = conflictFields[topic]
  const clash = field === undefined ? undefined : posting.conflicts.find((one) => one.field === field && !one.resolved)
  if (clash === undefined || found.kind === 'conflict') return found
  const readings = clash.values.map((value) => (/^\d{4}-\d\d-\d\d/.test(value) ? t.dates.when(value) : value))
  return finding('conflict', say(t.dates.conflict(readings), found.text), [
    ...clash.quotes.map(verbatimOf),
    ...found.quotes,
  ])
}

/** Topics that say each other's things are told once. */
const includes: Partial<Record<Topic, Topic[]>> = {
  duration: ['extension', 'hours'],
  maxDuration: ['extension', 'duration', 'end'],
  submission: ['isOpen'],
  planning: ['submission', 'questions', 'answers', 'interviews', 'start', 'end', 'timeLeft'],
  questions: ['submission', 'isOpen'],
  sroi: ['maxRate', 'das', 'hours', 'extension', 'contractValue'],
  contractValue: ['maxRate'],
  end: ['start', 'extension', 'duration', 'submission', 'maxDuration'],
  whatIf: ['points', 'years', 'education', 'knockouts', 'awards', 'criterion', 'window', 'organisation'],
  without: ['points', 'pointsTotal', 'awards', 'motivation', 'maxRate'],
  points: [
    'awards',
    'criterion',
    'motivation',
    'cv',
    'education',
    'knockouts',
    'years',
    'maxRate',
    'organisation',
    'lowest',
    'mostPoints',
    'scale',
    'language',
  ],
  mostPoints: ['points', 'awards'],
  pointsTotal: ['points', 'awards'],
  equalWeight: ['points', 'awards'],
  partial: ['points', 'awards'],
  tie: ['points', 'procedure', 'lowest', 'maxRate'],
  lowest: ['maxRate', 'tie', 'points'],
  education: ['criterion', 'knockouts'],
  years: ['criterion', 'knockouts', 'awards'],
  window: ['criterion', 'knockouts', 'years'],
  indexation: ['maxRate', 'cao'],
  cv: ['language', 'knockouts'],
  documents: ['cv', 'motivation', 'submission'],
  procedure: ['competencies', 'organisation', 'cv', 'interviews', 'knockouts', 'awards'],
  shortlist: ['cv', 'organisation', 'interviews'],
  candidatesOffered: ['professionals', 'whatIf'],
  motivation: ['cv'],
  timeLeft: ['submission', 'isOpen'],
  isOpen: ['submission'],
  whereToSubmit: ['submission', 'cv'],
  sendBy: ['submission'],
  zzp: ['submission'],
  extension: ['duration'],
  interviews: ['organisation'],
  answers: ['questions'],
  whereQuestions: ['questions'],
  standstill: ['duration'],
  travel: ['maxRate'],
  contact: ['procedure', 'questions'],
  hybrid: ['location', 'workdays'],
  workdays: ['hours'],
  scale: ['cao'],
}

function combine(topics: Topic[], ask: Ask): Topic[] {
  const kept: Topic[] = []
  for (const topic of topics) if (!kept.some((other) => includes[other]?.includes(topic))) kept.push(topic)
  // "hoe lang duurt het en kan er verlengd worden": the duration tells both.
  if (
    kept[0] === 'extension' &&
    topics.includes('duration') &&
    /(?:hoe ?lang|how long|\bduur|looptijd|duration)\b.*(?: en | and |,|\+|&).*(?:verleng|exten|opti)/.test(ask.folded)
  )
    return ['duration']
  // Several topics only where the question joins them; else the heaviest decides.
  return / en | and |,|\+|&/.test(ask.folded) ? kept.slice(0, TOGETHER) : kept.slice(0, 1)
}
