import type { Lang } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'

/** Text for the candidate: what is done with the documents, why, where they go (host, or nowhere), how long, which rights. */
export function candidateNotice(lang: Lang, host: string | null): string {
  return textsFor(lang).interview.candidateNotice(host)
}
