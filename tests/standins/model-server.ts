import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What one call gets back: content as a model would write it, or one of the ways in which servers and models go wrong. */
export type Reply =
  | { content: string; finish?: 'stop' | 'length' | 'content_filter'; tokens?: number }
  | { refusal: string }
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | { hang: true }
  | { reset: true }

export type ChatRequest = {
  model: string
  messages: { role: string; content: string }[]
  temperature?: number
  response_format?: { type: string; json_schema?: { name: string; strict: boolean; schema: unknown } }
}

export type ModelServer = {
  url: string
  /** Everything that came in, in order. */
  requests: ChatRequest[]
  authorization: (string | undefined)[]
  close(): Promise<void>
}

/** A local server that speaks chat completions; `reply` says what each request gets. */
export async function startModelServer(reply: (request: ChatRequest, nth: number) => Reply): Promise<ModelServer> {
  const requests: ChatRequest[] = []
  const authorization: (string | undefined)[] = []
  const server = createServer(async (incoming, response) => {
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"no such path"}}')
      return
    }
    const request = JSON.parse(await bodyOf(incoming)) as ChatRequest
    requests.push(request)
    authorization.push(incoming.headers.authorization)
    const answer = reply(request, requests.length)
    if ('hang' in answer) return
    if ('reset' in answer) return void incoming.socket.destroy()
    if ('status' in answer) {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      response.end(JSON.stringify(answer.body ?? { error: { message: 'the stand-in was told to fail' } }))
      return
    }
    const message =
      'refusal' in answer
        ? { role: 'assistant', content: null, refusal: answer.refusal }
        : { role: 'assistant', content: answer.content, refusal: null }
    const finish = 'refusal' in answer ? 'stop' : (answer.finish ?? 'stop')
    const tokens = 'refusal' in answer ? 10 : (answer.tokens ?? 10)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({
        id: `chatcmpl-${requests.length}`,
        object: 'chat.completion',
        created: 0,
        model: request.model,
        choices: [{ index: 0, message, finish_reason: finish }],
        usage: { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens },
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    authorization,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** A value of a filled prompt, read back from between its marks. */
export function valueIn(request: ChatRequest, name: string): string {
  const text = request.messages.at(-1)?.content ?? ''
  const match = new RegExp(`<(data-[0-9a-f]+) ${name}>\\n([\\s\\S]*?)\\n</\\1 ${name}>`).exec(text)
  if (!match) throw new Error(`no ${name} in the request`)
  return match[2]!
}
