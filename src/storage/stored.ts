import { z } from 'zod'
import { MaatstafError, storedNewer } from '../errors.ts'

/**
 * Every kind of stored document: its present version and what it must at least look like. Loose on purpose: a field that a later
 * version adds survives an older program's reading and writing.
 */
const text = z.string()
const nullableText = text.nullable()
const list = z.array(z.looseObject({}))

const kinds = {
  assignment: {
    version: 1,
    shape: z.looseObject({
      id: text,
      text,
      facts: z.array(z.looseObject({ field: text, quote: text, start: z.number(), end: z.number() })),
      posting: z.looseObject({ deadlines: list, conflicts: list, knockouts: list, awards: list }),
      revision: z.number(),
      state: text,
      owner: nullableText,
      supplements: z.array(z.looseObject({ text })),
      confirmed: z.boolean(),
    }),
  },
  candidate: {
    version: 1,
    shape: z.looseObject({
      id: text,
      code: text,
      owner: text,
      sharedWith: z.array(text),
      files: z.array(z.looseObject({ kind: text, file: text, version: z.number() })),
      consent: z.looseObject({}),
      offeredOn: z.array(text),
    }),
  },
  assessment: {
    version: 1,
    shape: z.looseObject({
      id: text,
      assignment: text,
      candidate: text,
      owner: text,
      proposal: z.looseObject({ knockouts: list, awards: list, total: z.looseObject({}) }),
      judgements: z.record(text, z.looseObject({ key: text, by: text, at: text })),
    }),
  },
  document: {
    version: 1,
    shape: z.looseObject({
      format: text,
      text,
      lines: z.array(z.looseObject({ id: z.number(), start: z.number(), end: z.number(), text })),
      hidden: list,
      hash: text,
    }),
  },
  file: { version: 1, shape: z.looseObject({ name: text, type: text, size: z.number() }) },
  job: { version: 1, shape: z.looseObject({ key: text, payload: z.unknown() }) },
  /** Its inside belongs to whoever talks; they keep a version of their own in it. */
  conversation: { version: 1, shape: z.unknown() },
  setting: { version: 1, shape: z.unknown() },
  feedback: {
    version: 1,
    shape: z.looseObject({ id: text, verdict: z.enum(['right', 'wrong']), question: text, answer: text, at: text }),
  },
  said: { version: 1, shape: z.looseObject({ key: text, to: text, conversation: text, person: nullableText }) },
  person: {
    version: 1,
    shape: z.looseObject({
      id: text,
      language: z.enum(['nl', 'en']).nullable(),
      personal: nullableText,
      name: text.nullish(),
      guest: z.boolean().optional(),
    }),
  },
  channel: {
    version: 1,
    shape: z.looseObject({
      id: text,
      address: text,
      platform: text,
      listening: z.enum(['always', 'mentioned', 'off']),
      digest: z.enum(['on', 'off']),
      owner: nullableText,
      noticePosted: z.boolean(),
      blocked: nullableText,
      shared: z.boolean(),
    }),
  },
} satisfies Record<string, Definition>

/** `upgrades[n]` turns version n into n + 1; a kind that changes gets its steps there. */
export type Definition = { version: number; shape: z.ZodType; upgrades?: Record<number, (old: unknown) => unknown> }

export type StoredKind = keyof typeof kinds

/** The version that this program writes of a kind. */
export function versionOf(kind: StoredKind): number {
  return kinds[kind].version
}

/** The stored form of a document of this kind. JSON, so that text with NUL or half a surrogate pair survives PostgreSQL. */
export function pack(kind: StoredKind, value: unknown): string {
  return JSON.stringify({ v: kinds[kind].version, d: value })
}

/**
 * The document in its present version. Throws `unreadable` (not JSON, wrong shape, no way up from its version) or `stored-newer`: a
 * newer version of the program wrote it, and setting it aside would lose what is fine.
 */
export function unpack<T>(kind: StoredKind, body: string): T {
  // The shape is checked as far as a crash could come from; the rest is as this program's types wrote it.
  return unpackAs(kind, kinds[kind], body) as T
}

/** `unpack` for any definition. */
export function unpackAs(kind: string, { version, shape, upgrades }: Definition, body: string): unknown {
  const envelope = parse(kind, body)
  if (envelope.v > version) throw storedNewer(`stored ${kind}`, envelope.v, version)
  let value = envelope.d
  for (let at = envelope.v; at < version; at++) {
    const upgrade = upgrades?.[at]
    if (!upgrade) throw unreadable(kind)
    value = upgrade(value)
  }
  const checked = shape.safeParse(value)
  if (!checked.success) throw unreadable(kind)
  return checked.data
}

const envelopeShape = z.object({ v: z.int().positive(), d: z.unknown() })

function parse(kind: string, body: string): z.infer<typeof envelopeShape> {
  try {
    return envelopeShape.parse(JSON.parse(body))
  } catch (cause) {
    throw unreadable(kind, cause)
  }
}

function unreadable(kind: string, cause?: unknown): MaatstafError {
  return new MaatstafError('unreadable', `a stored ${kind} cannot be read`, {
    fault: 'system',
    ...(cause === undefined ? {} : { cause }),
  })
}
