import type { PlatformName } from '../../chat/message.ts'
import type { Storage, Stores } from '../../storage/port.ts'

/** Where a message or a person belongs: a Slack workspace, a Teams tenant. Every id of a platform begins with it. */
export function workspaceOf(id: string): string {
  return id.split('/', 1)[0]!
}

/** True when the app was removed from the workspace of this conversation or person: nothing of it is reachable from there. */
export async function isClosed(
  storage: Pick<Storage, 'settings'>,
  { conversation, person }: { conversation: string; person: { id: string } },
): Promise<boolean> {
  const workspaces = [...new Set([workspaceOf(conversation), workspaceOf(person.id)])]
  const closed = await Promise.all(workspaces.map((workspace) => storage.settings.get(closedKey(workspace))))
  return closed.some((value) => value)
}

/** The app was uninstalled there or its tokens revoked: digests stop at once, turns and links are refused. */
export async function closeWorkspace(stores: Stores, platform: PlatformName, workspace: string): Promise<void> {
  await stores.settings.set(closedKey(workspace), platform)
  for (const channel of await stores.channels.all())
    if (workspaceOf(channel.id) === workspace) await stores.channels.set({ ...channel, blocked: uninstalled })
}

/** The platform takes our token again: what was kept is reachable as before. */
export async function reopenWorkspace(stores: Stores, workspace: string): Promise<void> {
  if (!(await stores.settings.get(closedKey(workspace)))) return
  await stores.settings.remove(closedKey(workspace))
  for (const channel of await stores.channels.all())
    if (workspaceOf(channel.id) === workspace && channel.blocked === uninstalled)
      await stores.channels.set({ ...channel, blocked: null })
}

const uninstalled = 'uninstalled'

const closedKey = (workspace: string) => `closed:${workspace}`
