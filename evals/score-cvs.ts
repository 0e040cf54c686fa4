import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPosting } from '../src/assignments/read-posting.ts'
import { readCareer } from '../src/candidates/read-career.ts'
import type { Document, DocumentKind } from '../src/documents/document.ts'
import { fromText, readDocument } from '../src/documents/read-document.ts'
import type { EvidenceEngine } from '../src/scoring/engine.ts'
import { scoreJson } from '../src/scoring/json.ts'
import { scoreCandidate } from '../src/scoring/score.ts'
import type { CvGold } from './cv-gold.ts'
import type { CvResult } from './grade-cvs.ts'

/** Scores every CV of a gold folder, each through the whole way from bytes to JSON. `postings` holds ID.txt; CVs of other postings are left out. */
export async function scoreCvs(
  golds: readonly CvGold[],
  directory: string,
  postings: string,
  engine: EvidenceEngine,
): Promise<Map<string, CvResult>> {
  const results = new Map<string, CvResult>()
  for (const gold of golds) {
    const posting = join(postings, `${gold.assignment}.txt`)
    if (!existsSync(posting)) continue
    const folder = join(directory, gold.id)
    const documents: Partial<Record<DocumentKind, Document>> = {
      cv: await readDocument(readFileSync(join(folder, gold.file)), gold.file),
    }
    const letter = join(folder, 'motivation.txt')
    if (existsSync(letter)) documents.motivation = fromText(readFileSync(letter, 'utf8'))
    const assignment = readPosting(readFileSync(posting, 'utf8'), { id: gold.assignment })
    const career = readCareer(documents.cv!, { asOf: gold.asOf })
    results.set(
      gold.id,
      scoreJson(await scoreCandidate({ assignment, documents, career, rateEur: null, engine })) as CvResult,
    )
  }
  return results
}
