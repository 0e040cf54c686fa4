import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { closeParsers, readDocument } from '../../src/documents/read-document.ts'
import type { ShownEntry } from '../../src/platforms/web/shown.ts'
import { exampleCv, nextWords } from '../house/scoring-walk.ts'
import { type Composed, type Visitor, visit } from '../house/visitor.ts'
import { type Cluster, insist } from './cluster.ts'

/** What a conversation looked like after each step that was answered. */
export type Course = Said[][]

type Said = { from: string; text: string; files: number }

export type Person = {
  /** The cookie that makes this person. */
  cookie: string
  done: boolean
  /** Waited in vain for what the undisturbed person saw. */
  stuck: boolean
  /** How often a process died since the last answer. */
  killsInStep: number
  /** How often one died while this person was scoring. */
  kills: number
  course: Course
}

/** Plain text: what is tried here is not the parser of a file format. */
export const plainCv = {
  name: 'cv.txt',
  bytes: Buffer.from((await readDocument(exampleCv.bytes, exampleCv.name)).text),
}
closeParsers()

const patienceMs = 240_000

export function newPerson(name: string): Person {
  return { cookie: `maatstaf=${name.padEnd(32, '0')}`, done: false, stuck: false, killsInStep: 0, kills: 0, course: [] }
}

/**
 * One person scores a candidate in the web chat, to the confirmed card; what is not acknowledged is sent again under its key, as the page
 * does. `as` is the course of somebody who was not disturbed: each step waits until the screen shows the same; null: until `settled`.
 */
export async function score(
  cluster: Cluster,
  person: Person,
  as: Course | null,
  settled: () => Promise<boolean>,
): Promise<void> {
  const { cookie, course } = person
  const visitors = new Map<string, Promise<Visitor>>()
  const visitor = () => {
    const url = cluster.url()
    const known = visitors.get(url) ?? visit(url, { cookie })
    visitors.set(url, known)
    known.catch(() => visitors.delete(url))
    return known
  }
  const look = () => insist(async () => (await visitor()).entries())
  for (let step = 0; step < 30; step++) {
    const words = nextWords(await look(), plainCv)
    if (!words) break
    const composed: Composed = await insist(async () => (await visitor()).compose(words))
    const key = `${cookie.slice(9)}-${String(step).padStart(2, '0')}`
    await insist(async () => {
      const status = await (await visitor()).post(composed, key)
      return status === 200 ? status : null
    })
    const end = performance.now() + patienceMs
    for (;;) {
      const shown = (await look()).map(asSaid)
      const isThere = as ? isDeepStrictEqual(shown, as[step]) : await settled()
      if (isThere) {
        course.push(as ? shown : (await look()).map(asSaid))
        break
      }
      // What is there now is compared at the end, where the difference is shown.
      if (performance.now() > end) {
        person.stuck = true
        return void course.push(shown)
      }
      await sleep(120)
    }
    person.killsInStep = 0
  }
  person.done = true
}

/** The clock begins anew with each process. */
const asSaid = ({ from, text, files }: ShownEntry): Said => ({
  from,
  text: text.replace(/\b10:\d\d uur/g, 'nu'),
  files: files.length,
})
