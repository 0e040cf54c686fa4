/** The page that takes a CV without it entering the chat. */
export const upload = {
  button: 'Cv buiten de chat om sturen',
  title: 'Stukken sturen',
  intro: 'Wat je hier stuurt, komt niet in de chat te staan. Deze pagina werkt een uur, en voor één keer versturen.',
  fields: { cv: 'Cv', explanation: 'Toelichting (als je die hebt)', motivation: 'Motivatie (als je die hebt)' },
  limits: 'Pdf of Word-bestand met tekst, hooguit 10 MB per stuk.',
  send: 'Versturen',
  thanks: 'Ontvangen. Ga verder in de chat; daar lees je straks wat erin staat.',
  gone: 'Deze pagina werkt niet (meer): hij is verlopen of al gebruikt. Vraag in de chat een nieuwe, bijvoorbeeld met "toets".',
  nothing: 'Er zat geen bestand bij. Kies een cv en verstuur opnieuw.',
  tooLarge: 'Dat is te groot: hooguit 10 MB per bestand. Kies een kleinere versie en verstuur opnieuw.',
}
