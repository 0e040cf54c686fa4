/** An hourly rate: "€92", "92,50 euro", "tarief 92"; null when none is named. Euros, exclusive of VAT. */
export function rateIn(text: string): number | null {
  const match =
    /€\s*(\d{1,3}(?:[.,]\d{1,2})?)(?:,-)?(?![\d.,]*\d)/.exec(text) ??
    /\b(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:euro|eur)\b/i.exec(text) ??
    /\b(?:tarief|rate)\s*(?:is|van|of|:|=)?\s*(\d{1,3}(?:[.,]\d{1,2})?)\b/i.exec(text)
  if (!match) return null
  const amount = Number(match[1]!.replace(',', '.'))
  return amount > 0 && amount < 1000 ? amount : null
}

/** A number as people type it in a form: "92,50", "€ 92". */
export function amountIn(text: string): number | null {
  const match = /^\s*€?\s*(\d{1,3}(?:[.,]\d{1,2})?)(?:,-)?\s*(?:euro|eur|punten|points?)?\s*$/i.exec(text)
  return match ? Number(match[1]!.replace(',', '.')) : null
}
