import { controls } from './as-read.ts'
import { isThing } from './block-rules.ts'
import { fileObject } from './methods.ts'
import type { SlackStandIn } from './server.ts'
import type { StoredMessage } from './workspace.ts'

export type Payload = Record<string, unknown>

/** Payloads as Slack sends them, in the shapes of docs.slack.dev, about what stands in the stand-in's workspace. */
export function createPayloads(standIn: SlackStandIn) {
  const { workspace } = standIn
  const { team, bot } = workspace

  function envelope(event: Payload, more: Payload = {}): Payload {
    return {
      token: 'verification',
      team_id: team,
      context_team_id: team,
      context_enterprise_id: null,
      api_app_id: 'A1',
      type: 'event_callback',
      event_id: workspace.nextId('Ev'),
      event_time: 1_783_670_400,
      is_ext_shared_channel: workspace.channels.get(String(event['channel']))?.external === true,
      authorizations: [
        { enterprise_id: null, team_id: team, user_id: bot.user, is_bot: true, is_enterprise_install: false },
      ],
      event_context: '4-standin',
      event,
      ...more,
    }
  }

  function messageEvent(channel: string, message: StoredMessage, more: Payload = {}): Payload {
    const kind = workspace.channels.get(channel)?.kind === 'im' ? 'im' : 'channel'
    return {
      type: 'message',
      ...(message.files.length > 0
        ? { subtype: 'file_share', files: message.files.map((file) => fileObject(file, standIn.origin)), upload: false }
        : {}),
      user: message.user,
      ts: message.ts,
      client_msg_id: `c-${message.ts}`,
      text: message.text,
      team,
      blocks: [],
      channel,
      event_ts: message.ts,
      channel_type: kind,
      ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
      ...(message.bot ? { bot_id: bot.id, app_id: 'A1', bot_profile: { id: bot.id, name: 'Maatstaf' } } : {}),
      ...more,
    }
  }

  return {
    envelope,
    messageEvent,
    message: (channel: string, message: StoredMessage, more: Payload = {}) =>
      envelope(messageEvent(channel, message, more)),
    mention(channel: string, message: StoredMessage): Payload {
      const { channel_type: _, ...event } = messageEvent(channel, message)
      return envelope({ ...event, type: 'app_mention' })
    },
    command(command: string, text: string, user: string, channel: string): Payload {
      return {
        token: 'verification',
        team_id: team,
        team_domain: 'standin',
        channel_id: channel,
        channel_name: 'inhuur',
        user_id: user,
        user_name: 'sanne',
        command,
        text,
        api_app_id: 'A1',
        is_enterprise_install: 'false',
        response_url: standIn.responseUrl(channel, user),
        trigger_id: workspace.trigger(user),
      }
    },
    /** A press on `element` of a message; `state` holds what stands in its fields, by block id. */
    press(
      channel: string,
      message: StoredMessage,
      pressed: { blockId: string; element: Payload },
      user: string,
      state: Payload = {},
    ): Payload {
      const ephemeral = message.ephemeralFor !== undefined
      return {
        type: 'block_actions',
        user: { id: user, username: 'sanne', name: 'sanne', team_id: team },
        api_app_id: 'A1',
        token: 'verification',
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel,
          is_ephemeral: ephemeral,
          ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
        },
        trigger_id: workspace.trigger(user),
        team: { id: team, domain: 'standin' },
        enterprise: null,
        is_enterprise_install: false,
        channel: { id: channel, name: 'inhuur' },
        ...(ephemeral
          ? {}
          : {
              message: {
                type: 'message',
                user: bot.user,
                bot_id: bot.id,
                ts: message.ts,
                text: message.text,
                blocks: message.blocks,
                ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
              },
            }),
        state: { values: state },
        response_url: standIn.responseUrl(channel, user, message.ts),
        actions: [actionOf(pressed)],
      }
    },
    submission(view: Payload, user: string, values: Payload): Payload {
      return {
        type: 'view_submission',
        team: { id: team, domain: 'standin' },
        user: { id: user, username: 'sanne', name: 'sanne', team_id: team },
        api_app_id: 'A1',
        token: 'verification',
        trigger_id: workspace.trigger(user),
        view: { ...view, team_id: team, bot_id: bot.id, state: { values } },
        response_urls: [],
        is_enterprise_install: false,
        enterprise: null,
      }
    },
    /** A shortcut chosen in the menu of a message. */
    shortcut(callback: string, channel: string, message: StoredMessage, user: string): Payload {
      return {
        type: 'message_action',
        callback_id: callback,
        token: 'verification',
        action_ts: '1783670400.000001',
        team: { id: team, domain: 'standin' },
        enterprise: null,
        is_enterprise_install: false,
        user: { id: user, username: 'sanne', team_id: team, name: 'sanne' },
        channel: { id: channel, name: 'inhuur' },
        trigger_id: workspace.trigger(user),
        message_ts: message.ts,
        response_url: standIn.responseUrl(channel, user),
        message: {
          type: 'message',
          user: message.user,
          ts: message.ts,
          text: message.text,
          ...(message.files.length > 0 ? { files: message.files.map((file) => fileObject(file, standIn.origin)) } : {}),
        },
      }
    },
    /** A person opens the assistant pane. */
    paneOpened(user: string): { payload: Payload; channel: string; thread: string } {
      const { channel, thread } = workspace.openPane(user)
      const opened = { user_id: user, context: {}, channel_id: channel, thread_ts: thread }
      const event = { type: 'assistant_thread_started', assistant_thread: opened, event_ts: thread }
      return { payload: envelope(event), channel, thread }
    },
    /** A press in the home tab. */
    pressAtHome(user: string, pressed: { blockId: string; element: Payload }): Payload {
      return {
        type: 'block_actions',
        user: { id: user, username: 'sanne', name: 'sanne', team_id: team },
        api_app_id: 'A1',
        token: 'verification',
        container: { type: 'view', view_id: 'VHOME' },
        trigger_id: workspace.trigger(user),
        team: { id: team, domain: 'standin' },
        enterprise: null,
        is_enterprise_install: false,
        view: { id: 'VHOME', type: 'home', ...workspace.homes.get(user) },
        actions: [actionOf(pressed)],
      }
    },
    suggestion(actionId: string, typed: string, user: string): Payload {
      return {
        type: 'block_suggestion',
        user: { id: user, name: 'sanne', team_id: team },
        container: { type: 'view', view_id: 'V1' },
        api_app_id: 'A1',
        token: 'verification',
        action_id: actionId,
        block_id: 'field:0:assignment',
        value: typed,
        team: { id: team, domain: 'standin' },
        enterprise: null,
        is_enterprise_install: false,
      }
    },
  }
}

