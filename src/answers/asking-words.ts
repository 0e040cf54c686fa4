import { isSmallWord } from '../assignments/small-words.ts'
import { createSpelling } from '../assignments/spelling.ts'
import { plainWords, rootOf } from '../assignments/word-roots.ts'
import { countOf } from '../text/number-words.ts'

/**
 * The words in which people ask about a posting, apart from those of the topics: ways of asking, measures, time, and the nouns and
 * verbs of the field. Whatever else a message says, it says about something else.
 */
const asking = `sowieso sws toepassing toepasselijk nota jan feb mrt apr jun jul aug sep sept okt oct nov dec januari februari maart april mei juni juli augustus september oktober november december toestaan toestaat staan toe laten laat toe benul sluitingstijd done sprake fully volledig geheel gedeeltelijk partly hold holds held liep liepen scherp helder whether break tell aanbieden aan te bieden gebeuren dichtgaat dichtgaan sluitingsdag gewerkt toch pas verstaan verstaat allen dames heren from engels nederlands duits nederlandstalig engelstalig nl eng hoeveel wanneer welke
  enig enige precies alweer weer nou nu ergens nergens vinden vind terugvinden gevonden lezen lees zien zie zoeken zoek snap begrijp begrijpen twijfel vroeg afvragen vraagje
  benieuwd nieuwsgierig checken check dubbelchecken vertellen zeggen zegt uitleggen iemand mij anders nog snel kort korte kleine simpele domme stomme vergeten kwijt
  weten wist vast zeker duidelijk onduidelijk misschien sorry dank bedankt alvast thanks thx pls please help hulp alsjeblieft aub svp hee goeie goeiemorgen goeiemiddag mensen
  hoort horen geldt gelden gebeurt gebeuren staan vermeld vermelden genoemd noemen opgenomen aangegeven geven geeft bekend mogelijk toegestaan verplicht voldoende genoeg nodig
  vereist gevraagd eist eisen eis gewenst wens wensen willen wil hoeft hoeven nodig moest moesten mocht mochten kon kun konden telt tellen weegt wegen waard zwaar zwaarst zwaarder
  belangrijk belangrijkste levert leveren oplevert opleveren scoren score haal halen behalen kost kosten vergoed vergoeding vergoedt betaald betalen betaalt ingehouden rekenen rekent
  valt vallen val hoogst hoogste hoog hoger laagst laagste laag lager eerst eerste laatst laatste uiterlijk uiterste vroegst vroegste vanaf voordat nadat vooraf achteraf tevoren
  minimum minimaal maximum maximaal max min hooguit hoogstens tenminste totaal totale samen elk elke ieder iedere alle allebei beide beiden per gemiddeld ongeveer circa exclusief
  inclusief excl incl vaste vast voltijd deeltijd parttime fulltime full part
  dag dagen week weken maand maanden jaar jaren uur uren pw kwartaal vandaag morgen gisteren overmorgen volgende komende deze maandag dinsdag woensdag donderdag vrijdag zaterdag
  zondag weekend ochtend middag avond ochtends middags tijd tijdstip datum data moment termijn periode lang langer oud ouder nieuw snel vroeg laat later duurt duur
  thuis huis thuiswerken kantoor locatie plek plaats afstand remote onsite site reizen reiskosten overlegd overleggen afgeven afgegeven tekenen getekend ondertekenen ondertekend
  aanleveren aangeleverd aanlever inleveren ingeleverd indienen ingediend insturen meesturen meegestuurd bijvoegen bijgevoegd bijlage bijlagen document documenten formulier formaat format
  bestand bestandsformaat bladzijde bladzijden bladzij pagina pagina's paginas taal talen taalniveau cv cvs diploma diploma's opleiding certificaat certificaten keurmerk verklaring verklaringen
  bewijs bedrag bedragen prijs tarief budget waarde percentage procent nummer aantal soort type welk rol functie titel opdrachtgever klant organisatie afdeling team partij bureau
  persoon professional kandidaat kandidaten mens mensen leverancier leveranciers bedrijf onderaannemer onderaannemers zelfstandige freelancer freelancers zzp zzp'er zzp'ers
  criterium criteria punt punten stap stappen fase ronde procedure planning start begin begint beginnen einde eind stopt sluit sluiten loopt lopen lopend lopende open openstaand openstaande dicht
  inhoudelijk inhoud taken taak resultaat resultaten werkzaamheden verantwoordelijk verantwoordelijkheden doel doelen budgetverantwoordelijkheid aansturen leidinggeven leiding
  opstarten starten aantonen aantoonbaar ervaring werkervaring niveau achtergrond branche sector kennis vereiste vereisten overig overige algemeen verschil gelijk zelfde hetzelfde
  enkel enkele enige slechts precieze exacte exact officieel officiele formeel formele eventueel eventuele optie opties verlengd verlengen verlenging
  uitnodigen uitgenodigd selecteren geselecteerd voorgelegd voorleggen beoordeeld beoordelen beoordeling beslissen gunnen gegund gunning afvallen zowel combi combinatie meerdere
  apart aparte los losse extra zonder behalve nader geen via volgens rond rondom waarbij waarvoor waarin daarbij daarvoor erbij ermee eronder tegelijk
  wel best echt altijd vanuit trouwens overigens helemaal eerlijk toevallig mss misch ff
  accept accepts accepted allow allows allowed require requires required say says state states mention mentioned list listed ask asks asked expect expects expected want wants
  include includes apply applies applying possible mandatory optional minimum maximum max total per each any only also still exactly roughly again first last latest earliest next after before until till
  by during within without between year years month months week weeks day days hour hours today tomorrow monday tuesday wednesday thursday friday morning afternoon time date deadline closing
  close closes closed open start starts begin begins end ends long short many often far early late step stage round page pages language english dutch format file files document documents attach
  attached upload submit submitted send sent offer bid site office home remote travel cost costs money amount worth value weigh weighs weight heavy heaviest point points score case client
  customer contact person people number kind sort type role title business place company supplier freelancer freelancers degree certificate level experience work working job what's whats when's where's
  who's there's which rule rules tie decide decides candidate candidates find see check checking wondering wonder curious remember forgot sure quick idea hey everyone everybody folks anybody team
  happen happens get gets need needs both same difference different highest lowest high low part either through count counts really actually maybe happy
  aanhouden houden hanteren hanteert gehanteerd accepteren accepteert geaccepteerd qua zitten zit geregistreerd registratie inschrijving inschrijven ingeschreven doorlopen doorloopt ingaan ingaat
  aanvragen aangevraagd aanmelden aangemeld meedoen deelnemen kiezen keuze gekozen voorkeur bindend hard harde zacht zachte strikt ruim flexibel afwijken uitzondering uitzonderingen
  combineren vervangen vervanging voldoen voldoet uitsluiten uitgesloten uitsluiting afgewezen ondergrens bovengrens grens plafond bandbreedte tariefgrens range cap limit limits bandwidth
  opmaak sjabloon template lettertype brief bijzonderheden voorwaarden voorwaarde contract overeenkomst contractvorm contractduur detachering payroll loondienst opzegtermijn inwerken
  indexeren geindexeerd factureren factuur betaaltermijn btw parkeren parkeerkosten kilometers kilometervergoeding laptop werkplek standplaats adres telefoonnummer mailadres email link website
  contactpersoon aanspreekpunt bereikbaar mailen bellen portaal platform marktplaats inkoop inkoper intermediair broker namens achter zoekt vraag aanvraag inhuur inzet inzetten bezetting bemensing
  afronden afgerond afgesloten vervaldatum vervalt verstrijkt ervoor gepland planning ingepland plaatsvinden vindt verwacht verwachten verwachting opleverdatum oplevering starter senior medior junior
  cruciaal relevant relevante aantoonbare bewijzen bewijsstukken aangetoond tellen optellen opgeteld rekening punt puntentelling puntenverdeling verdeeld verdeling verdelen onderdeel onderdelen
  position vacancy letter cover motivation accepting submission submissions applicants applicant eligible qualify qualification qualifications criterion criteria knockouts clearance certificate
  extend extended extension renewal contract contracts duration lasts last run runs running compulsory obligatory permitted remotely hybrid flexible reference references referees publish published
  publication announced answered asking interview interviews invited invite shortlisted shortlist select selected selection award awarded assess assessed assessment reviewed review judged
  weighted weighting scored scoring full-time part-time paid pay pays reimbursed reimbursement allowance included excluding excluded invoice location based travelling candidate's supplier's
  pdf docx doc odt rtf word a4 somebody someone anyone whoever knows knowing clear unclear confirm confirmed specify specified specific specifics according details detail info informatie information wording worded
`

const roots = new Set(plainWords(asking).map(rootOf))
const exactly = new Set(plainWords(asking))

/** "Daaraan", "waarbij", "ervoor". */
const pronominal =
  /^(?:er|daar|waar|hier)(?:aan|achter|af|bij|binnen|door|in|langs|mee|na|naar|naast|om|onder|op|over|tegen|toe|tussen|uit|van|voor|vandaan)$/

/** True for a word that fits in a question about any posting: small words, numbers, ways of asking, the field's own nouns. */
export const isAskingWord = (word: string): boolean =>
  pronominal.test(word) ||
  isSmallWord(word) ||
  /^\d/.test(word) ||
  exactly.has(word) ||
  roots.has(rootOf(word)) ||
  countOf(word) !== null

const spelling = createSpelling([...exactly].filter((word) => word.length >= 6))

/** "hoevel", "maximaaal": one slip away from such a word. */
export const isMisspelled = (word: string): boolean => word.length >= 6 && spelling.near(word).length > 0

/** Such a word as it stands, without its ending taken off: "based" makes no "Bas" of it. */
export const isAskingWordItself = (word: string): boolean => isSmallWord(word) || exactly.has(word)
