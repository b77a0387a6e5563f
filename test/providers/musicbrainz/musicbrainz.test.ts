import { describe, expect, it } from 'vitest'
import { describeAlbumTracks } from '../../contracts/album-tracks.ts'
import { describeArtistSearch } from '../../contracts/artist-search.ts'
import { describeDiscography } from '../../contracts/discography.ts'
import { describeGenres } from '../../contracts/genres.ts'
import { describeIdentity } from '../../contracts/identity.ts'
import { PERSON } from '../../contracts/port.ts'
import { describeTrackLookup } from '../../contracts/track-lookup.ts'
import { albumRef, artistRef } from '../refs.ts'
import { open } from '../start.ts'
import { ferry, start, UNKNOWN_ID, world } from './start.ts'

const known = artistRef(ferry, { musicbrainz: ferry.mbid })
const unknown = { name: 'Nobody', ids: { musicbrainz: UNKNOWN_ID } }
const harbour = world.albums.find(({ title }) => title === 'Harbour Lights')!
const song = harbour.editions[0]!.discs[0]![2]!
const isrc = song.isrcs[0]!

describeArtistSearch('musicbrainz', start, { known: ferry.name, unknown: 'Zzyzx Qwfp' })
describeIdentity('musicbrainz', start, {
  known,
  unknown,
  ids: { musicbrainz: ferry.mbid, spotify: ferry.spotifyId, deezer: String(ferry.deezerId), lastfm: ferry.name },
  url: `https://open.spotify.com/artist/${ferry.spotifyId}?si=1`,
  unknownUrl: 'https://open.spotify.com/artist/0000000000000000000000',
})
describeGenres('musicbrainz', start, { known, unknown })
describeDiscography('musicbrainz', start, {
  known,
  unknown,
  titles: ['Harbour Lights', 'Piers & Ferries', 'Gull Hours'],
})
describeAlbumTracks('musicbrainz', start, {
  known: albumRef(harbour, ferry, { musicbrainz: harbour.mbid }),
  unknown: albumRef(harbour, ferry, { musicbrainz: UNKNOWN_ID }),
  tracks: harbour.editions[0]!.discs.flat().map(({ title }) => title),
})
describeTrackLookup('musicbrainz', start, { isrc, title: song.title, unknown: 'ZZZZZ9900000' })

describe('musicbrainz', () => {
  it('answers its probe', async () => {
    await using run = await open(start())
    await run.provider.probe(PERSON)
    expect(run.fake.requests[0]?.path).toBe('/ws/2/genre/all')
  })

  it.each(['AC/DC (live) [x] {y} "z" ~ * ? : \\', 'a && b || !c', 'Love AND Rockets OR NOT', '+-^'])(
    'takes signs of the query language literally: %s',
    async (query) => {
      await using run = await open(start())
      expect(await run.ports.artistSearch!.searchArtists(query, 5, PERSON)).toBeInstanceOf(Array)
      expect(run.fake.requests).toHaveLength(1)
    },
  )

  it('finds artists by their other names, whatever the script', async () => {
    await using run = await open(start())
    const named = world.artists.find(({ aliases, unknownTo }) => aliases.length > 0 && unknownTo.length === 0)!
    const found = await run.ports.artistSearch!.searchArtists(named.aliases[0]!, 5, PERSON)
    expect(found[0]?.ids.musicbrainz).toBe(named.mbid)
  })

  it('follows a merged id to the new one', async () => {
    await using run = await open(start())
    const merged = world.artists[1]!
    const ref = { name: merged.name, ids: { musicbrainz: merged.mergedMbids[0]! } }
    const details = await run.ports.identity!.details(ref, PERSON)
    expect(details?.ids.musicbrainz).toBe(merged.mbid)
    expect(await run.ports.discography!.albums(ref, PERSON)).not.toEqual([])
  })

  it('tells all of an artist with one call', async () => {
    await using run = await open(start())
    await run.ports.identity!.details(known, PERSON)
    const artist = await run.ports.artistSearch!.artist(ferry.mbid, PERSON)
    const genres = await run.ports.genres!.genres(known, PERSON)
    expect(artist?.name).toBe(ferry.name)
    expect(genres[0]).toEqual({ name: 'dream pop', weight: 1 })
    expect(run.fake.requests).toHaveLength(1)
  })

  it('asks nothing for ids that are none', async () => {
    await using run = await open(start())
    const ids = { musicbrainz: 'no/id?x=1' }
    expect(await run.ports.identity!.details({ name: 'x', ids }, PERSON)).toBe(null)
    expect(await run.ports.trackLookup!.track('42', PERSON)).toBe(null)
    expect(await run.ports.trackLookup!.byIsrc('not an isrc', PERSON)).toBe(null)
    expect(await run.ports.discography!.albums({ name: 'x', ids: {} }, PERSON)).toEqual([])
    expect(run.fake.requests).toEqual([])
  })

  it('finds a recording with its album and its place', async () => {
    await using run = await open(start())
    const found = await run.ports.trackLookup!.track(song.recordingMbid, PERSON)
    expect(found).toMatchObject({ title: song.title, disc: 1, position: 3, durationMs: song.lengthMs })
    expect(found?.album).not.toBe(null)
  })

  it('keeps the pace of one call a second, and lives through an answer that it is too fast', async () => {
    await using run = await open(start())
    const albums = world.albums.slice(0, 5)
    await Promise.all(albums.map(({ mbid }) => run.ports.discography!.album(mbid, PERSON)))
    const times = run.fake.requests.map(({ at }) => at)
    expect(times).toHaveLength(5)
    for (const [at, time] of times.slice(1).entries()) expect(time - times[at]!).toBeGreaterThanOrEqual(990)
    run.fake.trouble = [{ kind: 'reply', times: 2, reply: { status: 503, body: { error: 'too fast' } } }]
    expect((await run.ports.discography!.album(world.albums[6]!.mbid, PERSON))?.title).toBe(world.albums[6]!.title)
    expect(run.fake.requests).toHaveLength(8)
  })
})
