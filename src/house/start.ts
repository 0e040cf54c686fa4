import { setTimeout as sleep } from 'node:timers/promises'
import { runCommand } from '../commands/run.ts'
import { serveCommands } from '../commands/socket.ts'
import { loadConfig, readEnvironment } from '../config.ts'
import { MaatstafError } from '../errors.ts'
import { createLog } from '../log.ts'
import { lockDirectory } from '../storage/lock.ts'
import { textsFor } from '../texts/texts.ts'
import { createHealthRoutes } from './health-routes.ts'
import { type House, openHouse } from './house.ts'
import { listenHttp } from './http.ts'
import { measuredDoor } from './measured.ts'
import { openPlatforms } from './open-platforms.ts'
import { createReportRoute } from './report-route.ts'
import { tidyMemoryLater } from './tidy-memory.ts'
import { createUploadRoute } from './upload-route.ts'

/** Work in hand gets 22 seconds to end or to be handed back (storage/dispatcher.ts); after this the process goes in any case. */
const graceMs = 24_000
/** Who sends messages here learns at /readyz to send them elsewhere; until then they are still taken in. */
const drainMs = 3_000

/** Runs the assistant until it is told to stop; a start that fails says why and ends the process. */
export function start(): void {
  // Node would print the error as it is, with whatever it quotes.
  process.on('uncaughtException', (error) => {
    createLog().error('unexpected', error)
    process.exit(3)
  })
  open().catch((error: unknown) => {
    const known = error instanceof MaatstafError
    const told = known && (textsFor('nl').errors.sentence(error.code, error.details) ?? error.message)
    if (!known) createLog().error('start failed', error)
    process.stderr.write(`${told || 'Maatstaf could not start; the log above says where.'}\n`)
    process.exit(known && error.fault !== 'system' ? 1 : 3)
  })
}

/** Configuration → storage → assistant → platforms → digest; stops cleanly on Ctrl-C and SIGTERM. */
async function open(): Promise<void> {
  const config = loadConfig(readEnvironment())
  const log = createLog(config.logLevel)
  // Without them nothing goes out at all.
  if (config.slack || config.teams || config.model) (await import('./outgoing.ts')).guardOutgoing(config)
  const lock = config.databaseUrl ? null : lockDirectory(config.dataDir)
  const house = await openHouse(config, log, { demo: true })
  const platforms = await openPlatforms(house)
  const health = createHealthRoutes(house, platforms.ready)
  const server = await listenHttp({
    port: config.port,
    host: config.host,
    handlers: [health, createReportRoute(house), createUploadRoute(house), ...platforms.handlers],
    log,
    onAnswered: measuredDoor(house.metrics),
  })
  house.servedAt(server.port)
  await house.work()
  await platforms.start()
  const commands = config.databaseUrl
    ? null
    : await serveCommands(config.dataDir, (args, io) => runCommand(args, io, async () => house))
  announce(house, server.port, platforms.names)
  tidyMemoryLater()

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info('stopping', { signal })
    setTimeout(() => process.exit(1), graceMs).unref()
    health.drain()
    await commands?.close()
    const balanced = config.databaseUrl !== null || config.slack !== null || config.teams !== null
    // What comes in meanwhile is durable; the next start or another replica takes it.
    await Promise.all([house.rest(), balanced ? sleep(drainMs) : undefined])
    await platforms.stop()
    await server.close()
    await house.close()
    lock?.release()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
}

/** What a person at the terminal reads; the log goes on beside it. */
function announce(house: House, port: number, names: string[]): void {
  const lines = [
    `Maatstaf: http://127.0.0.1:${port} (${names.join(', ')})`,
    ...(house.demo ? [textsFor('nl').assistant.demoBanner(house.clock.zoned())] : []),
    `Stoppen: Ctrl-C. Blijft er een proces hangen: kill ${process.pid}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
