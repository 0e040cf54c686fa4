/** A published question with its answer; offsets into the text they stand in. */
export type Answered = { question: string; answer: string; start: number; end: number; answerStart: number }

const question = /^[\s>*•-]*(?:\d{1,3}\s*[.):]\s*)?(?:vraag|question|v|q)\s*\d*\s*[.):–-]\s*/i
const answer = /^[\s>*•-]*(?:\d{1,3}\s*[.):]\s*)?(?:antwoord|answer|reactie|a)\s*\d*\s*[.):–-]\s*/i

/**
 * The questions and answers of a published list: "Vraag 1: … Antwoord: …", or a line that ends in a question mark with what
 * follows it.
 */
export function answeredOf(text: string): Answered[] {
  const found: Answered[] = []
  let open: { question: string; start: number } | null = null
  let last: Answered | null = null
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0]
    if (line.trim() === '') continue
    const start = match.index + (line.length - line.trimStart().length)
    const end = match.index + line.trimEnd().length
    const both = /^(.*?\?)\s*(?:antwoord|answer|a)\s*[:.]\s*(.+)$/i.exec(line)
    if (both) {
      last = {
        question: both[1]!.replace(question, ''),
        answer: both[2]!.trim(),
        start,
        end,
        answerStart: match.index + line.indexOf(both[2]!),
      }
      found.push(last)
      open = null
    } else if (question.test(line) || /\?\s*$/.test(line)) {
      open = { question: line.replace(question, '').trim(), start }
      last = null
    } else if (open !== null || answer.test(line)) {
      const lead = answer.exec(line)?.[0].length ?? line.length - line.trimStart().length
      last = {
        question: open?.question ?? '',
        answer: line.slice(lead).trim(),
        start: open?.start ?? start,
        end,
        answerStart: match.index + lead,
      }
      found.push(last)
      open = null
    } else if (last !== null) {
      last.answer += ` ${line.trim()}`
      last.end = end
    }
  }
  return found
}

/** The lines of a posting that print a question with its answer behind or below it ("Vraag 2: …?"); needs two of them, so that no single question counts. */
export function questionLines({
  lines,
  text,
}: {
  lines: { index: number; start: number; text: string }[]
  text: string
}): Set<number> {
  const printed = lines.filter(({ text: line }) => question.test(line) && /\?/.test(line))
  if (printed.length < 2) return new Set()
  const pairs = answeredOf(text)
  return new Set(
    printed
      .filter(({ start }) => pairs.some((pair) => pair.start <= start && start < pair.answerStart))
      .map(({ index }) => index),
  )
}

/** The text with its questions blanked out, so that offsets stay and only what is answered is read. */
export function withoutQuestions(text: string): string {
  const pairs = answeredOf(text)
  let rest = text
  for (const { start, answerStart } of pairs)
    rest = rest.slice(0, start) + rest.slice(start, answerStart).replace(/[^\n]/g, ' ') + rest.slice(answerStart)
  return rest.replace(/^[^\n]*\?[ \t]*$/gm, (line) => ' '.repeat(line.length))
}
