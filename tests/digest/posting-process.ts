import { createDigests } from '../../src/assistant/digests/digests.ts'
import { loadConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house/house.ts'
import { silentLog } from '../../src/log.ts'
import { createSlack } from '../../src/platforms/slack/slack.ts'
import type { Place } from '../storage/engines.ts'

/** A replica that posts digests in Slack until it is killed. It tells its parent before and after each call, and looks when told to. */
const [place, now, apiUrl, token] = JSON.parse(process.argv[2]!) as [Place, string, string, string]
const config = {
  ...loadConfig({ MAATSTAF_NOW: now, MAATSTAF_KEY: Buffer.alloc(32, 7).toString('base64') }),
  dataDir: place.dataDir || '/nonexistent',
  databaseUrl: place.databaseUrl,
}
const house = await openHouse(config, silentLog, { demo: false, schema: place.schema })
const slack = createSlack({
  botToken: token,
  signingSecret: 'standin-signing-secret',
  appToken: null,
  apiUrl,
  accept: house.inbox.accept,
  query: async () => ({ kind: 'ok' }),
  clock: house.clock,
  log: silentLog,
  allowedHosts: [],
  timing: { paceMs: 0, callMs: 4_000, fileMs: 4_000, peopleMs: 4_000 },
})
const tell = (what: 'ready' | 'posting' | 'posted', key = '') => process.send?.({ what, key })
house.addPlatform('slack', {
  async post(outgoing, options) {
    tell('posting', outgoing.key)
    const result = await slack.post(outgoing, options)
    tell('posted', outgoing.key)
    return result
  },
  fetchFile: ({ ref }) => slack.fetchFile(ref),
})
await slack.start()
await house.work()
const digests = createDigests(house.deps)
process.on('message', () => void digests.enqueue().catch(() => {}))
tell('ready')
