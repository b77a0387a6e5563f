import { describe, expect, it } from 'vitest'
import { coverartFake } from './coverart.ts'
import { LISTENBRAINZ_TOKEN, listenbrainzFake } from './listenbrainz.ts'
import { musicbrainzFake } from './musicbrainz.ts'
import type { FakeHandler, FakeReply } from './types.ts'
import { wikipediaFake } from './wikipedia.ts'
import { makeWorld } from './world/world.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const AGENT = 'Animo/1.0 (https://animo.test; me@animo.test)'
type More = { at?: number; agent?: string | undefined; token?: string; method?: string; body?: object | string }

/** Asks a handler without a server between: what it answers is the question here. */
function ask(handler: FakeHandler, address: string, more: More = {}) {
  const { pathname, searchParams } = new URL(address, 'http://fake.test')
  const { at = 0, agent = 'agent' in more ? more.agent : AGENT, token, method = 'GET', body = '' } = more
  const headers = { host: 'fake.test', 'user-agent': agent, ...(token && { authorization: `Token ${token}` }) }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return handler({ method, path: pathname, query: searchParams, headers, body: text, at }) as FakeReply | undefined
}
const bodyOf = (reply: FakeReply | undefined) => reply?.body as Record<string, unknown>
const relaxed = () => musicbrainzFake(world, { everyMs: 0 })

describe('the fake of musicbrainz', () => {
  it('drops who does not say how to be reached', () => {
    for (const agent of [undefined, 'undici', 'node', 'Mozilla/5.0 (X11; Linux)', 'Animo/1.0'])
      expect(ask(relaxed(), '/ws/2/genre/all?fmt=json', { agent })).toEqual({ drop: true })
  })

  it('takes one call a second on average', () => {
    const handler = musicbrainzFake(world)
    const statuses = (times: number[]) => times.map((at) => ask(handler, '/genre/all?fmt=json', { at })?.status ?? 200)
    expect(statuses([0, 1000, 2100, 3000, 3900])).toEqual([200, 200, 200, 200, 200])
    expect(statuses([10_000, 10_300, 10_900, 11_000, 13_000])).toEqual([200, 503, 200, 503, 200])
  })

  it('refuses what does not exist or is not allowed', () => {
    const status = (address: string) => ask(relaxed(), address)?.status
    expect(status(`/artist/${ferry.mbid}?inc=coffee&fmt=json`)).toBe(400)
    expect(status('/artist/42?fmt=json')).toBe(400)
    expect(status('/artist/dead0000-0000-4000-8000-000000000000?fmt=json')).toBe(404)
    expect(status('/isrc/42?fmt=json')).toBe(400)
    expect(status('/artist?query=%22open&fmt=json')).toBe(400)
    expect(status('/artist?query=a%2Fb&fmt=json')).toBe(400)
    expect(status('/release?fmt=json')).toBe(400)
    expect(ask(relaxed(), '/coffee?fmt=json')).toBeUndefined()
  })

  it('answers in XML unless JSON is asked for', () => {
    expect(ask(relaxed(), `/artist/${ferry.mbid}`)?.headers?.['content-type']).toContain('xml')
  })

  it('gives at most 100 of a list, 25 unless told, and 25 in a lookup', () => {
    const big = makeWorld({ artists: 3, albums: 320, tracks: 4000 })
    const artist = big.artists.toSorted((a, b) => b.albums.length - a.albums.length)[0]!
    const handler = musicbrainzFake(big, { everyMs: 0 })
    const groups = (address: string) => bodyOf(ask(handler, address))['release-groups'] as object[]
    const browse = `/release-group?artist=${artist.mbid}&fmt=json`
    expect(groups(browse)).toHaveLength(25)
    expect(groups(`${browse}&limit=1000`)).toHaveLength(100)
    expect(groups(`/artist/${artist.mbid}?inc=release-groups&fmt=json`)).toHaveLength(25)
  })

  it('tells only what was asked for', () => {
    const body = bodyOf(ask(relaxed(), `/artist/${ferry.mbid}?fmt=json`))
    for (const field of ['genres', 'tags', 'aliases', 'relations']) expect(body).not.toHaveProperty(field)
  })
})

describe('the fake of the cover art archive', () => {
  it('redirects twice to a picture, and has http in its answers', () => {
    const album = world.albums.find(({ color, unknownTo }) => color && !unknownTo.includes('musicbrainz'))!
    const handler = coverartFake(world)
    const first = ask(handler, `/release-group/${album.mbid}/front-500`)
    expect(first?.status).toBe(307)
    expect(ask(handler, first!.headers!.location!)?.status).toBe(302)
    const index = ask(handler, ask(handler, `/release-group/${album.mbid}`)!.headers!.location!)
    expect(JSON.stringify(index?.body)).toContain('"image":"http://')
    expect(ask(handler, '/release-group/42')?.status).toBe(400)
    expect(ask(handler, '/release-group/dead0000-0000-4000-8000-000000000000')?.status).toBe(404)
  })
})

describe('the fake of listenbrainz', () => {
  const submit = (body: object | string, token: string | undefined = LISTENBRAINZ_TOKEN) =>
    ask(listenbrainzFake(world), '/1/submit-listens', { method: 'POST', body, ...(token && { token }), at: 1.8e12 })
  const listen = (more: object = {}) => ({ track_metadata: { artist_name: 'A', track_name: 'B' }, ...more })
  const at = 1_790_000_000

  it('wants a token where the real one does', () => {
    const top = `/1/popularity/top-recordings-for-artist/${ferry.mbid}`
    expect(ask(listenbrainzFake(world), top)?.status).toBe(401)
    expect(ask(listenbrainzFake(world), top, { token: LISTENBRAINZ_TOKEN })?.status).toBeUndefined()
    expect(submit({}, '')?.status).toBe(401)
    expect(submit({}, 'wrong')?.status).toBe(401)
    expect(ask(listenbrainzFake(world), '/1/validate-token')?.status).toBe(400)
  })

  it('looks at what is submitted', () => {
    const statusOf = (type: string, ...payload: object[]) => submit({ listen_type: type, payload })?.status ?? 200
    expect(statusOf('single', listen({ listened_at: at }))).toBe(200)
    expect(statusOf('playing_now', listen())).toBe(200)
    expect(statusOf('playing_now', listen({ listened_at: at }))).toBe(400)
    expect(statusOf('single', listen())).toBe(400)
    expect(statusOf('single', listen({ listened_at: at }), listen({ listened_at: at + 1 }))).toBe(400)
    expect(statusOf('import', ...Array.from({ length: 1001 }, (_, i) => listen({ listened_at: at - i })))).toBe(400)
    expect(statusOf('single', { listened_at: at, track_metadata: { artist_name: '', track_name: 'B' } })).toBe(400)
    expect(statusOf('import')).toBe(400)
    expect(submit('{')?.status).toBe(400)
  })

  it('counts calls in its headers, and refuses more', () => {
    const handler = listenbrainzFake(world, { callsInTenSeconds: 2 })
    const replies = [0, 1000, 2000, 10_500].map((when) => ask(handler, '/1/stats/sitewide/artists', { at: when }))
    expect(replies.map((reply) => reply?.status)).toEqual([204, 204, 429, 204])
    expect(replies.map((reply) => reply?.headers?.['x-ratelimit-remaining'])).toEqual(['1', '0', '0', '0'])
    expect(replies[2]?.headers?.['x-ratelimit-reset-in']).toBe('8')
  })

  it('has similar artists in no order and twice', () => {
    const address = `/labs/similar-artists/json?artist_mbids=${ferry.mbid}&algorithm=`
    expect(ask(listenbrainzFake(world), `${address}mine`)?.status).toBe(400)
    const name = 'session_based_days_9000_session_300_contribution_5_threshold_15_limit_50_skip_30'
    const rows = ask(listenbrainzFake(world), address + name)?.body as { artist_mbid: string; score: number }[]
    expect(new Set(rows.map((row) => row.artist_mbid)).size).toBe(rows.length - 1)
    expect(rows.map(({ score }) => score)).not.toEqual(rows.map(({ score }) => score).sort((a, b) => b - a))
  })

  it('has null counts for nobody', () => {
    const body = { artist_mbids: ['dead0000-0000-4000-8000-000000000000', ferry.mbid] }
    const rows = ask(listenbrainzFake(world), '/1/popularity/artist', { method: 'POST', body })?.body
    expect(rows).toMatchObject([{ total_listen_count: null }, { total_listen_count: ferry.plays }])
  })
})

describe('the fake of wikipedia', () => {
  const siteinfo = '/www.wikidata.org/w/api.php?action=query&meta=siteinfo'
  it('has ten calls a minute for strangers and two hundred for others', () => {
    const handler = wikipediaFake(world)
    const refused = (agent: string) =>
      Array.from({ length: 201 }, () => ask(handler, siteinfo, { agent })?.status).filter((status) => status === 429)
        .length
    expect(refused('curl/8')).toBe(191)
    expect(refused(AGENT)).toBe(1)
    expect(ask(handler, siteinfo)?.headers?.['retry-after']).toBe('60')
  })

  it('says what it has not, and moves what was moved', () => {
    const handler = wikipediaFake(world)
    const missing = ask(handler, '/en.wikipedia.org/api/rest_v1/page/summary/Nothing_Here')
    expect(missing).toMatchObject({ status: 404, body: { title: 'Not found.' } })
    const none = ask(handler, '/www.wikidata.org/w/api.php?action=wbgetentities&ids=Q1&props=claims')
    expect(bodyOf(none)).toMatchObject({ entities: { Q1: { missing: '' } } })
    expect(bodyOf(ask(handler, '/www.wikidata.org/w/api.php?action=wbgetentities&ids=X'))).toHaveProperty('error')
  })

  it('is too slow for who said so', () => {
    const handler = wikipediaFake(world, { lag: 6 })
    expect(bodyOf(ask(handler, `${siteinfo}&maxlag=5`))).toMatchObject({ error: { code: 'maxlag' } })
    expect(bodyOf(ask(handler, siteinfo))).toHaveProperty('query')
  })
})
