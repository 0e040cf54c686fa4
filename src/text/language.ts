import { wordsOf } from './fold.ts'

/**
 * The commonest small words per language, without accents as `fold` gives them. Words shared by two languages stay in both lists;
 * the sum decides. A list of small words needs no model in memory and is right from about ten running words on.
 */
const smallWords: Record<string, string> = {
  nl: 'de het een en van in is dat op te met voor die aan er niet zijn om ook als maar bij naar uit door over tot wordt werd was heeft had ik wij je zij hij deze dit of dan nog kan moet worden hebben geen onder tussen binnen tijdens vanuit mijn haar hun sinds heden t/m jaar werkte gaf deed graag eigen wat hoe wanneer welke',
  en: 'the of and to a in is that it for was on are as with be at this by from have not or had but which you were they all her she there would their we him been has when who will more if no out so what up my i into than its over for during within between since present years also an am worked',
  de: 'der die das und ist in zu den von mit dem des ein eine auf fur als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr durch man seit ich wir nicht im',
  fr: 'le la les de des et est un une dans en pour que qui du au aux par sur avec ne pas plus ce il elle son ses sont mais ou cette je nous vous depuis ans chez lors entre',
  es: 'el la los las de y que en un una por con para es su al lo como mas pero sus se del ha desde entre muy sin sobre yo años',
  it: 'il lo la gli le di e che un una in per con non del della dei sono al come piu dal nel alla presso anche ma ho anni',
  pt: 'o a os as de e que em um uma por com para do da dos das no na nao mais como se ao foi anos desde entre pela',
  pl: 'i w na z do nie sie jest to ze o jak po od za dla oraz przez przy lub byl jako praca lat',
  sv: 'och i att det som en pa ar av for med den till inte om har de ett var jag fran vid inom under samt',
  tr: 've bir bu da de icin ile olarak olan daha gibi en cok ama ben kadar sonra yil',
}
const sets = Object.entries(smallWords).map(([code, words]) => [code, new Set(words.split(' '))] as const)

/**
 * The language most of the text is written in, ISO 639-1; null when there are too few words to tell (a lone keyword list, an empty
 * file) or no list fits.
 */
export function languageOf(text: string): string | null {
  const words = wordsOf(text.slice(0, 40_000)).filter((word) => /\p{L}/u.test(word))
  if (words.length < 4) return null
  const scores = sets
    .map(([code, set]) => ({ code, hits: words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0) }))
    .sort((a, b) => b.hits - a.hits)
  const [best, second] = [scores[0]!, scores[1]!]
  // A CV of keywords has few small words; below one in twenty the text says nothing about its language.
  if (best.hits < Math.max(2, words.length / 20) || best.hits === second.hits) return null
  return best.code
}

/** Words of questions and short orders that only one of the two languages has. */
const spoken = {
  nl: new Set(
    'en hoeveel hoe wat wanneer welke welk wie waar waarom mag moet kan kunnen is er het de een en ook nog bij van voor met sluit klopt kloppen ja nee graag nodig dit dat deze toets verder terug opdracht opdrachten vragen uur jaar schaal punten eisen aan uit op om alleen zien herinner iedereen niet nie wnr meesturen'.split(
      ' ',
    ),
  ),
  en: new Set(
    'how what when which who where why may must can could should are the a an and also still at of for with does do close closes closing yes no please needed required this that these score back assignment assignments questions hours years scale points requirements many much long on off only show remind everybody'.split(
      ' ',
    ),
  ),
}

/** Whether a short message is Dutch or English; null when its words tell neither, or as much of both. */
export function languageOfUtterance(text: string): 'nl' | 'en' | null {
  const words = wordsOf(text)
  const count = (lang: 'nl' | 'en') => words.filter((word) => spoken[lang].has(word)).length
  const [dutch, english] = [count('nl'), count('en')]
  return dutch === english ? null : dutch > english ? 'nl' : 'en'
}
