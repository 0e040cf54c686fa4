import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig, readEnvironment } from '../config.ts'
import { MaatstafError } from '../errors.ts'
import { createLog } from '../log.ts'
import { textsFor } from '../texts/texts.ts'
import { openHouse } from './house.ts'
import { listenHttp } from './http.ts'
import { openPlatforms } from './open-platforms.ts'
import { createReportRoute } from './report-route.ts'

/**
 * `npm run playground`: the assistant with the examples, and Microsoft's Agents Playground in front of it. The only way to an endpoint
 * without tokens, and it listens on loopback whatever HOST says. `--port` is that of the playground's page.
 */
async function playground(): Promise<void> {
  const { port, conversation } = parseArgs({
    options: { port: { type: 'string', default: '56150' }, conversation: { type: 'string' } },
  }).values
  const environment = readEnvironment()
  const temporary = environment['MAATSTAF_DATA_DIR'] ? null : await mkdtemp(join(tmpdir(), 'maatstaf-playground-'))
  const config = {
    ...loadConfig(environment),
    // No other platform: the examples load, and nothing real can be reached from a playground.
    slack: null,
    teams: null,
    ...(temporary ? { dataDir: temporary, databaseUrl: null } : {}),
  }
  const log = createLog(config.logLevel)
  const house = await openHouse(config, log, { demo: true })
  const platforms = await openPlatforms(house, { playground: true })
  const server = await listenHttp({
    port: config.port,
    host: '127.0.0.1',
    handlers: [createReportRoute(house), ...platforms.handlers],
    log,
  })
  house.servedAt(server.port)
  await house.work()
  await platforms.start()
  const client = startClient(`http://127.0.0.1:${server.port}/api/messages`, port, conversation)
  process.stdout.write(`Assistant: http://127.0.0.1:${server.port}\nAgents Playground: http://localhost:${port}\n`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    client.kill()
    await platforms.stop()
    await server.close()
    await house.close()
    if (temporary) await rm(temporary, { recursive: true, force: true })
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  client.on('exit', () => void stop())
}

function startClient(endpoint: string, port: string, conversation: string | undefined): ChildProcess {
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')
  const about = conversation ? ['--conversation-id', conversation] : []
  const args = [cli, '-e', endpoint, '-c', 'msteams', '-p', port, '--disable-telemetry', ...about]
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

playground().catch((error: unknown) => {
  const told = error instanceof MaatstafError ? textsFor('nl').errors.sentence(error.code, error.details) : null
  process.stderr.write(`${told ?? (error instanceof Error ? error.message : 'the playground could not start')}\n`)
  process.exit(3)
})
