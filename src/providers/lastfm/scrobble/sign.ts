import { createHash } from 'node:crypto'

/** Parameters that are sent without being signed. */
const UNSIGNED = new Set(['format', 'callback', 'api_sig'])
const byName = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : 1)

/**
 * The signature of a call: names and values in ASCII order of the names (so that `artist[10]` is before `artist[1]`),
 * one after the other, then the secret, as MD5 in hexadecimal. The method is the one of the service, not ours to choose.
 */
export function signatureOf(values: Readonly<Record<string, string>>, secret: string): string {
  const signed = Object.entries(values).filter(([name]) => !UNSIGNED.has(name))
  const text = signed
    .sort(byName)
    .map(([name, value]) => name + value)
    .join('')
  return createHash('md5').update(`${text}${secret}`, 'utf8').digest('hex')
}
