import { expect, it } from 'vitest'
import { startFakes } from '../../fakes/index.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { createTestDatabase } from '../../support/database.ts'
import { startOnline } from '../discography/support.ts'

it('what an administrator switched off is not asked after a restart either', async () => {
  const world = makeWorld({ artists: 12 })
  const fakes = await startFakes(world, { given: { musicbrainz: { everyMs: 0 } } })
  const database = await createTestDatabase()
  const given = { databaseUrl: database.url, fakes }
  const first = await startOnline(world, given)
  const payload = { disabled: ['deezer', 'itunes'] }
  const reply = await first.server.send({ method: 'PATCH', url: '/providers', token: first.token, payload })
  expect(reply.statusCode).toBe(200)
  await first.close()

  const second = await startOnline(world, given)
  expect((await second.get('/artists/search?q=night%20ferry')).body[0].name).toBe(world.artists[0]!.name)
  expect(fakes.fakes.musicbrainz.requests.length).toBeGreaterThan(0)
  expect([fakes.fakes.deezer.requests, fakes.fakes.itunes.requests]).toEqual([[], []])
  await second.close()
  await database.drop()
  await fakes.close()
})
