import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addAlbum, addArtist, addGenre, addMany, addTrack, walk } from './seed.ts'

const MANY = 260
let server: TestServer
let db: Db
let admin: string
let member: string

beforeAll(async () => {
  server = await startTestServer()
  db = server.context.db
  admin = await server.admin()
  member = await server.member(admin)
  await addMany(db, MANY)
})
afterAll(() => server.close())

const send = (url: string, token = admin) => server.send({ url, token })
const get = async (url: string, token = admin) => {
  const reply = await send(url, token)
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return reply.json()
}
const names = async (url: string, token = admin): Promise<string[]> =>
  (await get(url, token)).items.map((row: { name: string }) => row.name)
const idsOf = async (query: ReturnType<typeof sql>) =>
  (await db.execute<{ id: string }>(query)).rows.map((row) => Number(row.id))
const forged = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')

describe('lists, page by page', () => {
  const orders: [string, ReturnType<typeof sql>][] = [
    ['/artists/?order=pop-desc', sql`select id from artists order by popularity desc, id`],
    ['/artists/?order=pop-asc', sql`select id from artists order by popularity, id desc`],
    ['/artists/?order=name-asc', sql`select id from artists order by sort_name, id`],
    ['/artists/?order=recent', sql`select id from artists order by created_at desc, id`],
    ['/albums/?order=name-asc', sql`select id from albums order by sort_name, id`],
    ['/albums/?order=artist-asc', sql`select id from albums order by artist_line, id`],
    ['/albums/?order=date-desc', sql`select id from albums order by release_date desc, id`],
    ['/albums/?order=recent', sql`select id from albums order by created_at desc, id`],
    ['/tracks/', sql`select id from tracks order by id`],
  ]
  const page = (url: string) => `${url}${url.includes('?') ? '&' : '?'}limit=37`

  it.each(orders)('%s shows every row once, in order, also of equal keys', async (url, expected) => {
    const { ids, pages } = await walk(server, admin, page(url))
    expect(ids).toEqual(await idsOf(expected))
    expect(ids.length).toBeGreaterThanOrEqual(MANY)
    expect(pages).toBe(Math.ceil(ids.length / 37))
    expect((await get(page(url))).total).toBe(ids.length)
  })

  it.each(orders)('%s skips and repeats nothing while rows come in between pages', async (url, expected) => {
    const before = await idsOf(expected)
    const added: number[] = []
    const { ids } = await walk(server, admin, page(url), async (n) => {
      // One before the reader, one after, one of the same keys as many others.
      const artist = await addArtist(db, `0 ${n}`, { identity: crypto.randomUUID(), popularity: 100 })
      added.push(artist, await addArtist(db, `Many ${n}`, { identity: crypto.randomUUID(), popularity: n % 7 }))
      const album = await addAlbum(db, `0 ${n}`, [artist], { releaseDate: '2030', artistLine: '0' })
      await addAlbum(db, 'Record 7', [artist], { releaseDate: '1995', artistLine: 'Many 3' })
      await addTrack(db, `0 ${n}`, [artist], { albumId: album })
    })
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => before.includes(id))).toEqual(before)
    await db.execute(sql`delete from tracks where name like '0 %'`)
    await db.execute(
      sql`delete from albums where id in (select album_id from album_artists where artist_id = any(${sql.param(added)}::bigint[]))`,
    )
    await db.execute(sql`delete from artists where id = any(${sql.param(added)}::bigint[])`)
  })

  it('gives a first page and not a whole table when no limit is asked for', async () => {
    expect((await get('/artists/')).items).toHaveLength(20)
    expect((await get('/albums/')).items).toHaveLength(50)
    expect((await get('/tracks/')).items).toHaveLength(100)
    expect((await get('/tracks/overview')).items).toHaveLength(200)
    expect((await get('/tracks/recently-added')).items).toHaveLength(10)
  })

  it('refuses forged and damaged cursors', async () => {
    const byOrder: Record<string, string[]> = {
      '/artists/?order=pop-desc': [forged('abc', 1), forged(1e30, 1), forged(2147483648, 1), forged(1.5, 1)],
      '/artists/?order=name-asc': [forged(5, 1), forged('a'.repeat(3001), 1)],
      '/artists/?order=recent': [forged('soon', 1), forged('0000-01-01T00:00:00.000Z', 1), forged(0, 1)],
      '/artists/?order=favorites': [forged('abc', 1), forged(-1, 1)],
      '/albums/?order=date-desc': [forged(1999, 1)],
      '/albums/?order=recent': [forged('99999-01-01T00:00:00.000Z', 1)],
      '/tracks/?limit=5': [forged('1'), forged(1, 2), forged(-4), forged(1e30), forged(Number.NaN)],
    }
    for (const [url, special] of Object.entries(byOrder)) {
      const general = ['%00', 'x', 'null', forged(), forged(null, 1), forged('a'), forged({}, 1), forged([1], 1)]
      for (const cursor of [...general, forged('a', '1'), forged('a', 1e300), 'A'.repeat(5000), '', ...special]) {
        const reply = await send(`${url}&cursor=${cursor}`)
        expect([reply.statusCode, reply.json().error?.code], `${url} ${cursor}`).toEqual([400, 'INVALID_PARAMETER'])
      }
    }
  })

  it('takes its own cursor for the longest name that a tag may hold', async () => {
    const added = await Promise.all(
      [1, 2, 3].map((n) => addArtist(db, `${'ž漢'.repeat(249)} ${n}`, { popularity: 1000 })),
    )
    expect((await walk(server, admin, '/artists/?order=name-asc&limit=1&search=漢')).ids).toEqual(added)
    await db.execute(sql`delete from artists where popularity = 1000`)
  })

  it('refuses limits and offsets out of range', async () => {
    for (const list of ['/artists/', '/albums/', '/tracks/', '/tracks/overview', '/tracks/recently-added']) {
      for (const limit of ['0', '1001', '-1', 'abc', '1.5', '', '1e30', '1&limit=2']) {
        const reply = await send(`${list}?limit=${limit}`)
        expect([reply.statusCode, reply.json().error.code], `${list} ${limit}`).toEqual([400, 'INVALID_PARAMETER'])
      }
    }
    for (const query of ['offset=-1', 'offset=1e12', 'order=best', 'order=name-asc;drop', `search=${'a'.repeat(201)}`])
      expect((await send(`/artists/?${query}`)).statusCode, query).toBe(400)
  })

  it('artists: an offset goes on where the page before ended, for every order', async () => {
    for (const order of ['pop-desc', 'pop-asc', 'name-asc', 'recent']) {
      const ids = async (query: string) =>
        (await get(`/artists/?order=${order}&${query}`)).items.map((row: { id: number }) => row.id)
      expect(await ids('limit=10&offset=5')).toEqual((await ids('limit=15')).slice(5))
    }
  })
})

