import { describe, expect, it } from 'vitest'
import { createCoverart } from '../../src/providers/coverart/coverart.ts'
import { imagesShape, picturesOf, secured } from '../../src/providers/coverart/pictures.ts'
import { describeCoverArt } from '../contracts/cover-art.ts'
import { PERSON } from '../contracts/port.ts'
import { coverartFake } from '../fakes/coverart.ts'
import { makeWorld } from '../fakes/world/world.ts'
import { albumRef, NO_ALBUM } from './refs.ts'
import { open, startProvider } from './start.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const start = () =>
  startProvider('coverart', createCoverart, coverartFake(world), (url) => ({ COVERART_BASE_URL: url }))
const harbour = world.albums.find(({ title }) => title === 'Harbour Lights')!
const known = albumRef(harbour, ferry, { musicbrainz: harbour.mbid })
const unknown = albumRef(harbour, ferry, { musicbrainz: 'dead0000-0000-4000-8000-000000000000' })

describeCoverArt('coverart', start, { known, unknown })

describe('coverart', () => {
  it('leads to a picture, over the redirects of the archive', async () => {
    await using run = await open(start())
    const covers = await run.ports.coverArt!.covers(known, PERSON)
    expect(covers).toHaveLength(1)
    const picture = await fetch(covers[0]!.url)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    const paths = run.fake.requests.map(({ path }) => path.split('/')[1])
    expect(paths).toEqual(['release-group', 'download', 'release', 'download', 'node'])
  })

  it('says that there is nothing where an album has no cover', async () => {
    await using run = await open(start())
    const bare = world.albums.find(({ color, unknownTo }) => color === null && !unknownTo.includes('musicbrainz'))!
    expect(await run.ports.coverArt!.covers(albumRef(bare, ferry, { musicbrainz: bare.mbid }), PERSON)).toEqual([])
  })

  it('asks nothing without an id, and is well when it knows of nothing', async () => {
    await using run = await open(start())
    expect(await run.ports.coverArt!.covers(NO_ALBUM, PERSON)).toEqual([])
    expect(await run.ports.coverArt!.covers({ ...NO_ALBUM, ids: { musicbrainz: '../x' } }, PERSON)).toEqual([])
    expect(run.fake.requests).toEqual([])
    await run.provider.probe(PERSON)
    expect(run.fake.requests).toHaveLength(1)
  })

  it('makes https of http, but for the archive it was told to ask', () => {
    const base = 'https://coverartarchive.org'
    expect(secured('http://coverartarchive.org/release/1/2.jpg', base)).toBe(
      'https://coverartarchive.org/release/1/2.jpg',
    )
    expect(secured('http://archive.org/a', base)).toBe('https://archive.org/a')
    expect(secured('http://127.0.0.1:99/a', 'http://127.0.0.1:99')).toBe('http://127.0.0.1:99/a')
    expect(['file:///etc/passwd', 'javascript:alert(1)', 'no address'].map((url) => secured(url, base))).toEqual([
      null,
      null,
      null,
    ])
  })

  it('takes front covers only, approved ones first, in the size that is there', () => {
    const image = (name: string, more: object) => ({
      front: true,
      approved: true,
      image: `http://a.b/${name}.jpg`,
      ...more,
    })
    const images = imagesShape.parse({
      images: [
        image('waiting', { approved: false, thumbnails: {} }),
        image('back', { front: false }),
        image('small', { thumbnails: { large: 'http://a.b/small-500.jpg' } }),
        image('big', { thumbnails: { 1200: 'http://a.b/big-1200.jpg', 500: 'http://a.b/big-500.jpg' } }),
      ],
    })
    expect(picturesOf(images, 'https://a.b')).toEqual([
      { url: 'https://a.b/small-500.jpg', width: null, height: null },
      { url: 'https://a.b/big-1200.jpg', width: 1200, height: 1200 },
      { url: 'https://a.b/waiting.jpg', width: null, height: null },
    ])
  })
})
