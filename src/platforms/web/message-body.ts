import { z } from 'zod'
import type { FileRef } from '../../chat/message.ts'
import { MaatstafError } from '../../errors.ts'

const roles = ['cv', 'explanation', 'motivation', 'posting'] as const
const values = z.record(z.string().max(200), z.string().max(1_000_000))

const file = z.object({
  ref: z.string().max(500),
  name: z.string().max(200),
  size: z.number().int().nonnegative().nullable(),
  type: z.string().max(200).nullable(),
  /** Made by this server for the uploader; see visitor.ts. */
  seal: z.string().max(100),
  role: z.enum(roles).nullable(),
})

const message = z.object({
  /** Made by the page: the same message keeps it, however often it is sent. */
  key: z.string().regex(/^[\w-]{8,64}$/),
  text: z.string().max(1_000_000),
  files: z.array(file).max(10),
  /** What a card sent back. `label`: the words on the pressed button, to show as said. */
  action: z.object({ label: z.string().max(300), data: z.unknown() }).nullable(),
})

const query = z.object({ name: z.string().max(100), values })

export type PageMessage = z.infer<typeof message>

export function parseMessage(body: Buffer): PageMessage {
  return parsed(message, body)
}

export function parseQuery(body: Buffer): z.infer<typeof query> {
  return parsed(query, body)
}

/** Which document a form field asks for, when its name says so. */
export function roleOf(field: string | null): FileRef['role'] {
  return roles.find((role) => role === field) ?? null
}

function parsed<T>(schema: z.ZodType<T>, body: Buffer): T {
  let json: unknown
  try {
    json = JSON.parse(body.toString('utf8'))
  } catch {
    json = undefined
  }
  const result = schema.safeParse(json)
  if (!result.success) throw new MaatstafError('bad-message', 'a post that our page does not make')
  return result.data
}
