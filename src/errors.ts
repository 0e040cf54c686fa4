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

/** True for an error of ours with this code. */
export function hasCode(error: unknown, code: string): error is MaatstafError {
  return error instanceof MaatstafError && error.code === code
}
