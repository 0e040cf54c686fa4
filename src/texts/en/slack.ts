import type { slack as source } from '../nl/slack.ts'

export const slack: typeof source = {
  formTooLate: (again: string) =>
    `The form did not open: Slack gave me too little time for it. ${again ? `Try "${again}" again` : 'Click again'}, or send me a direct message.`,
  /** Behind the name of the app. */
  working: 'is looking it up …',
  paneTitle: 'How can I help?',
  fileTooLarge: 'This file is larger than 10 MB. Choose a smaller one.',
  moreElsewhere: 'There is more; type "opdrachten" in a direct message for everything.',
  check: {
    token: 'Slack: the bot token',
    tokenMend:
      'Put the token that begins with xoxb- (Slack, your app, OAuth & Permissions) into SLACK_BOT_TOKEN and start again.',
    unreachable: 'Slack cannot be reached: check the network, a proxy and SLACK_API_URL.',
    scopes: 'Slack: scopes',
    scopesMend: (missing: string[]) =>
      `Add under OAuth & Permissions, or paste manifests/slack/manifest.yaml again, and reinstall the app: ${missing.join(', ')}.`,
    events: 'Slack: events',
    eventsMend: (events: string[]) =>
      `Slack does not tell which events are on. Check under Event Subscriptions: ${events.join(', ')}.`,
    socket: 'Slack: Socket Mode',
    socketMend: 'Turn on Socket Mode and make an app-level token (xapp-) with connections:write for SLACK_APP_TOKEN.',
    clock: 'Slack: the clock',
    clockMend: (seconds: number) =>
      `The clock of this machine is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'behind' : 'ahead'}; beyond 300 every signature is refused. Turn on time synchronisation (NTP).`,
  },
}
