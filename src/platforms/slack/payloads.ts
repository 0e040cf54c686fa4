import { z } from 'zod'

/**
 * What Slack sends, as far as it is used; everything else in a payload is let through unread. Shapes by docs.slack.dev and Bolt's types.
 */
const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
  is_external: z.boolean().nullish(),
  file_access: z.string().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
})

export type SlackFile = z.infer<typeof file>

const event = z.object({
  type: z.string(),
  subtype: z.string().nullish(),
  channel: z.string().nullish(),
  channel_type: z.string().nullish(),
  user: z.string().nullish(),
  user_team: z.string().nullish(),
  bot_id: z.string().nullish(),
  inviter: z.string().nullish(),
  actor_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string().nullish(),
  thread_ts: z.string().nullish(),
  parent_user_id: z.string().nullish(),
  hidden: z.boolean().nullish(),
  files: z.array(file).nullish(),
  tab: z.string().nullish(),
  assistant_thread: z.object({ user_id: z.string(), channel_id: z.string(), thread_ts: z.string() }).nullish(),
  tokens: z.object({ bot: z.array(z.string()).nullish() }).nullish(),
})

export const eventBody = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z
    .array(z.object({ team_id: z.string().nullish(), user_id: z.string().nullish(), is_bot: z.boolean().nullish() }))
    .nullish(),
  event,
})

export type EventBody = z.infer<typeof eventBody>

export const commandBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().nullish(),
})

export type CommandBody = z.infer<typeof commandBody>

const option = z.object({ value: z.string() }).nullish()

/** The value of one field, whatever kind of field it is. */
const fieldState = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: option,
  files: z.array(file).nullish(),
})

const state = z.object({ values: z.record(z.string(), z.record(z.string(), fieldState)) }).nullish()

export type State = z.infer<typeof state>

const user = z.object({ id: z.string(), team_id: z.string().nullish() })
const team = z.object({ id: z.string() }).nullish()

export const actionsBody = z.object({
  type: z.literal('block_actions'),
  trigger_id: z.string(),
  team,
  user,
  channel: z.object({ id: z.string() }).nullish(),
  container: z
    .object({
      type: z.string().nullish(),
      message_ts: z.string().nullish(),
      thread_ts: z.string().nullish(),
      channel_id: z.string().nullish(),
      is_ephemeral: z.boolean().nullish(),
    })
    .nullish(),
  message: z.object({ ts: z.string().nullish(), thread_ts: z.string().nullish() }).nullish(),
  response_url: z.string().nullish(),
  state,
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().nullish(),
        value: z.string().nullish(),
        selected_option: option,
      }),
    )
    .min(1),
})

export type ActionsBody = z.infer<typeof actionsBody>

export const submissionBody = z.object({
  type: z.literal('view_submission'),
  trigger_id: z.string().nullish(),
  team,
  user,
  view: z.object({
    id: z.string(),
    hash: z.string().nullish(),
    callback_id: z.string().nullish(),
    private_metadata: z.string().nullish(),
    state,
  }),
})

export type SubmissionBody = z.infer<typeof submissionBody>

/** A shortcut chosen in the menu of somebody's message. */
export const shortcutBody = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().nullish(),
  team,
  user,
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().nullish(), files: z.array(file).nullish() }),
})

export type ShortcutBody = z.infer<typeof shortcutBody>

export const suggestionBody = z.object({
  type: z.literal('block_suggestion'),
  action_id: z.string(),
  value: z.string().default(''),
  team,
  user,
  channel: z.object({ id: z.string() }).nullish(),
})
