import { noteSaid } from './assistant/delivery/said.ts'
import type { AssistantDeps } from './assistant/deps.ts'
import { renewAddresses } from './assistant/turn/addresses.ts'
import { conversationGoes, parseConversation } from './assistant/turn/conversation.ts'
import { createDecision } from './assistant/turn/decide.ts'
import { languageOfTurn } from './assistant/turn/language.ts'
import { signKey, watchTurn } from './assistant/turn/progress-sign.ts'
import { addressReplies, planTurn, type TurnMessage, type TurnPlan } from './assistant/turn/turn.ts'
import { isClosed } from './assistant/turn/workspaces.ts'
import { card } from './chat/card.ts'
import type { RunningJob } from './storage/port.ts'
import { idFromKey } from './text/key-id.ts'
import { textsFor } from './texts/texts.ts'

/** An unaddressed message whose turn comes later than this is left alone; an addressed one is answered with "Vertraagd:" first. */
const unaddressedMinutes = 2
const lateMinutes = 10

/**
 * One turn in, cards out. A turn computes first and then commits documents, audit rows and replies in one transaction; tried again,
 * it finds that its key was committed and does nothing.
 */
export function createAssistant(
  deps: AssistantDeps,
  cancelWork: (id: string) => void,
  options: { announceAfterMs?: number } = {},
) {
  const { storage, clock, log } = deps
  const decide = createDecision(deps, cancelWork)

  /** Handles one job of the turns queue. */
  async function turn(job: RunningJob): Promise<void> {
    const message = job.payload as TurnMessage
    const inChannel = message.scope === 'channel'
    // Together: what is asked in the same moment goes to the database in one statement.
    const [committed, closed, stored, person, channel] = await Promise.all([
      storage.turns.committed(message.key),
      isClosed(storage, message),
      storage.conversations.get(message.conversation),
      storage.persons.get(message.person.id),
      inChannel ? storage.channels.get(message.channel ?? message.conversation) : null,
    ])
    if (committed) return
    if (closed) {
      deps.count('refused')
      await storage.turns.commit(message.key)
      return
    }
    const minutes = clock.now().since(Temporal.Instant.from(message.receivedAt)).total('minutes')
    if (!message.addressed && !message.action && !message.event && minutes > unaddressedMinutes) {
      deps.count('late')
      await storage.turns.commit(message.key)
      return
    }
    const { conversation, lost } = parseConversation(stored)
    const lang = languageOfTurn(message, conversation, person)
    const plan = planTurn(message, { ...conversation, lang }, lang, clock.zoned(), { person, channel })
    if (lost)
      plan.turn.reply({ card: card({ type: 'notice', tone: 'warning', text: plan.turn.texts.assistant.lostState }) })
    const watch = watchTurn(deps, message, lang, job.begunBefore, options.announceAfterMs)
    const spoke = await decide(plan.turn).catch(async (error) => {
      await watch.ended()
      throw error
    })
    if (minutes > lateMinutes && message.addressed) sayLate(plan)
    await commit(plan, spoke, await watch.ended())
    deps.count(spoke ? 'turns' : 'silent')
  }

  function sayLate(plan: TurnPlan): void {
    const first = plan.replies[0]
    if (first)
      first.card = {
        ...first.card,
        elements: [{ type: 'text', text: plan.turn.texts.common.late.trim() }, ...first.card.elements],
      }
  }

  /** Silence keeps nothing but the hashed key; everything else is one transaction. */
  async function commit(plan: TurnPlan, spoke: boolean, sign: string | null): Promise<void> {
    const { message } = plan.turn
    const outgoings = addressReplies(plan)
    const answer = outgoings.find(
      ({ to, only, replaces }) => to === message.address && !replaces && !only === !message.private,
    )
    if (answer && sign) answer.replaces = sign
    await storage.transaction(async (stores) => {
      if (!(await stores.turns.commit(message.key)) || !spoke) return
      await noteSaid(stores, outgoings, { conversation: message.conversation, person: message.person.id })
      for (const write of plan.writes) await write(stores)
      await stores.conversations.set(
        message.conversation,
        plan.turn.conversation,
        { conversation: message.conversation },
        conversationGoes(plan.turn.now.toInstant()),
      )
      if (message.addressed || message.event === 'joined') await renewAddresses(stores, plan.turn)
      for (const outgoing of outgoings) {
        await stores.jobs.send('posts', {
          id: idFromKey(`post:${outgoing.key}`),
          key: queueOf(message, outgoing.to),
          payload: outgoing,
          sealFor: { conversation: message.conversation },
        })
      }
    })
  }

  return {
    turn,
    /** The last attempt failed: the payload is set aside by the queue, the person is told. */
    async giveUp(job: RunningJob, error: unknown): Promise<void> {
      const message = job.payload as TurnMessage
      log.error('turn set aside', error)
      deps.count('setAside')
      if (!message.addressed && !message.action) return
      const { assistant } = textsFor(message.person.locale ?? 'nl')
      const key = `${message.key}/set-aside`
      await storage.jobs.send('posts', {
        id: idFromKey(`post:${key}`),
        key: queueOf(message, message.address),
        payload: {
          key,
          to: message.address,
          replaces: signKey(message),
          card: card({ type: 'notice', tone: 'error', text: assistant.setAside }),
        },
        sealFor: { conversation: message.conversation },
      })
    },
  }
}

/** Posts keep their order within a channel, or within somebody's own chat. */
function queueOf({ scope, channel, conversation, personal, personalConversation }: TurnMessage, to: string): string {
  if (scope === 'direct') return conversation
  return personalConversation && to === personal ? personalConversation : (channel ?? conversation)
}

export type Assistant = ReturnType<typeof createAssistant>