describe('finding', () => {
  beforeAll(async () => {
    for (const name of [
      'Björk Guðmundsdóttir',
      'Sigur Rós',
      'AC/DC',
      '100% Proof',
      'snake_case',
      'The Ärzte',
      '!!!',
      '%',
    ])
      await addArtist(db, name)
    const [bjork, proof] = await idsOf(
      sql`select id from artists where name in ('Björk Guðmundsdóttir', '100% Proof') order by id`,
    )
    const album = await addAlbum(db, 'Vespertine Nights', [bjork!])
    const jazz = await addTrack(db, 'Cocoon', [bjork!], { albumId: album })
    const gogo = await addTrack(db, 'Chuck', [proof!])
    await addGenre(db, 'Trip-Hop', [jazz])
    await addGenre(db, 'Go-Go', [gogo])
  })
  afterAll(async () => {
    await db.execute(sql`delete from tracks where name in ('Cocoon', 'Chuck')`)
    await db.execute(sql`delete from albums where name = 'Vespertine Nights'`)
    await db.execute(sql`delete from artists where sort_name not like 'many %'`)
  })
  const artists = (query: string) => names(`/artists/?order=name-asc&${query}`)

  it('artists by any word, without accents, in any order and case', async () => {
    for (const query of ['bjork', 'BJÖRK', 'gudmundsdottir bjork', 'Björk  Guðm', 'jork'])
      expect(await artists(`search=${encodeURIComponent(query)}`), query).toEqual(['Björk Guðmundsdóttir'])
    expect(await artists('search=sigur+bjork')).toEqual([])
    expect(await artists('search=acdc')).toEqual([])
    expect(await artists('search=dc+ac')).toEqual(['AC/DC'])
  })

  it('takes signs for signs: wildcards and SQL find only themselves', async () => {
    expect(await artists('search=%25')).toEqual(['%'])
    expect(await artists('search=_')).toEqual([])
    expect(await artists(`search=${encodeURIComponent('\\')}`)).toEqual([])
    expect(await artists(`search=${encodeURIComponent('%_%')}`)).toEqual([])
    expect(await artists('search=!!!')).toEqual(['!!!'])
    for (const attack of ["'; drop table artists; --", "' or 'x'='x", '1) or x=x', '$x', "E'\\x27"]) {
      expect(await artists(`search=${encodeURIComponent(attack)}`), attack).toEqual([])
      expect(await names(`/albums/?search=${encodeURIComponent(attack)}`), attack).toEqual([])
      const table = await get(`/tracks/overview?search=${encodeURIComponent(attack)}`)
      expect([table.items, table.filtered_total], attack).toEqual([[], 0])
    }
    expect((await send('/artists/?search=a%00b')).statusCode).toBeLessThan(500)
    expect((await get('/artists/')).total).toBe(MANY + 8)
  })

  it('albums by title, artist, or a word of each', async () => {
    for (const query of ['vespertine', 'nights vesp', 'björk', 'bjork nights', 'guðmundsdóttir vespertine'])
      expect(await names(`/albums/?search=${encodeURIComponent(query)}`), query).toEqual(['Vespertine Nights'])
    expect(await names('/albums/?search=bjork+days')).toEqual([])
    expect(await names('/albums/?search=%25')).toEqual([])
    expect((await get('/albums/?search=vespertine')).total).toBe(1)
  })

  it('by genre, in any spelling, also one that repeats a word', async () => {
    for (const genre of ['trip-hop', 'Trip Hop', 'TRIP HOP'])
      expect(await artists(`genre=${encodeURIComponent(genre)}`), genre).toEqual(['Björk Guðmundsdóttir'])
    expect(await artists('genre=go-go')).toEqual(['100% Proof'])
    expect(await names('/albums/?genre=trip+hop')).toEqual(['Vespertine Nights'])
    expect(await artists('genre=trip')).toEqual([])
    expect(await artists('genre=%25')).toEqual([])
    expect((await get('/artists/?genre=trip+hop')).total).toBe(1)
    expect(await artists('genre=trip+hop&search=sigur')).toEqual([])
    expect((await get('/genres')).items).toEqual([
      { name: 'Go-Go', artist_count: 1 },
      { name: 'Trip-Hop', artist_count: 1 },
    ])
  })

  it('jumps to a letter and goes on to the end; the total stays that of the list', async () => {
    const all = await walk(server, admin, '/artists/?order=name-asc&limit=50')
    const from = await walk(server, admin, '/artists/?order=name-asc&limit=50&from=S')
    expect(await artists('from=S&limit=2')).toEqual(['Sigur Rós', 'snake_case'])
    expect(from.ids).toEqual(all.ids.slice(-2))
    expect((await get('/artists/?order=name-asc&from=S')).total).toBe(all.ids.length)
    // A leading article does not count, an accent neither.
    expect((await artists('from=%C3%84R&limit=1'))[0]).toBe('The Ärzte')
    expect(await artists('from=zzzz')).toEqual([])
    expect((await names('/albums/?from=v&limit=1'))[0]).toBe('Vespertine Nights')
  })
})

