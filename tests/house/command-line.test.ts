import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { closeParsers } from '../../src/documents/read-document.ts'
import { openTestHouse, type TestHouse } from '../assistant/open-house.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { engines, type Place } from '../storage/engines.ts'
import { endAll, environmentOf, newFolder, runCli, startMain } from './running.ts'
import { command, type Told } from './shell.ts'

const folder = newFolder('shell')
const postings = join(folder.path, 'postings')
const examples = resolve(import.meta.dirname, '../../examples/postings')
const at = (name: string) => join(folder.path, name)
const now = ['--now', '2026-07-10T10:00:00+02:00']

beforeAll(() => {
  mkdirSync(postings)
  writeFileSync(join(postings, '70412.txt'), samplePosting)
  writeFileSync(join(postings, 'README.md'), '# not a posting')
  writeFileSync(at('uitvraag.txt'), samplePosting)
  writeFileSync(at('cv.txt'), sampleCv)
})
// Processes start slowly on a machine with busy neighbours.
vi.setConfig({ testTimeout: 180_000 })

afterAll(async () => {
  endAll()
  await closeParsers()
  folder.remove()
})

const facts = z.array(
  z.object({
    field: z.string(),
    value: z.unknown(),
    quote: z.string(),
    start: z.number(),
    end: z.number(),
    certainty: z.string(),
  }),
)
const deadline = z.object({
  kind: z.enum(['submission', 'questions', 'answers', 'interviews', 'start']),
  at: z.string().nullable(),
  quote: z.string(),
})
const posting = z.object({
  id: z.string(),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  deadlines: z.array(deadline),
  knockouts: z.array(z.unknown()),
  awards: z.array(z.unknown()),
  conflicts: z.array(z.unknown()),
  facts,
})
const answer = z.strictObject({
  id: z.string().optional(),
  text: z.string().min(1),
  answered: z.boolean(),
  kind: z.enum(['fact', 'computed', 'not-stated', 'conflict', 'clarify', 'out-of-scope']),
  assignments: z.array(z.string()),
  quotes: z.array(z.object({ assignment: z.string(), text: z.string() })),
})
const heard = z.object({
  id: z.string().optional(),
  answers: z.boolean(),
  assignment: z.string().nullable(),
  why: z.string(),
})
const months = z.object({ atLeast: z.number(), atMost: z.number() })
const evidence = z.array(
  z.object({
    quote: z.string(),
    page: z.number().nullable(),
    source: z.enum(['cv', 'explanation', 'motivation']),
  }),
)
const points = z.object({ value: z.number(), low: z.number(), high: z.number() })
const scored = z.object({
  assignment: z.string(),
  asOf: z.string(),
  knockouts: z.record(
    z.string(),
    z.object({
      decision: z.enum(['meets', 'fails', 'unclear']),
      months: months.nullable(),
      window: z.object({ from: z.string(), to: z.string() }).nullable(),
      evidence,
      rule: z.unknown(),
      questions: z.array(z.string()),
    }),
  ),
  awards: z.record(
    z.string(),
    z.object({
      level: z.enum(['explicit', 'indirect', 'absent']),
      points,
      evidence,
      rule: z.unknown(),
      months: months.nullable().optional(),
    }),
  ),
  total: points,
  cv: z.object({ pages: z.number().nullable(), language: z.string(), references: z.number(), format: z.string() }),
  hidden: z.array(z.unknown()),
  warnings: z.array(z.unknown()),
  engine: z.enum(['rules', 'model']),
})
const digest = z.object({
  date: z.string(),
  items: z.array(
    z.object({
      assignment: z.string(),
      kind: z.string(),
      at: z.string(),
      daysLeft: z.number().int(),
      text: z.string(),
    }),
  ),
  text: z.string(),
})
const listed = z.array(
  z.object({
    id: z.string(),
    title: z.string().nullable(),
    organisation: z.string().nullable(),
    state: z.string(),
    deadlines: z.array(deadline),
  }),
)
const added = z.strictObject({
  id: z.string(),
  status: z.enum(['added', 'unchanged', 'updated']),
  changes: z.array(z.unknown()),
})

/** The one JSON document that a command printed, and nothing beside it. */
function json<T>(shape: z.ZodType<T>, { code, out, err }: Told): T {
  expect(err).toBe('')
  expect(code).toBe(0)
  return shape.parse(JSON.parse(out))
}

/** One JSON document a line. */
function lines<T>(shape: z.ZodType<T>, { code, out }: Told): T[] {
  expect(code).toBe(0)
  return out
    .trim()
    .split('\n')
    .map((line) => shape.parse(JSON.parse(line)))
}

