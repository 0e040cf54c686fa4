/** A piece of HTML that is safe to put into a page. */
export type Html = { readonly html: string }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  // Control characters other than tab and line end have no business in a page.
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[&<>"']/g, (one) => entities[one] ?? '')
}

/** Every value is escaped unless it is Html already; lists are joined, null and false leave nothing. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html | Html[] | null | false)[]): Html {
  return { html: parts.map((part, index) => (index === 0 ? part : written(values[index - 1]) + part)).join('') }
}

function written(value: string | number | Html | Html[] | null | false | undefined): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map((one) => one.html).join('')
  return typeof value === 'object' ? value.html : escapeHtml(String(value))
}