describe('favourites first', () => {
  it('lists kept artists newest first, with cursor and offset, and only mine', async () => {
    const some = await idsOf(sql`select id from artists order by id limit 25`)
    for (const id of some) await server.send({ method: 'POST', url: `/favorites/artist/${id}`, token: admin })
    const newestFirst = [...some].reverse()
    expect((await walk(server, admin, '/artists/?order=favorites&limit=4')).ids).toEqual(newestFirst)
    const page = await get('/artists/?order=favorites&limit=4&offset=20')
    expect(page.items.map((row: { id: number }) => row.id)).toEqual(newestFirst.slice(20, 24))
    expect(page.total).toBe(25)
    expect(page.items.every((row: { is_favorite: boolean }) => row.is_favorite)).toBe(true)
    expect(await get('/artists/?order=favorites', member)).toEqual({ items: [], total: 0, next_cursor: null })
    // Somebody lets one go and keeps another between two pages.
    const first = await get('/artists/?order=favorites&limit=5')
    await server.send({ method: 'DELETE', url: `/favorites/artist/${newestFirst[4]}`, token: admin })
    const [other] = await idsOf(sql`select id from artists order by id desc limit 1`)
    await server.send({ method: 'POST', url: `/favorites/artist/${other}`, token: admin })
    const second = await get(`/artists/?order=favorites&limit=5&cursor=${first.next_cursor}`)
    expect(second.items.map((row: { id: number }) => row.id)).toEqual(newestFirst.slice(5, 10))
    await db.execute(sql`delete from favorites`)
  })
})

