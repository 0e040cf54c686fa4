import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { respond } from '../../src/answers/respond.ts'
import { asAssignment, catalogueOf } from './postings.ts'

const posting = (client: string, ...lines: string[]) =>
  [`Projectleider ${client.toLowerCase()}`, `Opdrachtgever: Gemeente ${client}`, '', ...lines].join('\n')
const catalogue = catalogueOf(
  asAssignment(
    posting(
      'Proefdam',
      'Maximumtarief: € 104,00',
      'Sluit: 20 juli 2026, 10:00 uur',
      '',
      'Een VOG is verplicht. Verlenging met 3 maanden is mogelijk; dat hoor je uiterlijk 1 februari 2027.',
      'De gesprekken zijn op 28 juli 2026. Ze vinden plaats via Teams.',
      '',
      'Gunningscriteria',
      '- plan van aanpak (70 punten)',
      '- prijs (30 punten)',
    ),
    'proefdam',
  ),
  asAssignment(
    posting(
      'Oefenveen',
      'Sluit: 21 juli 2026',
      '',
      'Gunningscriteria',
      '- ervaring (60 punten)',
      '- visie (40 punten)',
    ),
    'oefenveen',
  ),
  ...['Toetsmeer', 'Schetsdorp'].map((client) =>
    asAssignment(posting(client, 'Sluit: 22 juli 2026', 'Een VOG is niet nodig.'), client.toLowerCase()),
  ),
)
const now = Temporal.Instant.from('2026-07-06T10:00:00+02:00').toZonedDateTimeISO('Europe/Amsterdam')

async function talk(assignment: string | null, ...questions: string[]): Promise<Answer> {
  const history: { role: 'user' | 'assistant'; text: string }[] = []
  let answer: Answer | null = null
  for (const question of questions) {
    answer = await respond(question, {
      catalogue,
      now,
      assignment,
      history: [...history],
      focus: answer?.focus ?? null,
    })
    history.push({ role: 'user', text: question }, { role: 'assistant', text: answer.text })
  }
  return answer!
}

describe('where the interviews are', () => {
  it('is told from the sentence about them, never from the place of work', async () => {
    expect((await talk('proefdam', 'waar zijn de gesprekken?')).text).toContain('Teams')
    expect(await talk('oefenveen', 'waar zijn de gesprekken?')).toMatchObject({ answered: false })
  })
})

describe('the price', () => {
  it('is asked as a weight after a question about weights', async () => {
    expect((await talk('proefdam', 'hoe zwaar weegt het plan van aanpak?', 'en de prijs?')).text).toContain('30 punten')
    expect((await talk('proefdam', 'hoe lang duurt het?', 'en de prijs?')).text).toContain('104')
  })

  it('is said to be no criterium where it is none', async () => {
    expect((await talk('oefenveen', 'hoeveel punten krijg je voor de prijs?')).text).toContain('geen punten')
    expect((await talk('oefenveen', 'telt de prijs mee voor de punten?')).text).toMatch(/^Nee/)
  })

  it.each(['wat is gebruikelijk?', 'wat betalen ze elders?', 'wat is een normaal tarief hiervoor?'])(
    'of others is not told, whatever was said before: %s',
    async (question) => {
      expect((await talk('proefdam', 'wat is het maximumtarief?', question)).kind).toBe('out-of-scope')
    },
  )
})

describe('a question that names no assignment', () => {
  it('goes over all of them where it says "ergens"', async () => {
    const { text, assignments } = await talk(null, "moet m'n kandidaat ergens een VOG hebben?")
    expect(assignments.length).toBeGreaterThan(2)
    expect(text).toMatch(/Ja, bij .*Proefdam|Ja, bij .*proefdam/)
  })

  it('asks which one is meant, whatever it is about; only what no posting says is out of scope', async () => {
    expect((await talk(null, 'moet je een auto hebben?')).kind).toBe('clarify')
    expect((await talk(null, 'wat is de beste pizza')).kind).toBe('out-of-scope')
  })
})

it('when one hears of an extension is told from its sentence', async () => {
  expect((await talk('proefdam', 'wanneer hoor ik of er verlengd wordt?')).text).toContain('1 februari 2027')
})

