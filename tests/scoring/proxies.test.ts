import { describe, expect, it } from 'vitest'
import type { Education } from '../../src/candidates/candidate.ts'
import type { Finding } from '../../src/scoring/assessment.ts'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { careerOf, cvOf, type Job, postingOf } from './invented.ts'

/** Twins that differ in something that must not count: the same decision, or a neutral question, never a failure. */
const engine = createRulesEngine({ lexicon: loadLexicon() })
const posting = postingOf(
  [
    { text: 'Afgeronde wo-opleiding in de richting van bestuurskunde of vergelijkbaar' },
    { text: 'Minimaal 3 jaar ervaring in de afgelopen 6 jaar met schuldhulpverlening', minYears: 3, windowYears: 6 },
    { text: 'Aantoonbare werkervaring bij een overheidsinstelling' },
  ],
  [{ text: 'Ervaring met het betrekken van inwoners bij nieuw beleid', points: 50 }],
)
type Study = Omit<Education, 'span' | 'quote'> & { line: string }
const study: Study = {
  line: 'Master Bestuurskunde, Universiteit van het Oosten, diploma behaald in 2012',
  level: 'wo',
  degree: 'master',
  field: 'Bestuurskunde',
  completion: 'completed',
  foreign: false,
}
const here: Job = {
  title: 'Beleidsadviseur',
  organisation: 'gemeente Veen',
  from: '2021-01',
  to: '2026-07',
  sentences: [
    'Ontwikkelde de aanpak van schuldhulpverlening in vier wijken.',
    'Betrok inwoners bij het nieuwe beleid via wijktafels.',
  ],
}
const before: Job = {
  title: 'Consulent',
  organisation: 'gemeente Dam',
  from: '2012-09',
  to: '2020-12',
  sentences: ['Sprak met mensen over hun situatie.'],
}

const score = async (jobs: Job[], studies: Study[] = [study]) => {
  const cv = cvOf(jobs, studies)
  const proposal = await scoreCandidate({
    assignment: posting,
    documents: { cv: cv.document },
    career: careerOf(cv),
    rateEur: null,
    engine,
  })
  return [...proposal.knockouts, ...proposal.awards]
}
const outcome = ({ decision, level }: Finding) => decision ?? level

describe('proxies do not count', () => {
  it('the base meets everything', async () =>
    expect((await score([here, before])).map(outcome)).toEqual(['meets', 'meets', 'meets', 'explicit']))

  it.each([
    ['a career gap of eight years', [here, { ...before, to: '2013-01' }], [study]],
    ['no earlier work at all', [here], [study]],
    ['part-time work', [{ ...here, sentences: ['12 uur per week.', ...here.sentences] }, before], [study]],
    [
      '35 years of work',
      [
        here,
        before,
        ...Array.from(
          { length: 6 },
          (_, index): Job => ({
            ...before,
            organisation: `Winkel ${index}`,
            from: `${1991 + index * 3}-01`,
            to: `${1993 + index * 3}-12`,
          }),
        ),
      ],
      [study],
    ],
    [
      'plain Dutch of a second-language writer',
      [
        {
          ...here,
          sentences: [
            'Ik maakte aanpak van schuldhulpverlening in vier wijk.',
            'Inwoners heb ik betrokken bij de nieuw beleid.',
          ],
        },
        before,
      ],
      [study],
    ],
    [
      'a CV in English',
      [
        {
          ...here,
          title: 'Policy adviser',
          organisation: 'Municipality of Veen',
          sentences: [
            'Developed the debt counselling approach in four districts.',
            'Involved residents in new policy.',
          ],
        },
        before,
      ],
      [study],
    ],
  ] as [string, Job[], Study[]][])('%s: the same decisions', async (_, jobs, studies) => {
    expect((await score(jobs, studies)).map(outcome)).toEqual((await score([here, before])).map(outcome))
  })

  it.each([
    [
      'a foreign diploma whose level is named',
      {
        ...study,
        line: 'Master of Public Administration, University of Nairobi, degree awarded in 2012',
        foreign: true,
        field: 'Public Administration',
      },
    ],
    [
      'a foreign diploma whose level nobody can tell',
      {
        ...study,
        line: 'Lisans Kamu Yönetimi, Ankara Üniversitesi, diploma 2012',
        level: 'other' as const,
        foreign: true,
        field: 'Kamu Yönetimi',
      },
    ],
  ])('%s: meets or a question', async (_, foreign) => {
    const [finding] = await score([here, before], [foreign])
    expect(['meets', 'unclear']).toContain(finding!.decision)
    if (finding!.decision === 'unclear') expect(finding!.questions).not.toEqual([])
  })

  it.each([
    'Stadt Köln',
    'Ville de Gand',
    'Ministry of Labour of Kenya',
    'Urząd Miasta Kraków',
    'İzmir Büyükşehir Belediyesi',
  ])('work at %s, a public body abroad: meets or a question', async (organisation) => {
    const finding = (await score([{ ...here, organisation }]))[2]!
    expect(['meets', 'unclear']).toContain(finding.decision)
  })
})
