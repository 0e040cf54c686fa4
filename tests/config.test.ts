import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadConfig, readEnvironment, variables } from '../src/config.ts'
import { MaatstafError } from '../src/errors.ts'
import { textsFor } from '../src/texts/texts.ts'

const key = Buffer.alloc(32, 7).toString('base64')

/** What a person is told of it, in English unless told. */
function faultsOf(environment: Record<string, string>, lang: 'nl' | 'en' = 'en'): string {
  try {
    loadConfig(environment)
  } catch (error) {
    if (!(error instanceof MaatstafError)) throw error
    return textsFor(lang).errors.sentence(error.code, error.details) ?? ''
  }
  return ''
}

/** Everything that can be wrong, in as few configurations as it takes. */
const wrongs: Record<string, string>[] = [
  Object.fromEntries(variables.map((name) => [name, '%'])),
  { SLACK_SIGNING_SECRET: 's', MicrosoftAppPassword: 'p', OPENAI_API_KEY: 'k', DATABASE_URL: 'postgres://localhost/x' },
  {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_API_URL: 'https://slack.example',
    MicrosoftAppId: 'a',
    MAATSTAF_NOW: '2026-07-10T10:00:00+02:00',
    PORT: '99999',
  },
]

describe('.env.example', () => {
  const example = readFileSync(resolve(import.meta.dirname, '../.env.example'), 'utf8')

  it('names every variable, and none that nobody reads', () => {
    expect(Object.keys(parseEnv(example)).sort()).toEqual([...variables].sort())
  })

  it('is a configuration that starts: what it fills in is what holds without it', () => {
    expect(loadConfig(parseEnv(example))).toEqual(loadConfig({}))
  })
})

describe('configuration', () => {
  it('needs nothing: everything empty is the local web chat with the embedded database and the rules engine', () => {
    const config = loadConfig({ SLACK_BOT_TOKEN: '', OPENAI_API_KEY: ' ' })
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      slack: null,
      teams: null,
      model: null,
      digestTime: '08:30',
      timeZone: 'Europe/Amsterdam',
      retentionDays: 28,
    })
  })

  it('tells all faults at once, each with its remedy', () => {
    const message = faultsOf({
      PORT: 'eighty',
      DIGEST_TIME: '25:00',
      DATABASE_URL: 'mysql://x',
      MAATSTAF_NOW: 'yesterday',
      LOG_LEVEL: 'loud',
    })
    for (const name of ['PORT', 'DIGEST_TIME', 'DATABASE_URL', 'MAATSTAF_NOW', 'LOG_LEVEL'])
      expect(message).toContain(`- ${name}: should be `)
  })

  it('never repeats a value: it may be a secret in the wrong place', () => {
    const names = [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'MAATSTAF_KEY',
      'DATABASE_URL',
      'PORT',
      'OPENAI_BASE_URL',
      'MicrosoftAppType',
      'MAATSTAF_HOSTS',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.stringMatching(/^canary[a-z0-9]{8,20}$/), (name, secret) => {
        expect(faultsOf({ [name]: secret })).not.toContain(secret)
      }),
    )
  })

  it('is told in Dutch as in English, every fault with its own sentence', () => {
    for (const wrong of wrongs) {
      const dutch = faultsOf(wrong, 'nl').split('\n')
      const english = faultsOf(wrong, 'en').split('\n')
      expect(dutch).toHaveLength(english.length)
      for (const [index, line] of dutch.entries()) {
        expect(line).not.toBe(english[index])
        // A code without a sentence stands there bare.
        expect(line).toMatch(/ \S+ /)
        expect(line).not.toMatch(/undefined|\b(?:should|missing|required)\b/)
        expect(english[index]).not.toMatch(/undefined|: [a-z-]+$/)
      }
    }
    expect(faultsOf({ PORT: '99999' }, 'nl')).toContain('- PORT: hoort een geheel getal van 0 tot en met 65535 te zijn')
  })

  it('refuses a half-filled platform and says what is missing', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toContain('SLACK_SIGNING_SECRET, SLACK_APP_TOKEN: one of')
    expect(faultsOf({ SLACK_SIGNING_SECRET: 's' })).toContain('SLACK_BOT_TOKEN: missing')
    expect(faultsOf({ MicrosoftAppPassword: 'p' })).toContain('MicrosoftAppId: missing')
    expect(faultsOf({ MicrosoftAppId: 'a', MicrosoftAppPassword: 'p' })).toContain('MicrosoftAppTenantId: missing')
    expect(faultsOf({ OPENAI_API_KEY: 'k' })).toContain('OPENAI_MODEL: required')
    expect(faultsOf({ DATABASE_URL: 'postgres://localhost/x' })).toContain('MAATSTAF_KEY: required with DATABASE_URL')
  })

  it('does not count an address of another Slack cloud as filling the Slack block', () => {
    expect(loadConfig({ SLACK_API_URL: 'http://127.0.0.1:4000/api/' }).slack).toBeNull()
  })

  it('listens to the world only where a platform calls in over HTTP', () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }).host).toBe('0.0.0.0')
    expect(loadConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).host).toBe('127.0.0.1')
    expect(loadConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', HOST: '10.1.2.3' }).host).toBe('10.1.2.3')
  })

  it("refuses a shifted clock with a platform's real cloud and allows it against a cloud on loopback", () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', MAATSTAF_NOW: '2026-07-10T10:00:00+02:00' }
    expect(faultsOf(slack)).toContain('MAATSTAF_NOW')
    expect(faultsOf({ ...slack, SLACK_API_URL: 'http://127.0.0.1:4000/api/' })).toBe('')
    expect(faultsOf({ ...slack, SLACK_API_URL: 'https://slack.example/api/' })).toContain('MAATSTAF_NOW')
  })

  it('takes a new and an old key during a rotation, newest first', () => {
    const old = Buffer.alloc(32, 1).toString('base64')
    expect(loadConfig({ MAATSTAF_KEY: `${key},${old}` }).masterKeys.map((each) => each[0])).toEqual([7, 1])
    expect(faultsOf({ MAATSTAF_KEY: 'c2hvcnQ=' })).toContain('32 bytes in base64')
  })

  it('lets tokens go to the exact origins that the operator named', () => {
    const config = loadConfig({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:4000/api/',
      MAATSTAF_HOSTS: 'files.example:8443',
    })
    expect(config.hosts).toEqual(['files.example:8443', '127.0.0.1:4000'])
  })

  it('reads .env, and a variable that is set wins', () => {
    const folder = mkdtempSync(join(tmpdir(), 'maatstaf-env-'))
    writeFileSync(join(folder, '.env'), 'DIGEST_TIME=07:15\nPATH=/nowhere\n')
    const environment = readEnvironment(folder)
    expect(environment['DIGEST_TIME']).toBe('07:15')
    expect(environment['PATH']).not.toBe('/nowhere')
  })
})
