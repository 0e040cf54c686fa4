import { fold } from '../text/fold.ts'
import type { Coded, Decision } from './assessment.ts'
import { certificateFinding } from './certificate.ts'
import type { Attestation, Criterion } from './criterion.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'

export type AttestFinding = { decision: Decision; shownBy: Passage[]; rule: Coded; questions: Coded[] }

/** Statements of the candidate on things no work shows: what stands there is quoted, what does not is asked, hardly anything fails. */
export function decideAttestation(
  criterion: Criterion,
  passages: readonly Passage[],
  { lexicon, cv, asOf }: { lexicon: Lexicon; cv: string; asOf: string },
): AttestFinding {
  const attestation = criterion.attestation ?? { what: 'attitude' as const }
  const admissible = passages.filter((passage) => passage.admissible && passage.kind !== 'organisation')
  if (attestation.what === 'language') {
    const found = [attestation.language, ...attestation.also].map((language) =>
      languageFinding({ ...attestation, language }, admissible),
    )
    return (['fails', 'unclear', 'meets'] as const).flatMap(
      (decision) => found.find((each) => each.decision === decision) ?? [],
    )[0]!
  }
  if (attestation.what === 'certificate') {
    const { decision, shownBy } = certificateFinding(criterion.text, admissible, cv, lexicon, asOf)
    const asking = decision === 'unclear' ? [{ code: 'certificate', values: {} }] : []
    return { decision, shownBy, rule: { code: 'certificate', values: {} }, questions: asking }
  }
  if (attestation.what === 'availability') {
    const shownBy = admissible
      .filter((passage) => /beschikbaar|available|inzetbaar|availability/i.test(passage.text))
      .slice(0, 2)
    return {
      decision: 'unclear',
      shownBy,
      rule: { code: 'availability', values: {} },
      questions: [{ code: 'availability', values: {} }],
    }
  }
  return {
    decision: 'unclear',
    shownBy: [],
    rule: { code: 'not-for-documents', values: {} },
    questions: [{ code: 'ask-candidate', values: {} }],
  }
}

const names: Record<string, RegExp> = {
  nl: /(?<![\p{L}])(?:nederlands|dutch)(?![\p{L}])/iu,
  en: /(?<![\p{L}])(?:engels|english)(?![\p{L}])/iu,
  de: /(?<![\p{L}])(?:duits|german|deutsch)(?![\p{L}])/iu,
  fr: /(?<![\p{L}])(?:frans|french|francais)(?![\p{L}])/iu,
}

/** Words by which a CV grades a language, as 4 native · 3 fluent · 2 good · 1 basic. */
const grades: [number, RegExp][] = [
  [4, /moedertaal|native|mother tongue|c2|tweetalig|bilingual/],
  [3, /vloeiend|fluent|c1|uitstekend|excellent|zeer goed|very good|professional/],
  [2, /goed|good|b2|ruim voldoende|gevorderd|advanced|proficient/],
  [1, /basis|basic|redelijk|matig|beperkt|fair|beginner|a1|a2|b1|elementary|enige/],
]

function languageFinding(
  attestation: Extract<Attestation, { what: 'language' }>,
  passages: readonly Passage[],
): AttestFinding {
  const wanted = { native: 4, fluent: 3, good: 2 }[attestation.level]
  const rule = { code: 'language', values: { language: attestation.language, level: attestation.level } }
  for (const passage of passages) {
    const text = fold(passage.text)
    const at = names[attestation.language]!.exec(text)
    if (!at || passage.kind === 'sentence') continue
    const behind = text.slice(at.index, at.index + 60).split(/[,;|]/)[0]!
    const grade = grades.find(([, words]) => words.test(behind))?.[0] ?? null
    if (grade === null) continue
    // "goed" for "vloeiend" or C1 is for a person; "basis" is not.
    const decision: Decision = grade >= wanted ? 'meets' : grade === 1 ? 'fails' : 'unclear'
    return {
      decision,
      shownBy: [passage],
      rule,
      questions: decision === 'unclear' ? [{ code: 'language-level', values: rule.values }] : [],
    }
  }
  return { decision: 'unclear', shownBy: [], rule, questions: [{ code: 'language-level', values: rule.values }] }
}
