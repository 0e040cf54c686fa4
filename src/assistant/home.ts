import type { Assignment } from '../assignments/assignment.ts'
import { type Button, bold, type Card, card, type Element, italic } from '../chat/card.ts'
import type { Lang } from '../chat/reply.ts'
import { assignmentOf, type Own, standOf } from '../interview/own-line.ts'
import { assignmentLine } from '../postings/list.ts'
import { stateButtons } from '../postings/state-buttons.ts'
import type { Channel, Stores } from '../storage/port.ts'
import { idFromKey } from '../text/key-id.ts'
import { textsFor } from '../texts/texts.ts'
import { ownerNames } from './catalogue/names.ts'
import { confirmedAssignments, openAssignments } from './catalogue/shelf.ts'
import type { AssistantDeps } from './deps.ts'
import { withDigest } from './digests/settings.ts'
import { fitsButton } from './interviews/who-fits.ts'
import type { Turn } from './turn/turn.ts'
import { workspaceOf } from './turn/workspaces.ts'

/** A tab is looked through, not read: more of each are behind the words that list them. */
const most = { assignments: 10, awaiting: 5, running: 8, finished: 5, channels: 10 }
/** Switches the digest of a channel, from the home tab. */
const digestAction = 'home-digest'
/** Travels with every button here, so that the tab is drawn anew when something changed. */
const here = { home: 'yes' }

