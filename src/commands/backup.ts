import { resolve } from 'node:path'
import { retireAnchors } from '../house/audit-anchors.ts'
import type { Command } from './command.ts'

/** `backup FILE`: a copy of everything; what is sealed stays sealed. */
export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  words: ['FILE'],
  options: {},
  standsAlone: () => false,
  async run({ io, words, texts, house }) {
    const { storage } = await house()
    await storage.backup(resolve(io.cwd, words[0]!))
    io.out(`${texts.cli.saved(words[0]!)}\n`)
  },
}

/** `restore FILE`: into an empty database, with the same MAATSTAF_KEY. */
export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE',
  words: ['FILE'],
  options: {},
  standsAlone: () => false,
  async run({ io, words, texts, house }) {
    const { storage, config, clock } = await house()
    await storage.restore(resolve(io.cwd, words[0]!))
    retireAnchors(config.dataDir, clock.now())
    io.out(`${texts.cli.restored}\n`)
  },
}

/** `rewrap`: every data key under the newest master key, after which the old one may go. */
export const rewrap: Command = {
  name: 'rewrap',
  usage: 'rewrap',
  words: [],
  options: {},
  standsAlone: () => false,
  async run({ io, json, texts, house }) {
    const keys = await (await house()).storage.rewrap()
    io.out(json ? `${JSON.stringify({ keys })}\n` : `${texts.cli.rewrapped(keys)}\n`)
  },
}
