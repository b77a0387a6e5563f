import { describe, expect, it } from 'vitest'
import type { UpstreamError } from '../../../src/platform/upstream/types.ts'
import { PERSON } from '../../contracts/port.ts'
import { ALLOW_LIST_TEXT, PREMIUM_TEXT } from '../../fakes/spotify/replies.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { artistRef, trackRef } from '../refs.ts'
import { openSpotify, startSpotify } from './support.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const song = world.albums.find(({ title }) => title === 'Harbour Lights')!.editions[0]!.discs.flat()[2]!
const known = artistRef(ferry, { spotify: ferry.spotifyId })
const thrownBy = (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    (error: UpstreamError) => error,
  )

describe('spotify: tokens', () => {
  it('asks for one token, however many wait for it', async () => {
    await using run = await openSpotify(world)
    const { artistSearch } = run.ports
    await Promise.all(['night', 'slow', 'moor'].map((name) => artistSearch!.searchArtists(name, 5, PERSON)))
    expect(run.fake.requests.filter(({ path }) => path === '/api/token')).toHaveLength(1)
  })

  it('asks for another when one has ended, and once only', async () => {
    const tokens = new Map<string, number>()
    await using run = await openSpotify(world, { tokens })
    await run.ports.artistSearch!.artist(ferry.spotifyId, PERSON)
    for (const token of tokens.keys()) tokens.set(token, 0)
    const [first, second] = await Promise.all([
      run.ports.artistSearch!.searchArtists('night ferry', 5, PERSON),
      run.ports.artistSearch!.searchArtists('slow', 5, PERSON),
    ])
    expect([first[0]?.name, Array.isArray(second)]).toEqual(['Night Ferry', true])
    expect(tokens.size).toBeLessThanOrEqual(3)
    const refusing = { kind: 'reply', reply: { status: 401, body: { error: { status: 401, message: 'no' } } } } as const
    run.fake.trouble = [{ ...refusing, when: ({ path }) => path === '/v1/search' }]
    const before = run.fake.requests.length
    expect(await thrownBy(run.ports.artistSearch!.searchArtists('other', 5, PERSON))).toMatchObject({
      problem: 'refused',
    })
    expect(run.fake.requests.slice(before).map(({ path }) => path)).toEqual(['/v1/search', '/api/token', '/v1/search'])
  })

  it('says that the id and the secret are not taken', async () => {
    await using run = await openSpotify(world, { clientSecret: 'another' })
    const error = await thrownBy(run.provider.probe(PERSON))
    expect(error).toMatchObject({ problem: 'refused', message: expect.stringContaining('SPOTIFY_CLIENT_SECRET') })
  })

  it('tries again when the token endpoint fails for a moment', async () => {
    await using run = await openSpotify(world)
    run.fake.trouble = [{ kind: 'error', times: 2, when: ({ path }) => path === '/api/token' }]
    await expect(run.provider.probe(PERSON)).resolves.toBeUndefined()
  })

  it('says which settings are missing', async () => {
    const run = await startSpotify(world, {}, { SPOTIFY_CLIENT_ID: undefined, SPOTIFY_CLIENT_SECRET: undefined })
    expect(run.provider.missing).toEqual(['SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET'])
    expect(await thrownBy(run.provider.probe(PERSON))).toMatchObject({ problem: 'off' })
    expect(run.fake.requests).toEqual([])
    await run.close()
  })
})

describe('spotify: what is closed to an app', () => {
  const closed = [
    ['related artists', (run: Run) => run.ports.similarArtists!.similar(known, 5, PERSON), 'November 2024'],
    [
      'recommendations',
      (run: Run) => run.ports.recommendations!.recommend({ artists: [known], tracks: [] }, 5, PERSON),
      'November 2024',
    ],
    [
      'audio features',
      (run: Run) => run.ports.audioFeatures!.features([trackRef(song, ferry, { spotify: song.spotifyId })], PERSON),
      'November 2024',
    ],
    ['top tracks', (run: Run) => run.ports.topTracks!.topTracks(known, 5, PERSON), 'February 2026'],
  ] as const
  type Run = Awaited<ReturnType<typeof openSpotify>>

  it.each(closed)('%s: says so in words, asks once, and remembers', async (words, ask, since) => {
    await using run = await openSpotify(world)
    const error = await thrownBy(ask(run))
    expect(error).toMatchObject({ problem: 'unable', message: expect.stringContaining(since) })
    expect(error?.message).toContain(words)
    const asked = run.fake.requests.length
    expect(await thrownBy(ask(run))).toMatchObject({ problem: 'unable' })
    expect(run.fake.requests).toHaveLength(asked)
    expect((await run.provider.upstream.state()).unable).toHaveLength(1)
    expect(await run.ports.artistSearch!.artist(ferry.spotifyId, PERSON)).not.toBe(null)
  })

  it.each([
    ['Premium', { premium: false }, /Premium/, PREMIUM_TEXT, 159],
    ['the list of accounts', { allowListed: false }, /User Management/, ALLOW_LIST_TEXT, 46],
  ])('a plain 403 about %s is help for setting up', async (_name, options, help, text, bytes) => {
    expect(Buffer.byteLength(text)).toBe(bytes)
    await using run = await openSpotify(world, options)
    const error = await thrownBy(run.provider.probe(PERSON))
    expect(error).toMatchObject({ problem: 'refused', message: expect.stringMatching(help) })
    expect((await run.provider.upstream.state()).unable).toEqual([])
  })

  it('an artist that Spotify does not know is not a closed endpoint', async () => {
    await using run = await openSpotify(world, { mode: 'extended' })
    const nobody = { name: 'x', ids: { spotify: '0000000000000000000000' } }
    expect(await run.ports.similarArtists!.similar(nobody, 5, PERSON)).toEqual([])
    expect(await run.ports.similarArtists!.similar(known, 5, PERSON)).not.toEqual([])
  })
})

