import { messageActions } from '../../chat/message-actions.ts'

/**
 * What the app asks of Slack. The manifest names exactly these, the code uses exactly these, and `maatstaf check` compares them with
 * what the token was given; tests keep the three equal.
 */

/** Every Web API method that is called, with the bot scopes it needs. */
export const methods: Record<string, string[]> = {
  'auth.test': [],
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.info': ['channels:read', 'groups:read', 'mpim:read'],
  'conversations.open': ['im:write'],
  'files.delete': ['files:write'],
  'files.info': ['files:read'],
  'files.uploadV2': ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
}

/** Every event that is handled, with the bot scopes it needs. */
export const events: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  assistant_thread_started: ['assistant:write'],
  channel_left: ['channels:read'],
  group_left: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  tokens_revoked: [],
}

/** Slash commands: the words that stand for each, before what was typed behind it. */
export const commands: Record<string, string> = {
  '/maatstaf': '',
  '/opdrachten': 'opdrachten',
  '/deadlines': 'deadlines',
  '/toets': 'toets',
}

/** Shortcuts in the menu of a message: their callback ids are the neutral names of what they do. */
export const shortcuts: string[] = Object.values(messageActions)

/** All bot scopes, sorted: those of methods and events, files of messages, and the commands. */
export const scopes: string[] = [
  ...new Set([...Object.values(methods).flat(), ...Object.values(events).flat(), 'commands', 'files:read']),
].sort()

/** The text that a command stands for; "/maatstaf" alone asks what there is. */
export function textOfCommand(command: string, text: string): string {
  const words = commands[command] ?? ''
  return [words, text.trim()].filter((part) => part !== '').join(' ') || 'help'
}

/** The form that a command text opens: starting to score asks for everything at once. */
export function formOfCommand(text: string): string | null {
  return /^(?:toets|score)\b/i.test(text) ? 'intake-form' : null
}