/** As in a shell that has only a folder of postings. */
const alone = (...args: string[]) => command(null, [...args, '--postings', postings, ...now], { cwd: folder.path })

describe('with --postings', () => {
  it('every question about the folder is answered without opening storage', async () => {
    expect(json(answer, await alone('ask', 'wanneer sluit 70412?', '--json'))).toMatchObject({
      answered: true,
      assignments: ['70412'],
    })
    expect(json(heard, await alone('listen', 'weet iemand hoe laat 70412 sluit?', '--json')).answers).toBe(true)
    expect(json(heard, await alone('listen', 'lunch?', '--json'))).toMatchObject({ answers: false, assignment: null })
    expect(json(listed, await alone('list', '--json')).map(({ id }) => id)).toEqual(['70412'])
    expect(json(digest, await alone('digest', '--date', '2026-07-10', '--json'))).toMatchObject({
      date: '2026-07-10',
      items: [{ assignment: '70412', kind: 'questions', daysLeft: 10 }],
    })
    const card = json(scored, await alone('score', '70412', 'cv.txt', '--json', '--rate', '92,50'))
    expect(Object.keys(card.knockouts)).toEqual(['1', '2'])
    expect(Object.keys(card.awards)).toEqual(['3', '4'])
    expect(card.engine).toBe('rules')
  })

  it('a batch gives one line for each line, with its id, its own clock, history and catalogue', async () => {
    writeFileSync(
      at('vragen.jsonl'),
      [
        { id: 'a', question: 'wanneer sluit 70412?', context: null, now: '2026-07-22T09:00:00+02:00' },
        {
          id: 'b',
          question: 'en de schaal?',
          history: [
            { role: 'user', text: 'wanneer sluit 70412?' },
            { role: 'assistant', text: '23 juli' },
          ],
        },
        { id: 'c', question: 'wanneer sluit 70412?', catalogue: [] },
        { id: 'd', question: 'hoe lang duurt het?', context: '70412' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    )
    const answers = lines(answer, await alone('ask', '--batch', 'vragen.jsonl'))
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(answers.map(({ answered }) => answered)).toEqual([true, true, false, true])
    expect(answers[0]?.text).toMatch(/morgen|een dag/i)
    expect(answers[1]?.text).toContain('11')
    writeFileSync(at('berichten.jsonl'), '{"id":"x","text":"lunch?"}\n{"id":"y","text":"hoe laat sluit 70412?"}\n')
    expect(lines(heard, await alone('listen', '--batch', 'berichten.jsonl')).map(({ answers }) => answers)).toEqual([
      false,
      true,
    ])
  })

  it('answers in English when asked in English or told to, and reads times with --now', async () => {
    expect((await alone('ask', 'when does 70412 close?')).out).toMatch(/Thursday 23 July 2026/)
    expect((await alone('ask', 'wanneer sluit 70412?', '--lang', 'en')).out).toMatch(/Thursday 23 July 2026/)
    expect((await alone('list', '--lang', 'en')).out).not.toMatch(/sluit/)
    expect((await alone('digest', '--lang', 'en')).out).toMatch(/July/)
  })

  it('the real program makes no data directory, and reads a posting from standard input', async () => {
    const empty = newFolder('empty')
    const environment = { MAATSTAF_DATA_DIR: join(empty.path, 'data') }
    const asked = await runCli(['ask', 'wanneer sluit 70412?', '--json', '--postings', postings, ...now], environment)
    expect(json(answer, { ...asked, code: asked.code ?? -1 }).answered).toBe(true)
    const read = await runCli(['read', '-', '--json'], environment, { input: samplePosting, cwd: empty.path })
    expect(json(posting, { ...read, code: read.code ?? -1 }).title).toBe('Projectleider duurzame mobiliteit')
    expect(readdirSync(empty.path)).toEqual([])
    empty.remove()
  })
})

describe('reading', () => {
  it.each(readdirSync(examples).filter((name) => name !== 'README.md'))(
    '%s has every key, each fact with its quote',
    async (name) => {
      const told = json(posting, await command(null, ['read', join(examples, name), '--json']))
      expect(told.id).toBe(name.replace(/\.\w+$/, ''))
      expect(told.facts.length).toBeGreaterThan(5)
    },
  )
})

describe('the stored catalogue', () => {
  let place: Place
  let test: TestHouse
  const run = (...args: string[]) => command(test.house, args, { cwd: folder.path })

  beforeAll(async () => {
    place = await engines[0]!.newPlace()
    test = await openTestHouse(place)
  })
  afterAll(async () => {
    await test.house.close()
    await engines[0]!.drop(place)
  })

  it('takes a posting once: added, unchanged, and updated with what changed', async () => {
    expect(json(added, await run('add', 'uitvraag.txt', '--json'))).toEqual({
      id: '70412',
      status: 'added',
      changes: [],
    })
    expect(json(added, await run('add', 'uitvraag.txt', '--json')).status).toBe('unchanged')
    const changed = samplePosting.replaceAll('donderdag 23 juli 2026', 'maandag 27 juli 2026')
    const told = json(added, await command(test.house, ['add', '-', '--json'], { input: changed }))
    expect(told.status).toBe('updated')
    expect(JSON.stringify(told.changes)).toContain('2026-07-27')
    expect(json(listed, await run('list', '--json', ...now))[0]?.deadlines).toContainEqual(
      expect.objectContaining({ kind: 'submission', at: '2026-07-27T12:00:00+02:00' }),
    )
  })

  it('names a posting by its number, else by its file, else by its title', async () => {
    const unnumbered = samplePosting.replace(/Aanvraagnummer\t70412\t/, '')
    writeFileSync(at('zonder_Nummer.v2.txt'), unnumbered)
    expect(json(added, await run('add', 'zonder_Nummer.v2.txt', '--json')).id).toBe('zonder_Nummer.v2')
    const piped = json(added, await command(test.house, ['add', '-', '--json'], { input: unnumbered }))
    expect(piped.id).toMatch(/^projectleider-duurzame-mobiliteit/)
    for (const id of ['zonder_Nummer.v2', piped.id]) expect((await run('remove', id, '--json')).code).toBe(0)
  })

  it('is listed whole, open only, or closing soon', async () => {
    const ids = async (...args: string[]) => json(listed, await run('list', '--json', ...args)).map(({ id }) => id)
    expect(await ids(...now)).toEqual(['70412'])
    expect(await ids('--closing', '7d', ...now)).toEqual([])
    expect(await ids('--closing', '7d', '--now', '2026-07-22T10:00:00+02:00')).toEqual(['70412'])
    expect(await ids('--open', '--now', '2026-09-01T10:00:00+02:00')).toEqual([])
    expect(await ids('--now', '2026-09-01T10:00:00+02:00')).toEqual(['70412'])
  })

  it('gives what is stored to rank, audit, check, feedback, backup and rewrap', async () => {
    expect(
      json(
        z.object({ assignment: z.literal('70412'), places: z.array(z.unknown()) }),
        await run('rank', '70412', '--json'),
      ).places,
    ).toEqual([])
    expect(
      json(z.object({ ok: z.literal(true), rows: z.number() }), await run('audit', 'verify', '--json')).rows,
    ).toBeGreaterThan(0)
    const row = z.object({ who: z.string(), what: z.string(), at: z.string(), seq: z.number(), hash: z.string() })
    expect(lines(row, await run('audit', 'export')).length).toBeGreaterThan(0)
    const checks = z.object({
      ok: z.boolean(),
      switches: z.record(z.string(), z.boolean()),
      checks: z.array(z.object({ what: z.string(), ok: z.boolean() })),
    })
    expect(json(checks, await run('check', '--json')).switches).toEqual({ slack: false, teams: false, model: false })
    const checked = await run('check')
    expect(checked.code).toBe(0)
    expect(checked.out).toMatch(/^ {2}aan +configuratie$/m)
    expect(checked.out).toMatch(/^ {2}uit +Slack: vul SLACK_BOT_TOKEN in .env in om het aan te zetten$/m)
    expect(checked.out).toContain('Alles wat aan staat, werkt.')
    expect((await run('feedback')).code).toBe(0)
    expect((await run('backup', at('kopie'))).code).toBe(0)
    expect(existsSync(at('kopie'))).toBe(true)
    expect(json(z.object({ keys: z.number() }), await run('rewrap', '--json'))).toBeDefined()
  })
})

it('a backup goes into an empty directory and everything is there again; into a filled one it does not', async () => {
  const [from, to] = [await engines[0]!.newPlace(), await engines[0]!.newPlace()]
  const copy = join(folder.path, 'kopie.backup')
  expect((await runCli(['add', at('uitvraag.txt')], environmentOf(from))).code).toBe(0)
  expect((await runCli(['backup', copy], environmentOf(from))).code).toBe(0)
  expect(await runCli(['restore', copy], environmentOf(to))).toMatchObject({ code: 0, out: 'Teruggezet.\n' })
  expect((await runCli(['list'], environmentOf(to))).out).toContain('70412')
  expect((await runCli(['restore', copy], environmentOf(from))).code).toBe(1)
  for (const place of [from, to]) await engines[0]!.drop(place)
})

it('check tells what to mend, with an exit code for scripts', async () => {
  const place = await engines[0]!.newPlace()
  const environment = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'ergens' }
  const { house } = await openTestHouse(place, { environment })
  const told = await command(house, ['check'])
  expect(told.code).toBe(1)
  expect(told.out).toMatch(/^ {2}stuk +taalmodel ergens: de server van OPENAI_BASE_URL antwoordt niet/m)
  expect(told.out).toContain('Herstel wat stuk is')
  await house.close()
  await engines[0]!.drop(place)
})

describe('exit codes: one line that says what is wrong', () => {
  it.each([
    [2, ['bestaat-niet']],
    [2, ['ask']],
    [2, ['read']],
    [2, ['read', 'a', 'b']],
    [2, ['list', '--sluitend', '7d']],
    [2, ['list', '--closing', 'week', '--postings', postings]],
    [2, ['ask', 'x', '--postings', postings, '--now', 'gisteren']],
    [2, ['ask', 'x', '--postings', postings, '--lang', 'de']],
    [2, ['digest', '--postings', postings, '--date', '31-12-2026']],
    [2, ['score', '70412', at('cv.txt'), '--postings', postings, '--rate', 'veel']],
    [2, ['score', '70412', at('cv.txt'), '--postings', postings, '--engine', 'gevoel']],
    [2, ['eval', '--engine', 'gevoel']],
    [1, ['read', at('is-er-niet.txt')]],
    [1, ['ask', 'x', '--postings', at('is-er-niet')]],
    [1, ['score', '99999', at('cv.txt'), '--postings', postings]],
    [1, ['score', '70412', at('is-er-niet.pdf'), '--postings', postings]],
    [1, ['ask', '--batch', at('cv.txt'), '--postings', postings]],
    [1, ['ask', 'x', '--history', at('cv.txt'), '--postings', postings]],
  ])('%i for %j', async (code, args) => {
    const told = await command(null, args)
    expect(told).toMatchObject({ code, out: '' })
    expect(told.err.trim().split('\n')).toHaveLength(1)
    expect(told.err).not.toMatch(/Error|undefined|\bat \//)
    const english = args.includes('--lang') ? told : await command(null, [...args, '--lang', 'en'])
    expect(english.code).toBe(code)
    if (!args.includes('--lang')) expect(english.err).not.toBe(told.err)
  })

  it('1 for a batch line with an impossible clock, named by its line', async () => {
    writeFileSync(at('fout.jsonl'), '{"id":"a","question":"wanneer sluit 70412?","now":"morgen"}\n')
    const told = await alone('ask', '--batch', 'fout.jsonl')
    expect(told.code).toBe(1)
    expect(told.err).toContain('1')
  })

  it('3 when the system is at fault', async () => {
    expect((await command(null, ['list'])).code).toBe(3)
  })
})

describe('while a process runs on the directory', () => {
  it('the command line talks to it: ask, list, add, chat, and its exit codes come back', async () => {
    const place = await engines[0]!.newPlace()
    const environment = environmentOf(place, { MAATSTAF_NOW: '2026-10-14T10:00:00+02:00' })
    const running = await startMain(environment)
    const cli = (args: string[], input?: string) =>
      runCli(args, environment, { cwd: folder.path, ...(input ? { input } : {}) })
    const [asked, list, gone, add] = await Promise.all([
      cli(['ask', 'wanneer sluit 70412?', '--json']),
      cli(['list', '--json']),
      cli(['remove', 'bestaat-niet']),
      cli(['add', '-', '--json'], samplePosting.replaceAll('70412', '80523')),
    ])
    expect(answer.parse(JSON.parse(asked.out)).quotes.length).toBeGreaterThan(0)
    expect(listed.parse(JSON.parse(list.out)).length).toBeGreaterThanOrEqual(4)
    expect(gone).toMatchObject({ code: 1, out: '' })
    expect(added.parse(JSON.parse(add.out))).toMatchObject({ id: '80523', status: 'added' })
    const chat = await cli(['chat'], 'welke schaal is 80523?\nen de duur?\n')
    expect(chat.code).toBe(0)
    expect(chat.out).toMatch(/11[\s\S]*12 maanden/)
    expect(chat.out.match(/functieschaal/gi)?.length ?? 0).toBeGreaterThan(0)
    await running.stop()
    await engines[0]!.drop(place)
  })
})
