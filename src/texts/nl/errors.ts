import { configFaults } from './config.ts'

type Details = Readonly<Record<string, string | number>>

/** One sentence per error code: what is wrong and what to do. */
const sentences: Record<string, (details: Details) => string> = {
  config: (details) => configFaults(Object.values(details)),
  'file-empty': () => 'Dit bestand is leeg. Stuur het nog eens, of plak de tekst in je bericht.',
  'file-too-large': ({ mb }) =>
    `Dit bestand is te groot${mb ? ` (${mb} MB)` : ''}; hooguit 10 MB. Stuur een kleinere versie, bijvoorbeeld zonder afbeeldingen.`,
  'file-encrypted': () => 'Dit bestand is met een wachtwoord beveiligd. Stuur een versie zonder wachtwoord.',
  'file-damaged': () => 'Dit bestand is beschadigd; ik kan het niet openen. Bewaar het opnieuw en stuur het nog eens.',
  'file-scan': () =>
    'Dit bestand kan ik niet lezen: er zit geen tekst in, waarschijnlijk is het een scan. Lever een pdf met tekst aan, of een Word-bestand.',
  'file-unsupported': () =>
    'Dit soort bestand lees ik niet. Stuur een pdf of Word-bestand (docx, doc), of odt, rtf of platte tekst.',
  'file-bomb': () =>
    'Dit bestand pakt uit tot iets onredelijk groots; ik heb het niet geopend. Stuur een gewoon pdf- of Word-bestand.',
  'file-timeout': () =>
    'Dit bestand lezen duurde te lang; ik ben gestopt. Stuur een eenvoudigere versie, bijvoorbeeld als pdf.',
  'file-memory': () =>
    'Dit bestand vraagt te veel geheugen; ik ben gestopt. Stuur een eenvoudigere versie, bijvoorbeeld als pdf.',
  'file-not-found': ({ path }) => `Ik vind geen bestand op ${path}. Controleer het pad.`,
  'folder-not-found': ({ path }) => `Ik vind geen map op ${path}. Controleer het pad.`,
  'not-a-posting': () =>
    'Hier herken ik geen inhuuropdracht in: geen titel met eisen, criteria of een sluitingsdatum. Plak de hele uitvraag, of stuur het bestand.',
  'unknown-assignment': ({ id }) =>
    `De opdracht ${id ?? ''} ken ik niet. Met "list" zie je welke ik ken.`.replace('  ', ' '),
  'unknown-candidate': ({ id }) => `De kandidaat ${id ?? ''} ken ik niet, of je mag die niet zien.`.replace('  ', ' '),
  'bad-json-line': ({ line }) => `Regel ${line} van het bestand is geen JSON-object.`,
  'bad-lang': () => '--lang is nl of en.',
  'bad-history': () => 'Het bestand van --history is geen JSON-lijst van {role, text}.',
  'bad-line-now': ({ line }) =>
    `Regel ${line}: now is geen tijdstip met tijdzone-verschil, zoals 2026-07-10T10:00:00+02:00.`,
  'bad-rate': () => '--rate is een bedrag in euro per uur, zoals 92 of 92,50.',
  'bad-date': () => 'Schrijf de datum als 2026-07-10.',
  'bad-now': () => '--now is een tijdstip met tijdzone-verschil, zoals 2026-07-10T10:00:00+02:00.',
  'bad-duration': () => '--closing is een aantal dagen, zoals 7d.',
  'bad-engine': () => '--engine is rules of model.',
  'no-model': () =>
    'Er is geen taalmodel ingesteld. Vul OPENAI_API_KEY of OPENAI_BASE_URL en OPENAI_MODEL in .env, of gebruik --engine rules.',
  'unknown-command': () => 'Dat commando bestaat niet; "maatstaf help" toont ze alle.',
  usage: ({ usage }) => `Zo gebruik je het: ${usage ?? 'zie "maatstaf help"'}`,
  'already-running': ({ pid }) =>
    `already running, pid ${pid}. Er draait al een Maatstaf op deze map; gebruik die, of stop haar eerst.`,
  'no-app-id': () => 'MicrosoftAppId is niet ingevuld, of is geen GUID: vul het in .env in (README, Microsoft Teams).',
  'not-empty': () => 'Terugzetten kan alleen in een lege database; kies een andere MAATSTAF_DATA_DIR of DATABASE_URL.',
  'bad-payload': () => 'In dit bestand herken ik geen bericht van Slack of Teams.',
  'bad-backup': () => 'Dit is geen reservekopie van Maatstaf, of zij is beschadigd.',
}

export const errors = {
  /** null for a code that has no sentence: the caller falls back to the general one. */
  sentence: (code: string, details: Details = {}): string | null => sentences[code]?.(details) ?? null,
}
