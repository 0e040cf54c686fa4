import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { MaatstafError } from './errors.ts'

export type SlackConfig = {
  botToken: string
  signingSecret: string | null
  appToken: string | null
  apiUrl: string | null
}
/** The Bot Framework's own names and values, handed to its SDK as they are. */
export type TeamsConfig = { appId: string; settings: Record<string, string> }
export type ModelConfig = { apiKey: string | null; baseUrl: string | null; model: string; dailyLimit: number }

export type Config = {
  port: number
  host: string
  /** Public address for links, without a slash at the end. */
  url: string
  dataDir: string
  databaseUrl: string | null
  /** Newest first; empty = made once and kept beside the data (embedded only). */
  masterKeys: Uint8Array[]
  admins: string[]
  /** The clock starts here; null = real time. */
  now: string | null
  /** Further `host:port` that tokens may go to and files come from. */
  hosts: string[]
  slack: SlackConfig | null
  teams: TeamsConfig | null
  model: ModelConfig | null
  /** HH:MM. */
  digestTime: string
  timeZone: string
  retentionDays: number
  logLevel: string
}

/** Cloud settings of the Bot Framework SDK besides the four that identify the bot. */
export const teamsCloudSettings = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'OAuthUrl',
  'CallerId',
  'ValidateAuthority',
  'ChannelService',
] as const

const teamsIdentity = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'MicrosoftAppType'] as const

/**
 * A fault as it travels in the details of the error: what is wrong and the values that its sentence names, never the value that was
 * given. `texts` has a sentence for each code.
 */
const fault = (code: string, ...values: (string | number)[]): string => [code, ...values].join('|')

const text = z.string().trim()
const optional = text.optional()
const wholeNumber = (low: number, high: number) =>
  text
    .refine(
      (value) => /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high,
      fault('whole-number', low, high),
    )
    .transform(Number)
const url = (protocols: string[]) =>
  text.refine(
    (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
    fault('address', ...protocols.map((name) => `${name}//`)),
  )

/** Every variable of design.md, one line each. */
const schema = z.object({
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: optional,
  MAATSTAF_URL: url(['http:', 'https:']).optional(),
  MAATSTAF_DATA_DIR: text.default('.data'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  MAATSTAF_KEY: text
    .transform((value) => value.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => Buffer.from(key, 'base64').length === 32), fault('key'))
    .optional(),
  MAATSTAF_ADMINS: optional,
  MAATSTAF_NOW: text.refine(isInstant, fault('instant')).optional(),
  MAATSTAF_HOSTS: text
    .transform((value) => value.split(',').map((host) => host.trim().toLowerCase()))
    .refine((hosts) => hosts.every((host) => /^[a-z0-9.[\]:-]+:\d+$/.test(host)), fault('hosts'))
    .optional(),
  SLACK_BOT_TOKEN: text.startsWith('xoxb-', fault('bot-token')).optional(),
  SLACK_SIGNING_SECRET: optional,
  SLACK_APP_TOKEN: text.startsWith('xapp-', fault('app-token')).optional(),
  SLACK_API_URL: url(['http:', 'https:'])
    .refine((value) => value.endsWith('/api/'), fault('api-prefix'))
    .optional(),
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppTenantId: optional,
  MicrosoftAppType: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], fault('app-type')).optional(),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: url(['http:', 'https:']).optional(),
  OPENAI_MODEL: optional,
  MODEL_DAILY_LIMIT: wholeNumber(0, 1e12).default(1_000_000),
  DIGEST_TIME: text.regex(/^([01]\d|2[0-3]):[0-5]\d$/, fault('time')).default('08:30'),
  TIMEZONE: text.refine(isTimeZone, fault('time-zone')).default('Europe/Amsterdam'),
  RETENTION_DAYS: wholeNumber(1, 365).default(28),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], fault('log-level')).default('info'),
})

/** The names of all variables that are read, but for Teams' cloud settings. */
export const variables: readonly string[] = Object.keys(schema.shape)

type Settings = z.infer<typeof schema>

/** The environment with what `.env` in `directory` adds; a variable that is set wins. */
export function readEnvironment(directory = process.cwd()): Record<string, string | undefined> {
  const file = join(directory, '.env')
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...process.env } : process.env
}

