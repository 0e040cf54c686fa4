import { listenHttp } from '../../src/house/http.ts'
import { openPlatforms } from '../../src/house/open-platforms.ts'
import { silentLog } from '../../src/log.ts'
import { post, signingSecret, until, written } from '../platforms/slack/running-slack.ts'
import { asRead, controls } from '../standins/slack/as-read.ts'
import { isThing } from '../standins/slack/block-rules.ts'
import { createPayloads, type Payload, stateOf } from '../standins/slack/payloads.ts'
import { createSlackStandIn, type SlackStandIn } from '../standins/slack/server.ts'
import type { StoredMessage } from '../standins/slack/workspace.ts'
import { type Chat, type Driver, openRealHouse, type Shown, type Where } from './driver.ts'
import { isMeant, plainWords, shortLabel } from './words.ts'

type Filled = Record<string, unknown>

export type SlackChat = Chat & {
  standIn: SlackStandIn
  /** As another person of the workspace. */
  sayAs(
    user: string,
    text: string,
    options?: { in?: Where; thread?: string; mention?: boolean; markup?: boolean; files?: StoredMessage['files'] },
  ): Promise<StoredMessage>
  event(event: Payload): Promise<void>
  command(command: string, text: string, where?: Where): Promise<void>
  /** Presses a button that opens a modal; gives the modal. */
  open(label: string, where?: Where): Promise<Payload>
  submit(view: Payload, filled: Filled): Promise<unknown>
  /** Chooses a shortcut in the menu of a message. */
  shortcut(callback: string, message: StoredMessage, where?: Where, user?: string): Promise<void>
  /** Opens the assistant pane; gives its thread. */
  openPane(user?: string): Promise<{ channel: string; thread: string }>
  /** Opens the home tab, and gives what stands there. */
  openHome(user?: string): Promise<Shown>
  /** Presses a button of the home tab. */
  pressAtHome(label: string, user?: string): Promise<void>
  /** A new process with the same storage, after the app was installed again. */
  reconnect(): Promise<void>
  settled(): Promise<void>
}

export const slackDriver: Driver = { name: 'Slack', channels: true, formsAsWords: false, open: openSlackChat }

