import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FoundAlbum } from '../../../../src/providers/ports.ts'
import { addAlbum, addTrack } from '../seed.ts'
import { album, credit, mbid, startKnown } from './said.ts'

let all: Awaited<ReturnType<typeof startKnown>>
let artistId: number

beforeAll(async () => {
  all = await startKnown()
})
afterAll(() => all.close())
beforeEach(async () => {
  await all.clear()
  artistId = await all.known.saveArtist({ name: 'Nadia Vale', ids: { musicbrainz: mbid(1) }, source: 'musicbrainz' })
})

const save = (...albums: FoundAlbum[]) =>
  all.known.saveAlbums(
    artistId,
    albums.map((one) => ({ album: one, source: 'musicbrainz' in one.ids ? 'musicbrainz' : 'deezer', score: null })),
  )
const shelf = () =>
  all.rows<Record<string, unknown>>(
    sql`select name, release_date as date, release_type as type from albums order by release_date, name`,
  )
/** An album that only files speak of. */
async function fileAlbum(name: string, date: string, titleKey: string): Promise<number> {
  const id = await addAlbum(all.db, name, [artistId], {
    releaseDate: date,
    releaseType: 'single',
    titleKey,
    albumKey: titleKey,
  })
  const trackId = await addTrack(all.db, 'Low Tide', [artistId], { albumId: id, hasFile: true })
  await all.rows(sql`insert into music_folders (path) values ('/m') on conflict do nothing`)
  await all.rows(sql`insert into recording_files (folder_id, rel_path, album_dir, track_id, size, mtime_ms, quick_hash, tags, codec, container, duration_ms)
    select id, ${`f${trackId}`}, '', ${trackId}, 1, 1, 'h', '{}', 'flac', 'flac', 1000 from music_folders`)
  return id
}

describe('artists', () => {
  it('are found by any id, then by name, and take the ids that come', async () => {
    const again = await all.known.saveArtist({
      name: 'N. Vale',
      ids: { musicbrainz: mbid(1), deezer: '7' },
      source: 'x',
    })
    const byDeezer = await all.known.saveArtist({ name: 'Someone', ids: { deezer: '7' }, source: 'x' })
    const byName = await all.known.saveArtist({ name: 'nadia vale', ids: { spotify: 'a'.repeat(22) }, source: 'x' })
    expect([again, byDeezer, byName]).toEqual([artistId, artistId, artistId])
    expect(await all.known.resolveRef('artist', 'a'.repeat(22))).toBe(artistId)
    expect(await all.known.resolveRef('artist', mbid(1).toUpperCase())).toBe(artistId)
  })

  it('of one name that a service tells apart are two', async () => {
    const other = await all.known.saveArtist({ name: 'Nadia Vale', ids: { musicbrainz: mbid(2) }, source: 'x' })
    expect(other).not.toBe(artistId)
    const third = await all.known.saveArtist({
      name: 'Nadia Vale',
      ids: { musicbrainz: mbid(3), deezer: '9' },
      source: 'x',
    })
    expect(new Set([artistId, other, third]).size).toBe(3)
    expect(await all.known.saveArtist({ name: 'NADIA VALE', ids: { deezer: '9' }, source: 'x' })).toBe(third)
  })

  it('keep what an earlier answer knew, and take hostile texts without harm', async () => {
    const details = {
      ...{ name: 'x', sortName: null, ids: { wikidata: 'Q1' }, disambiguation: 'a\0b', kind: 'person' as const },
      ...{ country: 'es', begin: '1980-13-40', end: '', genres: [], aliases: [] },
      links: [
        { kind: 'home', url: 'javascript:alert(1)' },
        { kind: 'home', url: 'https://example.org' },
      ],
    }
    await all.known.saveArtist({
      name: 'Nadia Vale',
      ids: { musicbrainz: mbid(1), bad: 'x'.repeat(5000) },
      details,
      source: 'x',
    })
    await all.known.saveArtist({ name: 'Nadia Vale', ids: { musicbrainz: mbid(1) }, source: 'y' })
    expect(await all.rows(sql`select disambiguation, country, begin_date, links from artists`)).toEqual([
      { disambiguation: 'ab', country: 'ES', begin_date: '', links: [{ kind: 'home', url: 'https://example.org' }] },
    ])
    expect(
      (await all.known.provenanceOf('artist', artistId)).map(({ field, provider }) => [field, provider]),
    ).toContainEqual(['country', 'x'])
  })
})

