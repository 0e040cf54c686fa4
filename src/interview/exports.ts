import { card } from '../chat/card.ts'
import type { Intent } from './commands.ts'
import { ownsCandidate, refused } from './ownership.ts'
import { audit, button, buttons, type Turn } from './turn.ts'

/** Files that are made of an assessment: at any time, also before it is confirmed. */
export function exportFile(turn: Turn, intent: Intent): boolean {
  const what = (
    {
      report: 'report-page',
      'report-name': 'report-page',
      'report-docx': 'report-docx',
      'reading-guide': 'reading-guide',
      'candidate-edition': 'candidate-edition',
      data: 'data',
    } as const
  )[intent.name]
  const { assessment, t } = turn
  if (!what || !assessment) return false
  if (what === 'data' && refused(turn, 'export')) return true
  const owner = ownsCandidate(turn)
  const named = intent.name === 'report-name' || intent.values['name'] === 'yes'
  const tag = `export-${what}-${turn.state.turn}`
  turn.replies.push({
    card: card(
      { type: 'text', text: named && !owner ? t.onlyOwnerNames : t.making(what) },
      buttons(
        intent.name === 'report' && button(t.asDocx, 'report-docx'),
        intent.name === 'report' && owner && button(t.withName, 'report-name'),
        button(t.goOn, 'resume'),
      ),
    ),
    tag,
  })
  turn.effects.push({ kind: 'export', what, assessment: assessment.id, tag, showName: named && owner })
  audit(turn, 'exported', { what })
  return true
}