describe('who may see what', () => {
  const routes = [
    ...['/artists/', '/artists/id/1', '/artists/id/1/discography', '/artists/hidden', '/genres', '/albums/'],
    ...['/albums/id/1', '/tracks/', '/tracks/id/1', '/tracks/overview', '/tracks/recently-added', '/tracks/1/stream'],
  ]

  it('nobody who is not signed in', async () => {
    for (const url of routes) {
      for (const [name, headers] of Object.entries({ none: {}, bad: { authorization: 'Bearer nonsense' } })) {
        const reply = await server.send({ url, headers })
        expect(reply.statusCode, `${url} ${name}`).toBe(401)
        expect(reply.headers['www-authenticate']).toBe('Bearer')
      }
      if (!url.endsWith('/stream'))
        expect((await server.send({ url: `${url}?token=${admin}` })).statusCode, url).toBe(401)
    }
  })

  it("no other user's list", async () => {
    const me = (await get('/auth/me')).id
    expect((await send(`/artists/?user_id=${me}`)).statusCode).toBe(200)
    for (const id of [me + 1, 999_999]) {
      const reply = await send(`/artists/?user_id=${id}`)
      expect([reply.statusCode, reply.json().error.code]).toEqual([403, 'FORBIDDEN'])
    }
    expect((await send('/artists/?user_id=0')).statusCode).toBe(400)
  })

  it('bad ids are refused, unknown ones are not found', async () => {
    for (const route of [
      '/artists/id/%',
      '/artists/id/%/discography',
      '/albums/id/%',
      '/tracks/id/%',
      '/tracks/%/stream',
    ]) {
      for (const id of ['0', '-1', '1e30', 'abc', '1.5', '%00', "1'--", '9'.repeat(40)]) {
        const reply = await send(route.replace('%', id))
        expect([reply.statusCode, reply.json().error.code], route + id).toEqual([400, 'INVALID_PARAMETER'])
      }
      for (const id of ['99999999', String(Number.MAX_SAFE_INTEGER)]) {
        const reply = await send(route.replace('%', id))
        expect([reply.statusCode, reply.json().error.code], route + id).toEqual([404, 'NOT_FOUND'])
      }
    }
  })
})

describe('tracks by their ids', () => {
  const idsIn = async (ids: string, token = admin) =>
    (await get(`/tracks/?ids=${ids}`, token)).items.map((row: { id: number }) => row.id)

  it('come in the order that was asked for, each once, without unknown and hidden ones', async () => {
    const artist = await addArtist(db, 'Asked For')
    const ghost = await addArtist(db, 'Asked For Ghost')
    const [a, b, c] = [
      await addTrack(db, 'First', [artist]),
      await addTrack(db, 'Second', [artist]),
      await addTrack(db, 'Third', [ghost]),
    ]
    await server.send({ method: 'POST', url: `/artists/id/${ghost}/hide`, token: admin })
    expect(await idsIn(`${b},${c},${a},${b},999999999`)).toEqual([b, a])
    expect(await idsIn(`${b},%20${c}`, member)).toEqual([b, c])
    const reply = await get(`/tracks/?limit=1&ids=${a},${b}`)
    expect(reply).toMatchObject({ total: 2, next_cursor: null, items: [{ name: 'First' }, { name: 'Second' }] })
    expect((await get('/tracks/?ids=999999999')).items).toEqual([])
    await db.execute(sql`delete from tracks where id in (${a}, ${b}, ${c})`)
    await db.execute(sql`delete from artists where id in (${artist}, ${ghost})`)
  })

  it('are at most 100 numbers', async () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1).join(',')
    expect((await send(`/tracks/?ids=${numbers(100)}`)).statusCode).toBe(200)
    for (const ids of [numbers(101), '', '1,', '0', '-1', 'x', '1;2', '1.5'])
      expect((await send(`/tracks/?ids=${ids}`)).statusCode, ids).toBe(400)
  })
})

