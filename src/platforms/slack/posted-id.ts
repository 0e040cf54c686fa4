/**
 * Slack's id of a post as the house remembers it: the channel, the stamps of its messages in order, and the files that came along. A message for one person has
 * no stamp that could be used again.
 */
export const ephemeralStamp = 'ephemeral'

export function platformId(channel: string, stamps: string[], files: string[] = []): string {
  return [channel, stamps.join(','), ...(files.length > 0 ? [files.join(',')] : [])].join(':')
}

export function partsOf(id: string): { channel: string; stamps: string[]; files: string[] } {
  const [channel = '', stamps = '', files = ''] = id.split(':')
  const listed = (text: string) => text.split(',').filter((one) => one !== '')
  return { channel, stamps: listed(stamps), files: listed(files) }
}

export function isEphemeral(id: string): boolean {
  return id.endsWith(`:${ephemeralStamp}`)
}
