import type { FastifyRequest } from 'fastify'

/** Whom a limit counts: an IPv4 address, or the /64 that one IPv6 customer owns. */
export function clientAddress(request: Pick<FastifyRequest, 'ip'>): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(request.ip)
  if (mapped?.[1]) return mapped[1]
  if (!request.ip.includes(':')) return request.ip
  const [head = '', tail] = request.ip.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${groups.join(':')}::/64`
}
