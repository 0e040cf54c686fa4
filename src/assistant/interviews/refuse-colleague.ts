import type { Candidate } from '../../candidates/record.ts'
import { card } from '../../chat/card.ts'
import type { Right } from '../../interview/ownership.ts'
import type { Turn } from '../turn/turn.ts'

/** Outside the guided conversation: with whom a candidate was shared asked for what is the owner's. */
export function refuseColleague(turn: Turn, right: Right, { id, code }: Candidate): void {
  turn.audit('not-the-owner', { candidate: id, right })
  const text = turn.texts.interview.onlyOwner[right](code)
  turn.reply({ card: card({ type: 'notice', tone: 'warning', text }), about: [id] })
}
