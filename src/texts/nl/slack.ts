/** The few words that Slack needs of itself. */
export const slack = {
  formTooLate: (again: string) =>
    `Het formulier ging niet meer open: Slack gaf me daar te weinig tijd voor. ${again ? `Probeer "${again}" nog eens` : 'Klik nog eens'}, of stuur me een direct bericht.`,
  /** Behind the name of the app. */
  working: 'zoekt het uit …',
  paneTitle: 'Waar kan ik mee helpen?',
  fileTooLarge: 'Dit bestand is groter dan 10 MB. Kies een kleiner bestand.',
  moreElsewhere: 'Er is meer; typ "opdrachten" in een direct bericht voor alles.',
  check: {
    token: 'Slack: de bottoken',
    tokenMend:
      'Zet in SLACK_BOT_TOKEN de token die begint met xoxb- (Slack, je app, OAuth & Permissions) en start opnieuw.',
    unreachable: 'Slack is niet bereikbaar: controleer het netwerk, een proxy en SLACK_API_URL.',
    scopes: 'Slack: rechten (scopes)',
    scopesMend: (missing: string[]) =>
      `Voeg toe bij OAuth & Permissions, of plak manifests/slack/manifest.yaml opnieuw, en installeer de app opnieuw: ${missing.join(', ')}.`,
    events: 'Slack: gebeurtenissen',
    eventsMend: (events: string[]) =>
      `Slack zegt niet welke gebeurtenissen aanstaan. Controleer onder Event Subscriptions: ${events.join(', ')}.`,
    socket: 'Slack: Socket Mode',
    socketMend: 'Zet Socket Mode aan en maak een app-level token (xapp-) met connections:write voor SLACK_APP_TOKEN.',
    clock: 'Slack: de klok',
    clockMend: (seconds: number) =>
      `De klok van deze machine loopt ${Math.abs(seconds)} seconden ${seconds > 0 ? 'achter' : 'voor'}; boven 300 weigert elke handtekening. Zet tijdsynchronisatie (NTP) aan.`,
  },
}
