import { newDatabase } from '../parts/database.ts'
import { type Door, latencyLines, rateLine, roundsOf, whileScoringLine } from '../parts/doors.ts'
import type { Line } from '../parts/line.ts'
import { startServer } from '../parts/process.ts'
import { startTeamsApi } from '../parts/teams.ts'

const path = 'acknowledgement-teams'
const where = { path, platform: 'Teams' }

/** Activities with a signed token over HTTP, durable before the 200, beside the SDK's own adapter that stores nothing. */
export async function acknowledgementTeams(): Promise<Line[]> {
  const database = await newDatabase()
  if (!database) return []
  const api = await startTeamsApi()
  const durable = {
    ...api.environment,
    DATABASE_URL: database.url,
    MAATSTAF_KEY: Buffer.alloc(32, 1).toString('base64'),
  }
  const open = async (script: string, environment: Record<string, string>): Promise<Door> => ({
    server: await startServer(`bench/servers/${script}`, environment),
    next: (person) => api.message(person, 'wanneer sluit dit?'),
  })
  const doors = {
    ours: await open('door.ts', durable),
    echo: await open('cloud-adapter.ts', api.environment),
    silent: await open('cloud-adapter.ts', { ...api.environment, SILENT: '1' }),
  }
  const { ours, echo, silent } = await roundsOf(doors)
  const lines = [
    rateLine(
      { path, what: 'Teams: activities per second of one core, beside a bare CloudAdapter that echoes' },
      'perCpuSecond',
      [ours, echo],
      { atLeast: 0.5 },
    ),
    rateLine(
      { path, what: 'Teams: the same beside a CloudAdapter that does not even echo' },
      'perCpuSecond',
      [ours, silent],
      null,
    ),
    rateLine(
      { path, what: 'Teams: activities per second by the clock, over the CloudAdapter that echoes' },
      'perSecond',
      [ours, echo],
      null,
    ),
  ]
  await doors.echo.server.stop()
  lines.push(...(await latencyLines(where, doors.ours, doors.silent, 'a CloudAdapter that stores nothing')))
  await doors.ours.server.stop()
  await doors.silent.server.stop()
  const scoring = await open('door.ts', { ...durable, SCORING: '1' })
  lines.push(await whileScoringLine(where, scoring))
  await scoring.server.stop()
  await api.close()
  await database.drop()
  return lines
}
