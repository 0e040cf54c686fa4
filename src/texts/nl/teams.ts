/** The few words that Teams needs of itself. */
export const teams = {
  openPersonal: 'Ons gesprek openen',
  answeredPersonally: 'Ik heb je persoonlijk geantwoord.',
  notReachable:
    'Dit hoort niet in een kanaal, en persoonlijk kan ik je nog niet bereiken. Open ons gesprek, voeg mij daar toe en zeg het daar nog eens.',
  fileOffer: (size: string) => `${size}. Teams zet het bestand in je OneDrive als je akkoord gaat.`,
  fileGone: 'Dit bestand bewaar ik niet meer, of het is al opgehaald. Vraag het opnieuw, dan maak ik het nog eens.',
  fileFailed: 'Het opslaan in OneDrive lukte niet. Vraag het bestand opnieuw.',
  fileDeclined: 'Goed, het bestand is niet opgeslagen.',
  suggestions: ['opdrachten', 'deadlines', 'toets', 'help'],
  extension: {
    searchLater: 'Zoeken lukt nu even niet. Probeer het zo nog eens.',
    nothingFound: 'Ik vind geen openstaande opdracht die zo heet.',
    more: 'Er staat meer in de uitvraag. Vraag het mij in ons gesprek.',
    nothingToRead: 'In dit bericht staan geen woorden die ik kan lezen.',
    onlyFile:
      'In dit bericht staat alleen een bestand, en dat geeft Teams mij hier niet. Sleep het in ons gesprek en typ daar "voeg toe".',
    fileStays: 'Het bestand bij dit bericht geeft Teams mij niet. Sleep het straks in ons gesprek.',
    goesOn: 'Ik ga verder in ons eigen gesprek.',
    add: {
      title: 'Voeg toe als opdracht',
      ask: 'Ik lees dit bericht als uitvraag. In ons eigen gesprek zie je wat ik las, en bevestig jij het.',
      go: 'Toevoegen',
    },
    score: {
      title: 'Toets deze cv',
      ask: 'We gaan in ons eigen gesprek langs de eisen. Niemand anders ziet daar wat van de kandidaat is.',
      go: 'Toetsen',
    },
  },
  pages: {
    privacy: {
      title: 'Maatstaf en privacy',
      paragraphs: [
        'Maatstaf is een AI-assistent voor consultants die inschrijven op inhuuropdrachten. De organisatie die Maatstaf in haar Teams heeft gezet, is verantwoordelijk voor de gegevens; vragen over je gegevens stel je aan haar.',
        'Een cv en wat erbij hoort, bewaart Maatstaf versleuteld, per kandidaat met een eigen sleutel. Namen, contactgegevens en dergelijke worden onleesbaar gemaakt voor er een taalmodel naar kijkt; een burgerservicenummer wordt niet bewaard. Zonder taalmodel leest alleen Maatstaf zelf het cv. Wat je in Teams typt of stuurt, staat daar ook.',
        'Wie een kandidaat mag zien, bepaalt de collega die het cv gaf. In kanalen zegt Maatstaf niets over kandidaten. Berichten in een kanaal waarop het niet antwoordt, bewaart het niet.',
        'Gegevens van een kandidaat verdwijnen vanzelf, standaard vier weken na de uitslag. Wie eerder gewist wil worden of een kopie wil, vraagt dat aan de consultant; dat is met één opdracht gedaan.',
      ],
    },
    terms: {
      title: 'Maatstaf: wat je ervan mag verwachten',
      paragraphs: [
        'Maatstaf leest uitvragen en cv’s en laat bij elk antwoord de zin zien waar het op rust. Het stelt voor; een mens beslist. Het wijst niemand af en brengt geen inschrijving uit.',
        'Het kan zich vergissen. De uitvraag zelf gaat altijd voor: controleer termijnen en eisen daar voordat je inschrijft.',
        'Geef Maatstaf alleen cv’s waarvan de kandidaat weet dat je ze hiervoor gebruikt.',
        'In het logboek staat wie wat deed en wanneer, nooit wat er in een cv staat. De software wordt geleverd zoals zij is, onder de MIT-licentie.',
      ],
    },
  },
  check: {
    token: 'Teams: aanmelden bij Microsoft',
    tokenMend:
      'Microsoft gaf geen token. Controleer MicrosoftAppId, MicrosoftAppPassword (een geheim verloopt) en MicrosoftAppTenantId, en of deze machine het internet op mag.',
    keys: 'Teams: sleutels van de afzender',
    keysMend:
      'De sleutels waarmee Teams zich bewijst, zijn niet op te halen; tot dan wordt elk bericht geweigerd. Controleer het netwerk of een proxy.',
    manifest: 'Teams: het pakket (teams.zip)',
    manifestMend: 'Maak het pakket met "npm run manifests" en upload teams.zip in het Teams-beheercentrum.',
    endpoint: 'Teams: het adres van deze assistent',
    endpointMend:
      'Teams moet deze assistent over https kunnen bereiken. Zet het openbare adres in MAATSTAF_URL (https://…), en in Azure (Bot, Configuration) als messaging endpoint datzelfde adres met /api/messages erachter.',
  },
}
