import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addAlbum, addArtist, addTrack } from '../seed.ts'
import { mbid, startKnown } from './said.ts'

let all: Awaited<ReturnType<typeof startKnown>>
const ids: Record<string, number> = {}
const artists: Record<string, number> = {}

beforeAll(async () => {
  all = await startKnown()
  await all.rows(sql`insert into users (id, name, username, email, password_hash, role) overriding system value
    select i, 'u', 'u' || i, i || '@example.org', 'x', 'admin' from generate_series(1, 2) i`)
  await all.rows(sql`insert into music_folders (path, state) values ('/m', 'offline')`)
  artists.vale = await addArtist(all.db, 'Nadia Vale', { catalogued: true })
  artists.reyl = await addArtist(all.db, 'Tomas Reyl', { catalogued: true })
  artists.other = await addArtist(all.db, 'Somebody')
  const put = async (name: string, by: number[], date: string, owned: (boolean | 'offline')[], more = {}) => {
    const id = await addAlbum(all.db, name, by, { releaseDate: date, catalogued: true, ...more })
    ids[name] = id
    for (const [at, has] of owned.entries()) {
      const trackId = await addTrack(all.db, `${name} ${at}`, by, { albumId: id, hasFile: has === true })
      if (has === 'offline')
        await all.rows(sql`insert into recording_files (folder_id, rel_path, album_dir, track_id, size, mtime_ms, quick_hash, tags, codec, container, duration_ms)
        select id, ${`f${trackId}`}, '', ${trackId}, 1, 1, 'h', '{}', 'flac', 'flac', 1 from music_folders`)
    }
    return id
  }
  await put('whole', [artists.vale], '2001', [true, 'offline'])
  await put('half', [artists.vale], '2002-03-04', [true, false])
  await put('nothing', [artists.vale], '2003-03-04', [false])
  await put('unknown', [artists.vale], '2004-03-04', [], { totalTracks: 9 })
  await put('single', [artists.vale], '2005', [false], { releaseType: 'single' })
  await put('duet', [artists.vale, artists.reyl], '2005-01-01', [false])
  await put('solo', [artists.reyl], '2005-01-01', [false])
  await put('foreign', [artists.other], '2005-01-02', [false])
  await all.rows(sql`insert into hidden_artists (user_id, artist_id) values (2, ${artists.reyl})`)
})
afterAll(() => all.close())

const nameOf = (id: number) => Object.entries(ids).find(([, value]) => value === id)?.[0]
async function walk(
  read: (cursor: string | undefined) => Promise<{ items: readonly { id: number }[]; cursor: string | null }>,
) {
  const names: (string | undefined)[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    names.push(...page.items.map(({ id }) => nameOf(id)))
    cursor = page.cursor ?? undefined
  } while (cursor)
  return names
}

describe('what is owned', () => {
  it('is told by type; audio in a folder that is unplugged is owned', async () => {
    const owned = await all.known.ownership(artists.vale!, 1)
    expect(owned.map(({ type, all: whole, some, none }) => [type, whole, some, none])).toEqual([
      ['album', 1, 1, 3],
      ['single', 0, 0, 1],
    ])
    expect(owned[0]!.albums.map(({ id, ownedTracks, totalTracks }) => [nameOf(id), ownedTracks, totalTracks])).toEqual([
      ['duet', 0, 1],
      ['unknown', 0, 9],
      ['nothing', 0, 1],
      ['half', 1, 2],
      ['whole', 2, 2],
    ])
    expect((await all.known.ownership(artists.vale!, 2))[0]!.albums.map(({ id }) => nameOf(id))).not.toContain('duet')
    expect(await all.known.ownership(999_999, 1)).toEqual([])
  })

  it('leaves missing albums, page by page, without those of hidden artists', async () => {
    for (const limit of [1, 2, 100]) {
      expect(await walk((cursor) => all.known.missing(1, { limit, ...(cursor && { cursor }) }))).toEqual([
        'duet',
        'solo',
        'single',
        'unknown',
        'nothing',
        'half',
      ])
    }
    expect(await walk((cursor) => all.known.missing(2, { limit: 2, ...(cursor && { cursor }) }))).toEqual([
      'single',
      'unknown',
      'nothing',
      'half',
    ])
    expect(await walk(() => all.known.missing(1, { limit: 9, artistId: artists.reyl! }))).toEqual(['duet', 'solo'])
    expect(await walk(() => all.known.missing(1, { limit: 9, types: ['single'] }))).toEqual(['single'])
    expect(await walk(() => all.known.missing(1, { limit: 9, ownedArtists: true }))).toEqual([
      'duet',
      'single',
      'unknown',
      'nothing',
      'half',
    ])
    expect(await walk(() => all.known.missing(1, { limit: 9, ownedArtists: true, artistId: artists.reyl! }))).toEqual([
      'duet',
    ])
    await expect(all.known.missing(1, { limit: 1, cursor: 'x' })).rejects.toMatchObject({ code: 'INVALID_PARAMETER' })
  })

  it('counts what all pages have together', async () => {
    const filters = [
      {},
      { ownedArtists: true },
      { types: ['single' as const] },
      { artistId: artists.reyl! },
      { artistId: artists.reyl!, ownedArtists: true },
      { artistId: 999_999 },
    ]
    for (const userId of [1, 2])
      for (const filter of filters) {
        const listed = await walk((cursor) =>
          all.known.missing(userId, { ...filter, limit: 2, ...(cursor && { cursor }) }),
        )
        expect(await all.known.countMissing(userId, filter), JSON.stringify([userId, filter])).toBe(listed.length)
      }
    expect(await all.known.countMissing(1, {})).toBe(6)
  })

  it('new releases have a full date and an artist of the library', async () => {
    const read = (userId: number) =>
      walk((cursor) => all.known.newReleases(userId, { sinceDate: '2003-03-04', limit: 2, ...(cursor && { cursor }) }))
    expect(await read(1)).toEqual(['duet', 'solo', 'unknown', 'nothing'])
    expect(await read(2)).toEqual(['unknown', 'nothing'])
  })

  it('tells what came lately', async () => {
    const changes = await all.known.contentChanges(artists.reyl!, new Date(Date.now() - 60_000), 10)
    expect(changes.map(({ id }) => nameOf(id))).toEqual(['solo', 'duet'])
    expect(await all.known.contentChanges(artists.reyl!, new Date(Date.now() + 60_000), 10)).toEqual([])
  })
})

