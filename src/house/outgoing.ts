import { lookup as resolveName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, type Dispatcher, setGlobalDispatcher } from 'undici'
import type { Config } from '../config.ts'
import { MaatstafError } from '../errors.ts'

/** Resolves a name to all its addresses; node:dns in the program, a table in tests. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

/** Addresses of this machine, of a network of one's own, of documentation, multicast and the like (IANA's special-purpose registries). */
const notPublic = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 128],
  ['::1', 128],
  // Ways to write an IPv4 address that may be any of the above.
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6')

/** True for an address that lies on the internet. An IPv4 address written as IPv6 is judged as what it is. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && !notPublic.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * The net below every platform's own list of hosts: a name is resolved once, and the connection goes to the addresses that were judged,
 * so that no second answer of the name server can lead it elsewhere. Names must lead to the internet, unless the operator named them in
 * the configuration (`trusted`, `host:port`).
 */
export function createOutgoing({
  trusted,
  resolve = resolveAll,
  judge = isPublic,
}: {
  trusted: string[]
  resolve?: Resolve
  judge?: (address: string) => boolean
}): Dispatcher {
  const named = new Set(trusted.map((host) => host.toLowerCase()))

  const open = new Agent()
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found
        if (!first || !found.every(({ address }) => judge(address))) return callback(refused(host), '', 0)
        if (options.all) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
  const guarded = new Agent({ connect: { lookup } })

  return guarded.compose((dispatch) => (options, handler) => {
    const { hostname, port, protocol } = new URL(String(options.origin))
    if (named.has(`${hostname}:${port || (/^(?:https|wss):$/.test(protocol) ? '443' : '80')}`))
      return open.dispatch(options, handler)
    const literal = hostname.replace(/^\[|\]$/g, '')
    // An address needs no resolving, and would pass by the judgement above.
    if (isIP(literal) !== 0 && !judge(literal)) throw refused(hostname)
    return dispatch(options, handler)
  })
}

/** Every request of this process goes through it from now on, those of the libraries too. */
export function guardOutgoing(config: Config): void {
  const model = config.model?.baseUrl ? [hostAndPort(config.model.baseUrl)] : []
  setGlobalDispatcher(createOutgoing({ trusted: [...config.hosts, ...model] }))
}

function hostAndPort(address: string): string {
  const { hostname, port, protocol } = new URL(address)
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}

/** A code that counts as "never sent" where posting is tried again. */
function refused(host: string): NodeJS.ErrnoException {
  const cause = new MaatstafError(
    'address-not-public',
    `${host} leads into the own network; name it in MAATSTAF_HOSTS if that is meant`,
    {
      fault: 'system',
    },
  )
  return Object.assign(new Error(cause.message, { cause }), { code: 'EHOSTUNREACH' })
}

function resolveAll(host: string): Promise<{ address: string; family: number }[]> {
  return new Promise((done, fail) =>
    resolveName(host, { all: true }, (error, found) => (error ? fail(error) : done(found))),
  )
}
