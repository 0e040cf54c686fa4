/**
 * Errors that carry a remedy. `code` is for programs and tests, `message` for the operator's log (never personal data, never a
 * secret's value). What a user reads is made from the code by `texts`, so no library text reaches a person.
 */
export type Fault = 'input' | 'usage' | 'system'

export class MaatstafError extends Error {
  readonly code: string
  /** Whose fault: decides the exit code of the command line (input 1, usage 2, system 3). */
  readonly fault: Fault
  /** Values the sentence for the user may name: sizes, formats, ids. Never text from a document. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: string,
    message: string,
    options: { fault?: Fault; details?: Record<string, string | number>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'MaatstafError'
    this.code = code
    this.fault = options.fault ?? 'input'
    this.details = options.details ?? {}
  }
}

/**
 * A newer version of the program wrote it: nothing may take its place, and a process of that version can go on with it. `what`: such as
 * "stored candidate".
 */
export function storedNewer(what: string, found: number, known: number): MaatstafError {
  return new MaatstafError('stored-newer', `a ${what} was written by a newer version of Maatstaf; start that one`, {
    fault: 'system',
    details: { found, known },
  })
}

/** Throws `stored-newer` for a state that carries a higher `version` of its own than this program knows. */
export function refuseNewer(what: string, state: unknown, known: number): void {
  if (typeof state !== 'object' || state === null || !('version' in state)) return
  if (typeof state.version === 'number' && state.version > known) throw storedNewer(what, state.version, known)
}

/** True for an error of ours with this code. */
export function hasCode(error: unknown, code: string): error is MaatstafError {
  return error instanceof MaatstafError && error.code === code
}
