import type { TopicRule } from './topic-rule.ts'

/** Words that ask for terms and conditions, papers, and who and where. On folded text; Dutch and English side by side, because people mix them. */
export const termRules: TopicRule[] = [
  {
    topic: 'evidence',
    weight: 11,
    ask: /\btoelichting\b.{0,40}\bmee\b|meegenomen|meegewogen|\btel\w*\b.{0,25}\bmee\b.{0,30}\b(?:mondeling|niet in|buiten het)\b|\b(?:mondeling\w*|verbal\w*)\b|wat telt .{0,15}(?:als bewijs|mee in het cv)|expliciet in het cv|what counts as evidence|\b(?:counted|taken into account|considered)\b.{0,30}\binterview|\binterview\b.{0,25}\b(?:counted|taken into account)\b|\bblijken uit\b|cv .{0,20}aantonen|not in the cv|niet in het cv (?:staat|vermeld)/,
  },
  {
    topic: 'scale',
    weight: 8,
    ask: /\b(?:functie|salaris|loon)?schaal\b|schalen\b|(?:in)?geschaald|inschaling|\bscales?\b|pay ?(?:grade|scale)|\bgrade\b/,
  },
  {
    topic: 'cao',
    weight: 9,
    ask: /\bcao\b|collective (?:labou?r )?agreement|arbeidsvoorwaarden|inlenersbeloning|gelijkwaardige beloning/,
    not: /cao-?lonen/,
  },
  { topic: 'sroi', weight: 10, ask: /\bsroi\b|social return|sociale? return|social value|4 ton\b|vier ton\b/ },
  {
    topic: 'fee',
    weight: 9,
    ask: /\bverdien\w*\b.{0,30}\beraan\b|\bfees?\b|in rekening|\brekent\b|kosten van (?:het|de) \w*(?:loket|punt|desk|bemiddel\w*|broker|intermediair|partner|platform|bureau)|bemiddelings(?:kosten|vergoeding|fee)|broker(?:bijdrage|kosten|fee|age)\b|\b(?:wat|hoeveel) (?:kost|kosten|vraagt|vragen|houdt|houden|pakt|pakken|neemt|nemen|berekent|berekenen)\b.{0,25}\b(?:broker|bemiddel\w*|flex\w*|desk|loket|\w*desk|\w*loket|intermediair|platform|portaal|jullie|tussenpersoon|bureau)\b|\b(?:broker|bemiddelaar|platform|portaal|loket|tussenpersoon|agency|intermediary)\b.{0,20}\b(?:kost|kosten|charge|charges|cost|costs|take|takes)\b|(?:what|how much) (?:does|do|will) .{0,25}\b(?:charge|take|cost us)\b|transactiekosten|\bhoud(?:t|en)? (?:ze|jullie|zij|de \w+|\w+punt|\w+desk) .{0,12}\bin\b|\bingehouden\b|\binhouden\b|opslag\b|\bmarge\b|afdracht|inhouding|commission|inschrijfkosten/,
  },
  {
    topic: 'travel',
    weight: 10,
    ask: /reiskosten|reistijd|\bkm[- ]?(?:vergoeding|prijs)|kilometer(?:vergoeding|kosten|prijs)|\btravel\b|onkosten|parkeerkosten|woon-werk/,
  },
  {
    topic: 'indexation',
    weight: 10,
    ask: /index(?:eer|atie|ering|ation|ed)\w*|ge-?indexeerd|\bcbs\b|tariefsverhoging|rate increase|tarief .{0,25}(?:omhoog|verho\w+|stijg\w*|aangepast)|raise .{0,12}rate/,
  },
  {
    topic: 'contractValue',
    weight: 9,
    ask: /(?=.*(?:€|\beuro|tarief|plafond|\d))\b(?:brengt|levert|kost)\b.{0,45}\b(?:op|in totaal|totaal|hele (?:looptijd|periode|opdracht)|eerste periode|jaar)\b(?!.*\bpunt)|\b(?:opdracht|contract)waarde|\bwaarde van (?:de|het|deze|die) (?:opdracht|contract|klus)|\bvalue of the (?:assignment|contract)|totale (?:waarde|omzet|opbrengst)|contract value|worth in total|total value/,
  },
  {
    topic: 'lowest',
    weight: 11,
    ask: /laagste (?:uur)?(?:tarief|prijs)|lowest (?:hourly )?(?:rate|price|bid)|goedkoopste|cheapest/,
  },
  {
    topic: 'maxRate',
    weight: 5,
    ask: /\b(?:wat|hoeveel) (?:mag|mogen|kan|kunnen) (?:\w+ ){0,3}(?:max\w* )?(?:kosten|vragen per|rekenen)|wat (?:schuift|betaalt|levert) (?:het|dit|dat|die)\b(?!.{0,30}punten)|\bhow much (?:can|may) (?:we|i) (?:charge|ask)|what (?:does|do) (?:it|this|they) pay\b|\w*tarie(?:f|ven)\b|\w*prijs\b|uurprijs|\brates?\b|prijs per uur|hourly|plafond|per uur|maximumtarief|uurtarief|bandbreedte|bandwidth|\d+ (?:euro|eur)\b|€ ?\d/,
    not: /hoe zwaar|weegt|wegen|punten|points|gelijke? score|doorslag/,
  },
  {
    topic: 'notice',
    weight: 9,
    ask: /opzeg(?:termijn|gen|baar)?|notice period|terminat\w+|tussentijdse? (?:opzeg\w*|beeindig\w*|stop\w*)/,
  },
  {
    topic: 'vog',
    weight: 10,
    ask: /\bvog(?:'?s)?\b|verklaring omtrent|certificate of (?:good )?conduct|background check|police (?:check|record|certificate)|criminal (?:record|background)|bewijs van goed gedrag/,
  },
  { topic: 'nda', weight: 10, ask: /geheimhouding\w*|\bnda\b|confidentiality|non-?disclosure/ },
  { topic: 'uea', weight: 10, ask: /\buea\b|\bespd\b|aanbestedingsdocument|procurement document|eigen verklaring/ },
  { topic: 'waadi', weight: 10, ask: /waadi\w*|handelsregister|\buitlener\b|trade register/ },
  {
    topic: 'das',
    weight: 7,
    ask: /\bdas\b|\bdps\b|dynamisch aankoop\w*|dynamic purchasing|raamovereenkomst|raamcontract|framework (?:agreement|contract)/,
  },
  {
    topic: 'zzp',
    weight: 10,
    ask: /\bzzp\w*|zelfstandige|free-?lanc\w*|self-?employed|\bzp'?er|eenmanszaak|independent contractor|in loondienst|\bdetacher\w*|\bpayroll\w*|contractvorm|secondment/,
    not: /waadi/,
  },
  {
    topic: 'motivation',
    weight: 9,
    ask: /motivatie\w*|motivation\w*|begeleidende? brief|cover letter|\bbrief\b|approach paper|plan van aanpak|\bvisie\w*|\bvision\b|\bcasus\b/,
  },
  {
    topic: 'cv',
    weight: 7,
    ask: /\bcv'?s?\b|cv.?eisen|curriculum|\bresume\b|pagina'?s?\b|bladzijdes?|\bpages?\b|referenties?\b|references?\b(?! (?:number|nr))|bestandsformaa?t|\bpdf\b|\bword\b|\bdocx?\b|file formats?|\bformaat\b|\bformat\b/,
    not: /hoeveel .{0,12}(?:cv'?s\b|cvs\b)|how many cv'?s\b|wie beoorde|plan van aanpak|\bvisie|\bvision\b|motivati|approach paper|presentati|\bcasus\b/,
  },
  {
    topic: 'documents',
    weight: 8,
    ask: /wat moet .{0,30}(?:\bbij\b|\bmee\b|aanlever\w*|meestur\w*|ingediend|insturen|indienen|zitten|inleveren)|welke (?:stukken|documenten|bijlagen|formulieren)|aanleveren\b.{0,10}$|meesturen|bijvoegen|which documents|what (?:documents|(?:do|should|must) (?:i|we) (?:need to )?(?:submit|include|send|attach|hand))|wat hoort er bij|complete aanbieding/,
    not: /wanneer|hoe laat/,
  },
  {
    topic: 'whereToSubmit',
    weight: 10,
    ask: /\bwaar (?:moet|kan|dien|stuur|kun|moeten|kunnen|mag)\b.{0,40}\b(?:indienen|insturen|sturen|reageren|inleveren|aanleveren|aanmelden|heen|naartoe|uploaden)|naar (?:wie|welk\w* (?:adres|mail\w*))|via welke (?:site|weg|portal|kanaal|knop)|how (?:do|can|should) (?:i|we) (?:apply|submit|respond|react)|where (?:do|to|can|should)\b.{0,20}\b(?:submit|send|apply|upload)|hoe (?:kan|moet|kunnen|moeten) (?:ik|we|je) (?:reageren|solliciteren|indienen|inschrijven|aanmelden|aanbieden)/,
    not: /vragen/,
  },
  {
    topic: 'contact',
    weight: 8,
    ask: /contact(?:persoon|gegevens)?\b|(?<!\b(?:ze|zij) )\bbellen\b(?! (?:ze|zij|jullie)\b)|\bbel\b|telefoon\w*|mailadres|e-?mail\w*|bereik(?:en|baar)|\bphone\b|(?<!\bon[ -])\bcall\b(?![- ]off)|\bcontact\b/,
  },
  {
    topic: 'organisation',
    weight: 7,
    ask: /opdrachtgever\b(?! naar)|welke (?:klant|organisatie|gemeente|partij|overheid)\b|wie is de (?:klant|opdrachtgever|inhuurder)|\bvoor wie\b|bij welke (?:organisatie|klant|werkgever)|who is the client|\bthe client\b|which (?:organi[sz]ation|company|municipality|client)|for whom/,
    not: /hoe vaak|how often|\bhoeveel\b|\bhow many\b|\bwanneer\b|\bwhen\b|(?:met|bij|van|door|aan|with|at|from|by) (?:de |the )?(?:opdrachtgever|client)\b.{3,}|(?:overleg|afstem|werk|zit|spreek|rapporteer|praat|meet|work|talk)\w*\b.{0,20}\b(?:met|bij|aan|with|to) (?:de |the )?(?:opdrachtgever|client)|wie beoorde|door ?(?:naar|gaan)|voorgelegd|vraagt de|naar de opdrachtgever/,
  },
  {
    topic: 'location',
    weight: 7,
    ask: /\b(?:plaats|standplaats|locatie|werklocatie|werkplek)\b|\bwaar (?:is (?:het|die|dat|de (?:opdracht|klus|functie|standplaats|werkplek|baan|locatie))|zit|werk|ligt|moet (?:je|hij|ie|ik) (?:werken|zijn|heen))\b|in welke (?:stad|plaats|gemeente)|where (?:is|are|will)\b|\blocation\b|\bbased\b|which (?:city|town)/,
    not: /waar is .{0,20}(?:mogelijk|nodig|zzp|vog)|voor welke|gesprek|interview|kennismaking|presentatie/,
  },
  { topic: 'region', weight: 7, ask: /\b(?:welke|wat voor) (?:regio|provincie)\b|which (?:region|province)/ },
  {
    topic: 'number',
    weight: 8,
    ask: /(?:aanvraag|opdracht|referentie|kenmerk)(?:nummer|nr)\b|\bkenmerk\b|reference (?:number|nr|code)|assignment number|\bnummer van\b|what is the reference/,
  },
  {
    topic: 'title',
    weight: 7,
    ask: /\bfunctietitel|functienaam|\btitel\b|job title|hoe heet (?:de|het|die|deze|dit) (?:\w+ )?(?:opdracht|klus|uitvraag|functie|rol|vacature)\b/,
  },
  {
    topic: 'summary',
    weight: 6,
    ask: /waar gaat\b.{0,40}\bover|waar gaat het over|wat houdt\b.{0,40}\bin\b|samenvat\w*|korte omschrijving|vertel (?:me )?(?:eens |iets |meer |wat )?over|\balles over\b|wat moet (?:hij|zij|ie|je|de kandidaat|iemand) (?:gaan )?doen|\btaken\b|werkzaamheden|what(?:'s| is)\b.{0,40}\babout\b|summar\w+|tell me (?:more )?about|what does the (?:job|role|assignment) (?:involve|entail)|responsibilities|what (?:does|do|will|would) (?:the|a|an|this|he|she|they|my|you|i)\b.{0,35}\bdo\b(?! they)|what is the (?:work|job)\b|wat (?:doet|doe) (?:de|een|die|deze|zo'n|zo)\b.{0,30}$|wat (?:moet|gaat|mag|kan) \w+ (?:er |daar |precies |eigenlijk |zoal |allemaal )*(?:doen|gebeuren)\b|wat ga je (?:er )?doen|what would .{0,20}\bdo\b|wat is (?:de|het|die) (?:opdracht|klus|rol|functie)\b.{0,12}\?*$/,
  },
]
