/** Bytes of a plain text file → text. UTF-8 when it is valid, UTF-16 by its mark or its zero bytes, else Windows-1252, which never fails. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const even = zeros(bytes, 0)
  const odd = zeros(bytes, 1)
  if (odd > 0.25) return new TextDecoder('utf-16le').decode(bytes)
  if (even > 0.25) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The share of zero bytes among those at even or odd places. */
function zeros(bytes: Uint8Array, offset: number): number {
  const sample = bytes.subarray(0, 4096)
  let count = 0
  for (let i = offset; i < sample.length; i += 2) if (sample[i] === 0) count++
  return sample.length < 2 ? 0 : count / (sample.length / 2)
}
