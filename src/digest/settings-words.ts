import { fold } from '../text/fold.ts'
import { countOf, countPattern } from '../text/number-words.ts'
import type { DigestSettings } from './settings.ts'
import type { MilestoneKind } from './upcoming.ts'

/** What a person says about the digest of a channel. */
export type DigestCommand =
  | { to: 'now' }
  /** Shown without posting; `day` as typed, null: the next one. */
  | { to: 'show'; day: string | null }
  /** `inEnglish`: switched on in English words, which tells the language where none was chosen. */
  | { to: 'set'; on: boolean | null; change: DigestChange; inEnglish: boolean }
  /** Meant for the digest, but from these words on not understood. */
  | { to: 'unclear'; words: string }

export type DigestChange = Partial<Omit<DigestSettings, 'since' | 'timeSetAt'>>

type Clause = {
  pattern: RegExp
  means(groups: Record<string, string | undefined>): { on?: boolean; change?: DigestChange } | null
  /** Right behind "deadlines" these words may be a question about deadlines just as well. */
  askable?: boolean
}

const dayNames = [
  'ma(?:andag(?:en)?)?|mon(?:day)?s?',
  'di(?:nsdag(?:en)?)?|tue(?:s|sday)?s?',
  'wo(?:ensdag(?:en)?)?|wed(?:nesday)?s?',
  'do(?:nderdag(?:en)?)?|thu(?:rs|rsday)?s?',
  'vr(?:ijdag(?:en)?)?|fri(?:day)?s?',
  'za(?:terdag(?:en)?)?|sat(?:urday)?s?',
  'zo(?:ndag(?:en)?)?|sun(?:day)?s?',
]
const anyDay = `(?:${dayNames.join('|')})`
const joined = '(?:\\s*(?:,|en|and|&)\\s*)+'
const until = '(?:t/m|tot en met|tot|through|to|-)'
const kindNames: [MilestoneKind, string][] = [
  [
    'submission',
    '(?:de )?(?:sluit(?:ing(?:en|sdat(?:a|um|ums))?|dat(?:a|um|ums))|inschrijving(?:en)?|closings?|closing dates?|submissions?)',
  ],
  ['questions', '(?:de )?(?:vragen(?:rondes?)?|questions?)'],
  ['answers', '(?:de )?(?:antwoorden|answers?)'],
  ['interviews', '(?:de )?(?:gesprekken|interviews?)'],
]
const anyKind = `(?:${kindNames.map(([, words]) => words).join('|')})`
const count = countPattern.replaceAll('(?![\\p{L}])', '(?!\\p{L})')
const span = `${count}\\s*(?:uur|u|hours?|h|dag(?:en)?|days?)`
const before = '(?:van tevoren|vooraf|tevoren|ervoor|before(?:hand)?|ahead|in advance)'
const only = '(?:alleen |only )'

