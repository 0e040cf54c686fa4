import type { IncomingMessage } from 'node:http'

/** The whole body, or null as soon as it is known to be larger than `limit` bytes; the rest is then not read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > limit) return null
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

/** True when JSON text nests deeper than `deepest`: told before it is parsed, since what walks it later may recurse. */
export function isDeeperThan(text: string, deepest: number): boolean {
  let [depth, quoted] = [0, false]
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (quoted) {
      if (char === '\\') at += 1
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{' || char === '[') {
      depth += 1
      if (depth > deepest) return true
    } else if (char === '}' || char === ']') depth -= 1
  }
  return false
}
