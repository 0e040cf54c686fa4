import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Lang } from '../../chat/reply.ts'
import { textsFor } from '../../texts/texts.ts'
import type { Login } from './login.ts'
import type { SigningKeys } from './signing-keys.ts'

/** One line of `maatstaf check`; `remedy` is null when nothing is to be done. */
export type Check = { what: string; ok: boolean; remedy: string | null }

/** Where `npm run manifests` leaves the package. */
const usualPackageFile = resolve(import.meta.dirname, '../../../teams.zip')

/** What can be asked about the installation, each fault with its remedy. */
export function createCheck(deps: { login: Login | null; keys: SigningKeys; url: string; packageFile?: string }) {
  return async (lang: Lang = 'nl'): Promise<Check[]> => {
    const t = textsFor(lang).teams.check
    await deps.keys.refresh()
    const token = deps.login === null || (await deps.login.token().then(Boolean, () => false))
    const line = (what: string, ok: boolean, remedy: string) => ({ what, ok, remedy: ok ? null : remedy })
    return [
      line(t.token, token, t.tokenMend),
      line(t.keys, deps.keys.state() === 'fresh', t.keysMend),
      line(t.endpoint, deps.url.startsWith('https://'), t.endpointMend),
      line(t.manifest, existsSync(deps.packageFile ?? usualPackageFile), t.manifestMend),
    ]
  }
}
