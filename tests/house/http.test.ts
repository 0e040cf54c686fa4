import { expect, it } from 'vitest'
import { listenHttp } from '../../src/house/http.ts'
import { silentLog } from '../../src/log.ts'

it('a stop waits for what was begun for a client who meanwhile went away', async () => {
  const steps: string[] = []
  const begun = Promise.withResolvers<void>()
  const going = Promise.withResolvers<void>()
  const server = await listenHttp({
    port: 0,
    host: '127.0.0.1',
    log: silentLog,
    handlers: [
      async (_, response) => {
        response.on('close', () => steps.push('client gone'))
        begun.resolve()
        await going.promise
        steps.push('kept')
        return true
      },
    ],
  })
  const client = new AbortController()
  const asked = fetch(`http://127.0.0.1:${server.port}`, { signal: client.signal }).catch(() => 'aborted')
  await begun.promise
  client.abort()
  expect(await asked).toBe('aborted')
  const closed = server.close().then(() => steps.push('closed'))
  await expect.poll(() => steps).toEqual(['client gone'])
  going.resolve()
  await closed
  expect(steps).toEqual(['client gone', 'kept', 'closed'])
})
