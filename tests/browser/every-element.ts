import { bold, type Card, card } from '../../src/chat/card.ts'

/** A card with each element of the vocabulary, and foreign words that would do harm if they were more than words. */
export const everyElement: Card = card(
  { type: 'heading', text: 'Knock-out 4' },
  { type: 'notice', tone: 'warning', text: 'Dit cv bevat verborgen tekst; die telt niet mee.' },
  { type: 'notice', tone: 'error', text: 'Dit bestand kan ik niet lezen.' },
  { type: 'notice', tone: 'info', text: 'Ik las met regels.' },
  {
    type: 'text',
    text: [
      bold('Niet aangetoond.'),
      ' <img src=x onerror="document.title=\'kwaad\'"> **vet** [klik](https://evil.example)',
    ],
  },
  {
    type: 'quote',
    text: 'Bereidde de besluitvorming van de regionale stuurgroep voor',
    source: 'blz. 2, gemeente Dijkhuizen',
  },
  {
    type: 'facts',
    rows: [
      { label: 'Sluit', value: 'donderdag 16 juli 2026, 09:00 uur' },
      { label: 'Uren', value: [bold('16')] },
    ],
  },
  {
    type: 'list',
    items: ['een eerste punt', 'EenHeelLangWoordZonderSpatiesDatOpEenTelefoonNietOpEenRegelPastMaarWelMoetAfbreken'],
    ordered: true,
  },
  {
    type: 'timeline',
    bars: [
      { label: 'gemeente Dijkhuizen', from: 24_254, to: 24_318, counted: true },
      { label: 'waterschap', from: 24_230, to: 24_260, counted: true, uncertain: true },
      { label: 'bouwer', from: 24_180, to: 24_229, counted: false },
    ],
    window: { from: 24_200, to: 24_318 },
    summary: '99 maanden binnen het venster',
  },
  { type: 'progress', label: 'Dienstverbanden gelezen', done: 0.6 },
  {
    type: 'choice',
    name: 'opdracht',
    label: 'Welke opdracht?',
    action: 'kies',
    step: 's1',
    options: [
      { value: '4471', label: '4471 · Projectleider', detail: 'sluit donderdag 16 juli' },
      { value: '902', label: '902 · Adviseur', detail: 'sluit woensdag 22 juli' },
    ],
  },
  {
    type: 'choice',
    name: 'lang',
    label: 'Lange lijst',
    action: 'lijst',
    step: 's1',
    options: Array.from({ length: 12 }, (_, index) => ({ value: `${index}`, label: `Keuze ${index}` })),
  },
  { type: 'fileRequest', name: 'cv', label: 'Het cv van de kandidaat', accept: ['pdf', 'docx'] },
  {
    type: 'form',
    title: 'Voldoet toch',
    action: 'reden',
    step: 's1',
    submit: 'Opslaan',
    buttonLabel: 'Voldoet toch, omdat …',
    elements: [
      { type: 'input', name: 'reden', label: 'Reden', multiline: true, placeholder: 'Waarom?' },
      {
        type: 'choice',
        name: 'zeker',
        label: 'Hoe zeker?',
        options: [
          { value: 'ja', label: 'Zeker' },
          { value: 'half', label: 'Half' },
        ],
      },
    ],
  },
  {
    type: 'buttons',
    buttons: [
      { kind: 'action', label: 'Klopt', action: 'klopt', step: 's1', style: 'primary' },
      { kind: 'action', label: 'Voldoet niet', action: 'niet', step: 's1', style: 'danger' },
      { kind: 'link', label: 'Bron', url: 'https://voorbeeld.example' },
    ],
  },
)
