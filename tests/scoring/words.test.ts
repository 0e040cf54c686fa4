import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { compile, matchPattern } from '../../src/scoring/pattern.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { statementsOf } from '../../src/scoring/statements.ts'
import { tokensOf } from '../../src/scoring/tokens.ts'
import { akin } from '../../src/text/stem.ts'
import { careerOf, cvOf, postingOf } from './invented.ts'

describe('words that are akin', () => {
  it.each([
    ['implementatie', 'implementeerde'],
    ['verduurzaming', 'verduurzaamde'],
    ['coördinatie', 'coordineren'],
    ['zaaksystemen', 'zaaksysteem'],
    ['opstellen', 'opgesteld'],
    ['tenders', 'tendering'],
  ])('%s and %s', (a, b) => expect(akin(a, b)).toBe(true))
  it.each([
    ['bestuur', 'besturing van een auto'.split(' ')[2]!],
    ['res', 'resultaat'],
    ['bio', 'biologie'],
    ['sport', 'spoor'],
  ])('but not %s and %s', (a, b) => expect(akin(a, b)).toBe(false))
})

describe('patterns of the lexicon', () => {
  const hit = (pattern: string, text: string) => matchPattern(compile(pattern), tokensOf(text), () => null) !== null
  it.each([
    ['regio*', 'regionale tafel', true],
    ['*beheer', 'budgetbeheer', true],
    ['budget + beheer*', 'beheerde hij het budget', true],
    ['decision making', 'administrative decisionmaking', true],
    ['decision making', 'decision-\nmaking', true],
    ['=sectoren', 'één sector', false],
    ['publiek private samenwerking*', 'publiek-private samenwerkingen', true],
    ['raad', 'raadsel', false],
  ])('%s in "%s": %s', (pattern, text, expected) => expect(hit(pattern, text)).toBe(expected))
})

describe('statements', () => {
  it('cover every word of the text once, in order, and never overlap', () => {
    const line = fc
      .array(fc.constantFrom('Leidde', 'het', 'project.', 'B.V.', '- punt', '| cel |', 'en', 'meer,'), { maxLength: 6 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.join('\n')
        const found = statementsOf(text, 0, text.length)
        for (const [index, each] of found.entries()) {
          expect(each.end).toBeGreaterThan(each.start)
          if (index > 0) expect(each.start).toBeGreaterThanOrEqual(found[index - 1]!.end)
        }
        const kept = found.map(({ start, end }) => text.slice(start, end)).join(' ')
        expect(kept.match(/\p{L}+/gu) ?? []).toEqual(text.match(/\p{L}+/gu) ?? [])
      }),
    )
  })
  it('join what the margin broke and part bullets and cells', () => {
    const text =
      'Leidde het programma voor de verduurzaming van bedrijven op\nhet terrein.\n- Schreef nota’s\n- Leidde overleg\ncel een | cel twee'
    expect(statementsOf(text, 0, text.length).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Leidde het programma voor de verduurzaming van bedrijven op\nhet terrein.',
      'Schreef nota’s',
      'Leidde overleg',
      'cel een',
      'cel twee',
    ])
  })
})

describe('a lexicon of one’s own', () => {
  const posting = postingOf([{ text: 'Aantoonbare ervaring met muskusrattenbestrijding' }])
  const cv = cvOf([
    { title: 'Vanger', organisation: 'waterschap Noord', sentences: ['Bestreed knaagdieren langs de dijken.'] },
  ])
  const decisionWith = async (lexiconDirs: string[]) =>
    (
      await scoreCandidate({
        assignment: posting,
        documents: { cv: cv.document },
        career: careerOf(cv),
        rateEur: null,
        engine: createRulesEngine({ lexiconDirs }),
      })
    ).knockouts[0]!.decision

  it('adds words to those that come with the program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
    expect(await decisionWith([folder])).toBe('fails')
    writeFileSync(
      join(folder, 'topics.json'),
      JSON.stringify({ topics: { muskrats: { is: ['muskusratten*', 'knaagdieren + dijken'] } } }),
    )
    expect(await decisionWith([folder])).toBe('meets')
  })
  it('that cannot be read is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
    writeFileSync(join(folder, 'roles.json'), '{"families": 3}')
    expect(() => loadLexicon([folder])).toThrow(
      expect.objectContaining({ code: 'lexicon-unreadable', details: { file: 'roles.json' } }),
    )
    writeFileSync(join(folder, 'roles.json'), '{"families": {}}')
    writeFileSync(join(folder, 'topics.json'), '{"topics": {"x": {"is": ["a*"]}}}')
    expect(() => loadLexicon([folder])).toThrow(expect.objectContaining({ code: 'lexicon-unreadable' }))
  })
})

