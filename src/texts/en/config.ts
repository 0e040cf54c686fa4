const faults: Record<string, (...values: string[]) => string> = {
  'whole-number': (low, high) => `should be a whole number from ${low} to ${high}`,
  address: (...starts) => `should be an address that starts with ${starts.join(' or ')}`,
  key: () => 'should be 32 bytes in base64 (make one: openssl rand -base64 32); during a rotation NEW,OLD',
  'key-required': () => 'required with DATABASE_URL; make one with: openssl rand -base64 32',
  instant: () => 'should be an ISO 8601 time with an offset, such as 2026-07-10T10:00:00+02:00',
  hosts: () => 'should be host:port, more of them separated by commas',
  'bot-token': () => 'should be a bot token, which starts with xoxb- (Slack: OAuth & Permissions)',
  'app-token': () => 'should be an app-level token, which starts with xapp- (Slack: Basic Information)',
  'api-prefix': () => 'should be the whole prefix, ending in /api/',
  'app-type': () => 'should be SingleTenant, MultiTenant or UserAssignedMSI',
  time: () => 'should be a time such as 08:30',
  'time-zone': () => 'should be a time zone name such as Europe/Amsterdam',
  'log-level': () => 'should be one of trace, debug, info, warn, error, silent',
  missing: (platform, ...others) =>
    `missing, while ${others.join(' and ')} ${others.length === 1 ? 'is' : 'are'} set; fill it in, or empty the ${platform} block to leave ${platform} off`,
  'slack-one-of': () =>
    'one of these is needed beside SLACK_BOT_TOKEN (signing secret for HTTP, app token for Socket Mode)',
  'model-required': () =>
    'required when OPENAI_API_KEY or OPENAI_BASE_URL is set; name the model, or empty all three for the rules engine',
  'now-in-cloud': (platform) => `not with ${platform}'s own cloud, which judges by real time; remove it`,
}

export function configFaults(all: (string | number)[]): string {
  const lines = all.map((fault) => {
    const [name = '', code = '', ...values] = String(fault).split('|')
    return `- ${name}: ${faults[code]?.(...values) ?? code}`
  })
  return ['The configuration needs mending:', ...lines].join('\n')
}
