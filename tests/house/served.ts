import { createHealthRoutes } from '../../src/house/health-routes.ts'
import { listenHttp } from '../../src/house/http.ts'
import { openPlatforms } from '../../src/house/open-platforms.ts'
import { silentLog } from '../../src/log.ts'
import { openTestHouse, type TestHouse } from '../assistant/open-house.ts'
import type { Place } from '../storage/engines.ts'

/** A house with its web chat and health routes on a port, as main.ts puts them together, in this process. */
export async function serveHouse(
  place: Place,
  options: Parameters<typeof openTestHouse>[1] = {},
): Promise<{ test: TestHouse; url: string; close(): Promise<void> }> {
  const test = await openTestHouse(place, options)
  const platforms = await openPlatforms(test.house)
  const server = await listenHttp({
    port: 0,
    host: '127.0.0.1',
    handlers: [createHealthRoutes(test.house, platforms.ready), ...platforms.handlers],
    log: options.log ?? silentLog,
  })
  await test.house.work()
  await platforms.start()
  return {
    test,
    url: `http://127.0.0.1:${server.port}`,
    async close() {
      await platforms.stop()
      await server.close()
      await test.house.close()
    },
  }
}
