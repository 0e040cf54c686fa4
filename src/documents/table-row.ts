/**
 * A table row as lines of text. Cells of one line each stand beside each other, with tabs; a long last cell goes on below. Where an
 * earlier cell has several paragraphs, everything comes below one another, cell by cell, as a person reads it.
 */
export function rowLines(cells: string[][]): string[] {
  const filled = cells.map((cell) => wholeDates(cell.filter((line) => line.trim() !== '')))
  while (filled.length > 0 && filled.at(-1)!.length === 0) filled.pop()
  if (filled.length === 0) return []
  const beside = filled.slice(0, -1).every((cell) => cell.length <= 1)
  if (!beside) return filled.flat()
  const last = filled.at(-1)!
  return [[...filled.slice(0, -1).map((cell) => cell[0] ?? ''), last[0]].join('\t'), ...last.slice(1)]
}

/** In a narrow column a period is broken after its dash: "april 2022 –" over "heden". */
function wholeDates(lines: string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const open = joined.at(-1)
    if (open !== undefined && open.length < 30 && /\d.*(?:[-–—]|t\/m|tot)\s*$/.test(open))
      joined[joined.length - 1] = `${open.trimEnd()} ${line.trim()}`
    else joined.push(line)
  }
  return joined
}
