import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import { normalizeName, sortName } from '../../../../../platform/lib/normalize.ts'
import { json } from '../../clean.ts'
import type { OutsideId } from '../../types.ts'
import { list } from '../ids.ts'

export type StoredAlbum = {
  id: string
  album_key: string
  name: string
  release_date: string
  release_type: string
  catalogued: boolean
  own: boolean
  has_files: boolean
  /** What the files of an album say that it is, where only files speak of it. */
  stated_type: string | null
  has_credits: boolean
  upcs: string[]
}

/** Albums of an artist, and those that have one of these ids, UPCs or keys. */
export async function albumsAround(
  db: Db,
  artistId: number,
  wanted: Readonly<{ ids: readonly OutsideId[]; upcs: readonly string[]; keys: readonly string[] }>,
): Promise<StoredAlbum[]> {
  const upcs = sql`${sql.param([...wanted.upcs])}::text[]`
  const { rows } = await db.execute<StoredAlbum>(sql`
    with own as (select album_id as id from album_artists where artist_id = ${artistId}),
    around as (select id from own
      union select e.entity_id from jsonb_to_recordset(${json(wanted.ids)}::jsonb) as w(provider text, value text)
        join external_ids e on e.entity = 'album' and e.provider = w.provider and e.value = w.value
      union select id from albums where upc = any(${upcs}) union select album_id from editions where upc = any(${upcs})
      union select id from albums where album_key = any(${sql.param([...wanted.keys])}::text[]))
    select a.id, a.album_key, a.name, a.release_date, a.release_type, a.catalogued, a.id in (select id from own) as own,
      exists (select 1 from tracks t join recording_files f on f.track_id = t.id where t.album_id = a.id) as has_files,
      case when not a.catalogued then (select min(f.tags ->> 'releaseType') from tracks t
        join recording_files f on f.track_id = t.id where t.album_id = a.id) end as stated_type,
      exists (select 1 from album_artists c where c.album_id = a.id) as has_credits,
      array(select a.upc where a.upc is not null union select n.upc from editions n where n.album_id = a.id and n.upc is not null) as upcs
    from albums a where a.id in (select id from around) order by a.id for no key update of a`)
  return rows
}

export type NewAlbum = Readonly<{ key: string; titleKey: string; name: string }>

/**
 * The same albums with keys that no album has, nor another of them: artist and title are the key of what came without
 * ids, and an artist may have several albums of one title.
 */
export async function freeKeys(db: Db, wanted: readonly NewAlbum[]): Promise<NewAlbum[]> {
  if (wanted.length === 0) return []
  const taken = new Set<string>()
  // Twice as far each time: of a thousand albums of one title the next is found in ten looks.
  for (let from = 1; ; from *= 2) {
    const proposed = numbered(wanted, taken, from)
    const keys = sql.param(proposed.map(({ key }) => key))
    const { rows } = await db.execute<{ key: string }>(
      sql`select album_key as key from albums where album_key = any(${keys}::text[])`,
    )
    if (rows.length === 0) return proposed
    for (const { key } of rows) taken.add(key)
  }
}

function numbered(wanted: readonly NewAlbum[], taken: ReadonlySet<string>, from: number): NewAlbum[] {
  const used = new Set<string>()
  const next = new Map<string, number>()
  return wanted.map((album) => {
    let at = next.get(album.key) ?? 1
    const key = (): string => (at === 1 ? album.key : `${album.key}#${at}`)
    while (taken.has(key()) || used.has(key())) at = Math.max(at + 1, from)
    const found = { ...album, key: key() }
    used.add(found.key)
    next.set(album.key, at + 1)
    return found
  })
}

