import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Half of a start is stripping and compiling the same files again. Beside the packages, where only who installs may write: what lies
// in the cache is run. Where it cannot be written there is none, and the start takes longer.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/maatstaf'))

const { start } = await import('./house/start.ts')
start()
