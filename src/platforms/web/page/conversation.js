// The log: entries in the order they were said, a later card in the place of the one it replaces.
import { drawCard } from './cards.js'

const nearEnd = 120
const mostLines = 12

/** `t(name, values)` gives a text; `onAction` and `onFileRequest` as in cards.js. */
export function createConversation({ t, timeZone, onAction, onFileRequest }) {
  const log = document.getElementById('log')
  const newest = document.getElementById('newest')
  /** Elements by slot, and the slot that each key came to stand in. */
  const elements = new Map()
  const slots = new Map()
  let greeting = null

  let following = true
  const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd
  const toEnd = () => {
    following = true
    log.scrollTop = log.scrollHeight
    newest.hidden = true
  }
  newest.addEventListener('click', () => {
    toEnd()
    document.getElementById('message').focus()
  })
  // A keyboard that opens or a window that is turned leaves whoever reads the end at the end.
  log.addEventListener('scroll', () => {
    following = atEnd()
    if (following) newest.hidden = true
  })
  new ResizeObserver(() => {
    if (following) toEnd()
  }).observe(log)

  function put(entry) {
    const slot = slots.get(entry.slot) ?? entry.slot
    const old = elements.get(slot)
    if (old && old.dataset.key === entry.key && !old.classList.contains('pending') && entry.from !== 'maatstaf') return
    slots.set(entry.key, slot)
    const element = drawEntry(entry)
    const hadFocus = old?.contains(document.activeElement)
    if (old && entry.from === 'maatstaf') element.dataset.order = old.dataset.order
    elements.set(slot, element)
    old?.remove()
    const next = [...log.querySelectorAll('.entry')].find(
      (other) => Number(other.dataset.order) > Number(element.dataset.order),
    )
    log.insertBefore(element, next ?? null)
    if (hadFocus) (element.querySelector('.ac-adaptiveCard') ?? element).focus()
  }

  function drawEntry(entry) {
    const element = document.createElement('article')
    element.className = `entry ${entry.from}${entry.pending ? ' pending' : ''}${entry.private ? ' private' : ''}`
    element.dataset.order = entry.order
    element.dataset.key = entry.key
    const who = document.createElement('p')
    who.className = 'who'
    who.textContent = { you: t('you'), maatstaf: t('me'), colleague: t('colleague', { code: entry.who ?? '' }) }[
      entry.from
    ]
    if (entry.at) who.append(' ', time(entry.at, timeZone))
    if (entry.private) who.append(` · ${t('onlyYou')}`)
    element.append(who)
    const body = document.createElement('div')
    body.className = 'body'
    element.append(body)
    const card = entry.card
      ? drawCard(entry.card, {
          onAction: (data, label, pressed) => {
            press(element, pressed)
            onAction(data, label)
          },
          onFileRequest,
        })
      : null
    if (card) body.append(card)
    else if (entry.card) body.append(...paragraphs(`${t('noCard')}\n${entry.text}`))
    else if (entry.text) body.append(...said(entry.text, t))
    for (const name of entry.files ?? []) {
      const file = document.createElement('p')
      file.className = 'file'
      file.textContent = name
      body.append(file)
    }
    if (entry.download) {
      const link = document.createElement('a')
      link.className = 'download'
      link.href = entry.download.href
      link.download = entry.download.name
      link.textContent = t('download', { name: entry.download.name, size: size(entry.download.size) })
      body.append(link)
    }
    return element
  }

  /** A pressed card shows what was chosen and rests a moment; a second tap would only be told that it is stale. */
  function press(element, pressed) {
    for (const chosen of element.querySelectorAll('.chosen')) chosen.classList.remove('chosen')
    pressed?.classList.add('chosen')
    element.classList.add('used')
    setTimeout(() => element.classList.remove('used'), 1500)
  }

  return {
    /** The whole conversation anew: after opening and after every reconnection. Entries that wait to be sent stay. */
    restore(snapshot) {
      log.setAttribute('aria-busy', 'true')
      for (const [slot, element] of elements)
        if (!element.classList.contains('pending')) {
          element.remove()
          elements.delete(slot)
        }
      slots.clear()
      greeting?.remove()
      greeting = document.createElement('section')
      greeting.className = 'greeting'
      greeting.append(...snapshot.greeting.flatMap((line) => paragraphs(line)))
      if (snapshot.older > 0) greeting.append(...paragraphs(t('older', { count: snapshot.older })))
      log.prepend(greeting)
      for (const entry of snapshot.entries) put(entry)
      toEnd()
      log.setAttribute('aria-busy', 'false')
    },
    show(entry) {
      const follow = atEnd() || entry.from === 'you'
      put(entry)
      if (follow) toEnd()
      else newest.hidden = false
    },
    /** A message of ours that was refused. */
    refuse(key, sentence) {
      const element = elements.get(slots.get(key) ?? key)
      if (!element) return
      element.classList.remove('pending')
      element.classList.add('failed')
      const note = document.createElement('p')
      note.className = 'note'
      note.textContent = sentence
      element.append(note)
    },
  }
}

/** A pasted posting would push its own answer out of view: more than some lines fold away behind the first. */
function said(text, t) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length <= mostLines) return paragraphs(text)
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = t('longText', { start: lines.slice(0, 2).join(' ').slice(0, 120), count: lines.length })
  details.append(summary, ...paragraphs(text))
  return [details]
}

function paragraphs(text) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    })
}

function time(at, timeZone) {
  const element = document.createElement('time')
  element.dateTime = at
  element.textContent = new Date(at).toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  return element
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
