import type { Card, Element } from '../../chat/card.ts'
import type { Reply } from '../../chat/reply.ts'
import type { AssistantDeps } from '../deps.ts'
import type { Turn } from '../turn/turn.ts'

/** A card that asks for a file also says how to send it without the chat, where such a page can be reached. */
export function offerUpload(deps: AssistantDeps, turn: Turn, reply: Reply): Reply {
  const { message, texts, lang } = turn
  const { platform, conversation, address, person } = message
  if (message.scope !== 'direct' || deps.settings.openPlatforms.includes(platform) || !asksForFile(reply.card))
    return reply
  const id = turn.newId('upload')
  const url = deps.uploads.make({ id, platform, conversation, address, person: person.id, lang })
  if (url === null) return reply
  const link: Element = { type: 'buttons', buttons: [{ kind: 'link', label: texts.upload.button, url }] }
  return { ...reply, card: { ...reply.card, elements: [...reply.card.elements, link] } }
}

function asksForFile({ elements }: Pick<Card, 'elements'>): boolean {
  return elements.some(
    (element) =>
      element.type === 'fileRequest' || (element.type === 'form' && asksForFile({ elements: element.elements })),
  )
}
