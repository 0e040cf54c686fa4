import { describe, expect, it } from 'vitest'
import { read } from './reading.ts'

const posting = (...lines: string[]) =>
  read(['Projectleider wonen', 'Opdrachtgever: Gemeente Proefdam', ...lines].join('\n')).posting
const submissions = (...lines: string[]) =>
  posting(...lines)
    .deadlines.filter(({ kind }) => kind === 'submission')
    .map(({ at }) => at)
const conflicts = (...lines: string[]) => posting(...lines).conflicts.map(({ field }) => field)

describe('the submission deadline', () => {
  it('takes date and time from two cells', () => {
    expect(submissions('Einde inschrijfdatum\t16-07-2026\tEindtijd\t09:00 uur')).toEqual(['2026-07-16T09:00:00+02:00'])
  })

  it('knows summer and winter time of Amsterdam', () => {
    expect(submissions('Sluitingsdatum: 26-10-2026 09:00')).toEqual(['2026-10-26T09:00:00+01:00'])
    expect(submissions('Sluitingsdatum: 23-10-2026 09:00')).toEqual(['2026-10-23T09:00:00+02:00'])
  })

  it('marks "vóór" a day without a time as exclusive, and not with one', () => {
    const [day] = posting('Reageren vóór: 04-03-2026').deadlines
    expect(day).toMatchObject({ at: '2026-03-04', exclusive: true })
    const [time] = posting('Reageren vóór: 04-03-2026 12:00').deadlines
    expect(time).toMatchObject({ at: '2026-03-04T12:00:00+01:00' })
    expect(time!.exclusive).toBeUndefined()
  })

  it('is never certain when the header says another day than the text', () => {
    const lines = [
      'Publicatie: 01-06-2026',
      'Sluitingsdatum: 16-07-2026 09:00',
      'U kunt reageren tot 17 juli 2026, 09:00 uur.',
    ]
    expect(submissions(...lines)).toEqual(['2026-07-16T09:00:00+02:00'])
    expect(conflicts(...lines)).toEqual(['deadlines.submission'])
  })

  it('is never certain when two times are printed for one day; the earlier one is worked with', () => {
    const lines = ['Sluitingsdatum: 16-07-2026 10:00', 'U kunt reageren tot 16 juli 2026, 09:00 uur.']
    expect(submissions(...lines)).toEqual(['2026-07-16T09:00:00+02:00'])
    expect(conflicts(...lines)).toEqual(['deadlines.submission'])
  })

  it('is never certain when the printed weekday is not that of the date', () => {
    expect(conflicts('Sluitingsdatum: woensdag 16 juli 2026, 09:00 uur')).toEqual(['deadlines.submission'])
    expect(conflicts('Sluitingsdatum: donderdag 16 juli 2026, 09:00 uur')).toEqual([])
  })

  it('keeps both an earlier deadline of the collector and the one of the client', () => {
    const lines = ['Deadline klant: 20-07-2026 12:00', 'Interne deadline: 16-07-2026 12:00']
    expect(submissions(...lines)).toEqual(['2026-07-16T12:00:00+02:00', '2026-07-20T12:00:00+02:00'])
    expect(conflicts(...lines)).toEqual([])
  })

  it('before the posting date is reported, not believed', () => {
    expect(conflicts('Publicatie: 20-07-2026', 'Sluitingsdatum: 16-07-2026 09:00')).toEqual(['deadlines.submission'])
  })

  it('says the impossible date and works with the possible one', () => {
    const lines = [
      'Geplaatst op 18 december 2025',
      'Sluitingsdatum: 9 januari 2026',
      'Reageer uiterlijk 9 december om 09.00 uur.',
      'Gesprekken: 15 januari 2026',
    ]
    const read = posting(...lines)
    expect(read.deadlines.find(({ kind }) => kind === 'submission')?.at).toBe('2026-01-09')
    expect(read.conflicts).toEqual([
      expect.objectContaining({
        field: 'deadlines.submission',
        values: ['2026-01-09', '9 december 09:00 (geen jaar)'],
      }),
    ])
  })
})

