import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { commands, events, methods, scopes, shortcuts } from '../../../src/platforms/slack/needs.ts'
import { eventsPath } from '../../../src/platforms/slack/receiver.ts'

const root = resolve(import.meta.dirname, '../../..')
const folder = join(root, 'src/platforms/slack')
const code = readdirSync(folder)
  .filter((file) => file !== 'needs.ts')
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')

const url = z.url().refine((address) => new URL(address).pathname === eventsPath)
const manifest = z
  .object({
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(175).max(4_000),
      background_color: z.string().regex(/^#[0-9a-f]{6}$/),
    }),
    features: z.object({
      app_home: z.object({
        home_tab_enabled: z.literal(true),
        messages_tab_enabled: z.literal(true),
        messages_tab_read_only_enabled: z.literal(false),
      }),
      assistant_view: z.object({ assistant_description: z.string().min(1).max(300) }),
      shortcuts: z.array(
        z.object({
          name: z.string().max(24),
          type: z.literal('message'),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      ),
      bot_user: z.object({ display_name: z.string().max(80) }),
      slash_commands: z.array(
        z.object({
          command: z.string().max(32),
          url,
          description: z.string().max(2_000),
          usage_hint: z.string().max(1_000).optional(),
          should_escape: z.literal(false),
        }),
      ),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ request_url: url, bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true), request_url: url, message_menu_options_url: url }),
      socket_mode_enabled: z.boolean(),
    }),
  })
  .parse(parse(readFileSync(join(root, 'manifests/slack/manifest.yaml'), 'utf8')))

describe('the manifest', () => {
  it('asks for exactly the scopes that the methods and events need', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(scopes)
  })

  it('subscribes to exactly the events that are handled', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(Object.keys(events).sort())
  })

  it('offers exactly the message shortcuts that are understood', () => {
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual([...shortcuts].sort())
  })

  it('offers exactly the commands that are understood', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command).sort()).toEqual(Object.keys(commands).sort())
  })
})

describe('the code', () => {
  it('calls exactly the methods whose scopes are listed', () => {
    const called = [...code.matchAll(/\.call\(\s*'([a-zA-Z.0-9]+)'/g)].map((match) => match[1]!)
    expect([...new Set(called)].sort()).toEqual(Object.keys(methods).sort())
  })

  it('handles every event that is listed', () => {
    for (const name of Object.keys(events)) expect(code).toContain(`'${name.split('.')[0]}'`)
  })
})
