import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addAlbum, addArtist, addTrack } from '../seed.ts'
import { contents, mbid, startKnown, track } from './said.ts'

let all: Awaited<ReturnType<typeof startKnown>>
let vale: number
let reyl: number

beforeAll(async () => {
  all = await startKnown()
  await all.rows(sql`insert into users (id, name, username, email, password_hash, role) overriding system value
    select i, 'u', 'u' || i, i || '@example.org', 'x', 'admin' from generate_series(1, 2) i`)
})
afterAll(() => all.close())
beforeEach(async () => {
  await all.clear()
  await all.rows(sql`insert into music_folders (path) values ('/m')`)
  vale = await all.known.saveArtist({ name: 'Nadia Vale', ids: { deezer: '1', spotify: 's1' }, source: 'x' })
  reyl = await all.known.saveArtist({ name: 'Tomas Reyl', ids: { deezer: '2' }, source: 'x' })
})

const n = async (query: ReturnType<typeof sql>) => (await all.rows<{ n: number }>(query))[0]!.n
const favour = (userId: number, kind: 'artist' | 'album', id: number) =>
  all.rows(
    sql`insert into favorites (user_id, target_type, ${sql.identifier(`${kind}_id`)}) values (${userId}, ${kind}, ${id})`,
  )
async function withFile(name: string, albumId: number | null, artistIds: number[], key = `1.1|${name.toLowerCase()}`) {
  const id = await addTrack(all.db, name, artistIds, {
    albumId,
    hasFile: true,
    trackKey: key,
    trackNumber: 1,
    durationMs: 1000,
  })
  await all.rows(sql`insert into recording_files (folder_id, rel_path, album_dir, track_id, size, mtime_ms, quick_hash, tags, codec, container, duration_ms)
    select id, ${`f${id}`}, '', ${id}, 1, 5, 'h', '{}', 'flac', 'flac', 1000 from music_folders`)
  return id
}

describe('a pinned id', () => {
  it('leaves the row that had it, is alone of its service, and nothing moves it', async () => {
    await all.known.pin('artist', reyl, 'deezer', '1')
    expect(await all.rows(sql`select entity_id, value, pinned from external_ids where provider = 'deezer'`)).toEqual([
      { entity_id: String(reyl), value: '1', pinned: true },
    ])
    await all.known.saveArtist({ name: 'Tomas Reyl', ids: { deezer: '3' }, source: 'x' })
    await expect(all.known.pin('artist', vale, 'deezer', '1')).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(all.known.pin('artist', 999_999, 'deezer', '8')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await n(sql`select count(*)::int as n from external_ids where entity_id = ${reyl}`)).toBe(1)
    expect(await all.known.provenanceOf('artist', reyl)).toMatchObject([{ field: 'id:deezer', provider: 'user' }])
  })

  it('moves when somebody says so, takes the place of the one before, and what was told of both by it is forgotten', async () => {
    const bio = { text: { summary: 's', content: 'of Reyl', language: 'en', url: null, licence: '' }, main: true }
    await all.known.pin('artist', reyl, 'deezer', '1')
    await all.known.saveFields('artist', reyl, { prose: bio, genres: [{ name: 'Fado', weight: 1 }] }, 'deezer')
    await all.known.saveFields('artist', vale, { prose: bio }, 'deezer')
    await all.known.pin('artist', vale, 'deezer', '4')
    await all.known.pin('artist', vale, 'deezer', '1', true)
    expect(await all.rows(sql`select entity_id, value, pinned from external_ids where provider = 'deezer'`)).toEqual([
      { entity_id: String(vale), value: '1', pinned: true },
    ])
    expect(await all.rows(sql`select distinct bio_content from artists where id in (${vale}, ${reyl})`)).toEqual([
      { bio_content: null },
    ])
    expect(await n(sql`select (select count(*) from texts)::int + (select count(*) from artist_tags)::int as n`)).toBe(
      0,
    )
  })

  it.each([
    ['musicbrainz', mbid(5), ['5', `${mbid(5)}0`, 'x\nfile:///etc/passwd', `${mbid(5)}\n`.repeat(2)]],
    ['spotify', 'a1B2'.repeat(6).slice(0, 22), ['a'.repeat(21), 'a'.repeat(23), `${'a'.repeat(21)}/`]],
    ['deezer', '27', ['x27', '2 7', '-1', '２７', '']],
    ['discogs', '27', ['27-Artist']],
    ['itunes', '27', ['id27']],
    ['theaudiodb', '111239', ['a']],
    ['wikidata', 'Q42', ['42', 'Q', 'q42', 'Q42/..']],
    ['lastfm', 'Night Ferry', ['Night\nFerry', 'a\u2028b', 'a\u200b', '  ']],
    ['elsewhere', null, ['1']],
    ['constructor', null, ['1']],
  ])('of %s has the form of its ids', async (provider, good, bad) => {
    for (const value of bad)
      await expect(all.known.pin('artist', vale, provider, value), value).rejects.toMatchObject({
        code: 'INVALID_PARAMETER',
      })
    if (good === null) return
    await all.known.pin('artist', vale, provider, good)
    expect(await n(sql`select count(*)::int as n from external_ids where pinned and value = ${good}`)).toBe(1)
    const nobodys = all.known.split(reyl, [{ provider, value: bad[0]! }])
    await expect(nobodys).rejects.toMatchObject({ code: 'INVALID_PARAMETER' })
  })
})

