import type { PostedCriterion } from '../assignments/assignment.ts'
import { fold } from '../text/fold.ts'
import type { Criterion } from './criterion.ts'
import { takeEmployers } from './criterion-employer.ts'
import { attestationOf, educationOf, kindOf, parted } from './criterion-kind.ts'
import { takeRoles } from './criterion-role.ts'
import { topicOf } from './criterion-topic.ts'
import { stepOf, takeDuration } from './duration-phrase.ts'
import type { Lexicon } from './lexicon.ts'
import { takeQuantity } from './quantity.ts'

/** Openings that say that experience is asked for, not in what. */
const opening =
  /^(?:[-•*\s]*)(?:(?:de kandidaat|kandidaat|je|jij|u|you|the candidate|candidate|de professional)\s+)?(?:(?:beschikt over|heeft|hebt|has|have|is in het bezit van|dient te beschikken over|toont aan|kan aantonen)\s+)?/iu
const explained =
  /[,(]?\s*(?:dit is |wat is |this is |te )?(?:toegelicht|toelichten|toe te lichten|explained)\s+in (?:de|het|the) (motivatie|motivation|letter|brief|toelichting|explanation)\)?/iu
const preference = /(?:[,(]\s*)?(?:bij voorkeur|preferably|is een pré|is een pre|nice to have)\b.*$/iu

/** Reads a posted criterion. Pure; works on the criterion's own words and the lexicon only. */
export function readCriterion(posted: PostedCriterion, label: string, lexicon: Lexicon): Criterion {
  const english = isEnglish(posted.text)
  const explanation = explained.exec(posted.text)
  const plain = posted.text.replace(explained, ' ').replace(opening, '')
  const both = parted(plain)
  const duration = takeDuration(both?.work ?? plain)
  const minimumMonths = duration.minimumMonths ?? (posted.minYears === null ? null : Math.round(posted.minYears * 12))
  const sub = posted.sub ?? []
  const steps = sub.length > 0 && sub.every((each) => stepOf(each.text) !== null)
  const kind = kindOf(both?.work ?? plain, { price: posted.price ?? false, minimumMonths, steps })
  const sized = takeQuantity(duration.rest.replace(preference, ''))
  const roles = takeRoles(sized.rest, lexicon, english)
  const employers = takeEmployers(roles.rest, lexicon)
  const topic = topicOf(employers.rest, lexicon, english)
  const works = kind === 'duration' || kind === 'experience'
  return {
    key: posted.key,
    section: posted.section,
    label,
    text: posted.text,
    points: posted.points,
    kind,
    minimumMonths: kind === 'duration' ? minimumMonths : null,
    windowYears: posted.windowYears,
    roles: works ? roles.roles : [],
    employers: works ? employers.employers : null,
    topic: works ? topic.topic : null,
    contexts: works ? topic.contexts : [],
    quantity: works ? sized.quantity : null,
    education: kind === 'education' ? educationOf(plain) : works && both ? educationOf(both.study) : null,
    attestation: kind === 'attestation' ? attestationOf(fold(plain)) : null,
    proves: posted.proves.length > 0 ? posted.proves : ['cv', 'explanation'],
    explainedIn: explanation ? (/toelichting|explanation/i.test(explanation[1]!) ? 'explanation' : 'motivation') : null,
    sub,
  }
}

function isEnglish(text: string): boolean {
  const words = fold(text).split(/[^a-z]+/)
  const count = (list: string[]) => words.filter((word) => list.includes(word)).length
  return (
    count(['the', 'and', 'with', 'of', 'experience', 'years', 'at', 'least', 'a', 'or', 'degree', 'as']) >
    count(['de', 'het', 'een', 'en', 'met', 'ervaring', 'van', 'jaar', 'bij', 'als', 'werkervaring', 'binnen'])
  )
}
