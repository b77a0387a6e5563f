import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Db } from '../../../src/db/client.ts'
import { added, favoriteRow, hidden } from '../../../src/features/favorites/contract.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addAlbum, addArtist, addTrack } from '../library/seed.ts'

let server: TestServer
let db: Db
let admin: string
let member: string
let me: number
let target: { artist: number; album: number; track: number }

beforeAll(async () => {
  server = await startTestServer()
  db = server.context.db
  admin = await server.admin()
  member = await server.member(admin)
  me = (await server.send({ url: '/auth/me', token: admin })).json().id
  const artist = await addArtist(db, 'Kept Artist')
  const album = await addAlbum(db, 'Kept Album', [artist])
  target = { artist, album, track: await addTrack(db, 'Kept Track', [artist], { albumId: album }) }
})
afterAll(() => server.close())
afterEach(async () => {
  await db.execute(sql`delete from favorites`)
  await db.execute(sql`delete from hidden_artists`)
})

const add = (path: string, token = admin) => server.send({ method: 'POST', url: `/favorites/${path}`, token })
const remove = (path: string, token = admin) => server.send({ method: 'DELETE', url: `/favorites/${path}`, token })
const list = async (query = '', token = admin) => {
  const reply = await server.send({ url: `/favorites/${query}`, token })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return z.array(favoriteRow.strict()).parse(reply.json())
}
const hide = (method: 'POST' | 'DELETE', id: number | string, token = admin, query = '') =>
  server.send({ method, url: `/artists/id/${id}/hide${query}`, token })
const TYPES = ['artist', 'album', 'track'] as const

describe('favourites', () => {
  it.each(TYPES)('%s: the documented row, and the same again when asked twice', async (type) => {
    const path = `${type}/${target[type]}`
    const reply = await add(path)
    expect(reply.statusCode).toBe(200)
    expect(added.strict().safeParse(reply.json()).success).toBe(true)
    expect(reply.json()).toEqual({
      message: 'Favorite added',
      favorite: {
        ...{ id: expect.any(Number), user_id: me, target_type: type, artist_id: null, album_id: null, track_id: null },
        [`${type}_id`]: target[type],
        created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    })
    const again = await Promise.all([add(path), add(path), add(`${path}?user_id=${me}`)])
    for (const other of again) expect(other.json()).toEqual(reply.json())
    expect(await list()).toEqual([reply.json().favorite])
    expect((await remove(path)).json()).toEqual({ message: 'Favorite removed' })
    const gone = await remove(path)
    expect([gone.statusCode, gone.json().error.code, gone.json().error.details]).toEqual([
      ...[404, 'NOT_FOUND', 'Favorite not found'],
    ])
  })

  it('are listed newest first, by kind, page by page, and mine only', async () => {
    for (const type of TYPES) await add(`${type}/${target[type]}`)
    await add(`track/${target.track}`, member)
    const all = await list()
    expect(all.map((row) => row.target_type)).toEqual(['track', 'album', 'artist'])
    expect((await list('?target_type=album')).map((row) => row.album_id)).toEqual([target.album])
    expect(await list('?limit=2')).toEqual(all.slice(0, 2))
    expect(await list(`?limit=2&after_id=${all[1]?.id}`)).toEqual(all.slice(2))
    expect((await list('', member)).map((row) => row.target_type)).toEqual(['track'])
    expect((await remove(`artist/${target.artist}`, member)).statusCode).toBe(404)
    expect(await list()).toHaveLength(3)
  })

  it('never show a whole table', async () => {
    await db.execute(sql`with t as (insert into tracks (track_key, name, normalized_name, search_text)
      select 'f' || i, 'f', 'f', 'f' from generate_series(1, 1100) i returning id)
      insert into favorites (user_id, target_type, track_id) select ${me}, 'track', id from t`)
    const first = await list()
    expect(first).toHaveLength(1000)
    expect(await list(`?after_id=${first.at(-1)?.id}`)).toHaveLength(100)
    await db.execute(sql`delete from tracks where search_text = 'f'`)
    expect(await list()).toEqual([])
  })

  it('refuse unknown things, kinds and ids', async () => {
    for (const type of TYPES) {
      const unknown = await add(`${type}/99999999`)
      expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'NOT_FOUND'])
      expect(unknown.body).not.toMatch(/violates|constraint|insert|sql/i)
      for (const id of ['0', '-1', '1e30', 'abc'])
        expect((await add(`${type}/${id}`)).statusCode, `${type} ${id}`).toBe(400)
    }
    expect((await add(`playlist/${target.track}`)).statusCode).toBe(400)
    for (const query of ['?target_type=x', '?limit=0', '?limit=1001', '?after_id=0', '?user_id=abc'])
      expect((await server.send({ url: `/favorites/${query}`, token: admin })).statusCode, query).toBe(400)
  })

  it("are the token's, whatever user_id says", async () => {
    for (const reply of [
      await add(`track/${target.track}?user_id=${me}`, member),
      await remove(`track/${target.track}?user_id=${me}`, member),
      await server.send({ url: `/favorites/?user_id=${me}`, token: member }),
      await hide('POST', target.artist, member, `?user_id=${me}`),
      await hide('DELETE', target.artist, member, `?user_id=${me}`),
    ])
      expect([reply.statusCode, reply.json().error.code]).toEqual([403, 'FORBIDDEN'])
    expect([await list(), await list('', member)]).toEqual([[], []])
  })

  it('go with what they point to, and with their user', async () => {
    const artist = await addArtist(db, 'Passing')
    const album = await addAlbum(db, 'Passing', [artist])
    const track = await addTrack(db, 'Passing', [artist], { albumId: album })
    for (const path of [`artist/${artist}`, `album/${album}`, `track/${track}`]) await add(path)
    await hide('POST', artist)
    await db.execute(sql`delete from albums where id = ${album}`)
    expect((await list()).map((row) => row.target_type)).toEqual(['artist'])
    await db.execute(sql`delete from artists where id = ${artist}`)
    expect(await list()).toEqual([])
    expect(await db.$count(sql`hidden_artists`)).toBe(0)
    const leaving = await server.member(admin, 'leaving')
    await add(`track/${target.track}`, leaving)
    await hide('POST', target.artist, leaving)
    await db.execute(sql`delete from users where email = 'leaving@example.org'`)
    expect([await db.$count(sql`favorites`), await db.$count(sql`hidden_artists`)]).toEqual([0, 0])
  })
})

