import { ask } from './ask.ts'
import { audit } from './audit.ts'
import { backup, restore, rewrap } from './backup.ts'
import { bench } from './bench.ts'
import { add, list, remove } from './catalogue.ts'
import { chat } from './chat.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { digest } from './digest.ts'
import { evaluate } from './eval.ts'
import { feedback } from './feedback.ts'
import { listenCommand } from './listen.ts'
import { exportCandidate, forget } from './person-rights.ts'
import { rank } from './rank.ts'
import { read } from './read.ts'
import { replay } from './replay.ts'
import { retention } from './retention.ts'
import { score } from './score.ts'

/** Every command of the shell, in the order of the help. */
export const commands: Command[] = [
  read,
  add,
  list,
  remove,
  ask,
  listenCommand,
  score,
  rank,
  digest,
  chat,
  forget,
  exportCandidate,
  retention,
  audit,
  replay,
  check,
  feedback,
  backup,
  restore,
  rewrap,
  evaluate,
  bench,
]
