import type { AssignmentState } from '../assignments/assignment.ts'

/** What a person asks about the catalogue itself. `which` are the words that name the assignment; empty: none were given. */
export type PostingCommand =
  | { name: 'add'; text: string }
  | { name: 'answers'; which: string; text: string }
  | { name: 'questions'; which: string }
  | { name: 'state'; which: string; state: AssignmentState }
  | { name: 'remove'; which: string }
  | { name: 'confirm'; which: string }
  | { name: 'correct'; which: string; text: string }
  | { name: 'who'; which: string }
  | { name: 'list' }

const which = '(?<which>[^\\n?]{1,80}?)'
const thing =
  '(?:(?:deze|de|dit|this|the|new|nieuwe) )?(?:opdracht|uitvraag|aanvraag|inhuuropdracht|posting|assignment)'
const end = '[\\s.!]*$'

const states: [AssignmentState, string[]][] = [
  [
    'ours',
    [
      `(?:ik|wij|we) (?:pak(?:ken)?|neem|nemen|doe|doen) ${which} (?:op|aan)`,
      `pak ${which} op`,
      `${which} (?:is )?van ons`,
      `(?:i|we)(?:'ll)? take ${which}`,
      `take ${which}`,
      `${which} is ours`,
    ],
  ],
  [
    'not-for-us',
    [
      `${which} (?:is )?niet voor ons`,
      `niet voor ons:? ${which}`,
      `${which} (?:is )?not for us`,
      `not for us:? ${which}`,
    ],
  ],
  [
    'handed-in',
    [
      `${which} (?:is |zijn |hebben we )?(?:ingediend|ingestuurd)`,
      `ingediend:? ${which}`,
      `${which} (?:is |was )?handed in`,
      `handed in:? ${which}`,
    ],
  ],
  [
    'withdrawn',
    [
      `${which} (?:is )?ingetrokken`,
      `ingetrokken:? ${which}`,
      `${which} (?:is |was )?withdrawn`,
      `withdrawn:? ${which}`,
    ],
  ],
  [
    'awarded',
    [`${which} (?:is )?(?:aan ons )?gegund`, `gegund:? ${which}`, `${which} (?:is |was )?awarded(?: to us)?`],
  ],
  [
    'rejected',
    [
      `${which} (?:is )?(?:niet gegund|afgewezen|verloren)`,
      `afgewezen:? ${which}`,
      `${which} (?:is |was )?(?:rejected|lost)`,
    ],
  ],
  [
    'new',
    [`${which} (?:is )?(?:weer open|terug)`, `heropen ${which}`, `${which} (?:is )?open again`, `reopen ${which}`],
  ],
]

const patterns: [RegExp, (groups: Record<string, string | undefined>, rest: string) => PostingCommand][] = [
  [
    new RegExp(
      `^(?:voeg (?:${thing} )?toe|(?:${thing} )?toevoegen|nieuwe (?:opdracht|uitvraag)|add(?: ${thing})?)(?:[:.]|\\s|$)`,
      'iu',
    ),
    (_, rest) => ({ name: 'add', text: rest }),
  ],
  [
    /^(?:antwoorden|nota van inlichtingen|nvi|answers)(?: (?:op|bij|voor|to|for|on))?[ \t]+(?<which>[^\s:]+)(?:[:.]|\s|$)/iu,
    ({ which = '' }, rest) => ({ name: 'answers', which, text: rest }),
  ],
  [/^(?:antwoorden|nota van inlichtingen|nvi)[\s:.]*$/iu, () => ({ name: 'answers', which: '', text: '' })],
  [
    new RegExp(`^(?:vragen|questions)(?: (?:bij|over|voor|aan|for|about))?[ \\t]+${which}${end}`, 'iu'),
    ({ which = '' }) => ({ name: 'questions', which }),
  ],
  [
    new RegExp(
      `^(?:(?:verwijder|wis|remove|delete) (?:${thing} )?${which}|haal (?:${thing} )?${which2()} weg)${end}`,
      'iu',
    ),
    ({ which, other }) => ({ name: 'remove', which: which ?? other ?? '' }),
  ],
  [
    new RegExp(
      `^(?:corrigeer|verbeter|wijzig|correct|amend) (?:${thing} )?(?<which>[^\\n:?]{1,60}?)\\s*:\\s+(?=\\S)`,
      'iu',
    ),
    ({ which = '' }, rest) => ({ name: 'correct', which, text: rest }),
  ],
  [
    new RegExp(`^(?:bevestig|confirm) (?:${thing} )?${which}${end}`, 'iu'),
    ({ which = '' }) => ({ name: 'confirm', which }),
  ],
  [
    new RegExp(`^(?:wie (?:heeft|doet|pakt)|who (?:has|does|owns)) ${which}(?: op)?[\\s?.!]*$`, 'iu'),
    ({ which = '' }) => ({ name: 'who', which }),
  ],
  [
    /^(?:(?:de |alle |toon |lijst |open |openstaande )*(?:opdrachten|uitvragen)|lijst|list|(?:all |open |show )*(?:assignments|postings))[\s?.!]*$/iu,
    () => ({ name: 'list' }),
  ],
  ...states.flatMap(([state, forms]) =>
    forms.map((form): [RegExp, (groups: Record<string, string | undefined>) => PostingCommand] => [
      new RegExp(`^${form}${end}`, 'iu'),
      ({ which = '' }) => ({ name: 'state', which, state }),
    ]),
  ),
]

/** A group may be named once in a pattern: the second place for the same words has another name. */
function which2(): string {
  return which.replace('<which>', '<other>')
}

/** The command in a text, with or without a slash in front; null when it is none. */
export function postingCommandIn(text: string): PostingCommand | null {
  const words = text.trim().replace(/^\/(?:maatstaf\s+)?/i, '')
  for (const [pattern, make] of patterns) {
    const match = pattern.exec(words)
    if (match) return make(match.groups ?? {}, words.slice(match[0].length).replace(/^[\s:]+/, ''))
  }
  return null
}
