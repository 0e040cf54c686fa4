import { z } from 'zod'
import type { FileRef } from '../../chat/message.ts'
import type { Activity } from './activity.ts'

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info'
const download = z.object({ downloadUrl: z.string(), fileType: z.string().optional() })

/** What is needed to fetch a file of Teams later. */
const reference = z.object({ url: z.string() })

/** The files of a message: in a personal chat Teams hands out an address that carries its own permission. */
export function fileRefs({ attachments }: Activity): FileRef[] {
  return attachments.flatMap(({ contentType, name, content }) => {
    if (contentType !== downloadInfo) return []
    const info = download.safeParse(content)
    if (!info.success) return []
    const { downloadUrl, fileType } = info.data
    return [
      {
        name: name ?? (fileType ? `bestand.${fileType}` : 'bestand'),
        size: null,
        type: fileType ?? null,
        role: null,
        ref: JSON.stringify({ url: downloadUrl }),
      },
    ]
  })
}

const wordsReference = z.object({ text: z.string() })

/** A document that came as the words of a message. */
export function textRef(text: string): string {
  return JSON.stringify({ text })
}

/** The words of such a document; null for every other reference. */
export function textOfRef(ref: string): string | null {
  try {
    return wordsReference.parse(JSON.parse(ref)).text
  } catch {
    return null
  }
}

/** Null for what is not a reference of ours. */
export function urlOfFile(ref: string): string | null {
  try {
    return reference.parse(JSON.parse(ref)).url
  } catch {
    return null
  }
}