/**
 * Checks everything at once. Throws `config` with every fault in its details, numbered, as NAME|code|values; a value that was given is
 * never repeated, since it may be a secret in the wrong place.
 */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const names = [...Object.keys(schema.shape), ...teamsCloudSettings]
  const given = Object.fromEntries(names.map((name) => [name, environment[name]?.trim() || undefined]))
  const parsed = schema.safeParse(given)
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${String(path[0])}|${message}`)
  faults.push(...faultsBetween(given))
  if (!parsed.success || faults.length > 0) {
    const names = faults.map((each) => each.slice(0, each.indexOf('|')))
    throw new MaatstafError('config', `the configuration needs mending: ${names.join(', ')}`, {
      details: Object.fromEntries(faults.entries()),
    })
  }
  return configFrom(parsed.data, given)
}

/** Faults that only show when variables are read together. */
function faultsBetween(given: Record<string, string | undefined>): string[] {
  const faults: string[] = []
  const found = (name: string, ...what: Parameters<typeof fault>) => void faults.push(`${name}|${fault(...what)}`)
  if (given.DATABASE_URL && !given.MAATSTAF_KEY) found('MAATSTAF_KEY', 'key-required')

  const slack = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].filter((name) => given[name])
  if (slack.length > 0 && !given.SLACK_BOT_TOKEN) found('SLACK_BOT_TOKEN', 'missing', 'Slack', ...slack)
  if (given.SLACK_BOT_TOKEN && !given.SLACK_SIGNING_SECRET && !given.SLACK_APP_TOKEN)
    found('SLACK_SIGNING_SECRET, SLACK_APP_TOKEN', 'slack-one-of')

  const teams = teamsIdentity.filter((name) => given[name])
  if (teams.length > 0) {
    const managed = given.MicrosoftAppType === 'UserAssignedMSI'
    const wanted = [
      'MicrosoftAppId',
      ...(managed ? [] : ['MicrosoftAppPassword']),
      ...(given.MicrosoftAppType === 'MultiTenant' ? [] : ['MicrosoftAppTenantId']),
    ]
    for (const name of wanted.filter((each) => !given[each])) found(name, 'missing', 'Teams', ...teams)
  }

  if ((given.OPENAI_API_KEY || given.OPENAI_BASE_URL) && !given.OPENAI_MODEL) found('OPENAI_MODEL', 'model-required')

  if (given.MAATSTAF_NOW) {
    if (given.SLACK_BOT_TOKEN && !isLoopback(given.SLACK_API_URL)) found('MAATSTAF_NOW', 'now-in-cloud', 'Slack')
    if (given.MicrosoftAppId && !isLoopback(given.ToChannelFromBotLoginUrl))
      found('MAATSTAF_NOW', 'now-in-cloud', 'Teams')
  }
  return faults
}

function configFrom(settings: Settings, given: Record<string, string | undefined>): Config {
  const slack = settings.SLACK_BOT_TOKEN
    ? {
        botToken: settings.SLACK_BOT_TOKEN,
        signingSecret: settings.SLACK_SIGNING_SECRET ?? null,
        appToken: settings.SLACK_APP_TOKEN ?? null,
        apiUrl: settings.SLACK_API_URL ?? null,
      }
    : null
  const teams = settings.MicrosoftAppId ? { appId: settings.MicrosoftAppId, settings: teamsSettings(given) } : null
  const overHttp = teams !== null || (slack !== null && slack.appToken === null)
  const host = settings.HOST ?? (overHttp ? '0.0.0.0' : '127.0.0.1')
  return {
    port: settings.PORT,
    host,
    url: (settings.MAATSTAF_URL ?? `http://127.0.0.1:${settings.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(settings.MAATSTAF_DATA_DIR),
    databaseUrl: settings.DATABASE_URL ?? null,
    masterKeys: (settings.MAATSTAF_KEY ?? []).map((key) => new Uint8Array(Buffer.from(key, 'base64'))),
    admins: list(settings.MAATSTAF_ADMINS),
    now: settings.MAATSTAF_NOW ?? null,
    hosts: [...(settings.MAATSTAF_HOSTS ?? []), ...cloudOrigins(given)],
    slack,
    teams,
    model:
      settings.OPENAI_MODEL && (settings.OPENAI_API_KEY || settings.OPENAI_BASE_URL)
        ? {
            apiKey: settings.OPENAI_API_KEY ?? null,
            baseUrl: settings.OPENAI_BASE_URL ?? null,
            model: settings.OPENAI_MODEL,
            dailyLimit: settings.MODEL_DAILY_LIMIT,
          }
        : null,
    digestTime: settings.DIGEST_TIME,
    timeZone: settings.TIMEZONE,
    retentionDays: settings.RETENTION_DAYS,
    logLevel: settings.LOG_LEVEL,
  }
}

function teamsSettings(given: Record<string, string | undefined>): Record<string, string> {
  const entries = [...teamsIdentity, ...teamsCloudSettings].flatMap((name) =>
    given[name] ? [[name, given[name]] as const] : [],
  )
  return { MicrosoftAppType: 'SingleTenant', ...Object.fromEntries(entries) }
}

/** The exact origins of the clouds that the operator named: tokens may go there. */
function cloudOrigins(given: Record<string, string | undefined>): string[] {
  return ['SLACK_API_URL', ...teamsCloudSettings].flatMap((name) => {
    const value = given[name]
    if (!value || !URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) return []
    const { hostname, port, protocol } = new URL(value)
    return [`${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`]
  })
}

function list(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((part) => part.trim() || [])
}

function isInstant(value: string): boolean {
  try {
    Temporal.Instant.from(value)
    return true
  } catch {
    return false
  }
}

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('nl', { timeZone: value }))
  } catch {
    return false
  }
}

function isLoopback(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false
  const { hostname } = new URL(address)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
