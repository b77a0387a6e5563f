import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import { normalizeName } from '../../../../../platform/lib/normalize.ts'
import { json } from '../../clean.ts'
import { list } from '../ids.ts'

export type AlbumHead = { id: string; name: string; artist_line: string; has_files: boolean }

/** Albums that exist, held until the end of the transaction, in the order in which scans hold them. */
export async function lockAlbums(db: Db, ids: readonly number[]): Promise<AlbumHead[]> {
  const { rows } = await db.execute<AlbumHead>(sql`select id, name, artist_line from albums
    where id = any(${list(ids)}) order by album_key for no key update`)
  return rows
}

export type StoredTrack = {
  id: string
  album_id: string
  track_key: string
  name: string
  disc_number: number
  track_number: number | null
  duration_ms: number
  isrc: string | null
  catalogued: boolean
  artist_line: string
  has_files: boolean
}

export async function tracksOf(db: Db, albumIds: readonly number[]): Promise<StoredTrack[]> {
  const { rows } = await db.execute<StoredTrack>(sql`select id, album_id, track_key, name, disc_number, track_number,
      duration_ms, isrc, catalogued, artist_line,
      t.has_file or exists (select 1 from recording_files f where f.track_id = t.id) as has_files
    from tracks t where album_id = any(${list(albumIds)}) order by id`)
  return rows
}

