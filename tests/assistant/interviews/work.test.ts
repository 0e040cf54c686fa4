import { expect, it } from 'vitest'
import { createWorker, type WorkJob } from '../../../src/assistant/interviews/work.ts'
import type { Outgoing } from '../../../src/chat/message.ts'
import type { RunningJob } from '../../../src/storage/port.ts'
import { engines } from '../../storage/engines.ts'
import { openTestHouse } from '../open-house.ts'

it('a reading whose result was handed in before its process died is not done again under the result', async () => {
  const place = await engines[0]!.newDatabase()
  const { house } = await openTestHouse(place, { now: '2026-07-10T10:00:00+02:00' })
  const said: Outgoing[] = []
  const deps = { ...house.deps, postNow: async (outgoing: Outgoing) => void said.push(outgoing) }
  const worker = createWorker(deps, () => house.deps.rules)
  const payload = {
    work: { id: 'w1', assignment: 'gone', candidate: 'gone', files: [], engine: 'rules', step: '1', progressTag: 'p' },
    message: { platform: 'web', conversation: 'web/direct/a', address: 'web:a', person: { id: 'web:a', guest: false } },
    lang: 'nl',
    progressKey: 'shown',
    rateEur: null,
  } as unknown as WorkJob
  const signal = new AbortController().signal
  const job: RunningJob = { id: 'j', key: 'w1', payload, attempt: 1, last: false, begunBefore: true, signal }
  await worker.giveUp(job, new Error('stands for any result'))
  const { turns } = await house.storage.worker.depth()
  expect(turns.waiting).toBe(1)
  await worker.run(job)
  await worker.giveUp(job, new Error('stands for any result'))
  expect((await house.storage.worker.depth()).turns.waiting).toBe(1)
  expect(said).toEqual([])
  await house.close()
  await engines[0]!.drop(place)
})
