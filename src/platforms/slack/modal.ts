import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Card } from '../../chat/card.ts'
import { MaatstafError } from '../../errors.ts'
import type { Form } from './control-value.ts'
import { plain } from './controls.ts'
import { limits } from './limits.ts'
import { renderBlocks } from './render.ts'
import { paragraphs } from './rich-text.ts'

/** What a modal remembers between its opening and its submission. Where it goes on: the conversation and its address. */
export type ModalMemory = {
  action: string
  step: string
  conversation: string
  address: string
  scope: 'direct' | 'channel'
  /** The channel it was opened from. */
  channel?: string | undefined
  shared?: boolean | undefined
}

const memory = z.object({
  action: z.string(),
  step: z.string(),
  conversation: z.string(),
  address: z.string(),
  scope: z.enum(['direct', 'channel']),
  channel: z.string().optional(),
  shared: z.boolean().optional(),
})

/** The callback id of every modal of ours. */
export const modalId = 'maatstaf-form'

/** A form as a modal. Slack gives a title 24 characters: a longer one stands whole above the fields. */
export function renderModal(form: Form, remembered: ModalMemory, close: string): types.ModalView {
  const metadata = JSON.stringify(remembered)
  if (metadata.length > limits.privateMetadata) {
    throw new MaatstafError('card-too-large', 'what a form must remember exceeds what Slack carries', {
      fault: 'system',
    })
  }
  const fields = renderBlocks({ elements: form.elements }, 'modal')
  const title = form.title.length > limits.viewTitle ? paragraphs([{ text: form.title, bold: true }]) : []
  const blocks = [...title, ...fields]
  if (blocks.length > limits.blocksPerView) {
    throw new MaatstafError('card-too-large', 'a form has more fields than a modal carries', { fault: 'system' })
  }
  return {
    type: 'modal',
    callback_id: modalId,
    title: plain(form.title, limits.viewTitle),
    submit: plain(form.submit, limits.viewButton),
    close: plain(close, limits.viewButton),
    private_metadata: metadata,
    blocks,
  }
}

/** What the modal remembered; null when it was not one of ours. */
export function parseMemory(metadata: string): ModalMemory | null {
  try {
    return memory.parse(JSON.parse(metadata))
  } catch {
    return null
  }
}

/** The home tab. Beyond 100 blocks the last one says that there is more. */
export function renderHome(card: Card, more: string): types.HomeView {
  const blocks = renderBlocks(card, 'message')
  if (blocks.length <= limits.blocksPerView) return { type: 'home', blocks }
  return { type: 'home', blocks: [...blocks.slice(0, limits.blocksPerView - 1), ...paragraphs(more)] }
}

/** The form in a card that answers a Query. */
export function formIn(card: Card): Form | null {
  return card.elements.find((element) => element.type === 'form') ?? null
}