/** Albums of these that a service named: the others need no second look after a scan. */
export async function cataloguedOf(db: Db, albumIds: readonly number[]): Promise<number[]> {
  if (albumIds.length === 0) return []
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from albums where id = any(${list(albumIds)}) and catalogued order by album_key`,
  )
  return rows.map(({ id }) => Number(id))
}

export type AlbumCredit = {
  album_id: string
  artist_id: string
  position: number
  role: 'main' | 'featured'
  join_phrase: string
}

export async function albumCreditsOf(db: Db, albumIds: readonly number[]): Promise<AlbumCredit[]> {
  const { rows } = await db.execute<AlbumCredit>(
    sql`select * from album_artists where album_id = any(${list(albumIds)}) order by album_id, position`,
  )
  return rows
}

/** A track as it is written; where a row has files, `owned`, it only fills what they leave open. */
export type TrackFacts = Readonly<{
  id: number | null
  album_id: number
  key: string
  name: string
  search_text: string
  disc: number
  position: number | null
  duration: number | null
  isrc: string | null
  explicit: boolean | null
  popularity: number | null
  artist_line: string
  owned: boolean
}>
const COLUMNS = sql`w(id bigint, album_id bigint, key text, name text, normalized_name text, search_text text, disc int,
  position int, duration int, isrc text, explicit boolean, popularity int, artist_line text, owned boolean)`
const recordset = (facts: readonly TrackFacts[]) =>
  sql`jsonb_to_recordset(${json(facts.map((row) => ({ ...row, normalized_name: normalizeName(row.name) })))}::jsonb) as ${COLUMNS}`

/** Makes tracks; one that a scan made meanwhile is taken. Ids by album and key. */
export async function insertTracks(db: Db, facts: readonly TrackFacts[]): Promise<Map<string, number>> {
  if (facts.length === 0) return new Map()
  const { rows } = await db.execute<{ id: string; album_id: string; key: string }>(sql`
    insert into tracks (album_id, track_key, name, normalized_name, search_text, disc_number, track_number, duration_ms,
      isrc, explicit, popularity, artist_line, catalogued)
    select w.album_id, w.key, w.name, w.normalized_name, w.search_text, w.disc, w.position, coalesce(w.duration, 0), w.isrc,
      coalesce(w.explicit, false), coalesce(w.popularity, 0), w.artist_line, true
    from ${recordset(facts)} order by w.album_id, w.disc, w.position, w.key
    on conflict (album_id, track_key) do update set catalogued = true
    returning id, album_id, track_key as key`)
  return new Map(rows.map((row) => [`${row.album_id} ${row.key}`, Number(row.id)]))
}

/** What did not change is not written again. */
export async function updateTracks(db: Db, facts: readonly TrackFacts[]): Promise<void> {
  if (facts.length === 0) return
  await db.execute(sql`update tracks t set catalogued = true, updated_at = now(), track_key = n.track_key, name = n.name,
      normalized_name = n.normalized_name, search_text = n.search_text, disc_number = n.disc_number,
      track_number = n.track_number, duration_ms = n.duration_ms, isrc = n.isrc, explicit = n.explicit,
      popularity = n.popularity, artist_line = n.artist_line
    from ${recordset(facts)} join tracks o on o.id = w.id cross join lateral (select
      case when w.owned then o.track_key else w.key end as track_key, case when w.owned then o.name else w.name end as name,
      case when w.owned then o.normalized_name else w.normalized_name end as normalized_name,
      case when w.owned then o.search_text else w.search_text end as search_text,
      case when w.owned and o.track_number is not null then o.disc_number else w.disc end as disc_number,
      case when w.owned then coalesce(o.track_number, w.position) else coalesce(w.position, o.track_number) end as track_number,
      case when w.owned and o.duration_ms > 0 then o.duration_ms else coalesce(w.duration, o.duration_ms) end as duration_ms,
      case when w.owned then coalesce(o.isrc, w.isrc) else coalesce(w.isrc, o.isrc) end as isrc,
      coalesce(w.explicit, o.explicit) as explicit, coalesce(w.popularity, o.popularity) as popularity,
      case when w.owned then o.artist_line else w.artist_line end as artist_line) n
    where t.id = w.id and (not o.catalogued or (o.track_key, o.name, o.search_text, o.disc_number, o.track_number,
      o.duration_ms, o.isrc, o.explicit, o.popularity, o.artist_line) is distinct from (n.track_key, n.name, n.search_text,
      n.disc_number, n.track_number, n.duration_ms, n.isrc, n.explicit, n.popularity, n.artist_line))`)
}

/** Tracks that no service names any more go, unless someone has them or did something with them. Ids of what went. */
export async function removeTracks(db: Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const { rows } = await db.execute<{ id: string }>(sql`delete from tracks t where t.id = any(${list(ids)})
    and not exists (select 1 from recording_files f where f.track_id = t.id)
    and not exists (select 1 from plays p where p.track_id = t.id)
    and not exists (select 1 from favorites v where v.track_id = t.id)
    and not exists (select 1 from ratings r where r.track_id = t.id) returning t.id`)
  return rows.map(({ id }) => Number(id))
}

/** Ids and sources of rows that are gone. */
export async function forget(db: Db, entity: 'artist' | 'album' | 'track', ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db.execute(sql`delete from external_ids where entity = ${entity} and entity_id = any(${list(ids)})`)
  await db.execute(sql`delete from provenance where entity = ${entity} and entity_id = any(${list(ids)})`)
}

/** What a row without files knows goes to the row that has them; after that the first can be merged away. */
export async function absorbTracks(db: Db, pairs: readonly { from: number; to: number }[]): Promise<void> {
  if (pairs.length === 0) return
  const pairsJson = sql`jsonb_to_recordset(${json(pairs)}::jsonb) as w("from" bigint, "to" bigint)`
  await db.execute(sql`update tracks t set catalogued = true, isrc = coalesce(t.isrc, o.isrc),
      track_number = coalesce(t.track_number, o.track_number),
      disc_number = case when t.track_number is null and o.track_number is not null then o.disc_number else t.disc_number end,
      duration_ms = case when t.duration_ms > 0 then t.duration_ms else o.duration_ms end,
      popularity = greatest(t.popularity, o.popularity), listeners = coalesce(t.listeners, o.listeners),
      playcount = coalesce(t.playcount, o.playcount), explicit = t.explicit or o.explicit
    from ${pairsJson} join tracks o on o.id = w."from" where t.id = w."to"`)
  for (const table of ['track_lyrics', 'track_features', 'video_links']) {
    const name = sql.identifier(table)
    await db.execute(sql`update ${name} x set track_id = m."to" from (select distinct on (w."to") w."from", w."to"
        from ${pairsJson} join ${name} o on o.track_id = w."from"
        where not exists (select 1 from ${name} y where y.track_id = w."to") order by w."to", w."from") m
      where x.track_id = m."from"`)
  }
  await db.execute(sql`update provenance p set entity_id = m."to" from (select distinct on (w."to", o.field) w."from", w."to", o.field
      from ${pairsJson} join provenance o on o.entity = 'track' and o.entity_id = w."from"
      where not exists (select 1 from provenance y where y.entity = 'track' and y.entity_id = w."to" and y.field = o.field)
      order by w."to", o.field, w."from") m
    where p.entity = 'track' and p.entity_id = m."from" and p.field = m.field`)
  // A row of a service is merged away only when nothing of it is lost.
  await db.execute(sql`update tracks t set catalogued = false from ${pairsJson} where t.id = w."from"`)
}