/** The real Bolt app over signed HTTP, and the strict stand-in of Slack that it talks to. */
export async function openSlackChat(): Promise<SlackChat> {
  const seconds = () => performance.timeOrigin / 1000 + performance.now() / 1000
  const standIn = await createSlackStandIn({ seconds })
  const { workspace } = standIn
  workspace.addUser({ id: 'U1', locale: 'nl-NL', name: 'Sanne Smit' })
  workspace.addUser({ id: 'U2', locale: 'nl-NL', name: 'Tom Tak' })
  workspace.addChannel({ id: 'C1', kind: 'channel', members: new Set(['U1', 'U2', workspace.bot.user]) })
  const direct = workspace.directWith('U1').id
  const { house, settled, close } = await openRealHouse({
    SLACK_BOT_TOKEN: standIn.token,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: standIn.apiUrl,
    // On the web and in the shell everybody is one.
    MAATSTAF_ADMINS: 'slack:T1/U1',
  })
  const start = async () => {
    const platforms = await openPlatforms(house, { slackPaceMs: 0 })
    const server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: platforms.handlers, log: silentLog })
    const known = standIn.calls.length
    await platforms.start()
    await until(() => standIn.calls.slice(known).some(({ method }) => method === 'auth.test'))
    return {
      port: server.port,
      async stop() {
        await platforms.stop()
        await server.close()
      },
    }
  }
  await house.work()
  let running = await start()
  const payloads = createPayloads(standIn)
  const channelOf = (where: Where) => (where === 'channel' ? 'C1' : direct)

  async function deliver(kind: 'event' | 'command' | 'interactive', payload: Payload) {
    // Signatures are judged by real time.
    const answer = await post(`http://127.0.0.1:${running.port}/slack/events`, ...written(kind, payload), {
      clock: house.clock,
    })
    if (answer.status !== 200) throw new Error(`Slack got ${answer.status}`)
    await settled()
    return answer.body
  }

  function messageWith(label: string, where: Where) {
    for (const message of (workspace.channels.get(channelOf(where))?.messages ?? []).toReversed()) {
      for (const control of controls(message.blocks)) {
        if (isMeant(labelOf(control.element), label)) return { message, control }
        const option = optionsOf(control.element).find((one) => isMeant(wordsOfOption(one), label))
        if (option)
          return { message, control: { ...control, element: { ...control.element, selected_option: option } } }
      }
    }
    throw new Error(`no "${label}" on Slack`)
  }

  async function press(label: string, where: Where = 'direct') {
    const { message, control } = messageWith(label, where)
    await deliver('interactive', payloads.press(channelOf(where), message, control, 'U1', stateOf(message.blocks, {})))
  }

  async function sayAs(
    user: string,
    text: string,
    options: {
      in?: Where
      thread?: string
      mention?: boolean
      markup?: boolean
      files?: StoredMessage['files']
    } = {},
  ) {
    const channel = channelOf(options.in ?? 'channel')
    const escaped = options.markup
      ? text
      : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const message = workspace.say(channel, user, options.mention ? `<@${workspace.bot.user}> ${escaped}` : escaped, {
      files: options.files ?? [],
      ...(options.thread ? { thread_ts: options.thread } : {}),
    })
    await deliver('event', payloads.message(channel, message))
    if (options.mention) await deliver('event', payloads.mention(channel, message))
    return message
  }

  const atHome = (user: string) => workspace.homes.get(user) ?? {}

  async function shownAtHome(user: string): Promise<Shown> {
    return shown({ ts: '', user: workspace.bot.user, bot: true, text: '', files: [], blocks: blocksOf(atHome(user)) })
  }

  return {
    house,
    standIn,
    settled,
    shortcut: async (callback, message, where = 'channel', user = 'U1') =>
      void (await deliver('interactive', payloads.shortcut(callback, channelOf(where), message, user))),
    async openPane(user = 'U1') {
      const { payload, channel, thread } = payloads.paneOpened(user)
      await deliver('event', payload)
      await until(() => (workspace.panes.get(`${channel}/${thread}`)?.prompts.length ?? 0) > 0)
      return { channel, thread }
    },
    async openHome(user = 'U1') {
      workspace.homes.delete(user)
      await deliver('event', payloads.envelope({ type: 'app_home_opened', user, tab: 'home', event_ts: '1.1' }))
      await until(() => workspace.homes.has(user))
      return shownAtHome(user)
    },
    async pressAtHome(label, user = 'U1') {
      const control = controls(blocksOf(atHome(user))).find(({ element }) => isMeant(labelOf(element), label))
      if (!control) throw new Error(`no "${label}" in the home tab`)
      await deliver('interactive', payloads.pressAtHome(user, control))
    },
    press,
    sayAs,
    async say(text, { in: where = 'direct', files = [], mention } = {}) {
      const stored = files.map(({ name, bytes, type }) => ({ id: workspace.nextId('F'), name, bytes, mimetype: type }))
      for (const file of stored) workspace.files.set(file.id, file)
      await sayAs('U1', text, { in: where, files: stored, ...(mention ? { mention } : {}) })
    },
    async reconnect() {
      await running.stop()
      running = await start()
      // Learned in the background: what the workspace's return sets right follows its first answer.
      await settled()
    },
    async join() {
      const user = workspace.bot.user
      await deliver(
        'event',
        payloads.envelope({ type: 'member_joined_channel', user, channel: 'C1', channel_type: 'C', inviter: 'U1' }),
      )
    },
    event: async (event) => void (await deliver('event', payloads.envelope(event))),
    command: async (command, text, where = 'direct') =>
      void (await deliver('command', payloads.command(command, text, 'U1', channelOf(where)))),
    async open(label, where = 'direct') {
      const before = workspace.views.length
      await press(label, where)
      if (workspace.views.length === before) throw new Error(`"${label}" opened no modal`)
      return workspace.views.at(-1)?.view ?? {}
    },
    submit: (view, filled) => deliver('interactive', payloads.submission(view, 'U1', stateOf(view['blocks'], filled))),
    screen: async (where) =>
      (workspace.channels.get(channelOf(where))?.messages ?? [])
        .filter(({ bot, ephemeralFor }) => bot && (ephemeralFor ?? 'U1') === 'U1')
        .map(shown)
        .reduce(withFile, []),
    async close() {
      await running.stop()
      await close()
      const { complaints } = standIn
      await standIn.close()
      if (complaints.length > 0) throw new Error(`a strict Slack would have refused: ${complaints.join(' | ')}`)
    },
  }
}

function shown(message: StoredMessage): Shown {
  const all = controls(message.blocks).map(({ element }) => element)
  const found = all.filter(({ type }) => type !== 'overflow')
  const opening = found.filter((element) => String(element['action_id']).startsWith('form:'))
  const [file] = message.files
  return {
    words: plainWords(asRead(message)),
    drawing: asRead(message),
    controls: found
      .filter((element) => !opening.includes(element))
      .flatMap((element) => (element['type'] === 'button' ? [labelOf(element)] : optionsOf(element).map(wordsOfOption)))
      .map(shortLabel)
      .sort(),
    forms: opening.map(labelOf).map(shortLabel).sort(),
    judging: all.filter(({ type }) => type === 'overflow').flatMap((menu) => optionsOf(menu).map(labelOf)),
    file: file ? { name: file.name, bytes: file.bytes } : null,
    alone: message.ephemeralFor !== undefined,
  }
}

/** Slack shows an uploaded file as a message of its own, below the words that announce it. */
function withFile(all: Shown[], one: Shown): Shown[] {
  const before = all.at(-1)
  return one.file && one.words === '' && before ? [...all.slice(0, -1), { ...before, file: one.file }] : [...all, one]
}

function blocksOf(view: Payload): unknown[] {
  return Array.isArray(view['blocks']) ? view['blocks'] : []
}

function labelOf(element: Payload): string {
  return isThing(element['text']) ? String(element['text']['text']) : ''
}

function optionsOf(element: Payload): Payload[] {
  return Array.isArray(element['options']) ? element['options'].filter(isThing) : []
}

function wordsOfOption(option: Payload): string {
  const detail = isThing(option['description']) ? ` ${String(option['description']['text'])}` : ''
  return `${labelOf(option)}${detail}`
}
