import { bold, type Element } from '../chat/card.ts'
import { criterionName } from './criterion-name.ts'
import { quoteElement } from './evidence.ts'
import { gapsOf } from './gaps.ts'
import { button, buttons, say, type Turn } from './turn.ts'

/** For the interview with the client: per competency what the CV shows and two open questions (situation, task, action, result). */
export function showPrepare(turn: Turn): void {
  const { t, assessment, candidate } = turn
  if (!assessment) return
  const { competencies } = assessment.proposal
  const elements: Element[] = competencies.flatMap(({ text, evidence }, index): Element[] => [
    { type: 'text', text: [bold(text)] },
    ...(evidence.length > 0
      ? evidence.slice(0, 2).map((one) => quoteElement(turn, one))
      : [{ type: 'text' as const, text: t.competencyNotSeen }]),
    { type: 'list', items: t.starQuestions(competencyName(text), evidence.length > 0, index) },
  ])
  const gaps = gapsOf(turn)
  say(
    turn,
    { type: 'heading', text: t.prepareTitle(candidate?.code ?? '') },
    { type: 'text', text: competencies.length > 0 ? t.prepareIntro : t.prepareNone },
    ...elements,
    gaps.length > 0 && { type: 'text', text: t.prepareWeak(gaps.map((finding) => criterionName(turn, finding))) },
    buttons(button(t.goOn, 'resume', {}, 'primary')),
  )
}

/** "Verbindend: legt verbindingen …" is called Verbindend. */
export function competencyName(text: string): string {
  const head = /^([^:–]{3,40})\s*[:–]/.exec(text)?.[1]?.trim()
  if (head) return head
  const plain = text.replace(/[.;\s]+$/, '')
  return plain.length <= 60 ? plain : `${plain.slice(0, plain.lastIndexOf(' ', 59))} …`
}
