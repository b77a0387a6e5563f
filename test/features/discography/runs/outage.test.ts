import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld } from '../../../fakes/world/world.ts'
import { keepArtist, requestsOf, runsIn, stopClock, tick } from '../clock.ts'
import { type Hurried, startHurried } from '../hurried.ts'
import { catalogueOf, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [, , , moth, , , signs, , ferry, , paloma] = world.artists
const artists = [moth!, signs!, ferry!, paloma!]
const MINUTE = 60_000
let online: Hurried
let whole: string[]
beforeAll(async () => {
  const untouched = await startOnline(world)
  for (const artist of artists) await keepArtist(untouched.server.context.db, artist, { catalogued: true })
  await tick(untouched, 'library')
  whole = await catalogueOf(untouched)
  await untouched.close()
  online = await startHurried(world)
  await stopClock(online)
  for (const artist of artists) await keepArtist(online.server.context.db, artist, { catalogued: true })
}, 60_000)
afterAll(() => online.close())
const db = () => online.server.context.db
const fakes = () => Object.entries(online.fakes.fakes)
/** Everybody cuts every connection, but these. */
const dead = (...alive: string[]) => {
  for (const [name, fake] of fakes()) fake.trouble = alive.includes(name) ? [] : [{ kind: 'drop' }]
}
const counts = () => Object.fromEntries(fakes().map(([name, { requests }]) => [name, requests.length]))
/** The rest is over, and what was found unwell may be tried again. */
async function goOn(): Promise<void> {
  online.advance(2 * MINUTE)
  await db().execute(sql`update runs set next_at = now()`)
  await tick(online, 'wake')
}
const fresh = async () =>
  (await db().execute(sql`select name from artists where discography_at is not null order by id`)).rows.length

it('with every service dead a library refresh rests after its first artist, and says why', async () => {
  dead()
  await tick(online, 'library')
  const [run] = await runsIn(db())
  expect(run).toMatchObject({ state: 'running', attempts: 1, byPerson: false })
  expect(run!.note).toMatch(/MusicBrainz cannot be reached.*Deezer cannot be reached/)
  expect(run!.steps.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['waiting', 1],
    ...Array(3).fill(['waiting', 0]),
  ])
  // Five failures and a service is let be; ListenBrainz is three services behind one fake.
  const { listenbrainz, ...others } = counts()
  for (const count of Object.values(others)) expect(count).toBeLessThanOrEqual(5)
  expect(listenbrainz).toBeLessThanOrEqual(15)
  expect(others).toMatchObject({ musicbrainz: 5, deezer: 5 })
  expect(await fresh()).toBe(0)
})

it('while it rests nobody is asked, however often the clock looks', async () => {
  const before = requestsOf(online).length
  for (let minute = 0; minute < 5; minute++) await tick(online, 'wake')
  for (const name of ['library', 'favourites', 'facts'] as const) await tick(online, name)
  expect(requestsOf(online)).toHaveLength(before)
  expect(await runsIn(db())).toMatchObject([{ state: 'running', attempts: 1 }])
})

it('when it is due and they are still dead, one call finds that out', async () => {
  const before = counts()
  await goOn()
  const after = counts()
  for (const name of ['musicbrainz', 'deezer', 'wikipedia']) expect(after[name]).toBe(before[name]! + 1)
  expect(await runsIn(db())).toMatchObject([{ state: 'running', attempts: 2 }])
  expect(await fresh()).toBe(0)
})

it('a person who asks for the same does not wait for the rest to end', async () => {
  online.advance(2 * MINUTE)
  const before = counts()
  const { body } = await online.post('/artists/bulk-refresh')
  await online.server.context.jobs.settle()
  const [run] = await runsIn(db())
  expect(run).toMatchObject({ id: body.run.id, state: 'running', attempts: 3, byPerson: true })
  expect(counts().musicbrainz).toBe(before.musicbrainz! + 1)
})

it('with one of them back it goes on with what that one knows, and nothing counts as complete', async () => {
  dead('deezer')
  await goOn()
  const [run] = await runsIn(db())
  expect(run!.steps[0]).toEqual({ name: moth!.name, state: 'done', attempts: 4 })
  expect(run!.note).toMatch(/MusicBrainz cannot be reached/)
  expect(run!.note).not.toMatch(/Deezer/)
  const part = await catalogueOf(online)
  expect(part.length).toBeGreaterThan(0)
  expect(new Set(part).size).toBe(part.length)
  expect(await fresh()).toBe(0)
})

it('with all of them back it ends: one artist first and then more, the same as if nothing had happened', async () => {
  dead(...fakes().map(([name]) => name))
  const from = online.fakes.fakes.musicbrainz.requests.length
  await goOn()
  expect((await runsIn(db()))[0]).toMatchObject({ state: 'done', note: null })
  const asked = online.fakes.fakes.musicbrainz.requests.slice(from).map(({ path, query }) => `${path}?${query}`)
  const about = ({ mbid }: (typeof artists)[0]) => asked.flatMap((url, at) => (url.includes(mbid) ? [at] : []))
  expect(about(signs!).length).toBeGreaterThan(1)
  expect(Math.max(...about(signs!))).toBeLessThan(Math.min(...about(paloma!)))

  // Those of which only a part was to be had are still due at the next look of the clock, and only those.
  expect(await fresh()).toBe(2)
  await tick(online, 'library')
  expect((await runsIn(db()))[1]!.steps.map(({ name }) => name)).toEqual([moth!.name, ferry!.name])
  expect(await fresh()).toBe(4)
  expect(await catalogueOf(online)).toEqual(whole)
})
