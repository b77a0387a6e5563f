import { describe, expect, it } from 'vitest'
import { createLrclib } from '../../src/providers/lrclib/lrclib.ts'
import { describeLyrics } from '../contracts/lyrics.ts'
import { PERSON } from '../contracts/port.ts'
import { isInstrumental, lrclibFake } from '../fakes/lrclib.ts'
import { makeWorld } from '../fakes/world/world.ts'
import { NO_TRACK, trackRef } from './refs.ts'
import { open, startProvider } from './start.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const tracks = world.albums.find(({ title }) => title === 'Harbour Lights')!.editions[0]!.discs[0]!
const tide = tracks.find(({ title }) => title === 'Tide Table')!
const start = () =>
  startProvider('lrclib', createLrclib, lrclibFake(world), (url) => ({ LRCLIB_BASE_URL: `${url}/api` }))
const known = { ...trackRef(tide, ferry), album: 'Harbour Lights' }
const entry = (more: object) => ({
  trackName: known.title,
  artistName: known.artist,
  duration: 241,
  instrumental: false,
  plainLyrics: 'Words',
  syncedLyrics: null,
  ...more,
})

describeLyrics('lrclib', start, { known, unknown: { ...NO_TRACK, durationMs: 200_000 } })

describe('lrclib', () => {
  it('asks for exactly this recording first, and then no more', async () => {
    await using run = await open(start())
    const found = await run.ports.lyrics!.lyrics(known, PERSON)
    expect(found).toEqual({ instrumental: false, plain: expect.any(String), synced: tide.lyrics })
    expect(found!.plain).not.toContain('[')
    expect(run.fake.requests.map(({ query }) => Object.fromEntries(query))).toEqual([
      { track_name: 'Tide Table', artist_name: 'Night Ferry', album_name: 'Harbour Lights', duration: '241' },
    ])
  })

  it('asks without the album when it has another name there', async () => {
    await using run = await open(start())
    expect(await run.ports.lyrics!.lyrics({ ...known, album: 'Best of' }, PERSON)).not.toBeNull()
    expect(run.fake.requests.map(({ query }) => query.get('album_name'))).toEqual(['Best of', null])
  })

  it('searches when the length is a little off, and takes nothing that is further away', async () => {
    await using run = await open(start())
    const longest = Math.max(
      ...world.albums
        .flatMap(({ editions }) => editions[0]!.discs.flat())
        .filter(({ title }) => title === 'Tide Table')
        .map(({ lengthMs }) => lengthMs ?? 0),
    )
    const near = { ...known, album: null, durationMs: Math.round(longest / 1000) * 1000 + 2900 }
    expect(await run.ports.lyrics!.lyrics(near, PERSON)).not.toBeNull()
    expect(run.fake.requests.map(({ path }) => path)).toEqual(['/api/get', '/api/search'])
    expect(await run.ports.lyrics!.lyrics({ ...near, durationMs: near.durationMs + 3000 }, PERSON)).toBeNull()
  })

  it('takes of a search what is called so, of this artist, and has time tags', async () => {
    await using run = await open(start())
    const found = [
      entry({ trackName: 'Tide Tables and Chairs', syncedLyrics: 'wrong title' }),
      entry({ artistName: 'Slow Pier', syncedLyrics: 'wrong artist' }),
      entry({ duration: 250, syncedLyrics: 'too long' }),
      entry({ duration: null, syncedLyrics: 'of no length' }),
      entry({ plainLyrics: '', syncedLyrics: '' }),
      entry({ plainLyrics: 'without tags' }),
      entry({ duration: 243, syncedLyrics: '[00:01.00] this one' }),
    ]
    run.fake.trouble = [{ kind: 'reply', when: ({ path }) => path === '/api/search', reply: { body: found } }]
    const ask = (durationMs: number | null) =>
      run.ports.lyrics!.lyrics(
        { ...known, title: 'Tide  table', artist: 'night ferry', album: null, durationMs },
        PERSON,
      )
    run.fake.trouble.push({ kind: 'reply', reply: { status: 404, body: { name: 'TrackNotFound', statusCode: 404 } } })
    expect(await ask(241_333)).toMatchObject({ synced: '[00:01.00] this one' })
  })

  it('says that a track has no words to sing', async () => {
    await using run = await open(start())
    const silent = tracks.find(isInstrumental)!
    expect(await run.ports.lyrics!.lyrics(trackRef(silent, ferry), PERSON)).toEqual({
      instrumental: true,
      plain: null,
      synced: null,
    })
  })

  it('sends no length that would be refused, and no question without a name', async () => {
    await using run = await open(start())
    for (const durationMs of [0, 400, 3_700_000]) await run.ports.lyrics!.lyrics({ ...known, durationMs }, PERSON)
    expect(run.fake.requests.some(({ query }) => query.has('duration'))).toBe(false)
    const asked = run.fake.requests.length
    expect(await run.ports.lyrics!.lyrics({ ...known, artist: ' ' }, PERSON)).toBeNull()
    expect(run.fake.requests).toHaveLength(asked)
  })

  it('keeps half a second between calls, and remembers that there is nothing', async () => {
    await using run = await open(start())
    const nothing = { ...NO_TRACK, album: 'Nowhere', durationMs: 200_000 }
    expect(await run.ports.lyrics!.lyrics(nothing, PERSON)).toBeNull()
    const times = run.fake.requests.map(({ at }) => at)
    expect(times).toHaveLength(3)
    expect(times[2]! - times[0]!).toBeGreaterThan(900)
    expect(await run.ports.lyrics!.lyrics(nothing, PERSON)).toBeNull()
    expect(run.fake.requests).toHaveLength(3)
  })

  it('waits as long as it is told to', async () => {
    await using run = await open(start())
    const reply = { status: 429, headers: { 'retry-after': '7' } }
    run.fake.trouble = [{ kind: 'reply', reply, times: 1 }]
    expect(await run.ports.lyrics!.lyrics(known, PERSON)).not.toBeNull()
    const [first, second] = run.fake.requests
    expect(second!.at - first!.at).toBeGreaterThan(6900)
  })

  it('takes an entry that is not there for an answer of a service that is', async () => {
    await using run = await open(start())
    await run.provider.probe(PERSON)
    run.fake.trouble = [{ kind: 'reply', reply: { status: 504 } }]
    await expect(run.provider.probe(PERSON)).rejects.toMatchObject({ problem: 'failed', status: 504 })
  })
})
