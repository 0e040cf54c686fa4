import { fold } from '../text/fold.ts'

/** What happens on a date. `posted`, `end`, `award`, `standstill` and `extension` are no deadlines but must not be taken for one. */
export type DateKind =
  | 'answers'
  | 'questions'
  | 'interviews'
  | 'standstill'
  | 'award'
  | 'posted'
  | 'submission'
  | 'extension'
  | 'end'
  | 'start'

const verbVragen =
  /\b(?:wij|we|zal|zullen|opdrachtgever|gemeente|organisatie) (?:ook )?vragen\b|\bvragen (?:wij|we|om)\b|\bvraagt\b/g

/** In this order: "sluitingsdatum vragen" is about questions, "publicatie antwoorden" about answers, "einde inschrijving" closes. */
const kinds: [DateKind, RegExp][] = [
  [
    'extension',
    /verleng|\bextend|extension|\boptie(?:s|jaar)?\b|\brenew(?:ed|s|able)?\b|\brenewal (?:option|period|of|possible)|(?:option|contract) renewal/,
  ],
  [
    'answers',
    /antwoord|nota van inlichtingen|\bnvi\b|\banswers?\b|\brepl(?:y|ies)\b|\bclarifications? (?:published|issued)/,
  ],
  [
    'questions',
    /\bvragen|\bvraag(?:datum|termijn|moment|deadline)?\b|vragenronde|inlichtingenronde|\bquestions?\b|\bclarification|\bqueries\b|\binquiries\b|\bq&a\b|\bq['’]s\b/,
  ],
  ['interviews', /gesprek|interview|presentatie|presentation|kennismak|\bpitch|verificatiebijeenkomst|selectiedag/],
  ['standstill', /opschort|standstill|stand-still|alcatel|bezwaar/],
  [
    'award',
    /\b(?:voorlopige |definitieve )?(?:gunning|gegund)|gunningsbe|award (?:decision|notice|date)|\bawarded\b|selectiebeslissing|mededeling|terugkoppeling|uitslag|afwijzing/,
  ],
  [
    'submission',
    /sluit|einde? (?:van de )?(?:inschrij|reactie|aanmeld)|einddatum (?:inschrij|reactie|reageren)|reageer|reageren|reactie|indien|ingediend|ingeleverd|ingezonden|aangeleverd|aangeboden|inlever|inzend|deadline|\bclos(?:ing|es)\b|application(?:s)? (?:end|clos|deadline|due)|\bapply\b|applications? (?:until|by|before)\b|open (?:for applications|voor (?:reacties|inschrijving))|submi(?:t|ssion)|uiterste datum|uiterlijk (?:op|in)|sollicit|insturen|\bstuur\b|\b(?:toe)?sturen\b|\bsend\b|aanmelden|aanmelding|aanlever|aan te (?:bieden|leveren)|in te (?:dienen|leveren|schrijven|zenden)|binnen(?:zijn| te zijn| is|komen)?$|\bdue\b|\boffers? (?:until|by|before|due)|inschrijving(?:en|sdatum)?|inschrijv|inschrijf/,
  ],
  [
    'posted',
    /publicat|gepubliceerd|publish|geplaatst|plaatsing|\bposted\b|posting date|issue date|date of issue|\bissued\b|verzonden|verstuurd op|verzend(?:datum|ing)|\bgeschreven op|\bopgesteld op|\bsent\b|gedateerd|\bdated\b|dagtekening|datum uitvraag|aanmaakdatum|online sinds|^(?:datum|date)$/,
  ],
  ['end', /\beind|\bt\/m\b|tot en met|\bend(?:s|ing)?\b|expir|afloop|afgerond/],
  [
    'start',
    /\bstart(?:s|t|en|ing|te|datum|date|moment|periode|termijn|week)?\b|aanvang|vangt .{0,20}\baan\b|\bbegin|ingang|ingaande|commenc|\binzet per\b|beschikbaar per|\bper$|\bvanaf$|\bas of$|\bfrom$|\bper direct/,
  ],
  [
    'submission',
    /aanbied|aanbod|\bstukken\b|offerte|voorstel|\boffers?\b|\bproposals?\b|\btenders?\b|\bmail (?:mij|me|ons|je|jouw|uw|het|de|your|us)\b|\b(?:je|jouw|uw|your|jullie) (?:kandida\p{L}*|candidates?)\b.{0,25}\b(?:uiterlijk|v[oó][oó]r|by|before)\b|ontvang|\breceive|tegemoet|\bcv['’]?s?\b/u,
  ],
]

/** Dates that bind nobody who reacts: how long an offer stands, when offers are opened. */
const aside =
  /\bgeldig|gestanddoening|\bgestand\b|\bvalid(?:ity)?\b|\bopen(?:ing|en|ed) (?:van )?(?:de )?(?:inschrijvingen|offertes|aanbiedingen|kluis|tenders|offers|bids)|kluisopening/
const opens = /\b(?:start|aanvang|begin|opening|openstelling) (?:van )?(?:de )?(?:inschrij|reactie|aanmeld)/
const prolonged =
  /(?:langer|meer) (?:de )?tijd\b[^.]*\b(?:reageren|inschrijven|indienen|aanbieden|reactie)\b|(?:reageren|inschrijven|indienen) kan nu (?:tot|t\/m)\b|(?:termijn|deadline|sluit|inschrij|reactie|indien|closing|submission)[^.]*(?:verleng|verschoven|verschuift|opgeschoven|schuift|verplaatst|verzet|uitgesteld|gewijzigd|aangepast|wordt nu|is nu|extended|postponed|rescheduled|pushed back|moved|changed)|(?:nieuwe|new|gewijzigde|revised) (?:sluitings|reactie|inschrijf|closing|submission|deadline)|(?:verleng|extension)[^.]*(?:van de )?(?:reactietermijn|inschrijftermijn|inschrijving|sluitingsdatum|deadline|closing date)/

/** Whether a sentence puts a deadline off, and the date behind `ahead` is the one it is put off to. */
export function movesDeadline(sentence: string, ahead: string): boolean {
  return (
    prolonged.test(fold(sentence)) &&
    /\b(?:naar|in|tot(?: en met)?|to|until|maar(?: op| tot)?|but(?: on)?|nu(?: op)?|(?:nu )?uiterlijk(?: op)?|now|wordt|becomes|is|:)\s*$/i.test(
      ahead,
    )
  )
}

/** "De gesprekken verplaatsen we naar …": the date behind `ahead` takes the place of another. */
export function movesEvent(sentence: string, ahead: string): boolean {
  return (
    /verplaats|verschuif|verschoven|verzet|schuif|opgeschoven|uitgesteld|\bmoved\b|rescheduled|postponed/.test(
      fold(sentence),
    ) && /\b(?:naar|to|until|op)\s*$/i.test(ahead)
  )
}

/** What the words around a date say it is for; null when they do not say. */
export function dateKind(words: string): DateKind | null {
  const folded = fold(words).replace(verbVragen, ' ')
  if (aside.test(folded)) return null
  if (opens.test(folded)) return 'posted'
  // "Sluiting vragen NvI" is the end of the questions, "Publicatie NvI" the answers.
  if (
    /(?:sluit|einde|uiterste|deadline|termijn|indien|stellen|ronde)/.test(folded) &&
    /\bvragen\b/.test(folded) &&
    !/antwoord/.test(folded)
  )
    return 'questions'
  // "Vragen beantwoorden we tot en met 10 februari" says until when they may be asked.
  if (/\bvragen\b.*beantwoord.*\b(?:tot|t\/m)\b/.test(folded)) return 'questions'
  // A deadline that was put off is still a deadline.
  if (prolonged.test(folded) && !/vragen|questions/.test(folded)) return 'submission'
  return kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}
