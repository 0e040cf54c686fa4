/** Which addresses may get the bot token, or be asked at all. */
export type HostRule = (url: URL) => boolean

/**
 * Slack's own hosts over https, the exact origin of SLACK_API_URL, and what MAATSTAF_HOSTS names (`host:port`; plain http only on
 * loopback). Files of other services that Slack merely links to (`is_external`) are therefore never asked with the token.
 */
export function createHostRule(options: { apiUrl: string | null; allowedHosts: string[] }): HostRule {
  const own = options.apiUrl === null ? null : new URL(options.apiUrl).origin
  const named = new Set(options.allowedHosts.map((host) => host.toLowerCase()))
  return (url) => {
    if (url.username !== '' || url.password !== '') return false
    if (own !== null && url.origin === own) return true
    const port = url.port || (url.protocol === 'https:' ? '443' : '80')
    if (named.has(`${url.hostname}:${port}`)) return url.protocol === 'https:' || isLoopback(url.hostname)
    return (
      url.protocol === 'https:' &&
      port === '443' &&
      (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'))
    )
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
