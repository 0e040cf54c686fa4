const linesAPage = 48
const charactersALine = 95

/** A PDF with this text, broken into lines, repeated until it has so many pages: one font, nothing compressed, as plain writers make it. */
export function pdfOf(text: string, pages: number): Buffer {
  const lines = text.split('\n').flatMap(broken)
  const offsets: number[] = []
  let body = '%PDF-1.4\n'
  const add = (object: string) => {
    offsets.push(body.length)
    body += `${offsets.length} 0 obj\n${object}\nendobj\n`
  }
  const numberOf = (page: number) => 4 + page * 2
  const kids = Array.from({ length: pages }, (_, page) => `${numberOf(page)} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (let page = 0; page < pages; page++) {
    const shown = Array.from({ length: linesAPage }, (_, n) => lines[(page * linesAPage + n) % lines.length] ?? '')
    const content = `BT /F1 10 Tf 14 TL 50 790 Td\n${shown.map((line) => `(${escaped(line)}) Tj T*`).join('\n')}\nET`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${numberOf(page) + 1} 0 R >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  const table = body.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`
  body += `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

function broken(line: string): string[] {
  return line.match(new RegExp(`.{1,${charactersALine}}(?:\\s|$)`, 'g')) ?? ['']
}

/** What the font does not have becomes a hyphen: only the amount of text matters here. */
function escaped(line: string): string {
  return line.replace(/[^\x20-\x7e\xa0-\xff]/g, '-').replace(/[\\()]/g, '\\$&')
}
