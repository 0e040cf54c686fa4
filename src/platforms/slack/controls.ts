import type { types } from '@slack/bolt'
import type { Button, Element, Feedback, Option } from '../../chat/card.ts'
import { MaatstafError } from '../../errors.ts'
import { shorten } from '../../text/split.ts'
import { type Form, feedbackId, fieldId, packButton, packControl, pickId } from './control-value.ts'
import { limits } from './limits.ts'
import { clean, listing } from './rich-text.ts'

type Block = types.KnownBlock
type Choice = Extract<Element, { type: 'choice' }>
type Input = Extract<Element, { type: 'input' }>

/** Plain text of Slack: no markup, no emoji codes. A longer text is shortened with an ellipsis; who calls shows the whole elsewhere. */
export function plain(text: string, max: number): types.PlainTextElement {
  const words = clean(text).trim()
  return { type: 'plain_text', text: shorten(words === '' ? '–' : words, max), emoji: false }
}

/** Rows of buttons; labels too long for a button stand whole in a list above them. */
export function buttonRows(buttons: Button[], first: number): Block[] {
  const blocks: Block[] = listing(tooLong(buttons.map((button) => button.label)), false)
  const elements = buttons.map((button, index) => buttonElement(button, `button:${first}:${index}`))
  for (let at = 0; at < elements.length; at += limits.actionsElements) {
    blocks.push({ type: 'actions', elements: elements.slice(at, at + limits.actionsElements) })
  }
  return blocks
}

function buttonElement(button: Button, id: string): types.Button {
  const text = plain(button.label, limits.buttonText)
  if (button.kind === 'link') return { type: 'button', action_id: id, text, url: button.url }
  const { action, step, values, style, form } = button
  const value = packButton({ action, step, values, query: form })
  return { type: 'button', action_id: id, text, value, ...(style ? { style } : {}) }
}

/** The button that opens a form as a modal; null for a form too large to travel in a button. */
export function formButton(form: Form, index: number): Block | null {
  const { action, step } = form
  const value = packControl({ action, step, form })
  if (value === null) return null
  const text = plain(form.buttonLabel, limits.buttonText)
  return { type: 'actions', elements: [{ type: 'button', action_id: `form:${index}`, text, value, style: 'primary' }] }
}

/**
 * A choice. With an action of its own it acts when it is picked; else it is a field whose value travels with the button beside it.
 * More options than one select carries become several selects in a message, groups in a modal.
 */
export function choiceBlocks(choice: Choice, index: number, where: 'message' | 'modal'): Block[] {
  const long = listing(tooLong(choice.options.map(written)), false)
  if (choice.search !== undefined) return [...long, field(choice, `${index}`, searchSelect(choice))]
  if (choice.options.length === 0) return []
  if (where === 'modal' && choice.options.length > limits.selectOptions) {
    return [...long, field(choice, `${index}`, groupedSelect(choice))]
  }
  const parts = portions(choice.options)
  const blocks = parts.flatMap((options, part): Block[] => {
    const number = index * 1000 + part
    const label = parts.length === 1 ? choice.label : `${choice.label} (${part + 1}/${parts.length})`
    const select = staticSelect({ ...choice, options, label })
    if (choice.action === undefined) return [field({ ...choice, label }, `${number}`, select)]
    const id = pickId(number, choice.action, choice.step ?? '', choice.name)
    // An id that would not fit: the same choice as buttons, whose values are roomier.
    if (id === null) return buttonRows(asButtons({ ...choice, options }), number)
    return [
      {
        type: 'section',
        block_id: id,
        text: plain(label, limits.paragraph),
        accessory: { ...select, action_id: 'pick' },
      },
    ]
  })
  return [...long, ...blocks]
}

/** The "…" of Slack, with a judgement in each of its options. */
export function feedbackMenu({ answer, right, wrong }: Feedback): types.Overflow {
  return {
    type: 'overflow',
    action_id: feedbackId(answer),
    options: [optionObject({ value: 'right', label: right }), optionObject({ value: 'wrong', label: wrong })],
  }
}

