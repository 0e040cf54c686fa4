import { escapeHtml } from '../interview/html.ts'
import { textsFor } from '../texts/texts.ts'
import type { Handler } from './http.ts'

/** Read by anybody whom Teams' app details bring here; nothing of this installation stands in them. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=3600',
  vary: 'accept-language',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

const style =
  ':root{color-scheme:light dark}body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:42rem;font:16px/1.5 system-ui,sans-serif}h1{font-size:1.6rem;line-height:1.2}'

/**
 * `GET /privacy` and `/terms`, which the Teams manifest has to name: what happens to data, and what may be expected. In English for a
 * browser that asks for it first, else in Dutch.
 */
export const termsPages: Handler = async (request, response) => {
  const name = /^\/(privacy|terms)(?:\?|$)/.exec(request.url ?? '')?.[1] as 'privacy' | 'terms' | undefined
  if (name === undefined || !['GET', 'HEAD'].includes(request.method ?? '')) return false
  const lang = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'nl'
  const { title, paragraphs } = textsFor(lang).teams.pages[name]
  const words = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')
  response
    .writeHead(200, headers)
    .end(
      `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head>\n<body><h1>${escapeHtml(title)}</h1>\n${words}\n</body></html>\n`,
    )
  return true
}
