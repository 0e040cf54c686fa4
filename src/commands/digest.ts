import { confirmedAssignments } from '../assistant/catalogue/shelf.ts'
import { composeDigest } from '../digest/digest.ts'
import { MaatstafError } from '../errors.ts'
import { catalogueFor } from './ask.ts'
import type { Command } from './command.ts'

/** `digest [--date]`: what the digest would say on that date at DIGEST_TIME, or, with `--now` on that date, at that moment. */
export const digest: Command = {
  name: 'digest',
  usage: 'digest [--date YYYY-MM-DD]',
  words: [],
  options: { date: true },
  standsAlone: (options) => Boolean(options['postings']),
  async run(context) {
    const { io, options, clock, lang, json } = context
    const catalogue = await catalogueFor(context)
    const now = clock.zoned()
    const date = dateOf(options['date']) ?? now.toPlainDate()
    const digestTime = context.config().digestTime
    const moment =
      options['now'] && now.toPlainDate().equals(date)
        ? now
        : date.toZonedDateTime({ timeZone: clock.timeZone, plainTime: Temporal.PlainTime.from(digestTime) })
    const { items, text } = composeDigest(confirmedAssignments(catalogue), { date: date.toString(), at: moment, lang })
    io.out(json ? `${JSON.stringify({ date: date.toString(), items, text }, null, 2)}\n` : `${text}\n`)
  },
}

function dateOf(option: string | boolean | undefined): Temporal.PlainDate | null {
  if (typeof option !== 'string') return null
  try {
    return Temporal.PlainDate.from(option)
  } catch (cause) {
    throw new MaatstafError('bad-date', '--date takes a date such as 2026-07-10', { fault: 'usage', cause })
  }
}
