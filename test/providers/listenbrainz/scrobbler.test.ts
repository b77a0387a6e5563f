import { describe, expect, it } from 'vitest'
import { PERSON } from '../../contracts/port.ts'
import { describeScrobbler, scrobble } from '../../contracts/scrobbler.ts'
import { LISTENBRAINZ_TOKEN, type ListenbrainzFakeOptions } from '../../fakes/listenbrainz.ts'
import { open } from '../start.ts'
import { startWith } from './start.ts'

const TOKEN = LISTENBRAINZ_TOKEN
describeScrobbler('listenbrainz', () => startWith(undefined), { token: TOKEN })

async function begin() {
  const options: Partial<ListenbrainzFakeOptions> = { listens: [] }
  const run = await open(startWith(undefined, options))
  return { ...run, scrobbler: run.ports.scrobbler!, listens: options.listens! }
}

describe('scrobbling to listenbrainz', () => {
  it('knows whose token it is, and refuses others', async () => {
    await using run = await begin()
    expect(await run.scrobbler.account(TOKEN, PERSON)).toBe('night_listener')
    await expect(run.scrobbler.account('nobody', PERSON)).rejects.toMatchObject({ problem: 'refused' })
    await expect(run.scrobbler.scrobble('nobody', [scrobble(5)], PERSON)).rejects.toMatchObject({ problem: 'refused' })
    expect(run.listens).toEqual([])
  })

  it('is not put off by the token of another user', async () => {
    await using run = await begin()
    for (let at = 0; at < 6; at++)
      await expect(run.scrobbler.scrobble('nobody', [scrobble(5)], PERSON)).rejects.toMatchObject({
        problem: 'refused',
      })
    expect(await run.scrobbler.scrobble(TOKEN, [scrobble(5)], PERSON)).toEqual(['taken'])
  })

  it('sends what is heard now without a time', async () => {
    await using run = await begin()
    await run.scrobbler.nowPlaying(TOKEN, scrobble(0), PERSON)
    expect(run.listens).toMatchObject([{ type: 'playing_now', track_metadata: { artist_name: 'Night Ferry' } }])
    expect(run.listens[0]).not.toHaveProperty('listened_at')
  })

  it('sends one alone and many together, at most a hundred at once', async () => {
    await using run = await begin()
    expect(run.scrobbler.mostAtOnce).toBe(100)
    await run.scrobbler.scrobble(TOKEN, [scrobble(1)], PERSON)
    const many = Array.from({ length: 150 }, (_, at) => scrobble(at + 2))
    expect(await run.scrobbler.scrobble(TOKEN, many, PERSON)).toEqual(many.map(() => 'taken'))
    const sizes = run.fake.requests.map(({ body }) => JSON.parse(body).payload.length)
    expect(sizes).toEqual([1, 100, 50])
    expect(run.listens.map(({ type }) => type).slice(0, 2)).toEqual(['single', 'import'])
    expect(run.listens).toHaveLength(151)
  })

  it('carries what is known of a track, and leaves out what would be refused', async () => {
    await using run = await begin()
    const mbid = '55555555-5555-4555-8555-555555555555'
    await run.scrobbler.scrobble(TOKEN, [scrobble(3, { recordingMbid: mbid })], PERSON)
    await run.scrobbler.scrobble(
      TOKEN,
      [scrobble(4, { recordingMbid: 'no', durationMs: 0, album: '', trackNumber: null })],
      PERSON,
    )
    const [first, second] = run.listens.map(({ track_metadata }) => track_metadata)
    expect(first?.additional_info).toMatchObject({
      recording_mbid: mbid,
      duration_ms: 241_333,
      tracknumber: 3,
      submission_client: 'Animo',
    })
    expect(second?.additional_info).toEqual({ media_player: 'Animo', submission_client: 'Animo' })
    expect(second).not.toHaveProperty('release_name')
  })

  it('finds the one that spoils the others', async () => {
    await using run = await begin()
    const future = scrobble(-60 * 24 * 30)
    const list = [...Array.from({ length: 6 }, (_, at) => scrobble(at + 1)), future, scrobble(20)]
    expect(await run.scrobbler.scrobble(TOKEN, list, PERSON)).toEqual(
      list.map((one) => (one === future ? 'ignored' : 'taken')),
    )
    expect(run.listens).toHaveLength(7)
    expect(run.fake.requests.length).toBeLessThan(10)
  })

  it('does not send what can never be taken', async () => {
    await using run = await begin()
    const list = [scrobble(1, { track: '  ' }), scrobble(2, { artist: '' }), scrobble(3, { startedAt: new Date(0) })]
    expect(await run.scrobbler.scrobble(TOKEN, list, PERSON)).toEqual(['ignored', 'ignored', 'ignored'])
    expect(run.fake.requests).toEqual([])
  })

  it('sends long names within what a listen may measure', async () => {
    await using run = await begin()
    const long = scrobble(1, { track: '夜'.repeat(5000), artist: 'x'.repeat(5000) })
    expect(await run.scrobbler.scrobble(TOKEN, [long], PERSON)).toEqual(['taken'])
  })
})
