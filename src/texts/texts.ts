import type { Lang } from '../chat/reply.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

/** Every sentence a user can see. nl.ts is the source; en.ts has the same shape, which the type checker keeps. */
export type Texts = typeof nl

const all: Record<Lang, Texts> = { nl, en }

export function textsFor(lang: Lang): Texts {
  return all[lang]
}
