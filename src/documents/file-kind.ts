/** What the first bytes say; never the name or the declared type. */
export type FileKind = 'pdf' | 'zip' | 'ole' | 'rtf' | 'html' | 'eml' | 'text' | { unsupported: string }

const signatures: [string, number[]][] = [
  ['exe', [0x4d, 0x5a]],
  ['elf', [0x7f, 0x45, 0x4c, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tif', [0x49, 0x49, 0x2a, 0x00]],
  ['tif', [0x4d, 0x4d, 0x00, 0x2a]],
  ['gz', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
]
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, i) => bytes[i] === byte)

/** Decides by content how a file is opened. Anything that is neither a known container nor text is unsupported, with a name for it. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = latin1(bytes.subarray(0, 1024))
  // The specification allows a preamble before the header; readers look in the first kilobyte.
  if (head.includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(bytes, ole)) return 'ole'
  if (/^\s*\{\\rtf/.test(head)) return 'rtf'
  const known = signatures.find(([, signature]) => startsWith(bytes, signature))
  if (known) return { unsupported: known[0] }
  if (isBinary(bytes)) return { unsupported: 'bin' }
  const text = head.replace(/\0|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/g, '').trimStart()
  if (/^(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|table|div|p|h[1-6])\b/i.test(text))
    return 'html'
  if (/^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}/.test(text) && mailHeaders(text) >= 2) return 'eml'
  return 'text'
}

function mailHeaders(text: string): number {
  const names = text.matchAll(
    /^(received|from|to|subject|date|message-id|mime-version|content-type|return-path|delivered-to):/gim,
  )
  return new Set([...names].map((match) => match[1]!.toLowerCase())).size
}

/** Control characters that no text has; UTF-16 has a zero byte in nearly every second place. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096)
  if (startsWith(sample, [0xff, 0xfe]) || startsWith(sample, [0xfe, 0xff])) return false
  const zeros = [0, 1].map((parity) => sample.filter((byte, i) => byte === 0 && i % 2 === parity).length)
  const half = sample.length / 2
  // Mostly Latin UTF-16: one byte of each pair is nearly always zero, the other never.
  if (zeros.some((count, parity) => count > half * 0.6 && zeros[1 - parity]! < half * 0.02)) return false
  const odd = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  return odd > sample.length / 100
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
