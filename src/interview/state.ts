import { z } from 'zod'
import type { Career } from '../candidates/candidate.ts'
import type { Action } from '../chat/message.ts'
import { refuseNewer } from '../errors.ts'

/** Where the conversation is: what the last card asked. */
export const places = [
  'assignment',
  'candidate',
  'same-candidate',
  'documents',
  'roles',
  'reading',
  'consent',
  'career',
  'clear',
  'criterion',
  'change',
  'quote',
  'reason',
  'failed',
  'gaps',
  'card',
  'after',
  'rank',
  'prepare',
  'hand-in',
  'outcome',
  'received',
  'share',
  'delete',
] as const
export type Place = (typeof places)[number]

const fileRef = z.object({
  name: z.string(),
  size: z.number().nullable(),
  type: z.string().nullable(),
  role: z.enum(['cv', 'explanation', 'motivation', 'posting']).nullable(),
  ref: z.string(),
})
const kind = z.enum(['cv', 'explanation', 'motivation'])
const place = z.enum(places)
/** Written by candidates/ and only handed back to it, so its shape is looked at no further than what is walked over here. */
const career = z.custom<Career>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Array.isArray((value as { engagements?: unknown }).engagements) &&
    Array.isArray((value as { education?: unknown }).education),
)

/**
 * A field that was added later has a default, so that a state from before goes on where it was, and stands at the top, where a program
 * of before leaves it alone. A new place, or another meaning, is a new version.
 */
const schema = z.object({
  version: z.literal(1),
  /** Counts up whenever a new card takes the place of the last one; buttons of earlier cards are stale. */
  turn: z.int().nonnegative(),
  place,
  /** The person said stop: everything is kept, nothing is asked. */
  paused: z.boolean().default(false),
  assignment: z.string().nullable(),
  candidate: z.string().nullable(),
  assessment: z.string().nullable(),
  intake: z.object({
    code: z.string().nullable(),
    rateEur: z.number().nullable(),
    files: z.array(z.object({ ref: fileRef, kind: kind.nullable() })),
    /** Assignments that fitted what was said, when more than one did. */
    fitting: z.array(z.string()).default([]),
    /** Once the owner said whether a code used before is the same person. */
    same: z.boolean().nullable().default(null),
  }),
  work: z
    .object({
      id: z.string(),
      back: place.nullable(),
      /** Kept until they are read, so that one unreadable file does not cost the others. */
      files: z.array(z.object({ ref: fileRef, kind })).default([]),
    })
    .nullable(),
  /** The reading of the CV that the proposal rests on; becomes the candidate's once confirmed. */
  read: career.nullable(),
  /** Where a changed CV differs from the one before; told once. */
  changes: z
    .array(z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }))
    .default([]),
  consentAsked: z.boolean().default(false),
  /** The criterion in view. */
  key: z.string().nullable(),
  /** A change that still waits for its reason or its number. */
  pending: z
    .object({
      decision: z.enum(['meets', 'fails', 'unclear']).optional(),
      points: z.number().optional(),
      /** Said before it was clear which criterion was meant. */
      reason: z.string().optional(),
    })
    .nullable()
    .default(null),
  /** Keys whose evidence was on screen; a knock-out outside it cannot be confirmed. */
  shown: z.array(z.string()),
  skipped: z.array(z.string()),
  /** Keys that were decided on an earlier version of the documents and changed since. */
  recheck: z.array(z.string()).default([]),
  /** The person asked for the score card: open criteria no longer come by themselves. */
  hurried: z.boolean().default(false),
  /** A file that comes next is a new version of the CV unless its name says otherwise. */
  awaitsCv: z.boolean().default(false),
  /** The buttons and options on screen, so that their words can be typed; `nth` counts from 1 within a list of options. */
  offered: z
    .array(
      z.object({
        label: z.string(),
        name: z.string(),
        values: z.record(z.string(), z.string()),
        nth: z.int().nullable(),
      }),
    )
    .default([]),
  trail: z.array(z.object({ place, key: z.string().nullable() })).default([]),
  ticks: z.array(z.string()).default([]),
  /** The file that is plainly no CV and what it looks like instead; asked about until the person means it to be read all the same. */
  doubted: z.object({ ref: z.string(), like: z.string(), meant: z.boolean() }).nullable().default(null),
})

export type InterviewState = z.infer<typeof schema>

export function freshState(): InterviewState {
  return {
    version: 1,
    turn: 0,
    place: 'assignment',
    paused: false,
    assignment: null,
    candidate: null,
    assessment: null,
    intake: { code: null, rateEur: null, files: [], fitting: [], same: null },
    work: null,
    read: null,
    changes: [],
    consentAsked: false,
    key: null,
    pending: null,
    shown: [],
    skipped: [],
    recheck: [],
    hurried: false,
    awaitsCv: false,
    offered: [],
    trail: [],
    ticks: [],
    doubted: null,
  }
}

/**
 * What was stored, or null when this version cannot go on from it: then the conversation starts again, politely. Throws `stored-newer`:
 * a process of that version goes on with it.
 */
export function parseState(value: unknown): InterviewState | null {
  refuseNewer('scoring', value, 1)
  const parsed = schema.loose().safeParse(value)
  return parsed.success ? parsed.data : null
}

/** What the assistant loads for the next step, and where the conversation stands. */
export function aboutState(state: InterviewState): {
  assignment: string | null
  candidate: string | null
  assessment: string | null
  /** Id of the reading that is under way. */
  work: string | null
  waitingForFiles: boolean
  /** Carried by every button of the current card. */
  step: string
} {
  return {
    assignment: state.assignment,
    candidate: state.candidate,
    assessment: state.assessment,
    work: state.work?.id ?? null,
    waitingForFiles: !state.paused && ['candidate', 'documents', 'roles'].includes(state.place),
    step: stepOf(state),
  }
}

export function stepOf(state: InterviewState): string {
  return `${state.place}#${state.turn}`
}

/** True where nothing is asked at the moment: no scoring runs, or it was stopped. */
export function isIdle(state: InterviewState | null): boolean {
  return state === null || state.paused
}

/** True for a button of an earlier card, which changes nothing. */
export function isStale(state: InterviewState, action: Action): boolean {
  return action.step !== stepOf(state)
}
