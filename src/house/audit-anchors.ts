import { appendFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Log } from '../log.ts'
import type { AuditAnchor, Storage } from '../storage/port.ts'

const shape = z.object({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) })
const fileOf = (dataDir: string) => join(dataDir, 'audit-anchors.jsonl')

/**
 * Writes the head of the audit log down outside the database: in a file beside the data, and as a log line, which usually goes to
 * another machine. Whoever puts an older copy of the database in place cannot undo both.
 */
export async function anchorAudit({
  storage,
  dataDir,
  log,
}: {
  storage: Pick<Storage, 'auditHead'>
  dataDir: string
  log: Log
}): Promise<void> {
  const head = await storage.auditHead()
  if (!head || readAnchors(dataDir).at(-1)?.hash === head.hash) return
  log.info('audit anchored', { seq: head.seq, hash: head.hash })
  // With a database server there need not be such a directory; the line in the log is an anchor too.
  if (!existsSync(dataDir)) return
  try {
    appendFileSync(fileOf(dataDir), `${JSON.stringify(head)}\n`, { mode: 0o600 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    log.warn('audit anchor not kept beside the data', { code })
  }
}

/** After a restore the log is an older one, and rightly so: what was written down before is put aside, not thrown away. */
export function retireAnchors(dataDir: string, at: Temporal.Instant): void {
  const file = fileOf(dataDir)
  if (existsSync(file)) renameSync(file, `${file}.${at.epochMilliseconds}`)
}

/** The heads that were written down here, oldest first; a line that is none (cut off by a full disk) is passed over. */
export function readAnchors(dataDir: string): AuditAnchor[] {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const parsed = shape.safeParse(JSON.parse(line))
        return parsed.success ? [parsed.data] : []
      } catch {
        return []
      }
    })
}
