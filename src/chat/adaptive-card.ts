import { type ActionData, actionData } from './action-data.ts'
import { type AdaptiveCardJson, type AdaptiveElement, columns, paragraphs } from './adaptive-json.ts'
import { timelineBars } from './adaptive-timeline.ts'
import { type Button, type Card, type Element, type Feedback, feedbackAction, type Option } from './card.ts'
import { literal, shorten } from './literal.ts'

/** The few words a rendered card needs of its own, in the person's language; see texts/nl/cards.ts. */
export type CardTexts = {
  /** The button under a list too long for buttons. */
  choose: string
  /** What to do for a document, or for several at once: `upload` says that a button for it stands below. */
  askFile(label: string, formats: string[], upload: boolean): string
  chooseFile: string
  required(label: string): string
  percent(done: number): string
}

export type AdaptiveOptions = {
  lang: 'nl' | 'en'
  texts: CardTexts
  /** The page itself takes files: a document request gets a button with `data.fileRequest`. Elsewhere the person sends a message. */
  upload: boolean
}

/** What hosts take; each limit named once. Teams shows at most six actions together, and cuts titles that do not fit a phone. */
export const ADAPTIVE_LIMITS = { actionsPerSet: 6, optionsAsButtons: 8, actionTitle: 60, choiceTitle: 200 } as const

/** A neutral card as the Adaptive Card that Teams and the web chat show. Pure; every string of the card stays literal. */
export function adaptiveCard(card: Card, options: AdaptiveOptions): AdaptiveCardJson {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    lang: options.lang,
    body: withFeedback(
      elements(card.elements, { ...options, collects: card.elements.some(isLooseInput), inForm: false }),
      card.feedback,
    ),
  }
}

/** The menu to judge an answer unfolds from the last of its buttons. */
function withFeedback(body: AdaptiveElement[], feedback: Feedback | undefined): AdaptiveElement[] {
  if (!feedback) return body
  const { answer, label, right, wrong } = feedback
  const option = (text: string, verdict: string) =>
    submit(text, actionData(feedbackAction, '', { answer, verdict }), false)
  const menu: AdaptiveElement = {
    type: 'Action.ShowCard',
    title: title(label),
    card: {
      type: 'AdaptiveCard',
      body: [{ type: 'ActionSet', actions: [option(right, 'right'), option(wrong, 'wrong')] }],
    },
  }
  const last = body.at(-1)
  const before = last?.type === 'ActionSet' ? (last['actions'] as AdaptiveElement[]) : []
  return before.length > 0 && before.length < ADAPTIVE_LIMITS.actionsPerSet
    ? [...body.slice(0, -1), { type: 'ActionSet', actions: [...before, menu] }]
    : [...body, { type: 'ActionSet', actions: [menu] }]
}

type Context = AdaptiveOptions & {
  /** Buttons send the inputs that stand beside them. */
  collects: boolean
  inForm: boolean
}

function elements(list: Element[], context: Context): AdaptiveElement[] {
  const forms = list.filter((element) => element.type === 'form').length
  // A form alone stands open; beside buttons or other forms it unfolds from a button of its own.
  const folds = forms > 1 || (forms === 1 && list.some((element) => element.type === 'buttons'))
  const out: AdaptiveElement[] = []
  let actions: AdaptiveElement[] = []
  const flush = () => {
    for (let at = 0; at < actions.length; at += ADAPTIVE_LIMITS.actionsPerSet)
      out.push({ type: 'ActionSet', actions: actions.slice(at, at + ADAPTIVE_LIMITS.actionsPerSet) })
    actions = []
  }
  for (const element of context.upload ? list : withDocumentsTogether(list)) {
    if (element.type === 'buttons') actions.push(...element.buttons.map((button) => action(button, context)))
    else if (element.type === 'form' && folds) actions.push(unfolding(element, context))
    else {
      flush()
      out.push(...rendered(element, context))
    }
  }
  flush()
  return out
}

/** Where a person simply sends what is asked for, one line asks for documents that stand together. */
function withDocumentsTogether(list: Element[]): Element[] {
  const merged: Element[] = []
  for (const element of list) {
    const last = merged.at(-1)
    if (element.type === 'fileRequest' && last?.type === 'fileRequest' && `${last.accept}` === `${element.accept}`)
      merged.splice(-1, 1, { ...last, label: `${last.label} · ${element.label}` })
    else merged.push(element)
  }
  return merged
}

