import { largestFile } from '../../chat/sent-file.ts'
import { MaatstafError } from '../../errors.ts'
import { textOfRef, urlOfFile } from './file-ref.ts'
import { allows, type HostRule } from './hosts.ts'

/**
 * The bytes of a file that somebody sent in a personal chat. Its address carries its own permission: no token goes along, redirects are
 * not followed, other hosts are not asked. Errors: `file-too-large`, `file-not-allowed`, `file-gone`, `file-unavailable`.
 */
export async function fetchFile(deps: { allowed: HostRule; timeoutMs: number }, ref: string): Promise<Uint8Array> {
  const text = textOfRef(ref)
  if (text !== null) return new TextEncoder().encode(text)
  const url = urlOfFile(ref)
  if (url === null) throw new MaatstafError('file-gone', 'not a file reference of Teams')
  if (!allows(deps.allowed, url)) throw new MaatstafError('file-not-allowed', 'the file is not on a host of Teams')
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(deps.timeoutMs) }).catch(
    (cause) => {
      throw unavailable('Teams did not hand over the file', cause)
    },
  )
  if (response.status !== 200) {
    await response.body?.cancel()
    if (response.status >= 500 || response.status === 429) throw unavailable(`the store answered ${response.status}`)
    const moved = response.status >= 300 && response.status < 400
    throw new MaatstafError(moved ? 'file-not-allowed' : 'file-gone', `the store answered ${response.status}`)
  }
  const parts: Uint8Array[] = []
  let size = Number(response.headers.get('content-length') ?? 0) > largestFile ? Number.POSITIVE_INFINITY : 0
  try {
    for await (const part of response.body ?? []) {
      size += part.length
      if (size > largestFile)
        throw new MaatstafError('file-too-large', 'the file exceeds 10 MB', { details: { limitMb: 10 } })
      parts.push(part)
    }
  } catch (cause) {
    throw cause instanceof MaatstafError ? cause : unavailable('the file broke off', cause)
  }
  // A plain array of bytes: pdf readers refuse a Buffer.
  return new Uint8Array(Buffer.concat(parts))
}

function unavailable(message: string, cause?: unknown): MaatstafError {
  return new MaatstafError('file-unavailable', message, { fault: 'system', ...(cause === undefined ? {} : { cause }) })
}
