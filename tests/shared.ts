import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const place = resolve(import.meta.dirname, '../../shared/evals')

/** The shared evaluation samples, which lie beside a checkout in the workshop only; tests that need them are left out where this is null. */
export const shared: string | null = existsSync(place) ? place : null

if (shared === null) console.info('the shared samples are absent: the tests on them are left out')
