/** Questions to a client, ready to paste: polite, one point each, in the language of the posting. */
export const postingQuestions = {
  conflict: (field: string, values: string[]) =>
    `In de uitvraag staan over ${field} verschillende gegevens: ${values.join(' en ')}. Waarvan kunnen wij uitgaan?`,
  duplicateNumbers:
    'In de uitvraag dragen twee criteria hetzelfde nummer. Hoe wilt u dat wij er in de aanbieding naar verwijzen?',
  closing: 'Tot welke datum en welk tijdstip kunnen wij een kandidaat aanbieden?',
  closingTime: (date: string) => `Tot welk tijdstip op ${date} kunnen wij een kandidaat aanbieden?`,
  hours: 'Voor hoeveel uur per week zoekt u inzet?',
  start: 'Op welke datum is de beoogde start?',
  duration: 'Wat is de duur van de opdracht, en is verlenging mogelijk?',
  rate: 'Geldt er een maximumtarief, en zo ja welk?',
  sroi: (threshold: string | null) =>
    threshold === null
      ? 'Onder welke voorwaarden geldt de SROI-verplichting voor deze opdracht, en welk percentage?'
      : `Geldt de SROI-grens van ${threshold} per opdracht of opgeteld over alle opdrachten, en welk percentage geldt daarboven?`,
  office: 'Hoeveel dagen per week verwacht u de professional op kantoor, en zijn dat vaste dagen?',
  hybrid: 'Is (deels) thuiswerken mogelijk?',
  days: (hours: string) => `Hoe verdeelt u de ${hours} uur over de week?`,
  interviews: 'Op welke dag en hoe laat zijn de gesprekken gepland?',
  partial: 'Kunnen er bij de gunningscriteria ook deelpunten worden toegekend, en volgens welke schaal?',
  professionals: 'Hoeveel professionals zoekt u, en mogen wij meer dan één kandidaat aanbieden?',
  cv: 'Welke eisen stelt u aan het cv (omvang, taal, bestandsformaat, referenties)?',
  zzp: 'Mag de opdracht worden vervuld door een zzp’er?',
}
