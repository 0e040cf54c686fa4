/** Words and short sentences that every feature uses. */
export const common = {
  yes: 'Ja',
  no: 'Nee',
  more: 'Meer',
  cancel: 'Annuleren',
  aiNotice: 'Ik ben een AI-assistent: ik zoek bewijs in de stukken, jij beslist.',
  late: 'Vertraagd: ',
  staleButton: 'Deze knop hoort bij een eerdere stap; er is niets veranderd.',
}
