import { faultsInBlocks, isThing } from './block-rules.ts'

/** What views.open and views.publish refuse. */
export function faultsInView(view: unknown, surface: 'modal' | 'home'): string[] {
  if (!isThing(view)) return ['view is not an object']
  if (view['type'] !== surface) return [`view type ${String(view['type'])}`]
  const faults = faultsInBlocks(view['blocks'], surface)
  const metadata = view['private_metadata']
  if (metadata !== undefined && (typeof metadata !== 'string' || metadata.length > 3000))
    faults.push('private_metadata')
  const callback = view['callback_id']
  if (callback !== undefined && (typeof callback !== 'string' || callback.length > 255)) faults.push('callback_id')
  if (JSON.stringify(view).length > 250_000) faults.push('view_too_large')
  if (surface === 'home') return faults
  const inputs =
    Array.isArray(view['blocks']) && view['blocks'].some((block) => isThing(block) && block['type'] === 'input')
  for (const name of ['title', 'submit', 'close']) {
    const text = view[name]
    if (text === undefined) {
      if (name === 'title' || (name === 'submit' && inputs)) faults.push(`${name} is missing`)
    } else if (
      !isThing(text) ||
      text['type'] !== 'plain_text' ||
      String(text['text']).length > 24 ||
      text['text'] === ''
    ) {
      faults.push(`${name} is no plain_text of at most 24 characters`)
    }
  }
  return faults
}
