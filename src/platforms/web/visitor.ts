import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FileRef, PersonId } from '../../chat/message.ts'
import type { Lang } from '../../chat/reply.ts'

/** Who is at the browser: a cookie, and what follows from it. */
export type Visitor = {
  /** A hash: people in a room see each other's code, never the cookie. */
  person: PersonId
  code: string
  /** Shown by the page with every post. Follows from the cookie, so that a restart of the process changes nothing. */
  token: string
  lang: Lang
  /** To set when the browser had none. */
  newCookie: string | null
  /** Binds an uploaded file to this person and conversation, so that a made-up reference opens nothing. */
  sealFile(file: FileRef, conversation: string): string
  ownsFile(file: FileRef, conversation: string, seal: string): boolean
}

const cookieName = 'maatstaf'
const fourHundredDays = 400 * 24 * 3600

export function visitorOf(request: Pick<IncomingMessage, 'headers'>): Visitor {
  const known = cookieIn(request.headers.cookie ?? '')
  const secret = known ?? randomBytes(24).toString('base64url')
  const code = createHash('sha256').update(secret).digest('hex').slice(0, 16)
  const keyed = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')
  const sealFile = (file: FileRef, conversation: string) =>
    keyed(JSON.stringify(['file', conversation, file.ref, file.name, file.size, file.type]))
  return {
    person: `web:${code}`,
    code: code.slice(0, 4),
    token: keyed('page'),
    lang: prefersEnglish(request.headers['accept-language']) ? 'en' : 'nl',
    newCookie:
      known === null ? `${cookieName}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${fourHundredDays}` : null,
    sealFile,
    ownsFile: (file, conversation, seal) => {
      const [own, shown] = [Buffer.from(sealFile(file, conversation)), Buffer.from(seal)]
      return own.length === shown.length && timingSafeEqual(own, shown)
    },
  }
}

function cookieIn(header: string): string | null {
  for (const part of header.split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === cookieName && value !== undefined && /^[\w-]{32}$/.test(value)) return value
  }
  return null
}

/** The first language that the browser names, of the two that we speak; without one Dutch, the language of the postings. */
function prefersEnglish(header: string | undefined): boolean {
  const first = (header ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((lang) => lang === 'nl' || lang === 'en')
  return first === 'en'
}
