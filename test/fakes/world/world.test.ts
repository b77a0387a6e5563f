import { describe, expect, it } from 'vitest'
import { barcode } from './ids.ts'
import type { World, WorldAlbum } from './types.ts'
import { makeWorld } from './world.ts'

const world = makeWorld()
const small = makeWorld({ artists: 12 })
const editionsOf = (of: World) => of.albums.flatMap(({ editions }) => editions)
const tracksOf = (of: World) => editionsOf(of).flatMap(({ discs }) => discs.flat())
const firstTracks = ({ editions }: WorldAlbum) => editions[0]?.discs.flat() ?? []
const doubles = <T>(list: readonly T[]) => list.length - new Set(list).size
const called = (of: World, title: string, type = 'Album') =>
  of.albums.find((album) => album.title === title && album.primaryType === type)!
const share = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length / list.length

describe.each([
  ['whole', world],
  ['small', small],
])('the %s world', (_, of) => {
  it('has ids that nothing else of their kind has', () => {
    for (const id of ['mbid', 'spotifyId', 'deezerId', 'itunesId', 'audiodbId', 'discogsId', 'wikidataId'] as const)
      expect(doubles(of.artists.map((artist) => artist[id])), id).toBe(0)
    for (const id of ['mbid', 'spotifyId', 'deezerId', 'itunesId', 'audiodbId', 'discogsMaster'] as const)
      expect(doubles(of.albums.map((album) => album[id])), id).toBe(0)
    expect(doubles(editionsOf(of).map(({ mbid }) => mbid))).toBe(0)
    expect(doubles(tracksOf(of).map(({ trackMbid }) => trackMbid))).toBe(0)
    const merged = of.artists.flatMap(({ mergedMbids }) => mergedMbids)
    expect(doubles([...merged, ...of.artists.map(({ mbid }) => mbid)])).toBe(0)
    const codes = editionsOf(of).flatMap(({ barcode: code }) => (code ? [code] : []))
    expect(doubles(codes)).toBe(0)
    const first = of.albums.flatMap(firstTracks)
    for (const id of ['spotifyId', 'deezerId', 'itunesId'] as const)
      expect(doubles(first.map((track) => track[id])), id).toBe(0)
  })

  it('gives a recording one title, one length and codes that no other recording has', () => {
    const recordings = new Map<string, string>()
    const codes = new Map<string, string>()
    for (const { recordingMbid, title, lengthMs, isrcs } of tracksOf(of)) {
      const facts = JSON.stringify([title, lengthMs, isrcs])
      expect(recordings.get(recordingMbid) ?? facts).toBe(facts)
      recordings.set(recordingMbid, facts)
      for (const code of isrcs) {
        expect(codes.get(code) ?? recordingMbid).toBe(recordingMbid)
        codes.set(code, recordingMbid)
      }
    }
  })

  it('refers only to what is there', () => {
    of.artists.forEach((artist, key) => {
      expect(artist.key).toBe(key)
      for (const { artist: other, score } of artist.similar) {
        expect(of.artists[other]).toBeDefined()
        expect(other).not.toBe(key)
        expect(score > 0 && score <= 1).toBe(true)
      }
      expect(doubles(artist.similar.map(({ artist: other }) => other))).toBe(0)
      for (const album of artist.albums) expect(of.albums[album]?.credits[0]?.artist).toBe(key)
    })
    expect(of.artists.flatMap(({ albums }) => albums).sort((a, b) => a - b)).toEqual(of.albums.map(({ key }) => key))
    of.albums.forEach((album, key) => {
      expect(album.key).toBe(key)
      expect(album.editions[0]?.title).toBe(album.title)
      expect(album.editions[0]?.date).toBe(album.date)
      for (const { artist } of [album.credits, ...firstTracks(album).map(({ credits }) => credits)].flat())
        expect(of.artists[artist]).toBeDefined()
    })
  })

  it('has ids, codes and dates of valid shape', () => {
    for (const { mbid, spotifyId } of [...of.artists, ...of.albums]) {
      expect(mbid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(spotifyId).toMatch(/^[0-9A-Za-z]{22}$/)
    }
    for (const { isrcs } of tracksOf(of)) for (const code of isrcs) expect(code).toMatch(/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/)
    for (const { barcode: code, date } of editionsOf(of)) {
      expect(code).toMatch(/^(\d{13})?$/)
      expect(date).toMatch(/^(\d{4}(-\d\d(-\d\d)?)?)?$/)
      if (date.length === 10) expect(new Date(date).toISOString().slice(0, 10)).toBe(date)
    }
    for (const { color } of of.albums) if (color) expect(color).toMatch(/^#[0-9a-f]{6}$/)
  })

  it('has Night Ferry as it is told of', () => {
    const [ferry] = of.artists
    expect([ferry?.name, ferry?.country, ferry?.begin, ferry?.unknownTo]).toEqual(['Night Ferry', 'GB', '2009', []])
    expect(ferry?.albums).toHaveLength(20)
    const albums = ferry!.albums.map((key) => of.albums[key]!)
    const kinds = albums.flatMap(({ primaryType, secondaryTypes }) => [primaryType, ...secondaryTypes])
    for (const kind of ['Album', 'EP', 'Single', 'Live', 'Compilation', 'Remix', 'Soundtrack'])
      expect(kinds).toContain(kind)
    const lights = called(of, 'Harbour Lights')
    expect([lights.date, firstTracks(lights).length]).toEqual(['2019-03-01', 11])
    const table = firstTracks(lights)[2]
    expect([table?.title, table?.lengthMs]).toEqual(['Tide Table', 241_333])
    const single = firstTracks(called(of, 'Tide Table', 'Single'))[0]
    expect(single?.recordingMbid).toBe(table?.recordingMbid)
    expect(single?.deezerId).not.toBe(table?.deezerId)
    expect(called(of, 'Piers & Ferries').credits.map(({ artist }) => artist)).toEqual([0, 1])
    expect(called(of, 'Gull Hours', 'EP').unknownTo).toContain('deezer')
    expect(called(of, 'Breakwater', 'Single').unknownTo).toContain('musicbrainz')
    expect(ferry?.biography.en).toContain('<script>')
  })

  it('has what is hard to handle', () => {
    const names = of.artists.map(({ name }) => name)
    expect(names.filter((name) => name === 'Harrowgate')).toHaveLength(2)
    const [one, other] = of.artists.filter(({ name }) => name === 'Harrowgate')
    expect(one?.disambiguation).not.toBe(other?.disambiguation)
    for (const name of ['!?!', 'MØTH', 'A/B', 'St. Ives & the Tide', 'Ночной Паром', '夜の汽笛'])
      expect(names).toContain(name)
    const long = of.albums.find(({ title }) => title === 'The Complete Tide Gauge Sessions')
    expect(long?.editions[0]?.discs.map((disc) => disc.length)).toEqual([30, 30, 30, 30])
    expect(of.albums.some((album) => firstTracks(album).length === 0)).toBe(true)
    const compilation = of.albums.find(({ credits }) => credits[0]?.name === 'Various Artists')
    const singers = firstTracks(compilation!).map(({ credits }) => credits[0]?.artist)
    expect(new Set(singers).size).toBeGreaterThan(3)
  })
})

describe('worlds', () => {
  it('are the same for the same options and others for another seed', () => {
    expect(makeWorld({ artists: 12 })).toBe(small)
    const [one, again] = [makeWorld({ artists: 12, seed: 7 }), makeWorld({ albums: 120, artists: 12, seed: 7 })]
    expect(again).toBe(one)
    expect(one.artists[3]?.mbid).not.toBe(small.artists[3]?.mbid)
    // Made anew, not remembered: the day is another one, and nothing else depends on it.
    const later = makeWorld({ artists: 12, today: '2026-11-21' })
    expect(later).not.toBe(small)
    expect(later.artists).toEqual(small.artists)
    expect(called(later, 'Estuary Radio').date).toBe('2026-11-09')
  })

  it('have as much as they were asked for', () => {
    expect(world.artists).toHaveLength(300)
    expect(world.albums).toHaveLength(3000)
    expect(world.albums.flatMap(firstTracks)).toHaveLength(40_000)
    expect(small.albums).toHaveLength(120)
    expect(small.albums.flatMap(firstTracks)).toHaveLength(1600)
    const lone = makeWorld({ artists: 1 })
    expect([lone.artists.length, lone.albums.length]).toEqual([1, 20])
  })

  it('have barcodes with the right check digit', () => {
    expect(barcode(1_234_567_890)).toBe('5012345678900')
    for (const { barcode: code } of editionsOf(small)) {
      const sum = [...code].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
      expect(sum % 10).toBe(0)
    }
  })
})

describe('the whole world', () => {
  it('has every kind of album, edition and credit', () => {
    const kinds = world.albums.flatMap(({ primaryType, secondaryTypes }) => [primaryType, ...secondaryTypes])
    expect(new Set(kinds)).toEqual(new Set(['Album', 'EP', 'Single', 'Live', 'Compilation', 'Remix', 'Soundtrack']))
    const editions = editionsOf(world)
    expect(new Set(editions.map(({ status }) => status))).toEqual(new Set(['Official', 'Bootleg', 'Promotion']))
    for (const word of ['(Deluxe Edition)', '(Remastered)'])
      expect(editions.some(({ title }) => title.endsWith(word))).toBe(true)
    expect(new Set(editions.map(({ format }) => format))).toContain('12" Vinyl')
    const bonus = world.albums.filter(({ editions: all }) =>
      all.some(({ discs }) => discs.flat().length > (all[0]?.discs.flat().length ?? 0)),
    )
    expect(bonus.length).toBeGreaterThan(100)
    const phrases = tracksOf(world).flatMap(({ credits }) => credits.map(({ joinPhrase }) => joinPhrase))
    expect(new Set(phrases)).toContain(' feat. ')
    expect(world.albums.filter(({ credits }) => credits.length > 1).length).toBeGreaterThan(50)
    expect(new Set(world.albums.map(({ date }) => date.length))).toEqual(new Set([0, 4, 7, 10]))
  })

  it('has shares as they are meant', () => {
    const latin = (name: string) => !/[^\p{Script=Latin}\p{Script=Common}\p{M}]/u.test(name)
    expect(share(world.artists, ({ name }) => !latin(name))).toBeGreaterThan(0.05)
    expect(share(world.artists, ({ name }) => !latin(name))).toBeLessThan(0.2)
    const lyrics = share(tracksOf(world), (track) => track.lyrics !== null)
    expect(lyrics > 0.35 && lyrics < 0.45).toBe(true)
    const told = share(world.artists, ({ biography }) => Object.keys(biography).length > 0)
    expect(told > 0.5 && told < 0.7).toBe(true)
    expect(share(world.artists, ({ mergedMbids }) => mergedMbids.length > 0)).toBeGreaterThan(0.05)
    for (const provider of ['deezer', 'spotify', 'musicbrainz', 'itunes', 'audiodb', 'discogs', 'lastfm'])
      expect(
        share(world.artists, ({ unknownTo }) => unknownTo.includes(provider)),
        provider,
      ).toBeGreaterThan(0.02)
    for (const { unknownTo } of world.artists)
      expect(['musicbrainz', 'deezer', 'spotify'].every((provider) => unknownTo.includes(provider))).toBe(false)
    expect(world.artists.some(({ biography }) => biography.es && !biography.en)).toBe(true)
  })

  it('has artists who know each other in circles, the first ones well', () => {
    for (const artist of world.artists.slice(0, 5)) expect(artist.similar.length).toBeGreaterThanOrEqual(15)
    const knows = (key: number, other: number) => world.artists[key]?.similar.some(({ artist }) => artist === other)
    expect(knows(0, 1) && knows(1, 0)).toBe(true)
    const circle = world.artists.filter(({ key, similar }) =>
      similar.some(({ artist }) => world.artists[artist]?.similar.some((next) => knows(next.artist, key))),
    )
    expect(circle.length).toBeGreaterThan(100)
  })

  it('says a track never twice on an edition', () => {
    for (const { discs } of editionsOf(world)) expect(doubles(discs.flat().map((track) => track.recordingMbid))).toBe(0)
  })
})