function rendered(element: Element, context: Context): AdaptiveElement[] {
  switch (element.type) {
    case 'heading':
      // The page makes a heading of it for screen readers by this id; RichTextBlock has no such style of its own.
      return paragraphs(element.text, { size: 'Medium', bold: true }).map((block, index) =>
        index === 0 ? { ...block, id: 'heading' } : block,
      )
    case 'text':
      return paragraphs(element.text)
    case 'facts':
      return element.rows.map((row) =>
        columns([
          { width: 2, items: paragraphs(row.label, { subtle: true }) },
          { width: 3, items: paragraphs(row.value) },
        ]),
      )
    case 'quote':
      return [
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            ...paragraphs(`“${element.text}”`, { italic: true }),
            ...(element.source ? paragraphs(`— ${element.source}`, { subtle: true, size: 'Small', close: true }) : []),
          ],
        },
      ]
    case 'list':
      return element.items.map((item, index) =>
        columns([
          { width: 'auto', items: paragraphs(element.ordered ? `${index + 1}.` : '•') },
          { width: 'stretch', items: paragraphs(item) },
        ]),
      )
    case 'timeline':
      return [...timelineBars(element.bars, element.window), ...paragraphs(element.summary, { subtle: true })]
    case 'progress':
      return progress(element.label, element.done, context)
    case 'notice':
      return [
        {
          type: 'Container',
          style: { info: 'accent', warning: 'warning', error: 'attention' }[element.tone],
          items: paragraphs(element.text),
        },
      ]
    case 'choice':
      return element.action === undefined
        ? [choiceSet(element)]
        : picked({ ...element, action: element.action }, context)
    case 'input':
      return [
        {
          type: 'Input.Text',
          id: element.name,
          label: literal(element.label),
          isMultiline: element.multiline ?? false,
          ...(element.placeholder ? { placeholder: literal(element.placeholder) } : {}),
          ...(element.value ? { value: literal(element.value) } : {}),
          ...(context.inForm && !element.optional
            ? { isRequired: true, errorMessage: context.texts.required(literal(element.label)) }
            : {}),
        },
      ]
    case 'buttons':
      return elements([element], context)
    case 'fileRequest':
      return [
        ...paragraphs(context.texts.askFile(element.label, element.accept, context.upload)),
        ...(context.upload
          ? [
              {
                type: 'ActionSet',
                actions: [
                  {
                    type: 'Action.Submit',
                    title: context.texts.chooseFile,
                    associatedInputs: 'none',
                    data: { fileRequest: element.name, accept: element.accept.join(',') },
                  },
                ],
              },
            ]
          : []),
      ]
    case 'form':
      return [
        {
          type: 'Container',
          items: [...paragraphs(element.title, { bold: true }), ...formBody(element, context)],
        },
      ]
  }
}

function action(button: Button, context: Context): AdaptiveElement {
  if (button.kind === 'link') return { type: 'Action.OpenUrl', title: title(button.label), url: button.url }
  return {
    ...submit(button.label, actionData(button.action, button.step, button.values), context.collects),
    ...(button.style ? { style: { primary: 'positive', danger: 'destructive' }[button.style] } : {}),
  }
}

function submit(label: string, data: ActionData, collects: boolean): AdaptiveElement {
  return { type: 'Action.Submit', title: title(label), data, associatedInputs: collects ? 'auto' : 'none' }
}

type Form = Extract<Element, { type: 'form' }>

function formBody(form: Form, context: Context): AdaptiveElement[] {
  return [
    ...elements(form.elements, { ...context, collects: true, inForm: true }),
    {
      type: 'ActionSet',
      actions: [{ ...submit(form.submit, actionData(form.action, form.step), true), style: 'positive' }],
    },
  ]
}

function unfolding(form: Form, context: Context): AdaptiveElement {
  return {
    type: 'Action.ShowCard',
    title: title(form.buttonLabel),
    card: { type: 'AdaptiveCard', body: [...paragraphs(form.title, { bold: true }), ...formBody(form, context)] },
  }
}

type Choice = Extract<Element, { type: 'choice' }>

/** Options that act at once: each a row to tap; a long list becomes a menu with a button. */
function picked(choice: Choice & { action: string }, context: Context): AdaptiveElement[] {
  const { action, step = '' } = choice
  if (choice.options.length > ADAPTIVE_LIMITS.optionsAsButtons)
    return [
      choiceSet(choice),
      { type: 'ActionSet', actions: [submit(context.texts.choose, actionData(action, step), true)] },
    ]
  return [
    ...paragraphs(choice.label, { bold: true }),
    ...choice.options.map((option) => ({
      type: 'Container',
      style: 'emphasis',
      spacing: 'Small',
      // A host reads the title aloud in place of the words shown: they have to be the same ones.
      selectAction: submit(
        [option.label, option.detail].filter(Boolean).join(' '),
        actionData(action, step, { [choice.name]: option.value }),
        context.collects,
      ),
      items: [
        ...paragraphs(option.label, { bold: option.value === choice.value || option.detail !== undefined }),
        ...(option.detail ? paragraphs(option.detail, { subtle: true, size: 'Small', close: true }) : []),
      ],
    })),
  ]
}

function choiceSet(choice: Choice): AdaptiveElement {
  return {
    type: 'Input.ChoiceSet',
    id: choice.name,
    label: literal(choice.label),
    style: choice.options.length > 5 ? 'compact' : 'expanded',
    wrap: true,
    ...(choice.value === undefined ? {} : { value: choice.value }),
    choices: choice.options.map((option) => ({
      title: shorten(optionTitle(option), ADAPTIVE_LIMITS.choiceTitle),
      value: option.value,
    })),
  }
}

function optionTitle(option: Option): string {
  return literal(option.detail ? `${option.label} · ${option.detail}` : option.label)
}

function progress(label: string, done: number, context: Context): AdaptiveElement[] {
  const percent = Math.round(Math.min(1, Math.max(0, done)) * 100)
  const part = (width: number, style: string) => ({ width, style, items: [], minHeight: '8px' })
  return [
    ...paragraphs(`${label} (${context.texts.percent(percent)})`),
    columns(
      [...(percent > 0 ? [part(percent, 'accent')] : []), ...(percent < 100 ? [part(100 - percent, 'emphasis')] : [])],
      'None',
    ),
  ]
}

function isLooseInput(element: Element): boolean {
  return element.type === 'input' || (element.type === 'choice' && element.action === undefined)
}

function title(label: string): string {
  return shorten(literal(label), ADAPTIVE_LIMITS.actionTitle)
}
