import { describe, expect, it } from 'vitest'
import { isForPostings } from '../../src/postings/postings.ts'
import { anAssignment, deadline } from '../digest/an-assignment.ts'
import { aFile, bridgePosting, conversation } from './a-conversation.ts'

const added = async () => {
  const chat = conversation()
  await chat.say(`voeg toe\n${bridgePosting}`)
  await chat.press('Klopt, openzetten')
  return chat
}

describe('adding a posting', () => {
  it('shows what was understood and opens it to all only when confirmed', async () => {
    const chat = conversation()
    const shown = await chat.say(`voeg toe\n${bridgePosting}`)
    expect(shown).toContain('Functie: Projectleider bruggen')
    expect(shown).toContain('Sluit: donderdag 16 juli 2026, 09:00 uur')
    expect(shown).toMatch(/Niet vermeld: .*schaal/)
    expect(chat.shelf.get('4471')).toMatchObject({ confirmed: false, addedBy: 'anna' })
    expect(await chat.press('Klopt, openzetten')).toContain('4471 (Projectleider bruggen) staat open voor iedereen.')
    expect(chat.shelf.get('4471')).toMatchObject({ confirmed: true, revision: 1, state: 'new' })
    expect(chat.effects.at(-1)).toEqual({
      kind: 'audit',
      event: 'assignment-added',
      about: { assignment: '4471', revision: 1 },
    })
    expect(chat.state).toBeNull()
  })

  it('asks for the posting when only the words were said, and takes a file or a pasted text', async () => {
    const chat = conversation()
    expect(await chat.say('voeg toe')).toContain('Stuur de uitvraag')
    expect(await chat.say('', [aFile(bridgePosting)])).toContain('Projectleider bruggen')
    const other = conversation()
    await other.say('nieuwe opdracht')
    expect(await other.say(bridgePosting)).toContain('Projectleider bruggen')
  })

  it('takes corrections in words or by the form, and says what it changed', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    expect(await chat.say('sluit 17 juli 10:00')).toContain('Sluit: vrijdag 17 juli 2026, 10:00 uur')
    expect(await chat.say('uren 32')).toContain('Uren per week: 32')
    await chat.say('ja')
    const { posting, facts } = chat.shelf.get('4471')!
    expect(posting.hoursPerWeek).toBe(32)
    expect(posting.deadlines.find(({ kind }) => kind === 'submission')?.at).toBe('2026-07-17T10:00:00+02:00')
    expect(facts.find(({ field }) => field === 'hoursPerWeek')).toMatchObject({ certainty: 'person', value: 32 })
  })

  it('corrects an open assignment for who added it, as a new revision, and for nobody else', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    await chat.say('ja')
    const before = chat.shelf.get('4471')!
    expect(await chat.as('bram').say('corrigeer 4471: uren 36')).toContain('Corrigeren kan alleen')
    expect(chat.shelf.get('4471')).toEqual(before)
    const said = await chat.say('corrigeer 4471: opdrachtgever is Provincie Oostrand via Werkbureau, uren 36 per week')
    expect(said).toContain('was Gemeente Dijkhuizen, wordt Provincie Oostrand')
    expect(said).toContain('was 24, wordt 36')
    const after = chat.shelf.get('4471')!
    expect([after.posting.organisation, after.posting.hoursPerWeek]).toEqual(['Provincie Oostrand', 36])
    expect(after.revision).toBe(before.revision + 1)
    expect(await chat.as('bram', { isAdmin: true }).say('wijzig 4471: schaal 11')).toContain('wordt 11')
    expect(await chat.say('corrigeer 4471: maak het mooier')).toContain('begrijp ik niet')
    expect(chat.shelf.get('4471')?.revision).toBe(before.revision + 2)
  })

  it('says so when a correction in the form is not understood, and keeps what there was', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    const shown = await chat.submit('posting-correct', { correction: 'maak er iets moois van' })
    expect(shown).toContain('Die verbetering begrijp ik niet')
    expect(shown).toContain('Uren per week: 24')
    expect(await chat.submit('posting-correct', { correction: 'uren 36' })).toContain('Uren per week: 36')
  })

  it('leaves a question in between to the one who answers questions', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    await chat.say('wat betekent SROI eigenlijk?')
    expect(chat.last.handled).toBe(false)
    expect(chat.state?.waits).toBe('confirmation')
  })

  it('says so when the closing date has passed, and adds it all the same', async () => {
    const chat = conversation()
    expect(await chat.say(`voeg toe\n${bridgePosting.replace('2026-07-16', '2026-06-16')}`)).toContain('al voorbij')
    expect(await chat.press('Klopt, openzetten')).toContain('De sluitingsdatum is voorbij')
    expect(chat.shelf.get('4471')?.confirmed).toBe(true)
  })

  it('leaves no button behind on a card that was used', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    expect(chat.last.replies[0]).toMatchObject({ tag: 'posting' })
    await chat.say('uren 32')
    const corrected = chat.last.replies.map(({ replaces, tag }) => [replaces, tag])
    expect(corrected).toEqual([
      ['posting', undefined],
      [undefined, 'posting'],
    ])
    await chat.press('Klopt, openzetten')
    const [settled] = chat.last.replies
    expect(settled?.replaces).toBe('posting')
    expect(settled?.card.elements.some(({ type }) => type === 'buttons' || type === 'form')).toBe(false)
  })

  it('drops what waited when it is cancelled', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    expect(await chat.press('Annuleren')).toContain('niets toegevoegd')
    expect(chat.shelf.size).toBe(0)
  })

  it('does nothing for a button of an earlier card', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    const stale = chat.state!.step
    await chat.say('uren 32')
    expect(chat.state!.step).not.toBe(stale)
    await chat.press('Klopt, openzetten')
    expect(await chat.press('Annuleren')).toContain('eerdere stap')
    expect(chat.shelf.get('4471')?.confirmed).toBe(true)
  })

  it('explains a file it cannot read, and a text that is no posting', async () => {
    const chat = conversation()
    expect(await chat.say('voeg toe', [aFile('scan')])).toContain('scan')
    expect(await chat.say('voeg toe: lunch om twaalf uur')).toContain('herken ik geen uitvraag')
    expect(chat.effects).toEqual([])
  })

  it('lets only the adder or an administrator confirm', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    const bram = chat.as('bram')
    expect(await bram.press('Klopt, openzetten')).toContain('Alleen wie de uitvraag stuurde')
    expect(chat.shelf.get('4471')?.confirmed).toBe(false)
    await chat.as('beheer', { isAdmin: true }).press('Klopt, openzetten')
    expect(chat.shelf.get('4471')?.confirmed).toBe(true)
  })

  it('lets one that waits in the catalogue be confirmed later, from the list or by name', async () => {
    const chat = conversation(new Map([['77', anAssignment('77', {}, { confirmed: false, addedBy: null })]]))
    expect(await chat.say('opdrachten')).toContain('wacht op bevestiging')
    expect(await chat.press('77 bevestigen')).toContain('staat open voor iedereen')
    expect(await chat.say('bevestig 77')).toContain('staat al open')
  })
})

