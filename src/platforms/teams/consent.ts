import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PersonId } from '../../chat/message.ts'
import { allows, type HostRule } from './hosts.ts'

/** A file that waits until its person agrees to have it put into OneDrive. */
export type Offer = { file: string; name: string; person: PersonId }

/** Where offers are kept until they are taken up, by any process. */
export type OfferStore = {
  put(id: string, offer: Offer): Promise<void>
  get(id: string): Promise<Offer | null>
  /** True the first time: an offer is taken up once. */
  take(id: string): Promise<boolean>
}

export type Consents = { make(offer: Offer): Promise<string> }

/** A reply to a consent card, as Teams sends it. */
const reply = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ consent: z.string() }),
  uploadInfo: z
    .object({
      uploadUrl: z.string(),
      contentUrl: z.string(),
      name: z.string(),
      uniqueId: z.string().optional(),
      fileType: z.string().optional(),
    })
    .optional(),
})

export type Upload = NonNullable<z.infer<typeof reply>['uploadInfo']>

/** What is to be done about a reply; `refused` changes nothing, `gone` is told to the person. */
export type ConsentVerdict =
  | { kind: 'upload'; offer: Offer; upload: Upload }
  | { kind: 'declined' }
  | { kind: 'refused' }
  | { kind: 'gone' }

export function createConsents(store: OfferStore): Consents {
  return {
    async make(offer) {
      const id = randomUUID()
      await store.put(id, offer)
      return id
    },
  }
}

/**
 * Judges a reply before anything leaves the house: it is bound to the person whom the file was offered, to one use, and to the stores of
 * Teams, because the address to upload to is chosen by the caller (openclaw#23629).
 */
export async function judgeConsent(
  value: unknown,
  person: PersonId,
  deps: { store: OfferStore; files: HostRule },
): Promise<ConsentVerdict> {
  const parsed = reply.safeParse(value)
  if (!parsed.success) return { kind: 'refused' }
  const { action, context, uploadInfo } = parsed.data
  const offer = await deps.store.get(context.consent)
  if (offer === null) return { kind: 'gone' }
  if (offer.person !== person) return { kind: 'refused' }
  if (action === 'accept' && (!uploadInfo || !allows(deps.files, uploadInfo.uploadUrl))) return { kind: 'refused' }
  if (!(await deps.store.take(context.consent))) return { kind: 'gone' }
  return action === 'accept' && uploadInfo ? { kind: 'upload', offer, upload: uploadInfo } : { kind: 'declined' }
}

/** Puts the file where Teams said; true when it stands there. No token goes along: the address carries its own permission. */
export async function uploadFile(upload: Upload, bytes: Uint8Array, timeoutMs: number): Promise<boolean> {
  try {
    const response = await fetch(upload.uploadUrl, {
      method: 'PUT',
      redirect: 'error',
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      },
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(timeoutMs),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

/** The offers of this process only, for where nothing is stored. */
export function createOffersInMemory(): OfferStore {
  const offers = new Map<string, Offer>()
  const taken = new Set<string>()
  return {
    async put(id, offer) {
      offers.set(id, offer)
    },
    get: async (id) => offers.get(id) ?? null,
    async take(id) {
      if (taken.has(id)) return false
      taken.add(id)
      return true
    },
  }
}