export function inputBlock(input: Input, index: number): Block {
  const value = clean(input.value ?? '')
  return field(input, `${index}`, {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: input.multiline === true,
    max_length: limits.inputText,
    ...(value ? { initial_value: shorten(value, limits.inputText) } : {}),
    ...(input.placeholder ? { placeholder: plain(input.placeholder, limits.placeholder) } : {}),
  })
}

/** A file to choose, in a modal (Slack offers it nowhere else). */
export function fileBlock(request: Extract<Element, { type: 'fileRequest' }>, index: number): Block {
  const filetypes = request.accept
    .map((kind) => kind.replace(/^.*[./]/, '').toLowerCase())
    .filter((kind) => /^\w+$/.test(kind))
  return field(request, `${index}`, {
    type: 'file_input',
    action_id: 'value',
    max_files: 1,
    ...(filetypes.length > 0 ? { filetypes } : {}),
  })
}

type Labelled = { name: string; label: string; optional?: boolean }

function field(labelled: Labelled, index: string, element: types.InputBlock['element']): types.InputBlock {
  return {
    type: 'input',
    block_id: fieldId(Number(index), labelled.name),
    label: plain(labelled.label, limits.inputLabel),
    optional: labelled.optional === true,
    element,
  }
}

function staticSelect(choice: Choice): types.StaticSelect {
  const options = choice.options.map(optionObject)
  const chosen = choice.options.findIndex((option) => option.value === choice.value)
  return {
    type: 'static_select',
    action_id: 'value',
    placeholder: plain(choice.label, limits.placeholder),
    options,
    ...(options[chosen] ? { initial_option: options[chosen] } : {}),
  }
}

function groupedSelect(choice: Choice): types.StaticSelect {
  const { options, ...select } = staticSelect(choice)
  const all = options ?? []
  const groups = Array.from({ length: Math.ceil(all.length / limits.selectOptions) }, (_, at) => {
    const part = all.slice(at * limits.selectOptions, (at + 1) * limits.selectOptions)
    const from = at * limits.selectOptions
    return { label: plain(`${from + 1} – ${from + part.length}`, limits.optionText), options: part }
  })
  return { ...select, option_groups: groups.slice(0, limits.optionGroups) }
}

function searchSelect(choice: Choice): types.ExternalSelect {
  const chosen = choice.options.find((option) => option.value === choice.value)
  return {
    type: 'external_select',
    action_id: `search:${choice.search}`,
    min_query_length: 0,
    placeholder: plain(choice.label, limits.placeholder),
    ...(chosen ? { initial_option: optionObject(chosen) } : {}),
  }
}

/** One entry of a select, as Slack wants it. */
export function optionObject(option: Option): types.PlainTextOption {
  if (option.value.length > limits.optionValue) {
    throw new MaatstafError('card-too-large', 'the value of an option exceeds what Slack carries', { fault: 'system' })
  }
  return {
    text: plain(option.label, limits.optionText),
    value: option.value,
    ...(option.detail ? { description: plain(option.detail, limits.optionText) } : {}),
  }
}

function asButtons(choice: Choice): Button[] {
  return choice.options.map((option) => ({
    kind: 'action',
    label: option.label,
    action: choice.action ?? '',
    step: choice.step ?? '',
    values: { [choice.name]: option.value },
  }))
}

function written(option: Option): string {
  return option.detail && option.detail.length > limits.optionText ? `${option.label}: ${option.detail}` : option.label
}

function tooLong(labels: string[]): string[] {
  return labels.filter((label) => clean(label).trim().length > limits.buttonText)
}

/** Options in portions that one select, and one message beside it, can carry. */
function portions(options: Option[]): Option[][] {
  const parts: Option[][] = []
  let [part, size]: [Option[], number] = [[], 0]
  for (const option of options) {
    const length = JSON.stringify(optionObject(option)).length + 1
    if (part.length === limits.selectOptions || (part.length > 0 && size + length > limits.selectJson)) {
      parts.push(part)
      part = []
      size = 0
    }
    part.push(option)
    size += length
  }
  return [...parts, part]
}
