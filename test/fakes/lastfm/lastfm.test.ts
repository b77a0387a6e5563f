import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discogsFake } from '../discogs.ts'
import { lastfmFake } from '../lastfm.ts'
import { startFake } from '../server.ts'
import type { Fake } from '../types.ts'
import { makeWorld } from '../world/world.ts'
import { LASTFM_KEY, LASTFM_SESSION } from './options.ts'

const world = makeWorld({ artists: 12 })
let fake: Fake
beforeAll(async () => {
  fake = await startFake('lastfm', lastfmFake(world))
})
afterAll(() => fake.close())

const values = (more: Record<string, string>) => new URLSearchParams({ api_key: LASTFM_KEY, format: 'json', ...more })
const get = (more: Record<string, string>) => fetch(`${fake.url}/2.0/?${values(more)}`)
const errorOf = async (reply: Response) => ((await reply.json()) as { error: number }).error

describe('the fake of Last.fm refuses what Last.fm refuses', () => {
  const scrobble = { method: 'track.scrobble', sk: LASTFM_SESSION, artist: 'a', track: 'b', timestamp: '1790000000' }

  it.each([
    ['a wrong key', { method: 'artist.getInfo', artist: 'Night Ferry', api_key: 'x' }, 403, 10],
    ['an unknown method', { method: 'artist.dance' }, 400, 3],
    ['no artist', { method: 'artist.getInfo' }, 400, 6],
    ['an artist it does not know, with 200', { method: 'artist.getInfo', artist: 'Nobody' }, 200, 6],
    ['an artist it does not know, with 404', { method: 'artist.getInfo', artist: 'Nobodys' }, 404, 6],
    ['a write with GET', { ...scrobble, api_sig: 'x' }, 400, 3],
    ['an unsigned call', { method: 'auth.getSession', token: 'x' }, 403, 13],
  ])('%s', async (_name, asked, status, code) => {
    const reply = await get(asked)
    expect([reply.status, await errorOf(reply)]).toEqual([status, code])
  })

  it('takes the signatures of the two examples', async () => {
    const session = values({
      method: 'auth.getSession',
      token: 'tok_example_1',
      api_sig: 'f28b4521c13393e69a57f54b9aee09b5',
    })
    expect(await errorOf(await fetch(`${fake.url}/2.0/`, { method: 'POST', body: session }))).toBe(14)
    const sent = values({
      ...{ method: 'track.scrobble', sk: 'sess_example', api_sig: 'ee89c89470ea1e0cc049d7e105cc363a' },
      ...{ 'artist[0]': 'Sigur Rós', 'track[0]': 'Hoppípolla', 'timestamp[0]': '1790000000' },
      ...{ 'artist[1]': 'Björk', 'track[1]': 'Jóga', 'timestamp[1]': '1790000300' },
    })
    const reply = await fetch(`${fake.url}/2.0/`, { method: 'POST', body: sent })
    const { scrobbles } = (await reply.json()) as { scrobbles: { scrobble: { track: object }[]; '@attr': object } }
    expect(scrobbles.scrobble.map(({ track }) => track)).toEqual([
      { corrected: '0', '#text': 'Hoppípolla' },
      { corrected: '0', '#text': 'Jóga' },
    ])
  })

  it('answers XML unless it is asked for JSON, and shows artists as a star', async () => {
    const xml = await get({ method: 'artist.getInfo', artist: 'Night Ferry', format: 'xml' })
    expect(xml.headers.get('content-type')).toBe('text/xml')
    const { artist } = (await (await get({ method: 'ARTIST.getinfo', artist: 'night ferry' })).json()) as {
      artist: { image: { '#text': string }[]; stats: object }
    }
    expect(artist.image[0]?.['#text']).toContain('2a96cbd8b46e442fc41c2b86b821562f')
    expect(artist.stats).toEqual({ listeners: expect.any(String), playcount: expect.any(String) })
  })
})

describe('the fake of Discogs refuses what Discogs refuses', () => {
  it('strangers, and searches without a token', async () => {
    const discogs = await startFake('discogs', discogsFake(world))
    const ask = (path: string, agent: string) => fetch(`${discogs.url}${path}`, { headers: { 'user-agent': agent } })
    expect((await ask('/masters/1', 'node')).status).toBe(403)
    expect((await ask('/database/search?q=a', 'Test/1.0')).status).toBe(401)
    const reply = await ask(`/masters/${world.albums[0]!.discogsMaster}`, 'Test/1.0')
    expect(reply.headers.get('x-discogs-ratelimit')).toBe('25')
    expect(((await reply.json()) as { images: { uri: string }[] }).images[0]?.uri).toBe('')
    await discogs.close()
  })
})