describe('the same posting again', () => {
  it('changes nothing when it is the same', async () => {
    const chat = await added()
    const effects = chat.effects.length
    expect(await chat.say(`voeg toe\n${bridgePosting}`)).toContain('niets aan veranderd')
    expect(chat.effects).toHaveLength(effects)
  })

  it('says what changed, keeps who has it, and raises the revision on confirmation only', async () => {
    const chat = await added()
    await chat.say('pak 4471 op')
    const shown = await chat.say(`voeg toe\n${bridgePosting.replace('Uren: 24', 'Uren: 32')}`)
    expect(shown).toContain('Uren per week: was 24, wordt 32')
    expect(chat.shelf.get('4471')).toMatchObject({ revision: 1, posting: { hoursPerWeek: 24 } })
    expect(await chat.press('Bijwerken')).toContain('gemarkeerd')
    expect(chat.shelf.get('4471')).toMatchObject({
      revision: 2,
      owner: 'anna',
      state: 'ours',
      posting: { hoursPerWeek: 32 },
    })
  })

  it('is known from another board by title and client, without its number', async () => {
    const chat = await added()
    const copy = bridgePosting.replace('Nummer: 4471\n', '').replace('Uren: 24', 'Uren: 28')
    expect(await chat.say(`voeg toe\n${copy}`, [])).toContain('4471 (Projectleider bruggen) ken ik al')
  })
})

