import { fold } from '../text/fold.ts'

/**
 * Reasons that refer to age, origin, sex, family, health or belief are not recorded. Words that are also topics of work
 * (care for children, public health, migration policy) count only where they are said of the candidate.
 */
const always = [
  /\bleeftijd\b|\b\d{2}\s*(?:jaar|years?)[ -]*(?:oud|old)\b|\b(?:te|too) (?:oud|jong|old|young)\b|\b\d{2}-?jarige\b|\bpensioengerechtigd|\b50[- ]?plusser|\b(?:almost|bijna) (?:retired|met pensioen)\b|\bhis age\b|\bher age\b|\btheir age\b/,
  /\bafkomst\b|\bnationaliteit\b|\ballochtoon|\bautochtoon|\bhuidskleur\b|\bbuitenlander\b|\bniet[- ](?:westers|nederlands)\b|\bethni|\bnationality\b|\bforeigner\b|\bskin colou?r\b|\bimmigrant\b|\bnative (?:dutch|speaker)\b/,
  /\bzwanger|\bpregnan|\bmaternity\b|\bzwangerschap|\bkinderwens\b|\bgeaardheid\b|\bhomosek|\blesbisch|\btransgender\b|\bsexual orientation\b/,
  /\bhoofddoek|\bmoslim|\bislamiet|\bjoods\b|\bchristen\b|\bgereformeerd|\bhindoe|\bmuslim\b|\bjewish\b|\bheadscarf\b|\breligious\b|\bgelovig|\bzijn geloof\b|\bhaar geloof\b/,
  /\bburn-?out|\bziekteverleden|\bziekteverzuim van\b|\barbeidsongeschikt|\bchronisch ziek|\bautis|\badhd\b|\bdepressi/,
  /\b(?:allah|kerklid|kerkelijk)\b/,
]
const topics =
  '(?:ziek|zieke|ziekte|gezondheid|handicap|beperking|kind|kinderen|gezin|familie|moeder|vader|getrouwd|gescheiden|alleenstaand|mantelzorger|kerk|accent|ill|sick|health|disability|disabled|children|kids|family|mother|father|married|divorced|church|faith|religion|pension|retired|retiring)'
const few = String.raw`(?:\s+(?:een|de|het|vaak|nog|al|twee|drie|vier|veel|jonge|kleine|geen|zelf|a|the|often|two|three|four|young|small|no|still|already))*`
const personal = [
  new RegExp(String.raw`\b(?:zijn|haar|diens|his|her|their)${few}\s+${topics}\b`),
  new RegExp(
    String.raw`\b(?:hij|zij|ze|kandidaat|candidate|he|she|they)\s+(?:is|heeft|krijgt|wordt|was|had|has|have|gets|gaat naar de|goes to)${few}\s+${topics}\b`,
  ),
  /\b(?:een|als|is|want|omdat|a|as|because)\s+(?:oudere?|jonge|older|young)?\s*(?:vrouw|man|dame|heer|meisje|jongen|moeder|vader|woman|girl|boy|mother|father|male|female)\b/,
  /\b(?:vrouwelijk|mannelijk|geslacht|gender)e?\b(?!\s*(?:beleid|studies|gelijkheid|equality|policy))/,
  /\b(?:is|komt uit|afkomstig uit|comes from|from)\s+(?:een\s+|a\s+)?(?:turk|marokka|syri|pool|polen|polish|turkish|moroccan|syrian|surina|antill|somali|afghan|roemeen|romanian|bulgaar|bulgarian)\w*/,
  /\bjonge kinderen\b|\byoung children\b|\b(?:vaak|often) (?:ziek|ill|sick)\b|\b(?:is|was) (?:ziek|ill|sick)\b/,
]

/** True when a reason must not be recorded. */
export function isRefusedReason(reason: string): boolean {
  const folded = fold(reason)
  return [...always, ...personal].some((pattern) => pattern.test(folded))
}
