import type { Coded } from '../../scoring/assessment.ts'
import { languages } from './words.ts'

type Values = Coded['values']
type Sentences = Record<string, (values: Values) => string>

const levels: Record<string, string> = { native: 'moedertaal', fluent: 'vloeiend', good: 'goed' }
const at = ({ label }: Values) => (label ? `Bij ${label}: ` : '')
const months = (n: string | number | undefined) => `${n} ${Number(n) === 1 ? 'maand' : 'maanden'}`
const years = (n: string | number | undefined) => `${n} jaar`
const day = (iso: string | number | undefined) =>
  iso
    ? Temporal.PlainDate.from(String(iso).slice(0, 10)).toLocaleString('nl-NL', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      })
    : 'onbekend'

/** The rule that was applied to a criterion, with its assumption. */
const rules: Sentences = {
  months: ({ minimum }) =>
    `Regel: minimaal ${months(minimum)} werk dat hieronder valt; overlap telt één keer en de uitvraag noemt geen terugkijkperiode.`,
  'months-in-window': ({ minimum, years: window }) =>
    `Regel: minimaal ${months(minimum)} in de laatste ${years(window)} tot de sluitingsdatum; overlap telt één keer.`,
  experience: () =>
    'Regel: één gedateerd dienstverband waarvan de eigen tekst dit zegt is genoeg; de uitvraag noemt geen duur.',
  'experience-in-window': ({ years: window }) =>
    `Regel: één gedateerd dienstverband in de laatste ${years(window)} waarvan de eigen tekst dit zegt is genoeg.`,
  education: ({ level, fields }) =>
    `Regel: een afgeronde opleiding op minimaal ${level}-niveau${fields ? ` in de richting ${fields}` : ''}; zonder vermelding van de afronding is het onduidelijk.`,
  'education-thinking-level': ({ level }) =>
    `Regel: ${level} werk- en denkniveau; een diploma is niet gevraagd, dus de consultant beslist als het niet uit een opleiding blijkt.`,
  'education-not-mentioned': ({ level }) =>
    `Regel: een afgeronde opleiding op minimaal ${level}-niveau; het cv noemt geen opleiding.`,
  language: ({ language, level }) =>
    `Regel: het cv noemt ${languages[String(language)] ?? language} op het niveau "${levels[String(level)] ?? level}" of hoger.`,
  certificate: () => 'Regel: het certificaat of de registratie staat met name in de stukken.',
  availability: () => 'Regel: beschikbaarheid blijkt niet uit ervaring; de kandidaat zegt het zelf.',
  'not-for-documents': () => 'Regel: dit blijkt niet uit een cv; vraag het de kandidaat.',
  motivation: () =>
    'Regel: de motivatie beoordeel jij. Ik kijk alleen of ze er is, kort is, in de ik-vorm staat en eerder werk aan de opdracht koppelt.',
  price: () => 'Regel: dit gaat over de prijs; die hangt af van de andere inschrijvingen.',
  steps: () => 'Regel: de puntenschaal van de uitvraag zelf.',
  parts: () => 'Regel: de onderdelen van de uitvraag, elk met eigen punten, opgeteld.',
}

/** What would settle an open point. */
const questions: Sentences = {
  'window-shift': ({ minimum }) =>
    `Let op: als het tijdvak een maand eerder begint of eindigt, kantelt dit rond de ${months(minimum)}. Reken het na.`,
  'exact-dates': ({ minimum, atLeast, atMost }) =>
    `De jaartallen laten ${atLeast} tot ${atMost} maanden toe, nodig zijn er ${minimum}. In welke maanden begon en eindigde dit werk?`,
  'dates-missing': (values) => `${at(values)}er staan geen datums bij. Van welke maand tot welke maand was dit?`,
  'role-like': (values) =>
    `${at(values)}de functie lijkt erop maar heet anders. Was dit de gevraagde rol, en waar staat dat?`,
  'employer-open': (values) =>
    `${at(values)}was de opdrachtgever van de gevraagde soort, en werd het werk daar uitgevoerd?`,
  'wording-open': (values) =>
    `${at(values)}de tekst noemt het met een voorbehoud, een ontkenning of een plan. Is het echt gedaan?`,
  'topic-near': (values) => `${at(values)}de tekst komt in de buurt maar noemt het niet. Hoorde dit erbij, en hoe?`,
  'not-shown-together': () => 'De onderdelen staan los van elkaar in het cv. Waren ze deel van hetzelfde werk?',
  'thinking-level': ({ level }) => `Waaruit blijkt het ${level} werk- en denkniveau?`,
  'completion-not-stated': ({ study }) => `Is "${study}" afgerond, en in welk jaar? Het cv zegt het niet.`,
  'foreign-level': ({ study }) => `Op welk Nederlands niveau is "${study}" gewaardeerd?`,
  'comparable-direction': ({ study }) => `Is de richting van "${study}" vergelijkbaar met wat gevraagd is?`,
  'language-level': ({ language, level }) =>
    `Hoe goed beheerst de kandidaat ${languages[String(language)] ?? language}? Gevraagd: ${levels[String(level)] ?? level}.`,
  certificate: () => 'Heeft de kandidaat dit certificaat of deze registratie, en is het geldig?',
  availability: () => 'Is de kandidaat beschikbaar zoals gevraagd?',
  'ask-candidate': () => 'Vraag de kandidaat of dit zo is.',
  'motivation-judge': () => 'Legt de brief uit waarom deze kandidaat bij deze opdracht past?',
  'motivation-third-person': () =>
    'De brief is in de derde persoon geschreven. Heeft de kandidaat hem zelf geschreven?',
  'motivation-long': ({ words }) =>
    `De brief telt ${words} woorden, meer dan een bladzijde. Is dat kort genoeg voor de uitvraag?`,
  'motivation-missing': () => 'Er is geen motivatie bij de stukken. Schrijft de kandidaat er nog een?',
  'not-explained-in-letter': () => 'De uitvraag wil dit in de motivatie toegelicht zien. Doet de kandidaat dat nog?',
}

