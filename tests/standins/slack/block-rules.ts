/**
 * What Slack refuses in blocks, by docs.slack.dev/reference/block-kit and the doc comments of @slack/types, written down apart from the
 * limits that the renderer uses: the two must not share a mistake. Each fault is one sentence.
 */
type Thing = Record<string, unknown>

export type Surface = 'message' | 'modal' | 'home'

export function faultsInBlocks(blocks: unknown, surface: Surface): string[] {
  if (!Array.isArray(blocks)) return ['blocks is not an array']
  const faults: string[] = []
  if (blocks.length > (surface === 'message' ? 50 : 100)) faults.push(`${blocks.length} blocks`)
  const ids = blocks.map((block) => (isThing(block) ? block['block_id'] : undefined)).filter((id) => id !== undefined)
  if (new Set(ids).size !== ids.length) faults.push('block_id used twice')
  blocks.forEach((block, index) => {
    faults.push(...faultsInBlock(block, surface).map((fault) => `block ${index}: ${fault}`))
  })
  return faults
}

function faultsInBlock(block: unknown, surface: Surface): string[] {
  if (!isThing(block)) return ['not an object']
  const id = textFault(block['block_id'], 'block_id', 255, true)
  switch (block['type']) {
    case 'header':
      return [...id, ...keys(block, ['text', 'block_id']), ...plain(block['text'], 'header', 150)]
    case 'divider':
      return [...id, ...keys(block, ['block_id'])]
    case 'section':
      return [...id, ...section(block)]
    case 'context':
      return [
        ...id,
        ...keys(block, ['elements', 'block_id']),
        ...many(block['elements'], 'context elements', 1, 10, textObject),
      ]
    case 'actions':
      return [
        ...id,
        ...keys(block, ['elements', 'block_id']),
        ...many(block['elements'], 'actions elements', 1, 25, interactive),
        ...uniqueActions(block['elements']),
      ]
    case 'input':
      return [...id, ...input(block, surface)]
    case 'rich_text':
      return [
        ...id,
        ...keys(block, ['elements', 'block_id']),
        ...many(block['elements'], 'rich_text elements', 1, 1000, richText),
      ]
    default:
      return [`unknown block type ${String(block['type'])}`]
  }
}

function section(block: Thing): string[] {
  const { text, fields, accessory } = block
  return [
    ...keys(block, ['text', 'fields', 'accessory', 'block_id', 'expand']),
    ...(text === undefined && fields === undefined ? ['section without text and fields'] : []),
    ...(text === undefined ? [] : textObject(text, 'section text', 3000)),
    ...(fields === undefined ? [] : many(fields, 'fields', 1, 10, (field) => textObject(field, 'field', 2000))),
    ...(accessory === undefined ? [] : interactive(accessory)),
  ]
}

function input(block: Thing, surface: Surface): string[] {
  const { label, hint, optional, element, dispatch_action } = block
  return [
    ...keys(block, ['label', 'hint', 'optional', 'element', 'dispatch_action', 'block_id']),
    ...plain(label, 'input label', 2000),
    ...(hint === undefined ? [] : plain(hint, 'hint', 2000)),
    ...(optional === undefined || typeof optional === 'boolean' ? [] : ['optional is not a boolean']),
    ...(dispatch_action === undefined || typeof dispatch_action === 'boolean'
      ? []
      : ['dispatch_action is not a boolean']),
    ...(isThing(element) && element['type'] === 'file_input' && surface !== 'modal'
      ? ['file_input outside a modal']
      : []),
    ...(isThing(element) &&
    ['plain_text_input', 'file_input', 'static_select', 'external_select'].includes(String(element['type']))
      ? interactive(element)
      : ['no input element']),
  ]
}

function interactive(element: unknown): string[] {
  if (!isThing(element)) return ['element is not an object']
  const id = textFault(element['action_id'], 'action_id', 255, true)
  switch (element['type']) {
    case 'button':
      return [
        ...id,
        ...keys(element, ['text', 'action_id', 'url', 'value', 'style', 'confirm', 'accessibility_label']),
        ...plain(element['text'], 'button text', 75),
        ...textFault(element['value'], 'button value', 2000, true),
        ...textFault(element['url'], 'button url', 3000, true),
        ...(element['url'] === undefined || /^(?:https?|mailto):/.test(String(element['url']))
          ? []
          : ['button url is no url']),
        ...(element['style'] === undefined || ['primary', 'danger'].includes(String(element['style']))
          ? []
          : ['button style']),
      ]
    case 'static_select':
      return [
        ...id,
        ...keys(element, [
          'placeholder',
          'action_id',
          'options',
          'option_groups',
          'initial_option',
          'confirm',
          'focus_on_load',
        ]),
        ...select(element),
      ]
    case 'overflow':
      return [
        ...id,
        ...keys(element, ['action_id', 'options', 'confirm']),
        ...many(element['options'], 'overflow options', 1, 5, option),
      ]
    case 'external_select':
      return [
        ...id,
        ...keys(element, [
          'placeholder',
          'action_id',
          'initial_option',
          'min_query_length',
          'confirm',
          'focus_on_load',
        ]),
        ...(element['placeholder'] === undefined ? [] : plain(element['placeholder'], 'placeholder', 150)),
        ...(element['initial_option'] === undefined ? [] : option(element['initial_option'])),
      ]
    case 'plain_text_input':
      return [
        ...id,
        ...keys(element, [
          'action_id',
          'initial_value',
          'multiline',
          'min_length',
          'max_length',
          'placeholder',
          'dispatch_action_config',
          'focus_on_load',
        ]),
        ...(element['placeholder'] === undefined ? [] : plain(element['placeholder'], 'placeholder', 150)),
        ...textFault(element['initial_value'], 'initial_value', 3000, true),
        ...(element['max_length'] === undefined || Number(element['max_length']) <= 3000
          ? []
          : ['max_length above 3000']),
      ]
    case 'file_input': {
      const most = element['max_files'] === undefined ? 1 : Number(element['max_files'])
      return [
        ...id,
        ...keys(element, ['action_id', 'filetypes', 'max_files']),
        ...(most >= 1 && most <= 10 ? [] : ['max_files']),
        ...(element['filetypes'] === undefined
          ? []
          : many(element['filetypes'], 'filetypes', 1, 100, (kind) =>
              /^[a-z0-9]+$/.test(String(kind)) ? [] : ['filetype with a dot'],
            )),
      ]
    }
    default:
      return [`unknown element ${String(element['type'])}`]
  }
}

