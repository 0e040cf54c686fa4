import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

/** A request as node:http gives it, without a server: headers in small letters, the body in pieces, a peer on this machine. */
export function aRequest(
  headers: Record<string, string | string[] | undefined>,
  body: string | Uint8Array,
  remoteAddress: string | undefined = '127.0.0.1',
): IncomingMessage {
  const bytes = Buffer.from(body as string)
  const middle = Math.floor(bytes.length / 2)
  const stream = Readable.from([bytes.subarray(0, middle), bytes.subarray(middle)])
  return Object.assign(stream, { headers, socket: { remoteAddress } }) as unknown as IncomingMessage
}
