/** What is about the colleagues themselves and so stands in no posting. */

/** "ik", "we", "our": about ourselves, unless it asks what one may or must do towards the client. */
function speaksOfUs(folded: string): boolean {
  const rest = folded
    .replace(
      /\b(?:ik|we|wij|i) (?:\w+ ){0,6}(?:kan|mag|moet|kunnen|mogen|moeten|can|may|must|should) (?:indienen|insturen|inleveren|reageren|aanbieden|inschrijven|stellen|submit|offer|apply)\b/g,
      ' ',
    )
    .replace(
      /\b(?:ik )?(?:vraag|vroeg) me af\b|\bik (?:kom er niet uit|twijfel|(?:kan|kon) (?:het )?(?:niet|nergens) (?:zo snel )?(?:terug)?vinden|ben (?:wel |even )?benieuwd|weet niet|snap niet|zie|lees|begrijp)\b|\b(?:kan iemand|wie kan|who can tell|can (?:someone|anyone) tell) (?:me|mij|ons|us)\b|\bi(?:'m| am| was) (?:just )?(?:wondering|curious)\b|\bi (?:can't|cannot) find\b|\bdo (?:we|i) (?:need|have to)\b|\b(?:onze|our) (?:\w+ )?(?:opdrachten|uitvragen|klussen|assignments|postings)\b|\bvan onze\b/g,
      ' ',
    )
    .replace(
      /\b(?:kan|mag|moet|kunnen|mogen|moeten|dienen|can|may|must|should|could) (?:ik|we|wij|i)\b(?=.{0,60}\b(?:stellen|indienen|insturen|inleveren|reageren|aanbieden|inschrijven|meesturen|bijvoegen|voorstellen|geregistreerd|uploaden|submit|offer|propose|apply|ask|register|include|respond)\b)/g,
      ' ',
    )
  return /\b(?:ik|wij|we|mij|ons|onze|mijn|m'n|i|us|our|my)\b/.test(rest)
}

/** What has happened, not what a posting says: "heeft gemaild", "ging", "did anyone". */
function tellsOfThePast(question: string): boolean {
  const folded = question.replace(/\bvroeg me af\b/g, ' ')
  const auxiliary = /\b(?:heb|hebt|heeft|hebben|had|hadden|is|zijn|ben|was|waren)\b(.{1,60})/.exec(folded)?.[1] ?? ''
  const participles = (
    auxiliary.match(/\b(?:aan|af|op|uit|in|mee|door|voor|na|toe|bij|over|terug|vast|her)?ge\p{L}{3,}(?:d|t)\b/gu) ?? []
  ).filter((word) => !stative.test(word))
  return (
    participles.length > 0 ||
    strongParticiple.test(auxiliary) ||
    /\b(?:vonden|vond|ging|gingen|deed|deden|haalde|haalden|belde|belden|zei|zeiden|kreeg|kregen|stuurde|vroeg|vroegen|wonnen|won)\b/.test(
      folded,
    ) ||
    /^\W*did\b/.test(folded) ||
    /\b(?:did|has|have) (?:anyone|someone|anybody|they|he|she)\b|\byet\b|\b(?:sending|writing|working|calling|bezig)\b/.test(
      folded,
    )
  )
}

/** Participles in which a posting speaks of itself, and nouns and verbs that only look like one. */
const stative =
  /^(?:gepland|gesloten|geplaatst|gepubliceerd|geindexeerd|ingedeeld|ingeschaald|gevraagd|geregistreerd|gevestigd|getoetst|genoemd|bepaald|gegarandeerd|vergoed|begrensd|beperkt|toegestaan|geeist|gewenst|gesteld|opgesteld|geldt|geld|geschikt|gericht|gebied|\w*gebied|gewicht|gezocht|gevergd|uitgezet|aangeboden|\w*budget|\w*weegt|\w*regent|wegwerk\w*|regelt|zegt|vraagt|krijgt)$/
const strongParticiple =
  /\b(?:gegeven|genomen|gezien|gelezen|gesproken|gedaan|gevonden|gekozen|gebleven|gegaan|gekomen|gewonnen|doorgegaan|besproken|beantwoord|bevestigd|verstuurd|verzonden|vergeven|vertrokken|begonnen|bereikt|afgewezen|overgenomen|binnengehaald|geschreven op|opgenomen)\b/

/** "wie gaat er mee": who of the colleagues; who of the client may be asked. */
const asksWhoOfUs =
  /\bwie (?!dan ook|is (?:de|het|er opdrachtgever)|beoorde|beslist|bepaalt|toets|kiest|selecteert|betaalt|moet(?! er| naar| mee| nog| dat| dit)|vergoedt|weet|kan (?:me|mij|ons)|het weet|dit weet|dat weet|voert|tekent|vraagt?(?!.*\baan\b))/
/** The same in English. */
const asksWhoOfUsInEnglish =
  /\bwho(?:'s)? (?!review|assess|score|decide|judge|evaluate|is the|pays|has to|must|select|knows|signs)/
/** "kan iemand even nakijken". */
const asksAFavour =
  /\b(?:kan|wil|zou|kunnen|can|could|would) (?:iemand|er iemand|someone|anyone|anybody)\b(?! (?:me|mij|ons|us)? ?(?:even )?(?:vertellen|zeggen|uitleggen|tell|say|explain))/
/** "kunnen we", "moeten we" without what one does towards a client. */
const plansTogether =
  /\b(?:zullen|gaan|doen|hebben|laten|leveren|zijn|waren|bieden|kunnen|moeten|willen) (?:we|wij)\b(?!.{0,25}\b(?:stellen|indienen|geregistreerd|aanleveren|reageren|aanbieden|inschrijven|bijvoegen|meesturen|nodig)\b)/
/** "gaan we", "zullen wij". */
const plansTogetherShortly = /\b(?:zullen|gaan|hebben|doen|laten|bieden) (?:we|wij)\b/
/** "should we", "did we". */
const asksWhatWeShould = /\b(?:should|shall|could|would|might|do|did|have) we\b(?! need| have to)|\bwill we\b/
/** "onze offerte", "mijn kandidaat". */
const namesOurPapers =
  /\b(?:ons|onze|mijn|our|my) (?:cv|kandida\w+|aanbod|offerte|tarief|candidate|offer|stukken)|\b(?:zijn|haar|de) kandidaat van\b/
/** "wat vind je", "past dat". */
const wantsAnOpinion =
  /\bzou(?:den)?\b|\bdenk\w*\b.{0,6}(?:je|jullie)?|\b(?:vind|vinden|vonden|vindt) (?:je|jij|jullie|ik|we|wij|men)\b|\bik vind\b|\bpast\b|\biets voor\b|volgens (?:mij|jou)|\bmening\b|\bopinion\b|\bthink\b/
/** "welke kandidaten hebben we". */
const asksForOurCandidates =
  /\b(?:welke|wie is de|wat scoort) .{0,20}kandida\w+.{0,25}(?:hebben we|in beeld|van)\b|\bscoort mijn\b|\bmijn kandidaat\b/
/** "al gemaild", "net gebeld". */
const tellsProgress =
  /\b(?:al|net|nog niet) (?:gebeld|gemaild|ingediend|binnen|verstuurd|begonnen|aangevraagd|bekend bij|doorgestuurd)\b|\b(?:gebeld|gemaild)\b/
/** "straks bellen", "even overleggen". */
const wantsToMeet =
  /\b(?:even|nu|straks|morgen|samen) (?:bellen|overleg\w*|bespreken|doorspreken|sparren|kijken)|\boverleg\b|\bbespreken\b|\bdoorspreken\b|\bbellen over\b|\bmag ik\b.{0,15}\bbellen\b/
/** Why, how it usually goes, how far along, how to get there. */
const speaksOfHabits =
  /\b(?:hoe staat het met|waarom|any volunteers|akkoord|hoe gaat het|vorige keer|vorig jaar|last time|ooit|normaal|meestal|altijd|gewoonlijk|usually|hoe bedenken|burgemeester|wethouder|lunchen|trein|fietsen|met de auto|hoe ver)\b(?!.{0,25}\b(?:op kantoor|zitten|aanwezig)\b)/
/** Turns of phrase among colleagues. */
const isTalk =
  /\b(?:intern|interne)\b.{0,40}\b(?:aan|stukken|leveren)\b|\bwist je\b|\bben ik de enige\b|\bsnap\b|\bgewoon\b|\blukt\b|\bde link\b|\bformulier\b|\bin het systeem\b|\b(?:van|met|naar|aan) je\b|\b(?:ging|vond|was) je\b|\bworth it\b|\beigenlijk niet\b|\bheb je gezien\b/

const ideas = [
  asksWhoOfUs,
  asksWhoOfUsInEnglish,
  asksAFavour,
  plansTogether,
  plansTogetherShortly,
  asksWhatWeShould,
  namesOurPapers,
  wantsAnOpinion,
  asksForOurCandidates,
  tellsProgress,
  wantsToMeet,
  speaksOfHabits,
  isTalk,
]

/** What the colleagues do, think, have or plan themselves: nothing that stands in a posting. Folded text. */
export function isOwnBusiness(question: string): boolean {
  const folded = question.replace(/\bzou(?:den)? (?:er )?iemand (?:\w+ )?weten\b/g, ' ')
  return speaksOfUs(folded) || tellsOfThePast(folded) || ideas.some((idea) => idea.test(folded))
}
