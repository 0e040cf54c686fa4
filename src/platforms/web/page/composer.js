// The field at the bottom: text, and files by button, by drop or by paste.
import { upload } from './connection.js'

/** `onSend({ text, files })` gets what is to be said; `tell(sentence)` shows a line under the conversation. */
export function createComposer({ t, session, onSend, tell }) {
  const form = document.getElementById('composer')
  const field = document.getElementById('message')
  const chooser = document.getElementById('file')
  const list = document.getElementById('files')
  const drop = document.getElementById('drop')
  /** Files that stand ready: { name, item, reference: Promise }. */
  let ready = []
  /** Which document the open chooser is for; a chooser may be closed without a word. */
  let wanted = null

  const grow = () => {
    field.rows = Math.min(8, Math.max(1, field.value.split('\n').length))
  }
  field.addEventListener('input', grow)
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      form.requestSubmit()
    }
  })

  async function add(file, role = null) {
    if (file.size > session.maxFileBytes) return tell(t('tooLarge', { name: file.name }))
    if (file.size === 0) return tell(t('empty', { name: file.name }))
    const item = document.createElement('li')
    const name = document.createElement('span')
    name.textContent = file.name
    const progress = document.createElement('progress')
    progress.setAttribute('aria-label', t('uploading', { name: file.name }))
    const remove = document.createElement('button')
    remove.type = 'button'
    remove.textContent = '×'
    remove.setAttribute('aria-label', t('remove', { name: file.name }))
    item.append(name, progress, remove)
    list.append(item)
    const entry = { name: file.name, item, reference: upload(session.token, file, role) }
    ready.push(entry)
    remove.addEventListener('click', () => {
      take(entry)
      field.focus()
    })
    try {
      await entry.reference
      progress.remove()
      tell(t('attached', { name: file.name }))
      field.focus()
    } catch (error) {
      take(entry)
      tell(error.message || t('uploadFailed', { name: file.name }))
    }
  }

  function take(entry) {
    ready = ready.filter((other) => other !== entry)
    entry.item.remove()
  }

  /** The files that stand ready, once all of them arrived. */
  async function takeAll() {
    const taken = ready
    const references = await Promise.allSettled(taken.map((entry) => entry.reference))
    for (const entry of taken) take(entry)
    return references.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  }

  document.getElementById('attach').addEventListener('click', () => {
    wanted = null
    chooser.accept = ''
    chooser.click()
  })
  chooser.addEventListener('change', () => {
    const [first, ...others] = chooser.files
    if (first) add(first, wanted)
    for (const file of others) add(file)
    wanted = null
    chooser.value = ''
  })
  field.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length > 0) event.preventDefault()
    for (const file of files) add(file)
  })

  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files')
  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    drop.hidden = false
  })
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) drop.hidden = true
  })
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    drop.hidden = true
    for (const file of event.dataTransfer.files) add(file)
  })

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const text = field.value
    if (text.trim() === '' && ready.length === 0) return
    field.value = ''
    grow()
    tell('')
    const files = await takeAll()
    if (text.trim() !== '' || files.length > 0) onSend({ text, files })
  })

  return {
    takeAll,
    /** Opens the chooser for the document that a card asked for. */
    choose(field, accept) {
      wanted = field
      chooser.accept = accept
        .split(',')
        .filter(Boolean)
        .map((format) => `.${format}`)
        .join(',')
      chooser.click()
    },
    focus: () => field.focus(),
  }
}
