import { appendFileSync } from 'node:fs'

/**
 * Loaded before a server (`--import`): writes down every stretch of its own processor time in which nothing else had its turn, in
 * milliseconds, a line each. Unlike the delay by the clock it says the same whoever else keeps the machine busy.
 */
const file = process.env['STRETCHES']
const leastMs = 20
let before = used()
if (file)
  setInterval(() => {
    const now = used()
    if (now - before > leastMs) appendFileSync(file, `${now - before}\n`)
    before = now
  }, 5).unref()

function used(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
