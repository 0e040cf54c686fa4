import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import type { Io } from './commands/command.ts'
import type { House } from './house/house.ts'

// As main.ts does and for the same reasons; only what is imported after this comes from the cache.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/maatstaf'))

const { needsHouse, runCommand, textsOf } = await import('./commands/run.ts')
const { terminalOf } = await import('./commands/terminal.ts')
const { loadConfig, readEnvironment } = await import('./config.ts')
const { hasCode, MaatstafError } = await import('./errors.ts')
const { createLog } = await import('./log.ts')

/**
 * The same assistant from the shell. A command that needs the embedded data while a process holds it is sent to that process;
 * otherwise it opens the data itself.
 */
async function main(args: string[]): Promise<number> {
  const stop = new AbortController()
  process.on('SIGINT', () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
  })
  const io: Io = {
    cwd: process.cwd(),
    interactive: process.stdin.isTTY === true,
    terminal: terminalOf(process.stdout),
    watched: process.stderr.isTTY === true,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stdin: process.stdin,
    signal: stop.signal,
  }
  if (!needsHouse(args))
    return runCommand(args, io, async () =>
      Promise.reject(new MaatstafError('no-storage', 'this command opens no storage', { fault: 'system' })),
    )

  const { lockDirectory } = await import('./storage/lock.ts')
  const config = loadConfig(readEnvironment())
  let lock: { release(): void } | null = null
  try {
    lock = config.databaseUrl ? null : lockDirectory(config.dataDir)
  } catch (error) {
    if (!hasCode(error, 'already-running')) throw error
    const { runRemotely } = await import('./commands/socket.ts')
    const code = await runRemotely(config.dataDir, args, io)
    if (code !== null) return code
    throw error
  }
  const { openHouse } = await import('./house/house.ts')
  let house: House | null = null
  try {
    return await runCommand(args, io, async () => {
      house ??= await openHouse(config, createLog(config.logLevel === 'info' ? 'warn' : config.logLevel), {
        demo: args.includes('chat'),
        leaveEmpty: args[0] === 'restore',
      })
      return house
    })
  } finally {
    await (house as House | null)?.close()
    lock?.release()
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    // Standard output may be a pipe that is still being drained.
    process.exitCode = code
    setTimeout(() => process.exit(code), 500).unref()
  },
  (error: unknown) => {
    const known = error instanceof MaatstafError
    const told =
      known && (textsOf(process.argv.slice(2)).texts.errors.sentence(error.code, error.details) ?? error.message)
    process.stderr.write(`${told || 'Maatstaf failed; the log above says where.'}\n`)
    if (!known) createLog().error('command failed', error)
    process.exitCode = known && error.fault === 'input' ? 1 : known && error.fault === 'usage' ? 2 : 3
  },
)
