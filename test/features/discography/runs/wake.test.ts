import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { queueRun } from '../../../../src/features/discography/runs/store.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { keepArtist, requestsOf, runsIn, stopClock, tick } from '../clock.ts'
import { type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [, , , moth, , , signs] = world.artists
let online: Online
beforeAll(async () => {
  online = await startOnline(world)
  await stopClock(online)
})
afterAll(() => online.close())
beforeEach(async () => {
  await db().execute(sql`truncate artists, albums, tracks, external_ids, runs, upstream_answers cascade`)
  for (const { requests } of Object.values(online.fakes.fakes)) requests.length = 0
})
const db = () => online.server.context.db

/** A run as a process leaves it that dies before it put the work into its queue. */
async function left(artist: typeof moth, byPerson: boolean): Promise<number> {
  const { name } = artist!
  const artistId = await keepArtist(db(), artist!, { catalogued: true })
  const about = { kind: 'discography', subject: `artist:${artistId}`, title: name, byPerson, userId: null } as const
  const step = { kind: 'artist', subject: { name, artistId } }
  return (await queueRun(db(), { ...about, payload: { artistId } }, [step])).id
}
const states = async () => (await runsIn(db())).map(({ state }) => state)

it('goes on with what another process left, in both lanes', async () => {
  await left(moth, true)
  await left(signs, false)
  await online.server.context.jobs.settle()
  expect(await states()).toEqual(['queued', 'queued'])
  await tick(online, 'wake')
  expect(await states()).toEqual(['done', 'done'])
  const { rows } = await db().execute(sql`select count(*)::int as n from artists where discography_at is not null`)
  expect(rows).toEqual([{ n: 2 }])
})

it('goes on with one in the middle of which another process died', async () => {
  const id = await left(moth, true)
  await db().execute(sql`update runs set state = 'running', started_at = now() - interval '1 hour' where id = ${id}`)
  await tick(online, 'wake')
  expect(await states()).toEqual(['done'])
})

it('leaves alone what rests, until it is due', async () => {
  const id = await left(moth, true)
  await db().execute(
    sql`update runs set state = 'running', next_at = now() + interval '5 minutes', attempts = 3, note = 'why' where id = ${id}`,
  )
  for (let minute = 0; minute < 3; minute++) await tick(online, 'wake')
  expect(await runsIn(db())).toMatchObject([{ state: 'running', attempts: 3, note: 'why' }])
  expect(requestsOf(online)).toEqual([])
  await db().execute(sql`update runs set next_at = now() - interval '1 second' where id = ${id}`)
  await tick(online, 'wake')
  expect(await runsIn(db())).toMatchObject([{ state: 'done', note: null }])
})

it('does nothing when nothing is left', async () => {
  await db().execute(sql`delete from pgboss.job where name in ('discography.person', 'discography.background')`)
  await tick(online, 'wake')
  const { rows } = await db().execute(
    sql`select name from pgboss.job where name in ('discography.person', 'discography.background')`,
  )
  expect(rows).toEqual([])
})

it.each(['artist', 'facts', 'genres'])('leaves out an artist that was deleted meanwhile: %s', async (kind) => {
  const [gone, kept] = [await keepArtist(db(), moth!), await keepArtist(db(), signs!)]
  const steps = [
    { kind, subject: { name: moth!.name, artistId: gone } },
    { kind, subject: { name: signs!.name, artistId: kept } },
  ]
  const about = { kind: 'refresh', subject: 'library', title: 'Library', byPerson: false, userId: null } as const
  await queueRun(db(), { ...about, payload: {} }, steps)
  await online.server.send({ method: 'DELETE', url: `/artists/id/${gone}`, token: online.token })
  await tick(online, 'wake')
  expect(await runsIn(db())).toMatchObject([{ state: 'done', steps: [{ state: 'done' }, { state: 'done' }] }])
  const { rows } = await db().execute(sql`select id from artists where name = ${moth!.name}`)
  expect(rows).toEqual([])
})
