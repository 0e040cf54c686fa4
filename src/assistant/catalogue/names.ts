import type { Assignment } from '../../assignments/assignment.ts'
import type { PersonId } from '../../chat/message.ts'
import type { Person, Storage } from '../../storage/port.ts'
import { fold } from '../../text/fold.ts'
import { workspaceOf } from '../turn/workspaces.ts'

/** What to call those who took these assignments, by person id; who is not known by name is left out. */
export async function ownerNames(
  storage: Pick<Storage, 'persons'>,
  assignments: Iterable<Assignment>,
): Promise<Record<PersonId, string>> {
  const owners = new Set([...assignments].flatMap(({ owner }) => (owner === null ? [] : [owner])))
  const names: Record<PersonId, string> = {}
  for (const owner of owners) {
    const name = (await storage.persons.get(owner))?.name
    if (name) names[owner] = name
  }
  return names
}

/**
 * The colleague meant by an id, a mention as the platform writes it, or a whole display name; null when nobody or more than one fits.
 * Only people of the same workspace who talked to the assistant themselves, and no guests: a candidate is never shared with a guess.
 */
export function findPerson(persons: Person[], self: PersonId, text: string): { id: PersonId; name: string } | null {
  const wanted = text.trim().replace(/^<?@?|>$/g, '')
  if (wanted === '') return null
  const near = persons.filter(({ id, guest }) => isNear(id, self) && !guest)
  const byId = near.filter(({ id }) => id === wanted || (id.includes('/') && id.endsWith(`/${wanted}`)))
  const found = byId.length > 0 ? byId : near.filter(({ name }) => name && fold(name) === fold(wanted))
  const [person] = found
  return person && found.length === 1 ? { id: person.id, name: person.name ?? wanted } : null
}

/** Where a platform has no workspaces (the web chat, the shell), everybody of that platform. */
function isNear(id: PersonId, self: PersonId): boolean {
  return id.includes('/') || self.includes('/')
    ? workspaceOf(id) === workspaceOf(self)
    : id.split(':', 1)[0] === self.split(':', 1)[0]
}
