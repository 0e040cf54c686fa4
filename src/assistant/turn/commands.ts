import { type DigestCommand, digestCommandIn } from '../../digest/settings-words.ts'
import { fold } from '../../text/fold.ts'

/** What a person asks the assistant to do itself, apart from questions and the features' own words. */
export type Command =
  | { name: 'help' }
  | { name: 'score' }
  | { name: 'language'; lang: 'nl' | 'en' }
  | { name: 'listening'; to: 'always' | 'mentioned' | 'off' }
  | ({ name: 'digest' } & DigestCommand)
  | { name: 'settings' }
  | { name: 'access' }
  | { name: 'resume' }
  | { name: 'wrong'; word: string | null }
  | { name: 'revoke' }
  /** `words` name the assignment; empty: the one in hand. */
  | { name: 'fits'; words: string }
  | { name: 'matching'; code: string; told: boolean }
  | { name: 'calendar'; words: string }

/** The one in hand, by words behind a preposition, or by a number. */
const whichFits =
  '(?: (?:hierop|hierbij|(?:(?:op|bij|for|to) )?(?:deze|die|dit|this|it|that)(?: opdracht| one| assignment)?|(?:op|bij|for|to) ([^?]+?)|([^? ]*\\d[^? ]*)))?'

const patterns: [RegExp, (match: RegExpMatchArray, typed: string) => Command][] = [
  [
    /^(?:(?:trek |de )*(?:rapport)?links?(?: van het rapport)? in(?:trekken)?|revoke (?:the )?(?:report )?links?)$/,
    () => ({ name: 'revoke' }),
  ],
  [/^(?:help|hulp|\?|wat kun je|what can you do|start|hallo|hoi|hello|hi)$/, () => ({ name: 'help' })],
  [/^(?:toets|toetsen|scoor|score(?! card)|assess|kandidaat toetsen|toets een kandidaat)\b/, () => ({ name: 'score' })],
  [/^(?:taal|language|lang|spreek|speak)\s+(?:nl|nederlands|dutch)$/, () => ({ name: 'language', lang: 'nl' })],
  [/^(?:taal|language|lang|spreek|speak)\s+(?:en|engels|english)$/, () => ({ name: 'language', lang: 'en' })],
  [/^(?:luister(?:en)?|listen(?:ing)?)\s+(?:altijd|aan|always|on)$/, () => ({ name: 'listening', to: 'always' })],
  [
    /^(?:luister(?:en)?|listen(?:ing)?)\s+(?:alleen )?(?:bij (?:een )?vermelding|vermelding|when mentioned|mentioned|mention)$/,
    () => ({ name: 'listening', to: 'mentioned' }),
  ],
  [/^(?:luister(?:en)?|listen(?:ing)?)\s+(?:uit|niet|nooit|off|never)$/, () => ({ name: 'listening', to: 'off' })],
  [
    /^(?:agenda|kalender|calendar|ics)(?:\s+(?:van|voor|of|for))?(?:\s+(.+))?$/,
    (match) => ({ name: 'calendar', words: match[1] ?? '' }),
  ],
  [/^(?:instellingen|instellen|settings)$/, () => ({ name: 'settings' })],
  [/^(?:wie ziet wat|who sees what)\??$/, () => ({ name: 'access' })],
  [
    /^(?:(?:dat |dit )?klopt (?:echt )?niet|(?:dat is )?fout|wrong(?: answer)?|(?:that is|that's) wrong)(?:\s*[,:;]\s*(.+))?$/,
    // The words behind it are a person's, and are kept as they were typed.
    (match, typed) => ({ name: 'wrong', word: match[1] ? typed.slice(typed.search(/[,:;]/) + 1).trim() : null }),
  ],
  [
    new RegExp(
      `^(?:wie|welke (?:van mijn )?kandida(?:at|ten)|who|which (?:of my )?candidates?) (?:past|passen|fits?|match(?:es)?)(?: er)?(?: het best| best)?${whichFits}\\s*\\?*$`,
    ),
    (match) => ({ name: 'fits', words: match[1] ?? match[2] ?? '' }),
  ],
  [
    /^(?:zoek niet (?:meer )?met|no(?: more)? matching with) ([\p{L}\p{N}._'-]{1,12})$/u,
    (match) => ({ name: 'matching', code: match[1] ?? '', told: false }),
  ],
  [
    /^(?:zoek (?:ook )?met|matching with) ([\p{L}\p{N}._'-]{1,12})$/u,
    (match) => ({ name: 'matching', code: match[1] ?? '', told: true }),
  ],
  [/^(?:verder|ga verder|hervat(?:ten)?|continue|resume|go on)$/, () => ({ name: 'resume' })],
]

/** The command that this text is, with or without a slash in front; null when it is none. */
export function commandIn(text: string): Command | null {
  const folded = fold(text)
    .replace(/^\/(?:maatstaf\s+)?/, '')
    .replace(/[.!]+$/, '')
  const digest = digestCommandIn(folded)
  if (digest) return { name: 'digest', ...digest }
  for (const [pattern, make] of patterns) {
    const match = folded.match(pattern)
    if (match) return make(match, text)
  }
  return null
}
