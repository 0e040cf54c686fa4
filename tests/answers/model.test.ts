import { describe, expect, it } from 'vitest'
import { maskQuestion } from '../../src/answers/mask-question.ts'
import type { Model, ModelOutcome, ModelRequest } from '../../src/model/port.ts'
import { asker, catalogueOf, invented } from './postings.ts'

const catalogue = catalogueOf(invented('01'))

/** A model that always gives this outcome, and remembers what it was asked. */
function standIn(outcome: ModelOutcome<unknown>): Model & { asked: ModelRequest<unknown>[] } {
  const asked: ModelRequest<unknown>[] = []
  return {
    host: 'model.example',
    name: 'stand-in',
    asked,
    async ask<T>(request: ModelRequest<T>) {
      asked.push(request as ModelRequest<unknown>)
      return outcome as ModelOutcome<T>
    },
  }
}

const names = (topic: string) => standIn({ kind: 'answer', value: { topic }, cached: false })
const strange = 'krijgen we hem warm aangekleed de deur uit?'

describe('the model', () => {
  it('names the topic of a question that rules do not know; the answer is the posting’s', async () => {
    const answer = await asker(catalogue, { assignment: '01' })(strange, { model: names('hours') })
    expect(answer.text).toContain('24 tot 32 uur')
    expect(answer.quotes[0]?.text).toContain('24 - 32 uur')
  })

  it('is not asked where rules know the topic', async () => {
    const model = names('hours')
    await asker(catalogue, { assignment: '01' })('wanneer sluit het?', { model })
    expect(model.asked).toEqual([])
  })

  it('is never asked about an overheard message', async () => {
    const model = names('hours')
    await asker(catalogue, { assignment: '01' })(strange, { model, unasked: true })
    expect(model.asked).toEqual([])
  })

  it.each([
    ['names no topic', names('none')],
    ['names one that does not exist', names('salaris')],
    ['fails', standIn({ kind: 'failed', why: 'timeout' })],
  ])('changes nothing when it %s', async (_, model) => {
    const ask = asker(catalogue, { assignment: '01' })
    expect((await ask(strange, { model })).text).toBe((await ask(strange)).text)
  })

  it('reads a masked question only', async () => {
    const model = names('none')
    await asker(catalogue, { assignment: '01' })(
      'krijgt kandidaat Fatima Bouali (fatima@post.example, 06-12345678) hem warm aangekleed?',
      { model },
    )
    const sent = JSON.stringify(model.asked)
    for (const secret of ['Fatima', 'Bouali', 'post.example', '12345678']) expect(sent).not.toContain(secret)
  })
})

it.each([
  ['bel <@U0123ABC> even', '<@U0123ABC>'],
  ['mail jan.jansen+cv@post.example', 'jansen'],
  ['bel 06 12 34 56 78', '34 56'],
  ['kan meneer Bakker dit', 'Bakker'],
  ['wil Anna de Vries dit', 'Vries'],
])('masks "%s"', (text, secret) => {
  expect(maskQuestion(text)).not.toContain(secret)
})
