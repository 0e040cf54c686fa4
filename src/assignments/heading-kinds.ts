import { fold } from '../text/fold.ts'
import { printedTotal } from './points.ts'

export type SectionKind = 'knockout' | 'award' | 'mixed' | 'competencies' | 'procedure' | 'other'

const kinds: [SectionKind, RegExp][] = [
  [
    'procedure',
    /^(?:stap|step|fase|ronde)\s+\d|^(?:beoordelings?|selectie|gunnings|assessment|selection)[- ]?(?:procedure|proces|process|procedures)\b|^beoordeling$|^procedure$/,
  ],
  [
    'other',
    /^(?:wij|we) (?:vragen|eisen) (?:hier |dit )?niet|niet (?:gevraagd|vereist|nodig)$|\bcv\b|curriculum|^(?:wij|we) bieden|^(?:wat )?bieden (?:wij|we)|arbeidsvoorwaarden|^(?:overige|algemene|bijzondere) (?:eisen aan|informatie|bepalingen|voorwaarden)|aanbod$|documenten|bijlagen|resultaten|verantwoordelijkheden|werkzaamheden|taken|eisen aan (?:de |het )?(?:aanbieding|offerte|inschrijving|cv)|(?:aanbiedings|inschrijvings|indienings|offerte)-?eisen|uitsluitingsgronden|uitvoeringseisen/,
  ],
  [
    'mixed',
    /eisen (?:en|&|\/|\+) ?(?:de )?(?:wensen|gunningscriteria|selectiecriteria)|requirements (?:and|&) (?:wishes|preferences|criteria)|programma van eisen en wensen|functie-?profiel|^profiel$|^(?:criteria|selectiecriteria en eisen)$/,
  ],
  [
    'award',
    /(?<!ver)gunning|selectiecriteri|selection criteria|weging|wegings|\bwens(?:en|criteria)?\b|\bgewenst(?:$|e (?:ervaring|kennis|vaardigheden|kwalificaties|criteria|profiel|certificaten|extra))|\baward|quality criteria|(?:scor(?:ing|ed)|rated|weighted) criteria|assessment criteria|evaluation criteria|ranking criteria|nice[- ]to[- ]have|should[- ]?haves?|could[- ]?haves?|beoordelingscriteri|(?:wordt|worden|beoordelen wij|wij beoordelen|we beoordelen|kijken (?:wij|we)).*(?:beoordeel|op\b|naar\b)|wij beoordelen|we beoordelen|(?:hoe|waarop|waarmee|waaraan) (?:\S+ )?(?:beoordel|wordt|worden|toets|scoor|scoren|score|verdien|wegen|weegt|kijken)|preferences|preferred|desirable|desired|pluspunten|mooi meegenomen|graag gezien|\bpre\b|kwaliteitscriteri|scorecriteri|puntenverdeling|rangschikking|^kwaliteit(?:scriteria|sdeel)?$|^quality(?: part)?$|^scor(?:e|ing)$|^beoordeling\b.*(?:punt|%|weging)|punten (?:voor|worden|toegekend|krijg)|points (?:for|are awarded)|^(?:prijs|price|tarief)(?:criteri\p{L}*|deel)?(?:\s*[(:–\d-].*)?$/u,
  ],
  [
    'competencies',
    /^(?:je|jij|you) (?:bent|are)$|^(?:kern|jouw |je |uw |your |onze |de |gevraagde |gewenste |vereiste |persoonlijke |core |required |key )?(?:competenties|competencies|competences|persoonskenmerken|soft skills|persoonlijke eigenschappen|vaardigheden en competenties)/,
  ],
  [
    'knockout',
    /knock-?out|\bk\.?o\.?\b[- ]?(?:criteri|eis)?|vereisten|\b(?:minimum|minimale|functie|harde|kandidaat|geschiktheids|selectie|opleidings|kwalificatie|basis|toelatings|must)?-? ?eisen\b|requirements|must[- ]?haves?|mandatory|essential|eligibility|\bmoet (?:je|jij|u) (?:hebben|kunnen|meebrengen)|\bkandida(?:at|ten)\b.*\b(?:moet|moeten|dient|dienen)\b|candidates? must\b|\bwaar(?: \S+){0,5} aan (?:te )?voldoe|waaraan (?:moet|voldoe|dien)|(?:wat|dit) (?:vragen|verwachten|zoeken|eisen) (?:wij|we)|^(?:wij|we) (?:vragen|verwachten|eisen|zoeken)\b|eisenlijst|eisenpakket|programma van eisen|wie (?:zoeken wij|ben jij)|minimumcriteri|uitsluitingscriteri|voldoet (?:minimaal )?aan|moet voldoen|qualifications|\beis\b/,
  ],
]

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'u')
const you = '(?:je|jij|u|hij|zij|de kandidaat|(?:je|jouw|uw) kandidaat)'

