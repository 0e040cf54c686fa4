import type { Facet } from './criterion.ts'

/** "De basisregistraties BAG en BGT", "het pakket AFAS": what sort of thing a name is, need not be said beside the name. */
const classOfName =
  /(?<![\p{L}])(?:basisregistraties?|basisregisters?|pakket|softwarepakket|applicatie|tool|tools|programma|software|systeem|systemen|platform|methode|methodiek|methodieken|raamwerk|framework|norm|normen|standaard|standaarden|richtlijn|database|programmeertaal|wet|cao|the (?:package|tool|method|standard|framework))\s+(?=\p{Lu}[\p{Lu}\p{N}])/gu

type Named = { before: number; words: string[] }

/** "projectmanagementoffice (PMO)", "European funding (ERDF, Interreg)": names in brackets are another word for what stands before them. */
export function withoutNames(whole: string): { text: string; names: Named[] } {
  const printed = whole.replace(classOfName, ' ')
  const names: Named[] = []
  let text = ''
  let at = 0
  for (const match of printed.matchAll(/\s*\(([^()]{2,60})\)/g)) {
    const words = match[1]!.split(/\s*(?:,|\/|;|\ben\b|\bof\b|\band\b|\bor\b)\s*/u).filter(Boolean)
    const examples =
      exampleLead.test(match[1]!) || (words.length > 1 && words.every((word) => /^\p{Ll}{4,}$/u.test(word)))
    if (!examples && !words.every((word) => /^\p{Lu}[\p{L}\p{N}-]*(?:\s\p{Lu}[\p{L}\p{N}-]*){0,2}$/u.test(word)))
      continue
    text += printed.slice(at, match.index)
    names.push({
      before: text.length,
      words: words.map((word) => word.replace(exampleLead, '')).filter((word) => /^[\p{L}\p{N} -]{2,}$/u.test(word)),
    })
    at = match.index + match[0].length
  }
  return { text: text + printed.slice(at), names }
}

/** "(bijvoorbeeld AFAS)": what is named is one of the things, not one more demand. */
const exampleLead =
  /^\s*(?:bijv(?:oorbeeld)?\.?|bv\.?|zoals|o\.a\.|onder andere|denk aan|e\.g\.?,?|for example|for instance|such as|like)\s+/iu

/** The words that an abbreviation is made of: "Wet kwaliteitsborging voor het bouwen" for Wkb; null where it is none of theirs. */
function abbreviated(name: string, text: string): string | null {
  const letters = name.toLowerCase()
  if (!/^[a-z]{2,6}$/.test(letters)) return null
  for (const start of text.toLowerCase().matchAll(/(?<![\p{L}])\p{L}/gu)) {
    const words = text.toLowerCase().slice(start.index)
    let at = -1
    const fits = [...letters].every((letter, index) => {
      at = index === 0 ? words.indexOf(letter) : words.indexOf(letter, at + 1)
      return at >= 0 && (index > 0 || at === 0)
    })
    if (fits) return words
  }
  return null
}

/** A name stands for what it follows: the whole facet, or what hangs behind its last preposition ("asset management van kunstwerken (bruggen)"). */
export function alsoCalled(facet: Facet, names: readonly string[]): void {
  const short = names.length === 1 ? abbreviated(names[0]!, facet.text) : null
  if (short !== null) {
    const units = facet.units.filter((unit) => short.includes(unit.words.split(' ')[0]!))
    for (const unit of units)
      unit.parts = [...unit.parts, [{ word: names[0]!.toLowerCase(), keys: [names[0]!.toLowerCase()], whole: true }]]
    if (units.length > 0) return
  }
  const tail = facet.text
    .split(/\s(?:van|met|voor|in|op|bij|of|for|with|on|at|naar|over)\s/u)
    .at(-1)!
    .toLowerCase()
  const named = facet.units.filter((unit) => tail.includes(unit.words.split(' ')[0]!))
  for (const unit of named.length > 0 ? named : facet.units)
    unit.parts = [
      ...unit.parts,
      ...names.map((name) =>
        name
          .toLowerCase()
          .split(/[\s-]+/)
          .map((word) => ({ word, keys: [word] })),
      ),
    ]
}
