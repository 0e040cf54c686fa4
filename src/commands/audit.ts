import { MaatstafError } from '../errors.ts'
import { readAnchors } from '../house/audit-anchors.ts'
import type { AuditAnchor } from '../storage/port.ts'
import { type Command, wrongUsage } from './command.ts'

/** `audit verify|export`: proof of what happened, held against the heads that were written down outside the database. */
export const audit: Command = {
  name: 'audit',
  usage: 'audit verify|export [--anchor SEQ:HASH]',
  words: ['verify|export'],
  options: { anchor: true },
  standsAlone: () => false,
  async run({ io, words, options, json, texts, house }) {
    const { storage, config } = await house()
    if (words[0] === 'export') {
      for await (const row of storage.exportAudit()) io.out(`${JSON.stringify(row)}\n`)
      return
    }
    if (words[0] !== 'verify') throw wrongUsage(audit)
    const given = typeof options['anchor'] === 'string' ? [anchorIn(options['anchor'])] : []
    const result = await storage.verifyAudit([...readAnchors(config.dataDir), ...given])
    if (json) io.out(`${JSON.stringify(result)}\n`)
    else if (result.ok) io.out(`${texts.cli.auditOk(result.rows)}\n`)
    if (!result.ok) throw new MaatstafError('audit-broken', texts.cli.auditBroken(result), { fault: 'system' })
  },
}

/** `SEQ:HASH`, as the log line "audit anchored" has it. */
function anchorIn(text: string): AuditAnchor {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (!seq || !hash) throw wrongUsage(audit)
  return { seq: Number(seq), hash }
}
