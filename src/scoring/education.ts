import type { Career, Education } from '../candidates/candidate.ts'
import { fold } from '../text/fold.ts'
import { akin } from '../text/stem.ts'
import type { Coded, Decision } from './assessment.ts'
import type { EducationDemand } from './criterion.ts'
import type { Lexicon } from './lexicon.ts'
import { matchPattern } from './pattern.ts'
import type { Verdict } from './role.ts'
import { tokensOf } from './tokens.ts'

export type EducationFinding = { decision: Decision; decidedBy: Education[]; rule: Coded; questions: Coded[] }

const rank = { other: 0, mbo: 1, hbo: 2, wo: 3 }

/**
 * A study meets the demand when its level is high enough, its completion is stated and its direction fits. Completion not stated, a foreign
 * level or a direction that is only comparable is for a person; a lower, unfinished or other study, or none, fails.
 */
export function decideEducation(demand: EducationDemand, career: Career, lexicon: Lexicon): EducationFinding {
  const judged = career.education.map((education) => ({ education, ...judge(education, demand, lexicon) }))
  const best = (['meets', 'unclear'] as const)
    .map((decision) => judged.filter((each) => each.decision === decision))
    .find((each) => each.length > 0)
  const rule = {
    code: demand.diploma ? 'education' : 'education-thinking-level',
    values: { level: demand.level, fields: demand.fields.join(', ') },
  }
  if (best) {
    const [first] = best
    return {
      decision: first!.decision,
      decidedBy: [first!.education],
      rule,
      questions: first!.decision === 'unclear' ? [first!.question] : [],
    }
  }
  if (!demand.diploma)
    return {
      decision: 'unclear',
      decidedBy: career.education.slice(0, 2),
      rule,
      questions: [{ code: 'thinking-level', values: { level: demand.level } }],
    }
  return {
    decision: 'fails',
    decidedBy: career.education.slice(0, 3),
    rule: career.education.length > 0 ? rule : { code: 'education-not-mentioned', values: rule.values },
    questions: [],
  }
}

function judge(
  education: Education,
  demand: EducationDemand,
  lexicon: Lexicon,
): { decision: Decision; question: Coded } {
  const ask = (code: string): { decision: Decision; question: Coded } => ({
    decision: 'unclear',
    question: { code, values: { study: education.quote.slice(0, 120) } },
  })
  const fails = { decision: 'fails' as const, question: { code: 'none', values: {} } }
  const level = highEnough(education, demand)
  const fit = fits(education, demand, lexicon)
  if (level === 'no' || education.completion === 'unfinished' || education.completion === 'running') return fails
  if (fit === 'no') return education.foreign && demand.comparable ? ask('comparable-direction') : fails
  if (education.completion === 'not-stated') return ask('completion-not-stated')
  if (level === 'maybe') return ask('foreign-level')
  if (fit === 'maybe') return ask('comparable-direction')
  return { decision: 'meets', question: { code: 'none', values: {} } }
}

/** Courses and certificates that bear the name of a school or a level, and schools that lead to none. */
const noDegree =
  /(?<![\p{L}])(?:post[- ]?hbo|leergang|minor|module|cursus|training|masterclass|workshop|nascholing|bijscholing|denkniveau|associate degree|ad-opleiding|propedeuse|deelcertificaat|vwo|havo|gymnasium|atheneum|middelbare school|secondary school|high school|a-levels)(?![\p{L}])/iu
const degree =
  /(?<![\p{L}])(?:bachelor|master(?!class)|b\.?sc|m\.?sc|b\.?a|m\.?a|drs|ir|mr|ph\.?d|bul|(?:hbo|wo)[- ](?:diploma|opleiding))(?![\p{L}])/iu

function highEnough(education: Education, demand: EducationDemand): Verdict {
  if (demand.level !== 'mbo' && noDegree.test(education.quote) && !degree.test(education.quote)) return 'no'
  if (education.level === 'other')
    return education.foreign || /bachelor|master|degree|diplom|licen[ct]/i.test(education.quote) ? 'maybe' : 'no'
  if (rank[education.level] < rank[demand.level]) {
    // A master's degree is wo or hbo; a posting for wo leaves an hbo master to a person.
    return demand.level === 'wo' &&
      education.level === 'hbo' &&
      /master|msc|(?<![\p{L}])ma(?![\p{L}])/iu.test(`${education.degree ?? ''} ${education.quote}`)
      ? 'maybe'
      : 'no'
  }
  if (
    demand.master &&
    !/master|msc|m\.sc|(?<![\p{L}])(?:ma|ir|drs|mr|llm|mba|phd|dr)(?![\p{L}])|doctor/iu.test(
      `${education.degree ?? ''} ${education.quote}`,
    )
  ) {
    return /bachelor|bsc|(?<![\p{L}])ba(?![\p{L}])/iu.test(`${education.degree ?? ''} ${education.quote}`)
      ? 'no'
      : education.level === 'wo'
        ? 'maybe'
        : 'no'
  }
  return 'yes'
}

/** Whether the direction of a study is one of those asked for, one that a person may call comparable, or another. */
function fits(education: Education, demand: EducationDemand, lexicon: Lexicon): Verdict {
  if (demand.fields.length === 0) return 'yes'
  const named = direction(education.field ?? education.quote, demand, lexicon)
  // A reader may have cut the name short; what stands before the first comma is the study as printed, the school comes after it.
  return named === 'yes' ? named : better(named, direction(education.quote.split(/[,|(\n\t–]/)[0]!, demand, lexicon))
}

const better = (a: Verdict, b: Verdict): Verdict => (a === 'yes' || b === 'yes' ? 'yes' : a === 'maybe' ? a : b)

function direction(words: string, demand: EducationDemand, lexicon: Lexicon): Verdict {
  const tokens = tokensOf(fold(words))
  let verdict: Verdict = 'no'
  for (const wanted of demand.fields) {
    const asking = tokensOf(wanted)
    if (asking.every((word) => tokens.some((token) => akin(token.word, word.word)))) return 'yes'
    for (const [id, family] of lexicon.education) {
      const asked =
        akin(id, wanted) ||
        family.is.some(
          (pattern) =>
            (matchPattern(pattern, asking, () => null)?.length ?? 0) >= Math.min(asking.length, 2) ||
            (asking.length === 1 && matchPattern(pattern, asking, () => null)),
        )
      if (!asked) continue
      if ([...family.is, ...family.covers].some((pattern) => matchPattern(pattern, tokens, () => null))) return 'yes'
      if (!demand.comparable) continue
      const near = family.nearNames.flatMap((name) => lexicon.education.get(name)?.is ?? [])
      if (near.some((pattern) => matchPattern(pattern, tokens, () => null))) verdict = 'maybe'
    }
  }
  return verdict
}
