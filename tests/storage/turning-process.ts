import { createClock } from '../../src/clock.ts'
import { silentLog } from '../../src/log.ts'
import { openStorage } from '../../src/storage/storage.ts'
import { type Place, testKey } from './engines.ts'
import { sendTurn, turnHandler } from './turning.ts'

/** A process that takes turns at a place and sends some from number `from` on, one line for each that is acknowledged, until it is killed. */
const [place, from, count] = JSON.parse(process.argv[2]!) as [Place, number, number]
const storage = await openStorage({ ...place, masterKeys: [testKey], clock: createClock(), log: silentLog })
await storage.worker.start('turns', turnHandler(storage, String(process.pid)), async () => {})
console.log('ready')
for (let n = from; n < from + count; n++) {
  await sendTurn(storage, n)
  console.log(n)
}