describe('a pasted text', () => {
  const long = [
    ...bridgePosting.split('\n'),
    'Vereisten / knock-outcriteria',
    'Gunningscriteria (20 punten)',
    'Sluitingsdatum donderdag',
    'De opdrachtgever zal om een VOG vragen',
    ...Array.from({ length: 40 }, (_, index) => `Toelichting, regel ${index}`),
  ].join('\n')

  it('is offered for adding to its poster alone', async () => {
    const chat = conversation()
    expect(isForPostings(long)).toBe(true)
    expect(await chat.say(long)).toContain('Dit lijkt een uitvraag')
    expect(chat.last.replies[0]?.where).toBe('private')
    expect(await chat.as('bram').press('Toevoegen')).toContain('Alleen wie de uitvraag stuurde')
    expect(await chat.press('Toevoegen')).toContain('Projectleider bruggen')
  })

  it('is forgotten when the offer is declined', async () => {
    const chat = conversation()
    await chat.say(long)
    await chat.press('Nee')
    expect(chat.state).toBeNull()
    expect(chat.effects).toEqual([])
  })
})

describe('owning', () => {
  it('records who takes it, hands it over, and tells who has it', async () => {
    const chat = await added()
    expect(await chat.say('ik pak 4471 op')).toContain('is van jou')
    expect(await chat.as('bram').say('wie heeft 4471?')).toContain('opgepakt door Anna')
    expect(await chat.as('bram').say('take 4471')).toContain('was van Anna')
    expect(chat.shelf.get('4471')?.owner).toBe('bram')
    expect(await chat.say('4471 ingediend')).toContain('ingediend')
    expect(chat.shelf.get('4471')).toMatchObject({ state: 'handed-in', owner: 'bram' })
    expect(await chat.say('heropen 4471')).toContain('weer open')
    expect(chat.shelf.get('4471')).toMatchObject({ state: 'new', owner: null })
  })

  it('understands “die” and “’m” from what the conversation is about, and asks when it is about nothing', async () => {
    const chat = await added()
    const focus = chat.shelf.get('4471')!
    expect(await chat.as('anna', { focus }).say("ik pak 'm op")).toContain('is van jou')
    expect(await chat.say('die is niet voor ons')).toContain('Welke opdracht')
    expect(await chat.press('4471 · Projectleider bruggen')).toContain('niet voor ons')
  })

  it('does nothing twice', async () => {
    const chat = await added()
    await chat.say('pak 4471 op')
    const effects = chat.effects.length
    expect(await chat.say('pak 4471 op')).toContain('stond al op')
    expect(chat.effects).toHaveLength(effects)
  })

  it('lets the adder or an administrator remove it, after asking, and checks again when the button is pressed', async () => {
    const chat = await added()
    expect(await chat.as('bram').say('verwijder 4471')).toContain('alleen wie de opdracht toevoegde')
    expect(await chat.say('verwijder 4471')).toContain('verwijderen?')
    expect(await chat.as('bram').press('Verwijderen')).toContain('alleen wie de opdracht toevoegde')
    expect(chat.shelf.has('4471')).toBe(true)
    await chat.press('Verwijderen')
    expect(chat.shelf.has('4471')).toBe(false)
  })

  it('lets guests ask, and change nothing', async () => {
    const chat = await added()
    const guest = chat.as('gast', { guest: true })
    const effects = chat.effects.length
    for (const text of ['pak 4471 op', 'verwijder 4471', `voeg toe\n${bridgePosting}`, 'antwoorden 4471 Uren: 8'])
      expect(await guest.say(text)).toContain('Als gast')
    expect(chat.effects).toHaveLength(effects)
    expect(await guest.say('vragen 4471')).toContain('klaar om te plakken')
  })
})

