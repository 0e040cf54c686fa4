import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assignment, Posting } from '../../assignments/assignment.ts'
import { readPostingFile } from '../../assignments/read-file.ts'
import { card } from '../../chat/card.ts'
import { MaatstafError } from '../../errors.ts'
import { isPosting, postingId } from '../../postings/posting-id.ts'
import { nameOf } from '../../postings/shown-value.ts'
import type { Stores } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import { tellPersonally } from '../delivery/tell.ts'
import type { AssistantDeps } from '../deps.ts'
import { addPosting } from './add-posting.ts'

/**
 * Postings that are put in a folder wait for confirmation in chat: in the list, where the administrators are told of them. Another
 * version of one that is confirmed changes nothing by itself. A file is read once for each content that it has had.
 */
export function createWatchedFolder(deps: AssistantDeps, folder: string): { scan(): Promise<void> } {
  const { storage, clock, log } = deps
  return {
    async scan() {
      const names = (await readdir(folder).catch(() => [])).filter(
        (name) => !name.startsWith('.') && name !== 'README.md',
      )
      for (const name of names) await take(name)
    },
  }

  async function take(name: string): Promise<void> {
    const bytes = await readFile(join(folder, name)).catch(() => null)
    if (!bytes) return
    const seen = `watched:${idFromKey(name)}`
    const hash = createHash('sha256').update(bytes).digest('hex')
    if ((await storage.settings.get(seen)) === hash) return
    try {
      const posting = await readPostingFile(bytes, name, { id: '', asOf: clock.zoned().toPlainDate().toString() })
      await storage.transaction(async (stores) => {
        await keep(stores, posting, name, hash)
        await stores.settings.set(seen, hash)
      })
    } catch (error) {
      if (!(error instanceof MaatstafError) || error.fault === 'system') throw error
      // Not a posting: told once in the log, and looked at again only when the file changes.
      log.warn('file in the watched folder is no posting', { code: error.code })
      await storage.settings.set(seen, hash)
    }
  }
  async function keep(stores: Stores, posting: Posting, name: string, hash: string): Promise<void> {
    const known = isPosting(posting) ? await stores.assignments.get(postingId(posting, name)) : null
    if (known?.confirmed) {
      if (known.text !== posting.text) await tellAdministrators(stores, known, `version:${known.id}:${hash}`)
      return
    }
    const { assignment } = await addPosting(stores, posting, {
      fileName: name,
      by: null,
      now: clock.now(),
      confirmed: false,
    })
    log.info('posting waits for confirmation', {})
    await tellAdministrators(stores, assignment, `waits:${assignment.id}:${hash}`)
  }

  async function tellAdministrators(stores: Stores, assignment: Assignment, key: string): Promise<void> {
    for (const person of deps.settings.admins) {
      await tellPersonally(stores, person, {
        key: `watched:${key}:${person}`,
        card: (texts) =>
          assignment.confirmed
            ? card({ type: 'text', text: texts.assistant.otherVersion(nameOf(assignment, texts)) })
            : card(
                { type: 'text', text: texts.assistant.postingWaits(nameOf(assignment, texts)) },
                {
                  type: 'buttons',
                  buttons: [
                    {
                      kind: 'action',
                      label: texts.postings.confirmWaiting(assignment.id),
                      action: 'posting-confirm-stored',
                      step: '',
                      values: { id: assignment.id },
                    },
                  ],
                },
              ),
      })
    }
  }
}