/** The home tab of one person: open assignments, their own scorings, the channels they set. A guest sees the assignments alone. */
export function createHome({ storage, catalogue, clock, settings }: AssistantDeps) {
  type Person = { id: string; guest: boolean }
  type Seen = Pick<Stores, 'assignments' | 'candidates' | 'assessments' | 'channels' | 'persons'>

  async function cardFor(person: Person, lang: Lang, stores: Seen = storage): Promise<Card> {
    const { home } = textsFor(lang)
    const now = clock.zoned()
    const open = openAssignments(catalogue, now)
    const awaiting = confirmedAssignments(catalogue).filter((one) => !open.some(({ id }) => id === one.id))
    // The catalogue learns of a change after its transaction; what is shown here is read within it.
    const fresh = async (list: Assignment[]) =>
      (await Promise.all(list.map(({ id }) => stores.assignments.get(id)))).filter((one) => one !== null)
    const shown = await fresh(open.slice(0, most.assignments))
    const handedIn = (await fresh(awaiting.filter(({ state }) => state === 'handed-in'))).slice(0, most.awaiting)
    const owners = await ownerNames(storage, [...shown, ...handedIn])
    const entry = (assignment: Assignment): Element[] => {
      const context = { lang, person: person.id, nameOf: (owner: string) => owners[owner] ?? null }
      return [
        { type: 'text', text: assignmentLine(assignment, context) },
        { type: 'buttons', buttons: buttonsFor(assignment, person, lang) },
      ]
    }
    const elements: Element[] = [
      { type: 'heading', text: home.open(open.length) },
      ...(shown.length === 0 ? [{ type: 'text' as const, text: home.noneOpen }] : shown.flatMap(entry)),
      ...(open.length > shown.length ? [{ type: 'text' as const, text: home.more(open.length - shown.length) }] : []),
    ]
    if (person.guest) return { ...card(...elements), home: true }
    if (handedIn.length > 0) elements.push({ type: 'heading', text: home.awaiting }, ...handedIn.flatMap(entry))
    elements.push(...(await scorings(person, lang, stores)), ...(await channelsOf(person, lang, stores)))
    return { ...card(...elements), home: true }
  }

  function buttonsFor(assignment: Assignment, { guest }: Person, lang: Lang): Button[] {
    const { home } = textsFor(lang)
    const details: Button = {
      kind: 'action',
      label: home.details,
      action: 'assignment',
      step: '',
      values: { id: assignment.id },
    }
    return guest ? [details] : [...stateButtons(assignment, lang, here), fitsButton(assignment.id, lang), details]
  }

  async function scorings({ id }: Person, lang: Lang, stores: Seen): Promise<Element[]> {
    const { home, interview } = textsFor(lang)
    const own: Own[] = []
    for (const { id: candidate, code } of await stores.candidates.visibleTo(id))
      for (const assessment of await stores.assessments.ofCandidate(candidate))
        own.push({ assessment, code, assignment: await stores.assignments.get(assessment.assignment) })
    own.sort((a, b) => a.code.localeCompare(b.code, 'nl'))
    const isOver = ({ assessment }: Own) => assessment.confirmedAt !== null
    const line = (one: Own) => [bold(one.code), ` · ${assignmentOf(one, interview)} · ${standOf(one, interview)}`]
    const section = (title: string, list: Own[], limit: number): Element[] =>
      list.length === 0
        ? []
        : [
            { type: 'text', text: [bold(title)] },
            ...list.slice(0, limit).flatMap((one): Element[] => [
              { type: 'text', text: line(one) },
              { type: 'buttons', buttons: [openButton(one, lang)] },
            ]),
            ...(list.length > limit ? [{ type: 'text' as const, text: home.moreScorings(list.length - limit) }] : []),
          ]
    return [
      { type: 'heading', text: home.scorings },
      ...(own.length === 0 ? [{ type: 'text' as const, text: interview.ownNone }] : []),
      ...section(
        home.running,
        own.filter((one) => !isOver(one)),
        most.running,
      ),
      ...section(home.finished, own.filter(isOver), most.finished),
      {
        type: 'buttons',
        buttons: [
          { kind: 'action', label: home.score, action: 'score', step: '', style: 'primary', form: 'intake-form' },
        ],
      },
    ]
  }

  function openButton({ assessment, code }: Own, lang: Lang): Button {
    const label = textsFor(lang).interview.ownGoOn(code, null)
    return { kind: 'action', label, action: 'interview.own', step: '', values: { assessment: assessment.id } }
  }

  async function channelsOf(person: Person, lang: Lang, stores: Seen): Promise<Element[]> {
    const { home } = textsFor(lang)
    const all = await stores.channels.all()
    const own = all.filter((channel) => maySet(person.id, channel)).slice(0, most.channels)
    if (own.length === 0) return []
    return [
      { type: 'heading', text: home.digests },
      ...own.flatMap((channel): Element[] => {
        const on = channel.digest === 'on'
        return [
          {
            type: 'text',
            text: [{ text: channel.id, channel: channel.id }, ` · ${on ? home.digestOn : home.digestOff}`],
          },
          {
            type: 'buttons',
            buttons: [
              {
                kind: 'action',
                label: on ? home.switchOff : home.switchOn,
                action: digestAction,
                step: '',
                values: { ...here, channel: channel.id, to: on ? 'off' : 'on' },
              },
            ],
          },
        ]
      }),
      { type: 'text', text: [italic(home.digestHow)] },
    ]
  }

  /** Who invited the assistant there; an administrator, within the own workspace. */
  function maySet(person: string, channel: Channel): boolean {
    if (workspaceOf(channel.id) !== workspaceOf(person)) return false
    return channel.owner === person || settings.admins.includes(person)
  }

  async function setDigest(turn: Turn, id: string, on: boolean): Promise<void> {
    const channel = await storage.channels.get(id)
    // A channel of others is answered like one that does not exist.
    if (!channel || !maySet(turn.message.person.id, channel)) {
      turn.reply({ card: card({ type: 'text', text: turn.texts.assistant.notYours }), where: 'private' })
      return
    }
    const changed = withDigest(channel, { on, change: {}, inEnglish: false }, turn.now)
    turn.write((stores) => stores.channels.set(changed))
    turn.audit('channel-set', { channel: channel.id, listening: changed.listening, digest: changed.digest })
  }

  return {
    cardFor,
    /** True when the button was the switch of a digest. */
    async handleAction(turn: Turn): Promise<boolean> {
      const { action, person } = turn.message
      if (action?.name !== digestAction || person.guest) return false
      await setDigest(turn, action.values['channel'] ?? '', action.values['to'] === 'on')
      return true
    },
    /** After a press in the tab: it is drawn anew with what this turn changed. */
    refresh(turn: Turn): void {
      const { message, lang } = turn
      if (message.action?.values['home'] !== 'yes' || message.scope !== 'direct') return
      turn.write(async (stores) => {
        const key = `${message.key}/home`
        await stores.jobs.send('posts', {
          id: idFromKey(`post:${key}`),
          key: message.conversation,
          payload: { key, to: message.address, card: await cardFor(message.person, lang, stores), lang },
          sealFor: { conversation: message.conversation },
        })
      })
    },
  }
}
