import { pino } from 'pino'

/** Fields of a log line: ids, hashes, counts, codes. Never message text, names, tokens or a document's words. */
export type LogFields = Record<string, string | number | boolean | null | undefined>

export type Log = {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  /** `cause` is reduced to its class and code: library messages may quote what they were given. */
  error(event: string, cause?: unknown, fields?: LogFields): void
  child(fields: LogFields): Log
}

/** One JSON object a line on standard error; newlines and control characters cannot start a line of their own. */
export function createLog(level = 'info', destination: NodeJS.WritableStream = process.stderr): Log {
  return wrap(pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination))
}

/** A log that says nothing, for tests. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => silentLog }

type Pino = ReturnType<typeof pino>

function wrap(target: Pino): Log {
  return {
    debug: (event, fields) => target.debug(fields ?? {}, event),
    info: (event, fields) => target.info(fields ?? {}, event),
    warn: (event, fields) => target.warn(fields ?? {}, event),
    error: (event, cause, fields) => target.error({ ...fields, ...reduced(cause) }, event),
    child: (fields) => wrap(target.child(fields)),
  }
}

function reduced(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return {}
  const code =
    'code' in cause && (typeof cause.code === 'string' || typeof cause.code === 'number') ? cause.code : undefined
  const where = cause.stack
    ?.split('\n')
    .find((line) => line.includes('/src/'))
    ?.trim()
    .replace(/^.*\/src\//, 'src/')
    .replace(/\)$/, '')
  return { error: cause.name, code, where }
}
