import { describe, expect, it } from 'vitest'
import { summaryOf } from '../../src/providers/theaudiodb/prose.ts'
import { createTheaudiodb } from '../../src/providers/theaudiodb/theaudiodb.ts'
import { describeAlbumStory } from '../contracts/album-story.ts'
import { describeArtistImages } from '../contracts/artist-images.ts'
import { describeBiography } from '../contracts/biography.ts'
import { describeCoverArt } from '../contracts/cover-art.ts'
import { describeGenres } from '../contracts/genres.ts'
import { PERSON } from '../contracts/port.ts'
import { theaudiodbFake } from '../fakes/theaudiodb.ts'
import { makeWorld } from '../fakes/world/world.ts'
import { albumRef, artistRef, NO_ALBUM, NOBODY } from './refs.ts'
import { open, startProvider } from './start.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const told = world.albums.find(({ story, credits, color, unknownTo }) => {
  return story && color && credits[0]!.artist === 0 && !unknownTo.includes('audiodb')
})!
const start = (key?: string) =>
  startProvider('theaudiodb', createTheaudiodb, theaudiodbFake(world), (url) => ({
    THEAUDIODB_BASE_URL: `${url}/api/v1/json`,
    THEAUDIODB_API_KEY: key,
  }))
const known = artistRef(ferry, { musicbrainz: ferry.mbid })
const unknown = artistRef(ferry, { musicbrainz: '00000000-0000-4000-8000-000000000000' })
const album = albumRef(told, ferry, { musicbrainz: told.mbid })

describeBiography('theaudiodb', start, { known, unknown })
describeBiography('theaudiodb by name', start, { known: artistRef(ferry), unknown: NOBODY })
describeArtistImages('theaudiodb', start, { known, unknown })
describeGenres('theaudiodb', start, { known, unknown })
describeAlbumStory('theaudiodb', start, { known: album, unknown: NO_ALBUM })
describeCoverArt('theaudiodb', start, { known: albumRef(told, ferry), unknown: NO_ALBUM })

describe('theaudiodb', () => {
  it('answers in the first language that there is, without marks', async () => {
    await using run = await open(start())
    const biography = run.ports.biography!
    expect(await biography.biography(known, ['es', 'en'], PERSON)).toMatchObject({ language: 'es' })
    const english = await biography.biography(known, ['de', 'en', 'es'], PERSON)
    expect(english).toMatchObject({ language: 'en', url: `https://www.theaudiodb.com/artist/${ferry.audiodbId}` })
    expect(english!.content).toContain('& so on.')
    expect(await biography.biography(known, ['de'], PERSON)).toBeNull()
  })

  it('asks once for text, picture and genres of an artist', async () => {
    await using run = await open(start())
    await run.ports.biography!.biography(known, ['en'], PERSON)
    const [picture] = await run.ports.artistImages!.images(known, PERSON)
    const genres = await run.ports.genres!.genres(known, PERSON)
    expect(genres.map(({ name }) => name)).toEqual(ferry.genres.slice(0, 2).map(({ name }) => name))
    expect(run.fake.requests).toHaveLength(1)
    expect((await fetch(picture!.url)).headers.get('content-type')).toBe('image/jpeg')
  })

  it('does not take an artist of another name for the one that was asked for', async () => {
    await using run = await open(start())
    const row = { idArtist: '1', strArtist: 'Night Ferry Tribute', strBiographyEN: 'Others.' }
    run.fake.trouble = [{ kind: 'reply', reply: { body: { artists: [row] } } }]
    expect(await run.ports.biography!.biography(artistRef(ferry), ['en'], PERSON)).toBeNull()
  })

  it('says that the key is not taken, and takes the free one', async () => {
    await using wrong = await open(start('bad/key'))
    await expect(wrong.provider.probe(PERSON)).rejects.toMatchObject({
      problem: 'refused',
      message: 'TheAudioDB does not take the key',
    })
    await using right = await open(start())
    await right.provider.probe(PERSON)
  })

  it('is left alone for a minute after 429', async () => {
    await using run = await open(start())
    run.fake.trouble = [{ kind: 'reply', reply: { status: 429 }, times: 1 }]
    await expect(run.provider.probe(PERSON)).rejects.toMatchObject({ problem: 'busy' })
    expect(run.fake.requests).toHaveLength(1)
  })

  it('cuts a summary after a sentence', () => {
    const sentence = 'They met on a ferry. '
    expect(summaryOf(`${sentence}\n\nThen they parted.`)).toBe(sentence.trim())
    expect(summaryOf(sentence.repeat(50))).toBe(sentence.repeat(23).trim())
    expect(summaryOf('word '.repeat(200))).toMatch(/^(word )+word…$/)
  })
})
