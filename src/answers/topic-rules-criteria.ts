import type { TopicRule } from './topic-rule.ts'

/** Words that ask for criteria, points, the procedure and the number of candidates. On folded text; Dutch and English side by side, because people mix them. */
export const criterionRules: TopicRule[] = [
  {
    topic: 'whatIf',
    weight: 12,
    ask: /(?:kandidaat|hij|zij|iemand|candidate|\bhe\b|\bshe\b).{0,60}\d+ (?:jaar|jr|years?).{0,50}(?:genoeg|voldoende|enough|okay|goed genoeg)|ervaring .{0,40}(?:voldoende|genoeg|volstaat) voor|(?:experience|years?) .{0,40}(?:enough|sufficient) for|(?=.*(?:\d|punt|\beis|knock|criteri|genoeg|voldoe|diploma|ervaring|\bhbo|\bwo\b|\bmbo|opleiding|point))\b(?:krijgt?|haalt|haal|pakt?|scoort|voldoet|redt|mist|komt|verdient)\b.{0,30}\b(?:ie|hij|zij|ze|iemand|die|de kandidaat|kandidaat|punten|eis|knock)\b.*|\b(?:does|do|would|will|can) (?:he|she|they|my candidate|the candidate|someone)\b.{0,25}\b(?:get|meet|score|qualify|pass|earn)\b|\b(?:kandidaat|hij|ze|zij|candidate|he|she) (?:heeft|has|werkte|worked)\b/,
    not: /hoeveel (?:punten )?(?:kandidaten|cv)/,
  },
  {
    topic: 'without',
    weight: 13,
    ask: /\b(?:behalve|zonder|op .{2,25} na|except|without|but not)\b.*\b(?:max|punten|points|score|totaal|total)|\b(?:max|punten|points|score)\w*\b.*\b(?:behalve|zonder|except|without)\b/,
  },
  {
    topic: 'mostPoints',
    weight: 11,
    ask: /\b(?:meeste|hoogste|zwaarste?|belangrijkste)\b.{0,25}\b(?:punten|weg\w+|weegt|criteri\w+|wens\w*|score\w*)|\b(?:punten|weegt|wegen|criterium|wens)\b.{0,25}\b(?:meeste|zwaarst\w*|hoogst\w*)|most (?:points|important|weight)|highest (?:weight\w*|scor\w+|points)|heaviest|weighs (?:the )?most|\b(?:plus)?(?:punt|wens|eis|criteri\w+|pre|pluspunten|wensen)\b.{0,20}\b(?:levert|leveren|geeft|geven|brengt)\b.{0,12}\bmeeste?\b/,
  },
  {
    topic: 'pointsTotal',
    weight: 11,
    ask: /\b(?:totaal|totale|opgeteld|bij elkaar|in totaal)\b.{0,25}\bpunten|punten\b.{0,25}\b(?:totaal|opgeteld|bij elkaar|te (?:behalen|halen|verdienen|scoren)|es op|optellen)|\btel .{0,20}\bpunten|klop\w* .{0,15}(?:punten|weging|telling)|tell?en .{0,30}\bop tot|maximale score|max(?:imum)? score|add up|total (?:points|score)|points in total|how many points (?:in total|are there)|\bpoints\b.{0,40}\b(?:together|combined|altogether|overall|add up)\b|\bpunten\b.{0,40}\b(?:samen|opgeteld)\b/,
  },
  {
    topic: 'equalWeight',
    weight: 12,
    ask: /even (?:zwaar|veel)|equally|equal(?:ly)? weigh\w*|gelijk gewogen|same (?:weight|number of points)/,
  },
  { topic: 'partial', weight: 12, ask: /deelscores?|gedeeltelijk\w*|deels .{0,20}punten|halve punten|partial/ },
  {
    topic: 'points',
    weight: 11,
    ask: /\b(?:welk|hoeveel|what|which) (?:percentage|procent|per ?cent|gewicht|weight|weging)\b.{0,35}\b(?:prijs\w*|\w*tarief|kwaliteit\w*|price|quality|rate|criteri\w+|wens\w*|interview|gesprek|casus|plan|presentati\w*|ervaring|experience)\b/,
    not: /index|omhoog|sroi|social|fee|marge|raise|increase/,
  },
  {
    topic: 'points',
    weight: 10,
    ask: /hoeveel punten\b|how many points\b|\b(?:hoeveel|wat|how much|what)\b.{0,25}\b(?:minimaal|minstens|ten minste|at least|minimum)\b.{0,25}\b(?:scor\w+|hal(?:en|t)|haal)\b|\bminim\w+ score|drempelscore|threshold score/,
  },
  {
    topic: 'points',
    weight: 7,
    ask: /\b(?:wat|hoeveel) (?:krijg|krijgt|krijgen|scoor|scoort|levert|leveren) (?:\w+ ){0,2}(?:voor|met|op)\b|\b(?:wat|hoeveel) levert .{3,40} op\b|what (?:do|does|would) (?:you|we|he|she|they|a candidate) (?:get|score|earn) for\b/,
    not: /per uur|tarief|euro|per hour|\brate\b/,
  },
  {
    topic: 'points',
    weight: 8,
    ask: /\bpunten\p{L}*|\bpunt\b|\bpoints?\b|\b(?:ge)?scoor\w*|\bscor(?:en|ing)\w*|\bscored?\b|hoe zwaar|\bweegt\b|\w*weging\b|\bwaard\b|\bwegen\b|\bweigh\w*|\bweights?\b|\bworth\b|\btell?(?:t|en) .{0,25}\bmee\b(?!.{0,30}(?:mondeling|niet in))|\baandeel\b|how much does .{0,20}count/u,
  },
  {
    topic: 'window',
    weight: 12.5,
    ask: /\b(?:19|20)\d\d\s?(?:tot(?: en met)?|t\/m|en|to|until|and|-|–)\s?(?:19|20)\d\d\b.{0,40}\b(?:tel\w*|meetel\w*|mee|genoeg|geldig|counts?)\b/,
  },
  {
    topic: 'window',
    weight: 9,
    ask: /laatste jaren|recent\w*|langer geleden|terugkijk\w*|hoe ver terug|(?:jaar|jr) geleden|look.?back|years ago|how (?:far back|recent)|in welke periode|verjaard/,
    not: /wanneer/,
  },
  {
    topic: 'years',
    weight: 8,
    ask: /hoeveel (?:jaar|jr|jaren)\b|(?:jaar|jaren|jr) (?:werk)?ervaring|how many years|years (?:of )?(?:work )?experience|ervaringseis|hoeveel (?:werk)?ervaring|\b(?:minimum|minimal|minimale) (?:werk)?(?:ervaring|experience)\b|how much experience/,
  },
  {
    topic: 'education',
    weight: 9.5,
    ask: /opleiding\w*|diploma\w*|\bhbo\b|\bwo\b|\bmbo\b|\bbachelor\w*|\bmasters?\b(?! of)|master's|universitair|\bdegree\b|\beducation|\bstudie(?:richting)?\b|academisch|\bwo-\w+|\bhbo-\w+|\bphd\b|\bdoctora\w+|\bgepromoveerd\w*|\bpromotie\b|\bgraduates?\b|\bqualifications?\b(?! criteria)|\bscholing\b|\bstudies?\b/,
    not: /opleidings(?:budget|kosten|plan|dagen|vergoeding)|(?:training|education) budget/,
  },
  {
    topic: 'language',
    weight: 8,
    ask: /taal(?:niveau|eis|beheersing|vaardigheid)|\btaal\b|nederlands\w* (?:spreken|praten|beheers\w*|verplicht|vereist|nodig)|(?:spreekt?|spreken|beheers\w*) .{0,15}(?:nederlands|engels)|\b(?:dutch|english)\b.{0,20}\b(?:required|needed|necessary|mandatory|speaker|speaking|level)|\brequires? (?:dutch|english)\b|\bspeak\w*\b|fluen\w+|language/,
    not: /\bcv\b|resume|pagina/,
  },
  {
    topic: 'knockouts',
    weight: 8,
    ask: /knock.?outs?\b(?! ?(?:nr|nummer)?\.? ?\d)|\bko'?s\b|\b(?:harde|minimale|minimum) ?eisen|minimumeisen|vereisten|\beisen\b|must.?haves?|requirements?\b(?! ?\d)|mandatory (?:criteria|requirements?)|uitsluitingsgrond\w*/,
    not: /cv.?eisen|eisen .{0,15}\bcv\b|requirements .{0,15}\bcv\b|cv requirements/,
  },
  {
    topic: 'awards',
    weight: 7,
    ask: /gunnings?criteri\w+(?! ?\d)|selectiecriteri\w+(?! ?\d)|\bwensen\b|award criteria|selection criteria|\bcriteria\b|beoordelingscriteri\w+|nice.?to.?haves?/,
  },
  {
    topic: 'criterion',
    weight: 9,
    ask: /\b(?:knock.?out|ko|eis|vereiste|criterium|criteria|gunningscriterium|selectiecriterium|wens|requirement|criterion)s? ?(?:nr\.?|nummer|no\.?|number)? ?[a-z]{0,2}\d{1,2}\b|\b(?:nr\.?|nummer) ?\d{1,2}\b|\b[aemwkg]\d{1,2}\b/,
    not: /\b(?:a4|a3)(?:'?tjes?)?\b.{0,10}(?:pagina|page|lang)|max\w* .{0,8}a4/,
  },
  { topic: 'competencies', weight: 9, ask: /competenti\w*|competenc\w+|soft skills|persoonlijke eigenschappen/ },
  {
    topic: 'tie',
    weight: 11,
    ask: /\bgelijke? (?:(?:totaal|eind)?score|stand|punten|aantal|uitslag|eind\w*)|gelijk (?:eindig\w*|scor\w*|uitkom\w*|staan)|(?:eindigen|scoren|uitkomen) .{0,12}gelijk|ex aequo|\bsame (?:score|number of points|total|result)|dezelfde (?:eind)?(?:score|uitslag|puntentotaal)|\b(?:even hoog|even veel punten)\b|\bties?\b|tie-?break\w*|equal (?:score|points)|gelijkspel|evenveel punten/,
  },
  {
    topic: 'shortlist',
    weight: 10,
    ask: /hoeveel .{0,12}(?:cv'?s?|kandidaten|mensen|personen)\b.{0,30}(?:\bdoor\b|voorgelegd|geselecteerd|uitgenodigd|gesprek|naar de|worden voor|vallen af)|\bvoorgelegd\b|\blegt .{0,25}\bvoor\b|short-?list\w*|how many .{0,12}(?:cvs?|cv's|candidates|people)\b.{0,40}(?:interview\w*|invited|forward\w*|go through|presented|selected)|hoeveel (?:kandidaten|mensen) .{0,20}op gesprek/,
    not: /\bvoer\w*|aanwezig|zitten .{0,20}gesprek|namens/,
  },
  {
    topic: 'candidatesOffered',
    weight: 10,
    ask: /\b(?:\d|twee|drie|vier|meer(?:dere)?|meer dan een|two|three|four|multiple|more than one|several|een tweede|a second|hoeveel|how many|max\w*\.?|aantal) (?:\w+ )?(?:kandida\w+|cv'?s|cvs|mensen|personen|profielen|man|candidates?|people|profiles|consultants?|persons|professionals)\b.{0,30}\b(?:aan ?te ?bieden|aanbied\w*|aangeboden|aandrag\w*|voor ?te ?stellen|voorstel\w*|voordrag\w*|voordragen|indien\w*|ingediend|insturen|inzenden|inzetten|aanleveren|sturen|offer\w*|submit\w*|propos\w*|put forward|send|present|nominate|enter)\b|\b(?:aan ?te ?bieden|aanbied\w*|aangeboden|aandrag\w*|voor ?te ?stellen|voorstel\w*|voordrag\w*|voordragen|indien\w*|ingediend|insturen|inzenden|inzetten|aanleveren|sturen|offer\w*|submit\w*|propos\w*|put forward|send|present|nominate|enter)\b.{0,25}\b(?:\d|twee|drie|vier|meer(?:dere)?|meer dan een|two|three|four|multiple|more than one|several|een tweede|a second|hoeveel|how many|max\w*\.?|aantal) (?:\w+ )?(?:kandida\w+|cv'?s|cvs|mensen|personen|profielen|man|candidates?|people|profiles|consultants?|persons|professionals)\b|\b(?:\d|twee|drie|meer(?:dere)?|meer dan een|two|three|multiple|more than one|several|een tweede|a second) (?:kandida\w+|candidates?|cv'?s|mensen|man|personen|people)\b.{0,30}(?:aanbied\w*|aandrag\w*|voorstel\w*|indien\w*|insturen|inzetten|offer\w*|submit\w*|propos\w*|put forward)|(?:aanbied\w*|voorstel\w*|voordrag\w*|offer|submit|propose|put forward|present)\b.{0,25}\b(?:\d|twee|drie|three|meer(?:dere)?|two|multiple|more than one|several) (?:kandida\w+|candidates?)|\b(?:hoeveel|how many) (?:mag|mogen|kan|kunnen|can|may) \p{L}+ (?:er )?(?:max\w* )?(?:aanbieden|voorstellen|voordragen|aandragen|insturen|inzenden|indienen|aanleveren|offer|propose|submit)|hoeveel kandidaten (?:mag|mogen|kan|kunnen)|how many candidates (?:can|may)/u,
  },
  {
    topic: 'professionals',
    weight: 9,
    ask: /hoeveel (?!refer|uur|uren|dagen|pagina|punten|jaar|gesprek|vragen|opties|maanden|ervaring|bladz|tijd|geld|budget)\p{L}+ (?:\p{L}+ )?(?:zoekt?|zoeken|willen ze|hebben ze nodig|worden er gezocht)\b|how many (?!refer|hours|days|pages|points|years|interviews|questions|options|months|cv|weeks|awards|rounds)\p{L}+ (?:are they (?:looking for|hiring|recruiting)|do they (?:need|want|hire))|hoeveel .{0,12}(?:mensen|personen|professionals|kandidaten|plekken|posities|man)\b.{0,20}\b(?:zoek\w*|nodig|vragen|willen|hebben|gevraagd)|(?:een|1|twee|2|drie|3) (?:mensen|personen|professionals|man)? ?of (?:een|1|twee|2|drie|3)\b|(?:twee|drie|2|3) mensen of|aantal (?:professionals|personen|plekken|posities|mensen)|how many .{0,10}(?:people|professionals|persons|positions|hires|openings|candidates)\b.{0,25}\b(?:need\w*|look\w*|want\w*|requir\w*|sought|hire\w*|are there)/u,
  },
  {
    topic: 'standstill',
    weight: 10,
    ask: /opschort\w*|\bbezwaar(?:termijn|periode|procedure|mogelijkheid|maken)?\b|\bbezwaren\b|alcatel|stand.?still|objection|appeal/,
  },
  {
    topic: 'procedure',
    weight: 7,
    ask: /\bprocedure\b|\bstappen\b|\bstap \w+\b|\bwelke stap\b|beoordelingsproces|selectieproces|hoe verloopt|\bstep \w+\b|\bsteps\b|selection process|assessment process|wie beoorde\w+|beoorde(?:el|lt|len|ling|eld)\w*|who (?:assess\w*|review\w*|judg\w*|evaluat\w*|score\w*|decides)|\btoets(?:t|en)?\b|getoetst|wie (?:kiest|selecteert|beslist)/,
    not: /^toets\b|bellen|telefoon|\bcall\b|phone/,
  },
]
