import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { artists, externalIds } from '../../../../db/schema/catalogue.ts'

export const STALE_DAYS = 7
const stale = sql`(${artists.discographyAt} is null or ${artists.discographyAt} < now() - make_interval(days => ${STALE_DAYS}))`

export async function cataloguedArtists(db: Db, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: artists.id })
    .from(artists)
    .where(and(inArray(artists.id, [...ids]), eq(artists.catalogued, true)))
  return new Set(rows.map(({ id }) => id))
}

/** Local ids by `provider:value`. */
export async function artistsByOutsideId(
  db: Db,
  ids: readonly (readonly [provider: string, value: string])[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const [providers, values] = [ids.map(([provider]) => provider), ids.map(([, value]) => value)]
  const { provider, value, entityId, entity } = externalIds
  const rows = await db
    .select({ provider, value, id: entityId })
    .from(externalIds)
    .where(
      and(
        eq(entity, 'artist'),
        sql`(${provider}, ${value}) in (select * from unnest(${sql.param(providers)}::text[], ${sql.param(values)}::text[]))`,
      ),
    )
  return new Map(rows.map((row) => [`${row.provider}:${row.value}`, row.id]))
}

export async function artistRow(db: Db, id: number) {
  const [row] = await db.select().from(artists).where(eq(artists.id, id))
  return row
}

type Wanted = Readonly<{ id: number; name: string }>

/** Catalogued or favourite artists whose discography is old, the oldest first. */
export async function staleArtists(db: Db, limit: number): Promise<Wanted[]> {
  const kept = sql`(${artists.catalogued} or exists (select 1 from favorites v where v.artist_id = ${artists.id}))`
  return db
    .select({ id: artists.id, name: artists.name })
    .from(artists)
    .where(and(kept, stale))
    .orderBy(sql`${artists.discographyAt} nulls first`, artists.id)
    .limit(limit)
}

/** Of favourites every one that was not looked at since yesterday. */
export async function favouritesOfYesterday(db: Db, limit: number): Promise<Wanted[]> {
  return db
    .select({ id: artists.id, name: artists.name })
    .from(artists)
    .where(
      and(
        sql`exists (select 1 from favorites v where v.artist_id = ${artists.id})`,
        sql`(${artists.discographyAt} is null or ${artists.discographyAt} < now() - interval '20 hours')`,
      ),
    )
    .orderBy(sql`${artists.discographyAt} nulls first`, artists.id)
    .limit(limit)
}

/** Artists without genres by tags or files who nobody was asked about within a month, the best known first. */
export async function artistsWithoutGenres(db: Db, limit: number): Promise<Wanted[]> {
  return db
    .select({ id: artists.id, name: artists.name })
    .from(artists)
    .where(
      sql`not exists (select 1 from artist_tags g where g.artist_id = ${artists.id})
        and not exists (select 1 from artist_genres g where g.artist_id = ${artists.id})
        and (${artists.genresAt} is null or ${artists.genresAt} < now() - interval '30 days')`,
    )
    .orderBy(sql`${artists.popularity} desc`, artists.id)
    .limit(limit)
}

/** Artists that lack a biography, a picture or genres and were not looked up within a week. */
export async function artistsWithGaps(db: Db, limit: number): Promise<Wanted[]> {
  return db
    .select({ id: artists.id, name: artists.name })
    .from(artists)
    .where(
      sql`(${artists.bioContent} is null or ${artists.imageHash} is null
          or not exists (select 1 from artist_tags g where g.artist_id = ${artists.id}))
        and (${artists.lastRefreshedAt} is null or ${artists.lastRefreshedAt} < now() - make_interval(days => ${STALE_DAYS}))
        and ${artists.trackCount} > 0`,
    )
    .orderBy(sql`${artists.popularity} desc`, artists.id)
    .limit(limit)
}

export async function freshnessCounts(db: Db): Promise<{ total: number; fresh: number }> {
  const [row] = await db
    .select({
      total: sql<number>`count(*)::int`,
      fresh: sql<number>`count(*) filter (where not ${stale})::int`,
    })
    .from(artists)
  return row ?? { total: 0, fresh: 0 }
}

/** Best known first: what was played here, then what services say, then files. */
export async function popularTracks(db: Db, artistId: number, limit: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(sql`select t.id::int as id from (
      select distinct c.track_id from track_artists c where c.artist_id = ${artistId} and c.role = 'main' limit 3000) x
    join tracks t on t.id = x.track_id
    order by t.popularity desc, t.listeners desc nulls last, t.has_file desc, t.id limit ${limit}`)
  return rows.map(({ id }) => id)
}