describe('a hidden artist', () => {
  it('vanishes for the one who hides it, everywhere, and comes back', async () => {
    const ghost = await addArtist(db, 'Ghost Quartet', { popularity: 900 })
    const friend = await addArtist(db, 'Living Friend', { popularity: 899 })
    const own = await addAlbum(db, 'Haunted', [ghost])
    const sampler = await addAlbum(db, 'Sampler', [friend])
    const alone = await addTrack(db, 'Haunted House', [ghost], { albumId: own, createdAt: new Date() })
    const guest = await addTrack(db, 'Haunted Guest', [ghost], { albumId: sampler, createdAt: new Date() })
    const visible = await addTrack(db, 'Daylight', [friend], { albumId: sampler, createdAt: new Date() })
    for (const token of [admin, member]) {
      for (const id of [alone, guest, visible]) await server.send({ method: 'POST', url: `/tracks/play/${id}`, token })
    }

    /** What one user sees of the three tracks, two albums and two artists in each list. */
    async function seen(token: string) {
      const ids = async (url: string, key = 'id') =>
        (await get(url, token)).items.map((row: Record<string, number>) => row[key])
      const mine = (found: number[], of: number[]) => of.filter((id) => found.includes(id))
      const tracks = [alone, guest, visible]
      const status = async (url: string) => (await send(url, token)).statusCode
      const all = await walk(server, token, '/tracks/?limit=500')
      return {
        artists: mine(await ids('/artists/?limit=2'), [ghost, friend]),
        search: mine(await ids('/artists/?search=ghost'), [ghost]),
        albums: mine((await walk(server, token, '/albums/?limit=500')).ids, [own, sampler]),
        tracks: mine(all.ids, tracks),
        overview: mine(await ids('/tracks/overview?search=haunted', 'track_id'), tracks),
        added: mine(await ids('/tracks/recently-added?limit=50', 'track_id'), tracks),
        recent: mine(await ids('/tracks/recent-plays', 'track_id'), tracks),
        most: mine(await ids('/tracks/most-played', 'track_id'), tracks),
        sampler: (await get(`/albums/id/${sampler}`, token)).tracks.map((row: { id: number }) => row.id),
        discography: (await get(`/artists/id/${friend}/discography`, token)).albums.flatMap(
          (album: { tracks: { id: number }[] }) => album.tracks.map((row) => row.id),
        ),
        statuses: await Promise.all([
          status(`/artists/id/${ghost}`),
          status(`/artists/id/${ghost}/discography`),
          status(`/albums/id/${own}`),
          status(`/tracks/id/${guest}`),
        ]),
        total: (await get('/tracks/overview?limit=1', token)).summary.total === all.ids.length,
      }
    }
    const everything = {
      artists: [ghost, friend],
      search: [ghost],
      albums: [own, sampler],
      tracks: [alone, guest, visible],
      overview: [alone, guest],
      added: [alone, guest, visible],
      recent: [alone, guest, visible],
      most: [alone, guest, visible],
      sampler: [guest, visible],
      discography: [guest, visible],
      statuses: [200, 200, 200, 200],
      total: true,
    }
    expect(await seen(admin)).toEqual(everything)

    expect((await server.send({ method: 'POST', url: `/artists/id/${ghost}/hide`, token: admin })).statusCode).toBe(200)
    expect(await seen(admin)).toEqual({
      artists: [friend],
      search: [],
      albums: [sampler],
      tracks: [visible],
      overview: [],
      added: [visible],
      recent: [visible],
      most: [visible],
      sampler: [visible],
      discography: [visible],
      statuses: [404, 404, 404, 404],
      total: true,
    })
    expect((await server.send({ method: 'POST', url: `/tracks/play/${guest}`, token: admin })).statusCode).toBe(404)
    expect(await names('/artists/hidden')).toEqual(['Ghost Quartet'])
    expect(await names('/artists/hidden', member)).toEqual([])
    expect(await seen(member)).toEqual(everything)

    await server.send({ method: 'DELETE', url: `/artists/id/${ghost}/hide`, token: admin })
    expect(await seen(admin)).toEqual(everything)
    await db.execute(sql`delete from tracks where id in (${alone}, ${guest}, ${visible})`)
    await db.execute(sql`delete from albums where id in (${own}, ${sampler})`)
    await db.execute(sql`delete from artists where id in (${ghost}, ${friend})`)
  })

  it('leaves full pages behind: what is hidden is not counted against a limit', async () => {
    const [first, ...others] = await idsOf(sql`select id from artists order by popularity desc, id limit 11`)
    await server.send({ method: 'POST', url: `/artists/id/${first}/hide`, token: admin })
    const page = await get('/artists/?limit=10')
    expect(page.items.map((row: { id: number }) => row.id)).toEqual(others)
    expect(page.total).toBe(MANY - 1)
    await db.execute(sql`delete from hidden_artists`)
  })
})

