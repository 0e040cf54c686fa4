/** Which cloud the bot lives in: where tokens come from, and who signs what comes in. */
export type Cloud = {
  appId: string
  password: string | null
  managedIdentity: boolean
  /** The home tenant; null for a multi-tenant bot. */
  tenant: string | null
  /** Who signs the tokens of incoming requests. */
  issuer: string
  openIdUrl: string
  /** Where our own token is asked for. */
  tokenUrl: string
  /** Whom our own token is for. */
  audience: string
}

const commercial = {
  issuer: 'https://api.botframework.com',
  openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.com/',
  audience: 'https://api.botframework.com',
}
const government = {
  issuer: 'https://api.botframework.us',
  openIdUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.us/',
  audience: 'https://api.botframework.us',
}

/** The Bot Framework's own settings, read as its SDK reads them: what is not set is that of Microsoft's cloud. */
export function cloudOf(appId: string, settings: Record<string, string>): Cloud {
  const base = settings['ChannelService']?.startsWith('https://botframework.azure.us') ? government : commercial
  const multi = settings['MicrosoftAppType'] === 'MultiTenant'
  const tenant = multi ? null : (settings['MicrosoftAppTenantId'] ?? null)
  const login = settings['ToChannelFromBotLoginUrl'] ?? `${base.login}${tenant ?? 'botframework.com'}`
  return {
    appId,
    password: settings['MicrosoftAppPassword'] ?? null,
    managedIdentity: settings['MicrosoftAppType'] === 'UserAssignedMSI',
    tenant,
    issuer: settings['ToBotFromChannelTokenIssuer'] ?? base.issuer,
    openIdUrl: settings['ToBotFromChannelOpenIdMetadataUrl'] ?? base.openIdUrl,
    tokenUrl: /\/token$/.test(login) ? login : `${login.replace(/\/+$/, '')}/oauth2/v2.0/token`,
    audience: settings['ToChannelFromBotOAuthScope']?.replace(/\/\.default$/, '') ?? base.audience,
  }
}
