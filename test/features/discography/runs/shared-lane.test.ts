import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { startFakes } from '../../../fakes/index.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { createTestDatabase } from '../../../support/database.ts'
import { runsIn, stopClock } from '../clock.ts'
import { catalogueIn, type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [, , , moth, , , signs, , ferry] = world.artists
const artists = [moth!, signs!, ferry!]
const WAIT = { timeout: 25_000, interval: 20 }
let fakes: Online['fakes']
let database: Awaited<ReturnType<typeof createTestDatabase>>
const servers: Online[] = []
let whole: string[]
const start = async () => {
  const server = await startOnline(world, { fakes, databaseUrl: database.url })
  servers.push(server)
  return server
}
const pause = (latencyMs: number) => {
  for (const fake of Object.values(fakes.fakes)) fake.latencyMs = latencyMs
}
const expand = async (server: Online, mbid: string): Promise<number> =>
  (await server.post(`/artists/search-auto-download?ref=${mbid}&similar=1`)).body.library_expansion.id
/** How often MusicBrainz was asked who each artist is. */
function lookups(): number[] {
  const asked = new Map<string, number>()
  for (const { path } of fakes.fakes.musicbrainz.requests)
    if (/\/artist\/[^/]+$/.test(path)) asked.set(path, (asked.get(path) ?? 0) + 1)
  return [...asked.values()]
}
beforeAll(async () => {
  fakes = await startFakes(world, { given: { musicbrainz: { everyMs: 0 } } })
})
afterAll(() => fakes.close())
beforeEach(async () => {
  database = await createTestDatabase()
  pause(0)
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  await database.drop()
})

it('two processes work one lane: each step once, one run after the other', async () => {
  const [one, two] = [await start(), await start()]
  await stopClock(one)
  fakes.fakes.musicbrainz.requests.length = 0
  pause(15)
  const atOnce: number[] = []
  const [first, second, third] = await Promise.all(artists.map(({ mbid }, at) => expand([one, two, one][at]!, mbid)))
  await vi.waitFor(async () => {
    const { rows } = await one.server.context.db.execute<{ n: number }>(
      sql`select count(*)::int as n from runs where state = 'running'`,
    )
    atOnce.push(rows[0]!.n)
    expect((await runsIn(one.server.context.db)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  }, WAIT)
  for (const server of servers) await server.server.context.jobs.settle()
  expect(Math.max(...atOnce)).toBe(1)
  const runs = await runsIn(one.server.context.db)
  expect(runs.map(({ id }) => id).sort()).toEqual([first, second, third].sort())
  for (const { steps } of runs) {
    expect(steps).toHaveLength(2)
    for (const step of steps) expect(step).toMatchObject({ state: 'done', attempts: 1 })
  }
  expect(new Set(lookups())).toEqual(new Set([1]))
  whole = await catalogueIn(one.server.context.db)
  expect(whole.length).toBeGreaterThan(50)
})

it('one process stops in the middle, and the other goes on at once with the step that was left', async () => {
  const one = await start()
  await stopClock(one)
  pause(25)
  fakes.fakes.musicbrainz.requests.length = 0
  for (const { mbid } of artists) await expand(one, mbid)
  const two = await start()
  const { db } = two.server.context
  // The first one works: the first step is written, and others are not begun.
  await vi.waitFor(async () => expect((await runsIn(db))[0]?.steps[0]?.state).toBe('done'), WAIT)
  const [left] = servers.splice(0, 1)
  await left!.close()
  const states = (await runsIn(db)).map(({ state }) => state)
  expect(states[2]).toBe('queued')
  await vi.waitFor(
    async () => expect((await runsIn(db)).map(({ state }) => state)).toEqual(['done', 'done', 'done']),
    WAIT,
  )
  for (const { steps } of await runsIn(db))
    for (const step of steps) expect(step).toMatchObject({ state: 'done', attempts: 1 })
  // What was asked before the stop is kept: at most the question on its way is asked again.
  expect(lookups().filter((count) => count > 1).length).toBeLessThanOrEqual(1)
  expect(await catalogueIn(db)).toEqual(whole)
})
