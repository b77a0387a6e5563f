import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addAlbum, addArtist, addTrack } from './seed.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await server.admin()
  const { db } = server.context
  const [mine, other] = [await addArtist(db, 'Mine'), await addArtist(db, 'Other')]
  const [owned, missing] = [await addAlbum(db, 'Owned', [mine]), await addAlbum(db, 'Missing', [mine, other])]
  await addTrack(db, 'Missing one', [other], { albumId: missing })
  await addTrack(db, 'Second', [mine], { albumId: owned })
  const song = await addTrack(db, 'First', [mine], { albumId: owned })
  await db.execute(sql`update tracks set has_file = (id = ${song})`)
})
afterAll(() => server.close())

const read = async (url: string) => {
  const { items, total } = (await server.send({ url, token })).json()
  return [items.map(({ name }: { name: string }) => name), total]
}

it.each(['name-asc', 'recent'])('lists show everything that is known, or only what is owned (%s)', async (order) => {
  expect((await read(`/albums/?order=${order}`))[1]).toBe(2)
  expect(await read(`/albums/?order=${order}&owned=true`)).toEqual([['Owned'], 1])
  expect((await read(`/artists/?order=${order}`))[1]).toBe(2)
  expect(await read(`/artists/?order=${order}&owned=true`)).toEqual([['Mine'], 1])
})
