import { describe, expect, it } from 'vitest'
import type { AlbumRef } from '../../../src/providers/ports.ts'
import { describeAlbumTracks } from '../../contracts/album-tracks.ts'
import { describeArtistImages } from '../../contracts/artist-images.ts'
import { describeArtistSearch } from '../../contracts/artist-search.ts'
import { describeAudioFeatures } from '../../contracts/audio-features.ts'
import { describeCoverArt } from '../../contracts/cover-art.ts'
import { describeDiscography } from '../../contracts/discography.ts'
import { describePopularity } from '../../contracts/popularity.ts'
import { PERSON } from '../../contracts/port.ts'
import { describeRecommendations } from '../../contracts/recommendations.ts'
import { describeSimilarArtists } from '../../contracts/similar-artists.ts'
import { describeTopTracks } from '../../contracts/top-tracks.ts'
import { describeTrackLookup } from '../../contracts/track-lookup.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { albumRef, artistRef, NO_ALBUM, NO_TRACK, NOBODY, trackRef } from '../refs.ts'
import { openSpotify, startSpotify } from './support.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const harbour = world.albums.find(({ title }) => title === 'Harbour Lights')!
const edition = harbour.editions[0]!
const song = edition.discs.flat()[2]!
const dev = () => startSpotify(world)
const extended = () => startSpotify(world, { mode: 'extended' })
const known = artistRef(ferry, { spotify: ferry.spotifyId })
const artists = { known, unknown: NOBODY }
const byUpc: AlbumRef = { ...albumRef(harbour, ferry), upc: edition.barcode }
const knownSong = trackRef(song, ferry, { spotify: song.spotifyId })
const UNKNOWN_ID = '0000000000000000000000'
const lookup = { isrc: song.isrcs[0]!, title: song.title, unknown: 'ZZZZZ0000000' }

for (const [mode, start] of [
  ['dev2026', dev],
  ['extended', extended],
] as const) {
  const name = `spotify ${mode}`
  describeArtistSearch(name, start, { known: ferry.name, unknown: NOBODY.name })
  describeDiscography(name, start, { ...artists, titles: ['Harbour Lights', 'Tide Table', 'Piers & Ferries'] })
  describeAlbumTracks(name, start, {
    known: byUpc,
    unknown: NO_ALBUM,
    tracks: edition.discs.flat().map(({ title }) => title),
  })
  describeTrackLookup(name, start, lookup)
  describeArtistImages(name, start, artists)
  describeCoverArt(name, start, { known: byUpc, unknown: NO_ALBUM })
}
describePopularity('spotify extended', extended, artists)
describeSimilarArtists('spotify extended', extended, artists)
describeTopTracks('spotify extended', extended, artists)
describeRecommendations('spotify extended', extended, { artists: [known], tracks: [knownSong] })
describeAudioFeatures('spotify extended', extended, {
  known: knownSong,
  unknown: { ...NO_TRACK, ids: { spotify: UNKNOWN_ID } },
})

