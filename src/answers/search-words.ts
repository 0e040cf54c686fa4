import { rootOf, rootsOf } from '../assignments/word-roots.ts'
import thesaurus from './thesaurus.json' with { type: 'json' }

/** Forms and families of one word that no ending tells ("gekozen", "keuze"): as sure as the word itself. */
const families = groupsOf(thesaurus.sameWord)

/** Different words of this kind of text for one thing, Dutch and English side by side. */
const alike = groupsOf(thesaurus.synonyms)

/** English words of questions and what a Dutch posting calls them; beside the glossary of fields and functions. */
const english = new Map<string, string[]>()
for (const pair of thesaurus.english.split('|')) {
  const [from, to] = pair.split(' ') as [string, string]
  english.set(rootOf(from), [...(english.get(rootOf(from)) ?? []), asSaid(to)])
  english.set(rootOf(to), [...(english.get(rootOf(to)) ?? []), asSaid(from)])
}

function groupsOf(groups: string[]): Map<string, string[]> {
  const held = new Map<string, string[]>()
  for (const group of groups) {
    const words = group.split(' ')
    for (const word of words) {
      const root = rootOf(word.replace('=', ''))
      held.set(root, [...(held.get(root) ?? []), ...words.filter((other) => other !== word).map(asSaid)])
    }
  }
  return held
}

/** Many words share a short root ("man", "maand"): there the word itself is kept, marked; the data may mark one too. */
function asSaid(word: string): string {
  if (word.startsWith('=')) return word
  return rootOf(word).length > 3 ? rootOf(word) : `=${word}`
}

/** Roots of the same word in another form. */
export const formsOf = (root: string): string[] => families.get(root) ?? []

/** Other roots for the same thing. */
export function synonymsOf(root: string): string[] {
  const translated = english.get(root) ?? []
  return [...(alike.get(root) ?? []), ...translated, ...translated.flatMap((other) => alike.get(other) ?? [])]
}

/** Verbs by which one asks about anything; a posting that answers need not use them. */
const askingVerbs = new Set(
  rootsOf(
    `partij partijen parties dingen zaken onderdelen soorten things stuff items kind type gewerkt werkte worked voorstellen beheren beheert adviseren adviseer sturen brengen houden gebruiken maken vinden plaatsvinden leveren levert geven geeft krijgen nemen laten zien tonen weten
     gegeven gemaakt gedaan gesteld gevraagd geleverd gehouden gebracht gekregen genomen bedoeld bedoelen kunnen houdt lopen gebeuren gebeurt wachten verwachten bestaan hoort horen betekenen noemen heten beginnen blijven lijken bezitten hebben rekenen wonen liggen kiezen doen spelen
     use make give take find bring hold keep run happen expect show know call exist contain include describe look`,
  ),
)

/** Words that go with any subject: a passage that holds nothing else of a question does not answer it. */
const modifiers = new Set(
  rootsOf(
    `maximaal maximum max minimaal minimum min aantal totaal totale total number mogelijk possible precies exact exactly nieuw nieuwe new lang lange long kort short
     eerste first laatste last hoog hoge high laag lage low extra half halve persoon person iemand someone kandidaat kandidaten candidate candidates start einde end datum date tijd time dagen uur uren jaar maanden weken
     hours years months weeks day days regels rules alle all elke every genoeg enough meer minder more less`,
  ),
)
/**
 * Verbs and adjectives of everyday talk. Where a posting has them they help; where it has not, it may still answer: it says
 * "de keuze is gevallen op", who asks says "ze gingen voor".
 */
const everyday = new Set(
  rootsOf(
    `aankomen aanwezig achterhalen afhangen afspreken bedenken beginnen begrijpen behandelen bekijken belangrijk bellen bereiken beschikken besluiten bestellen besteden betrekken beslissen bieden bijhouden
     binnenkrijgen blijven breed brengen concreet delen denken dragen draaien duren durven echt eigen ergens ervaren exact flink fors gaan geheel gemakkelijk gemeen geregeld geven gewoon goed graag groot halen
     handig hangen hebben helpen heten hoeven hopen horen houden inhouden inrichten inschatten inzetten kennen kiezen kijken klaar kloppen komen kopen krijgen kunnen kwijt laten leggen lezen liggen lopen lukken maken meebrengen
     meegeven meenemen melden merken missen moeilijk nemen noemen nodig ontmoeten ontvangen oppakken opstaan opvallen overblijven passen plaatsen praten precies prettig proberen raken regelen rekenen rijden roepen
     schatten schieten schrijven schuiven simpel slaan sluiten snel spannend spelen spreken staan steken stellen sturen stoppen straks tellen terugkomen tonen treffen trekken uitgeven uitkomen uitleggen uitzien vallen vasthouden
     verandert verdelen verder verkeerd vertellen vertrekken verwachten vinden voelen voldoende volgen volledig voorkomen voorstellen vragen vroeg waard waarschijnlijk wachten wanten wensen wennen weten willen winnen
     worden zeggen zenden zetten zien zitten zoeken zorgen zwaar zomaar meteen direct trouwens uiteindelijk daadwerkelijk specifiek speciaal bepaald bijzonder ongeveer circa tevoren vooraf achteraf uiterlijk tijdens
     able allow amount answer appear apply arrange arrive ask become begin belong bring build buy carry cause change check choose close come consider continue cover cut deal decide depend do draw drive end
     enter expect explain fall feel fill find finish follow get give go grow handle happen have head hear help hold important include inform join keep know lead learn leave let like link live long look lose love make
     mean meet mention mind miss move need note obtain offer open order own pass pay pick plan play point possible prefer prepare present prove provide put rather reach read receive remain report result return right run
     say see seem sell send separate serve set show sit specific spend stand start stay stick still stop support suppose sure take talk tell think touch treat try turn understand use useful usual wait walk want watch whole win wish wonder work write wrong`,
  ),
)
export const isEveryday = (root: string): boolean => everyday.has(root)

