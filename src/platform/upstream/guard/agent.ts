import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { isPublicAddress } from './ranges.ts'

/** All addresses of a name, as `dns.lookup` gives them. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

/** An address that is not to be asked. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
}

const resolveByDns: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found)))
  })

/** Every address that a name has must be public: a name with both kinds is a trap. */
function check(addresses: readonly LookupAddress[]): LookupAddress[] {
  if (addresses.length === 0) throw new RefusedAddress('the name has no address')
  if (!addresses.every(({ address }) => isPublicAddress(address)))
    throw new RefusedAddress('the address is not one of the public internet')
  return [...addresses]
}

/**
 * A lookup for connections that knows public addresses only. A connection resolves its name once, by this, and goes
 * to what was checked, so a name that changes its address in between gains nothing.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname)
      .then(check)
      .then(
        (found) => {
          const [first] = found
          if (options.all || !first) callback(null, found)
          else callback(null, first.address, first.family)
        },
        (error: Error) => callback(error, []),
      )
  }
}

/** Connections to public addresses. Addresses written as numbers are looked up by nobody: see `checkUrl`. */
export function createGuardedAgent(resolve: Resolve = resolveByDns, connectMs = 5000): Agent {
  return new Agent({ connect: { lookup: guardedLookup(resolve), timeout: connectMs }, keepAliveTimeout: 4000 })
}

/** Refuses what no lookup is made for: other protocols, names and passwords in it, and addresses written as numbers. */
export function checkUrl(url: URL): void {
  if (!/^https?:$/.test(url.protocol)) throw new RefusedAddress('only http and https are asked')
  if (url.username || url.password) throw new RefusedAddress('the address carries a name or a password')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isPublicAddress(host)) throw new RefusedAddress('the address is not one of the public internet')
}

/** Where a redirect leads, null when that is no address. Who came by https is not sent on in the open. */
export function redirectTarget(from: URL, location: string | null): URL | null {
  if (!location || !URL.canParse(location, from.href)) return null
  const to = new URL(location, from)
  if (from.protocol === 'https:' && to.protocol === 'http:') throw new RefusedAddress('a redirect to plain http')
  return to
}
