import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { writeLibrary } from '../../support/audio/library.ts'
import { addFolder, createMusicDir, scanAll } from '../../support/library.ts'

let server: TestServer
let token: string
let music: Awaited<ReturnType<typeof createMusicDir>>
let folderId: number

beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  token = await server.admin()
})
afterAll(() => server.close())
beforeEach(async () => {
  music = await createMusicDir()
  folderId = await addFolder(server, token, music.dir)
})
afterEach(async () => {
  await server.context.jobs.settle()
  // What somebody kept outlives its folder: the next test wants an empty library.
  await server.context.db.execute(sql`delete from plays`)
  await server.context.db.execute(sql`delete from favorites`)
  await server.send({ method: 'DELETE', url: `/library/folders/${folderId}`, token })
  await music.remove()
})

const get = async (url: string) => (await server.send({ url, token })).json()
const tracks = async () =>
  (await get('/tracks/?limit=500')).items as {
    id: number
    name: string
    album_id: number | null
    stream_url: string | null
    file: { codec: string }
  }[]

describe('scanning real files', () => {
  it('reads every kind of audio with its tags and lists what cannot be read', async () => {
    await music.put({
      'A/1.mp3': 'cbr-id3v24.mp3',
      'A/2.mp3': 'vbr-id3v23.mp3',
      'A/3.flac': 'tagged.flac',
      'A/4.ogg': 'tagged.ogg',
      'A/5.opus': 'tagged.opus',
      'B/1.m4a': 'aac.m4a',
      'B/2.m4a': 'alac.m4a',
      'A/6.wav': 'tagged.wav',
      'A/7.aiff': 'tagged.aiff',
      'A/8.wma': 'tagged.wma',
      'broken/zero.mp3': 'zero-byte.mp3',
      'broken/cut.flac': 'truncated.flac',
      'broken/lying.mp3': 'lying.mp3',
      'broken/text.ogg': 'text.ogg',
      'broken/huge.mp3': 'huge-tag.mp3',
      'broken/cut.m4a': 'truncated.m4a',
      'broken/header.flac': 'header-only.flac',
      'broken/random.mp3': 'random.mp3',
      'notes.txt': 'text.ogg',
    })
    const scan = await scanAll(server, token)
    expect(scan).toMatchObject({
      state: 'done',
      files_total: 18,
      files_seen: 18,
      added: 10,
      updated: 0,
      unchanged: 0,
      moved: 0,
      missing: 0,
      failed: 8,
    })
    expect(scan.errors.map((error: { file: string }) => error.file).sort()).toEqual(
      ['cut.flac', 'cut.m4a', 'header.flac', 'huge.mp3', 'lying.mp3', 'random.mp3', 'text.ogg', 'zero.mp3'].map(
        (name) => `broken/${name}`,
      ),
    )
    for (const error of scan.errors) expect(error.reason).toMatch(/^[A-Z].{10,}/)
    expect(JSON.stringify(scan)).not.toContain(music.dir)

    const albums = (await get('/albums/')).items
    expect(albums.map((album: { name: string }) => album.name).sort()).toEqual(['Manzanas, Vol. 1', 'Ærø & Ñ'])
    const mixed = await get(`/albums/id/${albums.find((album: { name: string }) => album.name.startsWith('Æ')).id}`)
    expect(mixed).toMatchObject({
      artist_name: 'Zoë Ångström',
      musicbrainz_id: 'f1c70000-0000-4000-8000-000000000004',
      release_date: '2007',
    })
    expect(
      new Set(mixed.tracks.map((track: { file: { container: string } }) => track.file.container)).size,
    ).toBeGreaterThan(4)
    const niebla = mixed.tracks.find((track: { name: string }) => track.name === 'Canción de la niebla')
    expect(niebla).toMatchObject({
      disc_number: 1,
      track_number: 3,
      isrc: expect.stringMatching(/^XXANM26\d{5}$/),
      bpm: 100,
      genres: ['Folk', 'World'],
    })
    expect(niebla.artists.map((artist: { name: string; role: string }) => [artist.name, artist.role])).toEqual([
      ['Zoë Ångström', 'main'],
      ['林 小雨', 'featured'],
    ])
    expect(niebla.file.replay_gain.track_gain).toBeCloseTo(-3.25)
    const compilation = albums.find((album: { name: string }) => album.name.startsWith('Manz'))
    expect(compilation).toMatchObject({ is_compilation: true, artist_name: 'Various Artists' })
  })

  it('changes nothing the second time', async () => {
    await music.put({ 'A/1.mp3': 'cbr-id3v24.mp3', 'A/2.flac': 'tagged.flac', 'x/y.ogg': 'tagged.ogg' })
    await scanAll(server, token)
    const before = [await tracks(), await get('/albums/'), await get('/artists/')]
    expect(await scanAll(server, token)).toMatchObject({
      state: 'done',
      added: 0,
      updated: 0,
      unchanged: 3,
      moved: 0,
      missing: 0,
      failed: 0,
    })
    expect([await tracks(), await get('/albums/'), await get('/artists/')]).toEqual(before)
  })

  it('a moved file keeps its track with plays, ratings and favourites', async () => {
    await music.put({ 'old/1.mp3': 'e2e-tune.mp3', 'old/2.ogg': 'e2e-tune.ogg' })
    await scanAll(server, token)
    const [track] = await tracks()
    await server.send({ method: 'POST', url: `/tracks/play/${track?.id}`, token })
    await server.send({ method: 'POST', url: `/favorites/track/${track?.id}`, token })
    await mkdir(music.at('new/deeper'), { recursive: true })
    await rename(music.at('old/1.mp3'), music.at('new/deeper/renamed.mp3'))
    expect(await scanAll(server, token)).toMatchObject({ moved: 1, added: 0, missing: 0, unchanged: 1 })
    const played = (await get('/tracks/most-played')).items
    expect(played[0]).toMatchObject({
      track_id: track?.id,
      play_count: 1,
      is_favorite: true,
      local_file_path: 'new/deeper/renamed.mp3',
      local_file_exists: true,
    })
  })

  it('a copy is another file of the same track, and one of them may go', async () => {
    await music.put({ 'a/1.mp3': 'e2e-tune.mp3' })
    await scanAll(server, token)
    await music.put({ 'a/copy.mp3': 'e2e-tune.mp3' })
    expect(await scanAll(server, token)).toMatchObject({ added: 1, moved: 0, unchanged: 1 })
    expect(await tracks()).toHaveLength(1)
    await rm(music.at('a/1.mp3'))
    expect(await scanAll(server, token)).toMatchObject({ missing: 1, unchanged: 1 })
    expect((await tracks())[0]?.stream_url).not.toBeNull()
  })

  it('a vanished file is missing, not forgotten, and comes back', async () => {
    await music.put({ 'a/1.mp3': 'e2e-tune.mp3', 'a/2.ogg': 'e2e-tune.ogg' })
    await scanAll(server, token)
    await rename(music.at('a/1.mp3'), `${music.dir}.aside`)
    expect(await scanAll(server, token)).toMatchObject({ missing: 1, unchanged: 1 })
    expect((await get('/tracks/overview?filter=missingFile')).filtered_total).toBe(1)
    const gone = (await tracks()).find((track) => track.stream_url === null)
    expect((await server.send({ url: `/tracks/${gone?.id}/stream`, token })).json().error.code).toBe('FILE_OFFLINE')
    await rename(`${music.dir}.aside`, music.at('a/1.mp3'))
    expect(await scanAll(server, token)).toMatchObject({ missing: 0 })
    expect((await get('/tracks/overview?filter=missingFile')).filtered_total).toBe(0)
  })

  it('a folder that is unplugged is offline and loses nothing', async () => {
    await music.put({ 'a/1.mp3': 'e2e-tune.mp3' })
    await scanAll(server, token)
    await rename(music.at('a'), `${music.dir}-away`)
    const scan = await scanAll(server, token)
    expect(scan).toMatchObject({ state: 'done', missing: 0, failed: 1 })
    expect((await get('/library/folders')).items[0]).toMatchObject({ state: 'offline', file_count: 1 })
    expect((await tracks())[0]?.stream_url).toBeNull()
    await rename(`${music.dir}-away`, music.at('a'))
    await scanAll(server, token)
    expect((await get('/library/folders')).items[0]).toMatchObject({ state: 'online' })
    expect((await tracks())[0]?.stream_url).not.toBeNull()
  })

  it('a retagged file keeps its track', async () => {
    await music.put({ 'a/1.mp3': 'cbr-id3v24.mp3' })
    await scanAll(server, token)
    const [before] = await tracks()
    await server.send({ method: 'POST', url: `/favorites/track/${before?.id}`, token })
    await music.put({ 'a/1.mp3': 'vbr-id3v23.mp3' })
    expect(await scanAll(server, token)).toMatchObject({ updated: 1, added: 0 })
    const after = await tracks()
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ id: before?.id, is_favorite: true })
    expect(after[0]?.name).not.toBe(before?.name)
  })

  it('finds lyrics beside and inside a file, also when they come later', async () => {
    await music.put({ 'a/1.ogg': 'e2e-tune.ogg' })
    await scanAll(server, token)
    const [track] = await tracks()
    expect((await get(`/tracks/id/${track?.id}`)).lyrics).toBeNull()
    await writeFile(music.at('a/1.lrc'), '[00:01.00]Nadie duerme\n')
    expect(await scanAll(server, token)).toMatchObject({ updated: 1 })
    expect((await get(`/tracks/id/${track?.id}`)).lyrics).toBe('[00:01.00]Nadie duerme')
  })

  it('a changed time alone reads the file again and changes no more', async () => {
    await music.put({ 'a/1.ogg': 'e2e-tune.ogg' })
    await scanAll(server, token)
    const before = await tracks()
    await utimes(music.at('a/1.ogg'), new Date(), new Date(Date.now() - 5000))
    expect(await scanAll(server, token)).toMatchObject({ updated: 1, unchanged: 0 })
    expect((await tracks()).map((track) => track.id)).toEqual(before.map((track) => track.id))
  })

  it('endless tags of one file cost no other file its place', async () => {
    const endless = Array.from({ length: 50 }, (_, at) => `${'ﷺ'.repeat(400)} ${at}`)
    await writeLibrary(music.dir, [
      {
        path: 'a/1.mp3',
        format: 'mp3',
        tags: { title: 'x'.repeat(5000), artists: endless, album: 'ﷺ'.repeat(2000), albumArtist: endless.join(' & ') },
      },
      { path: 'a/2.mp3', format: 'mp3', tags: { title: 'Plain', artists: ['Nadia Vale'], album: 'Blue Hour' } },
    ])
    await music.put({ 'b/3.ogg': 'e2e-tune.ogg' })
    const scan = await scanAll(server, token)
    expect(scan.state).toBe('done')
    expect((await tracks()).map((track) => track.name)).toEqual(expect.arrayContaining(['Plain', 'E2E OGG']))
    expect(scan.added + scan.failed).toBe(3)
    expect((await server.send({ url: '/albums/?order=artist-asc', token })).statusCode).toBe(200)
  })

  it('does not follow links out of the folder, and reads no file twice through links inside', async () => {
    const outside = await createMusicDir()
    await outside.put({ 'secret.mp3': 'e2e-tune.mp3' })
    await music.put({ 'a/1.ogg': 'e2e-tune.ogg' })
    await symlink(outside.dir, music.at('out'))
    await symlink(path.join(outside.dir, 'secret.mp3'), music.at('secret.mp3'))
    await symlink(music.at('a'), music.at('again'))
    const scan = await scanAll(server, token)
    expect(scan).toMatchObject({ added: 1, failed: 2 })
    expect(scan.errors.map((error: { file: string }) => error.file).sort()).toEqual(['out', 'secret.mp3'])
    await outside.remove()
  })

  it('finds covers beside and inside files', async () => {
    await music.put({ 'A/1.mp3': 'cbr-id3v24.mp3', 'B/1.ogg': 'e2e-tune.ogg', 'B/cover.jpg': 'cover.jpg' })
    await scanAll(server, token)
    const albums = (await get('/albums/')).items
    expect(albums).toHaveLength(2)
    for (const album of albums) {
      expect(album.cover_color).toMatch(/^#[0-9a-f]{6}$/)
      const picture = await server.send({ url: `${album.images[0].url}&size=128`, token })
      expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/webp'])
      const again = await server.send({
        url: `${album.images[0].url}&size=128`,
        token,
        headers: { 'if-none-match': String(picture.headers.etag) },
      })
      expect(again.statusCode).toBe(304)
    }
  })
})

