import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Transform } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

/** A wire to a database that can be cut and mended, be slow or silent, and that can lose the answer to one commit. */
export async function wireTo(url: string) {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let cut = false
  let lose: string | null = null
  let slowMs = 0
  let silence: Promise<void> = Promise.resolve()
  let speak = () => {}
  /** What the program says waits here; in the order in which it was said. */
  const held = () =>
    new Transform({
      async transform(chunk, _, done) {
        await silence
        if (slowMs > 0) await sleep(slowMs)
        done(null, chunk)
      },
    })
  const server = createServer((near) => {
    if (cut) return void near.destroy()
    const far = connect(Number(port || 5432), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
    near.pipe(held()).pipe(far)
    far.pipe(near)
    let marked = false
    near.on('data', (sent) => {
      marked ||= lose !== null && sent.includes(lose)
      if (!marked || !sent.includes('COMMIT')) return
      lose = null
      far.unpipe(near)
      // The database has committed once it answers; near never hears of it.
      far.once('data', () => near.destroy()).resume()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.toString(),
    cut() {
      cut = true
      for (const socket of open) socket.destroy()
    },
    mend() {
      cut = false
    },
    /** Each statement takes so much longer from now on. */
    slow(ms: number) {
      slowMs = ms
    },
    /** Nothing arrives any more, and no connection closes; as when a cable was pulled out. */
    silence() {
      silence = new Promise((done) => {
        speak = done
      })
    },
    speak() {
      speak()
    },
    /** The next transaction with a statement that holds `words` is committed, and its connection breaks before it is told. */
    loseCommitOf(words: string) {
      lose = words
    },
    isLost: () => lose === null,
    close: () =>
      new Promise<void>((done) => {
        for (const socket of open) socket.destroy()
        server.close(() => done())
      }),
  }
}