describe('hidden artists', () => {
  it('the documented row, twice the same, and back again', async () => {
    const reply = await hide('POST', target.artist)
    expect(hidden.strict().safeParse(reply.json()).success).toBe(true)
    expect(reply.json()).toEqual({
      message: 'Artist hidden',
      hidden: {
        ...{ id: expect.any(Number), user_id: me, artist_id: target.artist },
        created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    })
    expect((await hide('POST', target.artist)).json()).toEqual(reply.json())
    const listed = await server.send({ url: '/artists/hidden', token: admin })
    expect(listed.json().items).toMatchObject([{ id: target.artist, name: 'Kept Artist' }])
    expect((await hide('DELETE', target.artist)).json()).toEqual({ message: 'Artist unhidden' })
    const again = await hide('DELETE', target.artist)
    expect([again.statusCode, again.json().error.details]).toEqual([404, 'Hidden artist entry not found'])
  })

  it('refuses unknown artists and bad ids', async () => {
    expect((await hide('POST', 99_999_999)).statusCode).toBe(404)
    for (const id of ['0', '-1', 'abc', '1e30']) expect((await hide('POST', id)).statusCode, id).toBe(400)
  })
})

it('nobody without an account', async () => {
  for (const [method, url] of [
    ['GET', '/favorites/'],
    ['POST', `/favorites/track/${target.track}`],
    ['DELETE', `/favorites/track/${target.track}`],
    ['GET', '/artists/hidden'],
    ['POST', `/artists/id/${target.artist}/hide`],
    ['DELETE', `/artists/id/${target.artist}/hide`],
  ] as const) {
    expect((await server.send({ method, url })).statusCode, `${method} ${url}`).toBe(401)
    expect((await server.send({ method, url: `${url}?token=${admin}` })).statusCode, `${method} ${url}`).toBe(401)
  }
})
