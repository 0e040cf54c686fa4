import { PGlite } from '@electric-sql/pglite'

/**
 * Run as a process of its own by the first start: making a database leaves hundreds of megabytes resident in the process that does
 * it, opening one that exists does not.
 */
const [directory] = process.argv.slice(2)
if (!directory) throw new Error('usage: make-database DIRECTORY')
const database = await PGlite.create({ dataDir: directory })
await database.close()