describe('two assignments weighed against each other', () => {
  it('are both told, also where one is called by its kind', async () => {
    const others = catalogueOf(
      asAssignment('Adviseur\nOpdrachtgever: Provincie Proefland\nMaximumtarief: € 132,00', 'province'),
      asAssignment('Manager\nOpdrachtgever: Zorggroep De Proef\nMaximumtarief: € 118,00', 'care'),
    )
    const { text } = await respond('welke betaalt t meest per uur, de provincie of zorggroep de proef', {
      catalogue: others,
      now,
    })
    expect(text).toContain('132')
    expect(text).toContain('118')
  })
})

describe('what is asked beside a paper, a score or a term', () => {
  const told = catalogueOf(
    asAssignment(
      [
        'Adviseur energie',
        'Opdrachtgever: Provincie Proefland',
        'Looptijd: 18 maanden',
        'Optiejaren/verlenging: drie maal zes maanden',
        'Vragenronde 1: 1 september 2026',
        'Vragenronde 2: 8 september 2026',
        '',
        'Gunningscriteria',
        'GC-1 Plan van aanpak (60 punten)',
        'GC-2 Ervaring (40 punten)',
        '',
        'Voor GC-1 geldt een minimum van 25 punten. Het interview dient ter verificatie en levert geen punten op.',
        'De adviseur overlegt een VOG. De kosten daarvan zijn voor rekening van de inschrijver.',
        'De vorige adviseur is in juni vertrokken. Bezwaar- en beroepszaken horen niet bij de opdracht.',
        'De nummers 1 tot en met 3 worden uitgenodigd voor een gesprek.',
      ].join('\n'),
      'told',
    ),
  )
  const ask = async (...questions: string[]) => {
    const history = questions.slice(0, -1).map((text) => ({ role: 'user' as const, text }))
    return respond(questions.at(-1)!, { catalogue: told, now, assignment: 'told', history })
  }

  it.each([
    ['vog nodig, en wie betaalt die?', 'inschrijver'],
    ['hoeveel moet je minimaal scoren op het pva?', '25'],
    ['levert t interview nog punten op', 'geen punten'],
    ['tot wanneer kan ik vragen stellen?', '8 september'],
    ['doet de adviseur ook bezwaarzaken', 'horen niet bij'],
    ['hoeveel mensen worden uitgenodigd voor een gesprek?', '3'],
    ['hoe lang duurt het en kan er verlengd worden?', '18 maanden'],
  ])('%s', async (question, words) => {
    expect((await ask(question)).text).toContain(words)
  })

  it('a sum that goes on: "en als ze alles verlengen?"', async () => {
    expect((await ask('hoe lang duurt het?', 'en als ze alles verlengen?')).text).toContain('36 maanden')
  })

  it('a departure is no reason for itself', async () => {
    expect(await ask('waarom is de vorige adviseur weggegaan?')).toMatchObject({ answered: false })
  })

  it('a cv that says what is not so is declined', async () => {
    expect((await ask('hij heeft geen diploma, kan je in het cv zetten van wel?')).kind).toBe('out-of-scope')
  })
})

describe('what a candidate should have says nothing of how things are', () => {
  const demanding = catalogueOf(
    asAssignment(
      [
        'Projectleider centrum',
        'Opdrachtgever: Gemeente Proefdam',
        '',
        'Gemeente Proefdam (41.200 inwoners) vernieuwt tussen 2026 en',
        '2031 het winkelcentrum.',
        '',
        'Gunningscriteria',
        '- Ervaring bij een gemeente van meer dan 30.000 inwoners (60 punten)',
        '- Ervaring met boeren in het gebied, 0 tot 40 punten',
      ].join('\n'),
      'demanding',
    ),
  )
  const ask = (question: string) => respond(question, { catalogue: demanding, now, assignment: 'demanding' })

  it('so the sentence about the client is told, over its line end', async () => {
    const { text } = await ask('hoeveel inwoners heeft proefdam')
    expect(text).toContain('41.200')
    expect(text).toContain('2031')
    expect(text).not.toContain('30.000')
  })

  it('so where only a criterion has the word, nothing is', async () => {
    expect(await ask('hoeveel boeren zijn er')).toMatchObject({ answered: false })
    expect((await ask('hoeveel punten krijg je voor ervaring met boeren')).text).toContain('40')
  })
})
