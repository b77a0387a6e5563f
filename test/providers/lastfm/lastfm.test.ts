import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/platform/upstream/text.ts'
import { createLastfm } from '../../../src/providers/lastfm/lastfm.ts'
import { describeAlbumStory } from '../../contracts/album-story.ts'
import { describeBiography } from '../../contracts/biography.ts'
import { describeCoverArt } from '../../contracts/cover-art.ts'
import { describeGenres } from '../../contracts/genres.ts'
import { describePopularity } from '../../contracts/popularity.ts'
import { PERSON } from '../../contracts/port.ts'
import { describeScrobbler } from '../../contracts/scrobbler.ts'
import { describeSimilarArtists } from '../../contracts/similar-artists.ts'
import { describeTopTracks } from '../../contracts/top-tracks.ts'
import { LASTFM_SESSION } from '../../fakes/lastfm/options.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { albumRef, artistRef, NO_ALBUM, NOBODY, trackRef } from '../refs.ts'
import { environment } from '../start.ts'
import { openLastfm, startLastfm } from './support.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const harbour = world.albums.find(({ title }) => title === 'Harbour Lights')!
const told = world.albums.find(
  ({ story, credits, unknownTo }) => story && credits[0]?.artist === 0 && !unknownTo.includes('lastfm'),
)!
const start = () => startLastfm(world)
const known = artistRef(ferry)
const artists = { known, unknown: NOBODY }
const albums = { known: albumRef(harbour, ferry), unknown: NO_ALBUM }

describeBiography('lastfm', start, artists)
describeSimilarArtists('lastfm', start, artists)
describeGenres('lastfm', start, artists)
describePopularity('lastfm', start, artists)
describeTopTracks('lastfm', start, artists)
describeAlbumStory('lastfm', start, { known: albumRef(told, ferry), unknown: NO_ALBUM })
describeCoverArt('lastfm', start, albums)
describeScrobbler('lastfm', start, { token: LASTFM_SESSION })

