import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { externalIds, tracks } from '../../../db/schema/catalogue.ts'
import type { PopularityCounts } from '../../../providers/ports.ts'

export async function trackIdsOf(db: Db, spotifyIds: readonly string[]) {
  if (spotifyIds.length === 0) return []
  return db
    .select({ track_id: externalIds.entityId, spotify_track_id: externalIds.value })
    .from(externalIds)
    .where(
      and(
        eq(externalIds.entity, 'track'),
        eq(externalIds.provider, 'spotify'),
        inArray(externalIds.value, [...spotifyIds]),
      ),
    )
}

/** Tracks of which nobody told how often they are heard; owned ones first. */
export async function tracksWithoutCounts(db: Db, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: tracks.id })
    .from(tracks)
    .where(sql`${tracks.listeners} is null and ${tracks.hasFile}`)
    .orderBy(tracks.id)
    .limit(limit)
  return rows.map(({ id }) => id)
}

export async function tracksWithoutPopularity(db: Db, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: tracks.id })
    .from(tracks)
    .innerJoin(
      externalIds,
      and(eq(externalIds.entity, 'track'), eq(externalIds.entityId, tracks.id), eq(externalIds.provider, 'spotify')),
    )
    .where(eq(tracks.popularity, 0))
    .orderBy(tracks.id)
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** What was told; a number that nobody told stays. */
export async function saveCounts(db: Db, id: number, counts: PopularityCounts): Promise<void> {
  await db.execute(sql`update tracks set updated_at = now(), listeners = coalesce(${counts.listeners}, listeners),
    playcount = coalesce(${counts.plays}, playcount), popularity = coalesce(${counts.popularity}::int, popularity) where id = ${id}`)
}

type Seeds = Readonly<{ artistIds: readonly number[]; trackIds: readonly number[] }>
const array = (ids: readonly number[]) => sql`${sql.param([...ids])}::bigint[]`

/** Artists a listener means by seeds, favourites and plays: seeds first. Hidden ones are left out. */
export async function tasteArtists(
  db: Db,
  userId: number,
  seeds: Seeds,
): Promise<{ id: number; reason: string; name: string }[]> {
  const { rows } = await db.execute<{ id: number; reason: string; name: string }>(sql`
    select x.id::int as id, min(x.rank) as rank, (array_agg(x.reason order by x.rank))[1] as reason, a.name from (
      select unnest(${array(seeds.artistIds)}) as id, 0 as rank, 'seed' as reason
      union all select c.artist_id, 0, 'seed' from track_artists c where c.track_id = any(${array(seeds.trackIds)})
      union all select similar_id, 1, 'similar' from similar_artists where similar_id is not null and (artist_id = any(${array(seeds.artistIds)})
        or artist_id in (select artist_id from track_artists where track_id = any(${array(seeds.trackIds)})))
      union all select artist_id, 2, 'favourite' from favorites where user_id = ${userId} and artist_id is not null
      union all select c.artist_id, 3, 'favourite' from favorites v join track_artists c on c.track_id = v.track_id where v.user_id = ${userId}
      union all (select c.artist_id, 4, 'played' from plays p join track_artists c on c.track_id = p.track_id
        where p.user_id = ${userId} group by c.artist_id order by count(*) desc limit 12)
    ) x join artists a on a.id = x.id
    where not exists (select 1 from hidden_artists h where h.user_id = ${userId} and h.artist_id = x.id)
    group by x.id, a.name order by 2, x.id limit 200`)
  return rows
}

type Candidate = { id: number; artistId: number; played: boolean; popularity: number; hasFile: boolean }

/** Tracks of these artists, the best known of each; not the seeds. */
export async function candidateTracks(
  db: Db,
  userId: number,
  artistIds: readonly number[],
  seeds: Seeds,
  perArtist: number,
): Promise<Candidate[]> {
  const { rows } = await db.execute<Candidate>(sql`select t.id::int as id, w.artist_id::int as "artistId", t.popularity,
      t.has_file as "hasFile", exists (select 1 from plays p where p.user_id = ${userId} and p.track_id = t.id) as played
    from unnest(${array(artistIds)}) with ordinality as w(artist_id, at) cross join lateral (
      select t.* from track_artists c join tracks t on t.id = c.track_id
      where c.artist_id = w.artist_id and c.role = 'main' and t.id <> all(${array(seeds.trackIds)})
      order by t.has_file desc, t.popularity desc, t.listeners desc nulls last, t.id limit ${perArtist}) t
    order by w.at, t.has_file desc, t.popularity desc, t.id`)
  return rows
}
