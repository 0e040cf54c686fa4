import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { engines } from '../storage/engines.ts'
import { endAll, environmentOf, newFolder, runCli, runMain, startMain } from './running.ts'
import { exampleCv, walkClock } from './scoring-walk.ts'
import { until, visit } from './visitor.ts'

// Processes start slowly on a machine with busy neighbours.
vi.setConfig({ testTimeout: 180_000 })

afterAll(endAll)

const embedded = engines[0]!
const server = engines.find(({ name }) => name === 'server')

const demoClock = (out: string) => /De klok staat op (\w+ \d+ \w+ \d{4})/.exec(out)?.[1]

describe.concurrent('npm start', () => {
  it('answers a newcomer in a fresh directory, and its second start goes on with the clock and the conversation of the first', async () => {
    const folder = newFolder('fresh')
    const environment = { PORT: '0', MAATSTAF_DATA_DIR: join(folder.path, 'data') }
    const first = await startMain(environment)
    const visitor = await visit(first.url)
    await visitor.send({ text: 'wanneer sluit de opdracht van de Regioraad Merwedal?' })
    expect((await visitor.answer()).text).toContain('donderdag 29 oktober 2026, 09:00 uur')
    expect(await first.stop('SIGINT')).toEqual({ code: 0, signal: null })
    expect(existsSync(join(folder.path, 'data', 'maatstaf.sock'))).toBe(false)

    const second = await startMain(environment)
    expect(demoClock(second.out())).toBe(demoClock(first.out()))
    expect(demoClock(second.out())).toBeDefined()
    const again = await visit(second.url, { cookie: visitor.page.cookie })
    await again.send({ text: 'en welke schaal?' })
    expect((await again.answer()).text).toContain('11')
    await second.stop()
    folder.remove()
  })

  it('names the port it got in its links, where any free one was asked for', async () => {
    const folder = newFolder('port')
    const running = await startMain({
      PORT: '0',
      MAATSTAF_DATA_DIR: join(folder.path, 'data'),
      MAATSTAF_NOW: walkClock,
    })
    const visitor = await visit(running.url)
    await visitor.send({ text: 'toets KV voor 70412', file: exampleCv })
    await visitor.answer()
    await visitor.send({ text: 'bewijsrapport' })
    await visitor.answer()
    const links = JSON.stringify(await visitor.entries()).match(/http:[^"]+\/report\/[\w.-]+/g) ?? []
    expect(links[0]).toContain(`${running.url}/report/`)
    expect((await fetch(links[0]!)).status).toBe(200)
    await running.stop()
    folder.remove()
  })

  it('starts once a directory and once a port; it says how to reach and how to stop the one that runs', async () => {
    const place = await embedded.newPlace()
    const other = await embedded.newPlace()
    const first = await startMain(environmentOf(place))
    expect(first.out()).toContain('Ctrl-C')
    expect(first.out()).toContain(`kill ${first.pid}`)

    const second = await runMain(environmentOf(place))
    expect(second.code).toBe(1)
    expect(second.err).toContain(`already running, pid ${first.pid}`)

    const samePort = await runMain(environmentOf(other, { PORT: new URL(first.url).port }))
    expect(samePort.code).toBe(1)
    expect(samePort.err).toContain('PORT')
    expect(samePort.err).not.toMatch(/\n\s+at /)

    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    await first.stop()
    await Promise.all([embedded.drop(place), embedded.drop(other)])
  })
})

describe.runIf(server)('with a database on a server', () => {
  it('SIGTERM gives 503 at /readyz first, while messages are still taken in; the next replica answers them', async () => {
    const place = await server!.newDatabase()
    const environment = environmentOf(place)
    const first = await startMain(environment)
    const visitor = await visit(first.url)
    await visitor.send({ text: 'welke schaal is 70412?' })
    expect((await visitor.answer()).text).toContain('11')
    const stopped = first.stop()
    await until('draining', async () => (await fetch(`${first.url}/readyz`)).status === 503)
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
    expect(await visitor.send({ text: 'wanneer sluit 70412?' })).toBe(200)
    expect(await stopped).toEqual({ code: 0, signal: null })
    const second = await startMain(environment)
    const again = await visit(second.url, { cookie: visitor.page.cookie })
    expect((await again.answer()).text).toContain('29 oktober 2026')
    await second.stop()
    await server!.drop(place)
  })
})

describe.concurrent('a configuration that is wrong', () => {
  const secret = 'xoxb-geheim-kanarie'

  it('is told whole, each setting by its name and none by its value, and nothing starts', async () => {
    const folder = newFolder('wrong')
    const ended = await runMain({
      PORT: 'veel',
      MAATSTAF_DATA_DIR: join(folder.path, 'data'),
      SLACK_BOT_TOKEN: secret,
      MicrosoftAppPassword: secret,
      MAATSTAF_KEY: secret,
      TIMEZONE: secret,
      OPENAI_API_KEY: secret,
    })
    expect(ended.code).toBe(1)
    for (const name of ['PORT', 'SLACK_SIGNING_SECRET', 'MicrosoftAppId', 'MAATSTAF_KEY', 'TIMEZONE', 'OPENAI_MODEL'])
      expect(ended.err).toContain(name)
    expect(ended.out + ended.err).not.toContain(secret)
    expect(existsSync(join(folder.path, 'data'))).toBe(false)
    folder.remove()
  })

  it('is told by the command line as well, with exit code 1', async () => {
    const folder = newFolder('wrong')
    const ended = await runCli(['list'], { MAATSTAF_DATA_DIR: join(folder.path, 'data'), TIMEZONE: 'Mars/Olympus' })
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('TIMEZONE')
    folder.remove()
  })

  it('with a database that does not answer ends with 3 and one sentence', async () => {
    const ended = await runMain({
      PORT: '0',
      MAATSTAF_KEY: Buffer.alloc(32, 1).toString('base64'),
      DATABASE_URL: `postgres://u:${secret}@127.0.0.1:9/db`,
    })
    expect(ended.code).toBe(3)
    expect(ended.err).toContain('DATABASE_URL')
    expect(ended.err).not.toContain(secret)
  })

  it('with a damaged database is refused, and no new one takes its place', async () => {
    const place = await embedded.newPlace()
    mkdirSync(join(place.dataDir, 'database'), { recursive: true })
    writeFileSync(join(place.dataDir, 'database', 'global', 'pg_control'), 'kapot')
    const ended = await runMain(environmentOf(place))
    expect(ended.code).toBe(3)
    expect(ended.err).toContain('damaged')
    await embedded.drop(place)
  })
})
