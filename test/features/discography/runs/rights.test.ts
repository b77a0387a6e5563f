import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFakes } from '../../../fakes/index.ts'
import type { Trouble } from '../../../fakes/types.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'

/** Nobody answers here: what is begun rests. */
let server: TestServer
let fakes: Awaited<ReturnType<typeof startFakes>>
let admin: string
let member: string
let other: string
beforeAll(async () => {
  fakes = await startFakes(makeWorld({ artists: 12 }))
  const wait: Trouble = { kind: 'reply', reply: { status: 429, headers: { 'retry-after': '3600' }, body: {} } }
  for (const fake of Object.values(fakes.fakes)) fake.trouble = [wait]
  server = await startTestServer({ env: { ...fakes.env, OFFLINE: 'false' }, jobs: true })
  admin = await server.admin()
  member = await server.member(admin)
  other = await server.member(admin, 'other')
  await server.context.db.execute(sql`insert into artists (name, sort_name, normalized_name, discography_at)
    select 'artist ' || i, 'artist ' || i, 'artist ' || i, now() - interval '8 days' from generate_series(1, 40) i`)
})
afterAll(async () => {
  await server.close()
  await fakes.close()
})

const post = async (token: string, url: string) => {
  const reply = await server.send({ method: 'POST', url, token })
  await server.context.jobs.settle()
  return { status: reply.statusCode, body: reply.json() }
}
const get = async (token: string, url: string) => (await server.send({ url, token })).json()

it('only who began a run, or an administrator, stops it; everybody sees it', async () => {
  const { run } = (await post(member, '/artists/1/refresh-data')).body
  expect(run.cancellable).toBe(true)
  expect((await get(other, `/runs/${run.id}`)).cancellable).toBe(false)
  expect((await get(admin, `/runs/${run.id}`)).cancellable).toBe(true)
  expect(await post(other, `/runs/${run.id}/cancel`)).toMatchObject({
    status: 403,
    body: { error: { code: 'FORBIDDEN' } },
  })
  expect(await post(member, `/runs/${run.id}/cancel`)).toMatchObject({ status: 200, body: { state: 'cancelled' } })
  const again = (await post(member, '/artists/1/refresh-data')).body.run
  expect(again.id).not.toBe(run.id)
  expect(await post(admin, `/runs/${again.id}/cancel`)).toMatchObject({ status: 200, body: { state: 'cancelled' } })
})

it('a look begins nothing that ended a moment ago', async () => {
  expect((await get(other, '/artists/1/profile')).run).toBe(null)
  const { run } = await get(other, '/artists/2/profile')
  expect(run).toMatchObject({ kind: 'discography', cancellable: true })
  await server.context.jobs.settle()
  expect((await get(member, '/artists/2/profile')).run.id).toBe(run.id)
  await post(other, `/runs/${run.id}/cancel`)
})

it('one user cannot queue work without end; the others go on, and what is queued may be asked for again', async () => {
  const begun: number[] = []
  for (let id = 3; id <= 26; id++) begun.push((await post(member, `/artists/${id}/refresh-data`)).status)
  expect(begun).toEqual(begun.map(() => 200))
  const refused = await post(member, '/artists/27/refresh-data')
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMIT_EXCEEDED' } } })
  expect((await post(member, '/artists/3/refresh-data')).status).toBe(200)
  expect((await get(member, '/artists/27/profile')).run).toBe(null)
  expect((await post(other, '/artists/27/refresh-data')).status).toBe(200)
})
