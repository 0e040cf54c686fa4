import { countOf, countPattern } from '../text/number-words.ts'
import type { PostingFacts } from './assignment.ts'
import type { Page, Reading } from './reading.ts'

type CvRules = NonNullable<PostingFacts['cv']>

const cvWord = /\bc\.?v\.?(?:['’]?s)?\b|curriculum/i
const pages = new RegExp(
  `(?:max\\.?(?:imaal|imum)?|hooguit|hoogstens|ten hoogste|niet (?:meer|langer) (?:zijn |worden )?dan|no (?:longer|more) than|not exceed(?:ing)?|up to|at most|beslaat|telt)\\s*(?:of\\s+|van\\s+|maximaal\\s+)?(${countPattern})\\s*(?:\\([^)]*\\)\\s*)?(?:pag\\b\\.?|pagina|bladzijde|bladzij|zijde|blz|a4|kantjes?|pages?|pp\\b|p\\.?(?=\\s*[).,;]|$)|sheets?)|(${countPattern})\\s*(?:pagina['’]?s|bladzijden|a4['’]?(?:tjes)?|pages?)\\s*(?:max|of minder|or less|at most|lang|long)`,
  'iu',
)
const references = new RegExp(
  `(?<![\\p{L}\\d])(${countPattern})\\s*(?:\\p{L}+\\s+){0,2}?(?:referent|referentie|reference|referee|refs?\\b)`,
  'iu',
)
/** "Referenties: 2" */
const counted = new RegExp(
  `\\b(?:aantal )?(?:referenties?|references?)\\s*:\\s*(?:minimaal |minstens |at least )?(${countPattern})`,
  'iu',
)
const file = /\b(?:pdf|docx?|word|odt|rtf)\b/giu

/** Which sentences are about the cv: those that name it, those under its heading or label, and those that only go on. */
function cvSentences(page: Page): { text: string; start: number; end: number }[] {
  const blocks = page.labelled.filter(({ field }) => field === 'cvRules')
  const own = (at: number) => blocks.some(({ start, end }) => start <= at && at < end)
  const all = page.source.sentences
  return all.filter((sentence, index) => {
    if (own(sentence.start) || cvWord.test(sentence.text)) return true
    const before = all[index - 1]
    const near =
      before !== undefined && sentence.start - before.end <= 2 && (cvWord.test(before.text) || own(before.start))
    return (
      (near &&
        /referent|referentie|referee|reference|\bpdf\b|\bword\b|aanleveren|in het (?:nederlands|engels)/i.test(
          sentence.text,
        )) ||
      /^(?:minimaal |voeg )?.{0,25}\breferent/i.test(sentence.text) ||
      /\breferentie(?:s)? (?:van|uit)\b/i.test(sentence.text)
    )
  })
}

function languagesIn(text: string): string[] {
  const found: [number, string][] = []
  const dutch = text.search(/[Nn]ederlands|NEDERLANDS|[Dd]utch|DUTCH|\bNL\b/)
  const english = text.search(/engels|english|\bin het EN\b/i)
  if (dutch >= 0) found.push([dutch, 'nl'])
  if (english >= 0) found.push([english, 'en'])
  return found.sort(([a], [b]) => a - b).map(([, name]) => name)
}

function formatsIn(text: string): string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(file)) {
    if (/(?:geen|niet in|no|not)\s+$/i.test(text.slice(0, match.index))) continue
    const name = match[0].toLowerCase()
    found.add(name === 'word' ? 'docx' : name)
  }
  // "in Word (.docx)" names one format, "doc, docx" two.
  return [...found]
}

/** The demands on the cv, null when there are none. Each demand is read from the sentence that states it. */
export function cvRulesOf(page: Page): { rules: CvRules; readings: Reading<string>[] } | null {
  const rules: CvRules = { maxPages: null, language: null, minReferences: null, formats: [] }
  const readings: Reading<string>[] = []
  const add = (value: string, { start, end }: { start: number; end: number }) =>
    readings.push({ value, start, end, certainty: 'prose' })
  for (const sentence of cvSentences(page)) {
    const from = Math.max(0, sentence.text.search(cvWord))
    const text = sentence.text.slice(from)
    const size = pages.exec(text.split(/motivatie|plan van aanpak|cover letter|motivation/i)[0]!)
    if (size && rules.maxPages === null) {
      rules.maxPages = countOf(size[1] ?? size[2]!)
      add('maxPages', sentence)
    }
    // "Solliciteer in het Nederlands; cv (pdf) …"
    const languages = languagesIn(
      /\b(?:in het|in) (?:nederlands|engels|dutch|english)\b|(?:nederlands|engels)talig|(?:dutch|english)[- ](?:language )?c\.?v/i.test(
        sentence.text,
      )
        ? sentence.text
        : text,
    )
    if (languages.length > 0 && rules.language === null && !/ervaring|beheers|vloeiend|fluent/i.test(text)) {
      rules.language = languages.join('/')
      add('language', sentence)
    }
    const named = references.exec(sentence.text) ?? counted.exec(sentence.text)
    if (named && rules.minReferences === null && !/op verzoek|on request/i.test(sentence.text)) {
      rules.minReferences = countOf(named[1]!)
      add('minReferences', sentence)
    }
    const formats = formatsIn(sentence.text)
    if (
      formats.length > 0 &&
      rules.formats.length === 0 &&
      /upload|aanlever|format|formaat|bestand|in (?:pdf|word)|als (?:pdf|word)|\bpdf\b|\bword\b|docx/i.test(
        sentence.text,
      )
    ) {
      rules.formats = formats
      add('formats', sentence)
    }
  }
  const row = page.source.lines.find(
    ({ cells }) => cells.length === 2 && /^(?:aantal )?(?:referenties|references):?$/i.test(cells[0]!.text),
  )
  const told = row ? countOf(/^(?:minimaal |minstens |at least )?(\S+)/i.exec(row.cells[1]!.text)?.[1] ?? '') : null
  if (row && told !== null && rules.minReferences === null) {
    rules.minReferences = told
    add('minReferences', row)
  }
  return readings.length > 0 ? { rules, readings } : null
}
