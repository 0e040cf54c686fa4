import { joined } from './words.ts'

const either = (names: string[]): string => names.join(' of ')

/** What is wrong with a variable, by code; the values are those of config.ts. */
const faults: Record<string, (...values: string[]) => string> = {
  'whole-number': (low, high) => `hoort een geheel getal van ${low} tot en met ${high} te zijn`,
  address: (...starts) => `hoort een adres te zijn dat begint met ${either(starts)}`,
  key: () =>
    'hoort 32 bytes in base64 te zijn (maak er een met: openssl rand -base64 32); tijdens het wisselen NIEUW,OUD',
  'key-required': () => 'is nodig bij DATABASE_URL; maak er een met: openssl rand -base64 32',
  instant: () => 'hoort een tijdstip met tijdzone-verschil te zijn, zoals 2026-07-10T10:00:00+02:00',
  hosts: () => "hoort host:poort te zijn, meer ervan gescheiden door komma's",
  'bot-token': () => 'hoort een bot-token te zijn, dat begint met xoxb- (Slack: OAuth & Permissions)',
  'app-token': () => 'hoort een app-token te zijn, dat begint met xapp- (Slack: Basic Information)',
  'api-prefix': () => 'hoort het hele begin van het adres te zijn, tot en met /api/',
  'app-type': () => 'hoort SingleTenant, MultiTenant of UserAssignedMSI te zijn',
  time: () => 'hoort een tijd te zijn, zoals 08:30',
  'time-zone': () => 'hoort de naam van een tijdzone te zijn, zoals Europe/Amsterdam',
  'log-level': () => 'hoort een van trace, debug, info, warn, error en silent te zijn',
  missing: (platform, ...others) =>
    `ontbreekt, terwijl ${joined(others)} wel ingevuld ${others.length === 1 ? 'is' : 'zijn'}; vul het in, of maak het blok van ${platform} leeg om ${platform} uit te laten`,
  'slack-one-of': () =>
    'een van deze is nodig naast SLACK_BOT_TOKEN (signing secret voor HTTP, app-token voor Socket Mode)',
  'model-required': () =>
    'is nodig bij OPENAI_API_KEY of OPENAI_BASE_URL; noem het model, of maak alle drie leeg voor alleen regels',
  'now-in-cloud': (platform) =>
    `kan niet bij de echte omgeving van ${platform}, die de echte tijd aanhoudt; haal het weg`,
}

/** Every fault of the configuration with its remedy, a line each; `all` as the error carries them: NAME|code|values. */
export function configFaults(all: (string | number)[]): string {
  const lines = all.map((fault) => {
    const [name = '', code = '', ...values] = String(fault).split('|')
    return `- ${name}: ${faults[code]?.(...values) ?? code}`
  })
  return ['De configuratie klopt niet:', ...lines].join('\n')
}
