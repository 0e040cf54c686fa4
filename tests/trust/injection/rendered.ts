import { adaptiveCard } from '../../../src/chat/adaptive-card.ts'
import type { Card } from '../../../src/chat/card.ts'
import { renderMessages as slackMessages } from '../../../src/platforms/slack/render.ts'
import { renderMessages as teamsMessages } from '../../../src/platforms/teams/render.ts'
import { textsFor } from '../../../src/texts/texts.ts'

type Json = Record<string, unknown>

/** Everything of a card, on every platform, that would mention somebody, lead somewhere or run something; empty when it is inert. */
export function livelyParts(card: Card, allowedLinks: string[] = []): string[] {
  return [...inSlack(card), ...inAdaptiveCards(card)].filter((found) => !allowedLinks.includes(found))
}

/** Slack draws what has a type of its own, and in mrkdwn what stands between < and >. */
function inSlack(card: Card): string[] {
  return slackMessages(card).flatMap((message) => [
    ...walk(message.blocks).flatMap((part) => {
      const type = String(part['type'])
      if (['link', 'user', 'usergroup', 'broadcast', 'channel', 'date', 'color', 'image', 'video'].includes(type))
        return [String(part['url'] ?? type)]
      if (part['url'] !== undefined) return [String(part['url'])]
      if (type === 'mrkdwn') return String(part['text']).match(/<[^>]*>?/g) ?? []
      return []
    }),
    // The text of a notification is mrkdwn too.
    ...(String(message.text).match(/<[^>]*>?/g) ?? []),
  ])
}

/** Teams and the web chat draw what has a type of its own, Markdown in some of them, and functions between braces. */
function inAdaptiveCards(card: Card): string[] {
  const web = adaptiveCard(card, { lang: 'nl', texts: textsFor('nl').cards, upload: true })
  const teams = teamsMessages(card, { lang: 'nl', personalLink: null })
  const entities = teams.flatMap((message) => (message.entities ?? []).map(({ type }) => type))
  return [
    ...entities,
    ...[...walk(web), ...walk(teams)].flatMap((part) => {
      if (part['type'] === 'Action.OpenUrl') return [String(part['url'])]
      // These read Markdown, or load something; a TextRun shows its text as it stands, but for these functions.
      if (['Image', 'Media', 'TextBlock', 'FactSet'].includes(String(part['type']))) return [String(part['type'])]
      return part['type'] === 'TextRun' ? (String(part['text']).match(/\{\{\s*(?:DATE|TIME)\(/g) ?? []) : []
    }),
  ]
}

function walk(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(walk)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(walk)]
}
