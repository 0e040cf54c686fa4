import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Child processes, the embedded database and Chromium start slowly on a small machine with busy neighbours.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    // Most of the time is spent waiting for processes, databases and browsers: left to itself, Vitest takes one core of two.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
})
