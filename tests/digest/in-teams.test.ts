import { describe, expect, it } from 'vitest'
import { createDigests } from '../../src/assistant/digests/digests.ts'
import { until } from '../house/visitor.ts'
import { openTeamsHouse } from '../parity/teams-house.ts'
import { channel } from '../standins/teams/activities.ts'
import { cardOf, wordsOf } from '../standins/teams/connector-rules.ts'
import type { Mishap } from '../standins/teams/server.ts'

type TeamsHouse = Awaited<ReturnType<typeof openTeamsHouse>>

/** A channel that wants its digest at the minute at which the house opened. */
async function subscribed(test: TeamsHouse) {
  const { house, activities, send } = test
  // Whoever subscribes has talked to it: Teams lets it write to nobody else.
  await send(activities.message('hallo'))
  await send(activities.message('deadlines aan 08:30', { where: 'channel', mention: true }))
  const [one] = (await house.storage.channels.all()).filter(({ digest }) => digest === 'on')
  const since = house.clock.now().subtract({ hours: 24 }).toString()
  const digestSettings = { ...one!.digestSettings, time: '10:00', since, timeSetAt: since }
  await house.storage.transaction((stores) => stores.channels.set({ ...one!, digestSettings }))
}

const said = ({ standIn }: TeamsHouse, inChannel: boolean) =>
  standIn.posted
    .filter(({ conversation }) => conversation.startsWith(channel) === inChannel)
    .map(({ activity }) => wordsOf(cardOf(activity)))

describe('a digest to Teams', () => {
  it.each<[string, Mishap[], number]>([
    ['arrives once', [], 1],
    ['of which the answer was lost stands there once', [{ kind: 'done-then-reset' }], 1],
    ['of which nobody knows whether it arrived is not posted a second time', [{ kind: 'reset' }], 0],
  ])('%s, and who asked for it hears of any doubt', async (_, mishaps, visible) => {
    const test = await openTeamsHouse()
    await subscribed(test)
    const before = said(test, false).length
    test.standIn.mishap(...mishaps)
    const digests = createDigests(test.house.deps)
    await digests.enqueue()
    const doubt = mishaps.length > 0
    await until('the digest, or the word to its owner', async () =>
      doubt ? said(test, false).length > before : said(test, true).some((words) => words.includes('stand van')),
    )
    await digests.enqueue()
    await until('quiet', async () => {
      const { digests: runs, posts } = await test.house.storage.worker.depth()
      return runs.waiting + runs.active + posts.waiting + posts.active === 0
    })
    expect(said(test, true).filter((words) => words.includes('Deadlines, stand van vrijdag 10 juli'))).toHaveLength(
      visible,
    )
    const told = said(test, false).slice(before).join('\n')
    if (doubt) expect(told).toContain('weet ik niet of het is aangekomen')
    else expect(told).toBe('')
    const audited: string[] = []
    for await (const { what } of test.house.storage.exportAudit()) audited.push(what)
    expect(audited.filter((what) => what === 'digest-uncertain')).toHaveLength(doubt ? 1 : 0)
    await test.close()
  })
})
