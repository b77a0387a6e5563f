import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { albumArtists, albums, externalIds } from '../../../../db/schema/catalogue.ts'

/** What there is of an artist: titles, and ids as `provider:value`. */
export async function albumTitles(db: Db, artistId: number): Promise<{ titles: string[]; ids: Set<string> }> {
  const ofArtist = and(eq(albumArtists.albumId, albums.id), eq(albumArtists.artistId, artistId))
  const [rows, ids] = await Promise.all([
    db.select({ name: albums.name }).from(albums).innerJoin(albumArtists, ofArtist),
    db
      .select({ provider: externalIds.provider, value: externalIds.value })
      .from(externalIds)
      .innerJoin(albumArtists, and(eq(albumArtists.albumId, externalIds.entityId), eq(albumArtists.artistId, artistId)))
      .where(eq(externalIds.entity, 'album')),
  ])
  return {
    titles: rows.map(({ name }) => name),
    ids: new Set(ids.map(({ provider, value }) => `${provider}:${value}`)),
  }
}

/** How many tracks of each album have a file, and a known video. */
export async function linkCounts(db: Db, albumIds: readonly number[]) {
  if (albumIds.length === 0) return new Map<number, { owned: number; links: number }>()
  const { rows } = await db.execute<{ id: number; owned: number; links: number }>(sql`select t.album_id::int as id,
      count(*) filter (where t.has_file)::int as owned,
      count(*) filter (where v.video_id is not null and v.status in ('link_found', 'completed'))::int as links
    from tracks t left join video_links v on v.track_id = t.id
    where t.album_id = any(${sql.param([...albumIds])}::bigint[]) group by t.album_id`)
  return new Map(rows.map(({ id, owned, links }) => [id, { owned, links }]))
}
