import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Whether bench/ has its own packages; says plainly what is left out when it has not. */
export function haveRivals(what: string): boolean {
  const here = existsSync(join(resolve(import.meta.dirname, '..'), 'node_modules/chat'))
  if (!here)
    process.stderr.write(`${what}: left out, the rivals are not installed; to install them: npm ci --prefix bench\n`)
  return here
}