describe('published answers', () => {
  it('prevail over the posting, keep both sources, and settle a contradiction', async () => {
    const conflict = { field: 'educationLevel', values: ['WO', 'hbo'], quotes: [] }
    const known = anAssignment('9', { hoursPerWeek: 16, educationLevel: 'WO', conflicts: [conflict] })
    const chat = conversation(new Map([['9', known]]))
    const text = 'Vraag 1: Volstaat hbo in plaats van WO?\nAntwoord: Ja, hbo bachelor volstaat.\n\nUren per week: 24'
    const shown = await chat.say(`antwoorden 9\n${text}`)
    expect(shown).toContain('Uren per week: was 16, wordt 24')
    expect(shown).toContain('Opleiding: was WO, wordt hbo')
    expect(shown).toContain('De tegenspraak over het opleidingsniveau is daarmee opgelost.')
    const after = chat.shelf.get('9')!
    expect(after).toMatchObject({ revision: 2, posting: { hoursPerWeek: 24 } })
    expect(after.posting.conflicts[0]?.resolved).toBe(true)
    expect(after.facts.some(({ field, source }) => field === 'hoursPerWeek' && source !== 'posting')).toBe(true)
  })

  it('are asked for when none came along, taken from a file, and known when they come again', async () => {
    const chat = conversation(new Map([['9', anAssignment('9', { hoursPerWeek: 16 })]]))
    expect(await chat.say('antwoorden 9')).toContain('Stuur de gepubliceerde antwoorden')
    expect(await chat.say('', [aFile('Alles blijft zoals het is.')])).toContain('verandert niets')
    expect(chat.shelf.get('9')).toMatchObject({ supplements: [{ kind: 'answers', addedOn: '2026-07-10' }] })
    expect(await chat.say('antwoorden 9 Alles blijft zoals het is.')).toContain('had ik al')
  })
})

describe('questions to the client', () => {
  it('come from contradictions and silences, ready to paste, with the term for asking', async () => {
    const known = anAssignment('9', {
      conflicts: [{ field: 'educationLevel', values: ['WO', 'hbo bachelor'], quotes: [] }],
      sroi: { applies: 'conditional', thresholdEur: 400_000, quote: '' },
      hybrid: true,
      hoursPerWeek: 16,
      workdays: 'Maandag t/m vrijdag',
      deadlines: [
        deadline('questions', '2026-07-13T09:00:00+02:00'),
        deadline('submission', '2026-07-16T09:00:00+02:00'),
      ],
    })
    const chat = conversation(new Map([['9', known]]))
    const shown = await chat.say('vragen 9')
    expect(shown).toContain(
      '1. In de uitvraag staan over het opleidingsniveau verschillende gegevens: WO en hbo bachelor.',
    )
    expect(shown).toContain('SROI-grens van € 400.000 per opdracht of opgeteld')
    expect(shown).toContain('Hoeveel dagen per week verwacht u de professional op kantoor')
    expect(shown).toContain('Hoe verdeelt u de 16 uur over de week?')
    expect(shown).toContain('Vragen stellen kan tot maandag 13 juli 2026, 09:00 uur.')
    const later = Temporal.ZonedDateTime.from('2026-07-13T09:00:00[Europe/Amsterdam]')
    expect(await chat.as('anna', { now: later }).say('vragen 9')).toContain('die termijn is voorbij')
  })
})

describe('the list', () => {
  it('shows the open ones with who has them, and says where to begin when there are none', async () => {
    expect(await conversation().say('opdrachten')).toContain('Voeg er een toe')
    const chat = await added()
    expect(await chat.say('list')).toContain(
      '4471 Gemeente Dijkhuizen, Projectleider bruggen · sluit donderdag 16 juli 2026, 09:00 uur · nog niemand',
    )
  })

  it('shows nobody what waits for another person', async () => {
    const chat = conversation()
    await chat.say(`voeg toe\n${bridgePosting}`)
    expect(await chat.as('bram').say('opdrachten')).not.toContain('4471')
    await chat.as('bram').say('pak 4471 op')
    expect(chat.last.handled).toBe(false)
  })
})

describe('what is not meant for it', () => {
  it('is left alone', async () => {
    const chat = await added()
    const others = [
      'wanneer sluit 4471?',
      'vragen stellen tot wanneer?',
      'vragen over sroi',
      'lunch?',
      'de vergadering is ingetrokken',
      'toets 4471',
      'wie heeft er zin in koffie',
    ]
    for (const text of others) {
      await chat.say(text)
      expect([text, chat.last.handled]).toEqual([text, false])
    }
  })
})
