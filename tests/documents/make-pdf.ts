/** A small PDF by hand: page contents are drawing operators, "F1" is Helvetica. For tests that need to know every operator. */
export function makePdf(
  pages: string[],
  options: { extra?: string; info?: string; resources?: string; trailer?: string } = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const pageIds = pages.map((_, i) => 4 + i * 2)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const content of pages) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> ${options.resources ?? ''} >> ${options.extra ?? ''} >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  if (options.info) add(`<< ${options.info} >>`)
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${options.info ? `/Info ${objects.length} 0 R` : ''} ${options.trailer ?? ''} >>\nstartxref\n${xref}\n%%EOF\n`
  return Uint8Array.from(file, (character) => character.charCodeAt(0))
}

/** Operators that print a text at a place, measured from the bottom left corner. */
export function at(x: number, y: number, text: string, before = '', size = 11): string {
  return `q ${before} BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET Q\n`
}

/** Lines of text below each other. */
export function column(x: number, y: number, lines: string[], leading = 14): string {
  return lines.map((line, i) => (line === '' ? '' : at(x, y - i * leading, line))).join('')
}
