/** Writes text.txt, motivation.txt and gold.json of every invented CV, and the postings: `node evals/cvs/source/make.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cvs } from './cvs.ts'
import { goldOf } from './gold.ts'
import { postings } from './postings.ts'
import { render } from './render.ts'
import type { InventedPosting } from './shape.ts'

const root = resolve(import.meta.dirname, '..')
mkdirSync(join(root, 'postings'), { recursive: true })
for (const posting of postings) writeFileSync(join(root, 'postings', `${posting.id}.txt`), postingText(posting))
for (const cv of cvs) {
  const posting = postings.find((each) => each.id === cv.posting)!
  const folder = join(root, cv.id)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'text.txt'), render(cv))
  if (cv.motivation) writeFileSync(join(folder, 'motivation.txt'), `${cv.motivation}\n`)
  writeFileSync(join(folder, 'gold.json'), `${JSON.stringify(goldOf(cv, posting), null, 1)}\n`)
}

function postingText(posting: InventedPosting): string {
  const english = posting.knockouts[0]!.text.startsWith('Completed')
  const heads = english
    ? ['Invented posting', 'Closing date', 'Knock-out criteria', 'Award criteria', 'points']
    : ['Verzonnen inhuuropdracht', 'Einde inschrijfdatum', 'Knock-outcriteria', 'Gunningscriteria', 'punten']
  return [
    `${heads[0]} ${posting.id}`,
    '',
    `${heads[1]}: ${posting.asOf.split('-').reverse().join('-')}`,
    '',
    heads[2],
    ...posting.knockouts.map((criterion) => `${criterion.label}. ${criterion.text}`),
    '',
    heads[3],
    ...posting.awards.map((criterion) => `${criterion.label}. ${criterion.text} (${criterion.points} ${heads[4]})`),
    '',
  ].join('\n')
}
