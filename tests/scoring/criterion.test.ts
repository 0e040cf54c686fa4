import { describe, expect, it } from 'vitest'
import { type Criterion, facetsOf, type Tree } from '../../src/scoring/criterion.ts'
import { stepOf, takeDuration } from '../../src/scoring/duration-phrase.ts'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { readCriterion } from '../../src/scoring/read-criterion.ts'
import { postingOf } from './invented.ts'

const lexicon = loadLexicon()
const read = (text: string, more: { minYears?: number } = {}): Criterion =>
  readCriterion(postingOf([{ text, ...more }]).posting.knockouts[0]!, '1', lexicon)

/** all(a|any(b|c)) with the words of each facet's units. */
function shape(tree: Tree | null): string {
  if (tree === null) return '-'
  if (tree.kind === 'facet') return tree.facet.units.map((unit) => unit.topics[0] ?? unit.words).join('+')
  return `${tree.kind}(${tree.nodes.map(shape).join('|')})`
}

describe('the kind of a criterion', () => {
  it.each([
    ['Aantoonbare afgeronde opleiding op minimaal hbo bachelor niveau', 'education'],
    ["Completed master's degree in hydrology", 'education'],
    ['Minimaal 6 jaar ervaring als toezichthouder', 'duration'],
    ['Ten minste 18 maanden ervaring met beheerplannen', 'duration'],
    ['Ervaring met het begeleiden van opleidingstrajecten', 'experience'],
    ['Een motivatie van één A4, geschreven door de kandidaat', 'motivation'],
    ['Ervaring met inspraakavonden, dit is toegelicht in de motivatie', 'experience'],
    ['Beheersing van de Nederlandse taal op niveau C1', 'attestation'],
    ['De kandidaat is beschikbaar per 1 maart voor 24 uur per week', 'attestation'],
    ['Rijbewijs B', 'attestation'],
    ['Uurtarief: het laagste tarief krijgt 15 punten', 'price'],
  ])('%s → %s', (text, kind) => expect(read(text).kind).toBe(kind))
})

describe('the directions of a study', () => {
  it.each([
    ['Een afgeronde wo-master rechten', ['rechten']],
    ['Een afgeronde opleiding op minimaal hbo-niveau in een ICT-richting', ['ict']],
    ['Hbo-diploma (civiele techniek of bestuurskunde)', ['civiele techniek', 'bestuurskunde']],
    ['Aantoonbaar afgeronde opleiding op minimaal hbo-bachelorniveau', []],
    ['Een afgeronde hbo- of wo-opleiding, aan te tonen met diploma', []],
    ['Afgeronde hbo-opleiding, bij voorkeur in de richting bouwkunde of recht', []],
    ['Afgeronde opleiding op minimaal hbo-niveau (richting vrij)', []],
    ['Hbo-opleiding in een sociale richting, bijvoorbeeld pedagogiek', ['pedagogiek', 'sociale']],
  ])('%s', (text, fields) => expect(read(text).education?.fields).toEqual(fields))
})

describe('how long, and since when', () => {
  it.each([
    ['Minimaal 5 jaar ervaring', 60],
    ['At least five (5) years of experience', 60],
    ['Ten minste 36 maanden ervaring', 36],
    ['Minimaal vijf jaar ervaring in de laatste tien jaar', 60],
    ['Ervaring in de afgelopen 6 jaar', null],
  ])('%s → %s months', (text, months) => expect(takeDuration(text).minimumMonths).toBe(months))

  it('takes a printed window out of the text, so that it is no topic', () => {
    const criterion = read('Minimaal 3 jaar aantoonbare werkervaring in de afgelopen 6 jaar met baggerwerk')
    expect(facetsOf(criterion.topic).map((facet) => facet.text)).toEqual(['baggerwerk'])
  })

  it.each([
    ['3 tot 5 jaar', 36, 60],
    ['8 jaar of meer', 96, Number.POSITIVE_INFINITY],
    ['less than 2 years', 0, 24],
    ['from 5 to 8 years', 60, 96],
  ])('reads the step "%s"', (text, from, below) => expect(stepOf(text)).toEqual({ from, below }))
  it('sees no step where no years stand', () => expect(stepOf('bij een waterschap')).toBeNull())
})