describe('an artist of two', () => {
  it('becomes two: ids and albums go along, also of tracks, and stay there', async () => {
    const [mine, theirs] = [await addAlbum(all.db, 'Mine', [vale]), await addAlbum(all.db, 'Theirs', [vale, reyl])]
    const song = await withFile('Song', theirs, [vale])
    const other = await all.known.split(vale, [{ provider: 'spotify', value: 's1' }], { albumIds: [theirs] })
    expect(await all.known.resolveRef('artist', String(other))).toBe(other)
    expect(await all.rows(sql`select value, pinned from external_ids where entity_id = ${other}`)).toEqual([
      { value: 's1', pinned: true },
    ])
    expect(await all.rows(sql`select album_id, artist_id from album_artists order by album_id, position`)).toEqual(
      [
        [mine, vale],
        [theirs, other],
        [theirs, reyl],
      ].map(([album_id, artist_id]) => ({ album_id: String(album_id), artist_id: String(artist_id) })),
    )
    expect(await all.rows(sql`select artist_id from track_artists where track_id = ${song}`)).toEqual([
      { artist_id: String(other) },
    ])
    expect(await all.rows(sql`select id, album_count, track_count from artists order by id`)).toEqual([
      { id: String(vale), album_count: 1, track_count: 0 },
      { id: String(reyl), album_count: 0, track_count: 0 },
      { id: String(other), album_count: 1, track_count: 1 },
    ])
    expect((await all.known.provenanceOf('track', song)).map(({ field, provider }) => [field, provider])).toEqual([
      ['credits', 'user'],
    ])
    await expect(all.known.split(vale, [{ provider: 'deezer', value: '2' }])).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(all.known.split(vale, [])).rejects.toMatchObject({ code: 'INVALID_PARAMETER' })
  })
})

