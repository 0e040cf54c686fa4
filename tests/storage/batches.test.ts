import { setImmediate as nextRound } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inBatches } from '../../src/storage/batches.ts'

it('gives everybody their own answer, in the order in which they came', async () => {
  const written: number[][] = []
  const double = inBatches(async (items: number[]) => {
    written.push(items)
    await nextRound()
    return items.map((item) => item * 2)
  })
  const numbers = Array.from({ length: 450 }, (_, n) => n)
  expect(await Promise.all(numbers.map(double))).toEqual(numbers.map((n) => n * 2))
  expect(written.flat()).toEqual(numbers)
  expect(written.length).toBeLessThan(5)
  expect(Math.max(...written.map((items) => items.length))).toBeLessThanOrEqual(200)
})

it('a write that fails fails those that were in it, and the next goes on', async () => {
  let calls = 0
  const write = inBatches(async (items: string[]) => {
    calls += 1
    await nextRound()
    if (items.includes('bad')) throw new Error('no')
    return items
  })
  const first = write('alone')
  await nextRound()
  const second = await Promise.allSettled(['bad', 'beside it'].map(write))
  expect(await first).toBe('alone')
  expect(second.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await write('later')).toBe('later')
  expect(calls).toBe(3)
})
