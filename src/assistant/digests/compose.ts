import type { Assignment } from '../../assignments/assignment.ts'
import { composeDigest, type Digest } from '../../digest/digest.ts'
import type { Schedule } from '../../digest/schedule.ts'
import { parseSeen } from '../../digest/seen.ts'
import { type DigestSettings, settingsOf } from '../../digest/settings.ts'
import type { Channel } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import { ownerNames } from '../catalogue/names.ts'
import { confirmedAssignments, openAssignments, scoringCounts } from '../catalogue/shelf.ts'
import type { AssistantDeps } from '../deps.ts'

/** What all digests of one moment have in common. */
export type DigestFacts = {
  assignments: Assignment[]
  owners: Record<string, string>
  scoring: Record<string, number>
}

/** The schedule of a channel, with the installation's time where it has none of its own. */
export function scheduleOf(settings: DigestSettings, installation: { digestTime: string }): Schedule {
  return { ...settings, time: settings.time ?? installation.digestTime }
}

/** Where a channel's last digest is remembered, so that the next one can say what is new and what moved. */
export function seenKey(channel: string): string {
  return `digest-seen:${idFromKey(channel)}`
}

/** Looks up what digests tell beside the dates: a question to the database for each open assignment, so once for many channels. */
export async function gatherFacts(
  { storage, catalogue }: Pick<AssistantDeps, 'storage' | 'catalogue'>,
  at: Temporal.ZonedDateTime,
): Promise<DigestFacts> {
  const assignments = confirmedAssignments(catalogue)
  return {
    assignments,
    owners: await ownerNames(storage, assignments),
    scoring: await scoringCounts(storage, openAssignments(catalogue, at)),
  }
}

/** What a channel's digest says at a moment; without a channel (a person's own chat), with everything as usual. */
export async function composeFor(
  deps: Pick<AssistantDeps, 'storage' | 'catalogue'>,
  channel: Pick<Channel, 'id' | 'digestSettings' | 'shared'> | null,
  options: { at: Temporal.ZonedDateTime; lang?: 'nl' | 'en'; late?: boolean; all?: boolean; facts?: DigestFacts },
): Promise<Digest> {
  const settings = settingsOf(channel?.digestSettings)
  const { at, late, all, facts = await gatherFacts(deps, at) } = options
  return composeDigest(facts.assignments, {
    date: at.toPlainDate().toString(),
    at,
    lang: options.lang ?? settings.lang,
    ...(late ? { late } : {}),
    ...(all ? { all } : {}),
    settings,
    seen: channel ? parseSeen(await deps.storage.settings.get(seenKey(channel.id))) : null,
    owners: facts.owners,
    // People of other organisations read along: not even how many candidates there are.
    scoring: channel?.shared ? {} : facts.scoring,
  })
}
