import { beforeEach, describe, expect, it } from 'vitest'
import type { Assignment } from '../../src/assignments/assignment.ts'
import { createShelves } from '../../src/house/shelves.ts'
import { anAssignment } from '../digest/an-assignment.ts'

describe('what is held in memory of the assignments', () => {
  const stored = new Map<string, Assignment>()
  const store = (id: string, more: Partial<Assignment> = {}) => stored.set(id, anAssignment(id, {}, more))
  /** Answers wait until they are let go, in the order asked for. */
  let held: (() => void)[] | null
  const answered = async <T>(value: T): Promise<T> => {
    if (held) await new Promise<void>((resolve) => void held?.push(resolve))
    return value
  }
  const shelves = () =>
    createShelves({
      get: (id) => answered(stored.get(id) ?? null),
      all: () => answered([...stored.values()]),
    })
  const ids = ({ catalogue, waiting }: ReturnType<typeof shelves>) => [
    [...catalogue.all()].map(({ id }) => id),
    [...waiting.keys()],
  ]

  beforeEach(() => {
    stored.clear()
    held = null
  })

  it('a look at all lets go of what is no longer stored', async () => {
    store('1')
    store('2')
    store('3', { confirmed: false })
    store('4', { confirmed: false })
    const shown = shelves()
    await shown.refresh(null)
    expect(ids(shown)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    stored.delete('1')
    stored.delete('3')
    await shown.refresh(null)
    expect(ids(shown)).toEqual([['2'], ['4']])
  })

  it('one that was confirmed and waits again is nowhere once it is removed', async () => {
    store('1')
    const shown = shelves()
    await shown.refresh(null)
    store('1', { confirmed: false })
    await shown.refresh(['1'])
    stored.delete('1')
    await shown.refresh(['1'])
    expect(ids(shown)).toEqual([[], []])
  })

  it('an older look that takes long never wins from a newer one', async () => {
    store('1', { revision: 1 })
    held = []
    const shown = shelves()
    const older = shown.refresh(null)
    await Promise.resolve()
    store('1', { revision: 2 })
    const waiting = held
    held = null
    const newer = shown.refresh(['1'])
    await new Promise(setImmediate)
    for (const release of waiting) release()
    await Promise.all([older, newer])
    expect(shown.catalogue.get('1')?.revision).toBe(2)
  })

  it('a look that fails does not keep the next one from happening', async () => {
    let fails = true
    const shown = createShelves({
      get: async () => {
        if (fails) throw new Error('the database is away')
        return anAssignment('1')
      },
      all: async () => [],
    })
    await expect(shown.refresh(['1'])).rejects.toThrow('away')
    fails = false
    await shown.refresh(['1'])
    expect(shown.catalogue.size).toBe(1)
  })
})
