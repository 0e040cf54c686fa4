import { respond } from '../../src/answers/respond.ts'
import { type Catalogue, createCatalogue } from '../../src/assignments/catalogue.ts'
import { confirmedAssignments } from '../../src/assistant/catalogue/shelf.ts'
import { composeDigest } from '../../src/digest/digest.ts'
import { assignmentLike, fields, modelPosting, places, roles } from '../parts/assignments.ts'
import { type Line, limitLine, ratioLine } from '../parts/line.ts'
import { median, quantile, short } from '../parts/numbers.ts'

const path = 'catalogue'
const now = Temporal.Instant.from('2026-10-15T10:00:00+02:00').toZonedDateTimeISO('Europe/Amsterdam')
const few = 10
const many = 50_000

/** What a question, a digest and an assignment cost among ten and among fifty thousand; and whether the right one is found. */
export async function catalogue(): Promise<Line[]> {
  const small = catalogueOf(few)
  const before = resident()
  const large = catalogueOf(many)
  const perAssignment = (resident() - before) / many
  const [asked, askedLarge] = [await questionTimes(small, 200), await questionTimes(large, 20)]
  const [posted, postedLarge] = [digestTime(small), digestTime(large)]
  const found = await referencesFound()
  return [
    ratioLine(
      {
        path,
        what: `question p95 among ${many}, over that among ${few}`,
        ours: `${short(quantile(askedLarge, 0.95))} ms`,
        beside: `${short(quantile(asked, 0.95))} ms`,
        ratio: quantile(askedLarge, 0.95) / quantile(asked, 0.95),
      },
      null,
    ),
    limitLine(
      { path, what: `question p95 among ${many}`, value: quantile(askedLarge, 0.95), unit: 'ms' },
      { atMost: 1000 },
    ),
    ratioLine(
      {
        path,
        what: `digest among ${many}, over that among ${few}, per assignment`,
        ours: `${short(postedLarge)} ms`,
        beside: `${short(posted)} ms`,
        ratio: postedLarge / many / (posted / few),
      },
      { atMost: 1 },
    ),
    limitLine(
      { path, what: 'memory per assignment without its own text', value: perAssignment / 1024, unit: 'kB' },
      { atMost: 10 },
    ),
    limitLine(
      { path, what: 'the right one found among 300 open look-alikes', value: found * 100, unit: '%' },
      { atLeast: 97 },
    ),
  ]
}

function resident(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function catalogueOf(count: number): Catalogue {
  const model = modelPosting()
  const made = createCatalogue()
  for (let i = 0; i < count; i++) {
    const place = `${places[i % places.length]}${i % 97 === 0 ? '' : ` ${String.fromCharCode(65 + (i % 26))}`}`
    const title = `${roles[i % roles.length]} ${fields[(i * 7) % fields.length]} en ${fields[(i * 3 + 1) % fields.length]}`
    // However many there are, half of them are closed and the rest close in the next two hundred days.
    const closes = now.subtract({ days: 200 }).add({ days: (i * 37) % 400, hours: i % 24 })
    made.put(assignmentLike(model, i, { title, organisation: `Gemeente ${place}`, place }, closes))
  }
  return made
}

/** One of each kind: by number, by name, misspelled, free, across, ambiguous, unknown. */
const questions = [
  'wanneer sluit 100007?',
  'is er een vog nodig bij 100003',
  'welk tarief geldt er bij de beleidsadviseur wonen van gemeente Merenwoude B?',
  'wanneer sluit de coordinator onderwjis in Noorderhaven F',
  'hoeveel gemeenten adviseer je daar bij 100005',
  'welke opdrachten sluiten deze week?',
  'bij welke opdrachten is zzp toegestaan?',
  'wat is het hoogste maximumtarief van alle opdrachten',
  'heb je iets in Tielwaard?',
  'wanneer zijn de gesprekken?',
  'wanneer sluit 999999?',
  'which assignments are still open for questions?',
]

async function questionTimes(among: Catalogue, rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const question of questions) {
      const from = performance.now()
      await respond(question, { catalogue: among, now })
      if (round > 1) times.push(performance.now() - from)
    }
  }
  return times
}

function digestTime(among: Catalogue): number {
  return median(
    Array.from({ length: 9 }, () => {
      const from = performance.now()
      composeDigest(confirmedAssignments(among), { date: '2026-10-15', at: now, lang: 'nl' })
      return performance.now() - from
    }),
  )
}

/**
 * Three hundred open assignments that differ from their neighbours in one thing only: ten roles in three fields at ten clients. Each is
 * asked for as people do: role, field and client in full, in another order, with a slip of the pen, and by its number.
 */
async function referencesFound(): Promise<number> {
  const model = modelPosting()
  const alike = createCatalogue()
  const named = places.flatMap((place) =>
    roles.flatMap((role) => fields.slice(0, 3).map((field) => ({ place, role, field }))),
  )
  for (const [i, { place, role, field }] of named.entries()) {
    const closes = now.add({ days: 5 + (i % 20) })
    alike.put(assignmentLike(model, i, { title: `${role} ${field}`, organisation: `Gemeente ${place}`, place }, closes))
  }
  let right = 0
  let asked = 0
  for (const [i, { place, role, field }] of named.entries()) {
    for (const question of [
      `wanneer sluit de ${role.toLowerCase()} ${field} bij de gemeente ${place}?`,
      `gemeente ${place}, ${field}: welke schaal is die ${role.toLowerCase()}?`,
      `wanneer sluit ${slip(role.toLowerCase())} ${field} in ${place}`,
      `is een vog nodig bij ${100_000 + i}?`,
    ]) {
      const { assignments } = await respond(question, { catalogue: alike, now })
      asked += 1
      if (assignments.length === 1 && assignments[0] === `a${i}`) right += 1
    }
  }
  return right / asked
}

/** Two letters in the middle of the word change places. */
function slip(word: string): string {
  const at = Math.floor(word.length / 2)
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}
