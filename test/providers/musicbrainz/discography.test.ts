import { describe, expect, it } from 'vitest'
import type { AlbumContents } from '../../../src/providers/ports.ts'
import { PERSON } from '../../contracts/port.ts'
import type { World, WorldAlbum } from '../../fakes/world/types.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { albumRef, artistRef } from '../refs.ts'
import { open } from '../start.ts'
import { ferry, start, world } from './start.ts'

/** One artist with more albums than a page has. */
const prolific = makeWorld({ artists: 3, albums: 320, tracks: 4000 })
const artistOf = (of: World) => of.artists.toSorted((a, b) => b.albums.length - a.albums.length)[0]!
const isOfficial = (album: WorldAlbum) => album.editions.some(({ status }) => status === 'Official')
const known = artistRef(ferry, { musicbrainz: ferry.mbid })
const all = async (pages: AsyncIterable<readonly AlbumContents[]>) => {
  const found: AlbumContents[] = []
  for await (const page of pages) found.push(...page)
  return found
}

describe('discographies of musicbrainz', () => {
  it('are read to the end, each group once', async () => {
    await using run = await open(start(prolific))
    const artist = artistOf(prolific)
    const albums = await run.ports.discography!.albums(artistRef(artist, { musicbrainz: artist.mbid }), PERSON)
    const official = prolific.albums.filter(
      (album) =>
        album.credits.some((credit) => credit.artist === artist.key) &&
        isOfficial(album) &&
        !album.unknownTo.includes('musicbrainz'),
    )
    expect(official.length).toBeGreaterThan(100)
    expect(albums.map(({ ids }) => ids.musicbrainz).sort()).toEqual(official.map(({ mbid }) => mbid).sort())
    expect(run.fake.requests.map(({ query }) => query.get('offset'))).toEqual(['0', '100'])
  })

  it('have types, half dates, credits, and no bootlegs', async () => {
    await using run = await open(start())
    const albums = await run.ports.discography!.albums(known, PERSON)
    const of = (title: string) => albums.find((album) => album.title === title)
    expect(of('Live at the Old Customs House')?.type).toBe('live')
    expect(of('Ferry Tickets 2009–2019')?.type).toBe('compilation')
    expect(of('Harbour Lights Remixed')?.type).toBe('remix')
    expect(of("The Cartographer's Daughter")?.type).toBe('soundtrack')
    expect(of('Fog Signals')).toMatchObject({ type: 'ep', date: '2009' })
    expect(of('Gull Hours')?.date).toBe('')
    expect(of('Piers & Ferries')?.credits).toHaveLength(2)
    expect(of('Three Nights Below Deck')).toBeUndefined()
  })

  it('end at a page that brings nothing new, whatever the count says', async () => {
    await using run = await open(start())
    const group = { id: world.albums[0]!.mbid, title: 'Again and again' }
    const body = { 'release-group-count': 1_000_000, 'release-groups': [group] }
    run.fake.trouble = [{ kind: 'reply', reply: { body } }]
    expect(await run.ports.discography!.albums(known, PERSON)).toHaveLength(1)
    expect(run.fake.requests).toHaveLength(2)
  })

  it('are not told of "Various Artists"', async () => {
    await using run = await open(start())
    const various = world.artists.find(({ name }) => name === 'Various Artists')!
    const ref = artistRef(various, { musicbrainz: various.mbid })
    expect(await run.ports.discography!.albums(ref, PERSON)).toEqual([])
    expect(await all(run.ports.albumTracks!.contentsOfArtist!(ref, PERSON))).toEqual([])
    expect(run.fake.requests).toEqual([])
  })
})