describe('references', () => {
  it('are local numbers, Spotify ids and MusicBrainz ids of rows that are there', async () => {
    await all.rows(sql`insert into external_ids (entity, entity_id, provider, value) values
      ('album', ${ids.whole}, 'spotify', ${'1234567890123456789012'}), ('album', ${ids.half}, 'musicbrainz', ${mbid(4)}), ('artist', 999999, 'musicbrainz', ${mbid(5)})`)
    const album = (text: string) => all.known.resolveRef('album', text)
    expect(
      await Promise.all(
        [String(ids.whole), '1234567890123456789012', mbid(4), '999999', mbid(9), 'x', '', "1' or 1=1"].map(album),
      ),
    ).toEqual([ids.whole, ids.whole, ids.half, null, null, null, null, null])
    expect(await all.known.resolveRef('artist', mbid(5))).toBe(null)
  })

  it('name a service: its numbers are no local ones', async () => {
    const [other, own] = [artists.reyl!, Object.values(artists).find((id) => id !== artists.reyl)!]
    await all.rows(
      sql`insert into external_ids (entity, entity_id, provider, value) values ('artist', ${other}, 'deezer', ${String(own)})`,
    )
    expect(await all.known.resolveRef('artist', `deezer:${own}`)).toBe(other)
    expect(await all.known.resolveRef('artist', `discogs:${own}`)).toBe(null)
    expect(await all.known.resolveRef('artist', `musicbrainz:${mbid(9)}`)).toBe(null)
  })
})

describe('with many albums', () => {
  type Plan = {
    'Node Type': string
    'Relation Name'?: string
    'Index Name'?: string
    'Actual Loops'?: number
    Plans?: Plan[]
  }
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

  const PAGE = /limit[\s\S]*release_date/
  const COUNT = /^select count\(/
  /** The plan of the statement that reads a page, or counts. */
  async function planOf(read: () => Promise<unknown>, statement = PAGE, how = 'format json'): Promise<Plan[]> {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    await read()
    const sent = spy.mock.calls.map(([config, values]) => ({ ...(config as unknown as { text: string }), values }))
    spy.mockRestore()
    const page = sent.filter(({ text }) => statement.test(text))
    expect(page).toHaveLength(1)
    const client = new pg.Client({ connectionString: all.url })
    await client.connect()
    const { rows } = await client.query(`explain (${how}) ${page[0]!.text}`, page[0]!.values as unknown[])
    await client.end()
    return nodes(rows[0]['QUERY PLAN'][0].Plan)
  }

  it('a page is read along the index of dates, and tracks by their album', async () => {
    await all.rows(sql`insert into albums (album_key, name, sort_name, normalized_name, release_date, catalogued)
      select i::text, 'r', 'r', 'r', to_char(date '1960-01-01' + (i * 7919) % 22000, 'YYYY-MM-DD'), true from generate_series(1, 20000) i`)
    await all.rows(sql`insert into album_artists (album_id, artist_id, position, role)
      select id, ${artists.vale}, 0, 'main' from albums where album_key ~ '^[0-9]+$'`)
    await all.rows(sql`insert into tracks (album_id, track_key, name, normalized_name, search_text)
      select id, n::text, 't', 't', 't' from albums, generate_series(1, 5) n where album_key ~ '^[0-9]+$'`)
    await all.rows(sql`analyze`)
    for (const read of [
      () => all.known.missing(1, { limit: 20 }),
      () => all.known.newReleases(2, { sinceDate: '1990-01-01', limit: 20 }),
    ]) {
      const plan = await planOf(read)
      expect(plan.map((node) => node['Index Name'])).toContain('albums_date_idx')
      const whole = plan.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'])
      expect(whole.filter((table) => table === 'albums' || table === 'tracks')).toEqual([])
    }
  })

  it('what is missing is counted at one go, not album by album', async () => {
    for (const filters of [{}, { ownedArtists: true }]) {
      const plan = await planOf(() => all.known.countMissing(1, filters), COUNT, 'analyze, timing off, format json')
      const looked = plan.filter((node) => /^track/.test(node['Relation Name'] ?? ''))
      expect(looked.length).toBeGreaterThan(0)
      expect(Math.max(...looked.map((node) => node['Actual Loops'] ?? 0))).toBeLessThan(100)
    }
  })
})
