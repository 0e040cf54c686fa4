import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { guard, isForm } from '../../../src/platforms/slack/guard.ts'
import { aRequest } from '../a-request.ts'

const secret = 'a-signing-secret'
const now = 1_783_670_400
const form = 'application/x-www-form-urlencoded'

function signatureOf(body: string | Uint8Array, timestamp: string, key = secret): string {
  return `v0=${createHmac('sha256', key).update(`v0:${timestamp}:`).update(body).digest('hex')}`
}

type Sent = {
  body?: string | Uint8Array
  timestamp?: string
  signature?: string | undefined
  type?: string
  headers?: Record<string, string | string[] | undefined>
}

function verdictOf(sent: Sent = {}) {
  const { body = '{"type":"event_callback"}', timestamp = String(now), type = 'application/json' } = sent
  const signature = 'signature' in sent ? sent.signature : signatureOf(body, timestamp)
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
    ...sent.headers,
  }
  return guard(aRequest(headers, body), secret, now)
}

describe('a request that Slack signed', () => {
  it('goes on with its bytes as they came', async () => {
    const body = '{"text":"hé"}'
    expect(await verdictOf({ body })).toEqual({ pass: Buffer.from(body) })
  })

  it('may be five minutes off, either way, and no more', async () => {
    for (const off of [-300, -299, 0, 300]) {
      expect(await verdictOf({ timestamp: String(now + off) })).toHaveProperty('pass')
    }
    for (const off of [-301, 301, 3600, -3600]) {
      expect(await verdictOf({ timestamp: String(now + off) })).toEqual({ status: 401, reason: 'stale' })
    }
  })

  it('holds a command, or an object under payload, when it is a form', async () => {
    for (const body of ['command=%2Ftoets&text=31050', 'payload=%7B%22type%22%3A%22block_actions%22%7D']) {
      expect(await verdictOf({ body, type: `${form}; charset=utf-8` })).toEqual({ pass: Buffer.from(body) })
    }
    for (const body of ['text=31050', 'payload=null', 'payload=[]', 'payload=%7B', 'command=a&command=b', '']) {
      expect(await verdictOf({ body, type: form })).toEqual({ status: 400, reason: 'malformed' })
    }
  })

  it('is one JSON object in UTF-8, nested no deeper than a hundred', async () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`
    expect(await verdictOf({ body: nested(100) })).toHaveProperty('pass')
    const bad = [nested(101), 'null', '[]', '[{}]', '"words"', '7', '{', '', new Uint8Array([0x7b, 0xff, 0x7d])]
    for (const body of bad) expect(await verdictOf({ body })).toEqual({ status: 400, reason: 'malformed' })
  })

  it('is at most a megabyte, whatever its length header says', async () => {
    const mega = 1024 * 1024
    const filled = (size: number) => JSON.stringify({ a: 'x'.repeat(size - 8) })
    expect(filled(mega)).toHaveLength(mega)
    expect(await verdictOf({ body: filled(mega) })).toHaveProperty('pass')
    expect(await verdictOf({ body: filled(mega + 1) })).toEqual({ status: 413, reason: 'too-large' })
  })
})

describe('a request that Slack did not sign', () => {
  it('is refused when the signature is of other words, another secret or another moment', async () => {
    const body = '{"a":1}'
    const wrong = [
      signatureOf('{"a":2}', String(now)),
      signatureOf(body, String(now), 'another-secret'),
      signatureOf(body, String(now - 1)),
      signatureOf(body, String(now)).slice(0, -1),
      `${signatureOf(body, String(now))}0`,
      `x${signatureOf(body, String(now))}`,
      signatureOf(body, String(now)).toUpperCase(),
      'v0=',
      '',
    ]
    for (const signature of wrong) {
      expect(await verdictOf({ body, signature })).toEqual({ status: 401, reason: 'wrong-signature' })
    }
  })

  it('is refused without a signature, or without a time in plain digits', async () => {
    const unsigned = { status: 401, reason: 'unsigned' }
    expect(await verdictOf({ signature: undefined })).toEqual(unsigned)
    expect(await verdictOf({ headers: { 'x-slack-request-timestamp': undefined } })).toEqual(unsigned)
    expect(await verdictOf({ headers: { 'x-slack-signature': ['v0=1', 'v0=2'] } })).toEqual(unsigned)
    for (const timestamp of ['', '1e9', '-1', ` ${now}`, `${now}.5`, `${now}x`, '1234567890123']) {
      expect(await verdictOf({ timestamp })).toEqual(unsigned)
    }
  })

  it('gets 200 for the certificate probe, which is a form, and nothing of it is handled', async () => {
    const probe = { body: 'ssl_check=1&command=%2Ftoets', signature: undefined, type: form }
    expect(await verdictOf(probe)).toEqual({ status: 200, reason: 'ssl-check' })
    expect(await verdictOf({ ...probe, body: 'ssl_check=0' })).toEqual({ status: 401, reason: 'unsigned' })
    expect(await verdictOf({ ...probe, type: 'application/json' })).toEqual({ status: 401, reason: 'unsigned' })
  })
})

describe('a form', () => {
  it('is one with and without a charset behind its type, and no other type', () => {
    const is = (type?: string) => isForm(aRequest({ 'content-type': type }, ''))
    for (const type of [form, `${form};charset=utf-8`, `${form} ; charset=x`, form.toUpperCase()])
      expect(is(type)).toBe(true)
    for (const type of [undefined, '', `x${form}`, `${form}x`, 'application/json', `text/plain; ${form}`]) {
      expect(is(type)).toBe(false)
    }
  })
})