describe('the folders of the server', () => {
  const add = (dir: string) => server.send({ method: 'POST', url: '/library/folders', token, payload: { path: dir } })

  it('refuses what is no usable directory', async () => {
    await music.put({ 'file.mp3': 'tiny.mp3' })
    for (const dir of ['relative/path', music.at('nowhere'), music.at('file.mp3'), `${music.dir}\0`]) {
      expect((await add(dir)).json().error.code).toBe('FOLDER_INVALID')
    }
  })

  it('refuses our own storage, what is around it, and overlaps', async () => {
    expect((await add(server.config.storageDir)).json().error.code).toBe('FOLDER_INVALID')
    expect((await add(server.dir)).json().error.code).toBe('FOLDER_INVALID')
    await mkdir(music.at('inner'))
    expect((await add(music.at('inner'))).json().error.code).toBe('FOLDER_OVERLAP')
    expect((await add(path.dirname(music.dir))).statusCode).toBeGreaterThanOrEqual(400)
    expect((await add(music.dir)).statusCode).toBe(409)
  })

  it('a sibling whose name begins alike is no overlap', async () => {
    const sibling = `${music.dir}-private`
    await mkdir(sibling)
    const reply = await add(sibling)
    expect(reply.statusCode).toBe(201)
    await server.send({ method: 'DELETE', url: `/library/folders/${reply.json().id}`, token })
    await rm(sibling, { recursive: true })
  })

  it('shows directories with their music to choose from', async () => {
    await music.put({ 'A/B/1.mp3': 'tiny.mp3', 'A/2.mp3': 'tiny.mp3', 'C/readme.txt': 'text.ogg' })
    const browse = await get(`/library/browse?path=${encodeURIComponent(music.dir)}`)
    expect(browse).toMatchObject({ audio_files: 2, directories: [{ name: 'A' }, { name: 'C' }] })
    expect((await server.send({ url: '/library/browse?path=..', token })).json().error.code).toBe('FOLDER_INVALID')
  })

  it('removing a folder forgets its tracks but not what somebody kept', async () => {
    await music.put({ 'a/1.mp3': 'cbr-id3v24.mp3', 'b/2.ogg': 'e2e-tune.ogg' })
    await scanAll(server, token)
    const all = await tracks()
    const kept = all.find((track) => track.name === 'E2E OGG')
    await server.send({ method: 'POST', url: `/favorites/track/${kept?.id}`, token })
    await server.send({ method: 'DELETE', url: `/library/folders/${folderId}`, token })
    const left = await tracks()
    expect(left.map((track) => [track.id, track.stream_url])).toEqual([[kept?.id, null]])
    await server.send({ method: 'DELETE', url: `/favorites/track/${kept?.id}`, token })
  })
})

