import { basename } from 'node:path'
import { listCard } from '../answers/cards.ts'
import { closesAt } from '../assignments/deadlines.ts'
import { readPostingFile } from '../assignments/read-file.ts'
import { addPosting } from '../assistant/catalogue/add-posting.ts'
import { confirmedAssignments, openAssignments } from '../assistant/catalogue/shelf.ts'
import { plainText } from '../chat/plain-text.ts'
import { MaatstafError } from '../errors.ts'
import { catalogueFor } from './ask.ts'
import { type Command, readBytes } from './command.ts'

/** `add FILE|-`: adds and confirms at once. */
export const add: Command = {
  name: 'add',
  usage: 'add FILE|-',
  words: ['FILE'],
  options: {},
  standsAlone: () => false,
  async run({ io, words, json, texts, clock, house }) {
    const path = words[0]!
    const name = path === '-' ? '' : basename(path)
    const { storage, deps } = await house()
    const posting = await readPostingFile(await readBytes(io, path), name || 'posting.txt', { id: '' })
    const result = await storage.transaction((stores) =>
      addPosting(stores, posting, { fileName: name || null, by: 'cli', now: clock.now() }),
    )
    deps.catalogue.put(result.assignment)
    io.out(
      json
        ? `${JSON.stringify({ id: result.assignment.id, status: result.status, changes: result.changes })}\n`
        : `${result.assignment.id}: ${texts.cli.added[result.status]}\n`,
    )
  },
}

/** `list [--open] [--closing 7d]`: the catalogue, soonest closing first. */
export const list: Command = {
  name: 'list',
  usage: 'list [--open] [--closing 7d]',
  words: [],
  options: { open: false, closing: true },
  standsAlone: (options) => Boolean(options['postings']),
  async run(context) {
    const { io, options, json, lang, texts, clock } = context
    const catalogue = await catalogueFor(context)
    const now = clock.zoned()
    const until = typeof options['closing'] === 'string' ? now.add(daysOf(options['closing'])) : null
    const open = openAssignments(catalogue, now)
    const all =
      options['open'] || until
        ? open
        : [...open, ...confirmedAssignments(catalogue).filter((each) => !open.includes(each))]
    const shown = all.filter((assignment) => {
      const last = until ? closesAt(assignment, clock.timeZone)?.last : null
      return !until || (last && Temporal.ZonedDateTime.compare(last, until) <= 0)
    })
    if (json) {
      const rows = shown.map(({ id, state, posting }) => ({
        id,
        title: posting.title,
        organisation: posting.organisation,
        state,
        deadlines: posting.deadlines,
      }))
      return io.out(`${JSON.stringify(rows, null, 2)}\n`)
    }
    io.out(shown.length === 0 ? `${texts.cli.nothingOpen}\n` : `${plainText(listCard(shown, now, lang))}\n`)
  },
}

/** `remove ID`. */
export const remove: Command = {
  name: 'remove',
  usage: 'remove ID',
  words: ['ID'],
  options: {},
  standsAlone: () => false,
  async run({ io, words, json, texts, house }) {
    const { storage, catalogue, clock } = await house()
    const id = words[0]!
    const removed = await storage.transaction(async (stores) => {
      await stores.audit.append({
        who: 'cli',
        what: 'assignment-removed',
        about: { assignment: id },
        at: clock.now().toString(),
      })
      return stores.assignments.remove(id)
    })
    if (!removed) throw new MaatstafError('unknown-assignment', 'no such assignment', { details: { id } })
    catalogue.remove(id)
    io.out(json ? `${JSON.stringify({ id, removed: true })}\n` : `${texts.cli.removed(id)}\n`)
  },
}

function daysOf(option: string): { days: number } {
  const match = option.match(/^(\d{1,4})d$/)
  if (!match)
    throw new MaatstafError('bad-duration', '--closing takes a number of days, such as 7d', { fault: 'usage' })
  return { days: Number(match[1]) }
}
