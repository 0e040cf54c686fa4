import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { Element } from '../../chat/card.ts'
import { MaatstafError } from '../../errors.ts'
import { limits } from './limits.ts'

export type Form = Extract<Element, { type: 'form' }>

/** What a button remembers: the action it is, the step it belongs to, and the form it opens. */
export type ControlValue = {
  action: string
  step: string
  values?: Record<string, string> | undefined
  /** The Query that gives the form to open. */
  query?: string | undefined
  /** The form itself, when it fits. */
  form?: Form | undefined
}

const stored = z.object({
  action: z.string(),
  step: z.string(),
  values: z.record(z.string(), z.string()).optional(),
  query: z.string().optional(),
  form: z.custom<Form>((value) => typeof value === 'object' && value !== null && 'elements' in value).optional(),
})

/** Packs a button's memory into Slack's 2,000 characters; null when it does not fit even compressed. */
export function packControl(value: ControlValue): string | null {
  const plain = JSON.stringify(value)
  if (plain.length <= limits.buttonValue) return plain
  const packed = `z${deflateRawSync(plain, { level: 9 }).toString('base64url')}`
  return packed.length <= limits.buttonValue ? packed : null
}

/** The same as packControl for a button that must fit; throws `card-too-large`. */
export function packButton(value: ControlValue): string {
  const packed = packControl(value)
  if (packed !== null) return packed
  throw new MaatstafError('card-too-large', 'the values of a button exceed what Slack carries', { fault: 'system' })
}

/** What a pressed button remembers; null for a value that is not ours. The expanded size is bounded: the value comes from outside. */
export function unpackControl(value: string): ControlValue | null {
  try {
    const text = value.startsWith('z')
      ? inflateRawSync(Buffer.from(value.slice(1), 'base64url'), { maxOutputLength: 1_000_000 }).toString()
      : value
    return stored.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** The id of a select whose choice is an action by itself; null when it would exceed Slack's 255 characters. */
export function pickId(index: number, action: string, step: string, name: string): string | null {
  const id = ['pick', String(index), action, step, name].map(encodeURIComponent).join(':')
  return id.length <= limits.id ? id : null
}

export function parsePickId(id: string): { action: string; step: string; name: string } | null {
  const [kind, , action, step, name] = id.split(':').map(decoded)
  return kind === 'pick' && action !== undefined && step !== undefined && name !== undefined
    ? { action, step, name }
    : null
}

/** The id of the menu that judges an answer. */
export function feedbackId(answer: string): string {
  return `feedback:${answer}`
}

export function parseFeedbackId(id: string): string | null {
  return id.startsWith('feedback:') ? id.slice('feedback:'.length) : null
}

/** The id of a block that only holds a value; `index` keeps two fields of one name apart. */
export function fieldId(index: number, name: string): string {
  const id = `field:${index}:${encodeURIComponent(name)}`
  if (id.length <= limits.id) return id
  throw new MaatstafError('card-too-large', 'the name of a field exceeds what Slack carries', { fault: 'system' })
}

export function parseFieldId(id: string): string | null {
  const [kind, index, name] = id.split(':')
  return kind === 'field' && index !== undefined && name !== undefined ? decoded(name) : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
