import { BlockList, isIP } from 'node:net'

/** What is not the public internet of IPv4 (IANA special-purpose registry). */
const PRIVATE_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/**
 * Of IPv6 only 2000::/3 is public, which leaves out loopback, mapped and compatible IPv4, NAT64, ULA, link-local and
 * multicast; these parts of it are not, 2002::/16 and 2001::/32 because they carry IPv4 addresses inside.
 */
const PUBLIC_6 = ['2000::', 3] as const
const PRIVATE_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

// Lists of their own: Node compares IPv4 addresses with mapped ranges of IPv6 in the same list.
const private4 = new BlockList()
const private6 = new BlockList()
const public6 = new BlockList()
for (const [network, prefix] of PRIVATE_4) private4.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of PRIVATE_6) private6.addSubnet(network, prefix, 'ipv6')
public6.addSubnet(...PUBLIC_6, 'ipv6')

/** Is this address one of the public internet? Texts that are no address are not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !private4.check(address, 'ipv4')
  return family === 6 && public6.check(address, 'ipv6') && !private6.check(address, 'ipv6')
}
