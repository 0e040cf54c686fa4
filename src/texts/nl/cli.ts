const auditDamage = {
  changed: (at: number) => `regel ${at} is veranderd`,
  missing: (at: number) => `vanaf regel ${at} ontbreekt er iets`,
  cut: (at: number) => `het einde is afgesneden, vanaf regel ${at}`,
  head: (at: number) => `de sluitsteen ontbreekt of is niet van ons; de regels zelf sluiten aan tot regel ${at}`,
  added: (at: number) => `regel ${at} is er door een ander aan toegevoegd`,
  'set-back': (at: number) => `er is een oudere kopie teruggezet; vanaf regel ${at} ontbreekt wat er al was`,
  rewritten: (at: number) => `tot en met regel ${at} is het opnieuw geschreven`,
}
type AuditDamage = keyof typeof auditDamage

/** What the command line says besides the assistant's own answers. */
export const cli = {
  usage: 'Gebruik: npm run -s maatstaf -- COMMANDO …\n',
  everywhere: 'Bij elk commando: --json, --now TIJDSTIP, --postings MAP, --lang nl|en',
  more: 'Meer over één commando: npm run -s maatstaf -- help COMMANDO',
  example: 'Voorbeeld:',
  /** What each command is for, and how it is typed. */
  commands: {
    read: {
      does: 'Leest een uitvraag (tekst, mail, webpagina, pdf, Word) en toont de feiten, elk met de zin waar het staat.',
      example: 'read uitvraag.pdf --json',
    },
    add: { does: 'Zet een uitvraag in de lijst, meteen bevestigd.', example: 'add uitvraag.pdf' },
    list: { does: 'Toont de opdrachten, eerst sluitend bovenaan.', example: 'list --open --closing 7d' },
    remove: { does: 'Haalt een opdracht uit de lijst.', example: 'remove 31050' },
    ask: {
      does: 'Beantwoordt een vraag over de opdrachten, of een bestand met vragen.',
      example: 'ask "wanneer sluit 31050?"',
    },
    listen: {
      does: 'Zegt of de assistent in een kanaal ongevraagd op dit bericht zou antwoorden.',
      example: 'listen "weet iemand de schaal van 31050?"',
    },
    score: {
      does: 'Toetst een cv aan een opdracht, zonder gesprek: bevindingen, voorstellen en scorekaart.',
      example: 'score 31050 cv.pdf --rate 92',
    },
    rank: {
      does: 'Zet de bewaarde toetsingen van een opdracht in de volgorde van de procedure.',
      example: 'rank 31050',
    },
    digest: {
      does: 'Toont wat het dagelijkse overzicht op een dag zegt, zonder het te plaatsen.',
      example: 'digest --date 2026-07-13',
    },
    chat: { does: 'De assistent in de terminal.', example: 'chat' },
    forget: { does: 'Wist alles van een kandidaat.', example: 'forget NvT' },
    export: { does: 'Geeft alles wat van een kandidaat bewaard is.', example: 'export NvT --json' },
    retention: {
      does: 'Zegt wat er van kandidaten bewaard is, tot wanneer en waarom, en wat er wanneer weg ging; zonder namen.',
      example: 'retention --since 2026-07-01',
    },
    audit: { does: 'Controleert het logboek (verify) of geeft het (export).', example: 'audit verify' },
    replay: { does: 'Speelt een opgenomen bericht van Slack of Teams af.', example: 'replay bericht.json' },
    check: {
      does: 'Zegt wat aan staat, wat uit staat en wat je moet herstellen; code 1 als er iets te herstellen is.',
      example: 'check',
    },
    feedback: {
      does: 'Geeft de antwoorden die mensen fout noemden, als gevallen om mee te meten.',
      example: 'feedback',
    },
    backup: {
      does: 'Schrijft een kopie van alle gegevens, verzegeld zoals ze zijn.',
      example: 'backup maatstaf.backup',
    },
    restore: { does: 'Zet een kopie terug in een lege database.', example: 'restore maatstaf.backup' },
    rewrap: { does: 'Verpakt alle sleutels met de nieuwe MAATSTAF_KEY.', example: 'rewrap' },
    eval: { does: 'Meet de kwaliteit op de eigen voorbeelden, of op een map van dezelfde vorm.', example: 'eval' },
    bench: { does: 'Meet de snelheid.', example: 'bench' },
  } as Record<string, { does: string; example: string }>,
  options: {
    open: 'alleen wat nog openstaat',
    closing: 'alleen wat binnen zoveel dagen sluit, zoals 7d',
    assignment: 'over welke opdracht het gaat',
    history: 'een bestand met het gesprek tot nu toe',
    batch: 'een .jsonl-bestand, een regel per vraag',
    explanation: 'de toelichting van de kandidaat',
    motivation: 'de motivatie van de kandidaat',
    rate: 'het uurtarief in euro',
    engine: 'regels (rules) of taalmodel (model)',
    date: 'de dag, JJJJ-MM-DD',
    since: 'wat er weg ging sinds deze dag, JJJJ-MM-DD (anders 90 dagen terug)',
  } as Record<string, string>,
  chatHint:
    'Stel een vraag, of typ "toets". Een bestand stuur je met: bestand PAD. Kies een knop met haar nummer. Weggaan: "exit" of Ctrl-D; wat je begon blijft bewaard.',
  fileWord: 'bestand',
  added: { added: 'toegevoegd', unchanged: 'stond er al, ongewijzigd', updated: 'bijgewerkt' },
  removed: (id: string) => `${id} is verwijderd.`,
  nothingOpen: 'Er staat niets open.',
  silent: 'Zwijgt',
  speaks: 'Antwoordt',
  forgotten: (code: string) => `Alles van ${code} is gewist.`,
  auditOk: (rows: number) => `Het logboek klopt: ${rows} regels, geen ontbreekt of is veranderd.`,
  auditBroken: ({ at, damage }: { at: number; damage: AuditDamage }) =>
    `Het logboek klopt niet: ${auditDamage[damage](at)}.`,
  saved: (file: string) => `Bewaard in ${file}.`,
  restored: 'Teruggezet.',
  rewrapped: (keys: number) => `${keys} sleutels opnieuw verpakt.`,
  on: 'aan',
  off: 'uit',
  noFeedback: 'Er zijn nog geen antwoorden beoordeeld.',
  feedback: (wrong: number, all: number) =>
    `${all} ${all === 1 ? 'beoordeling' : 'beoordelingen'} in het laatste halfjaar, waarvan ${wrong} fout.`,
  silence: '(stilte)',
  failed: (where: string) => `Dat ging mis door een fout in Maatstaf zelf; meld het aan je beheerder. ${where}`.trim(),
}
