import { afterwards } from './interview-afterwards.ts'
import { buttons } from './interview-buttons.ts'
import { card } from './interview-card.ts'
import { criteria } from './interview-criteria.ts'
import { gaps } from './interview-gaps.ts'
import { handingIn } from './interview-handing-in.ts'
import { intake } from './interview-intake.ts'
import { moving } from './interview-moving.ts'
import { overview } from './interview-overview.ts'

/** The guided conversation, one file a part of it. */
export const interview = {
  ...buttons,
  ...intake,
  ...overview,
  ...criteria,
  ...gaps,
  ...card,
  ...afterwards,
  ...handingIn,
  ...moving,
}
