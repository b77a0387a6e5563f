import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import type { Entity } from '../../types.ts'
import { list } from '../ids.ts'
import { table } from '../refs.ts'

/** Files of the first track of each pair become files of the second. */
export async function joinFiles(db: Db, pairs: readonly { from: number; to: number }[]): Promise<void> {
  await db.execute(sql`update recording_files f set track_id = w."to"
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w("from" bigint, "to" bigint) where f.track_id = w."from"`)
}

/** What is to go and what of it stays after all; `albums` go with their rows, `keptAlbums` hold `keptTracks`. */
export type Removal = Readonly<{
  albums: readonly number[]
  tracks: readonly number[]
  keptAlbums: readonly number[]
  keptTracks: readonly number[]
}>

/** The first of these rows that anyone has as a favourite. */
export async function findFavorite(
  db: Db,
  entity: Entity,
  ids: readonly number[],
): Promise<{ id: number; name: string } | null> {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`select t.id, t.name from ${table(entity)} t
    where t.id = any(${list(ids)}) and exists (select 1 from favorites v where v.${sql.identifier(`${entity}_id`)} = t.id)
    order by t.id limit 1`)
  const [row] = rows
  return row ? { id: Number(row.id), name: row.name } : null
}

/** Tracks that somebody has as a file, played or rated. */
export async function keptTracks(db: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select t.id from tracks t where t.id = any(${list(ids)}) and
    (exists (select 1 from recording_files f where f.track_id = t.id)
      or exists (select 1 from plays p where p.track_id = t.id) or exists (select 1 from ratings r where r.track_id = t.id))`)
  return rows.map(({ id }) => Number(id))
}

const TOLD = {
  artist: sql`, discography_at = null, last_refreshed_at = null`,
  album: sql`, tracks_at = null`,
  track: sql``,
}
/** Rows that stay as those of files do: nobody keeps them complete any more. */
export async function uncatalogue(db: Db, entity: Entity, ids: readonly number[]): Promise<void> {
  await db.execute(sql`update ${table(entity)} set catalogued = false ${TOLD[entity]} where id = any(${list(ids)})`)
  await db.execute(
    sql`delete from provenance where entity = ${entity} and entity_id = any(${list(ids)}) and field = 'catalogued'`,
  )
}

/** Albums whose only main artist this is. */
export async function albumsOnlyOf(db: Db, artistId: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select c.album_id as id from album_artists c
    where c.artist_id = ${artistId} and c.role = 'main' and not exists (select 1 from album_artists o
      where o.album_id = c.album_id and o.role = 'main' and o.artist_id <> ${artistId})`)
  return rows.map(({ id }) => Number(id))
}

/** Tracks of these albums, and those anywhere that nobody but this artist made. */
export async function tracksToRemove(db: Db, albumIds: readonly number[], artistId: number | null): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from tracks where album_id = any(${list(albumIds)})
    union select c.track_id from track_artists c where c.artist_id = ${artistId} and c.role = 'main'
      and not exists (select 1 from track_artists o where o.track_id = c.track_id and o.role = 'main' and o.artist_id <> ${artistId})`)
  return rows.map(({ id }) => Number(id))
}

export async function albumsHolding(db: Db, trackIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select distinct album_id as id from tracks where id = any(${list(trackIds)}) and album_id is not null`,
  )
  return rows.map(({ id }) => Number(id))
}

export async function removeRows(db: Db, entity: 'album' | 'track', ids: readonly number[]): Promise<void> {
  await db.execute(sql`delete from ${sql.identifier(`${entity}s`)} where id = any(${list(ids)})`)
}

/** Lines of credits, after an artist went out of them. */
export async function rewriteLines(db: Db, entity: 'album' | 'track', ids: readonly number[]): Promise<void> {
  const [rows, credits, owner] = [`${entity}s`, `${entity}_artists`, `${entity}_id`].map((name) => sql.identifier(name))
  await db.execute(sql`update ${rows} t set artist_line = left(coalesce((select string_agg(a.name ||
      case when c.last then '' else coalesce(nullif(c.join_phrase, ''), ', ') end, '' order by c.position)
      from (select o.*, o.position = max(o.position) over () as last from ${credits} o where o.${owner} = t.id) c
      join artists a on a.id = c.artist_id), ''), 500) where t.id = any(${list(ids)})`)
}

/** Albums and tracks that name an artist. */
export async function creditsOf(db: Db, entity: 'album' | 'track', artistId: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select ${sql.identifier(`${entity}_id`)} as id
    from ${sql.identifier(`${entity}_artists`)} where artist_id = ${artistId}`)
  return rows.map(({ id }) => Number(id))
}
