import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeOrphans } from '../../../../src/features/library/store/write/counts.ts'
import { addAlbum, addTrack } from '../seed.ts'
import { album, contents, credit, mbid, startKnown, track } from './said.ts'

let all: Awaited<ReturnType<typeof startKnown>>
let vale: number
let reyl: number
beforeAll(async () => {
  all = await startKnown()
  await all.rows(sql`insert into users (id, name, username, email, password_hash, role) overriding system value
    select i, 'u', 'u' || i, i || '@example.org', 'x', 'admin' from generate_series(1, 2) i`)
})
afterAll(() => all.close())

const names = async (table: string) =>
  (await all.rows<{ name: string }>(sql`select name from ${sql.identifier(table)} order by name`)).map(
    ({ name }) => name,
  )
const idOf = async (table: string, name: string) =>
  Number((await all.rows<{ id: string }>(sql`select id from ${sql.identifier(table)} where name = ${name}`))[0]!.id)
const favour = (kind: 'artist' | 'album' | 'track', id: number) =>
  all.rows(
    sql`insert into favorites (user_id, target_type, ${sql.identifier(`${kind}_id`)}) values (2, ${kind}, ${id})`,
  )
const play = (id: number) => all.rows(sql`insert into plays (user_id, track_id) values (2, ${id})`)
const rate = (id: number) => all.rows(sql`insert into ratings (user_id, track_id, rating) values (2, ${id}, 4)`)
const file = (id: number) =>
  all.rows(sql`insert into recording_files (folder_id, rel_path, album_dir, track_id, size, mtime_ms, quick_hash, tags, codec, container, duration_ms)
    select id, ${`f${id}`}, '', ${id}, 1, 5, 'h', '{}', 'flac', 'flac', 1000 from music_folders`)
const refusal = async (work: Promise<void>): Promise<unknown> => {
  const error = await work.catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'CONFLICT', status: 400 })
  return (error as { toBody(language: string): { error: { details: string } } }).toBody('en').error.details
}

/** Own (two tracks), Empty (none) and Duets (with Reyl), all named by a service, and a solo on Reyl's sampler. */
beforeEach(async () => {
  await all.clear()
  await all.rows(sql`insert into music_folders (path) values ('/m')`)
  vale = await all.known.saveArtist({ name: 'Nadia Vale', ids: { deezer: '1' }, source: 'x' })
  reyl = await all.known.saveArtist({ name: 'Tomas Reyl', ids: { deezer: '2' }, source: 'x' })
  const both = [credit('Nadia Vale', { joinPhrase: ' & ' }), credit('Tomas Reyl')]
  const albums = [
    album('Own', { ids: { musicbrainz: mbid(10) }, credits: [credit('Nadia Vale')] }),
    album('Empty', { ids: { musicbrainz: mbid(11) }, credits: [credit('Nadia Vale')] }),
    album('Duets', { ids: { musicbrainz: mbid(12) }, credits: both }),
  ]
  const saved = await all.known.saveAlbums(
    vale,
    albums.map((one) => ({ album: one, source: 'x', score: null })),
  )
  const [own, , duets] = albums.map((one) => saved.get(one))
  await all.known.saveContents([
    { albumId: own!, contents: contents([track('One', 1), track('Two', 2)]), source: 'x' },
    { albumId: duets!, contents: contents([track('Together', 1)]), source: 'x' },
  ])
  const sampler = await addAlbum(all.db, 'Sampler', [reyl])
  await addTrack(all.db, 'Solo', [vale], { albumId: sampler, catalogued: true })
  await addTrack(all.db, 'Reyl alone', [reyl], { albumId: sampler, catalogued: true })
})

