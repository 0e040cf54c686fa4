import type { IncomingMessage } from 'node:http'
import { readBody } from '../../chat/request-body.ts'
import { MaatstafError } from '../../errors.ts'

/** The whole body; throws `code` when it is larger than `limit` bytes. */
export async function bodyOf(request: IncomingMessage, limit: number, code: string): Promise<Buffer> {
  const body = await readBody(request, limit)
  if (!body) throw new MaatstafError(code, `body over ${limit} bytes`, { details: { limit } })
  return body
}
