import { expect, it } from 'vitest'
import { createTranscript } from '../../src/house/web-transcript.ts'
import { type TranscriptEntry, visibleTo } from '../../src/platforms/web/transcript.ts'
import { engines } from '../storage/engines.ts'

it.each(engines)('what two writers say at once in one web chat all stays ($name database)', async (engine) => {
  const place = await engine.newPlace()
  const first = await engine.open({ place })
  // The embedded engine has one process; there the second writer is another part of it.
  const second = engine.name === 'server' ? await engine.open({ place }) : first
  const writers = [createTranscript(first.storage), createTranscript(second.storage)]
  const keys = Array.from({ length: 40 }, (_, n) => `k${n}`)
  await Promise.all(
    keys.map((key, n) =>
      writers[n % 2]!.append('web:room', {
        key,
        order: n,
        at: '2026-07-10T10:00:00Z',
        from: 'person',
        person: 'web:sanne',
        text: key,
        files: [],
      }),
    ),
  )
  expect((await writers[0]!.load('web:room')).map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
  if (second !== first) await second.storage.close()
  await first.storage.close()
  await engine.drop(place)
})

it('an answer that is posted once more, because its process died, stays where people saw it', async () => {
  const engine = engines[0]!
  const { storage, close } = await engine.open()
  const transcript = createTranscript(storage)
  const at = '2026-07-10T10:00:00Z'
  const said = (key: string, order: number): TranscriptEntry => ({
    key,
    order,
    at,
    from: 'person',
    person: 'web:sanne',
    text: key,
    files: [],
  })
  const answer = (order: number): TranscriptEntry => ({
    key: 'a',
    order,
    at,
    from: 'assistant',
    card: { elements: [] },
  })
  for (const entry of [said('first', 1), answer(2), said('second', 3), answer(4)])
    await transcript.append('web:sanne', entry)
  const shown = visibleTo('web:sanne', await transcript.load('web:sanne'))
  expect(shown.map(({ key }) => key)).toEqual(['first', 'a', 'second'])
  await close()
})
