import type { DataKeys } from './data-keys.ts'
import { ownerHash } from './data-keys.ts'
import type { SealOwner } from './port.ts'
import type { Session } from './session.ts'
import { pack, type StoredKind, unpack } from './stored.ts'

/** Versioned documents, sealed for their owner and bound to the record and field they stand in. */
export type Vault = {
  seal(
    session: Session,
    owner: SealOwner,
    place: { table: string; id: string },
    kind: StoredKind,
    value: unknown,
  ): Promise<Uint8Array>
  /** Several are about to be sealed, for these owners. */
  prepare(session: Session, owners: SealOwner[]): Promise<void>
  open<T>(session: Session, place: { table: string; id: string }, kind: StoredKind, sealed: Uint8Array): Promise<T>
  ownerHash(owner: SealOwner): string
}

export function createVault(keys: DataKeys): Vault {
  return {
    seal: (session, owner, place, kind, value) =>
      keys.seal(session, owner, { ...place, field: kind }, Buffer.from(pack(kind, value))),
    prepare: keys.prepare,
    async open(session, place, kind, sealed) {
      const plain = await keys.open(session, { ...place, field: kind }, sealed)
      return unpack(kind, Buffer.from(plain).toString())
    },
    ownerHash,
  }
}