export const isModifier = (root: string): boolean => modifiers.has(root)

export const isMoneyWord = (word: string): boolean =>
  /^(?:geld|euro|euros|bedrag|budget|money|funds?|subsidie)$/.test(word)

export const isAskingVerb = (root: string): boolean => askingVerbs.has(root)

const modal =
  /\b(?:moet|moeten|mag|mogen|kan|kun|kunnen|wil|willen|gaat|gaan|ga|wordt|worden|werd|werden|is|zijn|heeft|hebben|heb|hoeft|hoeven|zal|zullen|zou|blijft|te)\b/

/**
 * The words of a question that are its verbs, by where they stand: "stel je …", "… moet je … opstellen", "do they expect". Verbs are what people
 * word their own way, so they count for less than what the question is about.
 */
export function verbsIn(folded: string): Set<string> {
  const verbs = new Set<string>()
  for (const [, verb] of folded.matchAll(/([\p{L}-]{4,}) (?:je|jij|ik|ie|hij|zij|ze|we|wij|men|er|u)\b/gu))
    verbs.add(verb!)
  for (const [, verb] of folded.matchAll(
    /\b(?:do|does|did|will|would|can|could|must|should|may|to) (?:(?:you|they|we|i|he|she|it|one|the \p{L}+|my \p{L}+) )?(\p{L}{3,})/gu,
  ))
    verbs.add(verb!)
  const last = /([\p{L}-]{4,})\W*$/u.exec(folded)?.[1]
  if (last !== undefined && /(?:en|^(?:\p{L}{0,5})ge\p{L}+[dt])$/u.test(last) && modal.test(folded)) verbs.add(last)
  return verbs
}

const particles = ['af', 'aan', 'op', 'uit', 'in', 'mee', 'samen', 'voor', 'toe', 'bij', 'over', 'terug', 'door']
/** Separable verbs of this kind of text; any other word after a verb is left alone ("werkt in Zwolle"). */
const separable = new Set(
  rootsOf(
    `afstemmen aansturen opleveren opstellen uitvoeren uitwerken samenwerken aanleveren bijdragen voorbereiden toetsen doorlopen overleggen terugkoppelen
     opzetten opstarten inrichten invoeren meewerken meedenken afronden aansluiten aanbieden voorzitten voorleggen uitbrengen uitrollen overdragen inbrengen begeleiden`,
  ),
)

/** "opgeleverd" → oplevert: the participle of a separable verb is found by its other forms. */
const withoutGe = (word: string): string =>
  /^(af|aan|op|uit|in|mee|samen|voor|toe|bij|over|terug|door)ge(\p{L}{4,})$/u.test(word)
    ? word.replace(/^(\p{L}+?)ge(?=\p{L}{4,}$)/u, '$1')
    : word

/** So many words may stand between a separable verb and its particle. */
const FAR = 16

/** "stemt … af" → afstemt, "werkt … samen" → samenwerkt. */
export function joinVerbs(spoken: string[]): string[] {
  const words = spoken.map(withoutGe)
  const taken = new Set<number>()
  const joined = words.map((word, i) => {
    // "stelde hiervoor op 11 december": before a number it is no part of the verb.
    const at = words.findIndex(
      (next, j) =>
        j > i && j <= i + FAR && particles.includes(next) && !taken.has(j) && !/^\d/.test(words[j + 1] ?? ''),
    )
    if (at < 0 || word.length < 4 || !separable.has(`${words[at]}${rootOf(word)}`)) return word
    taken.add(at)
    return `${words[at]}${word}`
  })
  return joined.filter((_, i) => !taken.has(i))
}