/** Warnings about a proposal, and what a ranking rests on. */
const remarks: Sentences = {
  'deadline-contradicts-itself': ({ used }) =>
    `De uitvraag noemt meer dan één sluitingsdatum; ik rekende met ${day(used)}.`,
  'deadline-unknown': ({ used }) => `De uitvraag noemt geen sluitingsdatum; ik rekende met ${day(used)}.`,
  'points-do-not-add-up': ({ printed, sum }) => `De punten tellen op tot ${sum}, terwijl de uitvraag ${printed} noemt.`,
  'hidden-text': () => 'In het bestand staat verborgen tekst; die telt niet mee.',
  'addressed-to-machine': () => 'In de stukken staat een zin die tot een computer spreekt; die telt niet mee.',
  'no-engagements-found': () =>
    'Ik vond geen gedateerde dienstverbanden in het cv; controleer of de opmaak leesbaar is.',
  'present-in-old-cv': ({ months: old }) =>
    `Het cv zegt "heden", maar de nieuwste datum is ${months(old)} oud. Loopt dat werk nog?`,
  'model-quotes-dropped': ({ count }) =>
    `${count} ${Number(count) === 1 ? 'citaat' : 'citaten'} van het taalmodel stonden niet zo in de stukken en zijn weggelaten.`,
  'order-knockouts-then-total': () => 'Volgorde: knock-outs gehaald, dan het totaal aan punten.',
  'order-lower-rate-assumed': () =>
    'Bij gelijke punten beslist het uurtarief; dat het laagste voorgaat is een aanname.',
  'order-no-tie-break': () => 'Bij gelijke punten zegt de uitvraag niet wie voorgaat; de plaats is gedeeld.',
  'order-cut': ({ cut }) => `De uitvraag laat er ${cut} door; wie op die grens gelijk staat, is getoond.`,
  'knockout-open': ({ label }) => `knock-out ${label} is nog onduidelijk`,
  'knockout-fails': ({ label }) => `knock-out ${label} is niet gehaald`,
  'could-rise': ({ past, high }) => `kan met hooguit ${high} punten nog ${past} voorbij`,
  'could-fall': ({ past }) => `kan nog door ${past} gepasseerd worden`,
  'rate-missing': () => 'staat gelijk; een tarief ontbreekt, dus de volgorde ligt open',
  'rate-decides': () => 'staat gelijk op punten; het tarief beslist',
  tied: () => 'staat gelijk',
}

/** A code without a sentence is told in general words, so that nobody reads a code. */
export const scoring = {
  rule: ({ code, values }: Coded): string => rules[code]?.(values) ?? 'Beoordeeld op wat de citaten laten zien.',
  question: ({ code, values }: Coded): string =>
    questions[code]?.(values) ?? 'Wat in de stukken laat dit zien, en waar en wanneer was het?',
  remark: ({ code, values }: Coded): string =>
    remarks[code]?.(values) ??
    (code.startsWith('model')
      ? 'Het taalmodel gaf geen bruikbaar antwoord. Ik ben verdergegaan met de regels; bewijs dat alleen uit de samenhang blijkt, kan ik dan missen.'
      : 'Kijk dit zelf na; ik was er niet zeker van.'),
}
