import { faultsInBlocks, isThing } from './block-rules.ts'
import { faultsInView } from './view-rules.ts'
import type { Channel, PaneThread, StoredMessage, Workspace } from './workspace.ts'

export type Args = Record<string, unknown>
export type Answer = Record<string, unknown>

type Method = {
  /** One of these scopes is enough. */
  scopes: string[]
  required: string[]
  optional: string[]
  run(workspace: Workspace, args: Args, origin: string): Answer
}

const refuse = (error: string, detail?: string): Answer => ({
  ok: false,
  error,
  ...(detail ? { response_metadata: { messages: [detail] } } : {}),
})
const histories = ['channels:history', 'groups:history', 'im:history', 'mpim:history']
const reads = ['channels:read', 'groups:read', 'im:read', 'mpim:read']

/** The Web API methods that the stand-in knows, with their arguments by docs.slack.dev. Anything else is an error, as it is at Slack. */
export const methods: Record<string, Method> = {
  'auth.test': {
    scopes: [],
    required: [],
    optional: [],
    run: ({ team, bot }) => ({
      ok: true,
      url: 'https://standin.slack.com/',
      team: 'Standin',
      user: 'maatstaf',
      team_id: team,
      user_id: bot.user,
      bot_id: bot.id,
    }),
  },
  'chat.postMessage': {
    scopes: ['chat:write'],
    required: ['channel'],
    optional: ['text', 'blocks', 'thread_ts', 'metadata', 'unfurl_links', 'unfurl_media', 'mrkdwn', 'reply_broadcast'],
    run(workspace, args) {
      const channel = openChannel(workspace, args['channel'])
      if (!isChannel(channel)) return channel
      const fault = contentFault(args) ?? threadFault(channel, args['thread_ts'])
      if (fault) return fault
      const message = workspace.say(channel.id, workspace.bot.user, String(args['text'] ?? ''), contentOf(args))
      return { ok: true, channel: channel.id, ts: message.ts, message: { text: message.text } }
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    required: ['channel', 'user'],
    optional: ['text', 'blocks', 'thread_ts'],
    run(workspace, args) {
      const channel = openChannel(workspace, args['channel'])
      if (!isChannel(channel)) return channel
      const user = String(args['user'])
      if (!channel.members.has(user)) return refuse('user_not_in_channel')
      const fault = contentFault(args) ?? threadFault(channel, args['thread_ts'])
      if (fault) return fault
      const message = workspace.say(channel.id, workspace.bot.user, String(args['text'] ?? ''), {
        ...contentOf(args),
        ephemeralFor: user,
      })
      return { ok: true, message_ts: message.ts }
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    required: ['channel', 'ts'],
    optional: ['text', 'blocks', 'metadata'],
    run(workspace, args) {
      const channel = openChannel(workspace, args['channel'])
      if (!isChannel(channel)) return channel
      const message = channel.messages.find(({ ts, ephemeralFor }) => ts === args['ts'] && ephemeralFor === undefined)
      if (!message) return refuse('message_not_found')
      if (!message.bot) return refuse('cant_update_message')
      const fault = contentFault(args)
      if (fault) return fault
      const { thread_ts: _, ...content } = contentOf(args)
      Object.assign(message, { text: String(args['text'] ?? ''), ...content, edited: true })
      return { ok: true, channel: channel.id, ts: message.ts, text: message.text }
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    required: ['channel', 'ts'],
    optional: [],
    run(workspace, args) {
      const channel = openChannel(workspace, args['channel'])
      if (!isChannel(channel)) return channel
      const at = channel.messages.findIndex(({ ts }) => ts === args['ts'])
      if (at < 0) return refuse('message_not_found')
      if (!channel.messages[at]?.bot) return refuse('cant_delete_message')
      channel.messages.splice(at, 1)
      return { ok: true, channel: channel.id, ts: args['ts'] }
    },
  },
  'conversations.history': {
    scopes: histories,
    required: ['channel'],
    optional: ['include_all_metadata', 'limit', 'cursor', 'oldest', 'latest', 'inclusive'],
    run(workspace, args) {
      const channel = openChannel(workspace, args['channel'], true)
      if (!isChannel(channel)) return channel
      return paged(
        channel.messages
          .filter((message) => readable(message) && (!message.thread_ts || message.thread_ts === message.ts))
          .reverse(),
        args,
      )
    },
  },
  'conversations.replies': {
    scopes: histories,
    required: ['channel', 'ts'],
    optional: ['include_all_metadata', 'limit', 'cursor', 'oldest', 'latest', 'inclusive'],
    run(workspace, args) {
      const channel = openChannel(workspace, args['channel'], true)
      if (!isChannel(channel)) return channel
      if (!channel.messages.some(({ ts }) => ts === args['ts'])) return refuse('thread_not_found')
      return paged(
        channel.messages.filter(
          (message) => readable(message) && (message.ts === args['ts'] || message.thread_ts === args['ts']),
        ),
        args,
      )
    },
  },
  'conversations.info': {
    scopes: reads,
    required: ['channel'],
    optional: ['include_locale', 'include_num_members'],
    run(workspace, args) {
      const channel = workspace.channels.get(String(args['channel']))
      if (!channel) return refuse('channel_not_found')
      return {
        ok: true,
        channel: { id: channel.id, is_ext_shared: channel.external === true, is_im: channel.kind === 'im' },
      }
    },
  },
  'conversations.open': {
    scopes: ['im:write'],
    required: ['users'],
    optional: ['return_im', 'prevent_creation'],
    run(workspace, args) {
      const user = workspace.users.get(String(args['users']))
      if (!user) return refuse('user_not_found')
      if (user.deleted) return refuse('user_disabled')
      return { ok: true, channel: { id: workspace.directWith(user.id).id } }
    },
  },
  'users.info': {
    scopes: ['users:read'],
    required: ['user'],
    optional: ['include_locale'],
    run(workspace, args) {
      const user = workspace.users.get(String(args['user']))
      if (!user) return refuse('user_not_found')
      return {
        ok: true,
        user: {
          id: user.id,
          team_id: workspace.team,
          deleted: user.deleted === true,
          real_name: user.name ?? '',
          profile: { display_name: '', real_name: user.name ?? '' },
          is_restricted: user.restricted === true,
          is_ultra_restricted: false,
          is_bot: false,
          locale: user.locale,
        },
      }
    },
  },
  'views.open': {
    scopes: [],
    required: ['trigger_id', 'view'],
    optional: [],
    run(workspace, args) {
      const trigger = workspace.triggers.get(String(args['trigger_id']))
      if (!trigger) return refuse('invalid_trigger_id')
      if (trigger.expired) return refuse('expired_trigger_id')
      if (trigger.used) return refuse('exchanged_trigger_id')
      const faults = faultsInView(args['view'], 'modal')
      if (faults.length > 0 || !isThing(args['view'])) return refuse('invalid_arguments', faults.join('; '))
      trigger.used = true
      const view = { ...args['view'], id: workspace.nextId('V'), hash: workspace.nextId('h') }
      workspace.views.push({ user: trigger.user, view })
      return { ok: true, view }
    },
  },
  'views.publish': {
    scopes: [],
    required: ['user_id', 'view'],
    optional: ['hash'],
    run(workspace, args) {
      const faults = faultsInView(args['view'], 'home')
      if (faults.length > 0 || !isThing(args['view'])) return refuse('invalid_arguments', faults.join('; '))
      workspace.homes.set(String(args['user_id']), args['view'])
      return { ok: true, view: args['view'] }
    },
  },
  'assistant.threads.setStatus': {
    scopes: ['assistant:write'],
    required: ['channel_id', 'thread_ts', 'status'],
    optional: ['loading_messages'],
    run: (workspace, args) =>
      inPane(workspace, args, (pane) => {
        pane.status = String(args['status'])
        pane.statuses.push(pane.status)
        return null
      }),
  },
  'assistant.threads.setTitle': {
    scopes: ['assistant:write'],
    required: ['channel_id', 'thread_ts', 'title'],
    optional: [],
    run: (workspace, args) =>
      inPane(workspace, args, (pane) => {
        pane.title = String(args['title'])
        return null
      }),
  },
  'assistant.threads.setSuggestedPrompts': {
    scopes: ['assistant:write'],
    required: ['channel_id', 'thread_ts', 'prompts'],
    optional: ['title'],
    run: (workspace, args) =>
      inPane(workspace, args, (pane) => {
        const prompts = Array.isArray(args['prompts']) ? args['prompts'] : []
        const whole = prompts.every(
          (prompt) =>
            isThing(prompt) &&
            Object.keys(prompt).sort().join() === 'message,title' &&
            Object.values(prompt).every((words) => typeof words === 'string' && words !== ''),
        )
        if (prompts.length < 1 || prompts.length > 4 || !whole) return refuse('invalid_arguments', 'prompts')
        pane.prompts = prompts as typeof pane.prompts
        return null
      }),
  },
  'files.info': {
    scopes: ['files:read'],
    required: ['file'],
    optional: [],
    run(workspace, args, origin) {
      const file = workspace.files.get(String(args['file']))
      return file ? { ok: true, file: fileObject(file, origin) } : refuse('file_not_found')
    },
  },
  'files.delete': {
    scopes: ['files:write'],
    required: ['file'],
    optional: [],
    run(workspace, args) {
      return workspace.files.delete(String(args['file'])) ? { ok: true } : refuse('file_not_found')
    },
  },
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    required: ['filename', 'length'],
    optional: ['alt_text', 'snippet_type'],
    run(workspace, args, origin) {
      const id = workspace.nextId('F')
      workspace.files.set(id, {
        id,
        name: String(args['filename']),
        bytes: new Uint8Array(),
        mimetype: 'application/octet-stream',
      })
      return { ok: true, file_id: id, upload_url: `${origin}/upload/v1/${id}?length=${String(args['length'])}` }
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    required: ['files'],
    optional: ['channel_id', 'thread_ts', 'initial_comment', 'channels', 'blocks'],
    run(workspace, args) {
      const channel = openChannel(workspace, args['channel_id'])
      if (!isChannel(channel)) return channel
      const listed = Array.isArray(args['files']) ? args['files'] : []
      const files = listed
        .flatMap((one) => (isThing(one) ? [workspace.files.get(String(one['id']))] : []))
        .filter((file) => file !== undefined)
      if (files.length === 0 || files.some((file) => file.bytes.length === 0)) return refuse('file_not_found')
      const thread = args['thread_ts'] === undefined ? {} : { thread_ts: String(args['thread_ts']) }
      workspace.say(channel.id, workspace.bot.user, '', { files, ...thread })
      return { ok: true, files: files.map(({ id }) => ({ id })) }
    },
  },
}

/** A file as it stands in an event. */
export function fileObject(
  file: { id: string; name: string; bytes: Uint8Array; mimetype: string; external?: boolean },
  origin: string,
) {
  const url = file.external
    ? 'https://drive.example/file'
    : `${origin}/files-pri/${file.id}/download/${encodeURIComponent(file.name)}`
  return {
    id: file.id,
    name: file.name,
    title: file.name,
    mimetype: file.mimetype,
    size: file.bytes.length,
    mode: file.external ? 'external' : 'hosted',
    is_external: file.external === true,
    url_private: url,
    url_private_download: url,
  }
}

/** Only in a thread of the pane; elsewhere Slack knows no such thread. */
function inPane(workspace: Workspace, args: Args, change: (pane: PaneThread) => Answer | null): Answer {
  const pane = workspace.panes.get(`${String(args['channel_id'])}/${String(args['thread_ts'])}`)
  if (!pane) return refuse('thread_not_found')
  return change(pane) ?? { ok: true }
}

function openChannel(workspace: Workspace, id: unknown, reading = false): Channel | Answer {
  const channel =
    workspace.channels.get(String(id)) ??
    (workspace.users.has(String(id)) && !reading ? workspace.directWith(String(id)) : undefined)
  if (!channel) return refuse('channel_not_found')
  if (!channel.members.has(workspace.bot.user)) return refuse('not_in_channel')
  if (channel.archived && !reading) return refuse('is_archived')
  return channel
}

function isChannel(found: Channel | Answer): found is Channel {
  return !('ok' in found)
}

/** What Slack refuses in a message's content. */
export function contentFault(args: Args): Answer | null {
  const { text, blocks, metadata } = args
  if (text !== undefined && (typeof text !== 'string' || text.length > 40_000)) return refuse('msg_too_long')
  if (!text && !Array.isArray(blocks)) return refuse('no_text')
  if (!text) return refuse('no_fallback_text', 'the stand-in wants a text for screen readers')
  if (typeof text === 'string' && text.length > 4_000)
    return refuse('fallback_too_long', 'more than 4,000 may be split')
  if (typeof text === 'string' && !text.isWellFormed()) return refuse('invalid_text', 'half a character')
  if (blocks !== undefined) {
    const faults = faultsInBlocks(blocks, 'message')
    if (faults.length > 0) return refuse('invalid_blocks', faults.join('; '))
    if (JSON.stringify(blocks).length > 13_200) return refuse('msg_blocks_too_long')
  }
  if (
    metadata !== undefined &&
    !(isThing(metadata) && typeof metadata['event_type'] === 'string' && isThing(metadata['event_payload']))
  ) {
    return refuse('invalid_metadata_format')
  }
  return null
}

export function contentOf(args: Args): Partial<StoredMessage> {
  const { blocks, thread_ts: thread, metadata } = args
  return {
    blocks: Array.isArray(blocks) ? blocks : [],
    ...(thread === undefined ? {} : { thread_ts: String(thread) }),
    ...(metadata === undefined ? {} : { metadata }),
  }
}

function threadFault(channel: Channel, thread: unknown): Answer | null {
  if (thread === undefined) return null
  if (!/^\d+\.\d{6}$/.test(String(thread))) return refuse('invalid_thread_ts')
  return channel.messages.some(({ ts }) => ts === thread) ? null : refuse('thread_not_found')
}

function readable(message: StoredMessage): boolean {
  return message.ephemeralFor === undefined
}

function paged(messages: StoredMessage[], args: Args): Answer {
  const limit = Number(args['limit'] ?? 100)
  const start = Number(args['cursor'] ?? 0)
  const page = messages.slice(start, start + limit)
  const more = start + limit < messages.length
  return {
    ok: true,
    messages: page.map(({ ts, user, text, thread_ts, metadata, files }) => ({
      type: 'message',
      ts,
      user,
      text,
      thread_ts,
      ...(String(args['include_all_metadata']) === 'true' && metadata ? { metadata } : {}),
      ...(files.length > 0 ? { files: files.map(({ id, name }) => ({ id, name })) } : {}),
    })),
    has_more: more,
    response_metadata: { next_cursor: more ? String(start + limit) : '' },
  }
}
