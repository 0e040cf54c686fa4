import { dateKind } from './date-kind.ts'
import { labelField } from './labels.ts'

/** "Uren per week: 24" is a label with its value, not a heading. */
export function colonIsLabel(text: string): boolean {
  const match = /^([^:]{2,70}):\s+\S/.exec(text)
  return match !== null && (labelField(match[1]!) !== null || dateKind(match[1]!) !== null)
}
