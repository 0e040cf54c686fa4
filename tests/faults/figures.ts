import { appendFileSync } from 'node:fs'

/** What one trial came to. `hit`: conversations, or questions, under way when a process was killed, each time counted. */
export type Figures = {
  what: 'scorings' | 'questions in Slack' | 'questions in Teams'
  engine: string
  replicas: number
  kills: number
  hit: number
  conversations: number
  /** What else is worth knowing. */
  note?: string
}

/** Says it, and writes it down for bench/trials.ts. */
export function tellFigures(figures: Figures): void {
  const { what, engine, replicas, kills, hit, conversations, note } = figures
  console.info(
    `${replicas} × ${engine}: ${kills} kills, ${hit} times one of ${conversations} ${what} under way${note ? `; ${note}` : ''}`,
  )
  const file = process.env['FAULT_REPORT']
  if (file) appendFileSync(file, `${JSON.stringify(figures)}\n`)
}
