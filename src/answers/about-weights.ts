import { nameIn, quoteOf, short } from './about-criteria.ts'
import { missing } from './about-terms.ts'
import { labelOf } from './display.ts'
import { computed, type Finder, fact } from './finding.ts'

export const mostPoints: Finder = (view) => {
  const { posting, t } = view
  if (posting.awards.length === 0) return missing(view, 'points')
  const most = Math.max(...posting.awards.map(({ points: worth }) => worth ?? 0))
  const top = posting.awards.filter(({ points: worth }) => worth === most)
  if (top.length === posting.awards.length && top.length > 1)
    return fact(
      t.criteria.allEqual(most),
      top.map((one) => quoteOf(view, one)),
    )
  return fact(
    top.map((one) => t.criteria.most(nameIn(view, one), short(one.text), most)).join(' '),
    top.map((one) => quoteOf(view, one)),
  )
}

export const equalWeight: Finder = (view) => {
  const { posting, t } = view
  if (posting.awards.length === 0) return missing(view, 'points')
  const quotes = posting.awards.map((one) => quoteOf(view, one))
  if (new Set(posting.awards.map(({ points: worth }) => worth)).size === 1)
    return computed(t.criteria.equalYes(posting.awards[0]!.points ?? 0), quotes)
  return computed(
    t.criteria.equalNo(
      posting.awards.map((one) => `${t.criteria.name('award', labelOf(one))} ${t.criteria.points(one.points ?? 0)}`),
    ),
    quotes,
  )
}
