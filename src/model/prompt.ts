import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { MaatstafError } from '../errors.ts'

const frontMatter = z.object({
  purpose: z.string().min(1),
  version: z.number().int().positive(),
  schema: z.string().min(1),
})

/** One prompt file: front matter that says what it is for, and the text with {{names}} to fill in. */
export type Prompt = z.infer<typeof frontMatter> & {
  text: string
  /** SHA-256 of the whole file: a changed prompt asks anew. */
  hash: string
}

/** Reads prompts/NAME.md. Throws `prompt-unreadable` naming the prompt. */
export async function readPrompt(folder: string, name: string): Promise<Prompt> {
  try {
    const file = await readFile(join(folder, `${name}.md`), 'utf8')
    const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(file)
    if (!match) throw new Error('no front matter')
    return {
      ...frontMatter.parse(parse(match[1]!)),
      text: match[2]!.trim(),
      hash: createHash('sha256').update(file).digest('hex'),
    }
  } catch (cause) {
    throw new MaatstafError('prompt-unreadable', `prompt ${name} is not readable`, {
      fault: 'system',
      details: { prompt: name },
      cause,
    })
  }
}

/**
 * Puts the values into the text, each between marks that carry a word nobody can guess, so that nothing in a value can end it. Throws
 * `prompt-values` when a name of the text has no value, or a value no name.
 */
export function fillPrompt(prompt: Prompt, values: Readonly<Record<string, string>>, mark: string): string {
  const names = new Set([...prompt.text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!))
  const given = Object.keys(values)
  if (given.some((name) => !names.has(name)) || [...names].some((name) => !given.includes(name))) {
    throw new MaatstafError('prompt-values', 'the values do not fit the prompt', {
      fault: 'system',
      details: { given: given.join(), wanted: [...names].join() },
    })
  }
  return prompt.text.replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => `<${mark} ${name}>\n${values[name]}\n</${mark} ${name}>`,
  )
}
