/** Judging an answer. */
export const feedback = {
  menu: 'Klopt dit?',
  right: 'Dit klopt',
  wrong: 'Dit klopt niet',
  thanksRight: 'Dank je, genoteerd dat dit klopt.',
  thanksWrong: 'Dank je; ik heb de vraag en mijn antwoord bewaard om ervan te leren. Kijk voor nu zelf in de uitvraag.',
  what: 'Wat klopt er niet?',
  whatLabel: 'Wat klopt er niet, of wat had je verwacht? Noem geen namen van kandidaten.',
  say: 'Zeg wat er niet klopt',
  afterAll: 'Het klopt toch',
  send: 'Doorgeven',
  noted: 'Genoteerd, dank je.',
  gone: 'Dat antwoord staat niet meer in ons gesprek. Stel de vraag opnieuw, dan kun je het nieuwe antwoord beoordelen.',
}
