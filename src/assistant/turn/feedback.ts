import type { Answer } from '../../answers/answer.ts'
import { maskQuestion } from '../../answers/mask-question.ts'
import { type Card, card, feedbackAction } from '../../chat/card.ts'
import type { Judged } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import type { AssistantDeps } from '../deps.ts'
import type { Turn } from './turn.ts'

/** Answers of one conversation that can still be judged. */
const mostAnswers = 12
const longestText = 500
const longestWord = 1_000
/** The form in which a person says what was wrong. */
const wordAction = 'feedback-word'

/** The card of an answer with the menu to judge it; what the menu means is kept with the conversation. */
export function judgeable(turn: Turn, question: string, answer: Answer): Card {
  const { feedback } = turn.texts
  const id = turn.newId('answer')
  const kept = {
    id,
    question: question.slice(0, longestText),
    text: answer.text.slice(0, longestText),
    assignment: answer.assignments.length === 1 ? answer.assignments[0]! : null,
    at: turn.now.toString({ timeZoneName: 'never' }),
  }
  turn.conversation = { ...turn.conversation, answers: [...turn.conversation.answers, kept].slice(-mostAnswers) }
  return {
    ...answer.card,
    feedback: { answer: id, label: feedback.menu, right: feedback.right, wrong: feedback.wrong },
  }
}

/** Judging answers: by the menu under one, by words about the last one, and saying afterwards what was wrong. */
export function createFeedback({ storage, count }: Pick<AssistantDeps, 'storage' | 'count'>) {
  /** Thanks where the platform does not; a wrong answer may be explained. */
  function thank(turn: Turn, answer: string, judged: Judged): void {
    const { feedback } = turn.texts
    const asksWord = judged.verdict === 'wrong' && judged.word === null
    turn.reply({
      where: 'private',
      card: card(
        { type: 'text', text: judged.verdict === 'right' ? feedback.thanksRight : feedback.thanksWrong },
        asksWord && {
          type: 'form',
          title: feedback.what,
          action: wordAction,
          step: answer,
          submit: feedback.send,
          buttonLabel: feedback.say,
          elements: [{ type: 'input', name: 'word', label: feedback.whatLabel, multiline: true }],
        },
        asksWord && {
          type: 'buttons',
          buttons: [
            {
              kind: 'action',
              label: feedback.afterAll,
              action: feedbackAction,
              step: '',
              values: { answer, verdict: 'right' },
            },
          ],
        },
      ),
    })
  }

  async function judge(
    turn: Turn,
    answer: string,
    verdict: Judged['verdict'],
    word: string | null,
    quiet: boolean,
  ): Promise<void> {
    const { answers } = turn.conversation
    const index = answers.findIndex(({ id }) => id === answer)
    const about = answers[index]
    if (!about) {
      if (!quiet) turn.reply({ card: card({ type: 'text', text: turn.texts.feedback.gone }), where: 'private' })
      return
    }
    const judged: Judged = {
      id: idOf(answer, turn.message.person.id),
      verdict,
      word: wordOf(word),
      question: maskQuestion(about.question),
      answer: about.text,
      history: answers.slice(Math.max(0, index - 2), index).flatMap(({ question, text }) => [
        { role: 'user' as const, text: maskQuestion(question) },
        { role: 'assistant' as const, text },
      ]),
      assignment: about.assignment,
      now: about.at,
      at: turn.now.toInstant().toString(),
    }
    const before = await storage.feedback.get(judged.id)
    keep(turn, judged)
    if (before?.verdict !== verdict) count('feedback', { verdict })
    if (!quiet) thank(turn, answer, judged)
  }

  function keep(turn: Turn, judged: Judged): void {
    turn.write((stores) => stores.feedback.save(judged, { conversation: turn.message.conversation }))
  }

  return {
    /** "klopt niet", said about the last answer here; false when there is none. */
    async judgeLast(turn: Turn, word: string | null): Promise<boolean> {
      const last = turn.conversation.answers.at(-1)
      if (!last) return false
      await judge(turn, last.id, 'wrong', word, false)
      return true
    },
    /** True when the button or form was one of these. */
    async handleAction(turn: Turn): Promise<boolean> {
      const { action, person } = turn.message
      if (action?.name === feedbackAction) {
        const { answer = '', verdict, word, quiet } = action.values
        if (verdict !== 'right' && verdict !== 'wrong') return false
        await judge(turn, answer, verdict, word ?? null, quiet === 'yes')
        return true
      }
      if (action?.name !== wordAction) return false
      // Looked up by who sends it: what a form carries is anybody's to invent, and nobody explains another's judgement.
      const judged = await storage.feedback.get(idOf(action.step, person.id))
      if (judged) keep(turn, { ...judged, word: wordOf(action.values['word'] ?? null) })
      const { noted, gone } = turn.texts.feedback
      turn.reply({ card: card({ type: 'text', text: judged ? noted : gone }), where: 'private' })
      return true
    },
  }
}

/** One judgement for each answer and person. */
function idOf(answer: string, person: string): string {
  return idFromKey(`feedback:${answer}:${person}`)
}

function wordOf(said: string | null): string | null {
  return (
    maskQuestion(said ?? '')
      .trim()
      .slice(0, longestWord) || null
  )
}
