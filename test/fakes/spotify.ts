import { catalogueOf } from './spotify/catalogue.ts'
import { type SpotifyFakeOptions, spotifyOptions } from './spotify/options.ts'
import { audioFeatures, OF_ONE, recommendations } from './spotify/reads.ts'
import { ALLOW_LIST_TEXT, badId, failed, isId, PREMIUM_TEXT, plainForbidden } from './spotify/replies.ts'
import { search } from './spotify/search.ts'
import { type Scene, SIDES } from './spotify/shapes.ts'
import { tokenProblem, tokenReply } from './spotify/token.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import { picture } from './world/picture.ts'
import type { World } from './world/types.ts'

const DAY_MS = 86_400_000
const WINDOW_MS = 30_000
/** Closed to new apps in February 2026. */
const REMOVED =
  /^\/v1\/(tracks|albums|artists|markets|browse\/(featured-playlists|categories|new-releases)(\/.*)?|users\/[^/]+(\/playlists)?)$/

/**
 * Spotify: tokens at /api/token, the Web API under /v1, pictures under /image. Its options may be changed while it
 * runs: `mode` says what an app may see.
 */
export function spotifyFake(world: World, given: Partial<SpotifyFakeOptions> = {}): FakeHandler {
  const options = Object.assign(given, spotifyOptions(given))
  const catalogue = catalogueOf(world)
  const walls = createWalls(options)
  return (request) => {
    if (request.path === '/api/token') return tokenReply(request, options)
    if (request.path.startsWith('/image/')) return image(request.path)
    if (!request.path.startsWith('/v1/') || request.method !== 'GET') return undefined
    const stopped = tokenProblem(request, options) ?? appProblem(options) ?? walls(request)
    if (stopped) return stopped
    const scene = { extended: options.mode === 'extended', host: request.headers.host ?? '', world }
    return answer(request, scene, catalogue)
  }
}

function appProblem({ premium, allowListed }: SpotifyFakeOptions): FakeReply | undefined {
  if (!premium) return plainForbidden(PREMIUM_TEXT)
  return allowListed ? undefined : plainForbidden(ALLOW_LIST_TEXT)
}

/** Paths that are counted together: ids do not matter. */
const familyOf = (path: string) => path.replace(/[0-9A-Za-z]{22}/, ':id')

/** The rate of the last 30 seconds and the quota of the last 24 hours. */
function createWalls(options: SpotifyFakeOptions): (request: FakeRequest) => FakeReply | undefined {
  let recent: number[] = []
  const calls = new Map<string, number[]>()
  return ({ path, at }) => {
    recent = [...recent.filter((time) => time > at - WINDOW_MS), at]
    const family = (calls.get(familyOf(path)) ?? []).filter((time) => time > at - DAY_MS)
    calls.set(familyOf(path), [...family, at])
    if (family.length >= options.quota) {
      const after = options.quotaSeconds === null ? {} : { 'retry-after': String(options.quotaSeconds) }
      return { ...failed(429, 'Too many requests', { reason: 'QUOTA_EXCEEDED' }), headers: after }
    }
    if (recent.length <= options.callsIn30Seconds) return undefined
    return { ...failed(429, 'API rate limit exceeded'), headers: { 'retry-after': '3' } }
  }
}

function answer(request: FakeRequest, scene: Scene, catalogue: ReturnType<typeof catalogueOf>): FakeReply | undefined {
  const { path, query } = request
  const market = query.get('market')
  if (market !== null && !/^[A-Z]{2}$/.test(market)) return failed(400, 'Invalid market code')
  if (path === '/v1/search') return search(catalogue, scene, request)
  if (path === '/v1/recommendations') return recommendations({ catalogue, scene, request })
  if (path === '/v1/audio-features') return audioFeatures({ catalogue, scene, request })
  if (REMOVED.test(path)) return scene.extended ? undefined : failed(403, 'Forbidden')
  const [, kind = '', id = '', part] = /^\/v1\/(artists|albums|tracks)\/([^/]+)(?:\/([a-z-]+))?$/.exec(path) ?? []
  const read = OF_ONE[part ? `${kind}/${part}` : kind]
  if (!read) return undefined
  return isId(id) ? read({ catalogue, scene, request, id }) : badId()
}

/** `/image/ab6761<size><colour and more>`: the six digits after the size are its colour. */
async function image(path: string): Promise<FakeReply> {
  const [, size = '', color = ''] = /^\/image\/ab6761([0-9a-f]{10})([0-9a-f]{6})[0-9a-f]{18}$/.exec(path) ?? []
  const side = SIDES.get(size)
  if (!side) return { status: 404, body: 'Not Found' }
  return { headers: { 'content-type': 'image/jpeg' }, body: await picture(`#${color}`, side) }
}
