import { asRead } from './as-read.ts'

export type StoredFile = { id: string; name: string; bytes: Uint8Array; mimetype: string; external?: boolean }

export type StoredMessage = {
  ts: string
  user: string
  bot: boolean
  text: string
  blocks: unknown[]
  thread_ts?: string | undefined
  metadata?: unknown
  files: StoredFile[]
  /** Shown to this user only. */
  ephemeralFor?: string | undefined
  edited?: boolean
}

export type Channel = {
  id: string
  kind: 'channel' | 'im'
  members: Set<string>
  archived?: boolean
  external?: boolean
  messages: StoredMessage[]
}

export type User = { id: string; locale: string; restricted?: boolean; deleted?: boolean; name?: string }

/** What the pane shows around a thread. */
export type PaneThread = {
  user: string
  title: string | null
  status: string
  /** Every status that was shown there. */
  statuses: string[]
  prompts: { title: string; message: string }[]
}

/** One workspace of the stand-in: people, channels, what was posted, files, and modals that wait. */
export function createWorkspace(options: { team: string; seconds(): number }) {
  let counter = 0
  const users = new Map<string, User>()
  const channels = new Map<string, Channel>()
  const files = new Map<string, StoredFile>()
  const views: { user: string; view: Record<string, unknown> }[] = []
  const panes = new Map<string, PaneThread>()
  const homes = new Map<string, Record<string, unknown>>()
  const triggers = new Map<string, { user: string; used: boolean; expired: boolean }>()

  const workspace = {
    team: options.team,
    bot: { user: 'UBOT', id: 'BBOT' },
    users,
    channels,
    files,
    /** Opened modals, newest last. */
    views,
    homes,
    /** Threads of the assistant pane, by channel and the stamp of their beginning. */
    panes,
    /** A person opens the pane: Slack begins a thread in the direct messages. */
    openPane(user: string): { channel: string; thread: string } {
      const channel = workspace.directWith(user).id
      const { ts } = workspace.say(channel, workspace.bot.user, 'New Assistant Thread')
      panes.set(`${channel}/${ts}`, { user, title: null, status: '', statuses: [], prompts: [] })
      return { channel, thread: ts }
    },
    triggers,
    nextTs(): string {
      counter += 1
      return `${Math.floor(options.seconds())}.${String(counter).padStart(6, '0')}`
    },
    nextId(prefix: string): string {
      counter += 1
      return `${prefix}${String(counter).padStart(8, '0')}`
    },
    addUser(user: User): void {
      users.set(user.id, user)
    },
    addChannel(channel: Omit<Channel, 'messages'>): Channel {
      const added = { ...channel, messages: [] }
      channels.set(channel.id, added)
      return added
    },
    directWith(user: string): Channel {
      const known = [...channels.values()].find((channel) => channel.kind === 'im' && channel.members.has(user))
      return (
        known ??
        workspace.addChannel({ id: workspace.nextId('D'), kind: 'im', members: new Set([user, workspace.bot.user]) })
      )
    },
    /** A trigger as Slack hands it out with a command, a pressed button or a submission: for one use, within seconds. */
    trigger(user: string): string {
      const id = `${workspace.nextId('')}.${workspace.team}.${'a'.repeat(8)}`
      triggers.set(id, { user, used: false, expired: false })
      return id
    },
    say(channel: string, user: string, text: string, more: Partial<StoredMessage> = {}): StoredMessage {
      const message: StoredMessage = {
        ts: workspace.nextTs(),
        user,
        bot: user === workspace.bot.user,
        text,
        blocks: [],
        files: [],
        ...more,
      }
      channels.get(channel)?.messages.push(message)
      // An answer takes the sign of work away.
      const pane = message.bot ? panes.get(`${channel}/${message.thread_ts}`) : undefined
      if (pane) pane.status = ''
      return message
    },
    /** The channel as `user` reads it: every message in order, replies behind the message that began their thread. */
    readAs(user: string, channel: string): StoredMessage[] {
      const seen = (channels.get(channel)?.messages ?? []).filter(
        ({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === user,
      )
      const roots = seen.filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)
      return roots.flatMap((root) => [
        root,
        ...seen.filter(({ thread_ts, ts }) => thread_ts === root.ts && ts !== root.ts),
      ])
    },
    /** The words that the assistant said there, oldest first, as everybody's eyes see them. */
    said(channel: string): string[] {
      return (channels.get(channel)?.messages ?? []).filter(({ bot }) => bot).map(asRead)
    },
  }
  return workspace
}

export type Workspace = ReturnType<typeof createWorkspace>
