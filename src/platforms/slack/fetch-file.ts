import { largestFile } from '../../chat/sent-file.ts'
import { MaatstafError } from '../../errors.ts'
import type { Api } from './api.ts'
import { parseFileRef } from './file-ref.ts'
import type { HostRule } from './hosts.ts'

export type FetchFileDeps = { api: Api; token: string; allowed: HostRule; timeoutMs: number }

/**
 * The bytes of a file that somebody sent. The size is checked before, and again while it comes in; the token goes to allowed hosts
 * only and never along a redirect. Errors: `file-too-large`, `file-external`, `file-not-allowed`, `file-login-page` (the scope files:read is
 * missing), `file-gone`, `file-unavailable`.
 */
export async function fetchFile(deps: FetchFileDeps, ref: string): Promise<Uint8Array> {
  const reference = parseFileRef(ref)
  if (reference === null) throw refused('file-gone', 'not a file reference of Slack')
  if (reference.external) throw refused('file-external', 'the file lives at another service')
  if ((reference.size ?? 0) > largestFile) throw tooLarge()
  const href = reference.url ?? (await currentUrl(deps.api, reference.id))
  if (!URL.canParse(href) || !deps.allowed(new URL(href))) {
    throw refused('file-not-allowed', 'the file is not on a host of Slack')
  }
  const response = await download(deps, href)
  const type = response.headers.get('content-type') ?? ''
  // Without the right to read files Slack answers 200 with its login page (bolt-js#2585).
  if (/^text\/html\b/i.test(type)) {
    await response.body?.cancel()
    throw refused('file-login-page', 'Slack gave its login page: the scope files:read is missing')
  }
  if (Number(response.headers.get('content-length') ?? 0) > largestFile) {
    await response.body?.cancel()
    throw tooLarge()
  }
  return collected(response)
}

/** In shared channels an event carries only the file's id. */
async function currentUrl(api: Api, id: string): Promise<string> {
  const outcome = await api.call('files.info', { file: id })
  if ('done' in outcome) {
    const { file } = outcome.done
    if (typeof file === 'object' && file !== null) {
      if ('is_external' in file && file.is_external === true)
        throw refused('file-external', 'the file lives at another service')
      if ('size' in file && typeof file.size === 'number' && file.size > largestFile) throw tooLarge()
      if ('url_private_download' in file && typeof file.url_private_download === 'string')
        return file.url_private_download
      if ('url_private' in file && typeof file.url_private === 'string') return file.url_private
    }
  }
  throw refused('refused' in outcome ? 'file-gone' : 'file-unavailable', 'Slack does not tell where the file is')
}

async function download(deps: FetchFileDeps, href: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(href, {
      headers: { authorization: `Bearer ${deps.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(deps.timeoutMs),
    })
  } catch (cause) {
    throw new MaatstafError('file-unavailable', 'Slack did not hand over the file', { fault: 'system', cause })
  }
  if (response.status === 200) return response
  await response.body?.cancel()
  if (response.status >= 300 && response.status < 400)
    throw refused('file-not-allowed', 'the file is behind a redirect')
  if (response.status >= 500 || response.status === 429) {
    throw new MaatstafError('file-unavailable', `Slack answered ${response.status}`, { fault: 'system' })
  }
  throw refused('file-gone', `Slack answered ${response.status}`)
}

async function collected(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response.body ?? []) {
      size += part.length
      if (size > largestFile) throw tooLarge()
      parts.push(part)
    }
  } catch (cause) {
    if (cause instanceof MaatstafError) throw cause
    throw new MaatstafError('file-unavailable', 'the file broke off', { fault: 'system', cause })
  }
  // A plain array of bytes: pdf readers refuse a Buffer.
  return new Uint8Array(Buffer.concat(parts))
}

function tooLarge(): MaatstafError {
  return new MaatstafError('file-too-large', 'the file exceeds 10 MB', { details: { limitMb: 10 } })
}

function refused(code: string, message: string): MaatstafError {
  return new MaatstafError(code, message)
}
