import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningJob } from '../../src/storage/port.ts'
import type { OpenStorage } from '../../src/storage/storage.ts'
import { idFromKey } from '../../src/text/key-id.ts'

/** Ends its process, whoever takes it. */
export const deadly = -1

/** A turn as the assistant does one: computes, then commits its effects with its key; done before, it does nothing. */
export function turnHandler(storage: OpenStorage, who: string) {
  return async ({ id, key, payload }: RunningJob): Promise<void> => {
    if (await storage.turns.committed(id)) return
    if (payload === deadly) process.kill(process.pid, 'SIGKILL')
    await sleep(5)
    await storage.transaction(async (tx) => {
      if (!(await tx.turns.commit(id))) return
      await tx.conversations.set(key, { last: payload }, { conversation: key })
      await tx.audit.append({ who, what: 'turn', about: { n: payload as number, key }, at: '2026-07-10T10:00:00Z' })
    })
  }
}

export async function sendTurn(storage: OpenStorage, n: number): Promise<void> {
  const key = `k${n % 5}`
  await storage.jobs.send('turns', { id: idFromKey(`turn ${n}`), key, payload: n, sealFor: { conversation: key } })
}

/** What was done, in order. */
export async function turnsDone(storage: OpenStorage): Promise<{ n: number; key: string; who: string }[]> {
  const done: { n: number; key: string; who: string }[] = []
  for await (const { about, who } of storage.exportAudit()) {
    done.push({ n: Number(about['n']), key: String(about['key']), who })
  }
  return done
}
