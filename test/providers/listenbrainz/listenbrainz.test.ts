import { describe, expect, it } from 'vitest'
import { describeGenres } from '../../contracts/genres.ts'
import { describePopularity } from '../../contracts/popularity.ts'
import { PERSON } from '../../contracts/port.ts'
import { describeSimilarArtists } from '../../contracts/similar-artists.ts'
import { describeTopTracks } from '../../contracts/top-tracks.ts'
import { artistRef, NOBODY, trackRef } from '../refs.ts'
import { open } from '../start.ts'
import { ferry, start, startWith, world } from './start.ts'

const known = artistRef(ferry, { musicbrainz: ferry.mbid })
const unknown = { name: 'Nobody', ids: { musicbrainz: 'dead0000-0000-4000-8000-000000000000' } }
const song = world.albums[0]!.editions[0]!.discs[0]![0]!

describeSimilarArtists('listenbrainz', start, { known, unknown })
describePopularity('listenbrainz', start, { known, unknown })
describeGenres('listenbrainz', start, { known, unknown })
describeTopTracks('listenbrainz', start, { known, unknown })

describe('listenbrainz', () => {
  it('sorts similar artists, drops doubles, and makes the best one 1', async () => {
    await using run = await open(start())
    const found = await run.ports.similarArtists!.similar(known, 100, PERSON)
    const wanted = ferry.similar
      .filter(({ artist }) => !world.artists[artist]!.unknownTo.includes('musicbrainz'))
      .toSorted((a, b) => b.score - a.score)
    expect(found.map(({ name }) => name)).toEqual(wanted.map(({ artist }) => world.artists[artist]!.name))
    expect(found[0]?.score).toBe(1)
  })

  it('leaves the artist itself and scores that say nothing out', async () => {
    await using run = await open(start())
    const row = (artist_mbid: string, score: number) => ({ artist_mbid, name: artist_mbid, score })
    const body = [row(ferry.mbid, 900), row('a', 0), row('b', 10), row('c', 20), row('b', 5)]
    run.fake.trouble = [{ kind: 'reply', reply: { body } }]
    const found = await run.ports.similarArtists!.similar(known, 10, PERSON)
    expect(found.map(({ name, score }) => [name, score])).toEqual([
      ['c', 1],
      ['b', 0.5],
    ])
  })

  it('counts listeners of recordings, and tells null counts from zero', async () => {
    await using run = await open(start())
    const track = trackRef(song, ferry, { musicbrainz: song.recordingMbid })
    const counts = await run.ports.popularity!.ofTrack!(track, PERSON)
    expect(counts).toMatchObject({ plays: song.plays, popularity: null })
    expect(await run.ports.popularity!.ofTrack!({ ...track, ids: unknown.ids }, PERSON)).toBe(null)
  })

  it('takes genres, not what else people write', async () => {
    await using run = await open(start())
    const genres = await run.ports.genres!.genres(known, PERSON)
    expect(genres.map(({ name }) => name)).toEqual(ferry.genres.map(({ name }) => name))
  })

  it('asks nothing without a proper id', async () => {
    await using run = await open(start())
    const odd = { name: 'x', ids: { musicbrainz: 'a,b' } }
    for (const artist of [NOBODY, odd]) {
      expect(await run.ports.similarArtists!.similar(artist, 5, PERSON)).toEqual([])
      expect(await run.ports.popularity!.ofArtist(artist, PERSON)).toBe(null)
      expect(await run.ports.genres!.genres(artist, PERSON)).toEqual([])
      expect(await run.ports.topTracks!.topTracks(artist, 5, PERSON)).toEqual([])
    }
    expect(run.fake.requests).toEqual([])
  })

  it('has no top tracks without a token, and everything else', async () => {
    await using run = await open(startWith(undefined))
    expect(Object.keys(run.ports).sort()).toEqual(['genres', 'popularity', 'scrobbler', 'similarArtists'])
    await run.provider.probe(PERSON)
    expect(await run.ports.genres!.genres(known, PERSON)).not.toEqual([])
    expect(run.fake.requests.some(({ headers }) => headers.authorization)).toBe(false)
  })

  it('says that a token is not taken', async () => {
    await using run = await open(startWith('wrong'))
    await expect(run.ports.topTracks!.topTracks(known, 5, PERSON)).rejects.toMatchObject({ problem: 'refused' })
  })

  it('waits as long as it is told to by the header of the service', async () => {
    await using run = await open(start())
    const reply = { status: 429, headers: { 'x-ratelimit-reset-in': '7' }, body: { code: 429, error: 'slow' } }
    run.fake.trouble = [{ kind: 'reply', times: 1, reply }]
    expect(await run.ports.popularity!.ofArtist(known, PERSON)).not.toBe(null)
    const [first, second] = run.fake.requests
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(7000)
  })

  it('answers what labs cannot: one being out of order leaves the other alone', async () => {
    await using run = await open(start())
    run.fake.trouble = [{ kind: 'error', when: ({ path }) => path.startsWith('/labs') }]
    await expect(run.ports.similarArtists!.similar(known, 5, PERSON)).rejects.toMatchObject({
      upstream: 'listenbrainz-labs',
    })
    expect(await run.ports.popularity!.ofArtist(known, PERSON)).not.toBe(null)
  })
})
