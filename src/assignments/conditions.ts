import { amountOf } from '../text/number-words.ts'
import type { Stretch } from '../text/sentences.ts'
import { holds } from './polarity.ts'
import type { Page, Reading } from './reading.ts'

const terms = {
  vog: /\bvog\b|verklaring (?:omtrent|van|inzake) (?:het )?(?:goed )?gedrag|certificate of (?:good )?conduct/i,
  nda: /geheimhouding|\bnda\b|non-?disclosure|confidentiality (?:agreement|statement|undertaking)|vertrouwelijkheids(?:verklaring|overeenkomst)/i,
  uea: /\buea\b|europees aanbestedingsdocument|\bespd\b|single procurement document/i,
  waadi: /\bwaadi\b/i,
  das: /\bDAS\b|\bDPS\b|[Dd]ynamisch[e]? (?:[Aa]ankoop|[Ii]nkoop)\w*|[Dd]ynamic [Pp]urchasing/,
  sroi: /\bsroi\b|social[ -]?return/i,
} as const

export type ConditionName = Exclude<keyof typeof terms, 'sroi'>
export type Sroi = { applies: 'conditional' | boolean; thresholdEur: number | null; percent: number | null }

/** Everything said of one condition; the contradicting ones too. */
export type ConditionReading = { value: boolean; all: Reading<boolean>[] } & Omit<Reading<boolean>, 'value'>

/** A VOG may be a knock-out, so sentences in criteria count; "ervaring met dynamische aankoopsystemen" tells nothing about this one. */
function sentencesFor(page: Page, name: ConditionName): Stretch[] {
  return name === 'das' ? page.prose : page.source.sentences
}

/** The document itself tells more than the secrecy in general: "geheimhouding volgt uit de wet, een verklaring is niet nodig". */
const document =
  /geheimhoudings?(?:verklaring|overeenkomst)|\bnda\b|non-?disclosure agreement|confidentiality (?:agreement|statement)/i

function saidOf(text: string, name: ConditionName): boolean | null {
  return (name === 'nda' ? holds(text, document) : null) ?? holds(text, terms[name])
}

/** Rows of a table: the label says what, the value whether. */
function fromLabels(page: Page, term: RegExp): Reading<boolean>[] {
  return page.labelled.flatMap(({ field, label, value, start, end }) => {
    if (!term.test(label) || (field !== null && field !== 'das')) return []
    return [{ value: holds(`${label}: ${value.text}`, term) ?? true, start, end, certainty: 'label' as const }]
  })
}

function fromRows(page: Page, term: RegExp): Reading<boolean>[] {
  return page.source.lines.flatMap((line) => {
    const cell = line.cells.findIndex(({ text }) => term.test(text) && text.length <= 60)
    const value = line.cells[cell + 1]
    if (
      cell < 0 ||
      !value ||
      !/^(?:ja|nee|yes|no|n\.?v\.?t|niet|geen|verplicht|vereist|required|x|v|reeds|al|already)\b/i.test(value.text)
    )
      return []
    return [
      {
        value: holds(`${line.cells[cell]!.text}: ${value.text}`, term) ?? true,
        start: line.cells[cell]!.start,
        end: value.end,
        certainty: 'label' as const,
      },
    ]
  })
}

/** Whether a condition is asked: yes, no, or null when the posting is silent. */
export function conditionOf(page: Page, name: ConditionName): ConditionReading | null {
  const term = terms[name]
  const labels = [...fromLabels(page, term), ...fromRows(page, term), ...procedureValue(page, name)]
  const inLabel = (at: Stretch) => labels.some(({ start, end }) => start <= at.start && at.end <= end)
  const prose = sentencesFor(page, name)
    .filter((sentence) => !inLabel(sentence) && !isQuestionOrHeading(sentence.text, term))
    .flatMap(({ text, start, end }): Reading<boolean>[] => {
      const value = saidOf(text, name)
      return value === null ? [] : [{ value, start, end, certainty: 'prose' }]
    })
  const all = [...labels, ...prose, ...fromAnswers(page, term)]
  const first = all[0]
  return first ? { ...first, all } : null
}

/** "Soort procedure: Dynamisch aankoopsysteem", "DAS opdracht: Ja". */
function procedureValue(page: Page, name: ConditionName): Reading<boolean>[] {
  if (name !== 'das') return []
  return page.labelled
    .filter(({ field }) => field === 'das')
    .flatMap(({ label, value, start, end }) => {
      const said = /^(?:ja|yes)\b/i.test(value.text)
        ? true
        : /^(?:nee|no|n\.?v\.?t)\b/i.test(value.text)
          ? false
          : holds(value.text, terms.das)
      return said === null || !(terms.das.test(value.text) || terms.das.test(label) || /das|dps/i.test(label))
        ? []
        : [{ value: said, start, end, certainty: 'label' as const }]
    })
}

