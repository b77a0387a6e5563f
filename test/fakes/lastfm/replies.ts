import type { FakeReply } from '../types.ts'

const ERRORS: Readonly<Record<number, readonly [status: number, message: string]>> = {
  3: [400, 'Invalid Method - No method with that name in this package'],
  4: [403, 'Authentication Failed - You do not have permissions to access the service'],
  6: [400, 'Invalid parameters - Your request is missing a required parameter'],
  9: [403, 'Invalid session key - Please re-authenticate'],
  10: [403, 'Invalid API key - You must be granted a valid key by last.fm'],
  13: [403, 'Invalid method signature supplied'],
  14: [403, 'Unauthorized Token - This token has not been issued'],
  15: [403, 'This token has expired'],
  26: [403, 'API Key Suspended - Please contact Last.fm to get it unsuspended'],
  29: [429, 'Rate Limit Exceeded - Your IP has made too many requests in a short period'],
}

/** An error as the service words it; some come with 200. */
export function failed(code: number, message?: string, status?: number): FakeReply {
  const [usual, words] = ERRORS[code] ?? [
    500,
    'Operation failed - Most likely the backend service failed. Please try again.',
  ]
  return { status: status ?? usual, body: { error: code, message: message ?? words, links: [] } }
}

/** There is no such artist, album or track: with 200 for names of even length, with 404 for the others. */
export const unknown = (what: string, name: string): FakeReply =>
  failed(6, `The ${what} you supplied could not be found`, name.length % 2 === 0 ? 200 : 404)

/** XML turned into JSON: nothing is "", one is an object, more are a list. */
export function container<T>(name: string, items: readonly T[]): '' | Record<string, T | readonly T[]> {
  if (items.length === 0) return ''
  return { [name]: items.length === 1 ? (items[0] as T) : items }
}

const SIZES = [
  ['small', '34s'],
  ['medium', '64s'],
  ['large', '174s'],
  ['extralarge', '300x300'],
  ['mega', '300x300'],
  ['', '300x300'],
] as const
const STAR = '2a96cbd8b46e442fc41c2b86b821562f'

/** Pictures in all sizes; artists have had nothing but the star since 2019, albums without one have empty texts. */
const images = (host: string, hash: string | null) =>
  SIZES.map(([size, folder]) => ({ '#text': hash ? `http://${host}/i/u/${folder}/${hash}.png` : '', size }))
export const starImages = (host: string) => images(host, STAR)
export const albumImages = (host: string, color: string | null, mbid: string) =>
  images(host, color ? color.slice(1) + mbid.replaceAll('-', '').slice(6) : null)

export const pageUrl = (...names: readonly string[]) =>
  `https://www.last.fm/music/${names.map((name) => encodeURIComponent(name).replaceAll('%20', '+')).join('/')}`