/** Headings that talk: looked at where none of the set words is there. */
const spoken: [SectionKind, RegExp][] = [
  [
    'award',
    anyOf(
      'lever(?:t|en) .*punten op',
      '\\bpunten (?:mee|te verdienen|op te)\\b',
      '(?:geven|krijg(?:t|en)?|verdien(?:t|en)?|haal(?:t)?|scoor(?:t)?) .*\\bpunten\\b|\\bpunten (?:geven|toekennen|verdelen)$',
      'puntentelling|^(?:punten|points|score|toekenning|rangorde|waardering|weegfactoren|should|graag|liefst(?: ook)?|ideally)$',
      '\\bvergelijk(?:en|ing|t)\\b',
      'onderscheid(?:t|end|en)?\\b|\\bverschil ma(?:akt|ak|ken)\\b|maakt het verschil',
      '\\b(?:een|grote|extra) (?:plus|pre)\\b|^(?:plussen|pre.?s|bonus(?:punten)?|meerwaarde|extra.?s)$',
      '\\b(?:weegt|telt|wegen|tellen) (?:er )?mee$|(?:hierop|waarop|zo) (?:scor|kies|kiez|bepal|selecter|rangschik)\\p{L}*',
      '(?:waarderings|kwalitatieve) ?criteri|beoordelingskader|(?:scoring|weighting|evaluation) (?:model|scheme|grid)|and weighting$',
      '^(?:nadere|tweede|verdere) (?:selectie|zeef|schifting)',
      '(?:earns?|scores?|gets?|win) (?:you |the candidate )?points',
      'how (?:we|offers are|candidates are) (?:scored?|compared?|ranked?|rated?|weighed|choose|select)',
      '\\bscored on\\b|comparative criteria|(?:is|are|considered) (?:a|an) (?:plus|advantage|asset)|^what (?:will )?wins?\\b',
    ),
  ],
  [
    'competencies',
    anyOf(
      '^(?:zo|dit|hoe|wie) (?:ben je|ben jij|je bent|jij bent)$',
      '^(?:dit|wat) (?:typeert|kenmerkt|siert) (?:jou|je|u|de kandidaat|jouw kandidaat)$',
      '^(?:jouw |je |your |de |onze )?(?:persoonlijkheid|(?:persoonlijke )?(?:eigenschappen|kwaliteiten)|personality|(?:personal )?qualities|gedragscompetenties|(?:houding en )?gedrag|kracht|vaardigheden|skills)$',
    ),
  ],
  [
    'knockout',
    anyOf(
      `\\b(?:breng|brengt|neem|neemt) ${you}\\b.*\\bmee\\b|\\b${you} (?:\\S+ ){0,4}(?:meebrengt|meeneemt)|\\b(?:brengt|neemt|breng) (?:\\S+ ){0,4}mee$`,
      '^zonder (?:dit|deze|dat)\\b|vall?(?:t|en)? .*\\baf$',
      'niet onderhandelbaar|\\b(?:is|zijn) een must$|non-?negotiable|breekpunt|deal-?breaker|drempel|ondergrens',
      '(?:niet|kan(?:dida\\S+)?) zonder$|(?:not|cannot|can.t) do without',
      'absolute voorwaarde|^voorwaarden? (?:voor|om) (?:deel|mee|in aanmerking)|(?:mee ?doen|in aanmerking) als$',
      '\\b(?:minimaal|in elk geval|in ieder geval|sowieso|absoluut|wat is) (?:nodig|vereist|aanwezig|verplicht|hebben|voldoen)\\b|^verplicht\\p{L}*\\b',
      `\\b${you} voldoe(?:t)? (?:\\S+ )?aan\\b|\\bwaaraan ${you} (?:\\S+ )?voldoe|^hieraan\\b.*\\bvold`,
      '^(?:je|jij) hebt(?: in elk geval| minimaal)?$|^dit heb (?:je|jij)\\b|^wat (?:we|wij|je|jij) nodig (?:hebben|hebt)',
      '\\bmoet (?:\\S+ ){0,3}(?:hebben|kunnen|meebrengen|meenemen|in huis)|in huis (?:hebben|zijn|moet)',
      '^(?:harde|hard|verplichte|mandatory|toelatings|minimum) ?(?:criteri\\p{L}*|voorwaarden|conditions)|^(?:must|moet|kwalificaties|eerste (?:zeef|schifting))$|^alleen kandidaten\\b',
      'pass.?(?:/|or| )?.?fail|(?:threshold|entry|minimum|exclusion) (?:criteria|conditions?|profile)',
      'what you (?:bring|need)|\\byou (?:must|should|will) (?:have|bring)|^you (?:bring|have)|^(?:what )?(?:we|they) (?:ask|want)|^(?:ze|zij) (?:willen|zoeken|vragen)\\b|what is required',
    ),
  ],
]

/** Words that name requirements as such; "wij vragen", "wie zoeken wij" may head them too. */
const plain =
  /knock-?out|\bk\.?o\.?\b|\b\p{L}*eisen\b|vereisten|requirement|must[- ]?have|mandatory|essential|eligibility|minimumcriteri|uitsluitingscriteri|\beis\b/u

/** True for a heading over requirements that says so in as many words. */
export function plainlyKnockout(heading: string): boolean {
  return plain.test(fold(heading))
}

/** What a heading announces. */
export function headingKind(heading: string): SectionKind {
  const folded = fold(heading)
    .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
    .replace(/\s*\((?:max(?:imaal|\.)?\s*)?\d+\s*(?:%|punten|points|pt)\)$/, '')
  // "Beoordeling (maximaal 100 punten)" scores, "Beoordeling" tells how.
  if (/^beoordeling\b.*(?:punt|%|weging)/.test(folded)) return 'award'
  // "Knock-outcriteria (een cv dat hieraan niet voldoet, wordt niet beoordeeld)": what the brackets explain names no other part.
  const bare = folded.replace(/\s*\([^()]*\)$/, '')
  if (bare !== '' && bare !== folded && plain.test(bare)) return headingKind(bare)
  const known = [...kinds, ...spoken].find(([, pattern]) => pattern.test(folded))?.[0]
  return known ?? (/criteri/.test(folded) && printedTotal(heading) !== null ? 'award' : 'other')
}
