/**
 * What became of one attempt to post. A platform never repeats by itself: the poster (a job queue) decides, because it alone outlives
 * the process.
 */
export type PostResult =
  /** The platform's id of what was posted; hand it back as `replaces` or to find it again. */
  | { ok: string }
  /** Surely not posted; the platform wants this many seconds of rest first. */
  | { retryAfter: number }
  /** Surely not posted. `permanent`: posting there stays impossible until somebody acts (not invited, archived, removed). */
  | { refused: string; permanent: boolean }
  /** The answer was lost: it may or may not stand there. Post again only with `repeated`. */
  | { ambiguous: true }

export type PostOptions = {
  /** What the post named by `outgoing.replaces` became (the `ok` of then); absent: it is posted as a new message. */
  replaces?: string
  /** The bytes of `outgoing.file`. */
  file?: Uint8Array
  /** An earlier attempt may have arrived: look for it first; where nothing can be read back, the answer is `ambiguous` again. */
  repeated?: boolean
  /** The language of the few words a platform adds itself. */
  lang?: 'nl' | 'en'
}