/** "Is een VOG nodig?" with "Ja, voor de start." behind it. */
function fromAnswers({ source }: Page, term: RegExp): Reading<boolean>[] {
  return source.sentences.flatMap(({ text, start }, index) => {
    const answer = source.sentences[index + 1]
    const said = /^(ja|yes|nee|neen|no)\b/i.exec(answer?.text ?? '')?.[1]
    if (!answer || said === undefined || !/\?$/.test(text) || !term.test(text)) return []
    return [{ value: /^(?:ja|yes)$/i.test(said), start, end: answer.end, certainty: 'prose' as const }]
  })
}

/** A heading or a bare mention ("VOG") tells that it is asked only when it stands in a list. */
function isQuestionOrHeading(text: string, term: RegExp): boolean {
  return /\?$/.test(text) && term.test(text)
}

const threshold =
  /(?:hoger dan|boven(?: de)?|vanaf|meer dan|groter dan|above|over|exceeding|exceeds?|from|more than|≥|>)\s*(?:(?:een |a )?\p{L}*(?:waarde|bedrag|som|value|amount)\s*(?:van |of )?\s*)?(?:(?:€|eur(?:o)?)\s*)?(\d[\d.,]*(?:\s*(?:miljoen|mln|million|ton))?)(?=\D|$)|(?:€|eur(?:o)?)\s*(\d[\d.,]*)(?:,-)?\s*(?:of meer|or more|en hoger|and above|of hoger)/iu
const percentage = /(\d+(?:[.,]\d+)?)\s*(?:%|procent|percent)/

/** A cell that names something together with the cell behind it: "Social return | 5 % boven € 221.000". */
function withValue({ source }: Page, cell: Stretch): Stretch {
  const line = source.lines.find(({ start, end, cells }) => cells.length > 1 && start <= cell.start && cell.end <= end)
  const at = line?.cells.findIndex(({ start, end }) => start === cell.start && end === cell.end) ?? -1
  const value = line?.cells[at + 1]
  return at < 0 || !value || value.text === ''
    ? cell
    : { start: cell.start, end: value.end, text: `${cell.text}: ${value.text}` }
}

/** The social-return obligation with its threshold and percentage, as one sentence or its neighbours state them. */
export function sroiOf(page: Page): Reading<Sroi> | null {
  const sentences = page.source.sentences
  const hits = sentences.flatMap((sentence, index) =>
    holds(sentence.text, terms.sroi) !== null ? [{ sentence: withValue(page, sentence), index }] : [],
  )
  const rows = fromRows(page, terms.sroi)
  if (hits.length === 0)
    return rows[0] ? { ...rows[0], value: { applies: rows[0].value, thresholdEur: null, percent: null } } : null
  const told = hits.map(({ sentence, index }) => {
    // A second sentence that goes on about the same obligation ("Deze geldt vanaf …").
    const next = sentences[index + 1]
    const goesOn =
      next && /^(?:deze|dit|de verplichting|this|it)\b/i.test(next.text) && threshold.test(next.text)
        ? ` ${next.text}`
        : ''
    const whole = sentence.text + goesOn
    const over = threshold.exec(whole)
    const amount = over ? amountOf(over[1] ?? over[2] ?? '') : null
    const percent = percentage.exec(whole)
    const denied = holds(sentence.text, terms.sroi) === false
    const maybe = /\bindien\b|\bmogelijk|\bkan\b|\bif\b|\bmay\b/i.test(whole)
    const applies: Sroi['applies'] =
      denied && amount === null
        ? false
        : amount !== null && amount >= 1000
          ? 'conditional'
          : maybe
            ? 'conditional'
            : true
    return {
      sentence,
      value: {
        applies,
        thresholdEur: amount !== null && amount >= 1000 ? amount : null,
        percent: percent ? Number(percent[1]!.replace(',', '.')) : null,
      },
    }
  })
  const best =
    told.find(({ value }) => value.thresholdEur !== null) ??
    told.find(({ value }) => value.applies === false || value.percent !== null) ??
    told[0]!
  return { value: best.value, start: best.sentence.start, end: best.sentence.end, certainty: 'prose' }
}