/** Makes albums; one that another writer made meanwhile under the same key is taken. Ids by key. */
export async function insertAlbums(db: Db, wanted: readonly NewAlbum[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const values = wanted.map(({ key, titleKey, name }) => ({
    ...{ key, title_key: titleKey, name, sort_name: sortName(name), normalized_name: normalizeName(name) },
  }))
  const { rows } = await db.execute<{ id: string; key: string }>(sql`
    insert into albums (album_key, title_key, name, sort_name, normalized_name, catalogued)
    select w.key, w.title_key, w.name, w.sort_name, w.normalized_name, true from jsonb_to_recordset(${json(values)}::jsonb)
      as w(key text, title_key text, name text, sort_name text, normalized_name text) order by w.key
    on conflict (album_key) do update set title_key = coalesce(albums.title_key, excluded.title_key)
    returning id, album_key as key`)
  return new Map(rows.map((row) => [row.key, Number(row.id)]))
}

/** What is written of an album; null leaves what is there. */
export type AlbumFacts = Readonly<{
  id: number
  /** The key that a release group gives; not taken when another album has it. */
  key: string | null
  name: string | null
  release_date: string | null
  release_type: string | null
  upc: string | null
  cover_url: string | null
  disambiguation: string | null
  artist_line: string | null
  total_tracks: number | null
}>

export async function describeKnownAlbums(db: Db, facts: readonly AlbumFacts[]): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map((row) => ({
    ...row,
    sort_name: row.name === null ? null : sortName(row.name),
    normalized_name: row.name === null ? null : normalizeName(row.name),
  }))
  await db.execute(sql`update albums a set catalogued = true, updated_at = now(),
      album_key = case when w.key is null or exists (select 1 from albums x where x.album_key = w.key) then a.album_key else w.key end,
      name = coalesce(w.name, a.name), sort_name = coalesce(w.sort_name, a.sort_name),
      normalized_name = coalesce(w.normalized_name, a.normalized_name),
      release_date = coalesce(w.release_date, a.release_date), release_type = coalesce(w.release_type, a.release_type),
      upc = coalesce(w.upc, a.upc), cover_url = coalesce(w.cover_url, a.cover_url),
      disambiguation = coalesce(w.disambiguation, a.disambiguation),
      artist_line = coalesce(w.artist_line, a.artist_line),
      -- What the service counts serves only until its tracks are there.
      total_tracks = case when exists (select 1 from tracks t where t.album_id = a.id) then a.total_tracks
        else coalesce(w.total_tracks, a.total_tracks) end
    from jsonb_to_recordset(${json(rows)}::jsonb) as w(id bigint, key text, name text, sort_name text,
      normalized_name text, release_date text, release_type text, upc text, cover_url text, disambiguation text,
      artist_line text, total_tracks int) where a.id = w.id`)
}

export type CreditRow = Readonly<{
  owner: number
  artistId: number
  position: number
  role: 'main' | 'featured'
  joinPhrase: string
}>

/** Ordered credits, replaced as a whole. */
export async function replaceCredits(
  db: Db,
  entity: 'album' | 'track',
  owners: readonly number[],
  credits: readonly CreditRow[],
): Promise<void> {
  if (owners.length === 0) return
  const table = sql.identifier(`${entity}_artists`)
  const owner = sql.identifier(`${entity}_id`)
  const rows = credits.map(({ artistId, joinPhrase, ...row }) => ({ ...row, artist: artistId, join: joinPhrase }))
  await db.execute(sql`delete from ${table} where ${owner} = any(${list(owners)})`)
  await db.execute(sql`insert into ${table} (${owner}, artist_id, position, role, join_phrase)
    select w.owner, w.artist, w.position, w.role, w."join" from jsonb_to_recordset(${json(rows)}::jsonb)
      as w(owner bigint, artist bigint, position int, role text, "join" text)`)
}

/** Artists that these albums or tracks name. */
export async function creditedArtists(db: Db, entity: 'album' | 'track', owners: readonly number[]): Promise<number[]> {
  if (owners.length === 0) return []
  const { rows } = await db.execute<{ id: string }>(sql`select distinct artist_id as id
    from ${sql.identifier(`${entity}_artists`)} where ${sql.identifier(`${entity}_id`)} = any(${list(owners)})`)
  return rows.map(({ id }) => Number(id))
}