describe('two that are one', () => {
  it('artists: favourites, hiding, credits, ids and likeness move, nothing twice', async () => {
    const both = await addAlbum(all.db, 'Both', [vale, reyl])
    const one = await addAlbum(all.db, 'One', [vale])
    await favour(1, 'artist', vale)
    await favour(1, 'artist', reyl)
    await favour(2, 'artist', vale)
    await all.rows(sql`insert into hidden_artists (user_id, artist_id) values (2, ${vale})`)
    const third = await addArtist(all.db, 'Third')
    await all.known.saveFields(
      'artist',
      third,
      { similar: [{ name: 'Nadia Vale', ids: { deezer: '1' }, score: 0.5 }] },
      'x',
    )
    await all.known.merge('artist', vale, reyl)
    expect(await all.rows(sql`select album_id, artist_id from album_artists order by album_id`)).toEqual([
      { album_id: String(both), artist_id: String(reyl) },
      { album_id: String(one), artist_id: String(reyl) },
    ])
    expect(await all.rows(sql`select user_id, artist_id from favorites order by user_id`)).toEqual([
      { user_id: '1', artist_id: String(reyl) },
      { user_id: '2', artist_id: String(reyl) },
    ])
    expect(await n(sql`select count(*)::int as n from hidden_artists where artist_id = ${reyl}`)).toBe(1)
    expect(await n(sql`select count(*)::int as n from external_ids where entity_id = ${reyl}`)).toBe(3)
    expect(await all.rows(sql`select similar_id from similar_artists`)).toEqual([{ similar_id: String(reyl) }])
    expect(await n(sql`select count(*)::int as n from artists`)).toBe(2)
    await expect(all.known.merge('artist', reyl, reyl)).rejects.toMatchObject({ code: 'INVALID_PARAMETER' })
    await expect(all.known.merge('artist', vale, reyl)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('albums: tracks meet, files and plays stay, other tracks come along', async () => {
    const [a, b] = [await addAlbum(all.db, 'Harbour', [vale]), await addAlbum(all.db, 'Harbor', [vale])]
    const first = await withFile('Song', a, [vale])
    const second = await withFile('Song', b, [vale])
    await withFile('Only A', a, [vale], '1.2|only a')
    await all.known.saveContents([
      { albumId: b, contents: contents([track('Only A', 2), track('Song', 1), track('Named', 3)]), source: 'x' },
    ])
    await all.rows(sql`insert into plays (user_id, track_id) values (1, ${first}), (1, ${second})`)
    await favour(1, 'album', a)
    await all.known.merge('album', a, b)
    expect(
      await all.rows(
        sql`select name, (select count(*)::int from recording_files f where f.track_id = t.id) as files from tracks t order by name`,
      ),
    ).toEqual([
      { name: 'Named', files: 0 },
      { name: 'Only A', files: 1 },
      { name: 'Song', files: 2 },
    ])
    expect(await n(sql`select count(*)::int as n from plays where track_id = ${second}`)).toBe(2)
    expect(await n(sql`select count(*)::int as n from favorites where album_id = ${b}`)).toBe(1)
    expect(await all.rows(sql`select total_tracks from albums`)).toEqual([{ total_tracks: 3 }])
  })
})

describe('fields', () => {
  const text = { summary: 's', content: 'c', language: 'en', url: 'https://example.org', licence: 'CC' }
  const prose = { text, main: true }

  it('come with their source, and what a user set stays', async () => {
    const written = await all.known.saveFields(
      'artist',
      vale,
      {
        prose,
        popularity: 140,
        listeners: 5e10,
        followers: null,
        genres: [
          { name: 'Dream Pop', weight: 1 },
          { name: 'dream-pop', weight: 0.2 },
        ],
        similar: [
          { name: 'TOMAS REYL', ids: {}, score: 2 },
          { name: 'Nobody', ids: {}, score: 0.1 },
        ],
      },
      'lastfm',
    )
    expect(written.sort()).toEqual([
      'bio_content',
      'bio_en',
      'bio_summary',
      'bio_url',
      'genres',
      'listeners',
      'popularity',
      'similar',
    ])
    expect(await all.rows(sql`select bio_content, popularity, listeners from artists where id = ${vale}`)).toEqual([
      { bio_content: 'c', popularity: 100, listeners: '50000000000' },
    ])
    expect(await all.rows(sql`select name, weight from artist_tags`)).toEqual([{ name: 'Dream Pop', weight: 1 }])
    expect(await all.rows(sql`select similar_id, score from similar_artists order by position`)).toEqual([
      { similar_id: String(reyl), score: 1 },
      { similar_id: null, score: 0.1 },
    ])
    await all.known.saveFields('artist', vale, { prose: { main: true, text: { ...text, content: 'by hand' } } }, 'user')
    expect(await all.known.saveFields('artist', vale, { prose, popularity: 3 }, 'spotify')).toEqual(['popularity'])
    expect(await all.rows(sql`select bio_content, popularity from artists where id = ${vale}`)).toEqual([
      { bio_content: 'by hand', popularity: 3 },
    ])
    expect(await all.known.textOf('artist', vale, 'en')).toMatchObject({ content: 'by hand' })
    await expect(all.known.saveFields('artist', 999_999, {}, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('have texts in several languages, of which one is for all others; they move when two become one', async () => {
    const spanish = { ...text, language: 'es', content: 'Hola', url: 'javascript:x' }
    await all.known.saveFields('artist', vale, { prose }, 'wikipedia')
    await all.known.saveFields('artist', vale, { prose: { text: spanish, main: false } }, 'lastfm')
    await all.known.saveFields('artist', reyl, { prose: { text: { ...spanish, content: 'Otra' }, main: true } }, 'x')
    expect(await all.rows(sql`select bio_content from artists where id = ${vale}`)).toEqual([{ bio_content: 'c' }])
    const read = (id: number, language: string) => all.known.textOf('artist', id, language)
    expect(await read(vale, 'es')).toEqual({ language: 'es', summary: 's', content: 'Hola', url: null })
    expect(await read(vale, 'fr')).toBe(null)
    expect((await all.known.provenanceOf('artist', vale)).find(({ field }) => field === 'bio_es')).toMatchObject({
      provider: 'lastfm',
    })
    await all.known.merge('artist', vale, reyl)
    expect([(await read(reyl, 'es'))?.content, (await read(reyl, 'en'))?.content]).toEqual(['Otra', 'c'])
  })

  it('of albums and tracks are theirs', async () => {
    const id = await addAlbum(all.db, 'Harbour', [vale])
    const song = await addTrack(all.db, 'Song', [vale], { albumId: id })
    expect(await all.known.saveFields('album', id, { prose, coverUrl: 'javascript:x', popularity: 4 }, 'x')).toEqual([
      'story',
      'story_url',
      'story_en',
    ])
    expect(await all.known.saveFields('track', song, { playcount: 9, prose }, 'x')).toEqual(['playcount'])
  })
})