export type Payloads = ReturnType<typeof createPayloads>

/** What stands in the fields of a message or modal after a person filled some in, by field name. */
export function stateOf(blocks: unknown, filled: Record<string, unknown>): Payload {
  const state: Payload = {}
  for (const { blockId, element } of controls(blocks)) {
    const name = /^field:\d+:(.*)$/.exec(blockId)?.[1]
    if (name === undefined) continue
    state[blockId] = { [String(element['action_id'])]: fieldState(element, filled[decodeURIComponent(name)]) }
  }
  return state
}

/** The name of the field in a block. */
export function fieldName(blockId: string): string {
  return decodeURIComponent(/^field:\d+:(.*)$/.exec(blockId)?.[1] ?? blockId)
}

function fieldState(element: Payload, value: unknown): Payload {
  const type = element['type']
  if (type === 'file_input') return { type, files: Array.isArray(value) ? value : [] }
  if (type === 'static_select' || type === 'external_select') {
    const chosen =
      value === undefined ? element['initial_option'] : { text: { type: 'plain_text', text: String(value) }, value }
    return { type, selected_option: chosen ?? null }
  }
  return { type, value: value ?? element['initial_value'] ?? null }
}

function actionOf({ blockId, element }: { blockId: string; element: Payload }): Payload {
  const text = isThing(element['text']) ? element['text'] : undefined
  return {
    action_id: element['action_id'],
    block_id: blockId,
    type: element['type'],
    ...(text ? { text } : {}),
    ...(element['value'] === undefined ? {} : { value: element['value'] }),
    ...(element['selected_option'] === undefined ? {} : { selected_option: element['selected_option'] }),
    action_ts: '1783670400.000001',
  }
}
