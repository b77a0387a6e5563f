import { afterEach, describe, expect, it } from 'vitest'
import { deezerFake } from './deezer.ts'
import { itunesFake } from './itunes.ts'
import { lrclibFake } from './lrclib.ts'
import { reccobeatsFake } from './reccobeats.ts'
import { startFake } from './server.ts'
import { theaudiodbFake } from './theaudiodb.ts'
import type { Fake, FakeHandler } from './types.ts'
import { makeWorld } from './world/world.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const AGENT = { 'user-agent': 'Test/1.0 (https://test.example; me@test.example)' }
let fake: Fake
let now = 1_700_000_000_000

async function open(handler: FakeHandler) {
  fake = await startFake('fake', handler, { now: () => now })
  return async (path: string, headers: Record<string, string> = AGENT) => {
    const response = await fetch(path.startsWith('http') ? path : fake.url + path, { headers })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
  }
}
afterEach(() => fake.close())

describe('deezer', () => {
  it('refuses the 51st call of five seconds with status 200, and takes calls again after that', async () => {
    const get = await open(deezerFake(world))
    for (let at = 0; at < 50; at++) expect((await get('/genre')).json()).toHaveProperty('data')
    const refused = await get('/genre')
    expect([refused.status, refused.json().error]).toEqual([200, expect.objectContaining({ code: 4 })])
    now += 5001
    expect((await get('/genre')).json()).toHaveProperty('data')
  })

  it('pages until there is no next', async () => {
    const get = await open(deezerFake(world))
    let url: string | undefined = `/artist/${ferry.deezerId}/albums?limit=7`
    const titles: string[] = []
    for (let pages = 0; url; pages++) {
      expect(pages).toBeLessThan(5)
      const page: { data: { title: string }[]; next?: string; total: number } = (await get(url)).json()
      titles.push(...page.data.map(({ title }) => title))
      url = page.next
      expect(page.total).toBe(ferry.albums.length)
    }
    expect(titles).toHaveLength(18)
  })

  it('refuses what is missing, too large, or not there', async () => {
    const get = await open(deezerFake(world))
    const codes = ['/search/artist', `/artist/${ferry.deezerId}/albums?limit=101`, '/album/upc:1', '/track/isrc:NO']
    for (const [at, path] of codes.entries()) expect((await get(path)).json().error.code).toBe([501, 100, 800, 800][at])
  })

  it('lets previews expire after 15 minutes', async () => {
    const get = await open(deezerFake(world))
    const { preview } = (await get(`/track/isrc:GBAA01900092`)).json()
    expect((await get(preview)).status).toBe(200)
    now += 15 * 60_000 + 1000
    expect((await get(preview)).status).toBe(403)
  })
})

describe('itunes', () => {
  it('sends JSON as a script, and 403 after 20 calls in a minute', async () => {
    const get = await open(itunesFake(world))
    const first = await get(`/lookup?id=${ferry.itunesId}&entity=album&limit=3`)
    expect(first.headers.get('content-type')).toContain('text/javascript')
    expect(first.json()).toMatchObject({ resultCount: 4, results: [{ wrapperType: 'artist' }, {}, {}, {}] })
    for (let at = 1; at < 20; at++) expect((await get('/lookup?id=1')).json()).toEqual({ resultCount: 0, results: [] })
    expect((await get('/lookup?id=1')).status).toBe(403)
    now += 60_001
    expect((await get('/lookup?id=1&limit=201')).status).toBe(400)
  })
})

describe('theaudiodb', () => {
  it('shows one record for the free key and all for another', async () => {
    const get = await open(theaudiodbFake(world, { keys: ['paid'] }))
    const shown = async (key: string) => (await get(`/api/v1/json/${key}/searchalbum.php?s=night+ferry`)).json().album
    expect(await shown('123')).toHaveLength(1)
    expect((await shown('paid')).length).toBeGreaterThan(10)
  })

  it('says null for nothing, and 404 with a page to a key it does not take', async () => {
    const get = await open(theaudiodbFake(world))
    expect((await get('/123/artist-mb.php?i=x')).json()).toEqual({ artists: null })
    for (const key of ['1', '2', '195003']) {
      const { status, text } = await get(`/${key}/artist-mb.php?i=${ferry.mbid}`)
      expect([status, text]).toEqual([404, expect.stringContaining('<html')])
    }
  })

  it('refuses the 31st call of a minute', async () => {
    const get = await open(theaudiodbFake(world))
    for (let at = 0; at < 30; at++) expect((await get('/123/artist-mb.php?i=x')).status).toBe(200)
    expect((await get('/123/artist-mb.php?i=x')).status).toBe(429)
  })
})

describe('lrclib', () => {
  const tide = '/api/get?track_name=Tide+Table&artist_name=Night+Ferry&album_name=Harbour+Lights'

  it('takes lengths within two seconds', async () => {
    const get = await open(lrclibFake(world, { calls: 100 }))
    for (const [duration, status] of [
      [241, 200],
      [243, 200],
      [239, 200],
      [244, 404],
      [238, 404],
      [0, 400],
      [3601, 400],
    ]) {
      expect([duration, (await get(`${tide}&duration=${duration}`)).status]).toEqual([duration, status])
    }
    expect((await get(`${tide}&duration=999`)).json()).toEqual({
      message: 'Failed to find specified track',
      name: 'TrackNotFound',
      statusCode: 404,
    })
  })

  it('refuses programs without a name, and too many calls', async () => {
    const get = await open(lrclibFake(world))
    expect((await get(tide, { 'user-agent': 'node' })).status).toBe(403)
    for (let at = 0; at < 8; at++) expect((await get(tide)).status).toBe(200)
    const refused = await get(tide)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
  })
})

describe('reccobeats', () => {
  it('drops ids after the fortieth, and refuses none and too many calls', async () => {
    const get = await open(reccobeatsFake(world))
    const ids = `${Array.from({ length: 40 }, (_, at) => `XX${at}`).join()},GBAA01900092`
    expect((await get(`/v1/audio-features?ids=${ids}`)).json()).toEqual({ content: [] })
    expect((await get('/v1/audio-features')).json().status).toBe(4001)
    expect((await get('/v1/audio-features?ids=x')).json().status).toBe(4291)
    now += 1001
    const { content } = (await get('/v1/audio-features?ids=GBAA01900092')).json()
    expect(content).toEqual([expect.objectContaining({ isrc: 'GBAA01900092', valence: expect.any(Number) })])
  })
})
