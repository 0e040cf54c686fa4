import { basename, extname } from 'node:path'
import { assignmentCard } from '../answers/cards.ts'
import { readPostingFile } from '../assignments/read-file.ts'
import { plainText } from '../chat/plain-text.ts'
import { type Command, readBytes } from './command.ts'
import { asAssignment } from './posting-folder.ts'

/** `read FILE|-`: a posting → its facts. */
export const read: Command = {
  name: 'read',
  usage: 'read FILE|-',
  words: ['FILE'],
  options: {},
  standsAlone: () => true,
  async run({ io, words, json, clock, lang }) {
    const path = words[0]!
    const name = path === '-' ? 'posting.txt' : basename(path)
    const { id, posting, facts } = await readPostingFile(await readBytes(io, path), name, {
      id: name.slice(0, name.length - extname(name).length),
    })
    if (json) return io.out(`${JSON.stringify({ id, ...posting, facts }, null, 2)}\n`)
    io.out(`${plainText(assignmentCard(asAssignment({ id, text: '', posting, facts }), clock.zoned(), lang))}\n`)
  },
}
