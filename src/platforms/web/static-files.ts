import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type StaticFile = { bytes: Buffer; type: string; etag: string }

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Everything the page loads; a list, so that no path of a request ever reaches the file system. */
const files: Record<string, string> = {
  '/': './page/page.html',
  '/web/page.css': './page/page.css',
  '/web/page.js': './page/page.js',
  '/web/cards.js': './page/cards.js',
  '/web/conversation.js': './page/conversation.js',
  '/web/composer.js': './page/composer.js',
  '/web/connection.js': './page/connection.js',
  '/web/icon.svg': './page/icon.svg',
  '/favicon.ico': './page/icon.svg',
}

/** A lookup by path; files are read once, at first use. */
export function createStaticFiles(): (path: string) => StaticFile | null {
  const loaded = new Map<string, StaticFile>()
  const locate = (path: string): string | null => {
    if (path === '/web/adaptivecards.js')
      return fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'))
    const file = Object.hasOwn(files, path) ? files[path] : undefined
    return file ? fileURLToPath(new URL(file, import.meta.url)) : null
  }
  return (path) => {
    const known = loaded.get(path)
    if (known) return known
    const file = locate(path)
    if (file === null) return null
    const bytes = readFileSync(file)
    const found = {
      bytes,
      type: types[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    }
    loaded.set(path, found)
    return found
  }
}
