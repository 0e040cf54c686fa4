/** "Wie past hierop?" */
export const fits = {
  /** Words that ask it again elsewhere. */
  askFor: (id: string) => `wie past op ${id}?`,
  button: 'Wie past hierop?',
  title: (assignment: string) => `Wie past op ${assignment}?`,
  groups: { shown: '✅ Aantoonbaar', unclear: '❔ Onduidelijk', notFound: '❌ Niet gevonden' },
  allShown: (count: number) =>
    count === 1
      ? 'de knock-out staat in de stukken'
      : `${count === 2 ? 'beide' : `alle ${count}`} knock-outs staan in de stukken`,
  because: {
    unclear: (label: string, text: string, more: number) =>
      `knock-out ${label} is onduidelijk: "${text}"${others(more)}`,
    notFound: (label: string, text: string, more: number) =>
      `knock-out ${label} niet gevonden: "${text}"${others(more)}`,
  },
  shared: 'gedeeld met jou',
  howRead:
    'Gelezen met regels in de stukken die er al zijn, op alfabet en zonder punten. Niemand valt hierdoor af: met "toets" kijk je zelf, met de citaten erbij.',
  nobody: 'Er is niemand om naar te kijken.',
  untold: (codes: string[]) =>
    `Niet meegenomen: ${codes.join(', ')}. Er is niet vastgelegd dat zij weten dat we hun stukken ook bij andere opdrachten leggen.`,
  untoldOfOthers: (count: number) =>
    `${count === 1 ? 'Eén kandidaat die met je gedeeld is, is' : `${count} kandidaten die met je gedeeld zijn, zijn`} om dezelfde reden niet meegenomen; dat legt de eigenaar vast.`,
  noKnockouts: (assignment: string) => `In ${assignment} staan geen knock-outs, dus hier valt niets naast te leggen.`,
  noCandidates: 'Je hebt nog geen kandidaten. Met "toets" begin je een toetsing.',
  which: 'Voor welke opdracht?',
  told: (code: string) => `${code} weet het`,
  notice: 'Tekst voor de kandidaat',
  recorded: (code: string, told: boolean) =>
    told
      ? `Vastgelegd: ${code} weet dat we de stukken ook bij andere opdrachten leggen. Wil ${code} dat niet meer, zeg dan "zoek niet met ${code}".`
      : `Vastgelegd: ${code} doet niet meer mee als je vraagt wie er past.`,
  notOwner: 'Die kandidaat ken ik niet bij jou; er is niets veranderd.',
  noticeText:
    'Tekst voor de kandidaat:\n\nWe bewaren de stukken die je ons gaf en leggen ze ook naast de harde eisen van andere inhuuropdrachten, zodat we je kunnen bellen als er iets bij je past. Dat doet een AI-assistent met vaste regels, zonder taalmodel: hij zoekt de zinnen die bij een eis horen. Hij geeft geen cijfer en wijst niemand af; een consultant kijkt zelf en overlegt met jou voordat we iets insturen.\n\nAlleen je eigen consultant, en collega’s met wie die jou bij naam deelt, zien de uitkomst. Je kunt altijd zeggen dat je dit niet wilt; voor de opdracht waarvoor je je stukken gaf, maakt dat niets uit.',
}

function others(more: number): string {
  return more === 0 ? '' : more === 1 ? ' (en nog een)' : ` (en nog ${more})`
}
