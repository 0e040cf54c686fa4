import { z } from 'zod'

/**
 * What Teams sends, as far as it is used. A part of another shape than expected counts as absent, so that a new entity or attachment
 * never makes an activity unreadable: Teams stops delivering to a bot that answers with errors.
 */
const text = z.string().optional().catch(undefined)
const account = z
  .object({ id: z.string(), name: text, aadObjectId: text, tenantId: text, role: text })
  .optional()
  .catch(undefined)
const record = z.record(z.string(), z.unknown()).optional().catch(undefined)

/** The items of a list that have the shape; the others are passed over. */
function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((one) => {
        const parsed = item.safeParse(one)
        return parsed.success ? [parsed.data] : []
      }),
    )
}

const named = z.object({ id: text, type: text, tenantId: text }).optional().catch(undefined)

export const activitySchema = z.object({
  type: z.string(),
  id: text,
  name: text,
  channelId: text,
  serviceUrl: text,
  timestamp: text,
  locale: text,
  text,
  textFormat: text,
  action: text,
  replyToId: text,
  from: account,
  recipient: account,
  conversation: z
    .object({
      id: z.string(),
      conversationType: text,
      tenantId: text,
      isGroup: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  channelData: z.object({ tenant: named, team: named, channel: named, eventType: text }).optional().catch(undefined),
  membersAdded: listOf(z.object({ id: z.string() })),
  membersRemoved: listOf(z.object({ id: z.string() })),
  entities: listOf(
    z.object({
      type: z.string(),
      text,
      locale: text,
      mentioned: z.object({ id: z.string() }).optional().catch(undefined),
    }),
  ),
  attachments: listOf(z.object({ contentType: z.string(), contentUrl: text, name: text, content: z.unknown() })),
  value: record,
})

export type Activity = z.infer<typeof activitySchema>

/** Null when it is not even an activity: no object, or without a type. */
export function parseActivity(body: unknown): Activity | null {
  const parsed = activitySchema.safeParse(body)
  return parsed.success ? parsed.data : null
}
