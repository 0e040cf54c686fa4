/** Teams' id of a post as the house remembers it: the conversation and the ids of its activities, in order. */
export type Posted = { conversation: string; ids: string[] }

export function platformId({ conversation, ids }: Posted): string {
  return JSON.stringify([conversation, ...ids])
}

/** Empty for what is not an id of ours: the replacement is then posted as a new message. */
export function postedOf(id: string): Posted {
  try {
    const parts: unknown = JSON.parse(id)
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) {
      const [conversation = '', ...ids] = parts as string[]
      return { conversation, ids }
    }
  } catch {
    // falls through: not ours
  }
  return { conversation: '', ids: [] }
}