describe('removing an artist', () => {
  it('takes what is theirs alone; what others made with them stays', async () => {
    const own = await idOf('albums', 'Own')
    await all.known.deleteArtist(vale)
    expect([await names('artists'), await names('albums'), await names('tracks')]).toEqual([
      ['Tomas Reyl'],
      ['Duets', 'Sampler'],
      ['Reyl alone', 'Together'],
    ])
    expect(await all.rows(sql`select artist_line from albums where name = 'Duets'`)).toEqual([
      { artist_line: 'Tomas Reyl' },
    ])
    for (const table of ['external_ids', 'provenance'])
      expect(
        await all.rows(sql`select 1 from ${sql.identifier(table)} where (entity = 'artist' and entity_id = ${vale})
          or (entity = 'album' and entity_id = ${own})`),
      ).toEqual([])
    await expect(all.known.deleteArtist(vale)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['artist', 'Nadia Vale', 'Artist'],
    ['album', 'Own', 'Album "Own"'],
    ['album', 'Empty', 'Album "Empty"'],
    ['track', 'Two', 'Track "Two"'],
    ['track', 'Solo', 'Track "Solo"'],
  ] as const)('is refused while the %s %s is anyone’s favourite', async (kind, name, what) => {
    await favour(kind, await idOf(`${kind}s`, name))
    const told = await refusal(all.known.deleteArtist(vale))
    expect(told).toBe(`${what} is favorited by a user and cannot be deleted`)
    expect(await all.count('albums')).toBe(4)
    expect(await all.count('favorites')).toBe(1)
  })

  it.each([
    ['favourite of what is not theirs', 'Reyl alone', (id: number) => favour('track', id)],
    ['file that is not theirs', 'Reyl alone', file],
  ])('is not held up by a %s', async (_what, name, mark) => {
    await mark(await idOf('tracks', name))
    await all.known.deleteArtist(vale)
    expect(await names('artists')).toEqual(['Tomas Reyl'])
  })

  it.each([
    ['file', 'One', file],
    ['play', 'One', play],
    ['rating', 'One', rate],
    ['file', 'Solo', file],
    ['file', 'Together', file],
  ])('leaves what somebody has: a %s of %s', async (_what, name, mark) => {
    const id = await idOf('tracks', name)
    await mark(id)
    // A favourite of what stays is no reason to refuse.
    await favour('track', id)
    await all.known.deleteArtist(vale)
    const albums = ['Duets', ...(name === 'One' ? ['Own'] : []), 'Sampler']
    expect([await names('artists'), await names('albums')]).toEqual([['Nadia Vale', 'Tomas Reyl'], albums])
    expect(await names('tracks')).toEqual([...new Set([name, 'Reyl alone', 'Together'])].sort())
    expect(await all.rows(sql`select catalogued from artists where id = ${vale}`)).toEqual([{ catalogued: false }])
    // What was made with others is still theirs too.
    const others = name === 'Together'
    expect(await all.rows(sql`select catalogued from tracks where id = ${id}`)).toEqual([{ catalogued: others }])
    expect(
      await all.rows(sql`select c.artist_id::int, t.artist_line from track_artists c join tracks t on t.id = c.track_id
        where t.id = ${id} order by c.position`),
    ).toMatchObject([{ artist_id: vale }, ...(others ? [{ artist_id: reyl }] : [])])
    expect(await all.rows(sql`select artist_line from albums where name = 'Duets'`)).toEqual([
      { artist_line: 'Nadia Vale & Tomas Reyl' },
    ])
    // No later scan takes it, nor what people did with it.
    await removeOrphans(all.db)
    expect(await names('tracks')).toContain(name)
    expect(await all.count('favorites')).toBe(1)
    expect((await all.count('plays')) + (await all.count('ratings')) + (await all.count('recording_files'))).toBe(1)
    expect(await all.rows(sql`select 1 from recording_files where track_id is null or mtime_ms <> 5`)).toEqual([])
    const counts = await all.rows(sql`select album_count, track_count from artists where id = ${vale}`)
    expect(counts).toEqual([{ album_count: name === 'One' ? 2 : 1, track_count: name === 'Together' ? 1 : 2 }])
  })

  it('catalogues them anew when they are asked for again', async () => {
    await file(await idOf('tracks', 'One'))
    await all.known.deleteArtist(vale)
    expect(await all.known.saveArtist({ name: 'Nadia Vale', ids: { deezer: '1' }, source: 'x' })).toBe(vale)
    const own = album('Own', { ids: { musicbrainz: mbid(10) }, credits: [credit('Nadia Vale')] })
    const saved = await all.known.saveAlbums(vale, [{ album: own, source: 'x', score: null }])
    expect([...saved.values()]).toEqual([await idOf('albums', 'Own')])
  })
})

describe('removing an album', () => {
  it('takes its tracks and leaves its artist', async () => {
    await all.known.deleteAlbum(await idOf('albums', 'Own'))
    expect([await names('albums'), await names('artists')]).toEqual([
      ['Duets', 'Empty', 'Sampler'],
      ['Nadia Vale', 'Tomas Reyl'],
    ])
    expect(await names('tracks')).not.toContain('One')
    await expect(all.known.deleteAlbum(999_999)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused while it or a track that would go is anyone’s favourite', async () => {
    const own = await idOf('albums', 'Own')
    await favour('track', await idOf('tracks', 'One'))
    expect(await refusal(all.known.deleteAlbum(own))).toBe('Track "One" is favorited by a user and cannot be deleted')
    await favour('album', own)
    expect(await refusal(all.known.deleteAlbum(own))).toBe('Album is favorited by a user and cannot be deleted')
    expect(await names('tracks')).toContain('Two')
  })

  it.each([
    ['file', file],
    ['play', play],
    ['rating', rate],
  ])('leaves a track with a %s on it, and only that', async (_what, mark) => {
    const one = await idOf('tracks', 'One')
    await mark(one)
    await all.known.deleteAlbum(await idOf('albums', 'Own'))
    expect(await names('tracks')).toEqual(['One', 'Reyl alone', 'Solo', 'Together'])
    expect(await all.rows(sql`select catalogued, total_tracks from albums where name = 'Own'`)).toEqual([
      { catalogued: false, total_tracks: 1 },
    ])
  })
})

it('every table that loses rows with an artist, album or track is one that was thought of', async () => {
  const found = await all.rows<{ source: string }>(sql`select conrelid::regclass::text || '.' || a.attname as source
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confdeltype = 'c' and c.confrelid in ('artists'::regclass, 'albums'::regclass, 'tracks'::regclass)
    order by 1`)
  expect(found.map(({ source }) => source)).toEqual(
    [
      // What people do: `keptTracks` and `findFavorite` look at these. Hiding an artist ends with the artist.
      ...['favorites.album_id', 'favorites.artist_id', 'favorites.track_id', 'hidden_artists.artist_id'],
      ...['plays.track_id', 'ratings.track_id'],
      // What files and services say.
      ...['album_artists.album_id', 'album_artists.artist_id', 'artist_genres.artist_id', 'artist_tags.artist_id'],
      ...['editions.album_id', 'similar_artists.artist_id', 'texts.album_id', 'texts.artist_id'],
      ...['track_artists.artist_id', 'track_artists.track_id', 'track_features.track_id', 'track_genres.track_id'],
      ...['track_lyrics.track_id', 'tracks.album_id', 'video_links.track_id'],
    ].sort(),
  )
})
