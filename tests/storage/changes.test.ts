import { describe, expect, it } from 'vitest'
import { engines } from './engines.ts'
import { anAssignment, eventually } from './samples.ts'

describe.each(engines)('changes of assignments on the $name engine', (engine) => {
  it('are told once, together, after the commit, with their ids', async () => {
    const { storage, close } = await engine.open()
    const told: (string[] | null)[] = []
    storage.onAssignmentsChanged((ids) => told.push(ids))
    await storage.transaction(async (tx) => {
      for (const id of ['a', 'b', 'a']) await tx.assignments.save(anAssignment({ id }))
    })
    await storage.assignments.remove('b')
    await eventually('a call', () => told.length > 0)
    expect(told.flat().toSorted()).toEqual(expect.arrayContaining(['a', 'b']))
    expect(told.length).toBeLessThanOrEqual(2)
    await close()
  })

  it('are not told when the transaction is undone', async () => {
    const { storage, close } = await engine.open()
    const told: (string[] | null)[] = []
    storage.onAssignmentsChanged((ids) => told.push(ids))
    const failing = storage.transaction(async (tx) => {
      await tx.assignments.save(anAssignment({ id: 'undone' }))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await storage.assignments.save(anAssignment({ id: 'stands' }))
    await eventually('a call', () => told.length > 0)
    expect(told.flat()).toEqual(['stands'])
    await close()
  })

  it('are told as "all" when they are very many', async () => {
    const { storage, close } = await engine.open()
    const told: (string[] | null)[] = []
    storage.onAssignmentsChanged((ids) => told.push(ids))
    await storage.transaction(async (tx) => {
      for (let n = 0; n < 150; n++) await tx.assignments.save(anAssignment({ id: `a${n}` }))
    })
    await eventually('a call', () => told.length > 0)
    expect(told).toEqual([null])
    await close()
  })
})
