// What goes between the page and the assistant: the session, the stream of entries, posts that are tried until they arrive.

const room = new URLSearchParams(location.search).get('room')

/** The address of a part of the web chat, for this conversation. */
export function address(path, values = {}) {
  const query = new URLSearchParams({ ...(room === null ? {} : { room }), ...values })
  return `/web/${path}${query.size > 0 ? `?${query}` : ''}`
}

/** Token, language and words; asked again until the server answers. */
export async function openSession() {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(address('session'))
      const session = await response.json()
      if (response.ok) return session
      if (response.status < 500) return { refused: session.message }
    } catch {
      // The server is not there yet; the next attempt tells.
    }
    await pause(attempt)
  }
}

/** Listens for as long as the page is open; a lost connection is taken up again by itself, whatever the browser makes of it. */
export function listen({ snapshot, entry, connected }) {
  const source = new EventSource(address('events'))
  source.addEventListener('open', () => connected(true))
  source.addEventListener('snapshot', (event) => snapshot(JSON.parse(event.data)))
  source.addEventListener('entry', (event) => entry(JSON.parse(event.data)))
  source.addEventListener('error', () => {
    connected(false)
    // After an answer that is no stream the browser gives up; we do not.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen({ snapshot, entry, connected }), 1500)
  })
}

/**
 * Posts until it is known what became of it: a message keeps its key, so the same one twice is one. Gives null when it arrived, a
 * sentence when it was refused; `waiting` is called while it does not get through.
 */
export async function deliver(token, message, waiting) {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(address('messages'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-page-token': token },
        body: JSON.stringify(message),
      })
      if (response.ok) return null
      if (response.status < 500) return (await response.json()).message
    } catch {
      // No connection: the same message again, a little later.
    }
    waiting()
    await pause(attempt)
  }
}

/** Gives the sealed reference of the stored file; throws an Error with a sentence for the person, or with an empty message. */
export async function upload(token, file, role) {
  const response = await fetch(address('files', { name: file.name, ...(role ? { role } : {}) }), {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream', 'x-page-token': token },
    body: file,
  }).catch(() => {
    throw new Error('')
  })
  // What is no answer of ours has no sentence for the person.
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.message)
  return answer
}

function pause(attempt) {
  return new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** attempt, 8000)))
}
