import { actionOf } from '../../chat/action-data.ts'
import { adaptiveCard } from '../../chat/adaptive-card.ts'
import type { FileRef, Incoming, Outgoing } from '../../chat/message.ts'
import { fileName } from '../../chat/sent-file.ts'
import { MaatstafError } from '../../errors.ts'
import type { StoredFile } from '../../storage/port.ts'
import { removeBsns } from '../../text/bsn.ts'
import { textsFor } from '../../texts/texts.ts'
import { WEB_LIMITS } from './limits.ts'
import { type PageMessage, parseQuery, roleOf } from './message-body.ts'
import { conversationOf, directPlace, type Place, placeOf } from './place.ts'
import { type ShownEntry, shownEntry } from './shown.ts'
import { type TranscriptEntry, visibleTo } from './transcript.ts'
import type { Visitor } from './visitor.ts'
import type { WebChatOptions } from './web-options.ts'

export type Snapshot = { greeting: string[]; older: number; entries: ShownEntry[] }

/**
 * What the web chat does, apart from HTTP: takes in what a visitor says and hands in, keeps what was said, shows it. `show` brings
 * a new entry to the open pages.
 */
export function createDesk(options: WebChatOptions, show: (place: Place, entry: TranscriptEntry) => void) {
  const { transcript, clock } = options
  let lastOrder = 0
  /** Rises within a process by itself, and over restarts with the time; after what a reader was shown, whatever the clock did. */
  const nextOrder = () => {
    lastOrder = Math.max(lastOrder + 1, clock.real().epochMilliseconds * 1000)
    return lastOrder
  }

  function incomingFrom(place: Place, visitor: Visitor, key: string): Omit<Incoming, 'addressed' | 'text' | 'files'> {
    const direct = directPlace(visitor.person)
    return {
      key,
      platform: 'web',
      conversation: place.conversation,
      address: place.address,
      scope: place.scope,
      person: { id: visitor.person, locale: visitor.lang, guest: false },
      receivedAt: clock.now().toString(),
      personal: direct.address,
      personalConversation: direct.conversation,
      ...(place.room === null ? {} : { channel: place.conversation }),
    }
  }

  return {
    async snapshot(place: Place, visitor: Visitor): Promise<Snapshot> {
      const said = await transcript.load(place.conversation)
      lastOrder = said.reduce((last, { order }) => Math.max(last, order), lastOrder)
      const entries = visibleTo(visitor.person, said)
      const { greeting, greetingRoom } = textsFor(visitor.lang).web
      return {
        greeting: place.room === null ? greeting : greetingRoom,
        older: Math.max(0, entries.length - WEB_LIMITS.entriesShown),
        entries: entries.slice(-WEB_LIMITS.entriesShown).map((entry) => shownEntry(entry, visitor, place)),
      }
    },

    /** Whoever opens a room in which nothing was said yet invites the assistant into it. */
    async enter(place: Place, visitor: Visitor): Promise<void> {
      if (place.room === null || (await transcript.load(place.conversation)).length > 0) return
      const joined = incomingFrom(place, visitor, `${place.conversation}/joined`)
      await options.accept({ ...joined, addressed: true, text: '', files: [], event: 'joined' })
    },

    /** Durable when it resolves; kept and shown as said. The same key again is the same message. */
    async takeMessage(place: Place, visitor: Visitor, message: PageMessage): Promise<'accepted' | 'duplicate'> {
      const action = message.action ? actionOf(message.action.data) : null
      const said = message.action ? message.action.label : message.text
      if ((message.action && !action) || (said.trim() === '' && message.files.length === 0))
        throw new MaatstafError('bad-message', 'nothing was said')
      const files = message.files.map(({ seal, ...file }): FileRef => {
        if (!visitor.ownsFile(file, place.conversation, seal))
          throw new MaatstafError('bad-message', 'a file that this person did not hand in here')
        return file
      })
      // Taken before the message is accepted: its answer may be said before `accept` returns, and comes after it all the same.
      const order = nextOrder()
      const mention = mentioned(message.text)
      const incoming: Incoming = {
        ...incomingFrom(place, visitor, `${keyPrefix(visitor)}${message.key}`),
        addressed: place.scope === 'direct' || action !== null || mention !== null,
        text: mention ?? message.text,
        files,
        ...(action ? { action } : {}),
      }
      const result = await options.accept(incoming)
      // A crash between accepting and keeping: the page tries again, and the duplicate is kept then, before its answer.
      const before = result === 'duplicate' ? await transcript.load(place.conversation) : []
      if (before.some(({ key }) => key === incoming.key)) return result
      const answer = before.find(({ from, key }) => from === 'assistant' && key.startsWith(`${incoming.key}/`))
      const entry: TranscriptEntry = {
        key: incoming.key,
        order: answer ? answer.order - 0.5 : order,
        at: incoming.receivedAt,
        from: 'person',
        person: visitor.person,
        // A citizen number is not kept, here either.
        text: removeBsns(said),
        files: files.map((file) => removeBsns(file.name)),
      }
      await transcript.append(place.conversation, entry)
      show(place, entry)
      return result
    },

    /** The stored file with a seal that only its uploader can use, and only in this conversation. */
    async takeFile(
      place: Place,
      visitor: Visitor,
      upload: { bytes: Uint8Array; name: string; type: string | null; field: string | null },
    ) {
      if (upload.bytes.byteLength === 0) throw new MaatstafError('empty-file', 'an upload of no bytes')
      const stored = await options.storeFile(upload.bytes, fileName(upload.name), upload.type, place.conversation)
      const file: FileRef = { ...stored, role: roleOf(upload.field) }
      return { ...file, seal: visitor.sealFile(file, place.conversation) }
    },

    async answerQuery(place: Place, visitor: Visitor, body: Buffer) {
      const { lang, person } = visitor
      const answer = await options.query({
        platform: 'web',
        ...parseQuery(body),
        conversation: place.conversation,
        scope: place.scope,
        person: { id: person, locale: lang, guest: false },
      })
      return answer.kind === 'card'
        ? { ...answer, card: adaptiveCard(answer.card, { lang, texts: textsFor(lang).cards, upload: true }) }
        : answer
    },

    /** A file that the assistant offered in this conversation, to this person; `not-here` for any other. */
    async handOut(place: Place, visitor: Visitor, id: string): Promise<StoredFile> {
      const entries = visibleTo(visitor.person, await transcript.load(place.conversation))
      const offered = entries.some((entry) => entry.from === 'assistant' && entry.file?.id === id)
      const file = offered ? await options.readFile(id) : null
      if (!file) throw new MaatstafError('not-here', 'no such file in this conversation')
      return file
    },

    async say(outgoing: Outgoing): Promise<void> {
      const place = placeOf(conversationOf(outgoing.to))
      const { key, card, only, replaces, file } = outgoing
      const entry: TranscriptEntry = {
        key,
        order: nextOrder(),
        at: clock.now().toString(),
        from: 'assistant',
        card,
        ...(only === undefined ? {} : { only }),
        ...(replaces === undefined ? {} : { replaces }),
        ...(file === undefined ? {} : { file }),
      }
      await transcript.append(place.conversation, entry)
      show(place, entry)
    },
  }
}

/** What the keys of a person's messages begin with: one person cannot take another's key. */
export function keyPrefix(visitor: Pick<Visitor, 'person'>): string {
  return `web/${visitor.person}/`
}

/** The text without the mention, null when the assistant is not named. As a plain word "maatstaf" is Dutch for a criterion. */
function mentioned(text: string): string | null {
  const without = text.replace(/^\s*maatstaf\s*[,:]|@maatstaf\b[,:]?/iu, ' ')
  return without === text ? null : without.replace(/ {2,}/g, ' ').trim()
}
