import type { Action } from './message.ts'

/** What an Action.Submit carries; the host adds the inputs of the card beside it, under their names. */
export type ActionData = { action: string; step: string; values: Record<string, string> }

export function actionData(action: string, step: string, values: Record<string, string> = {}): ActionData {
  // A lone surrogate would not survive the way through a platform.
  const whole = Object.entries(values).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])
  return { action, step, values: Object.fromEntries(whole) }
}

/**
 * The pressed button or submitted form in what a host sent back, null when it is none of ours. Inputs win over the button's own
 * values of the same name: they are what the person filled in last.
 */
export function actionOf(data: unknown): Action | null {
  if (!isRecord(data) || typeof data['action'] !== 'string' || data['action'] === '') return null
  const { action, step, values, ...inputs } = data
  return {
    name: action as string,
    step: typeof step === 'string' ? step : '',
    values: { ...strings(isRecord(values) ? values : {}), ...strings(inputs) },
  }
}

/** A null prototype: a field called `__proto__` or `constructor` is a field like any other. */
function strings(record: Record<string, unknown>): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(record)) if (typeof value === 'string') found[name] = value
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
