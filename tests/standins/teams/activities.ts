import { appId } from './tokens.ts'

export const bot = { id: `28:${appId}`, name: 'Maatstaf' }
export const tenant = 'tenant-1'
export const people = {
  sanne: { id: '29:sanne', name: 'Sanne', aadObjectId: 'aad-sanne' },
  tom: { id: '29:tom', name: 'Tom', aadObjectId: 'aad-tom' },
}
export type Who = keyof typeof people

export const channel = '19:general@thread.tacv2'
export const group = '19:groep@thread.v2'

export type Where = 'personal' | 'channel' | 'groupChat'

/** No two activities of a test have the same id. */
let next = 1_700_000_000_000

/** Activities as Teams sends them, with ids of their own; shapes by msteams-docs. */
export function createActivities(serviceUrl: string, now: () => number) {
  const conversationOf = (where: Where, who: Who, thread: string) => {
    if (where === 'personal')
      return { id: `a:personal-${people[who].id}`, conversationType: 'personal', tenantId: tenant }
    if (where === 'groupChat') return { id: group, conversationType: 'groupChat', isGroup: true, tenantId: tenant }
    return { id: `${channel};messageid=${thread}`, conversationType: 'channel', isGroup: true, tenantId: tenant }
  }

  function base(where: Where = 'personal', who: Who = 'sanne', thread?: string) {
    const id = String(next++)
    return {
      id,
      channelId: 'msteams',
      serviceUrl,
      timestamp: new Date(now()).toISOString(),
      from: people[who],
      recipient: bot,
      conversation: conversationOf(where, who, thread ?? id),
      channelData: {
        tenant: { id: tenant },
        ...(where === 'channel' ? { team: { id: channel }, channel: { id: channel } } : {}),
      },
      entities: [
        { type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Windows', timezone: 'Europe/Amsterdam' },
      ] as unknown[],
    }
  }

  return {
    base,
    message(
      text: string,
      more: { where?: Where; who?: Who; thread?: string; mention?: boolean; files?: unknown[] } = {},
    ) {
      const { where, who, thread, mention = false, files = [] } = more
      const activity = base(where, who, thread)
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      return {
        ...activity,
        type: 'message',
        textFormat: 'plain',
        text: mention ? `<at>${bot.name}</at>&nbsp;${escaped}` : escaped,
        attachments: [...files, { contentType: 'text/html', content: `<p>${escaped}</p>` }],
        entities: mention
          ? [...activity.entities, { type: 'mention', mentioned: bot, text: `<at>${bot.name}</at>` }]
          : activity.entities,
      }
    },
    submit(value: unknown, replyToId: string, more: { where?: Where; who?: Who; thread?: string } = {}) {
      return { ...base(more.where, more.who, more.thread), type: 'message', replyToId, value }
    },
    invoke(name: string, value: unknown, more: { who?: Who; replyToId?: string; where?: Where } = {}) {
      return {
        ...base(more.where, more.who),
        type: 'invoke',
        name,
        value,
        ...(more.replyToId ? { replyToId: more.replyToId } : {}),
      }
    },
    added(where: Where = 'personal') {
      return {
        ...base(where),
        type: 'conversationUpdate',
        membersAdded: [bot],
        channelData: {
          tenant: { id: tenant },
          ...(where === 'channel' ? { eventType: 'teamMemberAdded', team: { id: channel } } : {}),
        },
      }
    },
    removed(where: Where = 'channel') {
      return { ...base(where), type: 'conversationUpdate', membersRemoved: [bot] }
    },
  }
}

/** A file as Teams hands it over in a personal chat. */
export function fileAttachment(name: string, downloadUrl: string) {
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://bureau-my.sharepoint.com/personal/x',
    name,
    content: { downloadUrl, uniqueId: 'u1', fileType: name.split('.').at(-1) },
  }
}
