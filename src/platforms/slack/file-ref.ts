import { z } from 'zod'
import type { FileRef } from '../../chat/message.ts'
import type { SlackFile } from './payloads.ts'

/** What is needed to fetch a file of Slack later. */
const reference = z.object({
  id: z.string(),
  url: z.string().nullable(),
  external: z.boolean(),
  size: z.number().nullable(),
})

export type SlackFileReference = z.infer<typeof reference>

const roles = ['cv', 'explanation', 'motivation', 'posting'] as const

/** A file of a message or of a form's field; the field's name says which document it is. */
export function fileRef(file: SlackFile, field: string | null): FileRef {
  const ref: SlackFileReference = {
    id: file.id,
    url: file.url_private_download ?? file.url_private ?? null,
    external: file.is_external === true || file.mode === 'external',
    size: file.size ?? null,
  }
  return {
    name: file.name ?? file.title ?? file.id,
    size: file.size ?? null,
    type: file.mimetype ?? null,
    role: roles.find((role) => role === field) ?? null,
    ref: JSON.stringify(ref),
  }
}

/** Null for what is not a reference of ours. */
export function parseFileRef(ref: string): SlackFileReference | null {
  try {
    return reference.parse(JSON.parse(ref))
  } catch {
    return null
  }
}
