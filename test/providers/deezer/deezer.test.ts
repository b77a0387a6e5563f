import { describe, expect, it } from 'vitest'
import { createDeezer } from '../../../src/providers/deezer/deezer.ts'
import { PERSON } from '../../contracts/port.ts'
import { hasPicture } from '../../fakes/deezer/replies.ts'
import { deezerFake } from '../../fakes/deezer.ts'
import type { FakeReply } from '../../fakes/types.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { albumRef, artistRef, NO_TRACK } from '../refs.ts'
import { open, startProvider } from '../start.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const byTitle = (title: string) => world.albums.find((album) => album.title === title)!
const harbour = byTitle('Harbour Lights')
const start = () => open(startProvider('deezer', createDeezer, deezerFake(world), (url) => ({ DEEZER_BASE_URL: url })))
const known = artistRef(ferry, { deezer: String(ferry.deezerId) })
const error = (code: number): FakeReply => ({ body: { error: { type: 'Exception', message: 'What it says', code } } })

describe('deezer: artists', () => {
  it('tells fans, a picture that is there, and a popularity of them', async () => {
    await using run = await start()
    const [found] = await run.ports.artistSearch!.searchArtists('Night Ferry', 5, PERSON)
    expect(found).toMatchObject({ ids: known.ids, followers: ferry.followers, score: 1 })
    expect(found?.popularity).toBe(Math.round((100 * Math.log1p(ferry.followers)) / Math.log1p(20_000_000)))
    const picture = await fetch(found!.picture!.url)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect(await run.ports.artistSearch!.artist(String(ferry.deezerId), PERSON)).toEqual(found)
  })

  it('takes the most followed of two artists of one name, and nobody who is only alike', async () => {
    await using run = await start()
    const [one, other] = world.artists.filter(({ name }) => name === 'Harrowgate')
    const most = one!.followers > other!.followers ? one! : other!
    const [first] = await run.ports.discography!.albums({ name: 'harrowgate', ids: {} }, PERSON)
    expect(first!.credits[0]!.ids).toEqual({ deezer: String(most.deezerId) })
    expect(await run.ports.discography!.albums({ name: 'Night Fer', ids: {} }, PERSON)).toEqual([])
  })

  it('takes a picture without a hash for none', async () => {
    await using run = await start()
    const bare = world.artists.find((one) => !hasPicture(one) && !one.unknownTo.includes('deezer'))!
    const ref = artistRef(bare, { deezer: String(bare.deezerId) })
    expect(await run.ports.artistImages!.images(ref, PERSON)).toEqual([])
    expect(await run.ports.artistSearch!.artist(ref.ids.deezer!, PERSON)).toMatchObject({ picture: null })
  })

  it('counts the genres of all albums in two calls', async () => {
    await using run = await start()
    const [first] = await run.ports.genres!.genres(known, PERSON)
    expect(first).toEqual({ name: expect.any(String), weight: 1 })
    expect(run.fake.requests.map(({ path }) => path)).toEqual([`/artist/${ferry.deezerId}/albums`, '/genre'])
  })

  it('asks nothing for an id that cannot be one', async () => {
    await using run = await start()
    for (const id of ['', '27/albums', '../user/me', '1'.repeat(40)]) {
      expect(await run.ports.artistSearch!.artist(id, PERSON)).toBeNull()
      expect(await run.ports.trackLookup!.track(id, PERSON)).toBeNull()
    }
    expect(await run.ports.trackLookup!.byIsrc('x/y', PERSON)).toBeNull()
    expect(await run.ports.artistSearch!.searchArtists('  ', 5, PERSON)).toEqual([])
    expect(run.fake.requests).toEqual([])
  })
})

