import type { Card } from '../../chat/card.ts'
import type { Incoming, Outgoing, Query, QueryAnswer } from '../../chat/message.ts'
import type { PostResult } from '../../chat/post-result.ts'
import { largestFile } from '../../chat/sent-file.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { shorten } from '../../text/split.ts'
import { type Texts, textsFor } from '../../texts/texts.ts'
import { directConversation, isDirect, personId, userOf } from './address.ts'
import type { Api } from './api.ts'
import type { ControlValue } from './control-value.ts'
import { optionObject } from './controls.ts'
import { incomingFromEvent } from './incoming.ts'
import {
  blockOfField,
  incomingFromAction,
  incomingFromCommand,
  incomingFromShortcut,
  incomingFromSubmission,
  memoryFor,
  pressed,
} from './interaction.ts'
import { limits } from './limits.ts'
import { formIn, parseMemory, renderHome, renderModal } from './modal.ts'
import { formOfCommand, shortcuts, textOfCommand } from './needs.ts'
import type { Pane } from './pane.ts'
import {
  actionsBody,
  commandBody,
  type EventBody,
  eventBody,
  shortcutBody,
  submissionBody,
  suggestionBody,
} from './payloads.ts'
import type { People } from './people.ts'

export type HandlerDeps = {
  accept(incoming: Incoming): Promise<'accepted' | 'duplicate'>
  query(query: Query): Promise<QueryAnswer>
  /** True when the assistant takes part in this conversation, by what it keeps. */
  takesPart(conversation: string): Promise<boolean>
  post(outgoing: Outgoing): Promise<PostResult>
  api: Api
  people: People
  pane: Pane
  clock: Clock
  log: Log
  /** The assistant's own user id, when known. */
  assistant(): string | null
  /** Real milliseconds to wait; never keeps the process alive. */
  sleep(ms: number): Promise<void>
  /** Lets work go on after the acknowledgement. */
  background(work: Promise<unknown>): void
}

/** What a handler wants as acknowledgement: nothing, or what the payload's kind allows. */
export type Ack = Record<string, unknown> | undefined

/** Slack waits three seconds for options and modals; a Query takes at most half of that. */
const queryPatienceMs = 1_500

/**
 * One function for each kind of payload. Each resolves with the acknowledgement when what it brought is durable, and throws when it is
 * not, so that Slack sends it again.
 */
