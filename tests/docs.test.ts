import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const papers = globSync(['*.md', 'docs/**/*.md', 'evals/**/README.md', 'bench/README.md', 'examples/**/README.md'], {
  cwd: root,
})

it.each(papers)('%s points only to what is there', (paper) => {
  const text = readFileSync(join(root, paper), 'utf8')
  const prose = text.replaceAll(/`[^`\n]*`/g, '')
  const links = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, to]) => join(dirname(paper), to!))
  const pictures = [...prose.matchAll(/<img src="([^"]+)"/g)].map(([, to]) => join(dirname(paper), to!))
  // "evals/questions*.jsonl" names a folder; "src/config.ts" a file.
  const named = [
    ...text.matchAll(/`((?:src|tests|docs|evals|bench|manifests|prompts|examples)\/[\w./-]*)(\*?)[^`\n]*`/g),
  ].map(([, to, more]) => (more ? dirname(to!) : to!))
  const missing = [...links, ...pictures, ...named].filter((path) => !existsSync(join(root, path)))
  expect(missing).toEqual([])
})
