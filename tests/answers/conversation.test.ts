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
