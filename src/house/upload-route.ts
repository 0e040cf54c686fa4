import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { heldRef, storedId } from '../assistant/interviews/held-files.ts'
import type { UploadLink } from '../assistant/links/upload-links.ts'
import { isClosed } from '../assistant/turn/workspaces.ts'
import type { FileRef, Incoming } from '../chat/message.ts'
import { readBody } from '../chat/request-body.ts'
import { fileName, largestFile } from '../chat/sent-file.ts'
import { MaatstafError } from '../errors.ts'
import { escapeHtml } from '../interview/html.ts'
import { removeBsns } from '../text/bsn.ts'
import { type Texts, textsFor } from '../texts/texts.ts'
import type { House } from './house.ts'
import { type Handler, linkedPageHeaders } from './http.ts'

const roles = ['cv', 'explanation', 'motivation'] as const
/** All files of the form and the little that stands around them. */
const largestBody = roles.length * largestFile + 64 * 1024
/** What nobody reads any more goes; the turn that takes the files over comes at once. */
const keptHours = 2
/** Somebody who holds the line open without sending keeps nothing occupied for longer. */
const patienceMs = 120_000

const headers = linkedPageHeaders({ form: true })

/**
 * `GET` and `POST /upload/TOKEN`: takes a CV, and what belongs to it, without them ever standing in the chat. They go on in the
 * conversation that the link was made for, as if they had been sent there.
 */
export function createUploadRoute(house: House): Handler {
  const { storage, clock, inbox, uploads } = house

  return async (request, response) => {
    const token = request.url?.match(/^\/upload\/([\w.-]+)$/)?.[1]
    if (token === undefined || !['GET', 'POST'].includes(request.method ?? '')) return false
    const link = await uploads.open(token)
    const open = link && !(await isClosed(storage, { conversation: link.conversation, person: { id: link.person } }))
    const texts = textsFor(link?.lang ?? 'nl').upload
    if (!link || !open) answer(response, 404, page(texts, link?.lang, [texts.gone], false))
    else if (request.method === 'GET') answer(response, 200, page(texts, link.lang, [texts.intro], true))
    else await take(link, texts, request, response)
    return true
  }

  async function take(
    link: UploadLink,
    texts: Texts['upload'],
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const form = await formOf(request)
    if (form === 'too-large') return answer(response, 413, page(texts, link.lang, [texts.tooLarge], true))
    const given = roles.flatMap((role) => {
      const file = form?.get(role)
      return file instanceof File && file.size > 0 ? [{ role, file }] : []
    })
    if (given.length === 0) return answer(response, 400, page(texts, link.lang, [texts.nothing], true))
    if (given.some(({ file }) => file.size > largestFile))
      return answer(response, 413, page(texts, link.lang, [texts.tooLarge], true))
    const files: FileRef[] = []
    for (const { role, file } of given) files.push(await keep(link, role, file))
    // Of two sendings at the same moment the inbox takes one. Only then is the link used up: what could not be kept can be sent again.
    const taken = await inbox.accept(messageWith(link, files))
    await uploads.use(link)
    if (taken === 'duplicate') {
      for (const file of files) await storage.files.remove(storedId(link.platform, file) ?? '')
      return answer(response, 404, page(texts, link.lang, [texts.gone], false))
    }
    answer(response, 200, page(texts, link.lang, [texts.thanks], false))
  }

  async function keep(link: UploadLink, role: FileRef['role'], file: File): Promise<FileRef> {
    const id = randomUUID()
    const name = removeBsns(fileName(file.name))
    const expires = clock.now().add({ hours: keptHours }).toString()
    const bytes = new Uint8Array(await file.arrayBuffer())
    await storage.files.put(id, { bytes, name, type: file.type }, { conversation: link.conversation }, expires)
    return { name, size: file.size, type: file.type || null, role, ref: heldRef(id) }
  }

  function messageWith(link: UploadLink, files: FileRef[]): Incoming {
    return {
      key: `upload/${link.id}`,
      platform: link.platform,
      conversation: link.conversation,
      address: link.address,
      scope: 'direct',
      addressed: true,
      person: { id: link.person, locale: link.lang, guest: false },
      text: '',
      files,
      receivedAt: clock.now().toString(),
    }
  }
}

/** Null when it is no form that a browser makes. */
async function formOf(request: IncomingMessage): Promise<FormData | 'too-large' | null> {
  const late = setTimeout(() => request.destroy(), patienceMs)
  let body: Buffer | null
  try {
    body = await readBody(request, largestBody)
  } catch (cause) {
    throw new MaatstafError('upload-broken', 'an upload broke off', { cause })
  } finally {
    clearTimeout(late)
  }
  if (!body) return 'too-large'
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) return null
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => null)
}

function answer(response: ServerResponse, status: number, body: string): void {
  // The rest of a body that was too large is not read: the connection ends with the answer.
  response.writeHead(status, { ...headers, ...(status < 400 ? {} : { connection: 'close' }) }).end(body)
}

function page(texts: Texts['upload'], lang: string | undefined, said: string[], withForm: boolean): string {
  const field = (role: (typeof roles)[number]) =>
    `<p><label>${escapeHtml(texts.fields[role])}<br><input type="file" name="${role}"${role === 'cv' ? ' required' : ''}></label></p>`
  const form = `<form method="post" enctype="multipart/form-data">${roles.map(field).join('')}<p>${escapeHtml(texts.limits)}</p><p><button>${escapeHtml(texts.send)}</button></p></form>`
  return `<!doctype html><html lang="${lang ?? 'nl'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Maatstaf</title><style>${style}</style><h1>${escapeHtml(texts.title)}</h1>${said.map((one) => `<p role="status">${escapeHtml(one)}</p>`).join('')}${withForm ? form : ''}</html>`
}

const style =
  ':root{color-scheme:light dark}body{margin:2rem auto;padding:0 1rem;max-width:34rem;font:17px/1.5 system-ui,sans-serif}h1{font-size:1.4rem}button{font:inherit;padding:.5rem 1.2rem}'
