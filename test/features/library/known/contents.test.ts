import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FoundTrack } from '../../../../src/providers/ports.ts'
import { addTrack } from '../seed.ts'
import { album, contents, credit, mbid, startKnown, track } from './said.ts'

let all: Awaited<ReturnType<typeof startKnown>>
let artistId: number
let albumId: number

beforeAll(async () => {
  all = await startKnown()
})
afterAll(() => all.close())
beforeEach(async () => {
  await all.clear()
  await all.rows(
    sql`insert into users (id, name, username, email, password_hash, role) overriding system value values (1, 'a', 'a', 'a@example.org', 'x', 'admin') on conflict do nothing`,
  )
  await all.rows(sql`insert into music_folders (path) values ('/m')`)
  artistId = await all.known.saveArtist({ name: 'Nadia Vale', ids: {}, source: 'x' })
  const saved = await all.known.saveAlbums(artistId, [
    {
      album: album('Harbour', { ids: { musicbrainz: mbid(10) }, credits: [credit('Nadia Vale')] }),
      source: 'x',
      score: null,
    },
  ])
  albumId = [...saved.values()][0]!
})

const save = (...tracks: FoundTrack[]) =>
  all.known.saveContents([{ albumId, contents: contents(tracks), source: 'deezer' }])
const list = () =>
  all.rows<{ id: string; name: string }>(
    sql`select id, name, disc_number as disc, track_number as place, duration_ms as length, isrc from tracks order by disc_number, track_number, id`,
  )
/** A track that a file holds. */
async function ownTrack(name: string, more: Parameters<typeof addTrack>[3] = {}): Promise<number> {
  const id = await addTrack(all.db, name, [artistId], { albumId, hasFile: true, ...more })
  await all.rows(sql`insert into recording_files (folder_id, rel_path, album_dir, track_id, size, mtime_ms, quick_hash, tags, codec, container, duration_ms)
    select id, ${`f${id}`}, '', ${id}, 1, 1, 'h', '{}', 'flac', 'flac', 1000 from music_folders`)
  return id
}
const play = (id: number) => all.rows(sql`insert into plays (user_id, track_id) values (1, ${id})`)
const ISRC = 'GBAYE0601498'

