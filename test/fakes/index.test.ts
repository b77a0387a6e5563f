import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { UpstreamFactory } from '../../src/platform/upstream/options.ts'
import { halfFilled, providerEnvironment } from '../../src/providers/environment.ts'
import { createProviders } from '../../src/providers/index.ts'
import { startFakes } from './index.ts'
import { startFake } from './server.ts'
import { makeWorld } from './world/world.ts'

const world = makeWorld({ artists: 12 })
const shape = z.object(providerEnvironment)
const ME = { 'user-agent': 'Animo/1.0 (https://animo.example)' }
const KEYS = ['LASTFM_API_KEY', 'SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET', 'DISCOGS_TOKEN', 'LISTENBRAINZ_TOKEN']

let running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running) await one.close()
  running = []
})
async function start(options: Parameters<typeof startFakes>[1] = {}) {
  const all = await startFakes(world, options)
  running.push(all)
  return all
}

describe('all fakes together', () => {
  it('are at addresses that a server takes, and leave none that leads to the internet', async () => {
    const { env, fakes } = await start()
    const origins = Object.values(fakes).map(({ url }) => url)
    const addresses = Object.keys(providerEnvironment).filter((name) => name.endsWith('_BASE_URL'))
    expect(Object.keys(env).sort()).toEqual(addresses.sort())
    for (const name of addresses) expect(origins, name).toContain(new URL(env[name]!).origin)
    expect(shape.parse(env).WIKIPEDIA_BASE_URL).toContain('{lang}')
  })

  it('are there for every provider of the server', async () => {
    const { env, fakes } = await start({ keys: true })
    const origins = new Map(Object.values(fakes).map(({ name, url }) => [url, name]))
    const asked = new Map<string, string | undefined>()
    const upstream: UpstreamFactory = ({ name, baseUrl }) => {
      asked.set(name, origins.get(new URL(baseUrl).origin))
      return { name, json: () => Promise.resolve(null), state: () => Promise.reject(new Error('not asked')) }
    }
    const { all } = createProviders({ config: shape.parse(env), upstream })
    for (const { name, missing } of all()) {
      expect(asked.get(name), name).toBe(name)
      expect(missing, name).toEqual([])
    }
    expect(all().length).toBeGreaterThan(5)
  })

  it('have keys where they are wanted', async () => {
    const { env } = await start({ keys: true })
    expect(Object.keys(env)).toEqual(expect.arrayContaining(KEYS))
    expect(halfFilled(shape.parse(env))).toEqual([])
  })

  it('are started one by one, and nobody answers for the others', async () => {
    const { env, fakes } = await start({ only: ['musicbrainz'], keys: true, now: () => 0 })
    expect(Object.keys(fakes)).toEqual(['musicbrainz'])
    expect(env).not.toHaveProperty('LASTFM_API_KEY')
    await expect(fetch(`${env.LASTFM_BASE_URL}/`)).rejects.toThrow('fetch failed')
    const ask = () => fetch(`${env.MUSICBRAINZ_BASE_URL}/artist/${world.artists[0]?.mbid}?fmt=json`, { headers: ME })
    expect(await (await ask()).json()).toMatchObject({ name: 'Night Ferry' })
    expect((await ask()).status).toBe(503)
  })

  it('are given what single ones should do otherwise', async () => {
    const { env } = await start({ only: ['musicbrainz'], given: { musicbrainz: { everyMs: 0 } } })
    const ask = () => fetch(`${env.MUSICBRAINZ_BASE_URL}/artist/${world.artists[0]?.mbid}?fmt=json`, { headers: ME })
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200])
  })

  it('have the same ports every time, and others where somebody is', async () => {
    const first = await startFake('somebody', () => ({}))
    const firstPort = Number(new URL(first.url).port)
    const beside = await start({ only: ['musicbrainz'], firstPort })
    expect(beside.fakes.musicbrainz.url).not.toBe(first.url)
    await first.close()
    const later = await start({ only: ['musicbrainz'], firstPort })
    expect(later.fakes.musicbrainz.url).toBe(first.url)
  })

  it('tell together what they were asked and do not know', async () => {
    const { env, fakes, close } = await startFakes(world)
    await fetch(`${env.SPOTIFY_ACCOUNTS_BASE_URL}/no-such-thing`)
    await fetch(`${env.LASTFM_BASE_URL}-no-such-thing`)
    await expect(close()).rejects.toThrow(/lastfm[\s\S]+no-such-thing[\s\S]+spotify[\s\S]+no-such-thing/)
    await expect(fetch(fakes.spotify.url)).rejects.toThrow('fetch failed')
  })
})
