import { strToU8, zipSync } from 'fflate'
import { MaatstafError } from '../../errors.ts'

/** What the package is made of; the manifest still has its places open. */
export type PackageParts = { manifest: string; color: Uint8Array; outline: Uint8Array }

/** The one time that stands in a zip made by us: the same parts give the same bytes. */
const madeAt = new Date('2026-01-01T00:00:00Z')

/**
 * The package that a Teams administrator uploads: the manifest for this app id, and the two icons. `site` is the public address of
 * this assistant. Throws `no-app-id` when the id is not a GUID.
 */
export function teamsPackage(parts: PackageParts, filled: { appId: string; site: string }): Uint8Array {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(filled.appId))
    throw new MaatstafError('no-app-id', 'MicrosoftAppId is not set, or is not a GUID: fill it in in .env')
  const manifest = parts.manifest.replaceAll('{{APP_ID}}', filled.appId).replaceAll('{{SITE}}', filled.site)
  return zipSync(
    { 'manifest.json': strToU8(manifest), 'color.png': parts.color, 'outline.png': parts.outline },
    { mtime: madeAt },
  )
}
