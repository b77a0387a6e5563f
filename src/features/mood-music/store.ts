import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { Candidate } from './rank.ts'

/** How many places of the library are looked at, and how many songs at each. */
const PLACES = 8
const AT_EACH = 60

export async function genreNames(db: Db): Promise<{ id: number; name: string }[]> {
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from genres order by id limit 5000`,
  )
  return rows.map(({ id, name }) => ({ id: Number(id), name }))
}

/**
 * Songs that can be played, from random places of the library and of the given genres: a fixed amount of work for any
 * size of library, because each place is one short walk along an index. Nothing of artists that `userId` hides.
 */
export async function candidates(
  db: Db,
  genreIds: readonly number[],
  userId: number | null,
  random: () => number,
): Promise<Candidate[]> {
  const starts = Array.from({ length: PLACES }, random)
  const { rows } = await db.execute<{
    id: string
    artist_id: string | null
    bpm: number | null
    genres: string[] | null
  }>(sql`
    with bounds as (select coalesce(min(id), 0) as low, coalesce(max(id), 0) as high from tracks where has_file),
    places as (select low + floor(f * (high - low + 1))::bigint as start from bounds, unnest(${sql.param(starts)}::float8[]) as f),
    anywhere as (select t.id from places cross join lateral
      (select id from tracks where has_file and id >= start order by id limit ${AT_EACH}) t),
    fitting as (select t.id from unnest(${sql.param([...genreIds])}::bigint[]) as g cross join
      (select start from places limit 3) p cross join lateral
      (select tg.track_id as id from track_genres tg join tracks t2 on t2.id = tg.track_id and t2.has_file
        where tg.genre_id = g and tg.track_id >= p.start order by tg.track_id limit ${AT_EACH / 3}) t),
    chosen as (select id from anywhere union select id from fitting union
      (select id from tracks where has_file order by id limit ${AT_EACH}))
    select t.id, t.bpm,
      (select artist_id from track_artists where track_id = t.id order by position limit 1) as artist_id,
      (select array_agg(g.name order by tg.position) from track_genres tg join genres g on g.id = tg.genre_id where tg.track_id = t.id) as genres
    from chosen join tracks t on t.id = chosen.id
    where not exists (select 1 from track_artists c join hidden_artists h on h.artist_id = c.artist_id
      where c.track_id = t.id and c.role = 'main' and h.user_id = ${userId})
    order by t.id`)
  return rows.map((row) => ({
    id: Number(row.id),
    artistId: row.artist_id === null ? null : Number(row.artist_id),
    bpm: row.bpm,
    genres: row.genres ?? [],
  }))
}
