import { adaptiveCard } from '../../chat/adaptive-card.ts'
import type { AdaptiveCardJson } from '../../chat/adaptive-json.ts'
import { plainText } from '../../chat/plain-text.ts'
import { textsFor } from '../../texts/texts.ts'
import type { Place } from './place.ts'
import type { PlacedEntry } from './transcript.ts'
import type { Visitor } from './visitor.ts'

/** An entry as the page gets it. */
export type ShownEntry = {
  slot: string
  key: string
  order: number
  at: string
  from: 'you' | 'colleague' | 'maatstaf'
  /** Code of another person in a room. */
  who: string | null
  text: string
  files: string[]
  card: AdaptiveCardJson | null
  private: boolean
  download: { name: string; size: number; href: string } | null
}

export function shownEntry(entry: PlacedEntry, viewer: Pick<Visitor, 'person' | 'lang'>, place: Place): ShownEntry {
  const { slot, key, order, at } = entry
  const base = { slot, key, order, at, who: null, files: [], card: null, private: false, download: null }
  if (entry.from === 'person')
    return entry.person === viewer.person
      ? { ...base, from: 'you', text: entry.text, files: entry.files }
      : { ...base, from: 'colleague', who: entry.person.slice(4, 8), text: entry.text, files: entry.files }
  const { lang } = viewer
  return {
    ...base,
    from: 'maatstaf',
    text: plainText(entry.card),
    card: adaptiveCard(entry.card, { lang, texts: textsFor(lang).cards, upload: true }),
    private: entry.only !== undefined && place.scope === 'channel',
    download: entry.file
      ? {
          name: entry.file.name,
          size: entry.file.size,
          href: `/web/file?id=${encodeURIComponent(entry.file.id)}${place.room ? `&room=${encodeURIComponent(place.room)}` : ''}`,
        }
      : null,
  }
}
