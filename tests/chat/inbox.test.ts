import { expect, it } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import { createInbox } from '../../src/chat/inbox.ts'
import type { Incoming } from '../../src/chat/message.ts'
import type { Job, QueueName } from '../../src/storage/port.ts'
import { idFromKey } from '../../src/text/key-id.ts'

const said: Incoming = {
  key: 'slack:T1/C1/17.1',
  platform: 'slack',
  conversation: 'slack:T1/C1/17.1',
  address: formatAddress('slack', { team: 'T1', channel: 'C1' }),
  scope: 'channel',
  addressed: true,
  person: { id: 'slack:T1/U1', guest: false },
  text: 'wanneer sluit 31050?',
  files: [],
  receivedAt: '2026-07-10T08:00:00Z',
}

/** An inbox over a queue that keeps what it is sent. */
function anInbox(options: { startAfter?: string; fails?: boolean } = {}) {
  const sent: { queue: QueueName; job: Job }[] = []
  const told: string[] = []
  const inbox = createInbox(
    {
      jobs: {
        async send(queue: QueueName, job: Job) {
          if (options.fails) throw new Error('the database is gone')
          if (sent.some((earlier) => earlier.job.id === job.id)) return false
          sent.push({ queue, job })
          return true
        },
      },
    },
    (result, { key }) => told.push(`${result} ${key}`),
    ...(options.startAfter === undefined ? [] : [async () => options.startAfter]),
  )
  return { inbox, sent, told }
}

it('makes of a message one turn of its conversation, sealed for that conversation, to start at once', async () => {
  const { inbox, sent, told } = anInbox()
  expect(await inbox.accept(said)).toBe('accepted')
  expect(sent).toEqual([
    {
      queue: 'turns',
      job: {
        id: idFromKey('turn:slack:T1/C1/17.1'),
        key: said.conversation,
        payload: said,
        sealFor: { conversation: said.conversation },
      },
    },
  ])
  expect(told).toEqual(['accepted slack:T1/C1/17.1'])
})

it('gives the same message one turn, and another message another', async () => {
  const { inbox, sent, told } = anInbox()
  expect(await inbox.accept(said)).toBe('accepted')
  expect(await inbox.accept({ ...said, text: 'sent once more by the platform' })).toBe('duplicate')
  expect(await inbox.accept({ ...said, key: 'slack:T1/C1/17.2' })).toBe('accepted')
  expect(sent.map(({ job }) => (job.payload as Incoming).key)).toEqual(['slack:T1/C1/17.1', 'slack:T1/C1/17.2'])
  expect(told).toEqual(['accepted slack:T1/C1/17.1', 'duplicate slack:T1/C1/17.1', 'accepted slack:T1/C1/17.2'])
})

it('says nothing was accepted when it could not be stored, so that the platform sends it again', async () => {
  const { inbox, told } = anInbox({ fails: true })
  await expect(inbox.accept(said)).rejects.toThrow('the database is gone')
  expect(told).toEqual([])
})

it('lets a turn wait when whoever asks sends very many', async () => {
  const { inbox, sent } = anInbox({ startAfter: '2026-07-10T08:01:00Z' })
  await inbox.accept(said)
  expect(sent[0]?.job.startAfter).toBe('2026-07-10T08:01:00Z')
})

it('stores no citizen number: not from the words, a file name or a filled-in field', async () => {
  const { inbox, sent } = anInbox()
  const bsn = '111222333'
  await inbox.accept({
    ...said,
    text: `zijn BSN is ${bsn}, schaal 11`,
    files: [{ name: `cv ${bsn}.pdf`, size: 1, type: null, role: null, ref: 'F1' }],
    action: { name: 'intake', step: '1', values: { note: `bsn ${bsn}`, code: 'AB' } },
  })
  expect(JSON.stringify(sent)).not.toContain(bsn)
  const payload = sent[0]?.job.payload as Incoming
  expect(payload.text).toContain('schaal 11')
  expect(payload.files).toMatchObject([{ size: 1, ref: 'F1' }])
  expect(payload.files[0]?.name).toMatch(/^cv .*\.pdf$/)
  expect(payload.action).toMatchObject({ name: 'intake', step: '1', values: { code: 'AB' } })
})
