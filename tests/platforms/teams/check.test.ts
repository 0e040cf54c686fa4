import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTeamsStandIn, type TeamsStandIn } from '../../standins/teams/server.ts'
import { createHouse, type House } from '../house.ts'
import { settingsFor, startTeams } from './running-teams.ts'

let house: House
let standIn: TeamsStandIn

beforeEach(async () => {
  house = createHouse(() => [])
  standIn = await createTeamsStandIn()
})
afterEach(() => standIn.close())

const site = 'https://maatstaf.bureau.example'

async function check(more: Parameters<typeof startTeams>[2] = {}, lang: 'nl' | 'en' = 'nl') {
  const running = await startTeams(house, standIn, { url: site, packageFile: import.meta.filename, ...more })
  const lines = await running.teams.check(lang)
  await running.stop()
  return lines
}
const faults = async (more = {}) => (await check(more)).filter(({ ok }) => !ok)

describe('`maatstaf check`', () => {
  it('finds nothing to mend in an installation that is complete', async () => {
    const lines = await check()
    expect(lines.map(({ ok, remedy }) => [ok, remedy])).toEqual(lines.map(() => [true, null]))
    expect(lines).toHaveLength(4)
  })

  it('names the settings when Microsoft gives no token, without their values', async () => {
    const lines = await faults({ settings: { ...settingsFor(standIn), MicrosoftAppPassword: 'a-wrong-secret' } })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.remedy).toContain('MicrosoftAppPassword')
    expect(JSON.stringify(lines)).not.toContain('a-wrong-secret')
  })

  it('says that every message is refused as long as the sender’s keys cannot be had', async () => {
    standIn.setProvider(false)
    const lines = await faults()
    expect(lines.map(({ remedy }) => remedy)).toEqual([expect.stringContaining('wordt elk bericht geweigerd')])
  })

  it('says where the public address goes when Teams could not reach this one, and never gives the one that it cannot reach', async () => {
    const lines = await faults({ url: 'http://127.0.0.1:3000' })
    expect(lines.map(({ remedy }) => remedy)).toEqual([expect.stringMatching(/MAATSTAF_URL.*\/api\/messages/)])
    expect(lines[0]?.remedy).not.toContain('127.0.0.1')
  })

  it('says how to make the package when it is not there', async () => {
    const lines = await faults({ packageFile: `${import.meta.filename}.none` })
    expect(lines.map(({ remedy }) => remedy)).toEqual([expect.stringContaining('npm run manifests')])
  })

  it('asks no token of Microsoft in the playground', async () => {
    const lines = await check({ playground: true })
    expect(lines[0]).toMatchObject({ ok: true })
    expect(standIn.logins()).toBe(0)
  })

  it('says the same in English', async () => {
    const [dutch, english] = [await check({ url: '' }), await check({ url: '' }, 'en')]
    expect(english.map(({ ok }) => ok)).toEqual(dutch.map(({ ok }) => ok))
    for (const [at, line] of english.entries()) expect(line.what).not.toBe(dutch[at]?.what)
  })
})
