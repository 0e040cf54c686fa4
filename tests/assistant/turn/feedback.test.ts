import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../../src/chat/card.ts'
import { feedback } from '../../../src/commands/feedback.ts'
import { engines, type TestEngine } from '../../storage/engines.ts'
import { traces } from '../../storage/peek.ts'
import { openWorkingHouse, type Said, type WorkingHouse } from '../open-house.ts'

describe.each(engines)('judging an answer ($name database)', (engine: TestEngine) => {
  let test: WorkingHouse

  beforeEach(async () => {
    test = await openWorkingHouse(engine)
  })
  afterEach(() => test.leave())

  const answerOf = (said: Said[]): string => {
    const answer = said.map(({ card }: { card: Card }) => card.feedback?.answer).find((id) => id !== undefined)
    if (!answer) throw new Error('nothing here can be judged')
    return answer
  }
  const judge = (answer: string, verdict: string, more: Record<string, string> = {}, person = 'cli:sanne') =>
    test.tell({
      person: { id: person, guest: false },
      action: { name: 'feedback', step: '', values: { answer, verdict, ...more } },
    })
  const kept = () => test.house.storage.feedback.all()
  const counted = async () =>
    (await test.house.metrics.feedback.get()).values.map(({ labels, value }) => [labels['verdict'], value])

  it('is offered with every answer that tells something of a posting, and with nothing else', async () => {
    for (const question of ['wanneer sluit 70412?', 'wat is de kleur van het gebouw van 70412?'])
      expect((await test.tell(question))[0]?.card.feedback).toMatchObject({
        right: 'Dit klopt',
        wrong: 'Dit klopt niet',
      })
    for (const words of ['help', 'dank je', 'opdrachten', 'digest aan'])
      expect((await test.tell(words))[0]?.card.feedback).toBeUndefined()
  })

  it('keeps what was asked, said before and answered, counts it, and asks what was wrong', async () => {
    await test.tell('wanneer sluit 70412?')
    const answer = answerOf(await test.tell('en welke schaal?'))
    const [thanks] = await judge(answer, 'wrong')
    expect(thanks?.card.elements.some((element) => element.type === 'form')).toBe(true)
    await test.tell({ action: { name: 'feedback-word', step: answer, values: { word: 'het is schaal 12' } } })
    expect(await kept()).toMatchObject([
      {
        verdict: 'wrong',
        question: 'en welke schaal?',
        word: 'het is schaal 12',
        assignment: '70412',
        history: [{ role: 'user', text: 'wanneer sluit 70412?' }, { role: 'assistant' }],
      },
    ])
    expect(await counted()).toEqual([['wrong', 1]])
  })

  it('holds one judgement for each answer and person: thinking again changes it', async () => {
    const answer = answerOf(await test.tell('wanneer sluit 70412?'))
    await judge(answer, 'wrong')
    await judge(answer, 'wrong')
    await judge(answer, 'right')
    await judge(answer, 'right', {}, 'cli:tom')
    expect((await kept()).map(({ verdict }) => verdict)).toEqual(['right', 'right'])
    expect(await counted()).toEqual(
      expect.arrayContaining([
        ['wrong', 1],
        ['right', 2],
      ]),
    )
  })

  it('is the same in words: "klopt niet", with what is wrong behind it', async () => {
    await test.tell('welke schaal is 70412?')
    const [thanks] = await test.tell('klopt niet, het is schaal 12')
    expect(thanks?.text).toContain('bewaard om ervan te leren')
    expect((await kept())[0]).toMatchObject({ question: 'welke schaal is 70412?', word: 'het is schaal 12' })
  })

  it('says nothing where the platform thanks the person itself', async () => {
    const answer = answerOf(await test.tell('wanneer sluit 70412?'))
    expect(await judge(answer, 'wrong', { word: 'te laat', quiet: 'yes' })).toEqual([])
    expect(await kept()).toMatchObject([{ verdict: 'wrong', word: 'te laat' }])
  })

  it('judges no answer of another conversation, and explains nobody else’s judgement', async () => {
    const answer = answerOf(await test.tell('wanneer sluit 70412?'))
    const elsewhere = { conversation: 'dm-tom', person: { id: 'cli:tom', guest: false } }
    await test.tell({ ...elsewhere, action: { name: 'feedback', step: '', values: { answer, verdict: 'wrong' } } })
    expect(await kept()).toEqual([])
    await judge(answer, 'wrong')
    const [refused] = await test.tell({
      ...elsewhere,
      action: { name: 'feedback-word', step: answer, values: { word: 'van Tom' } },
    })
    expect(refused?.text).toContain('staat niet meer in ons gesprek')
    expect((await kept())[0]?.word).toBeNull()
  })

  it('lies sealed, without the names in it, and expires', async () => {
    const answer = answerOf(await test.tell('mag kandidaat Aaltje zich voor 70412 nog melden, wanneer sluit het?'))
    await judge(answer, 'wrong', { word: 'kanariewoord' })
    const [one] = await kept()
    expect(one?.question).not.toContain('Aaltje')
    expect(await traces(test.place, 'kanariewoord')).toEqual([])
    await test.house.storage.purge(test.house.clock.now().add({ hours: 181 * 24 }))
    expect(await kept()).toEqual([])
  })

  it('comes out of the shell as evaluation cases: the wrong ones', async () => {
    const answer = answerOf(await test.tell('wanneer sluit 70412?'))
    await judge(answer, 'wrong', { word: 'een dag eerder' })
    await judge(answerOf(await test.tell('welke schaal is 70412?')), 'right')
    const [out, err]: [string[], string[]] = [[], []]
    await feedback.run({
      io: { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) },
      texts: (await import('../../../src/texts/texts.ts')).textsFor('nl'),
      house: async () => test.house,
    } as unknown as Parameters<typeof feedback.run>[0])
    expect(out.map((line) => JSON.parse(line))).toMatchObject([
      { question: 'wanneer sluit 70412?', context: '70412', word: 'een dag eerder', history: [] },
    ])
    expect(err.join('')).toContain('2 beoordelingen')
  })
})
