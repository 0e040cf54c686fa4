import type { Texts } from '../texts/texts.ts'
import type { DigestSettings } from './settings.ts'

/** What a channel's digest leaves out, in words, one for each filter; empty when it shows everything that is open. */
export function filterWords({ regions, scales, kinds }: DigestSettings, { digest: { setting } }: Texts): string[] {
  return [
    ...(regions.length > 0 ? [setting.regions(regions)] : []),
    ...(scales ? [setting.scales(scales)] : []),
    ...(kinds ? [setting.kinds(kinds)] : []),
  ]
}
