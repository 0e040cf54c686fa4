/** What people type for speed, and what it stands for; on folded text, whole words. */
const shorthand: [RegExp, string][] = [
  [/\bwnr\b\.?/g, 'wanneer'],
  [/\b(?:jr|jrn)\b\.?/g, 'jaar'],
  [/\bmnd(?:en)?\b\.?/g, 'maanden'],
  [/\bdgn\b\.?/g, 'dagen'],
  [/\bwkn\b\.?/g, 'weken'],
  [/\bp\.?\/?w\.?(?![\p{L}\d])/gu, 'per week'],
  [/\b(?:pag|pgs?|blz)\b\.?/g, "pagina's"],
  [/\brefs?\b(?!\.?\s?(?:nr|nummer|no|code))\.?/g, 'referenties'],
  [/\btel\.?\s?(?:nr|nummer)\b\.?|\btelefoonnr\b\.?/g, 'telefoonnummer'],
  [/\b(?:opdr|opdrgvr|opdrachtgvr|ogv)\b\.?/g, 'opdrachtgever'],
  [/\bword(?= (?:je|jij|ik|er|dit|dat|de|het)\b)/g, 'wordt'],
  [/\bkand\b\.?/g, 'kandidaat'],
  [/\bmax\.? ?imum\b/g, 'maximum'],
  [/\bhvl\b|\bhoevl\b|\bhoev\b/g, 'hoeveel'],
  [/\b(?:sol|sollicitatie)\.? ?gesprek/g, 'sollicitatiegesprek'],
  [/\b(?:mn|m'n)\b/g, 'mijn'],
  [/\b(?:zn|z'n)\b/g, 'zijn'],
  [/\b(?<!€ ?|per )km\b(?![- ]?(?:vergoeding|prijs))/g, 'kilometer'],
  [/\bpva\b/g, 'plan van aanpak'],
  [/\bptn\b\.?/g, 'punten'],
  [/(?<=\p{L} )v\.?(?= \p{L})/gu, 'van'],
  [/\bv(?:\/d|d)\b/g, 'van de'],
  [/\beig\b\.?/g, 'eigenlijk'],
  [/\bgwn\b/g, 'gewoon'],
  [/\bwrm\b/g, 'waarom'],
  [/\bmss\b/g, 'misschien'],
  [/\byrs?\b\.?/g, 'years'],
  [/\bhrs\b\.?/g, 'hours'],
  [/\bpts\b\.?/g, 'points'],
  [/\bmgmt\b|\bmgt\b/g, 'management'],
  [/\bexp\b\.?/g, 'experience'],
  [/\breqs\b/g, 'requirements'],
  [/\bdocs\b/g, 'documents'],
  [/\bwhats\b/g, "what's"],
  [/\bwhens\b/g, 'when is'],
  [/\bwheres\b/g, 'where is'],
  [/\bwhos\b/g, 'who is'],
  [/\bu r\b/g, 'you are'],
  [/\br we\b/g, 'are we'],
]

/** "uurtjes" → uren, "dagje" → dag: the small form says nothing else. */
const small: [RegExp, string][] = [
  [/\buurtjes?\b/g, 'uren'],
  [
    /\b(dag|week|maand|punt|eis|pagina|stuk|brief|klant|gesprek|deadline|tarief|planning|stap|plek|team|jaar)(?:t?je)\b/g,
    '$1',
  ],
  [/\b(dag|punt|eis|maand|klant|gesprek|jaar)(?:t?jes)\b/g, '$1en'],
]

/** Other ways to say what this kind of text has one word for. */
const sayings: [RegExp, string][] = [
  [
    /\b(?:personeel|mensen|team|medewerkers|iemand) onder (?:zich|je|hem|haar|me)\b|\bdirect reports?\b|\b(?:have|has|having|with) (?:any )?(?:staff|subordinates)\b|\b(?:line|people) manage\w*|\bmanages? (?:people|staff|a team)\b|\b(?:mensen|medewerkers|team|personeel) (?:aan ?te sturen|aansturen|aanstuurt)\b|\bstuurt (?:hij|ie|zij|ze|je)? ?(?:mensen|een team|medewerkers|personeel) aan\b/g,
    'leidinggeven',
  ],
  [
    /\b(?:hoor|hoort|horen|weet|weten)\b.{0,30}\b(?:gewonnen|geworden|uitslag|gegund|gekozen)\b(?: hebt| heeft| hebben| zijn| is)?|\buitslag\b|\b(?:het besluit|de beslissing|wie (?:het|de opdracht) (?:krijgt|heeft gewonnen))\b|\bwhen .{0,25}\b(?:decision|winner|awarded|results? known)\b/g,
    'wanneer gunning',
  ],
]

/** A folded question in plain words: shorthand written out, diminutives and some sayings replaced. */
export function plainSpeech(folded: string): string {
  return [...shorthand, ...small, ...sayings].reduce((text, [pattern, plain]) => text.replace(pattern, plain), folded)
}
