import { describe, expect, it } from 'vitest'
import { createItunes } from '../../src/providers/itunes/itunes.ts'
import { typeAndTitle } from '../../src/providers/itunes/mapping.ts'
import { describeAlbumTracks } from '../contracts/album-tracks.ts'
import { describeArtistSearch } from '../contracts/artist-search.ts'
import { describeCoverArt } from '../contracts/cover-art.ts'
import { describeDiscography } from '../contracts/discography.ts'
import { PERSON } from '../contracts/port.ts'
import { itunesFake } from '../fakes/itunes.ts'
import { makeWorld } from '../fakes/world/world.ts'
import { albumRef, artistRef, NO_ALBUM, NOBODY } from './refs.ts'
import { open, startProvider } from './start.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const harbour = world.albums.find(({ title }) => title === 'Harbour Lights')!
const tracks = harbour.editions[0]!.discs.flat().map(({ title }) => title)
const start = () => startProvider('itunes', createItunes, itunesFake(world), (url) => ({ ITUNES_BASE_URL: url }))
const known = artistRef(ferry, { itunes: String(ferry.itunesId) })
const album = albumRef(harbour, ferry)
const numbered = { ...album, ids: { itunes: String(harbour.itunesId) } }

describeArtistSearch('itunes', start, { known: 'Night Ferry', unknown: NOBODY.name })
describeDiscography('itunes', start, { known, unknown: NOBODY, titles: ['Harbour Lights', 'Fog Signals'] })
describeDiscography('itunes by name', start, { known: artistRef(ferry), unknown: NOBODY, titles: ['Tide Table'] })
describeAlbumTracks('itunes', start, { known: numbered, unknown: NO_ALBUM, tracks })
describeAlbumTracks('itunes by name', start, { known: album, unknown: NO_ALBUM, tracks })
describeCoverArt('itunes', start, { known: numbered, unknown: NO_ALBUM })

describe('itunes', () => {
  it('reads the type from the end of the name', async () => {
    await using run = await open(start())
    const albums = await run.ports.discography!.albums(known, PERSON)
    expect(albums.map(({ title, type }) => `${title}: ${type}`)).toEqual(
      expect.arrayContaining([
        'Tide Table: single',
        'Fog Signals: ep',
        'Harbour Lights: album',
        'Ferry Tickets 2009–2019: compilation',
      ]),
    )
    expect(typeAndTitle('Single', undefined)).toEqual(['album', 'Single'])
    expect(typeAndTitle('Me - EP', 'Album')).toEqual(['ep', 'Me'])
    expect(typeAndTitle('The Single - Live', 'Album')).toEqual(['album', 'The Single - Live'])
  })

  it('leaves the cleaned copy of an album out', async () => {
    await using run = await open(start())
    const row = { wrapperType: 'collection', collectionName: 'X', releaseDate: '2020-01-01T08:00:00Z' }
    const results = [
      { ...row, collectionId: 1, collectionExplicitness: 'cleaned' },
      { ...row, collectionId: 2, collectionExplicitness: 'explicit' },
      { ...row, collectionId: 3, collectionExplicitness: 'cleaned' },
      { wrapperType: 'audiobook', collectionName: 'Not music' },
    ]
    run.fake.trouble = [{ kind: 'reply', reply: { body: { resultCount: 4, results } } }]
    const albums = await run.ports.discography!.albums(known, PERSON)
    expect(albums.map(({ ids }) => ids.itunes)).toEqual(['2'])
  })

  it('finds covers of 600 pixels by number, by barcode and by name', async () => {
    await using run = await open(start())
    for (const way of [numbered, { ...album, upc: harbour.editions[0]!.barcode }, album]) {
      const [cover] = await run.ports.coverArt!.covers(way, PERSON)
      expect(cover).toMatchObject({ url: expect.stringContaining('/600x600bb.jpg'), width: 600, height: 600 })
      expect((await fetch(cover!.url)).headers.get('content-type')).toBe('image/jpeg')
    }
  })

  it('shows an artist and an album by number, and nothing by another', async () => {
    await using run = await open(start())
    expect(await run.ports.artistSearch!.artist(known.ids.itunes!, PERSON)).toMatchObject({ name: 'Night Ferry' })
    expect(await run.ports.discography!.album(numbered.ids.itunes, PERSON)).toMatchObject({ title: 'Harbour Lights' })
    expect(await run.ports.discography!.album('1', PERSON)).toBeNull()
    expect(await run.ports.discography!.album('x', PERSON)).toBeNull()
  })

  it('keeps four seconds between calls, so that the limit is never met', async () => {
    await using run = await open(start())
    for (let id = 1; id <= 25; id++) await run.ports.artistSearch!.artist(String(id), PERSON)
    const times = run.fake.requests.map(({ at }) => at)
    expect(times).toHaveLength(25)
    expect(times[24]! - times[0]!).toBeGreaterThan(23 * 4000)
  })

  it('is left alone for a minute after 403, 429 and answers with nothing in them', async () => {
    const script = { 'content-type': 'text/javascript' }
    for (const reply of [
      { status: 403 },
      { status: 429 },
      { headers: script, body: 'null' },
      { headers: script, body: '' },
    ]) {
      await using run = await open(start())
      run.fake.trouble = [{ kind: 'reply', reply, times: 1 }]
      await expect(run.provider.probe(PERSON)).rejects.toMatchObject({ problem: 'busy', until: expect.any(Date) })
      await expect(run.provider.probe(PERSON)).rejects.toMatchObject({ problem: 'busy' })
      expect(run.fake.requests).toHaveLength(1)
    }
  })
})
