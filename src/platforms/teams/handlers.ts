import type { Address } from '../../chat/address.ts'
import type { Action, Incoming } from '../../chat/message.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import type { Activity } from './activity.ts'
import { placeOf } from './address.ts'
import type { Cloud } from './cloud.ts'
import type { Connector } from './connector.ts'
import type { ConsentReplies } from './consent-replies.ts'
import type { createExtension } from './extension.ts'
import { type AnswerStore, judgementOf } from './feedback.ts'
import { incomingFromActivity, isInThread } from './incoming.ts'
import type { People } from './people.ts'

export type HandlerDeps = {
  connector: Connector
  cloud: Cloud
  accept(incoming: Incoming): Promise<'accepted' | 'duplicate'>
  /** True when the assistant takes part in this conversation, by what it keeps. */
  takesPart(conversation: string): Promise<boolean>
  people: People
  clock: Clock
  log: Log
  submitKey(activity: Activity): string
  /** Shows that an answer is on its way. */
  typing(incoming: Incoming): Promise<unknown>
  /** Takes the buttons off a used card. */
  settle(to: Address, id: string, pressed: Action): Promise<void>
  consent: ConsentReplies
  extension: ReturnType<typeof createExtension>
  answers: AnswerStore
  /** Lets work go on after the acknowledgement. */
  background(work: Promise<unknown>): void
}

export type TurnAnswer = { status: 200 | 403 | 503; body?: unknown }

/**
 * One proved activity: through the SDK's adapter into the inbox. The answer comes as soon as it is durable. What is unknown is
 * acknowledged, because Teams stops delivering to a bot that answers with errors; only what could not be stored is a 503.
 */
export function createHandlers(deps: HandlerDeps): { take(activity: Activity): Promise<TurnAnswer> } {
  const { connector, cloud, clock, log, submitKey } = deps

  async function take(activity: Activity): Promise<TurnAnswer> {
    let answer: TurnAnswer = { status: 200 }
    try {
      await throughAdapter(activity, async () => {
        answer = activity.type === 'invoke' ? await invoked(activity) : await told(activity)
      })
    } catch (error) {
      log.error('teams activity not taken in', error)
    }
    return answer
  }

  /** The SDK builds its turn around an activity that the guard has proved already. */
  function throughAdapter(activity: Activity, logic: () => Promise<void>): Promise<void> {
    const { adapter, identify } = connector
    return adapter.processActivityDirect(identify(activity.serviceUrl ?? ''), activity as never, logic)
  }

  async function told(activity: Activity): Promise<TurnAnswer> {
    const incoming = incomingFromActivity(activity, around(activity))
    if (incoming === null) return { status: 200 }
    try {
      const known = await completed(incoming, activity)
      const result = await deps.accept(known)
      // Teams shows it in chats only.
      const chat = placeOf(known.address).kind !== 'channel'
      if (result === 'accepted' && known.addressed && chat) deps.background(deps.typing(known))
      // A card without a step may be used again, and in a channel by others.
      if (result === 'accepted' && known.action?.step && known.scope === 'direct' && activity.replyToId)
        deps.background(deps.settle(known.address, activity.replyToId, known.action))
      return { status: 200 }
    } catch (error) {
      log.error('teams activity not stored', error)
      return { status: 503 }
    }
  }

  /** What Teams wants answered within its own request. An invoke that is not known is answered with nothing. */
  async function invoked(activity: Activity): Promise<TurnAnswer> {
    const incoming = incomingFromActivity(
      { ...activity, type: 'message', text: '-', value: undefined },
      around(activity),
    )
    try {
      if (activity.name === 'fileConsent/invoke') return await consented(activity, incoming)
      const judged = incoming && (await judgementOf(activity, deps.answers))
      if (judged) {
        const said = { ...incoming, addressed: true, text: '', action: judged }
        await deps.accept(await completed(said, activity))
        return { status: 200, body: {} }
      }
      return { status: 200, body: (incoming && (await deps.extension(activity, incoming))) ?? {} }
    } catch (error) {
      log.error('teams invoke not handled', error, { invoke: activity.name?.slice(0, 60) ?? '' })
      return { status: 503 }
    }
  }

  async function consented(activity: Activity, incoming: Incoming | null): Promise<TurnAnswer> {
    if (incoming === null || incoming.scope !== 'direct') return { status: 403 }
    const { person, address } = incoming
    const status = await deps.consent(activity, { person: person.id, address, lang: person.locale ?? 'nl' })
    return { status, body: {} }
  }

  /** Fills in what the activity does not say: who is a guest, and whether the assistant takes part in the thread. */
  async function completed(incoming: Incoming, activity: Activity): Promise<Incoming> {
    const { serviceUrl, conversation, user } = placeOf(incoming.address)
    const asks = incoming.event === undefined && !incoming.person.guest && conversation !== null && user !== null
    const [guest, follows] = await Promise.all([
      asks ? deps.people.isGuest({ serviceUrl, conversation, user }) : incoming.person.guest,
      !incoming.addressed && incoming.event === undefined && isInThread(activity)
        ? deps.takesPart(incoming.conversation)
        : false,
    ])
    const known = { ...incoming, person: { ...incoming.person, guest } }
    return follows ? { ...known, addressed: true, follows } : known
  }

  function around(activity: Activity) {
    const sent = Date.parse(activity.timestamp ?? '')
    const age = Number.isFinite(sent) ? Math.max(0, clock.real().epochMilliseconds - sent) : 0
    const receivedAt = clock
      .now()
      .subtract({ milliseconds: Math.round(age) })
      .toString()
    return { homeTenant: cloud.tenant, receivedAt, submitKey }
  }

  return { take }
}
