import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFake } from '../server.ts'
import { spotifyFake } from '../spotify.ts'
import type { Fake } from '../types.ts'
import { makeWorld } from '../world/world.ts'
import { SPOTIFY_ID, SPOTIFY_SECRET, type SpotifyFakeOptions } from './options.ts'

const world = makeWorld({ artists: 12 })
const [ferry] = world.artists
const tokens = new Map<string, number>()
const options: Partial<SpotifyFakeOptions> = { tokens }
let fake: Fake
let token = ''

const basic = (secret = SPOTIFY_SECRET) => `Basic ${Buffer.from(`${SPOTIFY_ID}:${secret}`).toString('base64')}`
const askToken = (authorization: string, form: Record<string, string>) =>
  fetch(`${fake.url}/api/token`, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) })
const get = async (path: string, authorization = `Bearer ${token}`) => {
  const reply = await fetch(`${fake.url}/v1${path}`, { headers: authorization ? { authorization } : {} })
  const text = await reply.text()
  return { status: reply.status, text, body: text.startsWith('{') ? JSON.parse(text) : null, headers: reply.headers }
}

beforeAll(async () => {
  fake = await startFake('spotify', spotifyFake(world, options))
  const reply = await askToken(basic(), { grant_type: 'client_credentials' })
  token = ((await reply.json()) as { access_token: string }).access_token
})
afterAll(() => fake.close())

describe('the fake of Spotify refuses what Spotify refuses', () => {
  it('tokens for a wrong secret, and other grants', async () => {
    const wrong = await askToken(basic('no'), { grant_type: 'client_credentials' })
    expect([wrong.status, await wrong.json()]).toEqual([
      400,
      { error: 'invalid_client', error_description: 'Invalid client secret' },
    ])
    const grant = await askToken(basic(), { grant_type: 'password' })
    expect(await grant.json()).toMatchObject({ error: 'unsupported_grant_type' })
  })

  it('calls without a token, with a wrong one and with an old one', async () => {
    tokens.set('old', 0)
    const replies = await Promise.all(
      ['', 'Bearer no', 'Bearer old'].map((one) => get(`/artists/${ferry!.spotifyId}`, one)),
    )
    expect(replies.map(({ status, body }) => [status, body.error.message])).toEqual([
      [401, 'No token provided'],
      [401, 'Invalid access token'],
      [401, 'The access token expired'],
    ])
  })

  it.each([
    ['/search?q=night&type=artist&limit=11', 400, { error: { status: 400, message: 'Invalid limit' } }],
    ['/search?type=artist', 400, { error: { status: 400, message: 'No search query' } }],
    ['/search?q=a&type=artist&offset=995&limit=10', 400, { error: { status: 400, message: 'Invalid offset' } }],
    [`/artists/${ferry!.spotifyId}/albums?limit=11`, 400, { error: { status: 400, message: 'Invalid limit' } }],
    [`/artists/${ferry!.spotifyId}/related-artists`, 404, { error: { status: 404, message: 'Not Found' } }],
    ['/recommendations?seed_genres=pop', 404, { error: { status: 404, message: 'Not Found' } }],
    ['/audio-features?ids=1', 403, { error: { status: 403 } }],
    [`/artists/${ferry!.spotifyId}/top-tracks`, 403, { error: { status: 403, message: 'Forbidden' } }],
    ['/tracks?ids=1', 403, { error: { status: 403, message: 'Forbidden' } }],
    ['/browse/new-releases', 403, { error: { status: 403, message: 'Forbidden' } }],
    ['/artists/x', 400, { error: { status: 400, message: 'invalid id' } }],
    ['/artists/0000000000000000000000', 404, { error: { status: 404, message: 'Resource not found' } }],
  ])('%s in development mode', async (path, status, body) => {
    expect(await get(path)).toMatchObject({ status, body })
  })

  it('gives five entries unless told otherwise, absolute addresses, and lists with null', async () => {
    const { body } = await get('/search?q=e&type=artist,playlist')
    expect(body.artists.limit).toBe(5)
    expect(body.playlists.items).toContain(null)
    const { body: albums } = await get(`/artists/${ferry!.spotifyId}/albums`)
    const [head] = albums.items
    expect(albums.next).toMatch(new RegExp(`^${fake.url}/v1/artists/.*offset=5`))
    expect([head.album_group, head.available_markets]).toEqual([undefined, undefined])
  })

  it('shows more in extended mode', async () => {
    options.mode = 'extended'
    const { body } = await get(`/artists/${ferry!.spotifyId}/albums?limit=50`)
    const { body: artist } = await get(`/artists/${ferry!.spotifyId}`)
    options.mode = 'dev2026'
    expect(body.items[0].album_group).toBe('album')
    expect(artist).toMatchObject({ popularity: ferry!.popularity, followers: { href: null, total: ferry!.followers } })
  })

  it('has two walls', async () => {
    Object.assign(options, { callsIn30Seconds: 0 })
    const rate = await get('/search?q=a&type=artist')
    expect([rate.status, rate.headers.get('retry-after'), rate.body.error.reason]).toEqual([429, '3', undefined])
    Object.assign(options, { callsIn30Seconds: 180, quota: 0 })
    const quota = await get('/search?q=a&type=artist')
    expect([quota.status, quota.headers.get('retry-after'), quota.body.error.reason]).toEqual([
      429,
      '48925',
      'QUOTA_EXCEEDED',
    ])
  })
})
