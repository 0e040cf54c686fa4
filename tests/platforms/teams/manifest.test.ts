import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commandIn } from '../../../src/assistant/turn/commands.ts'
import { messageActions } from '../../../src/chat/message-actions.ts'
import { teamsPackage } from '../../../src/platforms/teams/package.ts'
import { appId } from '../../standins/teams/tokens.ts'

const folder = resolve(import.meta.dirname, '../../../manifests/teams')
const parts = {
  manifest: readFileSync(resolve(folder, 'manifest.json'), 'utf8'),
  color: new Uint8Array(readFileSync(resolve(folder, 'color.png'))),
  outline: new Uint8Array(readFileSync(resolve(folder, 'outline.png'))),
}
const made = unzipSync(teamsPackage(parts, { appId, site: 'https://maatstaf.bureau.example' }))
const manifest: unknown = JSON.parse(strFromU8(made['manifest.json']!))
const known = z
  .object({
    id: z.string(),
    manifestVersion: z.string(),
    bots: z.array(
      z.object({
        botId: z.string(),
        scopes: z.array(z.string()),
        supportsFiles: z.boolean(),
        commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string() })) })),
      }),
    ),
    composeExtensions: z.array(
      z.object({
        botId: z.string(),
        messageHandlers: z.unknown().optional(),
        commands: z.array(z.object({ id: z.string(), type: z.string(), context: z.array(z.string()) })),
      }),
    ),
    authorization: z.object({
      permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
    }),
  })
  .parse(manifest)

/** Microsoft's published schema of the version that the manifest names. */
function validator(version: string) {
  const modules = createRequire(import.meta.url)
  const base = modules.resolve('@microsoft/app-manifest/package.json').replace(/package\.json$/, '')
  const file = `${base}build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`
  const { $schema: _draft4, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema)
}

describe('the package for Teams', () => {
  it('holds a manifest that Microsoft’s published schema accepts', () => {
    const validate = validator(known.manifestVersion)
    expect([validate(manifest), validate.errors]).toEqual([true, null])
    expect(validate({ ...(manifest as object), bots: [{ botId: 'x' }] })).toBe(false)
  })

  it('names the bot of .env everywhere, and leaves no place open', () => {
    expect([known.id, known.bots[0]!.botId]).toEqual([appId, appId])
    expect(strFromU8(made['manifest.json']!)).not.toContain('{{')
  })

  it('asks for personal chats, teams and group chats, files, and listening without a mention', () => {
    expect(known.bots[0]).toMatchObject({ scopes: ['personal', 'team', 'groupChat'], supportsFiles: true })
    expect(known.authorization.permissions.resourceSpecific).toEqual([
      { name: 'ChannelMessage.Read.Group', type: 'Application' },
      { name: 'ChatMessage.Read.Chat', type: 'Application' },
    ])
  })

  it('offers only commands that are understood', () => {
    const titles = known.bots[0]!.commandLists.flatMap(({ commands }) => commands.map(({ title }) => title))
    // "opdrachten" is a question about what is open; every other one is a command.
    expect(titles.filter((title) => title !== 'opdrachten' && commandIn(title) === null)).toEqual([])
  })

  it('offers the search in any chat, the two actions in the menu of a message, and never unfolds links', () => {
    const [extension] = known.composeExtensions
    expect(extension?.botId).toBe(appId)
    expect(extension?.commands.map(({ id, type, context }) => [id, type, context])).toEqual([
      ['find-assignments', 'query', ['compose', 'commandBox']],
      [messageActions.add, 'action', ['message']],
      [messageActions.score, 'action', ['message']],
    ])
    expect(extension).not.toHaveProperty('messageHandlers')
  })

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('has %s as a png of %i pixels square', (name, size) => {
    const png = Buffer.from(made[name]!)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  })

  it('is the same bytes every time, and is not made without an app id', () => {
    const again = () => teamsPackage(parts, { appId, site: 'https://maatstaf.bureau.example' })
    expect(again()).toEqual(again())
    expect(() => teamsPackage(parts, { appId: '', site: 'https://x.example' })).toThrow(/MicrosoftAppId/)
  })
})
