import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createUpstreamStore } from '../../../src/db/upstream.ts'
import type { ProviderView } from '../../../src/features/providers/contract.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'

const LASTFM = { LASTFM_API_KEY: 'k', LASTFM_API_SECRET: 's' }
const SPOTIFY = { SPOTIFY_CLIENT_ID: 'i', SPOTIFY_CLIENT_SECRET: 's' }
const DAY_MS = 86_400_000

let server: TestServer
let admin: string

beforeAll(async () => {
  server = await startTestServer({ env: { OFFLINE: 'false', ...LASTFM, ...SPOTIFY } })
  admin = await server.admin()
})
afterAll(() => server.close())

async function list(of = server, token = admin): Promise<ProviderView[]> {
  const reply = await of.send({ url: '/providers', token })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().items
}
async function named(name: string): Promise<ProviderView> {
  return (await list()).find((provider) => provider.name === name)!
}
const states = ({ services }: ProviderView) => services.map(({ name, state }) => [name, state])

describe('the services of a provider', () => {
  it('are all listed, the main one first', async () => {
    const services = (await list()).map(({ name, services: all }) => [name, all.map((one) => one.name)])
    expect(Object.fromEntries(services)).toMatchObject({
      musicbrainz: ['musicbrainz'],
      listenbrainz: ['listenbrainz', 'listenbrainz-labs', 'listenbrainz-users'],
      spotify: ['spotify', 'spotify-accounts'],
      lastfm: ['lastfm', 'lastfm-scrobbling'],
      // Wikidata and a wiki for each language share their name, and so their counts.
      wikipedia: ['wikipedia'],
    })
  })

  it('have states, errors and counts of their own', async () => {
    const store = createUpstreamStore(server.context.db)
    await store.patch('listenbrainz-labs', {
      blockedUntil: new Date(Date.now() + DAY_MS),
      blockedReason: 'Labs sleeps',
    })
    await store.patch('spotify-accounts', { lastError: 'no such client', lastErrorAt: new Date() })
    await store.count('lastfm-scrobbling', 'scrobble', { calls: 3, failures: 1, milliseconds: 9 })
    const [listenbrainz, spotify, lastfm] = [await named('listenbrainz'), await named('spotify'), await named('lastfm')]
    expect(states(listenbrainz)).toEqual([
      ['listenbrainz', 'ready'],
      ['listenbrainz-labs', 'resting'],
      ['listenbrainz-users', 'ready'],
    ])
    expect(listenbrainz).toMatchObject({
      state: 'ready',
      message: null,
      services: [{}, { message: 'Labs sleeps' }, {}],
    })
    expect(spotify.services[1]).toMatchObject({ state: 'failing', message: 'no such client' })
    expect(lastfm.usage).toEqual([])
    expect(lastfm.services[1]!.usage).toEqual([{ family: 'scrobble', calls: 3, failures: 1, budget: null }])
  })

  it('are all closed with their provider', async () => {
    const arrange = (disabled: string[]) =>
      server.send({ method: 'PATCH', url: '/providers', token: admin, payload: { disabled } })
    await arrange(['listenbrainz'])
    expect(states(await named('listenbrainz')).map(([, state]) => state)).toEqual(['off', 'off', 'off'])
    await arrange([])
    const discogs = await named('discogs')
    expect([discogs.state, ...discogs.services.map(({ state }) => state)]).toEqual(['needs_key', 'needs_key'])
  })
})

describe('a service', () => {
  const store = () => createUpstreamStore(server.context.db)
  const ago = (ms: number) => new Date(Date.now() - ms)
  beforeEach(() => store().patch('deezer', { lastError: null, lastErrorAt: null, lastSuccessAt: null }))

  it.each([
    ['never asked', { lastError: null }, 'ready', null],
    ['answered', { lastSuccessAt: ago(0) }, 'ready', null],
    ['failed', { lastError: 'down', lastErrorAt: ago(5000) }, 'failing', 'down'],
    [
      'failed after it answered',
      { lastError: 'down', lastErrorAt: ago(0), lastSuccessAt: ago(60_000) },
      'failing',
      'down',
    ],
    // Answers are noted every ten seconds at most.
    ['may have answered since', { lastError: 'down', lastErrorAt: ago(0), lastSuccessAt: ago(9000) }, 'ready', null],
    ['answered since', { lastError: 'down', lastErrorAt: ago(60_000), lastSuccessAt: ago(0) }, 'ready', null],
  ])('that %s is as it is', async (_, patch, state, message) => {
    await store().patch('deezer', patch)
    expect(await named('deezer')).toMatchObject({ state, message })
  })
})

it('offline, none is asked', async () => {
  const offline = await startTestServer()
  const providers = await list(offline, await offline.admin())
  await offline.close()
  expect(new Set(providers.flatMap(({ state, services }) => [state, ...services.map((one) => one.state)]))).toEqual(
    new Set(['offline']),
  )
})
