import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const packageFile = resolve(import.meta.dirname, '../../package.json')
const { scripts } = JSON.parse(readFileSync(packageFile, 'utf8')) as { scripts: { start: string } }

/** The flags that `npm start` gives Node, so that what is tested and measured is what runs. */
export const startFlags: string[] = /^node (.*) src\/main\.ts$/.exec(scripts.start)![1]!.split(' ')