describe('scans through the API', () => {
  it('is for administrators', async () => {
    const member = await server.member(token)
    for (const [method, url] of [
      ['GET', '/library/folders'],
      ['POST', '/library/folders'],
      ['DELETE', '/library/folders/1'],
      ['POST', '/library/scan'],
      ['GET', '/library/scans'],
      ['GET', '/library/scans/1'],
      ['GET', '/library/scans/1/events'],
      ['POST', '/library/scans/1/cancel'],
      ['GET', '/library/browse'],
      ['POST', '/library/demo'],
      ['GET', '/library/demo'],
    ] as const) {
      const payload = method === 'POST' ? { payload: { path: '/x' } } : {}
      expect((await server.send({ method, url, token: member, ...payload })).statusCode, `${method} ${url}`).toBe(403)
      expect((await server.send({ method, url, ...payload })).statusCode, `${method} ${url}`).toBe(401)
    }
  })

  it('answers 404 for what does not exist and 409 for what has ended', async () => {
    expect((await server.send({ url: '/library/scans/999999', token })).statusCode).toBe(404)
    expect((await server.send({ url: '/library/scans/999999/events', token })).statusCode).toBe(404)
    expect(
      (await server.send({ method: 'POST', url: '/library/scan', token, payload: { folder_id: 999999 } })).statusCode,
    ).toBe(404)
    const scan = await scanAll(server, token)
    const cancel = await server.send({ method: 'POST', url: `/library/scans/${scan.id}/cancel`, token })
    expect([cancel.statusCode, cancel.json().error.code]).toEqual([409, 'SCAN_NOT_ACTIVE'])
  })

  it('sends progress as events until the end', async () => {
    await music.put({ 'a/1.mp3': 'e2e-tune.mp3' })
    const started = await server.send({ method: 'POST', url: '/library/scan', token })
    const events = await server.send({ url: `/library/scans/${started.json().scan_id}/events`, token })
    expect(events.headers['content-type']).toContain('text/event-stream')
    const last = JSON.parse(events.body.trim().split('data: ').at(-1) ?? '')
    expect(last).toMatchObject({ state: 'done', added: 1 })
  })
})
