import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export type Prepared = { path: string; headers: Record<string, string>; body: string }

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** One POST; resolves with the milliseconds to the whole answer. Rejects on anything but 200. */
export function post(url: string, prepared: Prepared, from = performance.now()): Promise<number> {
  const { path, headers, body } = prepared
  return new Promise((done, fail) => {
    const call = request(
      `${url}${path}`,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        response.on('error', fail).on('end', () => {
          if (response.statusCode === 200) done(performance.now() - from)
          else fail(new Error(`${url}${path} answered ${response.statusCode}`))
        })
        response.resume()
      },
    )
    // A connection kept since the last round may have been closed by the server just now.
    call.on('error', (error) => (call.reusedSocket ? post(url, prepared, from).then(done, fail) : fail(error)))
    call.end(body)
  })
}

/** As many as go through in `seconds`, or `count` of them, with `lanes` at once: how many went, and the milliseconds of each. */
export async function flood(
  send: (nth: number) => Promise<number>,
  options: { lanes: number } & ({ seconds: number } | { count: number }),
): Promise<{ count: number; times: number[]; seconds: number }> {
  const from = performance.now()
  const goesOn = (nth: number) =>
    'count' in options ? nth < options.count : performance.now() < from + options.seconds * 1000
  const times: number[] = []
  let nth = 0
  await Promise.all(
    Array.from({ length: options.lanes }, async () => {
      while (goesOn(nth)) times.push(await send(nth++))
    }),
  )
  return { count: times.length, times, seconds: (performance.now() - from) / 1000 }
}

/**
 * `perSecond` of them at fixed moments, whether earlier ones are answered or not. Times count from the moment it should have been
 * sent, so that a server that stalls cannot hide it by holding up the sender. Rejects when one of them does.
 */
export async function steady(
  send: (nth: number) => Promise<unknown>,
  options: { perSecond: number; seconds: number },
): Promise<number[]> {
  const { perSecond, seconds } = options
  const from = performance.now()
  const times: number[] = []
  const all: Promise<void>[] = []
  let fault: unknown
  let failed = false
  for (let nth = 0; nth < perSecond * seconds; nth++) {
    const due = from + (nth * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await sleep(early)
    all.push(
      send(nth).then(
        () => void times.push(performance.now() - due),
        (error) => {
          fault ??= error
          failed = true
        },
      ),
    )
    if (failed) break
  }
  await Promise.all(all)
  if (failed) throw fault
  return times
}
