import type { Line } from './line.ts'

type Path = {
  measure: () => Promise<Line[]>
  /** It is given up after this many minutes, so that a table always comes. */
  limitMinutes: number
  /** Not part of the table unless it is named. */
  onDemand?: true
}

const soakMinutes = Number(process.env['MINUTES'] ?? 60)
const loadMinutes = Number(process.env['MINUTES'] ?? 10)

/** Every path that can be measured, in the order of the table. */
export const paths: Record<string, Path> = {
  acknowledgement: {
    measure: async () => (await import('../lines/acknowledgement.ts')).acknowledgement(),
    limitMinutes: 6,
  },
  'acknowledgement-teams': {
    measure: async () => (await import('../lines/acknowledgement-teams.ts')).acknowledgementTeams(),
    limitMinutes: 6,
  },
  question: { measure: async () => (await import('../lines/question.ts')).question(), limitMinutes: 8 },
  felt: { measure: async () => (await import('../lines/felt.ts')).felt(), limitMinutes: 10 },
  digest: { measure: async () => (await import('../lines/digest.ts')).digest(), limitMinutes: 5 },
  reading: { measure: async () => (await import('../lines/reading.ts')).reading(), limitMinutes: 5 },
  catalogue: { measure: async () => (await import('../lines/catalogue.ts')).catalogue(), limitMinutes: 10 },
  start: { measure: async () => (await import('../lines/start.ts')).start(), limitMinutes: 8 },
  memory: { measure: async () => (await import('../lines/memory.ts')).memory(), limitMinutes: 15 },
  model: { measure: async () => (await import('../lines/model-cost.ts')).modelCost(), limitMinutes: 5 },
  replicas: { measure: async () => (await import('../lines/replicas.ts')).replicas(), limitMinutes: 15 },
  stall: { measure: async () => (await import('../lines/stall.ts')).stall(), limitMinutes: 5, onDemand: true },
  load: {
    measure: async () => (await import('../lines/load.ts')).load(),
    // What one process cannot answer at once waits, and is waited for.
    limitMinutes: loadMinutes * 8 + 10,
    onDemand: true,
  },
  soak: {
    measure: async () => (await import('../lines/soak.ts')).soak(),
    limitMinutes: soakMinutes * 1.5 + 5,
    onDemand: true,
  },
}
