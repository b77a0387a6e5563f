import { createWindow, isContactable } from './common/manners.ts'
import { type Catalogue, catalogueOf } from './listenbrainz/catalogue.ts'
import { artistMetadata, failed, popularity, similarArtists, topRecordings } from './listenbrainz/reads.ts'
import { type SubmittedListen, submit } from './listenbrainz/submit.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import type { World } from './world/types.ts'

export const LISTENBRAINZ_TOKEN = '5d7b2f0c-31a4-4f60-9c1d-8e6f2a90b7d3'
const WINDOW_MS = 10_000
const SCRAPERS =
  'Due to bad actors and AI scrapers causing undue traffic on our sites, you need to provide an Auth token for this endpoint. See https://listenbrainz.readthedocs.io'

/** What a test may set and look at while it runs. */
export type ListenbrainzFakeOptions = {
  /** Users by token. */
  tokens: Record<string, string>
  /** What was submitted, in order; filled by the fake. */
  listens: SubmittedListen[]
  /** Calls that it takes in ten seconds. */
  callsInTenSeconds: number
}
type State = Readonly<{ catalogue: Catalogue; options: ListenbrainzFakeOptions }>

/** ListenBrainz: the API under /1, labs under /labs. */
export function listenbrainzFake(world: World, given: Partial<ListenbrainzFakeOptions> = {}): FakeHandler {
  const defaults = { tokens: { [LISTENBRAINZ_TOKEN]: 'night_listener' }, listens: [], callsInTenSeconds: 30 }
  const options: ListenbrainzFakeOptions = Object.assign(given, { ...defaults, ...given })
  const state = { catalogue: catalogueOf(world), options }
  const take = createWindow(options.callsInTenSeconds, WINDOW_MS)
  return (request) => {
    if (!isContactable(request.headers['user-agent'])) return { drop: true }
    if (request.path === '/labs/similar-artists/json') return similarArtists(state.catalogue, request)
    const { allowed, left, resetMs } = take(request.at)
    const reply = allowed ? answer(state, request) : failed(429, 'Too many requests')
    const headers = {
      'x-ratelimit-limit': String(options.callsInTenSeconds),
      'x-ratelimit-remaining': String(left),
      'x-ratelimit-reset-in': String(Math.ceil(resetMs / 1000)),
      'x-ratelimit-reset': String(Math.ceil((request.at + resetMs) / 1000)),
    }
    return reply && { ...reply, headers: { ...reply.headers, ...headers } }
  }
}

/** undefined: no token; null: one that nobody has. */
function userOf({ headers }: FakeRequest, { tokens }: ListenbrainzFakeOptions): string | null | undefined {
  const token = /^Token (.+)$/i.exec(headers.authorization ?? '')?.[1]
  return token === undefined ? undefined : (tokens[token] ?? null)
}

function answer({ catalogue, options }: State, request: FakeRequest): FakeReply | undefined {
  const { method, path, body } = request
  const user = userOf(request, options)
  const [, version, family = '', kind = '', id = ''] = path.split('/')
  if (version !== '1') return undefined
  if (method === 'POST' && path === '/1/submit-listens') return submitted(request, user, options)
  if (method === 'POST' && family === 'popularity' && /^(artist|recording)$/.test(kind))
    return popularity(catalogue, kind, body)
  if (method !== 'GET') return undefined
  if (path === '/1/validate-token') return validated(user)
  if (path === '/1/metadata/artist/') return artistMetadata(catalogue, request)
  if (path === '/1/stats/sitewide/artists') return { status: 204 }
  if (family === 'popularity' && kind === 'top-recordings-for-artist')
    return user ? topRecordings(catalogue, id) : failed(401, SCRAPERS)
  return undefined
}

function validated(user: string | null | undefined): FakeReply {
  if (user === undefined) return failed(400, 'You need to provide an Authorization token.')
  if (user === null) return { body: { code: 200, message: 'Token invalid.', valid: false } }
  return { body: { code: 200, message: 'Token valid.', valid: true, user_name: user } }
}

function submitted({ body, at }: FakeRequest, user: string | null | undefined, { listens }: ListenbrainzFakeOptions) {
  if (user === undefined) return failed(401, 'You need to provide an Authorization header.')
  if (user === null) return failed(401, 'Invalid authorization token.')
  return submit(body, user, at, listens)
}
