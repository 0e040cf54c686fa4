import { setTimeout as sleep } from 'node:timers/promises'
import { MaatstafError } from '../errors.ts'
import type { House } from './house.ts'
import type { Handler } from './http.ts'

/** Who asks for health waits no longer than this for a database that says nothing. */
const patienceMs = 3_000

type Depth = { waiting: number; active: number; oldestSeconds: number }

/** `/healthz` (the process), `/readyz` (database, jobs, platforms; 503 while draining) and `/metrics`. */
export function createHealthRoutes(
  house: House,
  platforms: () => Promise<{ name: string; ok: boolean }[]>,
): Handler & { drain(): void } {
  let draining = false
  const handler: Handler = async (request, response) => {
    const path = request.url?.split('?')[0]
    if (request.method !== 'GET') return false
    if (path === '/healthz') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
      return true
    }
    if (path === '/readyz') {
      const database = await soon(house.storage.health()).catch(() => ({ ok: false }))
      const parts = [
        { name: 'database', ok: database.ok },
        { name: 'accepting', ok: !draining },
        { name: 'version', ok: !house.isOutdated() },
        ...(await platforms()),
      ]
      const ok = parts.every((part) => part.ok)
      response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ ok, parts }))
      return true
    }
    if (path === '/metrics') {
      const { metrics } = house
      // Without the database the rest of the figures is wanted all the more.
      const depth = await soon(house.storage.worker.depth()).catch(() => ({}))
      for (const [queue, { waiting, active, oldestSeconds }] of Object.entries<Depth>(depth)) {
        metrics.waiting.set({ queue }, waiting)
        metrics.active.set({ queue }, active)
        metrics.oldest.set({ queue }, oldestSeconds)
      }
      metrics.setAside.reset()
      for (const { queue } of await soon(house.storage.worker.setAside()).catch(() => []))
        metrics.setAside.inc({ queue })
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(await metrics.registry.metrics())
      return true
    }
    return false
  }
  return Object.assign(handler, {
    drain() {
      draining = true
    },
  })
}

async function soon<T>(asked: Promise<T>): Promise<T> {
  const late = sleep(patienceMs, undefined, { ref: false }).then(() => {
    throw new MaatstafError('database-silent', 'the database does not answer', { fault: 'system' })
  })
  return Promise.race([asked, late])
}
