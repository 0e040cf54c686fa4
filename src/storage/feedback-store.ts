import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { createNamespace, type Entry } from './keyed.ts'
import type { Judged, Stores } from './port.ts'
import type { Access } from './session.ts'
import type { Aside } from './set-aside.ts'
import type { Vault } from './vault.ts'

const name = 'feedback'
/** Long enough for somebody to look at it every quarter. */
const keptDays = 180

/** Judged answers, sealed for the conversation they were given in; each goes after half a year. */
export function createFeedbackStore(
  access: Access,
  vault: Vault,
  aside: Aside,
  clock: Clock,
  log: Log,
): Stores['feedback'] {
  const entries = createNamespace(access, name, log)
  const open = (id: string, { body, owner }: Entry): Promise<Judged | null> => {
    const sealed = Buffer.from(body, 'base64')
    return aside.orNull(
      access,
      { kind: 'keyed', id: `${name}:${id}`, owner: owner ?? null, body: sealed },
      'DELETE FROM keyed WHERE key = $1',
      () => access.read((session) => vault.open<Judged>(session, { table: name, id }, 'feedback', sealed)),
    )
  }
  return {
    async get(id) {
      const entry = await entries.get(id)
      return entry ? open(id, entry) : null
    },
    save: (judged, sealFor) =>
      access.write(async (session) => {
        const sealed = await vault.seal(session, sealFor, { table: name, id: judged.id }, 'feedback', judged)
        await entries.set(judged.id, {
          body: Buffer.from(sealed).toString('base64'),
          owner: vault.ownerHash(sealFor),
          expiresAt: clock
            .now()
            .add({ hours: keptDays * 24 })
            .toString(),
        })
      }),
    async all() {
      const found = await Promise.all((await entries.all()).map(([id, entry]) => open(id, entry)))
      return found.filter((judged) => judged !== null).sort((a, b) => a.at.localeCompare(b.at))
    },
  }
}
