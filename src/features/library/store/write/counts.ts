import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'

const ids = (values: readonly number[]) => sql`${sql.param([...values])}::bigint[]`

/** Tracks that lost every file hand what people did with them to their successor, and go. */
export async function mergeTracks(db: Db, pairs: readonly { from: number; to: number }[]): Promise<void> {
  if (pairs.length === 0) return
  const json = sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w("from" bigint, "to" bigint)`
  const empty = sql`not exists (select 1 from recording_files f where f.track_id = w."from")`
  await db.execute(sql`update plays p set track_id = w."to" from ${json} where p.track_id = w."from" and ${empty}`)
  // Moved, not copied: a favourite keeps its place in the list.
  // Of several that become one the oldest moves; the others go with their tracks.
  await db.execute(sql`update favorites v set track_id = m."to" from (
      select distinct on (o.user_id, w."to") o.id, w."to" from favorites o join ${json} on o.track_id = w."from"
      where ${empty} and not exists (select 1 from favorites x where x.user_id = o.user_id and x.track_id = w."to")
      order by o.user_id, w."to", o.id) m where v.id = m.id`)
  await mergeOutsideIds(db, json, empty)
  await db.execute(sql`insert into ratings (user_id, track_id, rating)
    select r.user_id, w."to", r.rating from ratings r join ${json} on r.track_id = w."from" where ${empty} on conflict do nothing`)
  await db.execute(
    sql`delete from tracks t using ${json} where t.id = w."from" and t.id <> w."to" and not t.catalogued and ${empty}`,
  )
}

/** An outside id goes to the successor that has none; one that stayed behind would keep its place taken. */
async function mergeOutsideIds(db: Db, pairs: SQL, empty: SQL): Promise<void> {
  // A track that a service named stays, and its ids with it.
  const left = sql`o.entity = 'track' and o.entity_id = w."from" and w."from" <> w."to"
    and not exists (select 1 from tracks k where k.id = w."from" and k.catalogued)`
  await db.execute(sql`update external_ids e set entity_id = m."to" from (
      select distinct on (w."to", o.provider) o.provider, o.value, w."to" from external_ids o join ${pairs} on ${left}
      where ${empty} and not exists
        (select 1 from external_ids x where x.entity = 'track' and x.provider = o.provider and x.entity_id = w."to")
      order by w."to", o.provider, o.pinned desc, w."from", o.value) m
    where e.entity = 'track' and e.provider = m.provider and e.value = m.value`)
  await db.execute(sql`delete from external_ids o using ${pairs} where ${left} and ${empty}`)
}

/** Totals of albums, from their tracks. */
export async function refreshAlbums(db: Db, albumIds: readonly number[]): Promise<void> {
  if (albumIds.length === 0) return
  await db.execute(sql`update albums a set total_tracks = w.tracks, duration_ms = w.duration
    from (select album_id, count(*)::int as tracks, coalesce(sum(duration_ms), 0)::int as duration from tracks
      where album_id = any(${ids(albumIds)}) group by album_id) w where a.id = w.album_id`)
}

/** Counts and genres of artists, from their credits. */
export async function refreshArtists(db: Db, artistIds: readonly number[]): Promise<void> {
  if (artistIds.length === 0) return
  await db.execute(sql`update artists a set
      album_count = (select count(*) from album_artists c where c.artist_id = a.id),
      track_count = (select count(*) from track_artists c where c.artist_id = a.id)
    where a.id = any(${ids(artistIds)})`)
  await db.execute(sql`delete from artist_genres where artist_id = any(${ids(artistIds)})`)
  await db.execute(sql`insert into artist_genres (artist_id, genre_id, track_count)
    select c.artist_id, g.genre_id, count(*)::int from track_artists c join track_genres g on g.track_id = c.track_id
    where c.artist_id = any(${ids(artistIds)}) and c.role = 'main' group by 1, 2`)
}

/**
 * Removes what nothing holds any more: tracks without file rows that nobody played, rated or kept, then albums without
 * tracks, then artists without credits. What a user marked stays, and so does what a service named.
 */
export async function removeOrphans(db: Db): Promise<void> {
  await db.execute(sql`delete from tracks t where not exists (select 1 from recording_files f where f.track_id = t.id)
    and not t.catalogued and not exists (select 1 from plays p where p.track_id = t.id)
    and not exists (select 1 from favorites v where v.track_id = t.id)
    and not exists (select 1 from ratings r where r.track_id = t.id)`)
  await db.execute(
    sql`update tracks t set has_file = false where has_file and not exists (select 1 from recording_files f where f.track_id = t.id)`,
  )
  await db.execute(sql`delete from albums a where not a.catalogued
    and not exists (select 1 from tracks t where t.album_id = a.id) and not exists (select 1 from favorites v where v.album_id = a.id)`)
  await db.execute(sql`delete from artists a where not a.catalogued
    and not exists (select 1 from track_artists c where c.artist_id = a.id)
    and not exists (select 1 from album_artists c where c.artist_id = a.id)
    and not exists (select 1 from favorites v where v.artist_id = a.id)`)
  for (const table of ['external_ids', 'provenance']) {
    await db.execute(sql`delete from ${sql.identifier(table)} e where (e.entity = 'artist' and not exists (select 1 from artists a where a.id = e.entity_id))
      or (e.entity = 'album' and not exists (select 1 from albums a where a.id = e.entity_id))
      or (e.entity = 'track' and not exists (select 1 from tracks t where t.id = e.entity_id))`)
  }
  await db.execute(sql`update artists a set album_count = w.albums, track_count = w.tracks from (
      select a2.id, (select count(*) from album_artists c where c.artist_id = a2.id) as albums,
        (select count(*) from track_artists c where c.artist_id = a2.id) as tracks from artists a2) w
    where a.id = w.id and (a.album_count, a.track_count) is distinct from (w.albums, w.tracks)`)
}

/** Fresh statistics after a bulk load, or the planner guesses by the empty table. */
export async function analyze(db: Db): Promise<void> {
  for (const table of [
    'recording_files',
    'tracks',
    'albums',
    'artists',
    'track_artists',
    'album_artists',
    'track_genres',
    'artist_genres',
  ]) {
    await db.execute(sql`analyze ${sql.identifier(table)}`)
  }
}