export function createHandlers(deps: HandlerDeps) {
  const { api, people, clock, log } = deps
  const around = () => ({ assistant: deps.assistant(), receivedAt: clock.now().toString() })
  const words = (incoming: Incoming): Texts => textsFor(incoming.person.locale ?? 'nl')

  async function onEvent(payload: unknown): Promise<Ack> {
    const body = eventBody.safeParse(payload)
    if (!body.success) return undefined
    if (body.data.event.type === 'app_home_opened') {
      deps.background(showHome(body.data))
      return undefined
    }
    if (body.data.event.type === 'assistant_thread_started') {
      deps.background(suggest(body.data))
      return undefined
    }
    const { channel } = body.data.event
    if (channel) people.learnShared(channel, body.data.is_ext_shared_channel === true)
    const incoming = incomingFromEvent(body.data, { ...around(), receivedAt: sentAt(body.data) })
    if (incoming === null) return undefined
    if (incoming.event === 'uninstalled') api.bury('account_inactive')
    const threaded = !incoming.addressed && Boolean(body.data.event.thread_ts)
    const follows = threaded && (await deps.takesPart(incoming.conversation))
    showWorking(body.data.event, incoming)
    await take(follows ? { ...incoming, addressed: true, follows } : incoming)
    return undefined
  }

  /** In a thread of the pane; not waited for, so that the message is durable first. */
  function showWorking({ channel, ts, thread_ts: thread, user }: EventBody['event'], { scope, text }: Incoming): void {
    if (scope !== 'direct' || !channel || !ts || !thread || !user) return
    const lang = people.who(user).then(({ locale }) => locale ?? 'nl')
    deps.background(deps.pane.working({ channel, thread, ts, text }, lang))
  }

  /** What one may ask, in a thread that was just opened. */
  async function suggest({ team_id: team, event }: EventBody): Promise<void> {
    const opened = event.assistant_thread
    if (!opened) return
    const answer = await askAs(team, opened.user_id, 'prompts')
    const { locale = 'nl' } = await people.who(opened.user_id)
    if (answer.kind === 'options')
      await deps.pane.opened({ channel: opened.channel_id, thread: opened.thread_ts }, locale, answer.options)
  }

  /** A question of the person's own direct messages. */
  async function askAs(team: string, user: string, name: string, values: Record<string, string> = {}) {
    const person = { id: personId(team, user), ...(await people.who(user)) }
    return ask({
      platform: 'slack',
      name,
      conversation: directConversation(team, user),
      scope: 'direct',
      person,
      values,
    })
  }

  async function onShortcut(payload: unknown): Promise<Ack> {
    const body = shortcutBody.safeParse(payload)
    if (!body.success || !shortcuts.includes(body.data.callback_id)) return undefined
    await take(await known(incomingFromShortcut(body.data, around())), true)
    return undefined
  }

  async function onCommand(payload: unknown): Promise<Ack> {
    const body = commandBody.parse(payload)
    const text = textOfCommand(body.command, body.text)
    const incoming = await known(incomingFromCommand(body, text, around()))
    const form = formOfCommand(text)
    const opened = form
      ? await openForm(incoming, { action: '', step: '', query: form, values: { text } }, body.trigger_id)
      : 'none'
    if (opened === 'none') await take(incoming, true)
    if (opened !== 'late') return undefined
    return { response_type: 'ephemeral', text: words(incoming).slack.formTooLate(body.command) }
  }

  async function onAction(payload: unknown): Promise<Ack> {
    const body = actionsBody.parse(payload)
    const control = pressed(body)
    // A link that opens in the browser is reported too; nothing is to be done for it.
    if (control === null) return undefined
    const incoming = await known(incomingFromAction(body, control, around()))
    const opened = control.form || control.query ? await openForm(incoming, control, body.trigger_id) : 'none'
    if (opened === 'none') await take(incoming, true)
    if (opened === 'late') {
      const card: Card = {
        elements: [{ type: 'notice', tone: 'warning', text: words(incoming).slack.formTooLate('') }],
      }
      deps.background(deps.post({ key: `${incoming.key}/late`, to: incoming.address, only: incoming.person.id, card }))
    }
    return undefined
  }

  async function onSubmission(payload: unknown): Promise<Ack> {
    const body = submissionBody.parse(payload)
    const memory = parseMemory(body.view.private_metadata ?? '')
    if (memory === null) return undefined
    const incoming = await known(incomingFromSubmission(body, memory, around()))
    const errors = await faultsIn(incoming)
    const blocks = Object.entries(errors).map(([name, text]) => [
      blockOfField(body.view.state, name) ?? Object.keys(body.view.state?.values ?? {})[0] ?? name,
      shorten(text, limits.fieldError),
    ])
    if (blocks.length > 0) return { response_action: 'errors', errors: Object.fromEntries(blocks) }
    await take(incoming, true)
    return undefined
  }

  async function onSuggestion(payload: unknown): Promise<Ack> {
    const body = suggestionBody.parse(payload)
    const team = body.team?.id ?? body.user.team_id ?? ''
    const answer = await askAs(team, body.user.id, body.action_id.replace(/^search:/, ''), { text: body.value })
    const options = answer.kind === 'options' ? answer.options : []
    return { options: options.slice(0, limits.selectOptions).map(optionObject) }
  }

  /** What is wrong with a submitted form, by field name. */
  async function faultsIn(incoming: Incoming): Promise<Record<string, string>> {
    const { name, step, values } = incoming.action ?? { name: '', step: '', values: {} }
    const large = incoming.files.find((file) => (file.size ?? 0) > largestFile)
    if (large) return { [large.role ?? 'cv']: words(incoming).slack.fileTooLarge }
    const answer = await ask(queryOf(incoming, 'validate', { ...values, action: name, step }))
    return answer.kind === 'errors' ? answer.errors : {}
  }

  /** Opens the modal that a control stands for: 'none' when there is no form, 'late' when Slack no longer opens it. */
  async function openForm(
    incoming: Incoming,
    control: ControlValue,
    trigger: string,
  ): Promise<'opened' | 'none' | 'late'> {
    const form = control.form ?? (await formOf(incoming, control))
    if (!form) return 'none'
    // A form that travelled with its card belongs to the card's conversation; one asked for by name is personal.
    const personal = control.form === undefined
    const view = renderModal(form, memoryFor(incoming, form.action, form.step, personal), words(incoming).common.cancel)
    const outcome = await api.call('views.open', { trigger_id: trigger, view })
    return 'done' in outcome ? 'opened' : 'late'
  }

  async function formOf(incoming: Incoming, { query, values }: ControlValue) {
    if (query === undefined) return null
    const answer = await ask(queryOf(incoming, query, values ?? {}))
    return answer.kind === 'card' ? formIn(answer.card) : null
  }

  async function showHome(body: EventBody): Promise<void> {
    const { user, tab } = body.event
    if (!user || (tab && tab !== 'home')) return
    const answer = await askAs(body.team_id, user, 'home')
    if (answer.kind !== 'card') return
    const { locale = 'nl' } = await people.who(user)
    const view = renderHome(answer.card, textsFor(locale).slack.moreElsewhere)
    await api.call('views.publish', { user_id: user, view })
  }

  /** Fills in who the person is and who reads along, then hands the message over; resolves when it is durable. */
  async function take(incoming: Incoming, complete = false): Promise<void> {
    const result = await deps.accept(complete ? incoming : await known(incoming))
    if (result === 'duplicate') log.debug('slack duplicate dropped')
  }

  async function known(incoming: Incoming): Promise<Incoming> {
    if (incoming.event === 'uninstalled') return incoming
    const { guest, locale, name } = await people.who(userOf(incoming.person.id))
    const channel = incoming.channel?.split('/')[1]
    const shared = incoming.shared || (channel !== undefined && !isDirect(channel) && (await people.isShared(channel)))
    return {
      ...incoming,
      person: {
        ...incoming.person,
        guest: incoming.person.guest || guest,
        ...(locale ? { locale } : {}),
        ...(name ? { name } : {}),
      },
      ...(shared ? { shared: true } : {}),
    }
  }

  /** A Query within the time that Slack gives; a failing or slow one has no answer. */
  async function ask(query: Query): Promise<QueryAnswer> {
    try {
      return await Promise.race([
        deps.query(query),
        deps.sleep(queryPatienceMs).then((): QueryAnswer => ({ kind: 'ok' })),
      ])
    } catch (error) {
      log.error('slack query failed', error, { query: query.name })
      return { kind: 'ok' }
    }
  }

  /** When the message was written, by the assistant's clock: a delivery may be hours late. */
  function sentAt(body: EventBody): string {
    const seconds = Number(body.event.ts)
    const age = Number.isFinite(seconds) && seconds > 0 ? clock.real().epochMilliseconds - seconds * 1000 : 0
    return clock
      .now()
      .subtract({ milliseconds: Math.max(0, Math.round(age)) })
      .toString()
  }

  return { onEvent, onCommand, onAction, onShortcut, onSubmission, onSuggestion }
}

function queryOf(incoming: Incoming, name: string, values: Record<string, string>): Query {
  const { conversation, scope, person } = incoming
  return { platform: 'slack', name, conversation, scope, person, values }
}
