import { describe, expect, it } from 'vitest'
import { createWikipedia } from '../../src/providers/wikipedia/wikipedia.ts'
import { describeAlbumStory } from '../contracts/album-story.ts'
import { describeArtistImages } from '../contracts/artist-images.ts'
import { describeBiography } from '../contracts/biography.ts'
import { PERSON } from '../contracts/port.ts'
import { type WikipediaFakeOptions, wikipediaAddresses, wikipediaFake } from '../fakes/wikipedia.ts'
import type { WorldArtist } from '../fakes/world/types.ts'
import { makeWorld } from '../fakes/world/world.ts'
import { albumRef, artistRef, NO_ALBUM, NOBODY } from './refs.ts'
import { open, startProvider } from './start.ts'

const world = makeWorld({ artists: 60 })
const ferry = world.artists[0]!
const start = (options: Partial<WikipediaFakeOptions> = {}) =>
  startProvider('wikipedia', createWikipedia, wikipediaFake(world, options), wikipediaAddresses)
const byItem = (artist: WorldArtist) => artistRef(artist, { wikidata: artist.wikidataId })
const byMbid = (artist: WorldArtist) => artistRef(artist, { musicbrainz: artist.mbid })
const known = byMbid(ferry)
const unknown = { name: 'Nobody', ids: { musicbrainz: 'dead0000-0000-4000-8000-000000000000' } }
const storied = world.albums.find(({ story, unknownTo }) => story !== null && !unknownTo.includes('wikipedia'))!

describeBiography('wikipedia', start, { known, unknown })
describeArtistImages('wikipedia', start, { known, unknown })
describeAlbumStory('wikipedia', start, {
  known: albumRef(storied, ferry, { musicbrainz: storied.mbid }),
  unknown: albumRef(storied, ferry, unknown.ids),
})

describe('wikipedia', () => {
  it('takes the first language that has a page, and says where it is from', async () => {
    await using run = await open(start())
    const found = await run.ports.biography!.biography(known, ['es', 'en'], PERSON)
    expect(found).toMatchObject({ language: 'es', licence: 'CC BY-SA 4.0' })
    expect(found?.url).toMatch(/^https:\/\/es\.wikipedia\.org\/wiki\//)
    const english = world.artists.find(({ key, biography }) => key > 2 && biography.en && !biography.es)!
    expect((await run.ports.biography!.biography(byItem(english), ['es', 'en'], PERSON))?.language).toBe('en')
    expect(await run.ports.biography!.biography(byItem(english), ['fr', '../x', ''], PERSON)).toBe(null)
  })

  it('needs one question less where the item is known', async () => {
    await using run = await open(start())
    await run.ports.biography!.biography(byItem(ferry), ['en'], PERSON)
    expect(run.fake.requests).toHaveLength(3)
    expect(await run.ports.artistImages!.images(byItem(ferry), PERSON)).toHaveLength(1)
    expect(run.fake.requests).toHaveLength(3)
  })

  it('does not take a list of things of one name for a life', async () => {
    const second = world.artists[1]!
    await using run = await open(start())
    const title = `/es.wikipedia.org/api/rest_v1/page/summary/${encodeURIComponent(second.name.replaceAll(' ', '_'))}`
    const found = await run.ports.biography!.biography(byItem(second), ['es', 'en'], PERSON)
    expect(found?.language ?? null).toBe(second.biography.en ? 'en' : null)
    expect(run.fake.requests.some(({ path }) => path === title)).toBe(second.biography.es !== undefined)
  })

  it('follows merged items and moved pages', async () => {
    const third = world.artists[2]!
    await using run = await open(start())
    const ref = artistRef(third, { wikidata: `Q${800_000_000 + third.key}` })
    const language = Object.keys(third.biography)[0]
    const found = language ? await run.ports.biography!.biography(ref, [language], PERSON) : null
    expect(found?.url?.endsWith('the') ?? false).toBe(language !== undefined)
  })

  it('does without the summary where that is closed', async () => {
    await using run = await open(start())
    run.fake.trouble = [
      { kind: 'reply', reply: { status: 403, body: {} }, when: ({ path }) => path.includes('/rest_v1/') },
    ]
    const found = await run.ports.biography!.biography(known, ['es'], PERSON)
    expect(found?.content).toContain(ferry.name)
    expect(found?.content.startsWith(found.summary)).toBe(true)
    expect(await run.provider.upstream.state()).toMatchObject({ unable: [{ family: 'summary' }] })
  })

  it('asks nothing without an id', async () => {
    await using run = await open(start())
    expect(await run.ports.biography!.biography(NOBODY, ['en'], PERSON)).toBe(null)
    expect(await run.ports.artistImages!.images({ name: 'x', ids: { wikidata: 'Q1|Q2' } }, PERSON)).toEqual([])
    expect(await run.ports.albumStory!.story(NO_ALBUM, ['en'], PERSON)).toBe(null)
    expect(run.fake.requests).toEqual([])
  })

  it('leads to portraits on Commons, never those found wrong', async () => {
    await using run = await open(start())
    const [image] = await run.ports.artistImages!.images(known, PERSON)
    expect(image?.url).toContain('/wiki/Special:FilePath/Night_Ferry_2000.jpg?width=1000')
    const answer = await fetch(image!.url)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
  })

  it('lets busy servers send jobs away, not people', async () => {
    await using run = await open(start({ lag: 9 }))
    expect(await run.ports.artistImages!.images(known, PERSON)).toHaveLength(1)
    const background = run.ports.artistImages!.images(byItem(world.artists[4]!), { priority: 'background' })
    await expect(background).rejects.toMatchObject({ problem: 'busy' })
    const [first, second] = run.fake.requests.filter(({ query }) => query.has('maxlag'))
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(5000)
  })

  it('keeps two calls a second over all wikis', async () => {
    await using run = await open(start())
    const artists = world.artists.slice(3, 20).map(byItem)
    await Promise.all(artists.map((artist) => run.ports.biography!.biography(artist, ['es', 'en'], PERSON)))
    // Two calls may be on their way at once: the first one arrives when the second one has been let through.
    const times = run.fake.requests.map(({ at }) => at)
    expect(times.length).toBeGreaterThan(8)
    expect(times.at(-1)! - times[0]!).toBeGreaterThanOrEqual((times.length - 2) * 500 - 100)
  })

  it('understands what the Action API says with status 200', async () => {
    await using run = await open(start())
    const says = (code: string) => {
      run.fake.trouble = [{ kind: 'reply', times: 9, reply: { body: { error: { code, info: 'x' } } } }]
    }
    says('no-such-entity')
    expect(await run.ports.artistImages!.images(byItem(world.artists[5]!), PERSON)).toEqual([])
    says('badvalue')
    await expect(run.ports.artistImages!.images(byItem(world.artists[6]!), PERSON)).rejects.toMatchObject({
      problem: 'failed',
    })
  })
})
