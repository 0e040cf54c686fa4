import type { House } from '../../src/house/house.ts'
import { placeOf } from '../../src/platforms/teams/address.ts'
import { postedOf } from '../../src/platforms/teams/posted-id.ts'
import { until } from '../platforms/teams/running-teams.ts'
import { fileAttachment, people } from '../standins/teams/activities.ts'
import { cardOf, isThing, type Posted, type Thing } from '../standins/teams/connector-rules.ts'
import type { Driver, Shown, Where } from './driver.ts'
import { openTeamsHouse } from './teams-house.ts'
import { controlsIn, wordsIn } from './web-driver.ts'
import { isMeant, plainWords, shortLabel } from './words.ts'

/** The activities that one message of the assistant became, and whether it was for one person in a channel. */
type Said = { ids: string[]; alone: boolean }

const consentCard = 'application/vnd.microsoft.teams.card.file.consent'

/**
 * What is Teams' own and not compared: a long message in several activities; a used card that loses its buttons; a message for one
 * person of a channel, which stands in that person's own chat with a line in the channel that says so; a file by way of a consent card.
 */
export const teamsDriver: Driver = {
  name: 'Teams',
  channels: true,
  formsAsWords: false,
  // The page has a button for it.
  ownWords: ['Stuur in dit gesprek'],
  async open() {
    const said = new Map<string, Said>()
    const { house, standIn, activities, send, close } = await openTeamsHouse((house) => overheard(house, said))
    const files = new Map<string, Shown['file']>()
    /** What a card showed before it was used. */
    const unused = new Map<string, Shown>()

    async function deliver(activity: unknown): Promise<void> {
      await send(activity)
      for (const one of standIn.posted.filter(asksConsent)) await agree(one)
    }

    /** A person takes every file that is offered; Teams then takes the card away. */
    async function agree({ id, activity }: Posted): Promise<void> {
      const [{ name, content }] = activity['attachments'] as [{ name: string; content: Thing }]
      const path = `/upload/${id}`
      const uploadInfo = { uploadUrl: standIn.origin + path, contentUrl: `${standIn.origin}/kept/${id}`, name }
      const value = { type: 'fileUpload', action: 'accept', context: content['acceptContext'], uploadInfo }
      await send(activities.invoke('fileConsent/invoke', value, { replyToId: id }))
      await until(() => !standIn.posted.some((one) => one.id === id))
      files.set(id, { name, bytes: standIn.uploads.get(path) ?? new Uint8Array() })
    }

    function screen(where: Where): Shown[] {
      return standIn.posted.flatMap(({ id, conversation }) => {
        const message = said.get(id)
        if (!message) return []
        const inChannel = message.alone || !conversation.startsWith('a:personal-')
        if (inChannel !== (where === 'channel')) return []
        const cards = message.ids.flatMap((part) => {
          const found = standIn.posted.find((one) => one.id === part)
          const card = found && cardOf(found.activity)
          return card ? [card] : []
        })
        const before = unused.get(id)
        if (before && cards.some(isUsed)) return [before]
        const file = message.ids.map((part) => files.get(part) ?? null).find((one) => one !== null) ?? null
        const one = shown(cards, file, message.alone)
        unused.set(id, one)
        return [one]
      })
    }

    const placeFor = (where: Where) => (where === 'channel' ? 'channel' : 'personal')

    return {
      house,
      async say(text, { in: where = 'direct', files: sent = [], mention } = {}) {
        const attached = sent.map(({ name, bytes }, index) => {
          const path = `/files/${standIn.files.size + index}-${name}`
          standIn.files.set(path, bytes)
          return fileAttachment(name, standIn.origin + path)
        })
        const more = { where: placeFor(where), files: attached, ...(mention ? { mention } : {}) } as const
        await deliver(activities.message(text, more))
      },
      async press(label, where = 'direct') {
        for (const { id, conversation, activity } of standIn.posted.toReversed()) {
          if (conversation.startsWith('a:personal-') !== (where === 'direct')) continue
          const control = controlsIn(cardOf(activity)).find((one) => isMeant(one.label, label))
          if (!control) continue
          screen(where)
          return deliver(activities.submit(control.data, id, { where: placeFor(where) }))
        }
        throw new Error(`no "${label}" in Teams`)
      },
      join: () => deliver(activities.added('channel')),
      screen: async (where) => screen(where),
      close,
    }
  },
}

/** The house, while it is kept which activities belong to one message. */
function overheard(house: House, said: Map<string, Said>): House {
  return {
    ...house,
    addPlatform: (name, platform) =>
      house.addPlatform(name, {
        ...platform,
        async post(outgoing, options) {
          const result = await platform.post(outgoing, options)
          if (name !== 'teams' || !('ok' in result)) return result
          const { ids } = postedOf(result.ok)
          const alone = outgoing.only !== undefined && placeOf(outgoing.to).kind !== 'personal'
          if (ids[0]) said.set(ids[0], { ids, alone })
          return result
        },
      }),
  }
}

function shown(cards: Thing[], file: Shown['file'], alone: boolean): Shown {
  const found = cards.flatMap(controlsIn)
  const labels = (form: boolean) => found.filter((one) => one.form === form).map(({ label }) => shortLabel(label))
  const drawing = cards.map(wordsIn).join('\n')
  return {
    words: plainWords(drawing),
    drawing,
    controls: labels(false).sort(),
    forms: labels(true).sort(),
    file,
    alone,
  }
}

function asksConsent({ activity, conversation }: Posted): boolean {
  const own = conversation === `a:personal-${people.sanne.id}`
  return own && Array.isArray(activity['attachments']) && activity['attachments'].some(isConsent)
}

function isConsent(attachment: unknown): boolean {
  return isThing(attachment) && attachment['contentType'] === consentCard
}

/** True for a card of which Teams' own line names what was pressed. */
function isUsed(card: Thing): boolean {
  const body = card['body']
  return Array.isArray(body) && wordsIn(body.at(-1)).startsWith('→ ')
}
