import type { PrintedDate } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import type { Certainty } from './assignment.ts'
import type { DateKind } from './date-kind.ts'

/** A date of the posting and what it is for. Offsets point into `Source.text` and span what is quoted. */
export type Mention = {
  kind: DateKind
  /** Null when only words stand there: "Z.s.m.", "nader te bepalen". */
  date: PrintedDate | null
  /** The words of a start or date without a day. */
  literal: string | null
  exclusive: boolean
  /** Whose deadline: of the one who collects the offers, or of the client. */
  role: 'own' | 'client' | null
  certainty: Certainty
  start: number
  end: number
  /** The words that name it: label, or the clause around the date. */
  words: string
  /** Its time was printed under a label of its own. */
  timeApart?: boolean
  /** The date a deadline was put off to. */
  moved?: boolean
  /** In a row of a planning, where several of a kind are several events. */
  listed: boolean
}

/** Words that say a date is not known yet. */
export const undecided =
  /\b(?:nader te bepalen|n\.?n?\.?t\.?b\.?|nnb|nog niet bekend|wordt nog bekend|volgt nog|to be (?:determined|announced|confirmed)|tbd|tba)(?![\p{L}])/iu
/** Words that shut the day itself out. */
export const before = /(?:v[oó][oó]r|before|prior to)\s*(?:of op\s*)?$/iu

/** "Versie 2, gewijzigd op 20 november": when the posting was changed, which is no date of the procedure. */
export const revised =
  /\b(?:gewijzigd|aangepast|bijgewerkt|herzien|updated|revised|modified|changed)\s+(?:op|d\.?d\.?|on)\s*$/iu

/** "Dat hoor je uiterlijk 1 maart": when something will be told, whatever it is about. */
export const notifies =
  /\b(?:hoor|hoort|horen|weet|weten|geinformeerd|meegedeeld|bericht|besluit\w*|besloten|beslis\w*|aangekondigd|kenbaar|bekend|uitsluitsel|duidelijk\w*|hear|know|informed|notif\w+|notice|decid\w+|decision|announce\w*|confirm\w*)\b[^.;]*$/u

/** Whose deadline the words around a date speak of. */
export function roleOf(words: string): Mention['role'] {
  const folded = fold(words)
  if (
    /\bintern|\b(?:bij|aan|door|van|naar) (?:ons|mij|me)\b|\bons uiterlijk|\b(?:wij|we) (?:moeten|willen)\b|\bonze\b|\bour (?:own )?(?:internal )?deadline|\binternal\b|\bto us\b|\bwith us\b|\b(?:heb|wil|ontvang|krijg|zie) ik\b|\bik (?:wil|heb|ontvang|krijg|zie|moet)\b|\bi (?:want|need|would like)\b|\b(?:mail|stuur|app|geef|lever|send|give) (?:het |ze |je |them )?(?:mij|me|ons|us)\b|deadline reageren/.test(
      folded,
    )
  )
    return 'own'
  return /\bklant|opdrachtgever|\bclient|customer/.test(folded) ? 'client' : null
}

type Found = Omit<Mention, 'kind' | 'literal' | 'role'>

/** A dated mention, with what its words say of whose it is and of the day itself. */
export function mention(kind: DateKind, found: Found): Mention {
  const exclusive = found.exclusive && found.date?.time === null && (kind === 'submission' || kind === 'questions')
  return { ...found, kind, literal: null, role: kind === 'submission' ? roleOf(found.words) : null, exclusive }
}
