import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { groupBy } from '../../../../src/platform/lib/group-by.ts'
import { startFakes } from '../../../fakes/index.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { createTestDatabase } from '../../../support/database.ts'
import { keepArtist, requestsOf, runsIn, stopClock, tick } from '../clock.ts'
import { catalogueOf, type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [ferry, , , moth, , , signs] = world.artists
const WAIT = { timeout: 20_000, interval: 20 }
let database: Awaited<ReturnType<typeof createTestDatabase>>
let fakes: Online['fakes']
let [worker, other]: (Online | undefined)[] = []
let whole: string[]
beforeAll(async () => {
  fakes = await startFakes(world, { given: { musicbrainz: { everyMs: 0 } } })
  const untouched = await startOnline(world, { fakes })
  await untouched.post(`/artists/search-auto-download?ref=${ferry!.mbid}&similar=2`)
  await untouched.server.context.jobs.settle()
  whole = await catalogueOf(untouched)
  await untouched.close()
  database = await createTestDatabase()
  worker = await startOnline(world, { fakes, databaseUrl: database.url })
  other = await startOnline(world, { fakes, databaseUrl: database.url })
  await stopClock(worker)
})
afterAll(async () => {
  await worker?.close()
  await other?.close()
  await database.drop()
  await fakes.close()
})
beforeEach(async () => {
  await db().execute(sql`truncate artists, albums, tracks, external_ids, runs, upstream_answers cascade`)
  for (const fake of Object.values(fakes.fakes)) {
    fake.requests.length = 0
    fake.latencyMs = 0
    fake.trouble = []
  }
})
const db = () => worker!.server.context.db
const settle = () => Promise.all([worker, other].map((one) => one!.server.context.jobs.settle()))
const slow = (latencyMs: number) => {
  for (const fake of Object.values(fakes.fakes)) fake.latencyMs = latencyMs
}
const expand = (mbid: string) =>
  worker!.post(`/artists/search-auto-download?ref=${mbid}&similar=2`).then(({ body }) => body.library_expansion)
/** Lines by album: four words of the album, then three of a track where there is one. */
const albumOf = (line: string) => line.split(' | ').slice(0, 4).join(' | ')
const isEmpty = (lines: readonly string[]) => lines.length === 1 && lines[0] === albumOf(lines[0]!)

describe.each([['the same process'], ['another process']])('cancelled through %s', (through) => {
  it('stops in the middle, what was written stays whole, and a new run finishes it', async () => {
    slow(40)
    const begun = await expand(ferry!.mbid)
    await vi.waitFor(async () => expect((await worker!.get(`/runs/${begun.id}`)).body.tracks).toBeGreaterThan(0), WAIT)
    const asked = through === 'another process' ? other! : worker!
    const { status, body } = await asked.post(`/runs/${begun.id}/cancel`)
    expect([status, body.cancellable]).toEqual([200, false])
    await settle()
    const run = (await worker!.get(`/runs/${begun.id}`)).body
    expect(run).toMatchObject({ state: 'cancelled', cancellable: false, current: null })
    expect(run.finished_at).toBeTruthy()
    const questions = requestsOf(worker!).length

    const part = await catalogueOf(worker!)
    expect(part.length).toBeGreaterThan(0)
    expect(part.length).toBeLessThan(whole.length)
    // Each album has all of its tracks or none yet.
    const [there, all] = [groupBy(part, albumOf), groupBy(whole, albumOf)]
    for (const [album, lines] of there) if (!isEmpty(lines)) expect(lines).toEqual(all.get(album))
    expect([...there.values()].some((lines) => !isEmpty(lines))).toBe(true)
    await tick(worker!, 'wake')
    expect(requestsOf(worker!)).toHaveLength(questions)

    slow(0)
    const again = await expand(ferry!.mbid)
    expect(again.id).not.toBe(begun.id)
    await settle()
    expect((await worker!.get(`/runs/${again.id}`)).body).toMatchObject({ state: 'done', steps_total: 3 })
    expect(await catalogueOf(worker!)).toEqual(whole)
  })
})

it('one that went to rest while it was cancelled does not rest: the next minute ends it', async () => {
  const id = await keepArtist(db(), moth!, { catalogued: true })
  await db().execute(sql`insert into runs (kind, subject, title, state, by_person, cancel_requested, next_at, steps_total)
    values ('discography', ${`artist:${id}`}, 'MØTH', 'running', true, true, now() + interval '20 minutes', 1)`)
  await db().execute(sql`insert into run_steps (run_id, position, kind, subject)
    select id, 0, 'artist', jsonb_build_object('name', 'MØTH', 'artistId', ${id}::int) from runs`)
  await tick(worker!, 'wake')
  expect(await runsIn(db())).toMatchObject([{ state: 'cancelled', steps: [{ state: 'waiting' }] }])
  expect(requestsOf(worker!)).toEqual([])
})

it('one that waits behind another never begins', async () => {
  slow(40)
  const first = await expand(signs!.mbid)
  const second = await expand(moth!.mbid)
  expect((await other!.post(`/runs/${second.id}/cancel`)).body).toMatchObject({ state: 'cancelled', started_at: null })
  slow(0)
  await settle()
  expect((await worker!.get(`/runs/${first.id}`)).body).toMatchObject({ state: 'done' })
  expect((await worker!.get(`/runs/${second.id}`)).body).toMatchObject({ state: 'cancelled', started_at: null })
})

// Last: what a service said about waiting is remembered for a second.
it('one that rests ends at once, and is not worked when it would be due', async () => {
  const id = await keepArtist(db(), moth!, { catalogued: true })
  const refused = { status: 429, headers: { 'retry-after': '3600', 'x-ratelimit-reset-in': '3600' }, body: {} }
  for (const fake of Object.values(fakes.fakes)) fake.trouble = [{ kind: 'reply', reply: refused }]
  const { run } = (await worker!.post(`/artists/${id}/refresh-data`)).body
  await settle()
  expect((await worker!.get(`/runs/${run.id}`)).body).toMatchObject({ state: 'running', cancellable: true })
  expect((await other!.post(`/runs/${run.id}/cancel`)).body).toMatchObject({ state: 'cancelled', cancellable: false })
  expect((await worker!.post(`/runs/${run.id}/cancel`)).status).toBe(409)
  const questions = requestsOf(worker!).length
  await db().execute(sql`update runs set next_at = now()`)
  await tick(worker!, 'wake')
  expect(await runsIn(db())).toMatchObject([{ state: 'cancelled', attempts: 1 }])
  expect(requestsOf(worker!)).toHaveLength(questions)
})
