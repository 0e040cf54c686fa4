import { inside } from './interview-words.ts'
import { count, euro, joined } from './words.ts'

/** The interview with the client, and handing in. */
export const handingIn = {
  // Interview with the client
  prepareTitle: (code: string) => `Gesprek voorbereiden, ${code}`,
  prepareIntro: 'Per competentie wat het cv laat zien, en twee open vragen: situatie, taak, actie, resultaat.',
  prepareNone: 'De uitvraag noemt geen competenties. Bereid de criteria voor die het minste bewijs hebben.',
  competencyNotSeen: 'Niet zichtbaar in het cv: laat de kandidaat hier een voorbeeld voor klaar hebben.',
  starQuestions: (name: string, seen: boolean, index: number): string[] => {
    const first = [
      `Welke situatie laat het best zien dat "${name}" bij je past, en wat was daarin jouw taak?`,
      `Vertel over een moment waarop het op "${name}" aankwam: wat speelde er, en wat werd van jou verwacht?`,
      `Wanneer had je "${name}" het hardst nodig, en wat was jouw rol?`,
    ]
    const second = [
      'Wat deed je precies, en wat kwam eruit? Hoe merkte de opdrachtgever dat?',
      'Welke stappen zette je zelf, wat ging anders dan gepland, en wat was het resultaat?',
      'Wat koos je om te doen en waarom, en wat zou je nu anders doen?',
    ]
    return [
      `${seen ? '' : 'Nog geen voorbeeld in het cv. '}${first[index % first.length]}`,
      second[index % second.length]!,
    ]
  },
  prepareWeak: (names: string[]) =>
    `Verwacht ook vragen over ${joined(names.map(inside))}: daar is het bewijs het dunst.`,

  // Handing in
  handInTitle: 'Inlevercontrole',
  handInDone: (done: number, all: number) => (done === all ? 'Alles is afgevinkt.' : `${done} van ${all} afgevinkt.`),
  itemCv: 'Cv volgens de cv-eisen',
  itemExplanation: 'Toelichting of leeswijzer',
  itemMotivation: 'Motivatie',
  itemMotivationOwn: 'door de kandidaat zelf geschreven',
  itemRate: (rate: number) => `Uurtarief ${euro(rate)}`,
  itemRateOpen: 'Uurtarief bepalen',
  maxRate: (max: number) => `maximum in de uitvraag: ${euro(max)}`,
  itemReferees: (n: number) => `${count(n, 'referent akkoord', 'referenten akkoord')}`,
  itemAgreed: (code: string) => `${code} gaat akkoord met aanbieding door ons`,
  itemWhere: 'Waar en wanneer indienen',
  notStatedWhere: 'waar je indient staat niet in de uitvraag; kijk op het platform',
}
