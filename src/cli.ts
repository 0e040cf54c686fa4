import type { Io } from './commands/command.ts'
import { needsHouse, runCommand } from './commands/run.ts'
import { runRemotely } from './commands/socket.ts'
import { terminalOf } from './commands/terminal.ts'
import { loadConfig, readEnvironment } from './config.ts'
import { hasCode, MaatstafError } from './errors.ts'
import { openHouse } from './house/house.ts'
import { createLog } from './log.ts'
import { lockDirectory } from './storage/lock.ts'

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

  const config = loadConfig(readEnvironment())
  let lock: { release(): void } | null = null
  try {
    lock = config.databaseUrl ? null : lockDirectory(config.dataDir)
  } catch (error) {
    if (!hasCode(error, 'already-running')) throw error
    const code = await runRemotely(config.dataDir, args, io)
    if (code !== null) return code
    throw error
  }
  let house: Awaited<ReturnType<typeof openHouse>> | null = null
  try {
    return await runCommand(args, io, async () => {
      house ??= await openHouse(config, createLog(config.logLevel === 'info' ? 'warn' : config.logLevel), {
        demo: args.includes('chat'),
        leaveEmpty: args[0] === 'restore',
      })
      return house
    })
  } finally {
    await (house as Awaited<ReturnType<typeof openHouse>> | null)?.close()
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
    process.stderr.write(`${known ? error.message : 'Maatstaf failed; the log above says where.'}\n`)
    if (!known) createLog().error('command failed', error)
    process.exitCode = known && error.fault === 'input' ? 1 : known && error.fault === 'usage' ? 2 : 3
  },
)