describe('tracks that a service names', () => {
  it('are written with the credits of the album or their own, once', async () => {
    const said = [
      track('Low Tide', 1, { durationMs: 200_000, isrcs: ['gb-aye-06-01498'] }),
      track('Night Ferry', 2, {
        credits: [credit('Nadia Vale', { joinPhrase: ' feat. ' }), credit('Ærø', { role: 'featured' })],
      }),
    ]
    expect(await save(...said)).toEqual({ tracks: 2, added: 2 })
    const before = await list()
    expect(await save(...said)).toEqual({ tracks: 2, added: 0 })
    expect(await list()).toEqual(before)
    expect(before[0]).toMatchObject({ name: 'Low Tide', isrc: ISRC, length: 200_000 })
    expect(await all.rows(sql`select artist_line, search_text from tracks order by track_number`)).toEqual([
      { artist_line: 'Nadia Vale', search_text: 'low tide nadia vale harbour' },
      { artist_line: 'Nadia Vale feat. Ærø', search_text: 'night ferry nadia vale feat aero harbour' },
    ])
    expect(await all.count('track_artists')).toBe(3)
    expect(await all.rows(sql`select total_tracks, duration_ms, tracks_at is not null as told from albums`)).toEqual([
      { total_tracks: 2, duration_ms: 200_000, told: true },
    ])
    expect(await all.rows(sql`select track_count from artists where id = ${artistId}`)).toEqual([{ track_count: 2 }])
  })

  it.each([
    ['recording', { ids: { musicbrainz: mbid(5) } }, 1],
    ['ISRC', { isrcs: [ISRC] }, 0.98],
    ['place and title', {}, 0.95],
    ['title and length', { durationMs: 203_000, disc: 2 }, 0.85],
  ])('are recognised by %s in files, which keep id, plays and name', async (what, more, score) => {
    const name = what === 'recording' || what === 'ISRC' ? 'LT (rip)' : 'Low Tide'
    const owned = await ownTrack(name, {
      trackKey: '1.1|low tide',
      trackNumber: null,
      durationMs: 200_000,
      isrc: what === 'ISRC' ? ISRC : null,
    })
    if (what === 'recording')
      await all.rows(
        sql`insert into external_ids (entity, entity_id, provider, value) values ('track', ${owned}, 'musicbrainz', ${mbid(5)})`,
      )
    await play(owned)
    expect(await save(track('Low Tide', 1, more))).toEqual({ tracks: 1, added: 0 })
    expect(await list()).toEqual([expect.objectContaining({ id: String(owned), name, place: 1, length: 200_000 })])
    expect(await all.count('plays')).toBe(1)
    expect(await all.known.provenanceOf('track', owned)).toMatchObject([
      { field: 'catalogued', provider: 'deezer', score: expect.closeTo(score) },
    ])
  })

  it('are another track when their length says so', async () => {
    await ownTrack('Low Tide', { trackNumber: 9, durationMs: 200_000 })
    expect(await save(track('Low Tide', 1, { durationMs: 210_000 }))).toEqual({ tracks: 2, added: 1 })
  })

  it('that are named no more go, except what someone has or did something with', async () => {
    await save(track('A', 1), track('B', 2), track('C', 3), track('D', 4))
    const rows = await list()
    await play(Number(rows[1]!.id))
    await all.rows(
      sql`insert into favorites (user_id, target_type, track_id) values (1, 'track', ${Number(rows[2]!.id)})`,
    )
    await ownTrack('Mine', { trackNumber: 9 })
    expect(await save(track('E', 5))).toEqual({ tracks: 4, added: 1 })
    expect((await list()).map(({ name }) => name)).toEqual(['B', 'C', 'E', 'Mine'])
    expect(await save()).toEqual({ tracks: 4, added: 0 })
  })

  it('and a file of one track become one, with the plays of both', async () => {
    await save(
      track('Low Tide', 1, {
        ids: { musicbrainz: mbid(5), deezer: '5' },
        isrcs: [ISRC],
        durationMs: 200_000,
        popularity: 40,
      }),
      track('Low Tide (Live)', 2),
    )
    const named = Number((await list())[0]!.id)
    await play(named)
    await all.rows(sql`insert into favorites (user_id, target_type, track_id) values (1, 'track', ${named})`)
    const owned = await ownTrack('Low Tide (Remastered)', {
      trackKey: '1.7|low tide remastered',
      trackNumber: 7,
      durationMs: 201_000,
    })
    await play(owned)
    await all.known.reconcile([albumId])
    expect((await list()).map(({ name }) => name)).toEqual(['Low Tide (Live)', 'Low Tide (Remastered)'])
    expect(await all.rows(sql`select isrc, popularity, catalogued from tracks where id = ${owned}`)).toEqual([
      { isrc: ISRC, popularity: 40, catalogued: true },
    ])
    expect(await all.known.resolveRef('track', mbid(5))).toBe(owned)
    expect(
      await all.rows(
        sql`select (select count(*)::int from plays where track_id = ${owned}) as plays, (select count(*)::int from favorites where track_id = ${owned}) as kept`,
      ),
    ).toEqual([{ plays: 2, kept: 1 }])
    expect(
      await all.rows(
        sql`select 1 from external_ids e where entity = 'track' and not exists (select 1 from tracks t where t.id = e.entity_id)`,
      ),
    ).toEqual([])
  })

  it('may be many of one name, one recording twice, and change places', async () => {
    const twice = { ids: { musicbrainz: mbid(7) }, durationMs: 60_000 }
    const said = [
      track('Intro', 1, twice),
      track('Song', 2),
      track('Intro', 3, twice),
      ...Array.from({ length: 1500 }, (_, at) => track('Untitled', at + 4)),
    ]
    expect(await save(...said)).toEqual({ tracks: 1503, added: 1503 })
    const before = await list()
    expect(await save(...said)).toEqual({ tracks: 1503, added: 0 })
    expect(await list()).toEqual(before)
    await save(track('Song', 1), track('Intro', 2, twice))
    const after = await list()
    expect(after.map(({ id }) => id)).toEqual([before[1]!.id, before[0]!.id])
  })

  it('are taken as they come, however wrong', async () => {
    const odd = track('a\0b'.repeat(2000), -5, {
      disc: Number.NaN,
      durationMs: 1e15,
      popularity: 900,
      isrcs: ['nonsense'],
      ids: { x: '' },
    })
    expect(await save(odd, track('', null), track('', null))).toEqual({ tracks: 2, added: 2 })
    expect(
      await all.known.saveContents([{ albumId: 999_999, contents: contents([track('x', 1)]), source: 'x' }]),
    ).toEqual({ tracks: 0, added: 0 })
  })

  it('come with editions, label and UPC', async () => {
    const edition = {
      id: mbid(77),
      title: 'Harbour',
      date: '2004',
      country: 'XE',
      format: 'CD',
      label: 'Quay',
      upc: '00012345678905',
      trackCount: 1,
      status: 'Official',
    }
    await all.known.saveContents([
      {
        albumId,
        contents: contents([track('A', 1)], { label: 'Quay', upc: '12345678905', editions: [edition, edition] }),
        source: 'musicbrainz',
      },
    ])
    expect(await all.rows(sql`select label, upc from albums`)).toEqual([{ label: 'Quay', upc: '012345678905' }])
    expect(await all.count('editions')).toBe(1)
    expect(await all.known.resolveRef('album', mbid(77))).toBe(albumId)
    const again = await all.known.saveAlbums(artistId, [
      { album: album('Otro', { upc: '012345678905' }), source: 'deezer', score: null },
    ])
    expect([...again.values()]).toEqual([albumId])
  })

  it('of two writers at once are the same as of one', async () => {
    const said = Array.from({ length: 60 }, (_, at) =>
      track(`Song ${at}`, at + 1, { credits: [credit(`Guest ${at % 7}`, { ids: { deezer: String(at % 7) } })] }),
    )
    const found = ['Harbour', 'Low Tide'].map((title, at) => ({
      album: album(title, { ids: { deezer: String(at) }, credits: [credit('Nadia Vale')] }),
      ...{ source: 'deezer', score: null },
    }))
    const write = async () => {
      const saved = await all.known.saveAlbums(artistId, found)
      await all.known.saveContents(
        [...saved.values()].map((id) => ({ albumId: id, contents: contents(said), source: 'deezer' })),
      )
    }
    await Promise.all([write(), write(), write()])
    expect([await all.count('albums'), await all.count('tracks'), await all.count('artists')]).toEqual([2, 120, 8])
    expect(await all.count('track_artists')).toBe(120)
  })
})
