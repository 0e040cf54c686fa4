import type { Assignment } from '../assignments/assignment.ts'
import type { Catalogue } from '../assignments/catalogue.ts'
import type { FileRef, Outgoing, PlatformName } from '../chat/message.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Model } from '../model/port.ts'
import type { EvidenceEngine } from '../scoring/engine.ts'
import type { Storage } from '../storage/port.ts'
import type { createUploadLinks } from './links/upload-links.ts'

/** What the assistant needs from outside; everything arrives as an argument. */
export type AssistantDeps = {
  storage: Storage
  /** Confirmed assignments. */
  catalogue: Catalogue
  /** Those from the watched folder that wait for confirmation, by id. */
  waiting: Map<string, Assignment>
  clock: Clock
  log: Log
  model: Model | null
  /** Finds evidence by rules alone: nothing leaves the machine. */
  rules: EvidenceEngine
  /** Bytes of a file that came with a message, from the platform it came from. */
  fetchFile(platform: PlatformName, ref: FileRef): Promise<Uint8Array>
  /** Posts without the queue, for progress that nobody misses when it is lost. */
  postNow(outgoing: Outgoing): Promise<void>
  links: Links
  uploads: Pick<ReturnType<typeof createUploadLinks>, 'make'>
  settings: {
    admins: string[]
    /** HH:MM. */
    digestTime: string
    timeZone: string
    retentionDays: number
    /** In the web chat and the shell everybody is an administrator. */
    openPlatforms: PlatformName[]
  }
  /** A digest is ready to be posted, so many seconds after its time. */
  onDigest?(lagSeconds: number): void
  /** Counts for /metrics; names as there. */
  count(
    name: 'turns' | 'late' | 'silent' | 'refused' | 'posted' | 'setAside' | 'feedback',
    labels?: Record<string, string>,
  ): void
}

/** Signed, expiring links to pages that show one assessment. */
export type Links = {
  report(
    assessment: string,
    options: { person: string; showName: boolean; lang: 'nl' | 'en'; expires: Temporal.Instant },
  ): string
  /** Every link to this assessment's report that was made until now stops working. */
  revoke(assessment: string): Promise<void>
}
