import { describe, expect, it } from 'vitest'
import { createDiscogs } from '../../src/providers/discogs/discogs.ts'
import { plainProfile } from '../../src/providers/discogs/markup.ts'
import { describeBiography } from '../contracts/biography.ts'
import { describeCoverArt } from '../contracts/cover-art.ts'
import { describeGenres } from '../contracts/genres.ts'
import { PERSON } from '../contracts/port.ts'
import { DISCOGS_TOKEN, discogsFake } from '../fakes/discogs.ts'
import { makeWorld } from '../fakes/world/world.ts'
import { albumRef, artistRef, NO_ALBUM, NOBODY } from './refs.ts'
import { open, startProvider } from './start.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const harbour = world.albums.find(({ title }) => title === 'Harbour Lights')!
const start = (token: string | undefined = DISCOGS_TOKEN) =>
  startProvider('discogs', createDiscogs, discogsFake(world), (url) => ({
    DISCOGS_BASE_URL: url,
    DISCOGS_TOKEN: token,
  }))
const known = artistRef(ferry)
const album = albumRef(harbour, ferry)

describeBiography('discogs', start, { known, unknown: NOBODY })
describeGenres('discogs', start, { known, unknown: NOBODY })
describeCoverArt('discogs', start, { known: album, unknown: NO_ALBUM })

describe('discogs', () => {
  it('takes the marks out of a profile', async () => {
    await using run = await open(start())
    const found = await run.ports.biography!.biography(known, ['es'], PERSON)
    expect(found?.summary).toBe('Night Ferry with Slow Pier on Tidal Works, see and the site.')
    expect(found).toMatchObject({ language: 'en', url: `https://www.discogs.com/artist/${ferry.discogsId}` })
  })

  it('understands every mark, and keeps what is none', () => {
    expect(
      plainProfile('[b]A[/b] [i]of[/i] [a=B (3)] & [l12][r=5]C <3 [url=https://x.y]d[/url]\r\n\r\ne [sic]'),
    ).toMatch(/^A of B & C <3 d\n+e \[sic\]$/)
  })

  it('finds covers by number, by barcode and by name', async () => {
    await using run = await open(start())
    const ways = [
      { ...album, ids: { discogs: String(harbour.discogsMaster) } },
      { ...album, upc: harbour.editions[0]!.barcode },
      album,
    ]
    for (const way of ways) {
      const [cover] = await run.ports.coverArt!.covers(way, PERSON)
      const picture = await fetch(cover!.url)
      expect(picture.headers.get('content-type')).toBe('image/jpeg')
    }
  })

  it('counts the styles of all albums in one call', async () => {
    await using run = await open(start())
    await run.ports.genres!.genres(known, PERSON)
    expect(run.fake.requests).toHaveLength(1)
  })

  it('says which setting is missing, and asks nothing', async () => {
    const run = await startProvider('discogs', createDiscogs, discogsFake(world), (url) => ({ DISCOGS_BASE_URL: url }))
    expect(run.provider.missing).toEqual(['DISCOGS_TOKEN'])
    await expect(run.provider.probe(PERSON)).rejects.toMatchObject({ problem: 'off' })
    expect(run.fake.requests).toEqual([])
    await run.close()
  })

  it('says that the token is not taken', async () => {
    await using run = await open(start('another'))
    await expect(run.provider.probe(PERSON)).rejects.toMatchObject({
      problem: 'refused',
      message: expect.stringContaining('DISCOGS_TOKEN'),
    })
  })

  it('waits a minute when it is asked to slow down', async () => {
    await using run = await open(start())
    for (let at = 0; at < 60; at++) await fetch(`${run.fake.url}/masters/1`, { headers: headers() })
    await expect(run.provider.probe(PERSON)).rejects.toMatchObject({ problem: 'busy' })
  })
})

const headers = () => ({ 'user-agent': 'Test/1.0', authorization: `Discogs token=${DISCOGS_TOKEN}` })
