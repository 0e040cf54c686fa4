import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadConfig, readEnvironment } from '../config.ts'
import { MaatstafError } from '../errors.ts'
import { teamsPackage } from '../platforms/teams/package.ts'
import { textsFor } from '../texts/texts.ts'

const root = resolve(import.meta.dirname, '../..')

/** `npm run manifests`: what an administrator uploads. Slack's manifest is pasted as it stands. */
async function writeManifests(): Promise<void> {
  const { teams, url } = loadConfig(readEnvironment())
  const isPublic = url.startsWith('https://')
  const part = (name: string) => readFile(join(root, 'manifests/teams', name))
  const bytes = teamsPackage(
    {
      manifest: (await part('manifest.json')).toString(),
      color: await part('color.png'),
      outline: await part('outline.png'),
    },
    // Microsoft wants https addresses even where nothing is served yet.
    { appId: teams?.appId ?? '', site: isPublic ? url : 'https://maatstaf.example' },
  )
  await writeFile(join(root, 'teams.zip'), bytes)
  process.stdout.write(
    'Teams: teams.zip (upload in the Teams admin centre)\nSlack: manifests/slack/manifest.yaml (paste at api.slack.com/apps)\n',
  )
  if (!isPublic)
    process.stdout.write(
      'MAATSTAF_URL is no https address yet: teams.zip names https://maatstaf.example. Fill it in and make the package again before you upload it.\n',
    )
}

writeManifests().catch((error: unknown) => {
  const told =
    error instanceof MaatstafError && (textsFor('nl').errors.sentence(error.code, error.details) ?? error.message)
  process.stderr.write(`${told || 'the manifests could not be written'}\n`)
  process.exit(error instanceof MaatstafError ? 1 : 3)
})