describe('spotify: how many at once', () => {
  const limitsOf = (run: Awaited<ReturnType<typeof openSpotify>>, path: string) =>
    run.fake.requests.filter((request) => request.path.endsWith(path)).map(({ query }) => query.get('limit'))

  it('asks for ten, and for fifty only when it has seen extended mode', async () => {
    await using run = await openSpotify(world, { mode: 'extended' })
    await run.ports.discography!.albums(known, PERSON)
    expect(new Set(limitsOf(run, '/albums'))).toEqual(new Set(['10']))
    await run.ports.artistSearch!.searchArtists('night ferry', 20, PERSON)
    await run.ports.discography!.albums({ ...known, ids: { spotify: world.artists[1]!.spotifyId } }, PERSON)
    expect(limitsOf(run, '/albums').at(-1)).toBe('50')
  })

  it('goes down and stays there when a limit is refused', async () => {
    const options = { mode: 'extended' as 'extended' | 'dev2026' }
    await using run = await openSpotify(world, options)
    await run.ports.artistSearch!.searchArtists('night ferry', 20, PERSON)
    options.mode = 'dev2026'
    const albums = await run.ports.discography!.albums(known, PERSON)
    expect(albums.length).toBeGreaterThan(10)
    expect(limitsOf(run, '/albums').filter((limit) => limit === '50')).toHaveLength(1)
    expect(await run.ports.artistSearch!.searchArtists('night', 20, PERSON)).not.toEqual([])
    expect(limitsOf(run, '/search').at(-1)).toBe('10')
  })

  it('does not try a refused limit again when it sees the fields of extended mode', async () => {
    await using run = await openSpotify(world, { mode: 'extended' })
    const body = { error: { status: 400, message: 'Invalid limit' } }
    run.fake.trouble = [
      { kind: 'reply', when: ({ query }) => query.get('limit') === '50', reply: { status: 400, body } },
    ]
    for (const { spotifyId } of world.artists.filter(({ unknownTo }) => !unknownTo.includes('spotify')).slice(0, 3)) {
      await run.ports.artistSearch!.artist(spotifyId, PERSON)
      await run.ports.discography!.albums({ name: '', ids: { spotify: spotifyId } }, PERSON)
    }
    expect(limitsOf(run, '/albums').filter((limit) => limit === '50')).toHaveLength(1)
  })

  it('takes a 400 without words for a refused limit, and one with other words for an error', async () => {
    await using run = await openSpotify(world)
    run.fake.trouble = [
      { kind: 'reply', times: 1, when: ({ path }) => path.endsWith('/albums'), reply: { status: 400, body: '' } },
    ]
    expect(await run.ports.discography!.albums(known, PERSON)).not.toEqual([])
    expect(limitsOf(run, '/albums').slice(0, 2)).toEqual(['10', '5'])
    const body = { error: { status: 400, message: 'Invalid market code' } }
    run.fake.trouble = [{ kind: 'reply', when: ({ path }) => path.endsWith('/search'), reply: { status: 400, body } }]
    const before = run.fake.requests.length
    expect(await thrownBy(run.ports.artistSearch!.searchArtists('else', 5, PERSON))).toMatchObject({
      problem: 'failed',
    })
    expect(run.fake.requests).toHaveLength(before + 1)
  })
})

describe('spotify: the two walls', () => {
  it('stops for as long as the quota says, without waiting', async () => {
    await using run = await openSpotify(world, { quota: 1 })
    await run.ports.artistSearch!.searchArtists('night', 5, PERSON)
    const error = await thrownBy(run.ports.artistSearch!.searchArtists('slow', 5, PERSON))
    expect(error).toMatchObject({ problem: 'busy', message: expect.stringContaining('quota') })
    expect((error?.until?.getTime() ?? 0) - Date.now()).toBeGreaterThan(13 * 3_600_000)
    const asked = run.fake.requests.length
    expect(await thrownBy(run.ports.artistSearch!.searchArtists('other', 5, PERSON))).toMatchObject({ problem: 'busy' })
    expect(run.fake.requests).toHaveLength(asked)
    expect(await run.ports.artistSearch!.searchArtists('night', 5, PERSON)).not.toEqual([])
  })

  it('waits a quarter of an hour when the quota says nothing', async () => {
    await using run = await openSpotify(world, { quota: 0, quotaSeconds: null })
    const error = await thrownBy(run.provider.probe(PERSON))
    const seconds = ((error?.until?.getTime() ?? 0) - Date.now()) / 1000
    expect(seconds).toBeGreaterThan(14 * 60)
    expect(seconds).toBeLessThanOrEqual(15 * 60)
  })

  it('sits a short wait out', async () => {
    await using run = await openSpotify(world)
    const body = { error: { status: 429, message: 'API rate limit exceeded' } }
    const reply = { status: 429, headers: { 'retry-after': '2' }, body }
    run.fake.trouble = [{ kind: 'reply', times: 1, when: ({ path }) => path === '/v1/search', reply }]
    expect(await run.ports.artistSearch!.searchArtists('night', 5, PERSON)).not.toEqual([])
    const [first, second] = run.fake.requests.filter(({ path }) => path === '/v1/search')
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(2000)
  })

  it('keeps 400 calls of a family for a day', async () => {
    await using run = await openSpotify(world)
    await run.ports.artistSearch!.searchArtists('night', 5, PERSON)
    const { usage } = await run.provider.upstream.state()
    expect(usage).toContainEqual(expect.objectContaining({ family: 'search', calls: 1, budget: 400 }))
  })
})
