import type { Texts } from '../texts/texts.ts'

/** What the assistant does not do; the sentence for each stands in texts. */
export type Outside = keyof Texts['answers']['outside']

const rules: [Outside, RegExp][] = [
  [
    'injection',
    /negeer .{0,25}(?:instructie|regels|prompt|alles|eerder)|vergeet .{0,20}instructies|ignore .{0,25}(?:instruction|previous|rules|above|prompt)|disregard .{0,25}(?:instruction|previous|rules)|system ?prompt|systeemprompt|jailbreak|\bje bent nu een\b|you are now a|doe alsof je|pretend (?:to be|you)|developer mode|(?:laat|geef|toon|print|reveal|show) .{0,20}(?:je|your) (?:prompt|instructies|instructions|api)|stuur .{0,25}(?:alle )?(?:cv'?s|kandidaten|gegevens) van (?:alle|andere)/,
  ],
  [
    'motivation',
    /(?:^(?:\p{L}+[ ,]+){0,2}(?:schrijf|maak|genereer|write|draft|make|prepare|stel)\b|\bhelp .{0,12}(?:met|bij)|(?:kun|kan|wil|zou) (?:je|jij|u)\b|can you|could you|would you|please|help me|chat-?gpt|copilot|\bai\b|\bclaude\b|\bgemini\b).{0,45}(?:motivati\w*|motivation\w*|sollicitatiebrief|cover letter|\bbrief\b|plan van aanpak|approach paper|toelichting|(?:offerte|aanbieding|voorstel|prijsblad|proposal|offer|bid) (?:voor .{0,20})?(?:schrijven|maken|opstellen|invullen))|(?:motivati\w*|motivation\w*).{0,30}(?:chat-?gpt|copilot|\bai\b)/u,
  ],
  [
    'cv',
    /(?:kun|kan|wil|zou|can|could|will|would) (?:je|jij|u|you)\b.{0,40}\b(?:in|on|to) (?:\p{L}+ )?(?:cv|resume)\b.{0,30}\b(?:zetten|bijzetten|opnemen|schrijven|opschrijven|vermelden|toevoegen)\b|(?:can|could|will|would) you (?:put|add|write|say)\b.{0,40}\b(?:cv|resume)\b|(?:kun|kan|wil|zou|can|could|please|maak|verander|pas|herschrijf|zet|schrijf|make|change|rewrite|adjust|tweak|fake|verzin|polijst|pimp)\b.{0,30}\b(?:cv|resume)\b.{0,40}(?:van maken|aanpassen|veranderen|mooier|herschrijven|oppoetsen|aandikken|bij ?zetten|look|say|better|longer|changed?|maken|verbeteren|toevoegen)|(?:maak|verander|herschrijf|verzin|make|rewrite|fake|change|adjust|schrijf) .{0,20}\b(?:cv|resume)\b|\bcv\b.{0,25}\d+ jaar van maken/u,
  ],
  [
    'handIn',
    /\b(?:dien|lever|upload|stuur|submit|bied|meld) (?:jij|jullie|je|it|him|her|them|deze|hem|haar|m)\b.{0,30}(?:\bin\b|aan|for (?:me|us)|\bop\b|$)|(?<!\b(?:wanneer|hoe laat|hoe|waar) )(?:kun|kan|wil|zou) (?:jij|je|jullie)\b.{0,50}(?:\bindienen|insturen|inleveren|uploaden|aanbieden|aanmelden|inschrijven|mailen naar|bellen)|(?:can|could|will|would) you .{0,40}(?:submit|upload|hand in|send (?:it|the offer|in)|apply)|(?:dien|lever) .{0,25} voor (?:me|mij|ons) in/,
  ],
  [
    'legal',
    /juridisch(?!e? (?:\p{L}*advi\p{L}+|\p{L}*medewerker|specialist|consultant|controller|\p{L}*leider|team|afdeling|opdracht|klus|functie|rol|achtergrond|ervaring|opleiding|kennis))|rechtsgeldig|rechtmatig|aanklagen|\brechter\b|kort geding|legal advice|legally|\blawsuit|\bsue\b|aansprakelijk\w*|schijnzelfstandig\w*|wet dba|concurrentiebeding|relatiebeding|strafbaar|is (?:dat|dit|het) (?:wel )?(?:legaal|wettelijk|toegestaan volgens de wet)|mag dat (?:wettelijk|volgens de wet)|is (?:that|this|it) legal/u,
  ],
  [
    'salary',
    /(?:wat|hoeveel) .{0,25}(?:verdient?|verdienen|verdien)\b(?!.{0,30}\beraan\b)|\bsalaris(?!schaal)\w*|bruto|\bnetto\b|hoeveel (?:euro|geld) .{0,20}schaal|schaal \w+ .{0,25}(?:in euro|per maand|verdien)|\bsalary\b(?! scale)|what does scale .{0,12}pay|how much does .{0,30}(?:pay|earn)|per maand in schaal|loon\b/,
  ],
  [
    'market',
    /markt ?conform|marktprij\w*|gangbaar tarief|gebruikelijk\w* tarief|normaal tarief|(?:welk|wat voor|hoe hoog) tarief .{0,20}(?:moet|zal|kan|zou|zullen) (?:ik|ik|we|wij) .{0,15}(?:vragen|bieden|rekenen|aanbieden|indienen)|(?:wat|hoeveel) (?:zal|zou|moet|zullen) (?:ik|we) (?:vragen|bieden)|goed tarief|tarief (?:adviseren|aanraden)|market (?:rate|price)|going rate|what (?:rate )?should (?:i|we) (?:charge|bid|offer|ask)|typical rate|average rate|gemiddeld\w* tarief|(?:usual|normal|common|reasonable|fair) (?:hourly )?rate|(?:normaal|redelijk|reeel|realistisch|gangbaar|gebruikelijk|scherp)\w* (?:uur)?(?:tarief|bedrag|prijs)|(?:tarief|bedrag|prijs|rate) .{0,15}(?:redelijk|reeel|realistisch|gangbaar|gebruikelijk|reasonable|realistic)|\bde markt\b|\bthe market\b|(?:wat|hoeveel) (?:vragen|vraagt|vraag|rekenen|rekent|bieden|betalen|betaalt|zetten) (?:ze|je|men|mensen|anderen|andere \w+|bureaus|iedereen|zij)\b.{0,40}(?:elders|normaal|meestal|doorgaans|gemiddeld|gewoonlijk|hiervoor|daarvoor|voor zo)|wat (?:vragen|rekenen|bieden) (?:anderen|andere)|what (?:do|would) (?:others|other \w+|people|agencies) (?:charge|pay|ask|bid)|(?:normally|usually|typically) (?:charge|pay|paid|cost)/,
  ],
  [
    'vogCost',
    /(?:wat|hoeveel) .{0,12}kost .{0,20}\bvog\b|kosten van .{0,8}\bvog\b|\bvog\b.{0,15}\bkosten\b|(?:cost|price) of .{0,12}(?:vog|certificate)|how much .{0,20}(?:vog|certificate of conduct) (?:cost)?/,
  ],
  [
    'others',
    /concurrent\w*|wie (?:doen|doet|bieden|biedt|schrijven) .{0,20}(?:nog|ook|meer|in)\b.{0,10}mee|competitors?|who else|andere bureaus|hoeveel (?:anderen|inschrijvers|aanbieders)|(?:wie|who) .{0,30}(?:vorige keer|vorig jaar|last time|last year|previous(?:ly)?|currently|nu zit|zit er nu|huidige)|huidige (?:leverancier|invulling|contractant)|incumbent/,
  ],
  [
    'judge',
    /(?:is|zou|past|lijkt|denk je dat) .{0,40}(?:geschikt|goede match|kansrijk|iets voor (?:hem|haar|mijn))|\bkans(?:en)? (?:maken|maakt|heeft|hebben|dat)\b|(?:hoeveel|wat is (?:onze|mijn|zijn|haar|de)) kans|wie gaat (?:er )?winnen|good fit|is (?:he|she|my candidate) suitable|(?:gaan|zullen|kunnen) (?:we|wij|ik|jullie) .{0,25}winnen|\b(?:we|wij) .{0,20}gaan winnen|(?:will|can|could) (?:we|i) win|what are (?:our|my|his|her) chances|chances? of winning/,
  ],
  [
    'general',
    /\bweer\b (?:wordt|is|morgen)|(?:wat voor|hoe is het|wordt het) .{0,6}weer\b|weerbericht|weather|\bregent\b|\bmop(?:je)?\b|\bgrap(?:je)?\b|\bjoke\b|gedicht|\bpoem\b|\brecept\b|recipe|voetbal|wedstrijd|\bfilm\b|vakantie|horoscoop|politiek|beurskoers|bitcoin|hoofdstad|capital of|\bkoken\b|\blunch\b|\bborrel\b|translate|vertaal|\bpython\b|javascript|write code|program(?:ma)?code|who are you in love|zing |\bsing\b|what time is it|hoe laat is het(?! gesprek)\b|reken uit \d|wie is de (?:president|premier|minister|burgemeester|koning)/,
  ],
]

/** The kind of request that is declined, or null. Folded text. */
export function outsideOf(folded: string): Outside | null {
  return rules.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

const usual =
  /\b(?:gebruikelijk|normaal|gangbaar|gemiddeld|redelijk|reeel|elders|anderen|usual|normal|average|typical|reasonable|elsewhere|others)\b/

/** "en wat is gebruikelijk?" after a question about the rate: what others pay stands in no posting. */
export const asksUsual = (folded: string): boolean => usual.test(folded) && folded.split(' ').length <= 8

/** "hoi", "help", "dankjewel": neither a question nor out of scope. */
export function courtesyOf(folded: string): 'greeting' | 'thanks' | null {
  const bare = folded.replace(/[^\p{L} ]/gu, '').trim()
  if (
    /^(?:hoi|hallo|hey|hi|hello|goede?(?:morgen|middag|avond)|help|hulp|wat kun je|wat kan je|wat doe je|what can you do|who are you|wie ben je)(?: .{0,20})?$/.test(
      bare,
    ) &&
    bare.split(' ').length <= 5
  )
    return 'greeting'
  if (
    /^(?:dank\w*|bedankt|thanks?|thx|thank you|top|super|prima|ok(?:e|ay)?)(?: .{0,20})?$/.test(bare) &&
    bare.split(' ').length <= 4
  )
    return 'thanks'
  return null
}
