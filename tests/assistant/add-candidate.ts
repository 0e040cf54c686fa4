import type { Candidate } from '../../src/candidates/record.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { idFromKey } from '../../src/text/key-id.ts'
import type { TestHouse } from './open-house.ts'

/** A candidate whose CV was read before, as a scoring leaves one behind. */
export async function addCandidate(
  { house }: Pick<TestHouse, 'house'>,
  about: { code: string; owner: string; cv: string; sharedWith?: string[]; told?: boolean },
): Promise<Candidate> {
  const { code, owner, sharedWith = [], told } = about
  const [id, file] = [idFromKey(`candidate:${owner}:${code}`), idFromKey(`file:${owner}:${code}`)]
  const document = await readDocument(new TextEncoder().encode(about.cv), 'cv.txt')
  const at = house.clock.now().toString()
  const candidate: Candidate = {
    id,
    code,
    owner,
    sharedWith,
    files: [{ kind: 'cv', file, name: 'cv.txt', hash: document.hash, version: 1, at }],
    confirmed: null,
    consent: {
      model: null,
      informed: null,
      keepForAYear: false,
      at: null,
      ...(told === undefined ? {} : { matching: { told, by: owner, at } }),
    },
    offeredOn: [],
    createdAt: at,
  }
  await house.storage.transaction(async (stores) => {
    await stores.candidates.save(candidate)
    await stores.documents.put(file, document, { candidate: id })
  })
  return candidate
}