describe('spotify: the catalogue', () => {
  it('puts a discography together from pages of ten, one group at a time', async () => {
    await using run = await openSpotify(world)
    const albums = await run.ports.discography!.albums(known, PERSON)
    const asked = run.fake.requests.filter(({ path }) => path.endsWith('/albums'))
    expect(new Set(asked.map(({ query }) => query.get('include_groups')))).toEqual(
      new Set(['album', 'single', 'compilation']),
    )
    expect(new Set(asked.map(({ query }) => query.get('limit')))).toEqual(new Set(['10']))
    expect(asked.some(({ query }) => query.get('offset') === '10')).toBe(true)
    const there = world.albums.filter(
      ({ credits, unknownTo, editions }) =>
        credits.some(({ artist }) => artist === 0) && !unknownTo.includes('spotify') && editions[0]!.discs.length > 0,
    )
    expect(albums.map(({ ids }) => ids.spotify).sort()).toEqual(there.map(({ spotifyId }) => spotifyId).sort())
  })

  it('knows EPs, singles and compilations apart, and dates by their precision', async () => {
    await using run = await openSpotify(world)
    const albums = await run.ports.discography!.albums(known, PERSON)
    const of = (title: string) => albums.find((album) => album.title === title)
    expect(of('Mooring Songs')).toMatchObject({ type: 'ep', date: '2016-04-22', trackCount: 5 })
    expect(of('Tide Table')).toMatchObject({ type: 'single', trackCount: 2 })
    expect(of('Ferry Tickets 2009–2019')).toMatchObject({ type: 'compilation' })
    expect(of('Fog Signals')).toMatchObject({ type: 'ep', date: '2009' })
    expect(of('Salt Calendar')).toMatchObject({ type: 'album', date: '2013-05' })
    expect(of('Piers & Ferries')?.credits).toHaveLength(2)
  })

  it('finds an artist without an id by exactly its name', async () => {
    await using run = await openSpotify(world)
    expect(await run.ports.discography!.albums(artistRef(ferry), PERSON)).not.toEqual([])
    expect(await run.ports.discography!.albums({ name: 'Night', ids: {} }, PERSON)).toEqual([])
  })

  it('gets all of a long album', async () => {
    await using run = await openSpotify(world)
    const long = world.albums.find(({ editions }) => (editions[0]?.discs.flat().length ?? 0) >= 120)!
    const ref = { ...albumRef(long, world.artists[2]!, { spotify: long.spotifyId }) }
    const contents = await run.ports.albumTracks!.contents(ref, PERSON)
    const titles = long.editions[0]!.discs.flat().map(({ title }) => title)
    expect(contents?.tracks.map(({ title }) => title)).toEqual(titles)
    expect(contents?.tracks.at(-1)).toMatchObject({ disc: 4 })
    expect(run.fake.requests.filter(({ path }) => path.startsWith('/v1/albums/'))).toHaveLength(3)
  })

  it('says who else is on a track, and nothing where it is the album artist', async () => {
    await using run = await openSpotify(world)
    const contents = await run.ports.albumTracks!.contents(byUpc, PERSON)
    const credited = edition.discs.flat().map(({ credits }) => credits.length)
    expect(contents?.tracks.map(({ credits }) => credits.length)).toEqual(credited)
    expect(contents).toMatchObject({ ids: { spotify: harbour.spotifyId }, upc: edition.barcode, label: null })
  })

  it('asks for no id that cannot be one, and takes what Spotify does not know for nothing', async () => {
    await using run = await openSpotify(world)
    expect(await run.ports.artistSearch!.artist('../me', PERSON)).toBe(null)
    expect(await run.ports.trackLookup!.track('12', PERSON)).toBe(null)
    expect(run.fake.requests).toEqual([])
    expect(await run.ports.artistSearch!.artist(UNKNOWN_ID, PERSON)).toBe(null)
    expect(await run.ports.discography!.album(UNKNOWN_ID, PERSON)).toBe(null)
  })

  it('looks a track up with its album', async () => {
    await using run = await openSpotify(world)
    const found = await run.ports.trackLookup!.track(song.spotifyId, PERSON)
    expect(found).toMatchObject({ title: song.title, isrcs: [song.isrcs[0]], album: { title: harbour.title } })
  })

  it('has no numbers in development mode, and has them in extended mode', async () => {
    await using small = await openSpotify(world)
    expect(await small.ports.popularity!.ofArtist(known, PERSON)).toBe(null)
    await using large = await openSpotify(world, { mode: 'extended' })
    const counts = await large.ports.popularity!.ofArtist(known, PERSON)
    expect(counts).toEqual({ popularity: ferry.popularity, followers: ferry.followers, listeners: null, plays: null })
  })

  it('leaves entries that are null out', async () => {
    await using run = await openSpotify(world)
    const album = {
      id: harbour.spotifyId,
      name: 'Harbour Lights',
      artists: [null, { id: ferry.spotifyId, name: 'Night Ferry' }],
    }
    const body = { items: [null, album, null], next: null, total: 3 }
    run.fake.trouble = [{ kind: 'reply', when: ({ path }) => path.endsWith('/albums'), reply: { body } }]
    const albums = await run.ports.discography!.albums(known, PERSON)
    expect(albums).toMatchObject([
      { title: 'Harbour Lights', credits: [{ name: 'Night Ferry' }], cover: null, date: '' },
    ])
  })

  it.each([
    ['2009-01-01', 'year', '2009'],
    ['2009-05-01', 'month', '2009-05'],
    ['2009-05-17', 'day', '2009-05-17'],
    ['0000', 'year', ''],
    ['soon', 'day', ''],
  ])('reads the date %s of precision %s as "%s"', async (release_date, release_date_precision, date) => {
    await using run = await openSpotify(world)
    const album = { id: harbour.spotifyId, name: 'x', artists: [], release_date, release_date_precision }
    const body = { items: [album], next: null, total: 1 }
    run.fake.trouble = [{ kind: 'reply', when: ({ path }) => path.endsWith('/albums'), reply: { body } }]
    expect(await run.ports.discography!.albums(known, PERSON)).toMatchObject([{ date }])
  })

  it('continues an album behind its first page, also where entries of that were null', async () => {
    await using run = await openSpotify(world)
    const one = (name: string) => ({ id: song.spotifyId, name, artists: [], disc_number: 1 })
    const first = { items: [null, one('a')], limit: 50, next: 'more', total: 51 }
    const album = { id: harbour.spotifyId, name: 'x', artists: [], tracks: first }
    const rest = { items: [one('b')], limit: 50, next: null, total: 51 }
    run.fake.trouble = [
      { kind: 'reply', when: ({ path }) => path.endsWith('/tracks'), reply: { body: rest } },
      { kind: 'reply', when: ({ path }) => path.startsWith('/v1/albums/'), reply: { body: album } },
    ]
    const contents = await run.ports.albumTracks!.contents({ ...byUpc, ids: { spotify: harbour.spotifyId } }, PERSON)
    expect(contents?.tracks.map(({ title }) => title)).toEqual(['a', 'b'])
    expect(run.fake.requests.at(-1)?.query.get('offset')).toBe('50')
  })

  it('ends a list that says it never ends', async () => {
    await using run = await openSpotify(world)
    const album = { id: harbour.spotifyId, name: 'Harbour Lights', artists: [] }
    const body = { items: [album], next: `${run.fake.url}/v1/artists/x/albums?offset=0` }
    run.fake.trouble = [{ kind: 'reply', when: ({ path }) => path.endsWith('/albums'), reply: { body } }]
    expect(await run.ports.discography!.albums(known, PERSON)).toHaveLength(1)
    expect(run.fake.requests.length).toBeLessThan(10)
  })
})