const clauses: Clause[] = [
  {
    pattern: /^(?:graag|a\.?u\.?b\.?|s\.?v\.?p\.?|alsjeblieft|alstublieft|please)(?![\p{L}])/u,
    means: () => ({}),
    askable: true,
  },
  { pattern: /^(?:weer )?(?:aan(?:zetten)?|on)\b/, means: () => ({ on: true }) },
  { pattern: /^(?:uit(?:zetten)?|off|stop(?:pen)?)\b/, means: () => ({ on: false }) },
  { pattern: /^(?:om )?half (?<half>[a-z0-9]+)\b/, means: ({ half }) => at((countOf(half ?? '') ?? 0) - 1, 30) },
  {
    pattern: /^(?:om |at )?(?<h>\d{1,2})\s?[:.]\s?(?<m>\d{2})\b(?: uur\b)?/,
    means: ({ h, m }) => at(Number(h), Number(m)),
  },
  { pattern: /^(?:om |at )?(?<h>\d{1,2})\s?(?:uur|u)\b/, means: ({ h }) => at(Number(h), 0) },
  {
    pattern: /^at (?<h>\d{1,2})\s?(?<half>am|pm)?\b/,
    means: ({ h, half }) => at((Number(h) % 12) + (half === 'pm' ? 12 : 0), 0),
  },
  {
    pattern: /^(?:(?:alleen )?op (?:alle )?werkdagen|werkdagen|(?:only )?on (?:weekdays|working days)|weekdays)\b/,
    means: () => ({ change: { days: [1, 2, 3, 4, 5] } }),
    askable: true,
  },
  {
    pattern: /^(?:op )?(?:elke dag|alle dagen|dagelijks|every day|daily|all days)\b/,
    means: () => ({ change: { days: [1, 2, 3, 4, 5, 6, 7] } }),
    askable: true,
  },
  {
    pattern: new RegExp(`^(?:${only})?(?:op |on )?(?<from>${anyDay}) ${until} (?<to>${anyDay})(?![\\p{L}])`, 'u'),
    means: ({ from, to }) => range(from ?? '', to ?? ''),
    askable: true,
  },
  {
    pattern: new RegExp(`^(?:${only})?(?:op |on )?(?<days>${anyDay}(?:${joined}${anyDay})*)(?![\\p{L}])`, 'u'),
    means: ({ days }) => ({ change: { days: daysIn(days ?? '') } }),
    askable: true,
  },
  {
    pattern: /^(?:ook |also )(?:op |on )(?:feestdagen|(?:public )?holidays)\b/,
    means: () => ({ change: { holidays: true } }),
  },
  {
    pattern: /^(?:niet |geen |not |no )(?:op |on )?(?:feestdagen|(?:public )?holidays)\b/,
    means: () => ({ change: { holidays: false } }),
  },
  {
    pattern:
      /^(?:5 mei|5 may|bevrijdingsdag|liberation day)(?: is)?(?: een| a)? (?<how>vrij(?:e dag)?|off|(?:gewone |normale )?werkdag|working day|(?:elke|om de|every) (?:vijf|5|five|fifth) (?:jaar|years?)(?: vrij| off)?)(?![\p{L}])/u,
    means: ({ how = '' }) => ({
      change: {
        liberationDay: /vijf|5|fi/.test(how) ? 'every-fifth-year' : /^(?:vrij|off)/.test(how) ? 'always' : 'never',
      },
    }),
  },
  {
    pattern: /^(?:alle regio'?s|all regions|overal|everywhere)(?![\p{L}])/u,
    means: () => ({ change: { regions: [] } }),
  },
  {
    pattern:
      /^(?:alleen |only )?(?:voor |for |in )?(?:de )?(?:regio'?s?|regions?) (?<list>[\p{L}\p{N} ,&'-]+?)(?= (?:alleen|only|schaal|schalen|scales?|vanaf schaal|alle|all|herinner|remind|in het|taal|iedereen|om \d|aan|op (?:ma|di|wo|do|vr|werk)|;)|;|$)/u,
    means: ({ list }) => ({ change: { regions: (list ?? '').split(/\s*(?:,|&|\ben\b|\band\b)\s*/).filter(Boolean) } }),
    askable: true,
  },
  { pattern: /^(?:alle schalen|all (?:pay )?scales)\b/, means: () => ({ change: { scales: null } }) },
  {
    pattern: new RegExp(`^(?:${only})?(?:vanaf|from) (?:schaal |(?:pay )?scale )(?<from>\\d{1,2})\\b`),
    means: ({ from }) => scales(from, '99'),
    askable: true,
  },
  {
    pattern: new RegExp(
      `^(?:${only})?(?:schaal|schalen|(?:pay )?scales?) (?<from>\\d{1,2})(?:\\s*(?:${until}|en|and)\\s*(?<to>\\d{1,2}))?\\b`,
    ),
    means: ({ from, to }) => scales(from, to ?? from),
    askable: true,
  },
  {
    pattern: /^(?:alle (?:soorten|momenten|datums|data)|all (?:kinds|dates|moments))\b/,
    means: () => ({ change: { kinds: null } }),
  },
  {
    pattern: new RegExp(`^(?:${only}|soorten |kinds? )?(?<kinds>${anyKind}(?:${joined}${anyKind})*)(?![\\p{L}])`, 'u'),
    means: ({ kinds }) => ({ change: { kinds: kindsIn(kinds ?? '') } }),
    askable: true,
  },
  {
    pattern: /^(?:in (?:het )?|taal |language )?(?<lang>nederlands|engels|dutch|english)\b/,
    means: ({ lang }) => ({ change: { lang: lang === 'engels' || lang === 'english' ? 'en' : 'nl' } }),
  },
  {
    pattern:
      /^(?:stil|zwijg|silent|silence|niets)(?: (?:als er (?:niets|niks) (?:is|valt|te melden is)|when (?:there is |there's )?nothing(?: is)?(?: due)?))\b/,
    means: () => ({ change: { quiet: 'never' } }),
  },
  {
    pattern:
      /^(?:altijd (?:een )?(?:regel|bericht)|always (?:a |one )?(?:line|message))(?: (?:als er (?:niets|niks) is|when nothing is due))?\b/,
    means: () => ({ change: { quiet: 'always' } }),
  },
  {
    pattern:
      /^(?:(?:op )?maandag (?:een )?regel|(?:one |a )?line on mondays?)(?: (?:als er (?:niets|niks) is|when nothing is due))?\b/,
    means: () => ({ change: { quiet: 'weekly' } }),
  },
  {
    pattern:
      /^(?:geen herinnering(?:en)?|no reminders?|(?:herinner(?:ing(?:en)?)?|reminders?)(?: |: ?)(?:uit|off|niet|nooit|none|never))\b/,
    means: () => ({ change: { reminders: [] } }),
  },
  {
    pattern: /^(?:herinner(?:ing(?:en)?)?|reminders?)(?: |: ?)(?:aan|on)\b/,
    means: () => ({ change: { reminders: [24, 2] } }),
  },
  {
    pattern: new RegExp(
      `^(?:(?:herinner(?:ing(?:en)?)?|remind(?:ers?)?)(?: ?:)?(?: (?:ons|mij|me|us|de eigenaar|the owner))?\\s+(?<spans>${span}(?:${joined}${span})*)(?: ${before})?|(?<bare>${span}(?:${joined}${span})*) ${before})(?![\\p{L}])`,
      'u',
    ),
    means: ({ spans, bare }) => reminders(spans ?? bare ?? ''),
  },
  {
    pattern:
      /^(?:iedereen|everybody|everyone|anyone) (?:mag|may|can)(?: (?:dit|het|dat|this|it))? (?:wijzigen|instellen|aanpassen|veranderen|change|set)(?: (?:this|it))?\b/,
    means: () => ({ change: { mayChange: 'everybody' } }),
  },
  {
    pattern:
      /^(?:alleen (?:ik|de eigenaar|wie mij uitnodigde)|only (?:i|the owner)) (?:mag|may|can)(?: (?:dit|het|dat|this|it))? (?:wijzigen|instellen|aanpassen|veranderen|change|set)(?: (?:this|it))?\b/,
    means: () => ({ change: { mayChange: 'owner' } }),
  },
]

const name = '(?:digest|dagoverzicht|overzicht|deadlines)'
const show = new RegExp(
  `^(?:${name} (?:laat (?:maar )?zien|laten zien|tonen|toon|voorbeeld|preview|show)|(?:laat|toon|show)(?: me)?(?: de| het| the)? ${name}(?: zien)?)(?: (?:van|voor|op|of|for|on))?(?: (?<day>.{1,40}))?$`,
)

/** Behind "deadlines" these begin a setting. "Deadlines aan de gemeente doorgeven" is not about the digest. */
const setting =
  /^(?:aan|on|uit|off)(?=[ ,:] *(?!(?:de|het|een|die|deze|dat|dit|den|onze?|mijn|jouw?|je|jullie|hun|haar|zijn|elkaar|alle|beide|wie|the|a|an|our|my|your|their|his|her|this|that|which|who)\b)\S)|^(?:om |at )?\d{1,2}\s?[:.]\s?\d{2}(?: uur)?$/
/** Longer ones without a digit are talk. */
const mostWords = 6

/**
 * The command in folded words without a slash; null where they are none. What begins as a setting and is not understood to its end
 * changes nothing and is `unclear`; other words of which that holds are talk or a question.
 */
export function digestCommandIn(folded: string): DigestCommand | null {
  if (/^(?:digest|dagoverzicht|deadlines)(?: (?:nu|now))?$/.test(folded)) return { to: 'now' }
  if (folded.endsWith('?')) return null
  const shown = show.exec(folded)
  if (shown) return { to: 'show', day: shown.groups?.['day'] ?? null }
  const [, named, rest] = new RegExp(`^(${name})[: ]+(.+)$`).exec(folded) ?? []
  // "herinner 24 uur van tevoren" says itself what it is about.
  if (named === undefined || rest === undefined)
    return /^(?:herinner|remind|geen herinner|no remind)/.test(folded) ? understood(settingIn(folded, false)) : null
  // "overzicht" alone is also a step of a scoring.
  if (named === 'overzicht' && !/^(?:aan|uit|on|off|om|at)\b/.test(rest)) return null
  const command = settingIn(rest, named === 'deadlines')
  if (command?.to !== 'unclear') return command
  return setting.test(rest) && (/\d/.test(rest) || rest.split(' ').length <= mostWords) ? command : null
}

function understood(command: DigestCommand | null): DigestCommand | null {
  return command?.to === 'unclear' ? null : command
}

function settingIn(words: string, askable: boolean): DigestCommand | null {
  let rest = words
  let on: boolean | null = null
  let inEnglish = false
  const change: DigestChange = {}
  for (let first = true; rest !== ''; first = false) {
    const found = clauseAt(rest)
    if (!found) return { to: 'unclear', words: rest }
    const { clause, length, said } = found
    if (first && askable && clause.askable && !/^(?:alleen|only|op|on)\b/.test(rest)) return null
    if (said.on !== undefined) on = said.on
    if (said.on && /^on\b/.test(rest)) inEnglish = true
    Object.assign(change, said.change)
    rest = rest.slice(length).replace(/^(?:\s*(?:[,;.]|\ben\b|\band\b)\s*|\s+)+/, '')
  }
  return { to: 'set', on, change, inEnglish }
}

function clauseAt(rest: string) {
  for (const clause of clauses) {
    const match = clause.pattern.exec(rest)
    const said = match && clause.means(match.groups ?? {})
    if (match && said) return { clause, said, length: match[0].length }
  }
  return null
}

function at(hour: number, minute: number) {
  if (!(hour >= 0 && hour < 24 && minute < 60)) return null
  return { change: { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` } }
}

function daysIn(words: string): number[] {
  const said = words.split(/[^\p{L}]+/u)
  return dayNames.flatMap((day, index) =>
    said.some((word) => new RegExp(`^(?:${day})$`).test(word)) ? [index + 1] : [],
  )
}

function range(from: string, to: string) {
  const [first] = daysIn(from)
  const [last] = daysIn(to)
  if (first === undefined || last === undefined || last < first) return null
  return { change: { days: Array.from({ length: last - first + 1 }, (_, index) => first + index) } }
}

function scales(from: string | undefined, to: string | undefined) {
  const [low, high] = [Number(from), Number(to)]
  return low <= high ? { change: { scales: { from: low, to: high } } } : null
}

function kindsIn(words: string): MilestoneKind[] {
  return kindNames.flatMap(([kind, names]) =>
    new RegExp(`(?<!\\p{L})${names}(?!\\p{L})`, 'u').test(words) ? [kind] : [],
  )
}

/** Hours, most first; up to two weeks ahead. */
function reminders(words: string) {
  const hours = [...words.matchAll(new RegExp(`(?<count>${count})\\s*(?<unit>uur|u|hours?|h|dag|day)`, 'gu'))].map(
    ({ groups }) => (countOf(fold(groups?.['count'] ?? '')) ?? 0) * (/^da/.test(groups?.['unit'] ?? '') ? 24 : 1),
  )
  if (hours.length === 0 || hours.some((each) => each < 1 || each > 14 * 24)) return null
  return { change: { reminders: [...new Set(hours)].sort((a, b) => b - a) } }
}