describe('contents of albums of musicbrainz', () => {
  it('come with one call, with every official edition', async () => {
    await using run = await open(start())
    for (const album of world.albums.filter(isOfficial).slice(0, 12)) {
      const before = run.fake.requests.length
      const contents = await run.ports.albumTracks!.contents(
        albumRef(album, ferry, { musicbrainz: album.mbid }),
        PERSON,
      )
      const official = album.editions.filter(({ status }) => status === 'Official')
      expect(contents?.editions.map(({ id }) => id).sort()).toEqual(official.map(({ mbid }) => mbid).sort())
      expect(contents?.tracks.map(({ title }) => title)).toEqual(
        album.editions[0]!.discs.flat().map(({ title }) => title),
      )
      expect(run.fake.requests.length - before).toBe(1)
    }
  })

  it('are asked for once more where no release is official', async () => {
    await using run = await open(start())
    const bootleg = world.albums.find((album) => album.title === 'Three Nights Below Deck')!
    const contents = await run.ports.albumTracks!.contents(
      albumRef(bootleg, ferry, { musicbrainz: bootleg.mbid }),
      PERSON,
    )
    expect(contents?.editions[0]?.status).toBe('Bootleg')
    expect(run.fake.requests).toHaveLength(2)
  })

  it('of all albums of an artist come with few calls', async () => {
    await using run = await open(start())
    const albums = await run.ports.discography!.albums(known, PERSON)
    const contents = await all(run.ports.albumTracks!.contentsOfArtist!(known, PERSON))
    expect(contents.map(({ ids }) => ids.musicbrainz).sort()).toEqual(albums.map(({ ids }) => ids.musicbrainz).sort())
    expect(run.fake.requests.length).toBeLessThanOrEqual(4)
    const album = world.albums.find(({ title }) => title === 'Harbour Lights')!
    const one = contents.find(({ ids }) => ids.musicbrainz === album.mbid)
    const alone = await run.ports.albumTracks!.contents(albumRef(album, ferry, { musicbrainz: album.mbid }), PERSON)
    expect(one?.tracks).toEqual(alone?.tracks)
  })

  it('go on after what came, where the service cuts pages at 500 tracks', async () => {
    await using run = await open(start(prolific))
    const artist = artistOf(prolific)
    const contents = await all(
      run.ports.albumTracks!.contentsOfArtist!(artistRef(artist, { musicbrainz: artist.mbid }), PERSON),
    )
    const wanted = prolific.albums.filter(
      (album) =>
        album.credits.some((credit) => credit.artist === artist.key) &&
        isOfficial(album) &&
        !album.unknownTo.includes('musicbrainz') &&
        album.editions[0]!.discs.flat().length > 0,
    )
    expect(contents.map(({ ids }) => ids.musicbrainz).sort()).toEqual(wanted.map(({ mbid }) => mbid).sort())
    const offsets = run.fake.requests.map(({ query }) => Number(query.get('offset')))
    expect(offsets.length).toBeGreaterThan(5)
    expect(
      offsets.every((offset, at) => at === 0 || (offset > offsets[at - 1]! && offset - offsets[at - 1]! <= 100)),
    ).toBe(true)
    expect(Math.min(...offsets.slice(1).map((offset, at) => offset - offsets[at]!))).toBeLessThan(100)
  })

  it('leave out credits that are those of the album, and keep guests', async () => {
    await using run = await open(start())
    const contents = await all(run.ports.albumTracks!.contentsOfArtist!(known, PERSON))
    const nameOf = ({ name }: { name: string }) => name
    let own = 0
    for (const { ids, tracks } of contents) {
      const album = world.albums.find(({ mbid }) => mbid === ids.musicbrainz)!
      const ofAlbum = album.credits.map(nameOf)
      const songs = new Map(
        album.editions.flatMap(({ discs }) => discs.flat()).map((track) => [track.recordingMbid, track]),
      )
      for (const track of tracks) {
        const names = songs.get(track.ids.musicbrainz!)!.credits.map(nameOf)
        expect(track.credits.map(nameOf)).toEqual(names.join() === ofAlbum.join() ? [] : names)
        own += track.credits.length
      }
    }
    expect(own).toBeGreaterThan(0)
  })
})
