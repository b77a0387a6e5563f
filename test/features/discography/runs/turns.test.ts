import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dueRun, queueRun } from '../../../../src/features/discography/runs/store.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { keepArtist, runsIn, stopClock, tick } from '../clock.ts'
import { type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [, first, , second] = world.artists
let online: Online
beforeAll(async () => {
  online = await startOnline(world)
  await stopClock(online)
  await online.server.member(online.token)
})
afterAll(() => online.close())
const db = () => online.server.context.db

const queue = async (userId: number, subject: string, steps: { name: string; artistId: number }[] = []) => {
  const about = { kind: 'discography', subject, title: subject, byPerson: true, userId, payload: {} } as const
  return (
    await queueRun(
      db(),
      about,
      steps.map((step) => ({ kind: 'artist', subject: step })),
    )
  ).id
}

it('users take turns: who asks for many does not hold up who asks for one', async () => {
  const many = [await queue(1, 'a'), await queue(1, 'b'), await queue(1, 'c')]
  const one = await queue(2, 'd')
  const turns: number[] = []
  for (let run = await dueRun(db(), 'person'); run; run = await dueRun(db(), 'person')) {
    turns.push(run.id)
    await db().execute(sql`update runs set state = 'done', started_at = now() where id = ${run.id}`)
  }
  expect(turns).toEqual([many[0], one, many[1], many[2]])
  await db().execute(sql`delete from runs`)
})

it('a step that fails by a fault of ours is tried again, then given up; the others are done', async () => {
  const [broken, well] = [await keepArtist(db(), first!), await keepArtist(db(), second!)]
  await db().execute(
    sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'`,
  )
  await db().execute(
    sql.raw(`create trigger refuse before insert on album_artists for each row
    when (new.artist_id = ${broken}) execute function refuse()`),
  )
  const id = await queue(1, 'both', [
    { name: first!.name, artistId: broken },
    { name: second!.name, artistId: well },
  ])
  await tick(online, 'wake')
  const states = async () => (await runsIn(db()))[0]!.steps.map(({ state, attempts }) => `${state} ${attempts}`)
  expect(await states()).toEqual(['waiting 1', 'done 1'])
  expect((await online.get(`/runs/${id}`)).body).toMatchObject({ state: 'running', steps_done: 1, percentage: 50 })

  for (let time = 0; time < 2; time++) {
    await db().execute(sql`update runs set next_at = now()`)
    await tick(online, 'wake')
  }
  expect(await states()).toEqual(['failed 3', 'done 1'])
  expect((await online.get(`/runs/${id}`)).body).toMatchObject({
    ...{ state: 'done', steps_done: 2, steps_failed: 1, note: expect.stringMatching(/internal error/) },
  })

  // With nothing but that it is no success.
  const alone = await queue(1, 'alone', [{ name: first!.name, artistId: broken }])
  for (let time = 0; time < 3; time++) {
    await db().execute(sql`update runs set next_at = now()`)
    await tick(online, 'wake')
  }
  expect((await online.get(`/runs/${alone}`)).body).toMatchObject({ state: 'failed', steps_failed: 1 })
})