describe('conditional requests for artists', () => {
  const ask = (headers: Record<string, string> = {}, token = admin) =>
    server.send({ url: '/artists/?limit=5', token, headers })

  it('answers 304 to who has the page, and the page again when anything in it changed', async () => {
    const first = await ask()
    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^W\/"[\w-]{20,}"$/)
    expect(first.headers['cache-control']).toBe('private, max-age=0, must-revalidate')
    const vary = String(first.headers.vary).toLowerCase().split(/, ?/)
    expect(vary).toEqual(expect.arrayContaining(['authorization', 'cookie', 'accept-encoding', 'accept']))
    expect(new Set(vary).size).toBe(vary.length)
    const [{ at }] = (await db.execute<{ at: Date }>(sql`select max(updated_at) at from artists`)).rows as [
      { at: Date },
    ]
    expect(first.headers['last-modified']).toBe(new Date(at).toUTCString())

    for (const tag of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
      const again = await ask({ 'if-none-match': tag })
      expect([again.statusCode, again.body, again.headers.etag], tag).toEqual([304, '', etag])
      expect(again.headers['cache-control']).toBe(first.headers['cache-control'])
    }
    const other = await ask({ 'if-none-match': 'W/"other"' })
    expect([other.statusCode, other.body]).toEqual([200, first.body])

    const [{ id }] = first.json().items
    await server.send({ method: 'POST', url: `/favorites/artist/${id}`, token: admin })
    const marked = await ask({ 'if-none-match': etag, 'if-modified-since': String(first.headers['last-modified']) })
    expect(marked.statusCode).toBe(200)
    expect(marked.headers.etag).not.toBe(etag)
    // A favourite has no time of its own in the rows: the time alone must not claim that nothing changed.
    expect((await ask({ 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() })).statusCode).toBe(200)
    await server.send({ method: 'DELETE', url: `/favorites/artist/${id}`, token: admin })
    expect((await ask({ 'if-none-match': etag })).statusCode).toBe(304)
  })

  it('is per viewer, and quiet about errors and empty lists', async () => {
    const empty = await server.send({ url: '/artists/?search=nobodyatall', token: member })
    expect(empty.headers['last-modified']).toBeUndefined()
    expect(empty.headers.etag).toBeDefined()
    const refused = await server.send({ url: '/artists/?limit=0', token: member, headers: { 'if-none-match': '*' } })
    expect([refused.statusCode, refused.headers.etag]).toEqual([400, undefined])
    expect((await server.send({ url: '/artists/', headers: { 'if-none-match': '*' } })).statusCode).toBe(401)
  })

  it('stays whole under compression', async () => {
    const packed = await server.send({
      url: '/artists/?limit=50',
      token: admin,
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(packed.headers['content-encoding']).toBe('gzip')
    const etag = String(packed.headers.etag)
    const again = await server.send({
      url: '/artists/?limit=50',
      token: admin,
      headers: { 'accept-encoding': 'gzip', 'if-none-match': etag },
    })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
  })
})
