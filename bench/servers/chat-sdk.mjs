import { createServer } from 'node:http'
import { createSlackAdapter } from '@chat-adapter/slack'
import { createPostgresState } from '@chat-adapter/state-pg'
import { Chat } from 'chat'

/** The rival of the question: the `chat` package with its Slack adapter and PostgreSQL state; it echoes as many characters as an answer has. */
const length = Number(process.env.ECHO_LENGTH ?? 300)
const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }
const bot = new Chat({
  userName: 'bench',
  logger: quiet,
  adapters: {
    slack: createSlackAdapter({
      botToken: process.env.SLACK_BOT_TOKEN,
      signingSecret: process.env.SLACK_SIGNING_SECRET,
      apiUrl: process.env.SLACK_API_URL,
      botUserId: 'UBOT',
      logger: quiet,
    }),
  },
  state: createPostgresState({ url: process.env.DATABASE_URL, logger: quiet }),
})
bot.onDirectMessage(async (thread, message) => {
  await thread.post(`${message.text} `.repeat(Math.ceil(length / (message.text.length + 1))).slice(0, length))
})
await bot.initialize()

const server = createServer(async (incoming, response) => {
  const parts = []
  for await (const part of incoming) parts.push(part)
  const request = new Request(`http://127.0.0.1${incoming.url}`, {
    method: incoming.method,
    headers: incoming.headers,
    body: Buffer.concat(parts),
  })
  const answer = await bot.webhooks.slack(request, { waitUntil: (work) => void work.catch(() => {}) })
  response.writeHead(answer.status).end(await answer.text())
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`))
