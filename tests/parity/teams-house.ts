import type { House } from '../../src/house/house.ts'
import { listenHttp } from '../../src/house/http.ts'
import { openPlatforms } from '../../src/house/open-platforms.ts'
import { silentLog } from '../../src/log.ts'
import { settingsFor } from '../platforms/teams/running-teams.ts'
import { createActivities } from '../standins/teams/activities.ts'
import { createTeamsStandIn } from '../standins/teams/server.ts'
import { tokenFor } from '../standins/teams/tokens.ts'
import { openRealHouse } from './driver.ts'

/** The real house with the real adapter behind signed HTTP, and the strict stand-in of Microsoft that it talks to. */
export async function openTeamsHouse(around: (house: House) => House = (house) => house) {
  const standIn = await createTeamsStandIn()
  const { house, settled, close } = await openRealHouse({
    ...settingsFor(standIn),
    // On the web and in the shell everybody is one.
    MAATSTAF_ADMINS: 'teams:tenant-1/aad-sanne',
  })
  const platforms = await openPlatforms(around(house))
  house.platforms = platforms
  const server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: platforms.handlers, log: silentLog })
  await platforms.start()
  // Until the keys are there, nobody gets in.
  while (!(await platforms.ready()).every(({ ok }) => ok)) await new Promise((resolve) => setTimeout(resolve, 5))
  await house.work()
  const now = () => house.clock.real().epochMilliseconds

  return {
    house,
    standIn,
    activities: createActivities(standIn.serviceUrl, now),
    url: `http://127.0.0.1:${server.port}`,
    /** Delivers an activity as Teams does, and waits until all it caused is done; what Teams got as answer. */
    async send(activity: unknown): Promise<unknown> {
      const token = tokenFor(standIn.serviceUrl, standIn.key(), Math.floor(now() / 1000))
      const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
      })
      const body = await response.text()
      if (response.status !== 200) throw new Error(`Teams got ${response.status}`)
      await settled()
      return body === '' ? null : JSON.parse(body)
    },
    async close() {
      await platforms.stop()
      await server.close()
      await close()
      const { complaints } = standIn
      await standIn.close()
      if (complaints.length > 0) throw new Error(`a strict Teams would have refused: ${complaints.join(' | ')}`)
    },
  }
}
