/** An invented posting: organisation, people and numbers do not exist. */
export const samplePosting = `Projectleider duurzame mobiliteit

Aanvraagnummer	70412	Start	1 september 2026
Duur	12 maanden	Regio	Veluwemeer
Uren per week	24	Einde inschrijfdatum	donderdag 23 juli 2026
Eindtijd	12:00 uur	Opleidingniveau	HBO

Gemeente Oostermeer

Gemeente Oostermeer werkt aan een bereikbare binnenstad. De projectleider stemt wekelijks af met de wethouder Verkeer.

Knock-outcriteria

1. Een afgeronde hbo bachelor opleiding;
2. Minimaal 3 jaar aantoonbare werkervaring als projectleider mobiliteit;

Gunningscriteria (totaal 100 punten)

3. Aantoonbare werkervaring met het begeleiden van bewonersparticipatie (60 punten);
4. Aantoonbare werkervaring met subsidieaanvragen (40 punten).

Functieschaal

Deze functie is ingedeeld in functieschaal 11.

CV-eisen

Maximaal 5 pagina's, opgesteld in het Nederlands, minimaal 2 referenties.

Overige informatie

- De opdrachtgever zal om een Verklaring Omtrent het Gedrag (VOG) vragen.

Vragen kunnen ingediend worden tot maandag 20 juli 2026, 09:00 uur.
De reactietermijn van deze inhuuropdracht duurt tot donderdag 23 juli 2026, 12:00 uur.
`

/** An invented CV for it. */
export const sampleCv = `Curriculum vitae K. Verzonnen

Werkervaring

januari 2021 – heden   Projectleider mobiliteit
gemeente Waterstede
• Leidde als projectleider mobiliteit de herinrichting van de stationsomgeving.
• Begeleidde de bewonersparticipatie bij drie fietsroutes, met zes avonden en een digitale raadpleging.
• Schreef twee subsidieaanvragen voor fietsstraten, die beide werden toegekend.

maart 2017 – december 2020   Adviseur verkeer
Bureau Wegwijs
• Adviseerde gemeenten over verkeersmodellen.

Opleiding
• HBO Verkeerskunde, Hogeschool Oostrand, 2012 – 2016, diploma behaald in 2016

Referenties
Peter Proef, opdrachtgever, gemeente Waterstede, 06-0000 0001
Anja Nep, teamleider, Bureau Wegwijs, 06-0000 0002
`
