import { Ajv, type ErrorObject } from 'ajv'

/**
 * What Microsoft's published schema of Adaptive Cards 1.4 (microsoft/AdaptiveCards, schemas/1.4.0) lets stand in the elements and actions
 * that the product uses, written down anew in our own words: names, kinds of values, what must be there. It is stricter in three
 * ways: a part that the product never sends is unknown here, every enumeration has one spelling, and what a part means must be said
 * by its `type`. TextBlock, FactSet and Table are left out on purpose: they read markdown, or stay blank on a phone.
 */
const text = { type: 'string' }
const flag = { type: 'boolean' }
const one = (...values: string[]) => ({ enum: values })
const part = (name: string) => ({ $ref: `#/$defs/${name}` })
const several = (name: string) => ({ type: 'array', items: part(name) })
/** The alternatives are told apart by their `type`, so that a fault is named in the part where it stands. */
const oneOf = (...names: string[]) => ({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: names.map(part),
})

type Properties = Record<string, object>

function typed(type: string, required: string[], properties: Properties) {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['type', ...required],
    properties: { type: { const: type }, ...properties },
  }
}

const block: Properties = {
  id: text,
  spacing: one('Default', 'None', 'Small', 'Medium', 'Large', 'ExtraLarge', 'Padding'),
  separator: flag,
  isVisible: flag,
  height: one('auto', 'stretch'),
}
const area: Properties = {
  ...block,
  style: one('default', 'emphasis', 'good', 'attention', 'warning', 'accent'),
  bleed: flag,
  minHeight: { type: 'string', pattern: '^\\d+px$' },
  selectAction: part('Tapped'),
}
const input: Properties = { ...block, id: text, label: text, isRequired: flag, errorMessage: text }
const action: Properties = { title: text, style: one('default', 'positive', 'destructive') }
const width = {
  anyOf: [
    { type: 'number', exclusiveMinimum: 0 },
    { type: 'string', pattern: '^(?:auto|stretch|\\d+px)$' },
  ],
}

const format = {
  ...typed('AdaptiveCard', ['$schema', 'version', 'body'], {
    $schema: { const: 'http://adaptivecards.io/schemas/adaptive-card.json' },
    version: { const: '1.4' },
    lang: { type: 'string', pattern: '^[a-z]{2}$' },
    fallbackText: text,
    body: several('Element'),
  }),
  $defs: {
    Element: oneOf('RichTextBlock', 'Container', 'ColumnSet', 'ActionSet', 'Input.Text', 'Input.ChoiceSet'),
    Action: oneOf('Action.Submit', 'Action.OpenUrl', 'Action.ShowCard'),
    // What a tap does: a card cannot unfold from it.
    Tapped: oneOf('Action.Submit', 'Action.OpenUrl'),
    RichTextBlock: typed('RichTextBlock', ['inlines'], { ...block, inlines: several('TextRun') }),
    TextRun: typed('TextRun', ['text'], {
      text,
      size: one('Default', 'Small', 'Medium', 'Large', 'ExtraLarge'),
      weight: one('Default', 'Lighter', 'Bolder'),
      color: one('Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention'),
      italic: flag,
      isSubtle: flag,
    }),
    Container: typed('Container', ['items'], { ...area, items: several('Element') }),
    ColumnSet: typed('ColumnSet', ['columns'], { ...area, columns: several('Column') }),
    Column: typed('Column', ['items'], { ...area, width, items: several('Element') }),
    ActionSet: typed('ActionSet', ['actions'], { ...block, actions: { ...several('Action'), minItems: 1 } }),
    'Input.Text': typed('Input.Text', ['id'], { ...input, isMultiline: flag, placeholder: text, value: text }),
    'Input.ChoiceSet': typed('Input.ChoiceSet', ['id', 'choices'], {
      ...input,
      style: one('compact', 'expanded'),
      isMultiSelect: flag,
      wrap: flag,
      value: text,
      choices: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['title', 'value'],
          properties: { title: text, value: text },
        },
      },
    }),
    'Action.Submit': typed('Action.Submit', ['title', 'data'], {
      ...action,
      data: { type: 'object' },
      associatedInputs: one('auto', 'none'),
    }),
    'Action.OpenUrl': typed('Action.OpenUrl', ['title', 'url'], {
      ...action,
      url: { type: 'string', pattern: '^https?://' },
    }),
    'Action.ShowCard': typed('Action.ShowCard', ['title', 'card'], {
      ...action,
      // A card that unfolds is of its card's version.
      card: typed('AdaptiveCard', ['body'], { body: several('Element') }),
    }),
  },
}

const validate = new Ajv({ discriminator: true, allErrors: true, strict: true, strictRequired: false }).compile(format)

/** What is wrong with a card by the published format, as "where: what"; empty when it holds. */
export function formatFaults(card: unknown): string[] {
  return validate(card) ? [] : (validate.errors ?? []).map(faultOf)
}

function faultOf({ instancePath, message, params }: ErrorObject): string {
  return `card${instancePath}: ${message ?? ''} ${JSON.stringify(params)}`
}