describe('albums', () => {
  it('of several services are one: by UPC, by title, by edition', async () => {
    const ids = await save(
      album('Harbour', { ids: { musicbrainz: mbid(10) }, date: '2004-05-01', upc: '012345678905' }),
      album('Puerto', { ids: { deezer: '1' }, date: '2004', upc: '0012345678905' }),
      album('HARBOUR', { ids: { spotify: 's' }, date: '2005', type: 'ep' }),
      album('Harbour (Deluxe Edition)', { ids: { itunes: '3' }, date: '2014-01-01' }),
    )
    expect(new Set(ids.values()).size).toBe(1)
    expect(await shelf()).toEqual([{ name: 'Harbour', date: '2004-05-01', type: 'album' }])
    const id = [...ids.values()][0]!
    const said = await all.known.provenanceOf('album', id)
    expect(said.find(({ field }) => field === 'release_date')).toMatchObject({ provider: 'musicbrainz' })
  })

  it('of one title stay apart by year, by type and by MusicBrainz', async () => {
    await save(
      album('Nadia Vale', { ids: { deezer: '1' }, date: '1994' }),
      album('Nadia Vale', { ids: { deezer: '2' }, date: '2001' }),
      album('Nadia Vale', { ids: { deezer: '3' }, date: '1994', type: 'live' }),
      album('Nadia Vale', { ids: { deezer: '4' }, date: '1994', type: 'single' }),
      album('Harbour', { ids: { musicbrainz: mbid(10) }, date: '2004' }),
      album('Harbour', { ids: { musicbrainz: mbid(11) }, date: '2004' }),
      album('Harbour (Live)', { ids: { deezer: '5' }, date: '2004' }),
    )
    expect(await all.count('albums')).toBe(7)
  })

  it('that files hold are recognised, keep their name and get date and type; also as a reissue', async () => {
    const owned = await fileAlbum('Harbour [Remastered 2011]', '2011', 't:nadia vale|harbour remastered 2011')
    const ids = await save(
      album('Harbour', { ids: { musicbrainz: mbid(10) }, date: '1999-02-03', credits: [credit('Nadia Vale')] }),
    )
    expect([...ids.values()]).toEqual([owned])
    expect(await shelf()).toEqual([{ name: 'Harbour [Remastered 2011]', date: '1999-02-03', type: 'album' }])
    const matched = (await all.known.provenanceOf('album', owned)).find(({ field }) => field === 'catalogued')
    expect(matched!.score).toBeGreaterThan(0.5)
    expect(matched!.score).toBeLessThan(0.75)
  })

  it('of the year that files name is theirs, when several have the title', async () => {
    const owned = await fileAlbum('Nadia Vale', '2001', 't:nadia vale|nadia vale')
    const [blue, green] = [
      album('Nadia Vale', { ids: { musicbrainz: mbid(10) }, date: '1994' }),
      album('Nadia Vale', { ids: { musicbrainz: mbid(11) }, date: '2001' }),
    ]
    const ids = await save(blue, green)
    expect(ids.get(green)).toBe(owned)
    expect(ids.get(blue)).not.toBe(owned)
  })

  it('name their artists, who are made or found by their ids', async () => {
    const guest = await all.known.saveArtist({ name: 'Tomas Reyl', ids: { deezer: '5' }, source: 'x' })
    const both = [
      credit('NADIA VALE', { joinPhrase: ' & ' }),
      credit('T. Reyl', { ids: { deezer: '5' }, joinPhrase: ' with ' }),
      credit('Ærø', { role: 'featured' }),
    ]
    await save(album('Duets', { credits: both }))
    expect(await all.rows(sql`select artist_line from albums`)).toEqual([
      { artist_line: 'NADIA VALE & T. Reyl with Ærø' },
    ])
    const credits = await all.rows(sql`select artist_id, role, join_phrase from album_artists order by position`)
    expect(credits.slice(0, 2)).toEqual([
      { artist_id: String(artistId), role: 'main', join_phrase: ' & ' },
      { artist_id: String(guest), role: 'main', join_phrase: ' with ' },
    ])
    expect(await all.count('artists')).toBe(3)
    expect(await all.rows(sql`select album_count from artists where id = ${guest}`)).toEqual([{ album_count: 1 }])
  })

  it('keep what a user set', async () => {
    const harbour = album('Harbour', { ids: { musicbrainz: mbid(10) }, date: '1999' })
    const id = [...(await save(harbour)).values()][0]!
    await all.rows(sql`update albums set name = 'Mine', release_date = '1950' where id = ${id}`)
    await all.rows(
      sql`update provenance set provider = 'user' where entity_id = ${id} and entity = 'album' and field in ('name', 'release_date')`,
    )
    await save({ ...harbour, disambiguation: 'first' })
    expect(await shelf()).toEqual([{ name: 'Mine', date: '1950', type: 'album' }])
    const told = new Map((await all.known.provenanceOf('album', id)).map(({ field, provider }) => [field, provider]))
    expect([told.get('name'), told.get('disambiguation')]).toEqual(['user', 'musicbrainz'])
  })

  it('are 404 without their artist', async () => {
    await expect(
      all.known.saveAlbums(999_999, [{ album: album('x'), source: 'x', score: null }]),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of a whole discography take few statements', async () => {
    const albums = Array.from({ length: 500 }, (_, at) =>
      album(`Album ${at}`, {
        ids: { musicbrainz: mbid(1000 + at) },
        date: String(1950 + (at % 70)),
        credits: [credit('Nadia Vale')],
      }),
    )
    const client = (all.db as unknown as { $client: { totalCount: number } }).$client
    let statements = 0
    const { default: pg } = await import('pg')
    const query = pg.Client.prototype.query
    pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
      statements++
      return (query as (...a: unknown[]) => unknown).apply(this, args) as never
    } as typeof query
    try {
      await save(...albums)
    } finally {
      pg.Client.prototype.query = query
    }
    expect(client.totalCount).toBeGreaterThan(0)
    expect(statements).toBeGreaterThan(3)
    expect(statements).toBeLessThan(30)
    expect(await all.count('albums')).toBe(500)
  })
})