describe('deezer: albums and tracks', () => {
  it('reads types and dates, of which parts may be unknown', async () => {
    await using run = await start()
    const albums = await run.ports.discography!.albums(known, PERSON)
    const seen = Object.fromEntries(albums.map(({ title, type, date }) => [`${title} (${type})`, date]))
    expect(seen).toMatchObject({
      'Harbour Lights (album)': '2019-03-01',
      'Tide Table (single)': '2019-01-10',
      'Fog Signals (ep)': '2009',
      'Salt Calendar (album)': '2013-05',
      'Ferry Tickets 2009–2019 (compilation)': '2020-08-28',
    })
    const sold = ferry.albums.filter((key) => !world.albums[key]!.unknownTo.includes('deezer'))
    expect(albums).toHaveLength(sold.length)
  })

  it('tells barcode, label and artists of one album', async () => {
    await using run = await start()
    const piers = byTitle('Piers & Ferries')
    const found = await run.ports.discography!.album(String(piers.deezerId), PERSON)
    expect(found).toMatchObject({ upc: piers.editions[0]!.barcode, trackCount: 9 })
    expect(found!.credits.map(({ name, joinPhrase }) => name + joinPhrase).join('')).toBe('Night Ferry & Slow Pier')
    const contents = await run.ports.albumTracks!.contents(
      albumRef(piers, ferry, { deezer: String(piers.deezerId) }),
      PERSON,
    )
    expect(contents).toMatchObject({ upc: piers.editions[0]!.barcode, label: piers.editions[0]!.label })
  })

  it('reads albums of any length, page by page', async () => {
    await using run = await start()
    const long = world.albums.find(({ editions }) => editions[0]!.discs.flat().length > 100)!
    const artist = world.artists[long.credits[0]!.artist]!
    const ref = albumRef(long, artist, { deezer: String(long.deezerId) })
    const contents = await run.ports.albumTracks!.contents(ref, PERSON)
    const wanted = long.editions[0]!.discs.flat()
    expect(contents!.tracks.map(({ title }) => title)).toEqual(wanted.map(({ title }) => title))
    expect(contents!.tracks.map(({ isrcs }) => isrcs[0])).toEqual(wanted.map(({ isrcs }) => isrcs[0]))
    expect(new Set(contents!.tracks.map(({ disc }) => disc)).size).toBe(long.editions[0]!.discs.length)
    expect(run.fake.requests.filter(({ path }) => path.endsWith('/tracks'))).toHaveLength(2)
  })

  it('ends a list that goes round in circles', async () => {
    await using run = await start()
    const row = { id: 1, title: 'Round', record_type: 'album', release_date: '2020-01-01' }
    const reply = { body: { data: [row], total: 9, next: 'https://elsewhere.example/artist/1/albums?index=1' } }
    run.fake.trouble = [{ kind: 'reply', reply }]
    expect(await run.ports.discography!.albums(known, PERSON)).toHaveLength(1)
    expect(run.fake.requests).toHaveLength(2)
  })

  it('keeps one of the copies that Deezer has of an album', async () => {
    await using run = await start()
    const row = { id: 1, title: 'Undertow', record_type: 'album', release_date: '2011-09-12', fans: 5 }
    const data = [row, { ...row, id: 2, fans: 50 }, { ...row, id: 3, record_type: 'single' }]
    run.fake.trouble = [{ kind: 'reply', reply: { body: { data, total: 3 } } }]
    const found = await run.ports.discography!.albums(known, PERSON)
    expect(found.map(({ ids }) => ids.deezer)).toEqual(['2', '3'])
  })

  it('finds covers by number, by barcode and by a name that is nearly right', async () => {
    await using run = await start()
    const ref = albumRef(harbour, ferry)
    const ways = [
      { ...ref, ids: { deezer: String(harbour.deezerId) } },
      { ...ref, upc: harbour.editions[0]!.barcode },
      { ...ref, title: 'Harbour Lights (Deluxe Edition)' },
    ]
    run.fake.trouble = []
    for (const way of ways.slice(0, 2)) {
      const [cover] = await run.ports.coverArt!.covers(way, PERSON)
      expect((await fetch(cover!.url)).headers.get('content-type')).toBe('image/jpeg')
    }
    const row = { id: harbour.deezerId, title: 'Harbour Lights', artist: { id: 1, name: 'Night Ferry' } }
    run.fake.trouble = [
      { kind: 'reply', when: ({ path }) => path === '/search/album', reply: { body: { data: [row] } } },
    ]
    expect(await run.ports.coverArt!.covers(ways[2]!, PERSON)).toHaveLength(1)
    const other = { ...ref, title: 'Lights', artist: { name: 'Night Ferry', ids: {} } }
    expect(await run.ports.coverArt!.covers(other, PERSON)).toEqual([])
  })

  it('says nothing of a cover that is not there', async () => {
    await using run = await start()
    const bare = world.albums.find(({ color, unknownTo }) => color === null && !unknownTo.includes('deezer'))!
    const ref = albumRef(bare, ferry, { deezer: String(bare.deezerId) })
    expect(await run.ports.coverArt!.covers(ref, PERSON)).toEqual([])
  })

  it('finds a track with its album, its ISRC and its popularity', async () => {
    await using run = await start()
    const track = harbour.editions[0]!.discs[0]![2]!
    const found = await run.ports.trackLookup!.track(String(track.deezerId), PERSON)
    expect(found).toMatchObject({ title: 'Tide Table', durationMs: 241_000, isrcs: track.isrcs, disc: 1, position: 3 })
    expect(found?.album).toMatchObject({ title: 'Harbour Lights', ids: { deezer: String(harbour.deezerId) } })
    const ref = { ...NO_TRACK, isrc: track.isrcs[0]! }
    expect(await run.ports.popularity!.ofTrack!(ref, PERSON)).toMatchObject({ popularity: found!.popularity })
    expect(await run.ports.popularity!.ofTrack!(NO_TRACK, PERSON)).toBeNull()
  })
})

describe('deezer: errors with status 200', () => {
  it('waits until the quota of five seconds is over', async () => {
    await using run = await start()
    for (let at = 0; at < 50; at++) await fetch(`${run.fake.url}/genre`)
    expect(await run.ports.artistSearch!.artist(String(ferry.deezerId), PERSON)).toMatchObject({ name: 'Night Ferry' })
    expect(run.fake.requests).toHaveLength(52)
  })

  it('asks again when the service is busy', async () => {
    await using run = await start()
    run.fake.trouble = [{ kind: 'reply', times: 2, reply: error(700) }]
    expect(await run.ports.artistSearch!.artist(String(ferry.deezerId), PERSON)).not.toBeNull()
    expect(run.fake.requests).toHaveLength(3)
  })

  it.each([100, 200, 300, 500, 600])('does not ask again after code %i', async (code) => {
    await using run = await start()
    run.fake.trouble = [{ kind: 'reply', reply: error(code) }]
    await expect(run.ports.similarArtists!.similar(known, 5, PERSON)).rejects.toMatchObject({ problem: 'failed' })
    expect(run.fake.requests).toHaveLength(1)
  })

  it('takes code 800 for nothing, also with 404', async () => {
    await using run = await start()
    run.fake.trouble = [{ kind: 'reply', reply: { ...error(800), status: 404 } }]
    expect(await run.ports.artistSearch!.artist('5', PERSON)).toBeNull()
    await run.provider.probe(PERSON)
  })
})
