import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { fileAttachment, people } from '../standins/teams/activities.ts'
import { formatFaults } from '../standins/teams/card-format.ts'
import { cardOf, wordsOf } from '../standins/teams/connector-rules.ts'
import { openTeamsHouse } from './teams-house.ts'

const personal = (who: 'sanne' | 'tom') => `a:personal-${people[who].id}`
const found = z.object({
  composeExtension: z.object({
    attachments: z.array(
      z.object({ content: z.unknown(), preview: z.object({ content: z.object({ title: z.string() }) }) }),
    ),
  }),
})

/** What Teams offers beside the chat, from the signed request to what stands in a chat, with the real house behind it. */
describe('at home in Teams', () => {
  let teams: Awaited<ReturnType<typeof openTeamsHouse>>
  let candidateKnown = ''

  beforeAll(async () => {
    teams = await openTeamsHouse()
    const { activities, send, standIn } = teams
    standIn.files.set('/files/cv', new TextEncoder().encode(sampleCv))
    // Sanne has a candidate, about whom nobody else may hear a word.
    const cv = fileAttachment('cv.txt', `${standIn.origin}/files/cv`)
    await send(activities.message('toets KV voor 70412, €95', { files: [cv] }))
    candidateKnown = shownTo('sanne').join('\n')
  })
  afterAll(() => teams?.close())

  const shown = (conversation: (id: string) => boolean) =>
    teams.standIn.posted
      .filter((one) => conversation(one.conversation))
      .map(({ activity }) => wordsOf(cardOf(activity)))
  const shownTo = (who: 'sanne' | 'tom') => shown((id) => id === personal(who))
  const elsewhere = () => shown((id) => !id.startsWith('a:personal-'))
  const invoke = (name: string, value: unknown, more: object = {}) =>
    teams.send(teams.activities.invoke(name, value, { where: 'channel', ...more }))
  const search = async (text: string) => {
    const value = { commandId: 'find-assignments', parameters: [{ name: 'text', value: text }] }
    const answer = found.safeParse(await invoke('composeExtension/query', value, { who: 'tom' }))
    return answer.data?.composeExtension.attachments ?? []
  }
  const press = (commandId: string, content: string, who: 'sanne' | 'tom') =>
    invoke(
      'composeExtension/submitAction',
      {
        commandId,
        messagePayload: { id: content.slice(0, 20), body: { contentType: 'text', content } },
        data: { action: commandId, step: '', values: {} },
      },
      { who },
    )

  it('a search shows open assignments, whose cards say what the posting says and nothing of a candidate', async () => {
    expect(candidateKnown).toContain('Gelezen van KV')
    const results = await search('projectleider')
    expect(results.map(({ preview }) => preview.content.title.slice(0, 5)).sort()).toEqual(['70412', '70999'])
    for (const { content } of results) {
      expect(formatFaults(content)).toEqual([])
      expect(wordsOf(content)).toContain('24 uur per week')
    }
    expect(JSON.stringify(results)).not.toMatch(/\bKV\b|Verzonnen|€ ?95|Waterstede/)
    expect(await search('mobiliteit')).toHaveLength(1)
  })

  it('a posting in somebody’s message is offered for confirmation in the own chat of who chose, and nowhere else', async () => {
    const posting = samplePosting
      .replace('Projectleider duurzame mobiliteit', 'Adviseur waterveiligheid')
      .replaceAll('70412', '71500')
    await press('message-add', posting, 'tom')
    expect(shownTo('tom').at(-1)).toContain('Adviseur waterveiligheid')
    expect(elsewhere()).toEqual([])
    // Not confirmed: nobody finds it yet.
    expect(await search('waterveiligheid')).toEqual([])
  })

  it('a CV in somebody’s message begins a scoring in the own chat of who chose, and nobody hears of it', async () => {
    await press('message-score', sampleCv, 'tom')
    expect(shownTo('tom').at(-1)).toContain('Voor welke opdracht toets je een kandidaat?')
    const { activities, send } = teams
    await send(activities.message('70412', { who: 'tom' }))
    await send(activities.message('ZZ', { who: 'tom' }))
    expect(shownTo('tom').join('\n')).toContain('Gelezen van ZZ: cv, Nederlands, 2 referenties')
    expect(elsewhere()).toEqual([])
    expect(shownTo('sanne').join('\n')).toBe(candidateKnown)
  })

  it('a thumb under an answer is kept as a judgement of it, with its words', async () => {
    const { activities, send, standIn, house } = teams
    await send(activities.message('stop', { who: 'tom' }))
    await send(activities.message('welke schaal is 70412?', { who: 'tom' }))
    const { id, activity } = standIn.posted.at(-1)!
    expect(activity['channelData']).toEqual({ feedbackLoop: { type: 'default' } })
    const before = shownTo('tom').length
    const value = {
      actionName: 'feedback',
      actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"Het is schaal 12."}' },
    }
    await send(activities.invoke('message/submitAction', value, { who: 'tom', replyToId: id }))
    const judged = await house.storage.feedback.all()
    expect(judged).toMatchObject([{ verdict: 'wrong', word: 'Het is schaal 12.', question: 'welke schaal is 70412?' }])
    // Teams has thanked already.
    expect(shownTo('tom')).toHaveLength(before)
  })
})