function select(element: Thing): string[] {
  const { options, option_groups: groups, initial_option: initial, placeholder } = element
  const all = Array.isArray(options)
    ? options
    : Array.isArray(groups)
      ? groups.flatMap((group) => (isThing(group) && Array.isArray(group['options']) ? group['options'] : []))
      : []
  return [
    ...(placeholder === undefined ? [] : plain(placeholder, 'placeholder', 150)),
    ...((options === undefined) === (groups === undefined) ? ['either options or option_groups'] : []),
    ...(options === undefined ? [] : many(options, 'options', 1, 100, option)),
    ...(groups === undefined
      ? []
      : many(groups, 'option_groups', 1, 100, (group) =>
          isThing(group)
            ? [...plain(group['label'], 'group label', 75), ...many(group['options'], 'options', 1, 100, option)]
            : ['group'],
        )),
    ...(initial === undefined || all.some((one) => JSON.stringify(one) === JSON.stringify(initial))
      ? []
      : ['initial_option is none of the options']),
  ]
}

function option(value: unknown): string[] {
  if (!isThing(value)) return ['option is not an object']
  return [
    ...keys(value, ['text', 'value', 'description', 'url'], false),
    ...plain(value['text'], 'option text', 75),
    ...textFault(value['value'], 'option value', 150, false),
    ...(value['description'] === undefined ? [] : plain(value['description'], 'option description', 75)),
  ]
}

function richText(element: unknown): string[] {
  if (!isThing(element)) return ['rich text element is not an object']
  switch (element['type']) {
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return [
        ...keys(element, ['elements', 'border']),
        ...many(element['elements'], 'inline elements', 1, 1000, inline),
      ]
    case 'rich_text_list':
      return [
        ...keys(element, ['elements', 'style', 'indent', 'offset', 'border']),
        ...(['bullet', 'ordered'].includes(String(element['style'])) ? [] : ['list style']),
        ...many(element['elements'], 'list items', 1, 1000, richText),
      ]
    default:
      return [`unknown rich text ${String(element['type'])}`]
  }
}

function inline(element: unknown): string[] {
  // A channel by its id names nobody and notifies nobody.
  if (isThing(element) && element['type'] === 'channel')
    return [
      ...keys(element, ['channel_id', 'style']),
      ...(/^[CG][A-Z0-9]+$/.test(String(element['channel_id'])) ? [] : ['channel_id']),
    ]
  if (!isThing(element) || element['type'] !== 'text') return ['only text is expected inside rich text']
  const style = element['style']
  return [
    ...keys(element, ['text', 'style']),
    ...textFault(element['text'], 'rich text', 12_000, false),
    ...(style === undefined ||
    (isThing(style) && Object.keys(style).every((key) => ['bold', 'italic', 'strike', 'code'].includes(key)))
      ? []
      : ['style']),
  ]
}

function plain(value: unknown, what: string, max: number): string[] {
  if (!isThing(value) || value['type'] !== 'plain_text') return [`${what} is not plain_text`]
  return [...keys(value, ['text', 'emoji']), ...textFault(value['text'], what, max, false)]
}

function textObject(value: unknown, what = 'text', max = 3000): string[] {
  if (!isThing(value) || !['plain_text', 'mrkdwn'].includes(String(value['type']))) return [`${what} is no text object`]
  return [...keys(value, ['text', 'emoji', 'verbatim']), ...textFault(value['text'], what, max, false)]
}

function textFault(value: unknown, what: string, max: number, optional: boolean): string[] {
  if (value === undefined) return optional ? [] : [`${what} is missing`]
  if (typeof value !== 'string') return [`${what} is not a string`]
  if (value.length === 0) return [`${what} is empty`]
  if (value.length > max) return [`${what} has ${value.length} characters, more than ${max}`]
  return value.isWellFormed() ? [] : [`${what} holds half a character`]
}

function many(value: unknown, what: string, least: number, most: number, each: (item: unknown) => string[]): string[] {
  if (!Array.isArray(value)) return [`${what} is not an array`]
  if (value.length < least || value.length > most) return [`${value.length} ${what}`]
  return value.flatMap((item) => each(item))
}

function uniqueActions(elements: unknown): string[] {
  const ids = Array.isArray(elements)
    ? elements.map((element) => (isThing(element) ? element['action_id'] : undefined)).filter((id) => id !== undefined)
    : []
  return new Set(ids).size === ids.length ? [] : ['action_id used twice in one block']
}

function keys(thing: Thing, known: string[], typed = true): string[] {
  return Object.keys(thing)
    .filter((key) => !known.includes(key) && !(typed && key === 'type'))
    .map((key) => `unknown key ${key}`)
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