describe('lastfm: reads', () => {
  it('gives the text without its link and without the sentence about the licence', async () => {
    await using run = await openLastfm(world)
    const found = await run.ports.biography!.biography(known, ['en'], PERSON)
    expect(found?.content.replaceAll(/\s+/g, ' ')).toBe(plainText(ferry.biography.en ?? '').replaceAll(/\s+/g, ' '))
    expect(found).toMatchObject({
      language: 'en',
      licence: 'CC BY-SA 3.0',
      url: 'https://www.last.fm/music/Night+Ferry',
    })
  })

  it('asks in one language after the other', async () => {
    await using run = await openLastfm(world)
    const found = await run.ports.biography!.biography(known, ['fr', 'en'], PERSON)
    expect(found?.language).toBe('en')
    expect(run.fake.requests.map(({ query }) => query.get('lang'))).toEqual(['fr', 'en'])
  })

  it('takes a text that nobody wrote for none', async () => {
    await using run = await openLastfm(world)
    const silent = world.artists.find(
      (artist) => !artist.biography.en && !artist.biography.es && !artist.unknownTo.includes('lastfm'),
    )
    const found = await run.ports.biography!.biography(artistRef(silent!), ['es'], PERSON)
    expect(found).toBe(null)
  })

  it('takes a text of 1970 for none, whatever it says', async () => {
    await using run = await openLastfm(world)
    const bio = { published: '01 Jan 1970, 00:00', summary: 'Left over', content: '' }
    run.fake.trouble = [{ kind: 'reply', reply: { body: { artist: { name: 'x', bio } } } }]
    expect(await run.ports.biography!.biography(known, ['en'], PERSON)).toBe(null)
  })

  it('asks once for the text and the counts', async () => {
    await using run = await openLastfm(world)
    await run.ports.biography!.biography(known, ['en'], PERSON)
    const counts = await run.ports.popularity!.ofArtist(known, PERSON)
    expect(counts).toEqual({ popularity: null, followers: null, listeners: ferry.listeners, plays: ferry.plays })
    expect(run.fake.requests).toHaveLength(1)
  })

  it('reads matches that are texts, and ids that are missing or empty', async () => {
    await using run = await openLastfm(world)
    const found = await run.ports.similarArtists!.similar(known, 50, PERSON)
    const best = ferry.similar.filter(({ artist }) => !world.artists[artist]?.unknownTo.includes('lastfm'))
    const names = new Set(best.map(({ artist }) => world.artists[artist]?.name))
    expect(new Set(found.map(({ name }) => name))).toEqual(names)
    expect(found).toHaveLength(names.size)
    expect(found[0]?.score).toBeCloseTo(Math.max(...best.map(({ score }) => score)), 5)
    for (const { ids } of found) expect(ids.musicbrainz ?? ferry.mbid).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('leaves out tags that are no genre', async () => {
    await using run = await openLastfm(world)
    const names = (await run.ports.genres!.genres(known, PERSON)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(ferry.genres.map(({ name }) => name)))
    expect(names).not.toContain('seen live')
  })

  it('counts listeners of a track', async () => {
    await using run = await openLastfm(world)
    const track = harbour.editions[0]!.discs[0]![2]!
    const found = await run.ports.popularity!.ofTrack!(trackRef(track, ferry), PERSON)
    expect(found?.plays).toBeGreaterThan(0)
    expect(await run.ports.popularity!.ofTrack!({ ...trackRef(track, ferry), title: 'Nothing' }, PERSON)).toBe(null)
  })

  it('gives the cover in full size first, and the placeholder never', async () => {
    await using run = await openLastfm(world)
    const [full, given] = await run.ports.coverArt!.covers(albums.known, PERSON)
    expect(full?.url).toContain('/i/u/770x0/')
    expect(given).toMatchObject({ width: 300, height: 300 })
    const picture = await fetch(full!.url)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it.each([
    [
      'an object instead of a list',
      { toptags: { tag: { name: 'Dream Pop', count: '100' } } },
      [{ name: 'dream pop', weight: 1 }],
    ],
    ['an empty text instead of a container', { toptags: '' }, []],
    ['an empty text instead of a list', { toptags: { tag: '' } }, []],
    [
      'numbers as texts',
      {
        toptags: {
          tag: [
            { name: 'a', count: '50' },
            { name: 'b', count: '25' },
          ],
        },
      },
      [
        { name: 'a', weight: 1 },
        { name: 'b', weight: 0.5 },
      ],
    ],
  ])('understands %s', async (_name, body, genres) => {
    await using run = await openLastfm(world)
    run.fake.trouble = [{ kind: 'reply', reply: { body } }]
    expect(await run.ports.genres!.genres(known, PERSON)).toEqual(genres)
  })

  it.each(['2a96cbd8b46e442fc41c2b86b821562f.png', ''])('takes the picture "%s" for none', async (picture) => {
    await using run = await openLastfm(world)
    const image = [{ '#text': picture && `https://lastfm.freetls.fastly.net/i/u/300x300/${picture}`, size: 'mega' }]
    run.fake.trouble = [{ kind: 'reply', reply: { body: { album: { name: 'x', image } } } }]
    expect(await run.ports.coverArt!.covers(albums.known, PERSON)).toEqual([])
  })
})

describe('lastfm: answers that lie', () => {
  const reply = (body: object) => [{ kind: 'reply', reply: { body } } as const]
  const bio = (content: string) => ({
    artist: { name: 'x', url: 'javascript:alert(1)', bio: { published: 'now', content } },
  })

  it('gives no address that runs, and no markup', async () => {
    await using run = await openLastfm(world)
    run.fake.trouble = reply(bio('<b onclick="x()">Text</b><script>x()</script> &amp; more'))
    const found = await run.ports.biography!.biography(known, ['en'], PERSON)
    expect(found).toMatchObject({ url: null, content: 'Text & more', summary: 'Text & more' })
  })

  it.each(['<a ', '<a href="https://last.fm/', ' ', '<', '['])(
    'reads a megabyte of "%s" without ado',
    async (piece) => {
      await using run = await openLastfm(world)
      run.fake.trouble = reply(bio(`Start ${piece.repeat(1_000_000 / piece.length)}`))
      const found = await run.ports.biography!.biography(known, ['en'], PERSON)
      expect(found?.content.startsWith('Start')).toBe(true)
    },
  )

  it('takes numbers for what they are, and what is none for nothing', async () => {
    await using run = await openLastfm(world)
    const artist = [
      { name: 'Over', match: '7' },
      { name: 'Under', match: -1 },
      { name: 'None', match: 'many' },
      { name: '', match: '1' },
      { match: '1' },
    ]
    run.fake.trouble = reply({ similarartists: { artist } })
    const found = await run.ports.similarArtists!.similar(known, 10, PERSON)
    expect(found.map(({ name, score }) => [name, score])).toEqual([
      ['Over', 1],
      ['Under', 0],
      ['None', 0],
    ])
  })
})

describe('lastfm: what its errors mean', () => {
  it.each([200, 404])('error 6 with %i is "nothing there"', async (status) => {
    await using run = await openLastfm(world)
    run.fake.trouble = [{ kind: 'reply', reply: { status, body: { error: 6, message: 'not found', links: [] } } }]
    expect(await run.ports.genres!.genres(known, PERSON)).toEqual([])
    expect(run.fake.requests).toHaveLength(1)
  })

  it.each([8, 11, 16])('error %i passes', async (error) => {
    await using run = await openLastfm(world)
    run.fake.trouble = [{ kind: 'reply', times: 2, reply: { body: { error, message: 'later' } } }]
    expect(await run.ports.genres!.genres(known, PERSON)).not.toEqual([])
    expect(run.fake.requests).toHaveLength(3)
  })

  it('error 29 is a wait of a minute', async () => {
    await using run = await openLastfm(world, { callsInFiveMinutes: 0 })
    const error = await run.ports.genres!.genres(known, PERSON).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ problem: 'busy' })
    const until = (error as { until: Date }).until.getTime() - Date.now()
    expect(until).toBeGreaterThan(55_000)
    expect(until).toBeLessThanOrEqual(60_000)
  })

  it('a wrong or suspended key is refused with the reason', async () => {
    await using wrong = await openLastfm(world, { apiKey: 'another' })
    await expect(wrong.ports.genres!.genres(known, PERSON)).rejects.toMatchObject({
      problem: 'refused',
      message: expect.stringContaining('LASTFM_API_KEY'),
    })
    await using suspended = await openLastfm(world, { suspended: true })
    await expect(suspended.provider.probe(PERSON)).rejects.toMatchObject({ problem: 'refused' })
  })

  it('answers the question of the test button', async () => {
    await using run = await openLastfm(world)
    await expect(run.provider.probe(PERSON)).resolves.toBeUndefined()
  })
})

describe('lastfm: keys', () => {
  it('says which setting is missing, and asks nothing', async () => {
    const run = await startLastfm(world, {}, { LASTFM_API_KEY: undefined, LASTFM_API_SECRET: undefined })
    expect(run.provider.missing).toEqual(['LASTFM_API_KEY'])
    expect(run.provider.ports.scrobbler).toBeUndefined()
    await expect(run.provider.ports.genres!.genres(known, PERSON)).rejects.toMatchObject({ problem: 'off' })
    expect(run.fake.requests).toEqual([])
    await run.close()
  })

  it('reads without the secret, and does not scrobble', async () => {
    const run = await startLastfm(world, {}, { LASTFM_API_SECRET: undefined })
    expect([run.provider.missing, run.provider.ports.scrobbler]).toEqual([[], undefined])
    await run.close()
  })

  it('signs in at the real page unless the API is elsewhere', () => {
    const config = environment({ LASTFM_API_KEY: 'k', LASTFM_API_SECRET: 's' })
    const upstream = () => ({ name: 'x', json: async () => null, state: () => Promise.reject(new Error('unused')) })
    const { scrobbler } = createLastfm({ config, upstream }).ports
    expect(scrobbler?.signIn?.url('https://animo.example/cb')).toBe(
      'https://www.last.fm/api/auth/?api_key=k&cb=https%3A%2F%2Fanimo.example%2Fcb',
    )
  })
})
