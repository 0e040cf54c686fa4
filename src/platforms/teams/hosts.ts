export type HostRule = (url: URL) => boolean

export type Hosts = {
  /** Connectors of Teams: they get our token. */
  service: HostRule
  /** Stores of files that Teams hands out and takes in: never a token. */
  files: HostRule
}

/** The connectors of Microsoft's clouds: commercial, GCC, GCC High and DoD (msteams-docs, conversation-messages). */
const serviceHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]
/** OneDrive and SharePoint of the same clouds: a file's address there carries its own permission. */
const fileDomains = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us']

/**
 * Microsoft's hosts over https on the usual port, and what the configuration names (`host:port`; plain http only on loopback). In the
 * playground only loopback counts.
 */
export function createHosts(options: { allowedHosts: string[]; playground: boolean }): Hosts {
  const named = new Set(options.allowedHosts.map((host) => host.toLowerCase()))
  const rule =
    (own: (host: string) => boolean): HostRule =>
    (url) => {
      if (url.username !== '' || url.password !== '') return false
      const loopback = isLoopbackHost(url.hostname)
      if (options.playground) return loopback && /^https?:$/.test(url.protocol)
      const port = url.port || (url.protocol === 'https:' ? '443' : '80')
      if (named.has(`${url.hostname}:${port}`))
        return url.protocol === 'https:' || (url.protocol === 'http:' && loopback)
      return url.protocol === 'https:' && port === '443' && own(url.hostname)
    }
  return {
    service: rule((host) => serviceHosts.includes(host)),
    files: rule((host) => fileDomains.some((domain) => host.endsWith(domain))),
  }
}

/** True for a host name that only this machine answers to. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

/** True for an address that the rule allows; false for what is no address. */
export function allows(rule: HostRule, address: string): boolean {
  return URL.canParse(address) && rule(new URL(address))
}
