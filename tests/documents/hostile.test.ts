import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { createParserPool } from '../../src/documents/parser-pool.ts'
import { closeParsers, readDocument } from '../../src/documents/read-document.ts'
import { hasCode } from '../../src/errors.ts'
import { makeDocx, p } from './make-docx.ts'
import { at, makePdf } from './make-pdf.ts'

afterAll(closeParsers)
const codeOf = (bytes: Uint8Array, name = 'cv.pdf') =>
  readDocument(bytes, name).then(
    () => 'read',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
const ole = (...streams: string[]) => {
  const bytes = Buffer.alloc(4096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  for (const [i, name] of streams.entries()) Buffer.from(name, 'utf16le').copy(bytes, 1024 + i * 128)
  return bytes
}

describe('a file that is no document is refused by its content', () => {
  it.each([
    ['nothing at all', new Uint8Array(), 'file-empty'],
    ['only spaces', Buffer.from('  \n \n'), 'file-empty'],
    ['eleven megabytes', new Uint8Array(11 * 1024 * 1024), 'file-too-large'],
    ['a program named cv.pdf', Buffer.from('MZ\x90\0\x03\0\0\0program'), 'file-unsupported'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file-unsupported'],
    [
      'a spreadsheet',
      zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('x') }),
      'file-unsupported',
    ],
    ['an old spreadsheet', ole('Workbook'), 'file-unsupported'],
    ['an archive', zipSync({ 'a.txt': strToU8('x') }), 'file-unsupported'],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251), 'file-unsupported'],
    ['an encrypted Word document', ole('EncryptedPackage'), 'file-encrypted'],
    ['half a doc', ole('WordDocument'), 'file-damaged'],
    ['half a zip', makeDocx(p('Adviseur')).slice(0, 200), 'file-damaged'],
    ['a PDF that breaks off', makePdf([at(50, 800, 'Adviseur')]).slice(0, 60), 'file-damaged'],
    ['a Word document without text', makeDocx('<w:p/>'), 'file-empty'],
    ['a Word document with only a picture', makeDocx('<w:p/>', { 'word/media/image1.png': 'x' }), 'file-scan'],
    ['a PDF without a text layer', makePdf(['0 0 1 rg 50 50 400 700 re f', '']), 'file-scan'],
    [
      'a scan with an invisible text layer',
      makePdf([at(50, 700, 'Projectleider bij de gemeente Ergens, al jaren lang', '3 Tr')]),
      'file-scan',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(new Uint8Array(bytes))).toBe(code)
  })

  it('an encrypted PDF', async () => {
    const encrypted = makePdf([at(50, 800, 'Adviseur')], {
      trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
    })
    expect(await codeOf(encrypted)).toBe('file-encrypted')
  })
})

describe('an archive is judged before it is unpacked', () => {
  it('a bomb', async () => {
    const bomb = zipSync(
      { '[Content_Types].xml': strToU8('x'), 'word/document.xml': new Uint8Array(80 * 1024 * 1024) },
      { level: 9 },
    )
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await codeOf(bomb, 'cv.docx')).toBe('file-bomb')
  })
  it('thousands of entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`word/x${i}.xml`, new Uint8Array()]))
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('x'), ...many }), 'cv.docx')).toBe('file-bomb')
  })
  it('names that climb out of their folder', async () => {
    expect(await codeOf(makeDocx(p('Adviseur'), { '../../etc/passwd': 'x' }), 'cv.docx')).toBe('file-damaged')
  })
  it('a size that lies', async () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let i = 0; i + 46 < bytes.length; i++)
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 1000, true)
    expect(['file-damaged', 'file-empty']).toContain(await codeOf(bytes, 'cv.docx'))
  })
})

describe('nothing outside the file is opened', () => {
  it('no external relation, entity or picture is followed', async () => {
    let requests = 0
    const server = createServer((_, response) => {
      requests++
      response.end('x')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/canary`
    const docx = makeDocx(
      `${p('Adviseur bij gemeente Ergens')}<w:p><w:r><w:pict><v:imagedata r:link="rId1"/></w:pict></w:r></w:p>`,
      {
        'word/_rels/document.xml.rels': `<Relationships><Relationship Id="rId1" Target="${url}" TargetMode="External"/><Relationship Id="rId2" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
        'word/header1.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY f SYSTEM "${url}">]><w:hdr xmlns:w="x"><w:p><w:r><w:t>Kop &e;&f;</w:t></w:r></w:p></w:hdr>`,
      },
    )
    const document = await readDocument(docx, 'cv.docx')
    const html = await readDocument(
      Buffer.from(
        `<html><body><img src="${url}"><link rel="stylesheet" href="${url}"><p>Adviseur bij gemeente</p></body></html>`,
      ),
      'cv.html',
    )
    server.close()
    expect(requests).toBe(0)
    expect(document.text).not.toContain('root:')
    expect(html.text).toBe('Adviseur bij gemeente')
  })
  it('entities inside entities do not grow', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const document = await readDocument(
      makeDocx(p('Adviseur'), {
        'word/header1.xml': `<!DOCTYPE x [<!ENTITY l0 "ha">${levels}]><w:hdr xmlns:w="x">${p('&l12;')}</w:hdr>`,
      }),
      'cv.docx',
    )
    expect(document.text.length).toBeLessThan(1000)
  })
  it('nesting without end is refused', async () => {
    expect(await codeOf(makeDocx('<w:sdt>'.repeat(5000)), 'cv.docx')).toBe('file-damaged')
  })
})

describe('a parser that runs wild is stopped, and harms nobody else', () => {
  const endless = makePdf([at(50, 800, 'x')])
  it('at its time limit', async () => {
    const pool = createParserPool({ timeoutMs: 1, memoryMb: 256, processes: 1, idleMs: 1000 })
    await expect(pool.parse('pdf', endless)).rejects.toSatisfy((error) => hasCode(error, 'file-timeout'))
    pool.close()
  })
  it('at its memory limit', async () => {
    const pool = createParserPool({ timeoutMs: 60_000, memoryMb: 20, processes: 1, idleMs: 1000 })
    await expect(pool.parse('pdf', endless)).rejects.toSatisfy((error) => hasCode(error, 'file-memory'))
    pool.close()
  })
  it('while the next file is read as if nothing happened', async () => {
    const pool = createParserPool({ timeoutMs: 30_000, memoryMb: 256, processes: 1, idleMs: 1000 })
    const [bad, good] = await Promise.allSettled([
      pool.parse('pdf', Buffer.from('%PDF-1.7 broken')),
      pool.parse('zip', makeDocx(p('Adviseur'))),
    ])
    expect(bad.status).toBe('rejected')
    expect(good.status === 'fulfilled' && good.value.lines).toEqual([{ text: 'Adviseur', page: null }])
    pool.close()
  })
})