describe('qualifiers', () => {
  it.each([
    ['Ervaring als programmamanager of coördinator binnen het sociaal domein', ['programmamanager', 'coordinator']],
    ['Experience as a Product Owner in an agile environment', ['product owner']],
    ['Gewerkt als financieel adviseur of controller', ['financieel adviseur', 'controller']],
    ['Ervaring in de functie van toezichthouder bij een gemeente', ['toezichthouder']],
    ['Ervaring met zowel groot als klein onderhoud', []],
  ])('roles of "%s"', (text, roles) => expect(read(text).roles).toEqual(roles))

  it.each([
    ['Werkervaring bij een gemeente of gemeenschappelijke regeling', ['municipality', 'joint-arrangement']],
    [
      'Ervaring bij een waterschap, provincie of Rijkswaterstaat',
      ['water-authority', 'province', 'central-government'],
    ],
    ['Experience with procurement of IT services for government organisations', ['government']],
    ['At least 3 years of experience in a public-sector environment', ['government']],
    ['Ervaring met budgetbeheer binnen gemeentelijke samenwerkingen', null],
    ['Ervaring met projecten in de openbare ruimte', null],
  ])('employers of "%s"', (text, employers) => expect(read(text).employers).toEqual(employers))

  it('keeps what a role is about as its topic', () => {
    const criterion = read('Minimaal 5 jaar ervaring als projectleider riolering bij een gemeente')
    expect(criterion.roles).toEqual(['projectleider'])
    expect(criterion.employers).toEqual(['municipality'])
    expect(facetsOf(criterion.topic)).toHaveLength(1)
  })

  it('reads study and work beside each other', () => {
    const criterion = read('Hbo-niveau en minimaal 5 jaar ervaring als teamleider')
    expect(criterion).toMatchObject({
      kind: 'duration',
      minimumMonths: 60,
      roles: ['teamleider'],
      education: { level: 'hbo' },
    })
  })
})

describe('lists', () => {
  it.each([
    [
      'Ervaring met governance, bestuurlijke processen en budgetbeheer',
      'all(governance|administrative-processes|budget-management)',
    ],
    ['Ervaring met datamigratie en/of informatiebeveiliging', 'any(data-migration|information-security)'],
    ['Ervaring met grondverwerving of onteigening', 'any(land-acquisition|expropriation)'],
    ['Ervaring met de planning- en controlcyclus', 'planning-control'],
    [
      'Ervaring met de inkoop en het contractmanagement van jeugdhulp',
      'all(procurement+youth-care|contract-management+youth-care)',
    ],
    ['Ervaring met het opstellen van begrotingen en jaarrekeningen', 'all(write+budget-making|write+annual-accounts)'],
  ])('%s → %s', (text, expected) => expect(shape(read(text).topic)).toBe(expected))

  it('asks a context to hold where the topic is shown', () => {
    const { topic, contexts } = read('Ervaring met budgetbeheer binnen regionale of gemeentelijke samenwerkingen')
    expect(shape(topic)).toBe('budget-management')
    expect(contexts.map(shape)).toEqual(['any(region+cooperation|municipal-cooperation)'])
  })
})

describe('a study that is asked for', () => {
  it.each([
    [
      'Afgeronde hbo-opleiding civiele techniek, planologie of vergelijkbaar',
      'hbo',
      ['civiele techniek', 'planologie'],
      true,
    ],
    [
      'Aantoonbaar afgeronde hbo opleiding op het gebied van bedrijfskunde of economie',
      'hbo',
      ['bedrijfskunde', 'economie'],
      false,
    ],
    [
      'Een afgeronde hbo bachelor (of hoger) in een ruimtelijke of civieltechnische richting',
      'hbo',
      ['ruimtelijke', 'civieltechnische'],
      false,
    ],
    [
      "Completed master's degree in computer science, physics or a comparable field",
      'wo',
      ['computer science', 'physics'],
      true,
    ],
    ['Afgeronde wo-opleiding', 'wo', [], false],
  ])('%s', (text, level, fields, comparable) =>
    expect(read(text).education).toMatchObject({ level, fields, comparable }),
  )

  it('knows that a level of thinking is no diploma', () =>
    expect(read('Hbo werk- en denkniveau').education).toMatchObject({ level: 'hbo', diploma: false }))
})
