import { mkdir, readdir, rm, symlink, watch, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { type LibraryFile, writeLibrary } from '../../support/audio/library.ts'
import { addFolder, createMusicDir, scanAll } from '../../support/library.ts'

let server: TestServer
let db: Db
let music: Awaited<ReturnType<typeof createMusicDir>>
let admin: string
/** Album ids by title. */
const albums = new Map<string, number>()

const picture = (width: number, height: number, format: 'jpeg' | 'png' | 'webp' | 'gif' = 'jpeg') =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 10 } } })
    .toFormat(format)
    .toBuffer()
const song = (album: string, artist = 'Painter', cover?: Buffer): LibraryFile => ({
  path: `${album === '..' ? 'dots' : album.replaceAll('/', '_')}/song.mp3`,
  format: 'mp3',
  tags: { title: `Of ${album}`, artists: [artist], albumArtist: artist, album, ...(cover && { cover }) },
  salt: album,
})

/** A PNG that claims 60 000 x 60 000 pixels and holds next to nothing. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    crc.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, crc])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(60_000, 0)
  header.writeUInt32BE(60_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const magic = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c63000000010001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300"/></svg>',
)

beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  db = server.context.db
  admin = await server.admin()
  music = await createMusicDir()
  const big = await picture(2000, 1500)
  const outside = path.join(server.dir, 'outside.jpg')
  await writeFile(outside, big)
  const damaged = big.subarray(0, big.length >> 1)
  // Stray bytes before the tables: decoders warn of them and go on.
  const tables = big.indexOf(Buffer.of(0xff, 0xdb))
  const scratched = Buffer.concat([big.subarray(0, tables), Buffer.of(0, 0, 0), big.subarray(tables)])
  await writeLibrary(music.dir, [
    ...[
      song('Big', 'Painter', big),
      song('Small', 'Sketcher', await picture(90, 90, 'png')),
      song('Wide', 'Painter', await picture(1600, 200)),
    ],
    ...[
      song('Without', 'Poet'),
      song('Half', 'Poet', damaged),
      song('Scratched', 'Painter', scratched),
      song('Text', 'Poet', Buffer.from('no picture at all')),
    ],
    ...[
      song('Bomb', 'Poet', bomb()),
      song('Vector', 'Poet', SVG),
      song('Sidecar', 'Poet'),
      song('Linked', 'Poet'),
      song('Bad beside', 'Painter', big),
    ],
    ...[
      song('..', '../..', await picture(300, 300)),
      song('/etc/passwd', '.', await picture(310, 310)),
      song('Gif', 'CON', await picture(64, 64, 'gif')),
    ],
  ])
  await writeFile(music.at('Sidecar/cover.webp'), await picture(400, 400, 'webp'))
  await writeFile(music.at('Sidecar/Folder.JPG'), 'not this one')
  await writeFile(music.at('Bad beside/cover.jpg'), SVG)
  await symlink(outside, music.at('Linked/cover.jpg'))
  await addFolder(server, admin, music.dir)
  const scan = await scanAll(server, admin)
  // The link is told, and the song beside it is there.
  expect(scan).toMatchObject({ state: 'done', added: 15, failed: 1, errors: [{ file: 'Linked/cover.jpg' }] })
  for (const album of (await server.send({ url: '/albums/?limit=100', token: admin })).json().items)
    albums.set(album.name, album.id)
})
afterAll(async () => {
  await server.close()
  await music.remove()
})

const get = (url: string, headers = {}) => server.send({ url, token: admin, headers })
const image = (album: string, query = '', headers = {}) =>
  get(`/images/entity/album/${albums.get(album)}${query}`, headers)
async function dimensions(album: string, query = '') {
  const reply = await image(album, query)
  if (reply.statusCode !== 200) throw new Error(`${album}: ${reply.body}`)
  const { width, height, format } = await sharp(reply.rawPayload).metadata()
  expect([reply.headers['content-type'], format]).toEqual(['image/webp', 'webp'])
  return [width, height]
}

describe('sizes', () => {
  it('are the next of 128, 256, 512 and 1024, 512 by default', async () => {
    const found = new Map<number, unknown>()
    for (const size of [32, 100, 128, 129, 256, 300, 512, 513, 1024])
      found.set(size, await dimensions('Big', `?size=${size}`))
    const square = (n: number) => [n, n]
    expect([...found.values()]).toEqual([128, 128, 128, 256, 256, 512, 512, 1024, 1024].map(square))
    expect(await dimensions('Big')).toEqual(square(512))
  })

  it('never grow a picture', async () => {
    expect(await dimensions('Small', '?size=1024')).toEqual([90, 90])
    expect(await dimensions('Small', '?size=64')).toEqual([90, 90])
    const [width = 0, height = 0] = await dimensions('Wide', '?size=1024')
    expect(width).toBeLessThanOrEqual(1024)
    expect(height).toBeLessThanOrEqual(200)
  })

  it('out of range are refused', async () => {
    for (const size of ['0', '31', '1025', '100000', '1e9', '-1', 'abc', '12.5', '']) {
      const reply = await image('Big', `?size=${size}`)
      expect([reply.statusCode, reply.json().error.code], size).toEqual([400, 'INVALID_PARAMETER'])
    }
  })
})

describe('covers that are none', () => {
  it.each(['Without', 'Half', 'Text', 'Bomb', 'Vector', 'Linked'])(
    '%s: no image, 404, and the album says so',
    async (name) => {
      const reply = await image(name)
      expect([reply.statusCode, reply.json().error.code]).toEqual([404, 'NOT_FOUND'])
      const album = (await get(`/albums/id/${albums.get(name)}`)).json()
      expect([album.images, album.cover_color]).toEqual([[], null])
    },
  )

  it('the picture beside the files comes first, unless it cannot be used', async () => {
    expect(await dimensions('Sidecar', '?size=1024')).toEqual([400, 400])
    expect(await dimensions('Bad beside', '?size=1024')).toEqual([1024, 1024])
    expect(await dimensions('Gif')).toEqual([64, 64])
    expect(await dimensions('Scratched', '?size=256')).toEqual([256, 256])
  })

  it('a stored picture that broke later is not found, and the server goes on', async () => {
    const [row] = (await db.execute<{ file: string }>(sql`select cover_file as file from albums where name = 'Gif'`))
      .rows
    const file = path.join(server.config.storageDir, 'images', row!.file)
    await writeFile(file, 'broken')
    await rm(path.join(server.config.cacheDir, 'images'), { recursive: true })
    expect((await image('Gif')).statusCode).toBe(404)
    await rm(file)
    expect((await image('Gif')).statusCode).toBe(404)
    // What is gone is looked for again by the next scan.
    const { rows } = await db.execute(sql`select cover_state, cover_file from albums where name = 'Gif'`)
    expect(rows).toEqual([{ cover_state: 'pending', cover_file: null }])
    expect((await image('Big')).statusCode).toBe(200)
  })
})

describe('where pictures are kept', () => {
  it('in readable folders that no name leads out of', async () => {
    const dir = path.join(server.config.storageDir, 'images')
    const kept = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    const files = kept.map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    expect(files.filter((file) => file.split(path.sep).length !== 3)).toEqual([])
    expect(files.find((file) => file.startsWith(path.join('Painter', 'Big')))).toBeDefined()
    for (const name of ['..', '/etc/passwd']) expect((await image(name)).statusCode, name).toBe(200)
    const rows = await db.execute<{ file: string }>(
      sql`select cover_file as file from albums where cover_file is not null`,
    )
    for (const { file } of rows.rows) {
      const inside = path.resolve(dir, file)
      expect(inside.startsWith(dir + path.sep), file).toBe(true)
      expect(
        file.split('/').some((part) => part.startsWith('.')),
        file,
      ).toBe(false)
    }
    // The storage holds what belongs there and no more.
    expect((await readdir(server.config.storageDir)).sort()).toEqual(['images', 'secrets'])
  })
})

describe('the address of a picture', () => {
  it('works for albums, tracks and artists', async () => {
    const album = (await get(`/albums/id/${albums.get('Big')}`)).json()
    const same = await image('Big')
    for (const url of [`track/${album.tracks[0].id}`]) {
      const reply = await get(`/images/entity/${url}`)
      expect([reply.statusCode, reply.headers.etag]).toEqual([200, same.headers.etag])
    }
    expect((await get(`/images/entity/artist/${album.artist_id}`)).statusCode).toBe(200)
    const poet = (await get('/artists/?search=sketcher')).json().items[0]
    expect((await get(`${poet.images[0].url}&size=128`)).statusCode).toBe(200)
  })

  it('refuses unknown kinds and ids', async () => {
    for (const url of ['playlist/1', 'album/0', 'album/-1', 'album/abc', 'album/1e30', '..%2Falbum/1'])
      expect((await get(`/images/entity/${url}`)).statusCode, url).toBe(400)
    for (const url of ['album/99999999', 'track/99999999', 'artist/99999999'])
      expect((await get(`/images/entity/${url}`)).json().error.code, url).toBe('NOT_FOUND')
  })

  it('takes a token in the address and nobody without one', async () => {
    const url = `/images/entity/album/${albums.get('Big')}?size=128`
    expect((await server.send({ url })).statusCode).toBe(401)
    expect((await server.send({ url: `${url}&token=nonsense` })).statusCode).toBe(401)
    expect((await server.send({ url: `${url}&token=${admin}` })).statusCode).toBe(200)
  })

  it('is kept for ever only when it names the picture, and answers 304', async () => {
    const [{ url }] = (await get(`/albums/id/${albums.get('Big')}`)).json().images
    const named = await get(url)
    expect(named.headers['cache-control']).toBe('private, max-age=31536000, immutable')
    for (const query of ['', '?v=', '?v=0', '?v=00000000', '?v=x'])
      expect((await image('Big', query)).headers['cache-control'], query).toBe('private, max-age=86400')
    const etag = String(named.headers.etag)
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await get(url, { 'if-none-match': tag })
      expect([again.statusCode, again.rawPayload.length], tag).toEqual([304, 0])
    }
    expect((await image('Big', '?size=128', { 'if-none-match': etag })).statusCode).toBe(200)
  })

  it('many who ask at once for a size that is not there make it once', async () => {
    const [row] = (await db.execute<{ hash: string }>(sql`select cover_hash as hash from albums where name = 'Big'`))
      .rows
    const dir = path.join(server.config.cacheDir, 'images', row!.hash.slice(0, 2))
    await rm(dir, { recursive: true, force: true })
    await mkdir(dir, { recursive: true })
    const seen = new Set<string>()
    const watcher = watch(dir)
    const watching = (async () => {
      for await (const { filename } of watcher) {
        if (filename === 'end') return
        if (filename) seen.add(filename)
      }
    })()
    const replies = await Promise.all(Array.from({ length: 30 }, () => image('Big', '?size=1024')))
    await writeFile(path.join(dir, 'end'), '')
    await watching
    expect(new Set(replies.map((reply) => reply.statusCode))).toEqual(new Set([200]))
    expect(new Set(replies.map((reply) => reply.rawPayload.toString('base64'))).size).toBe(1)
    expect([...seen].filter((name) => name.endsWith('.tmp'))).toHaveLength(1)
    expect((await readdir(dir)).sort()).toEqual([`${row!.hash}-1024.webp`, 'end'].sort())
  })
})
