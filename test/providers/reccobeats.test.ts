import { describe, expect, it } from 'vitest'
import { createReccobeats } from '../../src/providers/reccobeats/reccobeats.ts'
import { describeAudioFeatures } from '../contracts/audio-features.ts'
import { PERSON } from '../contracts/port.ts'
import { hasTwin, isHeard, reccobeatsFake } from '../fakes/reccobeats.ts'
import { makeWorld } from '../fakes/world/world.ts'
import { NO_TRACK, trackRef } from './refs.ts'
import { open, startProvider } from './start.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const all = world.albums.flatMap(({ editions }) => editions[0]!.discs.flat())
/** Recordings come back on compilations: the first one of an ISRC stands for it. */
const owners = new Map(all.toReversed().flatMap((track) => track.isrcs.map((isrc) => [isrc, track] as const)))
const unique = all.filter((track) => track.isrcs.length === 1 && owners.get(track.isrcs[0]!) === track)
const heard = unique.filter(isHeard)
const refOf = (track: (typeof all)[number]) => trackRef(track, ferry)
const start = () =>
  startProvider('reccobeats', createReccobeats, reccobeatsFake(world), (url) => ({ RECCOBEATS_BASE_URL: `${url}/v1` }))

describeAudioFeatures('reccobeats', start, {
  known: refOf(heard[0]!),
  unknown: { ...NO_TRACK, isrc: 'ZZZZ99999999' },
})

describe('reccobeats', () => {
  it('asks for forty at a time, in the order asked, and leaves out what is not known', async () => {
    await using run = await open(start())
    const tracks = unique.slice(0, 90)
    const found = await run.ports.audioFeatures!.features(tracks.map(refOf), PERSON)
    const wanted = tracks.filter(isHeard)
    expect(found.map(({ isrc }) => isrc)).toEqual(wanted.map(({ isrcs }) => isrcs[0]))
    expect(found.map(({ valence }) => valence)).toEqual(wanted.map(({ valence }) => valence))
    expect(wanted.length).toBeLessThan(90)
    const sizes = run.fake.requests.map(({ query }) => query.get('ids')!.split(',').length)
    expect(sizes).toEqual([40, 40, 10])
  })

  it('takes the first of several recordings under one ISRC', async () => {
    await using run = await open(start())
    const twin = heard.find(hasTwin)!
    const found = await run.ports.audioFeatures!.features([refOf(twin)], PERSON)
    expect(found).toEqual([
      expect.objectContaining({
        isrc: twin.isrcs[0],
        ids: { reccobeats: twin.recordingMbid, spotify: twin.spotifyId },
        valence: twin.valence,
        energy: twin.energy,
        tempo: twin.tempo,
        loudness: -7.2,
      }),
    ])
  })

  it('asks once for what is asked for twice, in whatever spelling, and by Spotify id where there is no ISRC', async () => {
    await using run = await open(start())
    const [one, other] = heard.filter((track) => !hasTwin(track))
    const code = one!.isrcs[0]!
    const dashed = `${code.slice(0, 2)}-${code.slice(2, 5)}-${code.slice(5, 7)}-${code.slice(7)}`.toLowerCase()
    const tracks = [
      { ...refOf(one!), isrc: dashed },
      refOf(one!),
      { ...refOf(other!), isrc: null, ids: { spotify: other!.spotifyId } },
      NO_TRACK,
      { ...NO_TRACK, isrc: 'a,b&c=d', ids: { spotify: '../..' } },
    ]
    const found = await run.ports.audioFeatures!.features(tracks, PERSON)
    expect(found.map(({ ids }) => ids.spotify)).toEqual([one!.spotifyId, other!.spotifyId])
    expect(run.fake.requests.map(({ query }) => query.get('ids'))).toEqual([`${code},${other!.spotifyId}`])
  })

  it('asks nothing for nothing', async () => {
    await using run = await open(start())
    expect(await run.ports.audioFeatures!.features([NO_TRACK], PERSON)).toEqual([])
    expect(run.fake.requests).toEqual([])
  })

  it('does not believe numbers that cannot be', async () => {
    await using run = await open(start())
    const isrc = heard[0]!.isrcs[0]!
    const row = { id: 'x', href: null, isrc, valence: 7, energy: -1, danceability: null, tempo: 0, loudness: 900 }
    run.fake.trouble = [{ kind: 'reply', reply: { body: { content: [row] } } }]
    const [found] = await run.ports.audioFeatures!.features([refOf(heard[0]!)], PERSON)
    expect(found).toMatchObject({ valence: null, energy: null, danceability: null, tempo: null, loudness: null })
  })

  it('waits as long as it is told to', async () => {
    await using run = await open(start())
    for (let at = 0; at < 2; at++) await fetch(`${run.fake.url}/v1/audio-features?ids=x`)
    await run.provider.probe(PERSON)
    const times = run.fake.requests.map(({ at }) => at)
    expect(times).toHaveLength(4)
    expect(times[3]! - times[2]!).toBeGreaterThan(1900)
  })
})
