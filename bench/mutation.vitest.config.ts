import { defineConfig } from 'vitest/config'

/** The tests that answer for the files of stryker.config.json; every mutant runs them, so only what is quick stands here. */
export default defineConfig({
  test: {
    include: [
      'tests/storage/seal*.test.ts',
      'tests/chat/inbox.test.ts',
      'tests/digest/schedule.test.ts',
      'tests/text/months.test.ts',
      'tests/text/locate*.test.ts',
      'tests/platforms/*/guard.test.ts',
      'tests/platforms/web/door.test.ts',
    ],
    testTimeout: 60_000,
  },
})
