import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'

/** The floor of a durable answer: node:http, Slack's signature, one insert into PostgreSQL, 200. Nothing else. */
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
await pool.query('CREATE TABLE IF NOT EXISTS events (id text PRIMARY KEY, body jsonb NOT NULL)')
const secret = process.env['SLACK_SIGNING_SECRET']!

const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  const expected = createHmac('sha256', secret)
    .update(`v0:${request.headers['x-slack-request-timestamp']}:${body}`)
    .digest('hex')
  const given = String(request.headers['x-slack-signature']).slice(3)
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
    response.writeHead(401).end()
    return
  }
  await pool.query({
    name: 'insert',
    text: 'INSERT INTO events VALUES ($1, $2) ON CONFLICT DO NOTHING',
    values: [(JSON.parse(body) as { event_id: string }).event_id, body],
  })
  response.writeHead(200).end()
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
)
