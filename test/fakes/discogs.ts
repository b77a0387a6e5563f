import { catalogueOf } from './discogs/catalogue.ts'
import { artistReply, failed, masterReply, searchReply } from './discogs/replies.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import { picture } from './world/picture.ts'
import type { World } from './world/types.ts'

export const DISCOGS_TOKEN = 'aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd'
const WINDOW_MS = 60_000
const WITH_TOKEN = 60
const WITHOUT = 25

/** What a test may set; it is read anew with every request. */
export type DiscogsFakeOptions = { token: string }

/** Discogs: search, artists, masters, pictures; with the headers of its rate, and without pictures for strangers. */
export function discogsFake(world: World, given: Partial<DiscogsFakeOptions> = {}): FakeHandler {
  const options = Object.assign(given, { token: DISCOGS_TOKEN, ...given })
  const catalogue = catalogueOf(world)
  let calls: number[] = []
  return async (request) => {
    if (request.path.startsWith('/image/')) return image(request.path)
    const agent = request.headers['user-agent'] ?? ''
    if (!/^[^\s/]+\/\S+/.test(agent) || /^(undici|node)\b/.test(agent)) {
      return failed(403, 'You must provide a User-Agent that identifies your application.')
    }
    const token = tokenOf(request)
    if (token !== null && token !== options.token)
      return failed(401, 'Invalid consumer token. Please register an app before making requests.')
    calls = [...calls.filter((at) => at > request.at - WINDOW_MS), request.at]
    const limit = token === null ? WITHOUT : WITH_TOKEN
    const reply =
      calls.length > limit
        ? failed(429, 'You are making requests too quickly.')
        : answer(catalogue, request, token !== null)
    return reply && { ...reply, headers: { ...reply.headers, ...rateHeaders(limit, calls.length) } }
  }
}

const tokenOf = ({ headers, query }: FakeRequest): string | null =>
  /^Discogs token=(.*)$/.exec(headers.authorization ?? '')?.[1] ?? query.get('token')

const rateHeaders = (limit: number, used: number) => ({
  'x-discogs-ratelimit': String(limit),
  'x-discogs-ratelimit-used': String(Math.min(limit, used)),
  'x-discogs-ratelimit-remaining': String(Math.max(0, limit - used)),
})

function answer(
  catalogue: ReturnType<typeof catalogueOf>,
  request: FakeRequest,
  signedIn: boolean,
): FakeReply | undefined {
  const { path, method, headers } = request
  const host = headers.host ?? ''
  if (method !== 'GET') return undefined
  if (path === '/database/search') {
    return signedIn ? searchReply(catalogue, request) : failed(401, 'You must authenticate to access this resource.')
  }
  const [, kind, id = ''] = /^\/(artists|masters)\/(\d+)$/.exec(path) ?? []
  if (kind === 'artists') return artistReply(catalogue, Number(id), host, signedIn)
  return kind === 'masters' ? masterReply(catalogue, Number(id), host, signedIn) : undefined
}

/** `/image/<colour>/<name>.jpg` */
async function image(path: string): Promise<FakeReply> {
  const [, color] = /^\/image\/([0-9a-f]{6})\/[\w-]+\.jpg$/.exec(path) ?? []
  if (!color) return { status: 404, body: 'Not Found' }
  return { headers: { 'content-type': 'image/jpeg' }, body: await picture(`#${color}`, 600) }
}
