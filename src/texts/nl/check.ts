/** What `maatstaf check` says. */
export const check = {
  states: { on: 'aan', off: 'uit', broken: 'stuk' },
  configuration: 'configuratie',
  database: (engine: 'embedded' | 'server'): string =>
    engine === 'embedded' ? 'database (ingebouwd)' : 'database (PostgreSQL-server)',
  databaseMend: (detail: string) =>
    `zij antwoordt niet (${detail}); kijk of de server van DATABASE_URL draait en of er ruimte is op de schijf`,
  setAside: (count: number) =>
    `${count} ${count === 1 ? 'bericht of record dat niet te verwerken was, is' : 'berichten of records die niet te verwerken waren, zijn'} apart gelegd; het log zegt wanneer en waarom`,
  audit: 'logboek',
  model: (name: string) => `taalmodel ${name}`,
  modelMend: {
    unreachable: () => 'de server van OPENAI_BASE_URL antwoordt niet; zolang doen de regels het werk',
    refused: () => 'de server weigert OPENAI_API_KEY; maak een nieuwe sleutel en zet die in .env',
    unknown: (name: string) =>
      `de server antwoordt, maar kent daar geen ${name}; kijk of OPENAI_MODEL klopt (bij Ollama: eerst "ollama pull ${name}") en of OPENAI_BASE_URL tot en met /v1 loopt`,
  },
  manifestMissing: 'het bestand ontbreekt; haal het terug uit de broncode',
  off: (name: string): string =>
    ({
      slack: 'Slack: vul SLACK_BOT_TOKEN in .env in om het aan te zetten',
      teams: 'Teams: vul MicrosoftAppId in .env in om het aan te zetten',
      model: 'taalmodel: de regels doen het werk; OPENAI_MODEL in .env zet het aan',
    })[name] ?? name,
  allWell: 'Alles wat aan staat, werkt.',
  mend: 'Herstel wat stuk is en start opnieuw.',
}
