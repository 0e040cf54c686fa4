import { App } from '@slack/bolt'

/**
 * The rival of the acknowledgement: a bare Bolt app that stores nothing. SILENT=1 leaves the echo out as well, which is the least that
 * Bolt can do with an event.
 */
const app = new App({
  signingSecret: process.env['SLACK_SIGNING_SECRET']!,
  authorize: async () => ({ botToken: process.env['SLACK_BOT_TOKEN']!, botUserId: 'UBOT', botId: 'B1' }),
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL']! },
})
const silent = process.env['SILENT'] === '1'
app.event('message', async ({ event, say }) => {
  if (!silent) await say(`Gehoord: ${'text' in event ? event.text : ''}`)
})
const server = await app.start({ port: 0, host: '127.0.0.1' })
const address = server.address()
process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`)
