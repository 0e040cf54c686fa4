// Starts the page: session, conversation, composer, and the messages that wait to be sent.
import { createComposer } from './composer.js'
import { deliver, listen, openSession } from './connection.js'
import { createConversation } from './conversation.js'

const status = document.getElementById('status')
const tell = (sentence) => {
  status.textContent = sentence
}

const session = await openSession()
if (session.refused) tell(session.refused)
else start()

function start() {
  const t = (name, values = {}) =>
    (session.texts[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole))
  dress(t)

  /** Kept in the tab, so that a reload loses nothing that was not sent yet. */
  const outboxName = `outbox ${location.search}`
  const outbox = new Map(JSON.parse(sessionStorage.getItem(outboxName) ?? '[]'))
  const keep = () => sessionStorage.setItem(outboxName, JSON.stringify([...outbox]))

  const conversation = createConversation({
    t,
    timeZone: session.timeZone,
    onAction: async (data, label) => {
      const files = await composer.takeAll()
      send({ text: '', files, action: { label: label || '…', data } })
    },
    onFileRequest: (field, accept) => composer.choose(field, accept),
  })
  const composer = createComposer({
    t,
    session,
    onSend: ({ text, files }) => send({ text, files, action: null }),
    tell,
  })

  function send(said) {
    const message = { key: crypto.randomUUID(), ...said }
    outbox.set(message.key, { message, order: Date.now() * 1000 })
    keep()
    dispatch(message.key)
  }

  async function dispatch(key) {
    const { message, order } = outbox.get(key)
    const whole = session.keyPrefix + key
    conversation.show({
      slot: whole,
      key: whole,
      order,
      at: null,
      from: 'you',
      text: message.action ? message.action.label : message.text,
      files: message.files.map((file) => file.name),
      pending: true,
    })
    const refusal = await deliver(session.token, message, () => tell(t('notSent')))
    outbox.delete(key)
    keep()
    if (refusal) conversation.refuse(whole, refusal)
    else if (status.textContent === t('notSent')) tell('')
  }

  let wasLost = false
  let resumed = false
  listen({
    snapshot: (snapshot) => {
      conversation.restore(snapshot)
      if (!resumed) for (const key of outbox.keys()) dispatch(key)
      resumed = true
    },
    entry: (entry) => conversation.show(entry),
    connected: (connected) => {
      document.body.classList.toggle('offline', !connected)
      if (!connected) tell(t('offline'))
      else if (wasLost) tell(t('online'))
      wasLost = !connected
    },
  })
  composer.focus()
}

function dress(t) {
  document.documentElement.lang = session.lang
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text)
  const log = document.getElementById('log')
  log.setAttribute('aria-label', t('log'))
  // Reached by keyboard, so that it can be scrolled by one.
  log.tabIndex = 0
  document.getElementById('composer').setAttribute('aria-label', t('message'))
  document.getElementById('attach').setAttribute('aria-label', t('attach'))
  document.getElementById('message').placeholder = t(session.room ? 'placeholderRoom' : 'placeholder')
  document.getElementById('where').textContent = session.room ? t('room', { room: session.room }) : t('direct')
  document.title = `${t('title')} · ${session.room ? t('room', { room: session.room }) : t('direct')}`
  const other = document.getElementById('other')
  other.textContent = session.room ? t('direct') : t('tryRoom')
  other.href = session.room ? '/' : '/?room=algemeen'
  if (!session.room) other.title = t('tryRoomHint')
  const banner = document.getElementById('banner')
  banner.hidden = session.banner.length === 0
  banner.replaceChildren(
    ...session.banner.map((line) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    }),
  )
}
