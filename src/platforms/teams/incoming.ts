import { decodeHTML } from 'entities'
import { actionOf } from '../../chat/action-data.ts'
import type { Incoming } from '../../chat/message.ts'
import type { Activity } from './activity.ts'
import { addressOf, channelId, type Place, type PlaceKind, personId, rootOf, threadOf } from './address.ts'
import { fileRefs } from './file-ref.ts'
import { plainNames } from './unique-ids.ts'

/** What an activity alone does not say. */
export type Surroundings = {
  /** The tenant in which the assistant is at home; null when it serves several. */
  homeTenant: string | null
  /** ISO instant of the message by the assistant's clock. */
  receivedAt: string
  /** The key of a card submit; see submits.ts. */
  submitKey(activity: Activity): string
}

/**
 * An activity as an Incoming; null for what is none: what bots wrote, edits, reactions, and everything without a person or a place.
 * Whether a colleague is a guest is filled in by who knows the people.
 */
export function incomingFromActivity(activity: Activity, around: Surroundings): Incoming | null {
  switch (activity.type) {
    case 'message':
      return fromMessage(activity, around)
    case 'conversationUpdate':
      if (concernsBot(activity, activity.membersAdded)) return fromMembership(activity, 'joined', around)
      return concernsBot(activity, activity.membersRemoved) ? fromMembership(activity, 'left', around) : null
    case 'installationUpdate':
      return activity.action?.startsWith('remove') ? fromMembership(activity, 'left', around) : null
    default:
      return null
  }
}

function fromMessage(activity: Activity, around: Surroundings): Incoming | null {
  const base = baseOf(activity, around)
  if (base === null || !activity.id || activity.from?.role === 'bot') return null
  const action = actionOf(activity.value)
  // A submit that is none of ours has no words to answer.
  if (action === null && activity.value !== undefined && !activity.text) return null
  return {
    ...base,
    key: action ? around.submitKey(activity) : `teams:${activity.conversation?.id}/${activity.id}`,
    addressed: base.scope === 'direct' || action !== null || mentionsBot(activity),
    text: action ? '' : writtenText(activity),
    files: action ? [] : fileRefs(activity),
    ...(action ? { action: { ...action, values: plainNames(action.values) } } : {}),
  }
}

function fromMembership(activity: Activity, event: 'joined' | 'left', around: Surroundings): Incoming | null {
  const base = baseOf(activity, around)
  if (base === null) return null
  const key = `${channelId('', activity.conversation?.id ?? '')}/${event}/${activity.id ?? activity.timestamp ?? around.receivedAt}`
  return { ...base, key, conversation: base.channel ?? base.conversation, addressed: false, text: '', files: [], event }
}

/** What every Incoming says about its place and person. */
function baseOf(
  activity: Activity,
  around: Surroundings,
): Omit<Incoming, 'key' | 'addressed' | 'text' | 'files'> | null {
  const { conversation, from, recipient, channelData, serviceUrl } = activity
  if (!conversation || !from || !serviceUrl || (recipient && from.id === recipient.id)) return null
  const tenant = channelData?.tenant?.id ?? conversation.tenantId ?? around.homeTenant ?? ''
  const ownTenant = from.tenantId ?? tenant
  const person = personId(ownTenant, from.aadObjectId ?? from.id)
  const kind = kindOf(activity)
  const place: Place = {
    serviceUrl,
    kind,
    conversation: conversation.id,
    tenant,
    bot: recipient?.id ?? '',
    user: from.id,
    person,
  }
  const foreign = around.homeTenant !== null && ownTenant !== around.homeTenant
  const locale = localeOf(activity)
  return {
    platform: 'teams',
    conversation: kind === 'personal' ? person : `teams:${tenant}/${conversation.id}`,
    address: addressOf(place),
    scope: kind === 'personal' ? 'direct' : 'channel',
    person: { id: person, guest: foreign, ...(locale ? { locale } : {}) },
    receivedAt: around.receivedAt,
    ...(kind === 'personal' ? {} : inChannel(place, person, tenant)),
    ...(foreign || channelData?.channel?.type === 'shared' ? { shared: true } : {}),
  }
}

/** What every Incoming from a channel or group chat carries: the channel, and where its person can be reached alone. */
function inChannel(place: Place, person: string, tenant: string) {
  const channel = channelId(tenant, place.conversation ?? '')
  return {
    channel,
    publicly: addressOf({ ...place, conversation: rootOf(place.conversation ?? ''), user: null, person: null }),
    personal: addressOf({ ...place, kind: 'personal', conversation: null }),
    personalConversation: person,
  }
}

function kindOf({ conversation, channelData }: Activity): PlaceKind {
  const type = conversation?.conversationType
  if (type === 'personal' || type === 'channel' || type === 'groupChat') return type
  if (channelData?.channel?.id || channelData?.team?.id) return 'channel'
  return conversation?.isGroup ? 'groupChat' : 'personal'
}

function concernsBot({ recipient }: Activity, members: { id: string }[]): boolean {
  return recipient !== undefined && members.some(({ id }) => id === recipient.id)
}

function mentionsBot({ entities, recipient }: Activity): boolean {
  return entities.some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id && recipient)
}

/** True for an unaddressed reply in a channel's thread: whether the assistant takes part there is known elsewhere. */
export function isInThread({ conversation, id }: Activity): boolean {
  const thread = threadOf(conversation?.id ?? '')
  return thread !== null && thread !== id
}

/** What a person typed: without the mention of the assistant, other mentions as the name they show. */
function writtenText({ text = '', entities, recipient }: Activity): string {
  let rest = text
  for (const { type, text: shown, mentioned } of entities)
    if (type === 'mention' && shown && mentioned?.id === recipient?.id) rest = rest.replaceAll(shown, ' ')
  // Teams escapes what was typed (& as &amp;) and puts hard spaces around mentions.
  return decodeHTML(rest.replace(/<at\b[^>]*>([^<]*)<\/at>/gi, '$1'))
    .replace(/\u00a0/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim()
}

function localeOf({ locale, entities }: Activity): 'nl' | 'en' | null {
  const said = locale ?? entities.find(({ type }) => type === 'clientInfo')?.locale
  const language = said?.slice(0, 2).toLowerCase()
  return language === 'nl' || language === 'en' ? language : null
}