describe('what a whole sentence makes of its words', () => {
  const posting = postingOf([
    { text: 'Aantoonbare werkervaring in complexe sectoroverstijgende samenwerkingstrajecten op regionaal niveau' },
    { text: 'Aantoonbare werkervaring met budgetbeheer' },
  ])
  const engine = createRulesEngine()
  const decisions = async (sentence: string) => {
    const cv = cvOf([{ title: 'Procesregisseur', organisation: 'gemeente Veen', sentences: [sentence] }])
    const proposal = await scoreCandidate({
      assignment: posting,
      documents: { cv: cv.document },
      career: careerOf(cv),
      rateEur: null,
      engine,
    })
    return proposal.knockouts.map((finding) => finding.decision)
  }

  it.each([
    'Verbond in een ingewikkelde regionale samenwerking zorg, techniek en onderwijs met elkaar.',
    'Led a complicated regional alliance of health care, housing and agriculture.',
  ])('three sectors by name are sector-crossing: %s', async (sentence) => {
    expect((await decisions(sentence))[0]).toBe('meets')
  })
  it.each([
    'Verbond in een ingewikkelde regionale samenwerking ziekenhuizen, verpleeghuizen en thuiszorg met elkaar.',
    'Verbond in een ingewikkelde samenwerking zorg, techniek en onderwijs met elkaar; op regionaal niveau had ik geen rol.',
    'Led a complicated project of one hospital and its health care suppliers.',
  ])('one sector by several names, or no region, is not: %s', async (sentence) => {
    expect((await decisions(sentence))[0]).not.toBe('meets')
  })
  it.each([
    'Het budget werd beheerd door de afdeling Financiën.',
    'The budget was managed by the controller.',
    'Het budgetbeheer lag bij de directie; daar had ik geen rol in.',
    'Van budgetbeheer was geen sprake.',
  ])('what another did is no work of one’s own: %s', async (sentence) => {
    expect((await decisions(sentence))[1]).not.toBe('meets')
  })
  it.each([
    'Beheerde het budget van het programma, dat werd gedragen door acht gemeenten.',
    'Het budget werd beheerd door mij.',
    'Managed the budget of a programme that was led by the alderman.',
  ])('but one’s own work stays so: %s', async (sentence) => {
    expect((await decisions(sentence))[1]).toBe('meets')
  })
  it('a clerical verb opens no proof', async () => {
    expect((await decisions('Notuleerde de vergaderingen over budgetbeheer.'))[1]).toBe('fails')
  })
})

describe('where a sentence ends', () => {
  const parts = (text: string) => statementsOf(text, 0, text.length).map(({ start, end }) => text.slice(start, end))
  it('a sentence that begins at the end of a full line goes on in the next', () => {
    expect(
      parts('Ik werkte daar vijf jaar aan een gebiedsagenda. Van een publiek-private\nsamenwerking was geen sprake.'),
    ).toEqual([
      'Ik werkte daar vijf jaar aan een gebiedsagenda.',
      'Van een publiek-private\nsamenwerking was geen sprake.',
    ])
  })
  it('a lone semicolon joins, several part a list', () => {
    expect(parts('Leidde het programma; complex door de belangen.')).toHaveLength(1)
    expect(parts('Taken: plannen; begroten; rapporteren aan het college.')).toHaveLength(3)
  })
})
