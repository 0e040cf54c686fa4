// Draws a card with the official renderer, and mends what it leaves undone for keyboards and screen readers.

const { AdaptiveCard, HostConfig, OpenUrlAction, SubmitAction, TextInput } = globalThis.AdaptiveCards

// Cards hold no markdown: their words are literal. Saying so keeps the renderer from looking for a processor.
AdaptiveCard.onProcessMarkdown = () => {}

const colour = (name) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle, var(--${name}))` })
const foreground = {
  default: { default: 'var(--text)', subtle: 'var(--text-subtle)' },
  dark: { default: 'var(--text)', subtle: 'var(--text-subtle)' },
  light: { default: 'var(--text)', subtle: 'var(--text-subtle)' },
  accent: colour('accent-text'),
  good: colour('good-text'),
  warning: colour('warning-text'),
  attention: colour('attention-text'),
}
const container = (name) => ({
  backgroundColor: `var(--${name})`,
  borderColor: `var(--${name})`,
  foregroundColors: foreground,
})

// Colours are the page's own variables, so that light and dark are decided by page.css alone.
const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 10 },
  containerStyles: {
    default: { ...container('card'), backgroundColor: 'transparent' },
    emphasis: container('emphasis'),
    accent: container('accent-back'),
    good: container('good-back'),
    warning: container('warning-back'),
    attention: container('attention-back'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 10, style: 'emphasis' },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small' },
  },
})

/**
 * The card as an element. `onAction(data, label, element)` is called for a pressed button of ours, `onFileRequest(field, accept)` for one
 * that asks for a document. null when it cannot be drawn; the caller then shows the text.
 */
export function drawCard(json, { onAction, onFileRequest }) {
  const card = new AdaptiveCard()
  let pressed = null
  card.hostConfig = hostConfig
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) openLink(action.url)
    else if (action instanceof SubmitAction) {
      const data = action.data ?? {}
      if (typeof data.fileRequest === 'string') onFileRequest(data.fileRequest, data.accept ?? '')
      else onAction(data, saidBy(card, action.title ?? '', data), pressed ?? document.activeElement)
    }
  }
  try {
    card.parse(json)
    const element = card.render()
    if (!element) return null
    // The renderer does not say which element was pressed; a key press leaves it focused, a click comes by here first.
    element.addEventListener(
      'click',
      (event) => {
        pressed = event.target.closest('button, [role="button"]')
      },
      true,
    )
    return mended(element)
  } catch {
    return null
  }
}

/** What a press amounts to in words: the button, and what was typed with it. */
function saidBy(card, title, data) {
  const typed = card
    .getAllInputs()
    .filter((input) => input instanceof TextInput && input.value && data[input.id] === input.value)
    .map((input) => input.value)
  const said = [title, ...typed].join(': ')
  return said.length > 280 ? `${said.slice(0, 280)}…` : said
}

function openLink(url) {
  if (/^https?:\/\//i.test(url ?? '') || url?.startsWith('/')) window.open(url, '_blank', 'noopener,noreferrer')
}

function mended(element) {
  // Cards of one page repeat the names of their fields, and an id may occur once.
  for (const named of element.querySelectorAll('[id]:not([id^="__ac"])')) {
    if (named.id === 'heading') {
      named.setAttribute('role', 'heading')
      named.setAttribute('aria-level', '2')
    }
    named.removeAttribute('id')
  }
  // The renderer calls a row of buttons a menu bar without giving it the keys of one.
  for (const bar of element.querySelectorAll('[role="menubar"], [role="menu"]')) bar.setAttribute('role', 'group')
  for (const item of element.querySelectorAll('[role="menuitem"]')) item.setAttribute('role', 'button')
  for (const button of element.querySelectorAll('button[title], [role="button"][title]'))
    button.removeAttribute('title')
  // An option is named by the words it shows: the title of its action may be cut for hosts with less room.
  for (const option of element.querySelectorAll('div[role="button"]')) option.removeAttribute('aria-label')
  // Without a space between them, its lines would be heard as one word.
  for (const line of element.querySelectorAll('[role="button"] > div + div')) line.before(' ')
  element.tabIndex = -1
  return element
}
