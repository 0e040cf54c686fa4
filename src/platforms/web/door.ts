import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Headers that a proxy adds: behind one, the peer's address says nothing about who asks. */
const forwarding =
  /^(?:forwarded|via|x-forwarded(?:-.*)?|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-.*|fly-.*)$/

/**
 * The web chat knows nobody by name, so it is for the person at this machine: a loopback peer, a loopback Host (a page of another
 * site that points its own name at 127.0.0.1 fails here), and no sign of a proxy in between.
 */
export function isLocal(request: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  return (
    isLoopbackAddress(request.socket.remoteAddress ?? '') &&
    isLoopbackHost(request.headers.host ?? '') &&
    !Object.keys(request.headers).some((name) => forwarding.test(name))
  )
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(address)
}

function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host)
}

/**
 * True when our own page sent this: the browser says so (Origin, or Sec-Fetch-Site where there is no Origin), and the page showed
 * the token that only it could read.
 */
export function isFromPage(request: Pick<IncomingMessage, 'headers'>, token: string): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined ? site === undefined : origin !== `http://${host}`) return false
  const shown = request.headers['x-page-token']
  return typeof shown === 'string' && sameText(shown, token)
}

/** Reading is for our page too; a navigation (`none`, or a link from elsewhere to the page itself) is judged by the caller. */
export function isCrossSite(request: Pick<IncomingMessage, 'headers'>): boolean {
  const site = request.headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
