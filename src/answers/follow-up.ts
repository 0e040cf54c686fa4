import { isSmallWord } from '../assignments/small-words.ts'
import { wordsOf } from '../text/fold.ts'
import type { Focus } from './answer.ts'
import { type Ask, readAsk } from './ask.ts'
import type { Topic } from './topics.ts'

type Turn = { role: 'user' | 'assistant'; text: string }

const computing = new Set<Topic>(['sroi', 'contractValue', 'totalHours', 'end'])

const weighing = new Set<Topic>(['points', 'mostPoints', 'pointsTotal', 'equalWeight'])

/**
 * Fills in what a short follow-up leaves out: its topic ("hoe laat precies?", "en bij Dommelvoort?") or the amounts of the
 * calculation it goes on with ("en met de verlenging erbij?").
 */
export function followUp(
  ask: Ask,
  history: Turn[],
  focus: Focus | null,
  isName: (word: string) => boolean = () => false,
): { ask: Ask } {
  const leavesOut = isShort(ask) && !hasOwnSubject(ask, isName)
  const before = [...history]
    .reverse()
    .filter(({ role }) => role === 'user')
    .slice(0, 2)
    .map(({ text }) => readAsk(text, ask.lang))
  const previous = before.find(({ topics }) => topics.length > 0) ?? null
  const merged: Ask = { ...ask, before: before[0]?.folded ?? '' }
  if (previous === null) {
    const field = focus?.field ?? null
    return {
      ask: ask.topics.length === 0 && field !== null && leavesOut ? { ...merged, topics: [field as Topic] } : merged,
    }
  }
  const goesOn =
    /\bverleng\w*|option|extension/.test(ask.folded) && /\b(?:met|incl\w*|with|including|erbij)\b/.test(ask.folded)
  const calculation = previous.topics.find((topic) => computing.has(topic))
  if (goesOn && calculation !== undefined)
    return {
      ask: {
        ...merged,
        topics: [calculation],
        rate: ask.rate ?? previous.rate,
        hoursPerWeek: ask.hoursPerWeek ?? previous.hoursPerWeek,
      },
    }
  if (ask.topics.length === 0 && ask.rate !== null && calculation !== undefined)
    return { ask: { ...merged, topics: [calculation] } }
  // "hoe lang loopt het? – en als ze alles verlengen?": the sum is meant.
  if (
    ask.topics[0] === 'extension' &&
    previous.topics.some((topic) => topic === 'duration' || topic === 'maxDuration') &&
    /\b(?:als|met|inclusief|if|with|including)\b/.test(ask.folded)
  )
    return { ask: { ...merged, topics: ['maxDuration'] } }
  // "hoe zwaar weegt het plan? – en de prijs?": its weight, not its ceiling.
  if (
    ask.topics[0] === 'maxRate' &&
    ask.rate === null &&
    previous.topics.some((topic) => weighing.has(topic)) &&
    /^(?:en|and|what about|hoe zit het met)\b/.test(ask.folded) &&
    !/\bmax|plafond|uurtarief|hourly|ceiling|cap\b/.test(ask.folded)
  )
    return { ask: { ...merged, topics: ['points'] } }
  if (ask.topics.length === 0 && leavesOut) {
    return {
      ask: {
        ...merged,
        topics: previous.topics,
        yesNo: ask.yesNo || previous.yesNo,
        refs: ask.refs.length > 0 ? ask.refs : previous.refs,
        rate: ask.rate ?? previous.rate,
        folded: `${previous.folded} ${ask.folded}`,
      },
    }
  }
  return { ask: merged }
}

/** Words that ask on about what was said, and bring nothing new. */
const fillers = new Set(
  'precies exact laat ander andere anders dan ook nog echt zeker ongeveer eigenlijk verder meer zelf beide allebei twee drie eerste tweede derde laatste vorige volgende datum tijd tijdstip uur dag kortom oke bedankt klopt maximaal minimaal maximum minimum jaar jaren maand maanden week weken dagen uren euro procent punten years months weeks days hours percent points hoogstens minstens exactly precisely time other one sure really then else about date day hour both first second third last most least latest earliest'.split(
    ' ',
  ),
)

/** Asks about something of its own ("is een auto nodig?"): then the topic before it is not what it is about. */
function hasOwnSubject(ask: Ask, isName: (word: string) => boolean): boolean {
  return wordsOf(ask.folded).some(
    (word) => !isSmallWord(word) && !fillers.has(word) && !/\d/.test(word) && !isName(word),
  )
}

/** Too few words to be a question by itself. */
const isShort = (ask: Ask): boolean =>
  ask.folded.split(' ').length <= 7 &&
  (/^(?:en|and|dus|so|maar|but|ok|what about|hoe laat|what time|welke|bij|voor|die|dat|the|wanneer|when|hoeveel|how|waarom|zeker|sure|echt)\b/.test(
    ask.folded,
  ) ||
    ask.folded.split(' ').length <= 4)
