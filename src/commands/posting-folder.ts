import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Assignment, Posting } from '../assignments/assignment.ts'
import { createCatalogue } from '../assignments/catalogue.ts'
import { readPostingFile } from '../assignments/read-file.ts'
import { MaatstafError } from '../errors.ts'

const readable = new Set(['.txt', '.html', '.eml', '.pdf', '.docx', '.md'])

/** The postings of a folder; id = file name without extension. Opens no database. */
export async function readPostingFolder(directory: string): Promise<Assignment[]> {
  let names: string[]
  try {
    names = await readdir(directory)
  } catch (cause) {
    throw new MaatstafError('folder-not-found', 'no folder at the path given', { details: { path: directory }, cause })
  }
  const files = names.filter((name) => readable.has(extname(name).toLowerCase()) && name !== 'README.md').sort()
  return Promise.all(
    files.map(async (name) => {
      const id = name.slice(0, -extname(name).length)
      return asAssignment(await readPostingFile(await readFile(join(directory, name)), name, { id }))
    }),
  )
}

/** A posting as if it had been added and confirmed. */
export function asAssignment(posting: Posting, about: Partial<Assignment> = {}): Assignment {
  return {
    ...posting,
    revision: 1,
    state: 'new',
    addedBy: null,
    owner: null,
    addedOn: '',
    supplements: [],
    confirmed: true,
    example: false,
    ...about,
  }
}

export async function catalogueOfFolder(directory: string) {
  const catalogue = createCatalogue()
  for (const assignment of await readPostingFolder(directory)) catalogue.put(assignment)
  return catalogue
}
