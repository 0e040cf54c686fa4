import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { startFlags } from './start-flags.ts'

it('the image starts the assistant with the flags of npm start', () => {
  const dockerfile = readFileSync(resolve(import.meta.dirname, '../../Dockerfile'), 'utf8')
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)![1]!) as string[]
  expect(command).toEqual(['node', ...startFlags, 'src/main.ts'])
})