describe('a date that looks like a deadline', () => {
  it.each([
    'De aanbieding is geldig tot 1 oktober 2026.',
    'Opening van de offertes: 16-07-2026 12:05',
    'Start inschrijving: 1-7-2026',
  ])('%s closes nothing', (line) => {
    expect(submissions('Sluitingsdatum: 16-07-2026 12:00', line)).toEqual(['2026-07-16T12:00:00+02:00'])
    expect(conflicts('Sluitingsdatum: 16-07-2026 12:00', line)).toEqual([])
  })

  it.each([
    'De reactietermijn is verlengd tot 20 juli 2026, 12:00 uur.',
    'De sluitingsdatum is verplaatst naar 20 juli 2026, 12:00 uur.',
    'This request closes at noon on Monday 20 July 2026.',
  ])('%s contradicts another one, so none is certain', (line) => {
    expect(conflicts('Sluitingsdatum: 16-07-2026 12:00', line)).toEqual(['deadlines.submission'])
  })
})

describe('a date without a year', () => {
  it('lies after the posting date and before the interviews', () => {
    const read = posting(
      'Publicatie: 20 december 2026',
      'Sluitingsdatum: 8 januari, 10:00 uur',
      'Gesprekken: 15 januari 2027',
    )
    expect(read.deadlines.find(({ kind }) => kind === 'submission')?.at).toBe('2027-01-08T10:00:00+01:00')
  })

  it('stays open and is reported where nothing tells the year', () => {
    expect(submissions('Reageren kan tot 8 januari, 10:00 uur.')).toEqual([])
    expect(conflicts('Reageren kan tot 8 januari, 10:00 uur.')).toEqual(['deadlines.submission'])
  })

  it('is settled by the day on which the posting was read', () => {
    const text = 'Projectleider wonen\nReageren kan tot 8 januari, 10:00 uur.'
    expect(read(text, '2026-12-20').posting.deadlines[0]?.at).toBe('2027-01-08T10:00:00+01:00')
  })
})

describe('what a date is for', () => {
  it.each([
    ['Vragen kunnen ingediend worden tot 13 juli 2026, 09:00 uur.', 'questions', '2026-07-13T09:00:00+02:00'],
    ['De vragen en antwoorden worden op 14 juli 2026 gepubliceerd.', 'answers', '2026-07-14'],
    ['Nota van inlichtingen\t14-07-2026', 'answers', '2026-07-14'],
    ['Sluitingsdatum vragen: 13-07-2026', 'questions', '2026-07-13'],
    [
      'De gesprekken zijn gepland op 20 juli 2026 tussen 13.00 en 17.00 uur.',
      'interviews',
      '2026-07-20T13:00:00+02:00',
    ],
    ['Wij zien uw voorstel tegemoet vóór 17 juli 2026, 12.00 uur.', 'submission', '2026-07-17T12:00:00+02:00'],
    ['Vragen? Stel ze vóór 13 juli 2026 12:00 uur via het platform.', 'questions', '2026-07-13T12:00:00+02:00'],
    ['Applications must be received before 6 July 2026, 5 pm', 'submission', '2026-07-06T17:00:00+02:00'],
  ])('%s → %s', (line, kind, at) => {
    expect(posting(line).deadlines).toEqual([expect.objectContaining({ kind, at })])
  })

  it.each([
    'De opschortende termijn eindigt op 10 augustus 2026.',
    'Voorlopige gunning: 3 augustus 2026',
    'De afdeling is op 1 januari 2020 gestart.',
    'Wij vragen u om een VOG die na 1 januari 2026 is afgegeven.',
  ])('%s is no deadline', (line) => {
    expect(posting(line).deadlines).toEqual([])
  })

  it('keeps every round of questions of a planning', () => {
    const rounds = ['Sluiting 1e vragenronde\t6-7-2026\t12:00', 'Sluiting 2e vragenronde\t9-7-2026\t12:00']
    expect(posting(...rounds).deadlines.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'questions 2026-07-06T12:00:00+02:00',
      'questions 2026-07-09T12:00:00+02:00',
    ])
    expect(conflicts(...rounds)).toEqual([])
  })

  it('reads an end date where "Duur" holds one, and counts the months from the start', () => {
    const read = posting('Startdatum: 1-9-2026', 'Duur van de opdracht: 31-8-2027')
    expect(read).toMatchObject({ start: '2026-09-01', durationMonths: 12 })
  })

  it('leaves a start without a day as it is printed, and computes nothing from it', () => {
    expect(posting('Start\tZ.s.m.', 'Duur\t12 maanden')).toMatchObject({ start: 'Z.s.m.', durationMonths: 12 })
  })
})
