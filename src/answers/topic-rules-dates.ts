import type { TopicRule } from './topic-rule.ts'

/** Words that ask for dates, time and hours. On folded text; Dutch and English side by side, because people mix them. */
export const dateRules: TopicRule[] = [
  {
    topic: 'questions',
    weight: 9,
    ask: /\b(?:iets|nog wat) (?:\w+ )?vragen\b|\bask (?:something|anything)\b|\b(?:vraag|vragen)\b(?! (?:ze|jullie|zij|we)\b).{0,25}\b(?:stellen|stel|indienen|insturen|inleveren|sturen|kwijt|doen)\b|\b(?:stellen|indienen) van vragen|vragen ?(?:ronde|termijn|deadline|uur)|\bvragen\b.{0,12}\b(?:tot|voor) wanneer|(?:tot wanneer|tot hoe laat|deadline|uiterlijk)\b.{0,20}\bvragen\b(?! ze)|\b(?:ask|submit|send|pose|put)\w*\b.{0,12}\bquestions?|(?:by when|until when|tot wanneer|voor wanneer)\b.{0,20}\bquestions\b|questions? (?:until|deadline|by|close|round|period|due)|(?:deadline|time|until when|open) (?:for|to) (?:asking )?questions|open for questions|q&a (?:deadline|until)|\b(?:de|mijn|onze|alle|inhoudelijke|jouw) vragen\b|\b(?:our|my|the|any) questions\b|\b(?:until when|by when|when|deadline|send in|submit)\b.{0,30}\bqueries\b/,
  },
  {
    topic: 'whereQuestions',
    weight: 11,
    ask: /\b(?:waar|hoe|bij wie|via wie|aan wie)\b.{0,30}\bvragen\b.{0,20}\b(?:stellen|indienen|insturen|kwijt|sturen)|\b(?:where|how|to whom)\b.{0,30}\bquestions?/,
    not: /hoe (?:lang|laat)|how long/,
  },
  {
    topic: 'answers',
    weight: 9,
    ask: /\bantwoord\w*\b.{0,40}\b(?:publi\w+|gepub\w+|bekend|krijg\w*|kom\w*|online|klaar|verwacht)|(?:wanneer|publi\w+|hoe laat)\b.{0,30}\bantwoord\w*|\bantwoordenronde|nota van inlichtingen|\bnvi\b|\banswers?\b.{0,30}\b(?:publish\w*|out|available|when|known|posted)|when .{0,25}\banswers\b/,
  },
  {
    topic: 'interviews',
    weight: 8,
    ask: /\b(?:selectie|sollicitatie|kennismakings)?gesprek(?:ken|sdatum|sdata|sdag|sdagen|sronde)?\b|\binterviews?\b|kennismaking/,
    not: /hoeveel .{0,30}gesprek|how many .{0,40}interview|stap \d|step \d|^(?!.*(?:wanneer|\bwhen\b|hoe laat|what time|\bdatum|\bdate|welke dag|which day)).*(?:\bwie\b|\bwho\b|\bhoeveel\b|\bhow (?:many|long)\b|\bhoe ?lang\b|\bwaar\b(?! (?:is|zijn|vind\w*|word\w*|houden|moet\w*|ga|gaan)\b)|\bwaar\b.{0,60}\b(?:op|over|aan|mee|naar|om)\b(?= (?:beoord|gelet|getoetst|gaan|gaat|te|letten)|\W*$)|wat gebeurt|what happens|\bpunten\b|\bpoints?\b|presentatie|voorbereid|\bwat (?:wordt|word|vragen|willen|toetsen|moet)\b)/,
  },
  {
    topic: 'postedOn',
    weight: 7,
    ask: /\b(?:geplaatst|plaatsingsdatum|gepubliceerd|publicatiedatum|online gezet|uitgezet)\b|\b(?:posted|published|publication date|put up|placed)\b/,
  },
  {
    topic: 'sendBy',
    weight: 10,
    ask: /\bwanneer (?:wil|willen|verwacht\w*|moet\w*)\b.{0,25}\b(?:cv'?s?|stukken|voorstel\w*|kandidaten|profielen)\W*$|\bwanneer\b.{0,30}\b(?:cv'?s?|stukken|voorstel\w*|kandida\w+|profiel\w*|papieren)\b(?!.{0,10}\b(?:bekend|gekozen|geselecteerd|uitgenodigd))(?:.{0,15}|.{0,12}\b(?:bij|aan)\b.{0,15})\b(?:hebben|binnen|ontvangen|klaar)\b|\bwhen\b.{0,25}\b(?:want|need|have)\b.{0,15}\b(?:cvs?|documents|offer|candidate)\b|\b(?:ons|het|mijn|de) (?:cv|voorstel|stukken)\b.{0,12}uiterlijk .{0,25}\b(?:zijn|liggen)\W*$|uiterlijk .{0,12}(?:insturen|aanleveren|sturen|opsturen|mailen|aangeleverd)|wanneer moet (?:ik|hij|het|we|m|ie|alles|de).{0,25}(?:insturen|sturen|aanleveren|opsturen|mailen|aangeleverd)|interne deadline|send (?:it|my|our|them|everything).{0,20}(?:latest|by)|latest .{0,20}\bsend|by when .{0,20}send/,
  },
  {
    topic: 'timeLeft',
    weight: 10,
    ask: /hoeveel (?:\w+ )?(?:werk)?(?:dagen|weken|uur) (?:heb|hebben|is het nog|zijn het nog|is het tot|nog|resteren|rest|tot)\b|hoe ?lang (?:heb|hebben) (?:ik|we)|hoeveel tijd|\b(?:werk)?dagen (?:nog|over|resterend)|over hoeveel (?:werk)?(?:dagen|weken)|nog hoeveel (?:werk)?dagen|\bdays? (?:left|remaining|do (?:i|we) have|to go|until)|time left|how (?:long|many (?:working )?days) (?:do|have) (?:i|we)|how much time/,
  },
  {
    topic: 'isOpen',
    weight: 8,
    ask: /\b(?:nog|al|inmiddels)\b.{0,25}\b(?:open|dicht|gesloten|verlopen|actueel|beschikbaar|reageren|inschrijven|meedoen|indienen|aanmelden|op tijd)\b|\bte laat (?:voor|om)\b|\bstaat .{0,40}\bopen\b|\bis .{0,40}\b(?:open|dicht|gesloten)\b|still (?:open|available|possible|apply|submit|respond|react)|\b(?:is|are) .{0,40}\b(?:open|closed)\b|too late|can (?:i|we) still (?:apply|submit|respond|bid)/,
    not: /\b(?:how many|hoeveel)\b/,
  },
  {
    topic: 'planning',
    weight: 9,
    ask: /\bplanning\b|tijdlijn|tijdpad|tijdschema|overzicht\w* .{0,20}(?:data|deadline|datums|momenten)|\b(?:alle|welke) (?:\w+ )?(?:data|datums|deadlines|momenten|mijlpalen)\b|\bdeadlines\b|timeline|\bschedule\b|key dates|all (?:the )?(?:dates|deadlines)|wat staat er .{0,30}(?:gebeuren|gepland)|milestones|belangrijke data/,
  },
  {
    topic: 'end',
    weight: 11,
    ask: /tot wanneer\b(?!.{0,30}\bvragen\b).{0,50}\b(?:blijven|doorgaan|doorwerken|zitten|aanblijven|hooguit|maximaal)\b|until when .{0,40}\b(?:stay|remain|work|at most)\b|(?:laatst|uiterst)\w* (?:mogelijke )?eind\w*|latest (?:possible )?end|eind(?:datum|igt) .{0,30}(?:incl\w*|met alle|verleng\w*)|end date .{0,25}(?:incl\w*|option\w*|exten\w*)/,
  },
  {
    topic: 'end',
    weight: 8,
    ask: /\beind(?:igt|datum|e|en)\b(?! inschrijf)|\bend date|\bends?\b(?! of)|(?:loopt|duurt) .{0,40}\btot\b|tot wanneer\b.{0,30}\b(?:lop\w*|loopt|duurt|duren|doorgaan|is de opdracht)|tot wanneer .{0,25}eerste periode|laatste mogelijke|latest possible end|\bafloop/,
  },
  {
    topic: 'start',
    weight: 7,
    ask: /vanaf wanneer|per wanneer|earliest start|(?:per|vanaf) wanneer .{0,20}beschikbaar|\bstart(?:datum|dag|t|en)?\b|\bbegin(?:t|nen|datum)\b|aanvang\w*|ingangsdatum|\bbegint\b|when does .{0,30}\bbegin|\bbegins?\b|commence/,
    not: /opstart|voor de start|before the start/,
  },
  {
    topic: 'maxDuration',
    weight: 10,
    ask: /\b(?:max(?:imaal|imale|imum)?|hooguit|langst\w*|in totaal)\b.{0,30}\b(?:duur|duurt|duren|lang|looptijd|maanden)\b|\b(?:max(?:imum)?|longest|total|overall)\b.{0,20}\b(?:duration|length|term|months)\b|(?:duration|length|term)\b.{0,25}\b(?:with|including|incl\.?) (?:all |any |the )?(?:options?|extensions?)|\b(?:duur|duurt|lang|looptijd)\b.{0,30}\b(?:max\w*|incl\w*|met (?:de |alle )?verleng\w*|in totaal)\b|longest|max(?:imum)? (?:duration|length|term)|maximum .{0,12}(?:length|duration|term)|including (?:all )?(?:options|extensions?)|incl\.? extension|(?:max|maximum) hoe lang|hoe lang max|\bhoeveel maanden\b.{0,20}\b(?:max\w*|hooguit|in totaal)\b/,
  },
  {
    topic: 'extension',
    weight: 9,
    ask: /verleng\w*|\bextend\w*|extension|\bopties?(?:jaren)?\b|\boptions?\b|doorlopen|langer door|\bna .{3,15} (?:door|verder)\b|renew|(?:wat gebeurt er|what happens|hoe gaat het|hoe verder) (?:daar)?(?:na|after|beyond)\b|\b(?:after|beyond|na) (?:jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\w* \d{4}/,
    not: /zonder (?:de |het |een )?(?:opties?|verleng\w*)|excl\w*\.? (?:de |het )?(?:opties?|verleng\w*)|(?:without|excluding|before) (?:the |any )?(?:options?|extensions?)/,
  },
  {
    topic: 'duration',
    weight: 11,
    ask: /\b(?:zonder|excl\w*\.?) (?:de |het |een )?(?:opties?|verleng\w*)|\b(?:without|excluding|before) (?:the |any )?(?:options?|extensions?)|\b(?:initiele?|eerste) (?:looptijd|duur|contractperiode|contractduur)|initial (?:term|period|duration)/,
    not: /\buren\b|\buur\b|\bhours\b|tarief|\brate\b|punten|einddatum|end date|eindig/,
  },
  {
    topic: 'duration',
    weight: 6,
    ask: /hoe ?lang (?:duurt|loopt|is|blijft|gaat|zit|werk)|\blooptijd\b|\bduur\b|\bduurt\b|\bhow long\b|\bduration\b|contractduur|langer\b|contract (?:length|term|period)|runs? (?:for|longer)|\bhoelang\b/,
    not: /(?:hoe ?lang|how long)\b.{0,25}\b\w*(?:fase|phase|gesprek\w*|interviews?|presentati\w*|procedure|verkenning|exploration|overdracht|handover|inwerk\w*|proef\w*|onboarding|sprint\w*|meetings?|vergadering\w*|bijeenkomst\w*|training|sessies?|beoordeling|assessment|standstill|bezwaar\w*|motivati\w*|plan van aanpak|visie)\b|^(?!.*\b\w*(?:opdracht|klus|contract|inzet|looptijd|periode|aanstelling|inhuur|uitvraag|aanvraag|rol|functie|project|duur|term|assignment|job|role)\b)(?=.*(?:hoe ?lang is|how long is) (?:de|het|een|the|a) \p{L}+)|hoe ?lang (?:heb|mag)|how long (?:may|can|should|do)|hoe duur\b/u,
  },
  {
    topic: 'totalHours',
    weight: 9,
    ask: /\b(?:uren|uur|hours)\b.{0,30}\b(?:totaal|total|hele (?:looptijd|periode|opdracht)|bij elkaar|(?:eerste|hele|heel het|per) jaar|(?:first|whole|per|a) year)\b|\b(?:totaal|totale|total)\b.{0,30}\b(?:uren|uur|hours)\b/,
  },
  {
    topic: 'hours',
    weight: 6,
    ask: /\buren\b|\buur\b(?! ervaring)|\bfte\b|full-?time|part-?time|voltijd|deeltijd|\bhours?\b|urenomvang/,
    not: /per uur|\bp\/u\b|uurtarief|an hour|per hour|\/uur|\bhoe laat\b|\d (?:euro )?(?:per )?uur\?|what hour/,
  },
  {
    topic: 'workdays',
    weight: 8,
    ask: /\bwerkdagen\b|\b(?:welke|wat voor|vaste|bepaalde|specifieke|fixed|specific|what|set) (?:dag(?:en)?|days?)\b(?!.{0,20}kantoor)|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?\b.{0,20}(?:werk\w*|beschikbaar|aanwezig|vrij)|(?:werk\w*|beschikbaar|aanwezig)\b.{0,25}(?:maan|dins|woens|donder|vrij)dag|\b\d dagen .{0,15}\bwerk\w*|\bdagen (?:in|per) (?:de )?week|days (?:of|per|a|in) (?:the )?week|\bwhich days|working days|work on (?:mon|tues|wednes|thurs|fri)|dagindeling/,
    not: /hoeveel werkdagen|how many working days|gesprek|interview/,
  },
  {
    topic: 'hybrid',
    weight: 9,
    ask: /hybride?\b|\bthuis ?werk\w*|\bthuis\b|op afstand|\bremote\w*|work(?:ing)? from home|\bwfh\b|\bop kantoor\b|kantoordag(?:en)?\b|on.?site|\bop locatie\b|\baanwezig\w*|office days|in the office|altijd in .{3,20} zitten/,
    not: /^(?=.*(?:gesprek|interview)).*\b(?:waar|where|online|op locatie|on.?site|teams)\b/,
  },
  {
    topic: 'submission',
    weight: 6,
    ask: /\bsluit(?!el|pos)\w*|\bdeadline\b|inschrijf(?:datum|termijn|tijd)?\b|(?:tot wanneer|wanneer|deadline)\b.{0,30}\binschrijving\b|\binschrijving(?:en)? (?:sluit|dicht|open)\w*|\btot (?:wanneer|hoe laat)\b.{0,25}\binschrijven\b|einddatum inschrij\w*|einde inschrij\w*|reactie(?:termijn|datum)|\breage(?:er|ren|ert)\b|inleverdatum|\binlever\w*|\bindien(?:en|datum|termijn)\b|\bingediend\b|uiterste|\bclos(?:e|es|ing)\b|\bdue\b|submi(?:t|ssion)\b|\bapply (?:by|until|before)|respond by|\btot hoe laat\b|aanbieding .{0,20}binnen|binnen (?:zijn|hebben|komen)|sollicitatietermijn|wanneer moet .{0,12}(?:voorstel|offerte|aanbod|aanbieding|reactie) |offers? .{0,20}\bin\b|offers? due|last (?:moment|day|date|chance)|laatste (?:moment|dag|kans)|\bdicht\b/,
    not: /\b(?:de|mijn|onze|alle|jouw|inhoudelijke) vragen\b|\bquestions\b(?!.{0,30}\band\b)/,
  },
]
