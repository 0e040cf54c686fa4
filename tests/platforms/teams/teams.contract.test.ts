import { afterAll, expect } from 'vitest'
import { personId } from '../../../src/platforms/teams/address.ts'
import { channel, fileAttachment, people, tenant } from '../../standins/teams/activities.ts'
import { cardOf, isThing, type Posted, partsOf, type Thing, wordsOf } from '../../standins/teams/connector-rules.ts'
import { createTeamsStandIn, type TeamsStandIn } from '../../standins/teams/server.ts'
import { describePlatform, type Place, type PlatformHarness, type RunningPlatform, type Seen } from '../contract.ts'
import type { House } from '../house.ts'
import { startTeams, until } from './running-teams.ts'

const complaints: string[] = []

// A submitted card has no errors beside its fields in Teams: the feature answers a faulty one with a message.
describePlatform('Teams', createHarness, ['forms'])

afterAll(() => {
  expect(complaints, 'what a strict Teams would have refused').toEqual([])
})

async function createHarness(): Promise<PlatformHarness> {
  const standIn = await createTeamsStandIn()
  return {
    start: (house) => run(house, standIn),
    async close() {
      complaints.push(...standIn.complaints)
      await standIn.close()
    },
  }
}

const personal = `a:personal-${people.sanne.id}`

async function run(house: House, standIn: TeamsStandIn): Promise<RunningPlatform> {
  const running = await startTeams(house, standIn)
  const { activities, deliver, teams } = running

  function seen({ id, activity, conversation }: Posted): Seen {
    const card = cardOf(activity)
    const actions = partsOf(card).filter(({ type }) => type === 'Action.Submit')
    const inputs = partsOf(card).filter(({ type }) => String(type).startsWith('Input.'))
    return {
      text: card ? wordsOf(card) : '',
      // Teams knows no messages for one person in a channel: they stand in that person's own chat.
      only: conversation === personal ? personId(tenant, people.sanne.aadObjectId) : null,
      files: [],
      buttons: actions.map((action) => ({
        label: String(action['title']),
        async press(values = {}) {
          const filled = action['associatedInputs'] === 'none' ? [] : inputs
          const typed = filled.map((input): [string, unknown] => [String(input['id']), input['value'] ?? ''])
          const data = { ...(action['data'] as Thing), ...Object.fromEntries(typed), ...values }
          await deliver(activities.submit(data, id))
        },
      })),
    }
  }

  /** The person agrees to every file that is offered. */
  async function filesIn(posted: Posted[]): Promise<Seen['files']> {
    const files: Seen['files'] = []
    for (const { id, activity } of posted) {
      const [attachment] = (activity['attachments'] ?? []) as Thing[]
      const content = attachment?.['content']
      if (!String(attachment?.['contentType']).endsWith('file.consent') || !isThing(content)) continue
      const name = String(attachment?.['name'])
      const place = `/upload/${id}`
      const uploadInfo = {
        uploadUrl: `${standIn.origin}${place}`,
        contentUrl: 'https://x.sharepoint.com/x',
        name,
        uniqueId: 'u',
        fileType: 'docx',
      }
      const value = { type: 'fileUpload', action: 'accept', context: content['acceptContext'], uploadInfo }
      await deliver(activities.invoke('fileConsent/invoke', value, { replyToId: id }))
      await until(() => standIn.uploads.has(place))
      files.push({ name, bytes: standIn.uploads.get(place)! })
    }
    return files
  }

  return {
    async say({ text, in: place = 'direct', mention = false, file, times = 1 }) {
      const path = `/files/${standIn.files.size}`
      if (file) standIn.files.set(path, file.bytes)
      const attached = file ? [fileAttachment(file.name, `${standIn.origin}${path}`)] : []
      const where = place === 'channel' ? 'channel' : 'personal'
      const activity = activities.message(text, { where, mention, files: attached })
      for (let time = 0; time < times; time += 1) await deliver(activity)
    },
    async echo(text) {
      const activity = activities.message(text)
      await deliver({ ...activity, from: activity.recipient })
    },
    async screen(place: Place) {
      const there = standIn.posted.filter(({ conversation }) =>
        place === 'direct' ? conversation === personal : conversation.startsWith(channel),
      )
      const files = await filesIn([...there])
      const messages = there.map(seen)
      return files.length > 0 ? [...messages, { text: '', only: null, files, buttons: [] }] : messages
    },
    async fillIn() {
      throw new Error('Teams shows no errors beside the fields')
    },
    async post(outgoing, options) {
      if (outgoing.file && options.file) running.files.set(outgoing.file.id, options.file)
      return teams.post(outgoing, options)
    },
    fetchFile: teams.fetchFile,
    stop: running.stop,
  }
}
