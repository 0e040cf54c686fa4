import type { Address } from '../../chat/address.ts'
import { textsFor } from '../../texts/texts.ts'
import type { Activity } from './activity.ts'
import type { Connector } from './connector.ts'
import { type ConsentVerdict, judgeConsent, type OfferStore, uploadFile } from './consent.ts'
import type { HostRule } from './hosts.ts'

export type ConsentReplyDeps = {
  store: OfferStore
  files: HostRule
  readFile(id: string): Promise<{ bytes: Uint8Array } | null>
  connector: Connector
  say(key: string, to: Address, text: string): Promise<unknown>
  fileMs: number
  /** Lets work go on after the acknowledgement. */
  background(work: Promise<unknown>): void
}

export type ConsentReplies = (
  activity: Activity,
  from: { person: string; address: Address; lang: 'nl' | 'en' },
) => Promise<200 | 403>

/** Answers `fileConsent/invoke`: judged at once, uploaded after the acknowledgement, and the card gives way to the file. */
export function createConsentReplies(deps: ConsentReplyDeps): ConsentReplies {
  return async (activity, { person, address, lang }) => {
    const { teams } = textsFor(lang)
    const say = (text: string) => deps.background(deps.say(`teams:consent/${activity.id}`, address, text))
    const verdict = await judgeConsent(activity.value, person, deps)
    if (verdict.kind === 'refused') return 403
    if (verdict.kind === 'gone') {
      say(teams.fileGone)
      return 403
    }
    if (verdict.kind === 'declined') {
      deps.background(removeCard(activity))
      say(teams.fileDeclined)
      return 200
    }
    deps.background(
      hand(activity, verdict).then((done) => {
        if (!done) say(teams.fileFailed)
      }),
    )
    return 200
  }

  async function hand(activity: Activity, { offer, upload }: Extract<ConsentVerdict, { kind: 'upload' }>) {
    const kept = await deps.readFile(offer.file)
    if (!kept || !(await uploadFile(upload, kept.bytes, deps.fileMs))) return false
    const { serviceUrl = '', conversation } = activity
    await removeCard(activity)
    await deps.connector.call(serviceUrl, (client) =>
      client.sendToConversation(conversation?.id ?? '', {
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.card.file.info',
            contentUrl: upload.contentUrl,
            name: upload.name,
            content: { uniqueId: upload.uniqueId, fileType: upload.fileType },
          },
        ],
      }),
    )
    return true
  }

  async function removeCard({ serviceUrl = '', conversation, replyToId }: Activity): Promise<void> {
    if (!replyToId || !conversation) return
    await deps.connector.call(serviceUrl, (client) => client.deleteActivity(conversation.id, replyToId))
  }
}
