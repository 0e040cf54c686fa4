import type { Assignment } from '../assignments/assignment.ts'
import { type Button, bold, type Card, card, type Element, type Text } from '../chat/card.ts'
import { shorten } from '../chat/literal.ts'
import type { Lang } from '../chat/reply.ts'
import type { Finding } from '../scoring/assessment.ts'
import { type Texts, textsFor } from '../texts/texts.ts'
import { titleOf } from './assignment-line.ts'

/** One candidate held against the knock-outs of an assignment. */
export type Fit = { code: string; shared: boolean; knockouts: Pick<Finding, 'key' | 'label' | 'decision'>[] }

/** Candidates that nobody looked at, because it is not on record that they know of this. */
export type Untold = { candidate: string; code: string }

type Group = 'shown' | 'unclear' | 'notFound'

const groups: Group[] = ['shown', 'unclear', 'notFound']
const longestCriterion = 90
/** More buttons than this are not read; the words for it can always be typed. */
const mostButtons = 8

/** The names of the actions on this card. */
export const fitsActions = { ask: 'fits', told: 'fits-told', notice: 'fits-notice' } as const

/**
 * Who of these may fit: by what the documents show of the knock-outs, never in an order of merit. Within a group by code, one reason a
 * line; no points and no ranking.
 */
export function fitsCard(
  assignment: Assignment,
  found: { fits: Fit[]; untold: Untold[]; untoldOfOthers: number },
  lang: Lang,
): Card {
  const t = textsFor(lang)
  const { fits: words } = t
  const { fits, untold, untoldOfOthers } = found
  const title = titleOf(assignment, t.interview.untitled)
  if (assignment.posting.knockouts.length === 0) return card({ type: 'text', text: words.noKnockouts(title) })
  const sorted = fits.toSorted((a, b) => a.code.localeCompare(b.code, 'nl'))
  const listed = groups.flatMap((group): Element[] => {
    const here = sorted.filter((fit) => groupOf(fit) === group)
    if (here.length === 0) return []
    return [
      { type: 'text', text: [bold(words.groups[group])] },
      { type: 'list', items: here.map((fit): Text => [bold(fit.code), ` · ${reason(fit, assignment, words)}`]) },
    ]
  })
  return card(
    { type: 'heading', text: words.title(title) },
    ...(fits.length > 0 ? listed : [{ type: 'text' as const, text: words.nobody }]),
    { type: 'text', text: words.howRead },
    untold.length > 0 && { type: 'text', text: words.untold(untold.map(({ code }) => code)) },
    untoldOfOthers > 0 && { type: 'text', text: words.untoldOfOthers(untoldOfOthers) },
    untold.length > 0 && { type: 'buttons', buttons: untoldButtons(assignment, untold, words) },
  )
}

function untoldButtons({ id }: Assignment, untold: Untold[], words: Texts['fits']): Button[] {
  return [
    { kind: 'action', label: words.notice, action: fitsActions.notice, step: '', values: {} },
    ...untold.slice(0, mostButtons).map(
      ({ candidate, code }): Button => ({
        kind: 'action',
        label: words.told(code),
        action: fitsActions.told,
        step: '',
        values: { candidate, assignment: id },
      }),
    ),
  ]
}

/** The worst of its knock-outs decides where a candidate stands. */
function groupOf({ knockouts }: Fit): Group {
  if (knockouts.some(({ decision }) => decision === 'fails')) return 'notFound'
  return knockouts.every(({ decision }) => decision === 'meets') ? 'shown' : 'unclear'
}

function reason(fit: Fit, { posting }: Assignment, words: Texts['fits']): string {
  const group = groupOf(fit)
  const decisive = fit.knockouts.filter(({ decision }) =>
    group === 'notFound' ? decision === 'fails' : decision !== 'meets',
  )
  const [first] = decisive
  const shared = fit.shared ? ` · ${words.shared}` : ''
  if (!first || group === 'shown') return words.allShown(fit.knockouts.length) + shared
  const text = posting.knockouts.find(({ key }) => key === first.key)?.text ?? ''
  return words.because[group](first.label, shorten(text, longestCriterion), decisive.length - 1) + shared
}
